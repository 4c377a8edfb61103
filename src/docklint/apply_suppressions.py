"""Which findings do not count, and which agreements about that have become idle. Sees values only."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from docklint.document import Document
from docklint.fingerprints import normalised
from docklint.rules import Finding, Hit, RuleStatus, Suppression
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.suppression_notes import SuppressionNote, notes, own_words
from docklint.suppressions import KnownFinding, SuppressTable
from docklint.typed import Any
from docklint.values import Value, replace

START = Span(0, 0)


class Judgement(Value):
    """The findings, some of them suppressed; what is to be said of idle agreements; `[[suppress]]` not used."""

    findings: tuple[Finding, ...]
    unused: tuple[Hit, ...] = ()
    unused_tables: tuple[SuppressTable, ...] = ()
    any_source: bool = False


class SuppressionSources(Value):
    """All that was agreed about one draft. `known`: a baseline's findings by fingerprint; `baseline`: its name."""

    suppress: tuple[SuppressTable, ...] = ()
    known: Mapping[str, KnownFinding] = {}
    baseline: str = ""


def apply(
    findings: Iterable[Finding],
    document: Document,
    drafts: Sequence[Draft],
    agreements: SuppressionSources,
    statuses: Mapping[str, RuleStatus],
    kept: Callable[[Iterable[Finding]], Iterable[Finding]] = tuple,
) -> Judgement:
    """Mark the findings that were agreed not to count. `kept`: chooses those that are kept.

    `statuses`: by code, of all rules; of a rule that did not run nobody can say that an agreement is idle.
    """
    written = notes(document, drafts[0].reading) if drafts else ()
    claims = [*_of_notes(written), *_of_quotes(agreements.suppress, document), *_of_baseline(agreements)]
    if not claims and not written:
        return Judgement(tuple(kept(findings)))
    own = own_words(document)
    about_draft = (finding for finding in findings if not any(place.covers(finding.span) for place in own))
    table = _Table(claims)
    judged = tuple(kept(map(table.judged, about_draft)))
    unused = [claim for claim in table.unused() if claim.tried(statuses)]
    return Judgement(
        judged,
        (*_misunderstood(written, statuses), *_unused_notes(unused), *_unused_baseline(unused)),
        tuple(claim.table for claim in unused if claim.table),
        any_source=True,
    )


def unused_table(table: SuppressTable) -> Hit:
    """Build what is to be said of a `[[suppress]]` that no draft had a use for."""
    values = {"rule": table.rule, "quote": table.quote, "source": table.source}
    return Hit(START, values, variant="config")


class _Claim(Value):
    """That findings of `code` (or prefix) at one of `places`, or with one `fingerprint`, do not count."""

    suppression: Suppression
    code: str
    places: tuple[Span, ...] = ()
    fingerprint: str = ""
    note: SuppressionNote | None = None
    table: SuppressTable | None = None
    baseline: str = ""

    def tried(self, statuses: Mapping[str, RuleStatus]) -> bool:
        """Return whether a rule it is about has looked at the draft."""
        return any(
            _bears(code, self.code) and status in ("passed", "findings") for code, status in statuses.items()
        )


def _bears(code: str, selector: str) -> bool:
    return selector == "ALL" or code.startswith(selector)


class _Table:
    """All claims, asked about findings; it remembers which of them were of use.

    Claims of one code at the same places are one group, and a finding is held only against the places in its own
    stretch of the text: there may be thousands of findings, of groups, and of places of one group.
    """

    def __init__(self, claims: Sequence[_Claim]) -> None:
        self._claims = claims
        self._groups: dict[tuple[str, int], list[int]] = {}
        for number, claim in enumerate(claims):
            if not claim.fingerprint:
                self._groups.setdefault((claim.code, id(claim.places)), []).append(number)
        self._near: dict[int, dict[int, list[Span]]] = {}
        for group in self._groups.values():
            for place in claims[group[0]].places:
                for stretch in _stretches(place):
                    self._near.setdefault(stretch, {}).setdefault(group[0], []).append(place)
        self._known = {claim.fingerprint: number for number, claim in enumerate(claims) if claim.fingerprint}
        self._used: set[int] = set()

    def judged(self, finding: Finding) -> Finding:
        """Return the finding, suppressed by the first claim that covers it."""
        covering = sorted(set(self._covering(finding)))
        if self._known and finding.fingerprint in self._known:
            covering.append(self._known[finding.fingerprint])
        self._used.update(covering)
        return replace(finding, suppressed=self._claims[covering[0]].suppression) if covering else finding

    def _covering(self, finding: Finding) -> Iterator[int]:
        """Yield the first claim of every group of this rule that has a place where the finding is."""
        overlaps = finding.span.overlaps
        for stretch in _stretches(finding.span):
            for first, places in self._near.get(stretch, {}).items():
                if _bears(finding.code, self._claims[first].code) and any(map(overlaps, places)):
                    yield first

    def unused(self) -> Iterator[_Claim]:
        """Yield the claims that covered nothing."""
        used = set(self._used)
        for group in self._groups.values():
            if group[0] in self._used:
                used.update(group)
        return (claim for number, claim in enumerate(self._claims) if number not in used)


