"""Names of dimensions: a stretch of text cut into as many as are announced, each without what leads to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from re import Pattern

from docklint.derive.affixes import beginning, without_affixes
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range

LONGEST_NAME = 45
"""A name of more code points is a sentence."""
SHORTEST_NAME = 2
MOST_NAMES = 30
"""What has more pieces is no list of names."""
TOO_LONG = 1.6
"""So many times as long as the others a name is two."""
UNEVEN = 3
"""So many code points a name may have beyond twice the longest between first and last."""
_MARKS = "，、；：。,. 　\n"
_OPENING, _CLOSING = "“‘", "”’"
_OPENERS, _CLOSERS = "“（《", "”》）"


def clean(notice: Notice, range_: Range) -> Range:
    """Drop marks, quotes around the whole, and what follows a name (等, 方面, 的问题)."""
    text, (start, end), before = notice.text, range_, None
    while before != (start, end) and start < end:
        before = (start, end)
        while start < end and text[start] in _MARKS + "•·●○◆■▪★-—*":
            start += 1
        while start < end and text[end - 1] in _MARKS + "—-*":
            end -= 1
        start, end = _unquoted(text, start, end)
        match = notice.grammar.once(_behind).search(text, start, end)
        if match and match.start() - start >= SHORTEST_NAME:
            end = match.start()
    return Range(start, end)


def _behind(grammar: Grammar) -> Pattern[str]:
    return compiled(f"(?:{alternatives(grammar['notice-behind-names'])})$")


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    opened, closed = (sum(words.count(sign) for sign in signs) for signs in (_OPENING, _CLOSING))
    if words and words[0] in _OPENING and (closed < opened or (opened == 1 and words[-1] in _CLOSING)):
        return start + 1, end - (words[-1] in _CLOSING)
    if words and words[-1] in _CLOSING and opened < closed:
        return start, end - 1
    return start, end


def without_lead(notice: Notice, range_: Range) -> Range:
    """Drop what leads to the first name of a list: the last word that opens one, a subject before it included."""
    start, end = range_
    for match in notice.pattern("notice-openers").finditer(notice.text, start, end):
        inside = _quoted_at(notice.text, start, end, match.start())
        if not inside and end - match.end() >= SHORTEST_NAME:
            start = match.end()
    return without_weak_lead(notice, Range(start, end), "notice-weak-openers")


def without_weak_lead(notice: Notice, range_: Range, key: str = "notice-before-names") -> Range:
    """Drop what may stand before a name of its own (关于, 在…方面)."""
    start, end = range_
    while match := notice.pattern(key).match(notice.text, start, end):
        if end - match.end() < SHORTEST_NAME or match.end() == start:
            break
        start = match.end()
    return Range(start, end)


def aligned(notice: Notice, pieces: list[Range]) -> list[Range]:
    """Begin the first name where it begins like all others (要在甲上、在乙上、在丙上), and each behind its 其次."""
    ordered = [pieces[0], *(_behind_order(notice, piece) for piece in pieces[1:])]
    shared = beginning([notice.words(piece) for piece in ordered[1:]])
    while shared and (len(shared) > 1 or shared in notice.grammar["notice-heads"]):
        at = notice.text.rfind(shared, *ordered[0])
        if at >= 0 and len(pieces) > 2:
            return [Range(at, ordered[0].end), *ordered[1:]]
        shared = shared[:-1]
    return ordered


def _behind_order(notice: Notice, piece: Range) -> Range:
    match = notice.pattern("notice-order-words").match(notice.text, *piece)
    return Range(match.end(), piece.end) if match else piece


def ended(notice: Notice, pieces: list[Range]) -> list[Range]:
    """End a row with the first name behind which the sentence goes on."""
    cut_off = [without_tail(notice, piece) for piece in pieces]
    if cut_off[:2] != pieces[:2]:
        return pieces
    told = [notice.words(piece) for piece in pieces]
    for at, piece in enumerate(pieces):
        if any(
            told[at][i : i + 3] in told[0] + told[1]
            for i in range(cut_off[at].end - piece.start, len(told[at]) - 2)
        ):
            # What the names before it say as well is their own (抓得不够紧, 做得不够细).
            cut_off[at] = piece
    last = next((at for at in range(2, len(pieces)) if cut_off[at] != pieces[at]), len(pieces) - 1)
    return [*pieces[:last], cut_off[last]]


def bare(notice: Notice, pieces: list[Range]) -> tuple[Range, ...]:
    """Return the names in these pieces without what belongs to none; empty if one of them is no name."""
    if len(pieces) > MOST_NAMES:
        return ()
    pieces = [*pieces[:-1], without_tail(notice, pieces[-1])]
    led = _without_shared_lead(notice, pieces[1:])
    found = tuple(clean(notice, piece) for piece in (without_weak_lead(notice, pieces[0]), *led))
    if not all(name.end > name.start for name in found):
        return ()
    found = tuple(clean(notice, name) for name in without_affixes(notice, _quotations(notice, found)))
    whole = all(name.end > name.start and is_name(notice, name) for name in found)
    return found if whole and _is_even(notice, found) else ()


def _without_shared_lead(notice: Notice, pieces: list[Range]) -> list[Range]:
    """Drop what leads to two names or more (在…方面); what one alone begins with is its own (聚焦主业)."""
    led = [without_weak_lead(notice, piece) for piece in pieces]
    leads = Counter(notice.text[a.start : b.start] for a, b in zip(pieces, led, strict=True) if a != b)
    lead, times = leads.most_common(1)[0] if leads else ("", 0)
    if times < min(2, len(pieces)):
        return pieces
    return [
        Range(a.start + len(lead), a.end) if a == b and notice.text.startswith(lead, a.start) else b
        for a, b in zip(pieces, led, strict=True)
    ]


def _quotations(notice: Notice, found: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return what the names have between quotes if they differ in nothing else (照一照“甲”这面镜子)."""
    quoted = [compiled("“([^“”]{2,})”").search(notice.text, *name) for name in found]
    inside = tuple(Range(*match.span(1)) for match in quoted if match)
    around = {
        notice.text[name.start : inner.start] + notice.text[inner.end : name.end]
        for name, inner in zip(found, inside, strict=False)
    }
    leads = tuple(notice.grammar["notice-leads"])
    alone = len(inside) == len(found) and len(around) == 1
    return inside if alone and not next(iter(around)).startswith(leads) else found


