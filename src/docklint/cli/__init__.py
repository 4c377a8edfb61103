"""The command line: parses arguments, and says what went wrong in one sentence. Nothing else happens here."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress

from docklint.cli.endings import Ended, ReaderGone
from docklint.typed import NoReturn

NEW_OBJECTS = 50_000
"""How many objects are made before Python looks for dead cycles; its 700 make it look a hundred times at start."""
ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals by which a process is asked to end."""


def console() -> NoReturn:
    """Run as a program: end with the status of `main`, without Python's way of taking itself to pieces.

    That takes a tenth of the wait for one draft and changes nothing: whatever docklint writes is closed by then,
    and no thread or process of its own is left. Who measures or follows the run gets its full end.
    """
    status = main()
    if sys.gettrace() or sys.getprofile() or "coverage" in sys.modules:
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        # What cannot be written by now was told already, and is in the status.
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def main() -> int:
    """Run the command in `sys.argv`; give its status, 130 after Ctrl-C, 141 when the reader went away.

    Ended by SIGTERM or SIGHUP, it puts away what it was at, workers and copies of drafts, and then dies of that signal.
    """
    gc.set_threshold(NEW_OBJECTS)
    _open_streams()
    for number in ENDING:
        # Who started docklint may have seen to it that it goes on, as nohup does.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        # Late, so that Ctrl-C during the imports ends as quietly as after them.
        from docklint.cli.door import run

        status = run()
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except Ended as ended:
        return _die_of(ended.args[0])
    except ReaderGone:
        return ReaderGone.STATUS
    except BrokenPipeError:
        from docklint.cli.writing import discard_rest

        discard_rest()
        return ReaderGone.STATUS
    finally:
        # All is said; a key that is still held down must not make the interpreter's end a noisy one.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end(number: int, frame: object) -> None:
    # Once is enough: nothing must interrupt the ending.
    signal.signal(number, signal.SIG_IGN)
    raise Ended(number)


def _die_of(number: int) -> int:
    """End as the signal would have ended us: who waits for docklint sees which it was."""
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)
    return 128 + number


def _open_streams() -> None:
    """Open the streams that were closed by who started docklint; nobody reads them, and no file takes their place."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
