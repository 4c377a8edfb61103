"""The command line: parses arguments, and says what went wrong in one sentence. Nothing else happens here."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command in `sys.argv`; give its status, 130 after Ctrl-C, 141 when the reader went away."""
    try:
        # Late, so that Ctrl-C during the imports ends as quietly as after them.
        from docklint.cli.app import run

        status = run()
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _point_nowhere()
        return 141


def _point_nowhere() -> None:
    # Else the interpreter complains once more when it flushes standard output on its way out.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
