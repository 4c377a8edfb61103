"""An ordinal is skipped."""

from __future__ import annotations

from typing import ClassVar

from docklint.checks.runs import FaultCheck


class NumberingGap(FaultCheck):
    """Point at the ordinal after the gap."""

    kind: ClassVar[str] = "gap"
