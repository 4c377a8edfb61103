"""An ordinal is skipped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from docklint.checks.runs import FaultCheck


@dataclass(frozen=True, slots=True)
class NumberingGap(FaultCheck):
    """Point at the ordinal after the gap."""

    kind: ClassVar[str] = "gap"
