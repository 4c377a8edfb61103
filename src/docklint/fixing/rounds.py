"""Round after round of fixes, until nothing is left to mend: what one fix makes right, the next may build upon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from docklint import readers
from docklint.document import Document
from docklint.fixing.choose import choose
from docklint.fixing.compose import before, composed
from docklint.fixing.text_files import edited_bytes
from docklint.linter import Linter
from docklint.results import FileResult, Fixed, ProposedFix
from docklint.rules import Edit, Finding, Fix, Severity
from docklint.spans import Span
from docklint.texts import Text

MOST_ROUNDS = 12
"""A round mends all that does not touch; drafts need two or three."""
MOST_TRIED = 40
"""So many fixes of a round are tried one by one, if all of them together bring another finding."""
UNSAFE, OVERLAPPING, WORSE = Text("fix.unsafe"), Text("fix.overlapping"), Text("fix.worse")
"""Why a fix is not made; other reasons come from the writer of Word files."""


def fix(linter: Linter, name: str, data: bytes, unsafe: bool = False) -> Fixed:
    """Find out which fixes are made in a draft, and what they lead to. `unsafe`: those as well that may be meant otherwise.

    `name`: what the draft is called; its suffix tells the format. Raises what reading raises, and what refuses a Word file
    that must not be written to.
    """
    work = _Work(linter, name, data, unsafe)
    for _ in range(MOST_ROUNDS):
        if not work.round():
            break
    return work.result()


class _Work:
    """A draft on its way through the rounds."""

    def __init__(self, linter: Linter, name: str, data: bytes, unsafe: bool) -> None:
        self._linter, self._name, self._unsafe = linter, name, unsafe
        self._data = data
        self._found = self._first = self._check(data)
        self._edits: tuple[Edit, ...] = ()
        self._made: list[ProposedFix] = []
        self._declined: dict[tuple[str, ...], ProposedFix] = {}

    def round(self) -> bool:
        """Make what can be made at once; return whether there was anything."""
        document = _document(self._found)
        proposed = [each for each in self._found.findings if self._is_wanted(each)]
        edits, made = self._possible(proposed, document)
        if not edits:
            return False
        for finding in made:
            self._made.append(self._proposal(finding))
            self._declined.pop(finding.identity, None)
        self._edits = composed(self._edits, edits, document.text)
        return True

    def result(self) -> Fixed:
        """Return what it has come to."""
        for finding in self._found.findings:
            if finding.fix and not finding.suppressed and not self._is_allowed(finding.fix):
                self._decline(finding, UNSAFE)
        made = sorted(self._made, key=_place)
        return Fixed(
            self._first,
            self._found,
            self._edits,
            tuple(made),
            tuple(sorted(self._declined.values(), key=_place)),
        )

    def _is_wanted(self, finding: Finding) -> bool:
        if finding.fix is None or finding.suppressed or not self._is_allowed(finding.fix):
            return False
        declined = self._declined.get(finding.identity)
        return declined is None or declined.why == OVERLAPPING

    def _is_allowed(self, fix: Fix) -> bool:
        return self._unsafe or fix.safety == "safe"

    def _possible(
        self, proposed: Sequence[Finding], document: Document
    ) -> tuple[tuple[Edit, ...], Sequence[Finding]]:
        """Return the edits of a round and whose fixes they are; what comes of them is then what is worked on."""
        refused = _refusals(self._data, document)
        while True:
            choice = choose(proposed)
            no = refused(choice.edits)
            if not no:
                break
            for finding in choice.chosen:
                reason = (
                    next((no[edit] for edit in finding.fix.edits if edit in no), None)
                    if finding.fix
                    else None
                )
                if reason is not None:
                    self._decline(finding, reason)
            proposed = [each for each in proposed if self._is_wanted(each)]
        for finding in choice.overlapping:
            self._decline(finding, OVERLAPPING)
        if self._took(choice.edits, choice.chosen, document):
            return choice.edits, choice.chosen
        return self._one_by_one(choice.chosen, document)

    def _one_by_one(
        self, chosen: Sequence[Finding], document: Document
    ) -> tuple[tuple[Edit, ...], Sequence[Finding]]:
        """Make the first fix that brings nothing new; the others come in the rounds to come."""
        for finding in chosen[:MOST_TRIED]:
            edits = finding.fix.edits if finding.fix else ()
            if self._took(edits, [finding], document):
                return edits, [each for each in chosen if each.fix == finding.fix]
            self._decline(finding, WORSE)
        return (), ()

    def _took(self, edits: Sequence[Edit], mended: Iterable[Finding], document: Document) -> bool:
        """Go on with what edits lead to, unless it has an error or a warning that was not there before."""
        if not edits:
            return False
        data = _rehearsed(self._data, document, edits)
        found = self._check(data)
        new = set(_loud(found) - _loud(self._found))
        if new - uncovered(self._linter, mended):
            return False
        self._data, self._found = data, found
        return True

    def _check(self, data: bytes) -> FileResult:
        return self._linter.check(readers.parse(self._name, data, convert=self._linter.settings.convert))

    def _decline(self, finding: Finding, why: Text) -> None:
        known = self._declined.get(finding.identity)
        if known is None or known.why == OVERLAPPING:
            self._declined[finding.identity] = self._proposal(finding, why)

    def _proposal(self, finding: Finding, why: Text | None = None) -> ProposedFix:
        return ProposedFix(finding, before(self._edits, finding.span), why)


def uncovered(linter: Linter, mended: Iterable[Finding]) -> frozenset[str]:
    """Return the codes of what may show when findings are gone: the rules that were silent because of them."""
    gone = {finding.code for finding in mended}
    return frozenset(
        rule.code for rule in linter.library.rules.values() if not gone.isdisjoint(rule.yields_to)
    )


def _loud(result: FileResult) -> Counter[str]:
    return Counter(each.code for each in result.findings if each.severity is not Severity.INFO)


def _refusals(data: bytes, document: Document) -> Callable[[Sequence[Edit]], dict[Edit, Text]]:
    """Return what tells which edits cannot be made in the file, and why."""
    if document.format == "text":
        return lambda _: {}
    # Late: only a Word file needs the writer.
    from docklint.word.changes import refused

    return lambda edits: {
        edits[each.number]: Text(f"uneditable.{each.reason}") for each in refused(data, document, edits)
    }


def _rehearsed(data: bytes, document: Document, edits: Iterable[Edit]) -> bytes:
    if document.format == "text":
        return edited_bytes(data, edits)
    from docklint.word.changes import rehearsed

    return rehearsed(data, document, tuple(edits))


def _document(result: FileResult) -> Document:
    assert result.document is not None
    return result.document


def _place(proposal: ProposedFix) -> tuple[Span, str]:
    return proposal.span, proposal.finding.code
