"""Which edits a finding had asked for: the rest was asked for by nobody.

An edit was asked for if it touches what a finding pointed at, or stands in the part of a finding that is gone. Two kinds are
mended elsewhere: when a finding among causes and measures is gone whose own words were left alone, its answer was written;
and where a finding is gone, the numbers beside it may count anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from docklint.comparing.parts import Papers, PartPlace
from docklint.comparison import ComparedFinding, TextEdit
from docklint.spans import Span

ANSWERS = ("cause", "measure")
"""The parts that answer each other: what one lacks is written at another."""


class Touching:
    """Some spans, asked whether one of them overlaps a span; see `Span.overlaps`."""

    def __init__(self, spans: Iterable[Span]) -> None:
        # Twice as fine, so that what touches and what overlaps can be told by two comparisons.
        found = sorted(
            (2 * start + 1, 2 * end - 1) if start < end else (2 * start, 2 * start) for start, end in spans
        )
        self._starts = [start for start, _ in found]
        self._furthest = list(accumulate((end for _, end in found), max))

    def any(self, place: Span) -> bool:
        """Return whether `place` overlaps one of the spans."""
        width = 0 if place.start < place.end else 1
        at = bisect_right(self._starts, 2 * place.end + width) - 1
        return at >= 0 and self._furthest[at] >= 2 * place.start - width


class Asked:
    """The findings of the old text, asked about edits."""

    def __init__(
        self,
        findings: Sequence[ComparedFinding],
        papers: tuple[Papers, Papers],
        parts: Mapping[PartPlace, PartPlace],
    ) -> None:
        self._old, self._new = papers
        self._known = set(parts.values())
        self._touched = Touching(each.old.span for each in findings if each.old)
        self._gone = [each.old.span for each in findings if each.old and each.state in ("fixed", "changed")]
        inmost = map(self._old.at, self._gone)
        self._mended = {part for part in inmost if self._kind(self._old, part) not in ("", "section")}
        self._around_gone = {part for gone in self._gone for part in self._old.path(gone)}

    def marked(self, edits: Sequence[TextEdit]) -> Iterator[TextEdit]:
        """Yield the edits, in their order, each with whether it was asked for."""
        places = [tuple(self._places_of(edit)) for edit in edits]
        edited = Touching(place for each in places for place in each)
        unmet = any(
            self._kind(self._old, self._old.at(gone)) in ANSWERS and not edited.any(gone)
            for gone in self._gone
        )
        for edit, at in zip(edits, places, strict=True):
            asked = any(self._is_near(place, edit.slight) for place in at) or (
                unmet and self._is_answer(edit)
            )
            yield edit._replace(asked=asked)

    def _places_of(self, edit: TextEdit) -> Iterator[Span]:
        """Yield where an edit is in the old text. What was added stands behind what it follows; a part of its own,
        before what follows as well.
        """
        if edit.old:
            yield edit.old
            return
        assert edit.new is not None
        yield Span(edit.at.start, edit.at.start)
        if self._new.at(_start(edit.new)) not in self._known:
            yield Span(edit.at.end, edit.at.end)

    def _is_near(self, place: Span, slight: bool) -> bool:
        around = self._old.path(_start(place))
        mended = (
            self._around_gone.intersection(around[-2:-1]) if slight else self._mended.intersection(around)
        )
        return bool(mended) or self._touched.any(place)

    def _is_answer(self, edit: TextEdit) -> bool:
        """Return whether an edit writes at a cause or a measure."""
        around = self._new.path(_start(edit.new)) if edit.new else ()
        return any(self._kind(self._new, part) in ANSWERS for part in around)

    @staticmethod
    def _kind(papers: Papers, place: PartPlace) -> str:
        """Return the kind of a part; empty for the paper itself."""
        return papers.drafts[place.paper].parts[place.part].kind if place.part >= 0 else ""


def _start(span: Span) -> Span:
    """Return the place where a span begins; blanks behind a sentence belong to no part."""
    return Span(span.start, span.start)
