"""A sequence does not begin with one."""

from __future__ import annotations

from typing import ClassVar

from docklint.checks.runs import FaultCheck


class NumberingStart(FaultCheck):
    """Point at the ordinal a sequence begins with."""

    kind: ClassVar[str] = "start"
