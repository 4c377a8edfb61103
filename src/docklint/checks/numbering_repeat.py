"""An ordinal is repeated or runs backwards."""

from __future__ import annotations

from typing import ClassVar

from docklint.checks.runs import FaultCheck


class NumberingRepeat(FaultCheck):
    """Point at the ordinal that should have moved on."""

    kind: ClassVar[str] = "repeat"
