"""Edits of a text, and edits of what came of it, as edits of the first text. All are in order and do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docklint.rules import Edit
from docklint.spans import Span
from docklint.tuples import NamedTuple


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text that edits lead to."""
    pieces, done = list[str](), 0
    for (start, end), words in edits:
        pieces += (text[done:start], words)
        done = end
    return "".join((*pieces, text[done:]))


def composed(first: Sequence[Edit], second: Sequence[Edit], between: str) -> tuple[Edit, ...]:
    """Return what `first` and then `second` do, as edits of the first text; `between` is what `first` leads to.

    Edits that touch become one.
    """
    out: list[Edit] = []
    for group in _groups(first, second):
        start, end = group.span
        words = applied(
            between[start:end],
            [Edit(Span(span.start - start, span.end - start), text) for span, text in group.second],
        )
        out.append(Edit(Span(start - group.shift, end - group.shift_behind), words))
    return tuple(out)


def before(edits: Iterable[Edit], span: Span) -> Span:
    """Return where a span of what edits lead to stood in the text before; of words that came, where they came."""
    return Span(_before(edits, span.start, 0), _before(edits, span.end, 1))


def _before(edits: Iterable[Edit], offset: int, side: int) -> int:
    """Return an offset of the text before; `side`: 0 for a start, 1 for an end."""
    shift = 0
    for span, text in edits:
        start = span.start + shift
        if offset < start + side:
            break
        if offset < start + len(text) + side and text:
            return span[side]
        shift += len(text) - (span.end - span.start)
    return offset - shift


class _Group(NamedTuple):
    """Edits that touch: a stretch of the text between the two sets of edits.

    `shift`, `shift_behind`: how far the text before it, and behind it, is off the first text.
    """

    span: Span
    second: list[Edit]
    shift: int
    shift_behind: int


def _groups(first: Sequence[Edit], second: Sequence[Edit]) -> Iterable[_Group]:
    stretches = sorted(
        [*_results(first), *((span, 0, edit) for edit in second for span in [edit.span])], key=_place
    )
    group: _Group | None = None
    shift = 0
    for span, growth, edit in stretches:
        if group is None or span.start > group.span.end:
            if group:
                yield group
            group = _Group(span, [], shift, shift)
        shift += growth
        both = Span(group.span.start, max(group.span.end, span.end))
        group = group._replace(span=both, shift_behind=shift)
        if edit:
            group.second.append(edit)
    if group:
        yield group


_Stretch = tuple[Span, int, Edit | None]


def _results(edits: Iterable[Edit]) -> Iterable[_Stretch]:
    """Yield where the words of edits stand afterwards, and by how much the text grew there."""
    shift = 0
    for span, text in edits:
        growth = len(text) - (span.end - span.start)
        yield Span(span.start + shift, span.start + shift + len(text)), growth, None
        shift += growth


def _place(stretch: _Stretch) -> Span:
    return stretch[0]
