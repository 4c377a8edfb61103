"""Whether the fixes of a draft keep what a fix promises: the finding gone, nothing new, and fixing twice is fixing once.

The tester of rules asks this of every example, and docklint's own tests of every draft with a fault put in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from docklint.document import Document
from docklint.fixing.choose import choose
from docklint.fixing.compose import applied
from docklint.fixing.rounds import MOST_ROUNDS, fix, uncovered
from docklint.linter import Linter
from docklint.results import FileResult
from docklint.rules import Finding

CONSEQUENCES = frozenset({"COR103", "COR104", "NUM109"})
"""Notes that change with any word of a title or any new number: they are not counted against a fix."""


def broken_promises(linter: Linter, document: Document, code: str = "") -> Iterator[str]:
    """Say, one English sentence each, what a fix of the rule `code` (empty: of any) does not do in a text."""
    result = linter.check(document)
    seen = set[object]()
    for finding in result.findings:
        if finding.fix and finding.code.startswith(code) and finding.fix.edits not in seen:
            seen.add(finding.fix.edits)
            yield from _broken_alone(linter, document, result, finding)
    if seen:
        yield from _broken_together(linter, document)


def fixed_by(linter: Linter, document: Document, code: str) -> str:
    """Return a text after all fixes of one rule, round after round; those of others are not made."""
    text = document.text
    for _ in range(MOST_ROUNDS):
        result = linter.check_bytes(document.path, text.encode())
        edits = choose(each for each in result.findings if each.fix and each.code == code).edits
        if not edits:
            break
        text = applied(text, edits)
    return text


def _broken_alone(linter: Linter, document: Document, result: FileResult, finding: Finding) -> Iterator[str]:
    assert finding.fix is not None
    named = f"{finding.code} “{finding.quote}”, “{finding.fix.title}”"
    after = linter.check_bytes(document.path, applied(document.text, finding.fix.edits).encode())
    before, behind = _codes(result.findings), _codes(after.findings)
    if behind[finding.code] >= before[finding.code]:
        yield f"the fix of {named} leaves it there"
    new = set(behind - before) - CONSEQUENCES - uncovered(linter, [finding])
    if new:
        yield f"the fix of {named} brings {', '.join(sorted(new))}"


def _broken_together(linter: Linter, document: Document) -> Iterator[str]:
    for unsafe in (False, True):
        fixed = fix(linter, document.path, document.text.encode(), unsafe)
        assert fixed.after.document is not None
        again = fix(linter, document.path, fixed.after.document.text.encode(), unsafe)
        if again.edits:
            yield f"fixing twice is not fixing once (unsafe: {unsafe}): {[each.finding.code for each in again.made]}"


def _codes(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in findings)
