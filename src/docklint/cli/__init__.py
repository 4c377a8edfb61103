"""The command line: parses arguments, and says what went wrong in one sentence. Nothing else happens here."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command in `sys.argv`; give its status, 130 after Ctrl-C, 141 when the reader went away."""
    _open_streams()
    try:
        # Late, so that Ctrl-C during the imports ends as quietly as after them.
        from docklint.cli.app import run

        status = run()
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        from docklint.cli.output import READER_GONE, point_nowhere

        point_nowhere()
        return READER_GONE


def _open_streams() -> None:
    """Open the streams that were closed by who started docklint; nobody reads them, and no file takes their place."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
