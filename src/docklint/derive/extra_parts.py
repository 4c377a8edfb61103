"""Parts that no profile knows (公开承诺): listed beside known ones, they are kept under their own names, never dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.derive.part_names import LONGEST, NamedPart, PartPiece, is_conditional, pieces_of
from docklint.derive.reading import Notice
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

SHORTEST = 2
"""Code points that an extra part's name has at least."""
LIST_SIGN = r"[／▲|｜“”、；：→—＋+/\-和第（①-⑳一二三四五六七八九1-9]"
"""With what begins that which stands between the parts of a list; a comma may as well part two sentences."""


def told_number(notice: Notice, sentence: Range) -> int | None:
    """Return of how many parts a sentence says that papers consist, None if it does not."""
    told = notice.pattern("notice-part-counts").search(notice.text, *sentence)
    return numerals.parse(told[0][0]) if told else None


def with_extras(
    notice: Notice, sentence: Range, parts: Sequence[NamedPart], taken: frozenset[int]
) -> list[NamedPart]:
    """Return the parts with those that are listed among them under names that no profile knows, in order."""
    number = told_number(notice, sentence)
    if number is not None and len(parts) >= number:
        return list(parts)
    pieces = list(pieces_of(notice, sentence, taken))
    known = {part.words for part in parts}
    own = {part.words for part in parts if part.required or number}
    places = [at for at, piece in enumerate(pieces) if piece.words in own]
    found = list(_named(notice, pieces, places, number is not None)) if places else []
    if number is not None:
        found = found[: number - len(parts)]
    found = [(words, whole) for words, whole in found if not known & {words, whole}]
    extras = [NamedPart(None, words, not is_conditional(notice, whole, sentence)) for words, whole in found]
    return sorted([*parts, *extras], key=lambda part: part.words.start)


def _named(
    notice: Notice, pieces: Sequence[PartPiece], places: Sequence[int], counted: bool
) -> Iterator[tuple[Range, Range]]:
    """Yield the names among the known parts and behind them; before them if the sentence counts more."""
    first, last = places[0], places[-1]
    between = [pieces[at] for at in range(first + 1, last) if at not in places]
    for piece in between:
        if counted or (_lists(piece.before) and _lists(piece.behind)):
            yield from _name(notice, piece, counted)
    commas = all(pieces[at].before == "，" for at in places[1:])
    yield from _in_a_row(notice, pieces[last + 1 :], counted, commas)
    if counted:
        yield from _in_a_row(notice, pieces[:first][::-1], counted, commas, before=False)


def _in_a_row(
    notice: Notice, pieces: Sequence[PartPiece], counted: bool, commas: bool, before: bool = True
) -> Iterator[tuple[Range, Range]]:
    for piece in pieces:
        named = list(_name(notice, piece, counted))
        sign = piece.before if before else piece.behind
        ordered = notice.pattern("notice-order-words").match(notice.text, *piece.whole)
        if piece.whole.end > piece.whole.start and not (
            named and (_lists(sign) or ordered or (commas and sign == "，"))
        ):
            return
        yield from named


def _lists(sign: str) -> bool:
    return compiled(LIST_SIGN).match(sign) is not None


def _name(notice: Notice, piece: PartPiece, counted: bool) -> Iterator[tuple[Range, Range]]:
    """Yield the name of an extra part, if the piece may be one; where nothing counts them, it must look like one."""
    words = _bare(notice, piece.whole)
    told = notice.words(words)
    if not SHORTEST <= len(told) <= LONGEST or notice.says("notice-no-extra", told):
        return
    if counted or notice.says("notice-own-parts", told):
        yield words, piece.whole


def _bare(notice: Notice, whole: Range) -> Range:
    """Drop what leads to a name (还要写, 由) and what ends the list (等五个部分)."""
    start, end = whole
    intro = list(notice.pattern("notice-extra-intros").finditer(notice.text, start, end))
    start = intro[-1].end() if intro else start
    lead = compiled(f"(?:{alternatives(notice.grammar['notice-extra-leads'])})+").match(
        notice.text, start, end
    )
    start = lead.end() if lead and lead.end() < end else start
    tail = compiled(f"(?:{alternatives(notice.grammar['notice-part-ends'])})$").search(
        notice.text, start, end
    )
    end = tail.start() if tail and tail.start() - start >= SHORTEST else end
    while start < end and notice.text[start] in "“”‘’（ 　":
        start += 1
    while start < end and notice.text[end - 1] in "“”‘’） 　":
        end -= 1
    return Range(start, end)
