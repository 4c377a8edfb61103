"""The command line: parses arguments, and says what went wrong in one sentence. Nothing else happens here."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from docklint.cli.endings import Ended, ReaderGone
from docklint.typed import NoReturn

NEW_OBJECTS = 50_000
"""How many objects are made before Python looks for dead cycles; its 700 make it look a hundred times at start."""
INTERRUPTED = 130
"""What a shell reports for SIGINT."""


def console() -> NoReturn:
    """Run as a program: end with the status of `main`, without Python's way of taking itself to pieces.

    That takes a tenth of the wait for one draft and changes nothing: whatever docklint writes is closed by then,
    and no thread or process of its own is left. Who measures or follows the run gets its full end.
    """
    try:
        status = main()
        if sys.gettrace() or sys.getprofile() or "coverage" in sys.modules:
            sys.exit(status)
        for stream in (sys.stdout, sys.stderr):
            # What cannot be written by now was told already, and is in the status.
            with suppress(OSError):
                stream.flush()
    except KeyboardInterrupt:
        # All was said; a key that is still held down must not make the end a noisy one.
        status = INTERRUPTED
    os._exit(status)


def main() -> int:
    """Run the command in `sys.argv`; give its status, 130 after Ctrl-C, 141 when the reader went away.

    Ended by SIGTERM or SIGHUP, a command that heeds them (`endings`) puts away what it was at, workers and copies of
    drafts, and then dies of that signal.
    """
    gc.set_threshold(NEW_OBJECTS)
    _open_streams()
    try:
        # Late, so that Ctrl-C during the imports ends as quietly as after them.
        from docklint.cli.door import run

        status = run()
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Ended as ended:
        return ended.die()
    except ReaderGone:
        return ReaderGone.STATUS
    except BrokenPipeError:
        from docklint.cli.writing import discard_rest

        discard_rest()
        return ReaderGone.STATUS
    finally:
        if signal := sys.modules.get("signal"):
            # As in `console`, but for commands that take longer to end.
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def _open_streams() -> None:
    """Open the streams that were closed by who started docklint; nobody reads them, and no file takes their place."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
