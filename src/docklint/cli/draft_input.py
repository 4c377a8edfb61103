"""The bytes of one draft, for commands that write a changed copy of it."""

from __future__ import annotations


def read(path: str, stdin_name: str) -> tuple[str, bytes]:
    """Return what a draft is called, and its bytes. Raises a `DraftError`."""
    # Late: a help text needs no readers.
    from docklint import readers
    from docklint.runner.targets import STDIN, standard_input

    if path == STDIN:
        return stdin_name or STDIN, standard_input()
    return path, readers.load(path)