def _is_even(notice: Notice, found: Sequence[Range]) -> bool:
    """Return whether first and last are like the others: what led to a list or ends it would stick out."""
    if len(found) <= SHORTEST_NAME:
        return True
    lengths = [name.end - name.start for name in found]
    heads = tuple(notice.grammar["notice-lone-heads"])
    verbs = [notice.text.startswith(heads, name.start) for name in found]
    led = verbs[0] and not any(verbs[1:])
    return max(lengths[0], lengths[-1]) <= 2 * max(lengths[1:-1]) + UNEVEN and not led


def without_tail(notice: Notice, range_: Range) -> Range:
    """Drop what the sentence goes on with behind the last name of a list (进行反思, 这几个方面做得怎么样)."""
    match = notice.pattern("notice-behind-last").search(notice.text, range_.start + SHORTEST_NAME, range_.end)
    return Range(range_.start, match.start()) if match else range_


def _quoted_at(text: str, start: int, end: int, at: int) -> bool:
    return text.count("“", start, at) > text.count("”", start, at)


def is_name(notice: Notice, range_: Range) -> bool:
    """Return whether a range may be a name: neither too short nor a sentence, a date or a number."""
    words = notice.words(range_)
    return (
        SHORTEST_NAME <= len(words) <= LONGEST_NAME
        and not any(sign in words for sign in "。；：\n")
        and not notice.says("notice-dates", words)
        and words[0] not in ("）", "”", "，", "、", *notice.grammar["notice-no-first"])
        and (words[-1] not in notice.grammar["notice-no-last"] or notice.says("notice-whether", words[-3:]))
        and not notice.says("notice-no-name", words)
        and words.count("“") == words.count("”")
        and words.count("（") == words.count("）")
        and not notice.pattern("notice-item-marks").match(words)
    )


