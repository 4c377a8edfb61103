"""How a run ends early: what no code between the command and its entry may mistake for an error of a draft."""

from __future__ import annotations


class Ended(BaseException):
    """Somebody ended docklint: the system, a CI server, a terminal that was closed. `args[0]`: the signal's number."""

    def die(self) -> int:
        """End as the signal would have ended us: who waits for docklint sees which it was."""
        import signal

        number: int = self.args[0]
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)
        return 128 + number


class ReaderGone(BaseException):
    """Who read standard output went away: there is nobody left to report to."""

    STATUS = 141
    """What a shell reports for SIGPIPE."""


def heed_signals() -> None:
    """Raise `Ended` when somebody asks docklint to end, so that workers and copies of drafts are put away.

    A plain check has neither, and dies at once: to import `signal` takes as long as to import ten modules of docklint.
    """
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        # Who started docklint may have seen to it that it goes on, as nohup does.
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_DFL:
            signal.signal(getattr(signal, name), _end)


def _end(number: int, frame: object) -> None:
    import signal

    # Once is enough: nothing must interrupt the ending.
    signal.signal(number, signal.SIG_IGN)
    raise Ended(number)
