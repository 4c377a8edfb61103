"""What goes wrong with writing, in one sentence; and text as the bytes of a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from docklint.cli.endings import ReaderGone
from docklint.errors import SetupError
from docklint.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def told(output: Path | None) -> Iterator[None]:
    """Turn what goes wrong with writing, and nothing else should happen inside, into the error that says so."""
    try:
        yield
    except BrokenPipeError as error:
        # Typer would answer a broken pipe with 1, which means findings.
        discard_rest()
        raise ReaderGone from error
    except OSError as error:
        if output is None:
            # What a full disk left in the buffer would fail again at exit, with a traceback and status 120.
            discard_rest()
        raise unwritable(output, error) from error


def discard_rest(stream: TextIO | None = None) -> None:
    """Discard what is still to be written (to standard output), or the interpreter would complain on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def unwritable(output: Path | None, error: OSError) -> SetupError:
    """Build the error that says which place could not be written to, and why."""
    # Late: only who fails needs the words for it.
    from docklint.error_texts import of_system

    reason = of_system(error, writing=True)
    if output is None:
        return SetupError("setup.unwritable-stdout", reason=reason)
    return SetupError("setup.unwritable", output=output, reason=reason)


def utf8(piece: str) -> bytes:
    """Return the bytes of a text in a file."""
    # A file name that is not text in the system's encoding comes as lone surrogates.
    return piece.encode("utf-8", "replace")
