"""A sequence does not begin with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from docklint.checks.runs import FaultCheck


@dataclass(frozen=True, slots=True)
class NumberingStart(FaultCheck):
    """Point at the ordinal a sequence begins with."""

    kind: ClassVar[str] = "start"
