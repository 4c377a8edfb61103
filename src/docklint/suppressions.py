"""What was agreed about findings that do not count: values only."""

from __future__ import annotations

from docklint.values import Value


class SuppressTable(Value):
    """One `[[suppress]]`: findings of `rule` (a code or prefix) where `quote` stands do not count.

    `path`: a pattern of the drafts it is for; empty means all. `source`: the file and key path it stands at.
    """

    rule: str
    quote: str
    reason: str
    path: str = ""
    source: str = ""


class KnownFinding(Value):
    """A finding that a baseline holds: its rule, and why it does not count."""

    code: str
    reason: str