def split(notice: Notice, range_: Range, count: int | None) -> list[Range]:
    """Cut a list into its names: as many as announced if any way does so; without a number, at its coarsest marks."""
    ways = [way for way in _ways(notice, range_) if len(way) > 1]
    if count is not None:
        fitting = next((way for way in ways if len(way) == count), None)
        if fitting:
            return fitting
        joined = next((cut for way in ways or [[range_]] if len(cut := parted(notice, way)) == count), None)
        if joined:
            return joined
        return max(ways, key=len, default=[])
    return ways[0] if ways else []


def _ways(notice: Notice, range_: Range) -> Iterator[list[Range]]:
    """Yield the ways to cut a list, the surest first: quotations, a common beginning, ；, ，, 、."""
    joints = (*notice.grammar["notice-strong-joints"], *notice.grammar["notice-joints"])
    quoted = [Range(m.start(), m.end()) for m in compiled("“[^”\n]{2,60}”").finditer(notice.text, *range_)]
    if len(quoted) > 1 and all(
        notice.text[a.end : b.start] in ("", "、", "，", "；", *joints) for a, b in pairwise(quoted)
    ):
        yield quoted
    for sign in "；？":
        if notice.text.find(sign, *range_) >= 0:
            yield [piece for piece in cut(notice, range_, sign) if piece.end > piece.start]
    yield from by_beginning(notice, range_)
    for signs in ("、", "，", "，、"):
        yield ended_at_comma(notice, list(cut(notice, range_, signs)))


def ended_at_comma(notice: Notice, way: list[Range]) -> list[Range]:
    """End the last name at its comma if no other holds one: what follows is no part of the list."""
    last = way[-1]
    comma = notice.text.find("，", *last)
    if comma < 0 or any(notice.text.find("，", *each) >= 0 for each in way[:-1]):
        return way
    return [*way[:-1], Range(last.start, comma)]


def by_beginning(notice: Notice, range_: Range) -> Iterator[list[Range]]:
    """Cut before the words that begin most items: 带头…、…，带头…; but then not within them."""
    pieces = list(cut(notice, range_, "，、；"))
    first = without_lead(notice, pieces[0]) if pieces else Range(0, 0)
    heads = Counter(notice.text[p.start : p.start + 2] for p in [first, *pieces[1:]])
    for head, times in heads.most_common(1):
        if times > 1 and times < len(pieces) and notice.text.startswith(head, first.start):
            starts = [first.start, *(p.start for p in pieces[1:] if notice.text.startswith(head, p.start))]
            ends = [*(at - 1 for at in starts[1:]), range_.end]
            yield ended_at_comma(notice, [Range(s, e) for s, e in zip(starts, ends, strict=True)])


def cut(notice: Notice, range_: Range, signs: str) -> Iterator[Range]:
    """Cut at signs that stand outside quotes and brackets."""
    start, depth = range_.start, 0
    for match in compiled(f"[“（《”》）{signs}]").finditer(notice.text, *range_):
        sign = match[0]
        depth = max(depth + (sign in _OPENERS) - (sign in _CLOSERS), 0)
        if sign in signs and not depth:
            yield Range(start, match.start())
            start = match.end()
    yield Range(start, range_.end)


def parted(notice: Notice, way: list[Range]) -> list[Range]:
    """Part the last name where it joins another (作风和纪律), the strongest word first."""
    if not way:
        return way
    last = way[-1]
    for joints in ("notice-strong-joints", "notice-joints"):
        for match in notice.pattern(joints).finditer(notice.text, last.start + SHORTEST_NAME, last.end - 1):
            return [*way[:-1], Range(last.start, match.start()), Range(match.end(), last.end)]
    return way


def joined_like_others(notice: Notice, way: list[Range]) -> list[Range]:
    """Part the last name of a list without a number if it is too long for one and both halves are like the others."""
    halved = parted(notice, way)
    if len(halved) == len(way) or len(way) < 2:
        return way
    lengths = [r.end - r.start for r in way[1:-1]] or [way[0].end - way[0].start]
    halves = [r.end - r.start for r in halved[-2:]]
    fits = all(min(lengths) - 1 <= half <= max(lengths) + 1 for half in halves)
    whole = clean(notice, without_tail(notice, way[-1]))
    too_long = whole.end - whole.start > TOO_LONG * max(lengths) and 2 * min(halves) >= min(lengths)
    return halved if fits or too_long else way
