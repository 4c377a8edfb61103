"""An ordinal is repeated or runs backwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from docklint.checks.runs import FaultCheck


@dataclass(frozen=True, slots=True)
class NumberingRepeat(FaultCheck):
    """Point at the ordinal that should have moved on."""

    kind: ClassVar[str] = "repeat"