_STRETCH = 256


def _stretches(place: Span) -> range:
    """Give the numbers of the stretches of text, of `_STRETCH` code points each, that a place touches."""
    return range(place.start // _STRETCH, place.end // _STRETCH + 1)


def _of_notes(written: Iterable[SuppressionNote]) -> Iterator[_Claim]:
    for note in written:
        for code in note.codes if note.reason else ():
            yield _Claim(Suppression("comment", note.reason), code, note.reach, note=note)


def _of_quotes(tables: Iterable[SuppressTable], document: Document) -> Iterator[_Claim]:
    text = _Text(document.text)
    for table in tables:
        yield _Claim(Suppression("config", table.reason), table.rule, text.places(table.quote), table=table)


def _of_baseline(agreements: SuppressionSources) -> Iterator[_Claim]:
    for fingerprint, known in agreements.known.items():
        suppression = Suppression("baseline", known.reason)
        yield _Claim(suppression, known.code, fingerprint=fingerprint, baseline=agreements.baseline)


def _misunderstood(written: Iterable[SuppressionNote], codes: Collection[str]) -> Iterator[Hit]:
    """Yield the notes that do nothing because of how they are written."""
    for note in written:
        unknown = [each for each in note.codes if not any(_bears(code, each) for code in codes)]
        if not note.codes:
            yield Hit(note.place, {}, variant="malformed")
        elif not note.reason:
            yield Hit(note.place, {"rule": ", ".join(note.codes)}, variant="no-reason")
        for each in unknown:
            yield Hit(note.place, {"rule": each}, variant="unknown")


def _unused_notes(unused: Iterable[_Claim]) -> Iterator[Hit]:
    return (Hit(claim.note.place, {"rule": claim.code}) for claim in unused if claim.note)


def _unused_baseline(unused: Iterable[_Claim]) -> Iterator[Hit]:
    gone = [claim for claim in unused if claim.baseline]
    if gone:
        values: dict[str, Any] = {"count": len(gone), "source": gone[0].baseline}
        yield Hit(START, values, variant="baseline")


class _Text:
    """A text in which quotes are found however blanks and the width of marks were typed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, tuple[Span, ...]] = {}

    def places(self, quote: str) -> tuple[Span, ...]:
        """Give where `quote` stands; as it is typed, or else as it is meant. For one quote always the same object."""
        if quote not in self._found:
            self._found[quote] = tuple(self._exact(quote)) or tuple(self._meant(quote))
        return self._found[quote]

    def _exact(self, quote: str) -> Iterator[Span]:
        return (Span(at, at + length) for at, length in _occurrences(quote, self._text))

    def _meant(self, quote: str) -> Iterator[Span]:
        kept, offsets = self._normalised
        for at, length in _occurrences(normalised(quote), kept):
            yield Span(offsets[at], offsets[at + length - 1] + 1)

    @cached_property
    def _normalised(self) -> tuple[str, list[int]]:
        pairs = [
            (character, offset)
            for offset, original in enumerate(self._text)
            for character in unicodedata.normalize("NFKC", original)
            if not character.isspace()
        ]
        return "".join(character for character, _ in pairs), [offset for _, offset in pairs]


def _occurrences(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and length of where `wanted` stands; occurrences that overlap are one stretch."""
    start = at = text.find(wanted) if wanted else -1
    while at >= 0:
        further = text.find(wanted, at + 1)
        if further < 0 or further >= at + len(wanted):
            yield start, at + len(wanted) - start
            start = further
        at = further
