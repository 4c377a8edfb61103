"""How many findings of one rule in one file are kept: a file of nothing but asterisks must not fill the memory."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from docklint.rules import Finding
from docklint.values import Value

NONE = sys.maxsize
"""No ceiling at all, for who must have every finding, as a baseline does."""


class Omitted(Value):
    """The findings of one rule in one file that were counted and not kept. `count`: those that are not suppressed."""

    code: str
    name: str
    severity: str
    count: int
    suppressed: int
    is_notice: bool = False


class Ceiling:
    """Keeps the first `most` findings of each rule, and as many that are suppressed, and counts the others."""

    def __init__(self, most: int, there: Iterable[Finding] = (), omitted: Iterable[Omitted] = ()) -> None:
        """`there`, `omitted`: what was kept and counted before."""
        self._most = most
        self._seen = Counter((finding.code, finding.suppressed is not None) for finding in there)
        self._omitted = {each.code: each for each in omitted}

    def kept(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what is kept; what is not is counted and forgotten at once."""
        for finding in findings:
            kind = finding.code, finding.suppressed is not None
            self._seen[kind] += 1
            if self._seen[kind] <= self._most:
                yield finding
            else:
                self._omit(finding)

    @property
    def omitted(self) -> tuple[Omitted, ...]:
        """What was not kept, by code."""
        return tuple(each for _, each in sorted(self._omitted.items()))

    def _omit(self, finding: Finding) -> None:
        code, gone = finding.code, finding.suppressed is not None
        before = self._omitted.get(code)
        count, suppressed = (before.count, before.suppressed) if before else (0, 0)
        self._omitted[code] = Omitted(
            code,
            finding.name,
            finding.severity.value,
            count + (not gone),
            suppressed + gone,
            finding.is_notice,
        )
