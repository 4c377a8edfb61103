"""Both texts side by side: a row an edit, and rows of what stayed between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from docklint.comparison import Comparison, EditKind, TextEdit
from docklint.neutral import safe
from docklint.reports.html.markup import Child, Markup, tag
from docklint.spans import Span
from docklint.texts import Texts

LONGEST = 600
"""Of a sentence of more characters no single words are marked."""


class SideBySide:
    """The rows of the table, in the order of the new text; what was moved away stands where it stood as well."""

    def __init__(self, comparison: Comparison, texts: Texts) -> None:
        self._edits, self._texts = comparison.edits, texts
        findings = comparison.findings
        self._old = _Side("o", "del", comparison.old.text, [each.old.span for each in findings if each.old])
        self._new = _Side("n", "ins", comparison.new.text, [each.new.span for each in findings if each.new])
        self._away = sorted(each.old for each in comparison.edits if each.kind == "moved" and each.old)[::-1]
        self._at = Span(0, 0)
        """How far both texts are told."""

    def rows(self) -> Iterator[Markup]:
        """Yield the rows."""
        for edit in self._edits:
            if edit.new:
                yield from self._stayed(edit.new.start)
            elif edit.old:
                yield from self._stayed(self._at.end + edit.old.start - self._at.start)
            yield self._edited(edit)
        yield from self._stayed(len(self._new.text))
        yield from self._moved_away()

    def _stayed(self, until: int) -> Iterator[Markup]:
        """Yield what is the same in both texts, up to the index `until` of the new one."""
        yield from self._moved_away()
        while self._at.end < until:
            old, new = self._at
            width = min(until - new, self._away[-1].start - old if self._away else until)
            yield self._row("same", Span(old, old + width), Span(new, new + width), "")
            self._at = Span(old + width, new + width)
            yield from self._moved_away()

    def _moved_away(self) -> Iterator[Markup]:
        while self._away and self._away[-1].start == self._at.start:
            gone = self._away.pop()
            self._at = Span(gone.end, self._at.end)
            yield self._row("away", gone, None, self._texts("compare.edit-away"))

    def _edited(self, edit: TextEdit) -> Markup:
        old = edit.old.end if edit.old and edit.kind != "moved" else self._at.start
        self._at = Span(old, edit.new.end if edit.new else self._at.end)
        kind: EditKind = edit.kind
        label = self._texts(f"compare.edit-{kind}")
        if not (edit.asked or edit.slight):
            label = self._texts("compare.edit-unasked", kind=label)
        return self._row(kind, edit.old if kind != "moved" else None, edit.new, label)

    def _row(self, kind: str, old: Span | None, new: Span | None, label: str) -> Markup:
        note = tag("small", label) if label else None
        before, after = self._differing(old, new) if kind == "changed" and old and new else ((), ())
        cells = (self._old.cell(old, before), self._new.cell(new, after))
        first, second = (note, None) if new is None else (None, note)
        return tag("tr", tag("td", first, cells[0]), tag("td", second, cells[1]), class_=kind)

    def _differing(self, old: Span, new: Span) -> tuple[Sequence[Span], Sequence[Span]]:
        """Return what differs, in both texts."""
        before, after = _differences(self._old.text[slice(*old)], self._new.text[slice(*new)])
        return (
            [Span(old.start + start, old.start + end) for start, end in before],
            [Span(new.start + start, new.start + end) for start, end in after],
        )


class _Side:
    """One text with the places of its findings."""

    def __init__(self, letter: str, element: str, text: str, places: Sequence[Span]) -> None:
        self.text = text
        self._letter, self._element = letter, element
        self._places = sorted(set(places))[::-1]

    def cell(self, span: Span | None, edited: Sequence[Span] = ()) -> Child:
        """Return a stretch of the text with its findings and edits marked; asked for in the order of the text."""
        return list(self._pieces(span, edited)) if span else None

    def _pieces(self, span: Span, edited: Sequence[Span]) -> Iterator[Child]:
        at, last = span.start, span.end == len(self.text)
        while self._places and (self._places[-1].start < span.end or last):
            place = self._places.pop()
            start, end = max(place.start, at), min(max(place.end, at), span.end)
            yield from self._plain(Span(at, start), edited)
            yield tag("mark", list(self._plain(Span(start, end), edited)), id=f"{self._letter}{place.start}")
            at = end
        yield from self._plain(Span(at, span.end), edited)

    def _plain(self, span: Span, edited: Sequence[Span]) -> Iterator[Child]:
        """Yield text without findings, what was edited in an element of its own."""
        at = span.start
        for start, end in edited:
            start, end = max(start, at), min(end, span.end)
            if start < end:
                yield from _lines(self.text[at:start])
                yield tag(self._element, list(_lines(self.text[start:end])))
                at = end
        yield from _lines(self.text[at : span.end])


def _lines(text: str) -> Iterator[Child]:
    first, *others = text.split("\n")
    yield safe(first)
    for line in others:
        yield tag("br")
        yield safe(line)


def _differences(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """Return what differs in two versions of a sentence; of a long one all."""
    if max(len(old), len(new)) > LONGEST:
        return [Span(0, len(old))], [Span(0, len(new))]
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits = [step for step in steps if step[0] != "equal"]
    return [Span(a, b) for _, a, b, _, _ in edits], [Span(c, d) for _, _, _, c, d in edits]
