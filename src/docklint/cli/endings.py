"""How a run ends early: what no code between the command and its entry may mistake for an error of a draft."""

from __future__ import annotations


class Ended(BaseException):
    """Somebody ended docklint: the system, a CI server, a terminal that was closed. `args[0]`: the signal's number."""


class ReaderGone(BaseException):
    """Who read standard output went away: there is nobody left to report to."""

    STATUS = 141
    """What a shell reports for SIGPIPE."""
