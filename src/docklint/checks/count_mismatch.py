"""An announced count of the draft's own parts differs from what follows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from docklint.checks.fixes import fix, written
from docklint.grammar import Grammar
from docklint.rules import Check, Hit
from docklint.spans import Range
from docklint.structure.draft import Draft, Part
from docklint.structure.outline import numerals
from docklint.values import Value

_NUMERALS = frozenset("0123456789" + numerals.CHINESE)
_NO_START = _NUMERALS | {"第", "每"}
"""What stands before an ordinal, a rate and the rest of a number."""
_BEFORE_COUNT = ("（", "（共", "（计", "（共计")
_COUNTED = {"count-problems": "problem", "count-causes": "cause", "count-measures": "measure"}
_COUNTING = ("problems", "causes", "measures")
LONGEST_SENTENCE = 500
"""Code points before a count in which its sentence says whose it is."""
SHORTEST = 2
"""Code points of a number with its unit; most headings are followed by their parts at once."""
LONGEST_TAIL = 6
"""Code points between a count and the parts that follow at once (“三个方面的问题。”), stops not counted."""


class Announced(Value):
    """A count in the draft's words. `value`: as a number; `unit`: what it counts; `measure`: the word between, if any.

    `value` 0: what is written like a number and is none. `range`: the number; `whole`: all of it.
    """

    range: Range
    whole: Range
    value: int
    unit: str
    measure: str


class CountMismatch(Check):
    """Point at a number that announces the parts it stands before and does not fit them.

    What counts what is in the lexicon: `count-children`, `count-problems`, `count-causes`, `count-measures`;
    `count-announcers` make a count the draft's own (以下, 共查摆), `count-borrowed` the notice's (对照, 要求).
    """

    def applies(self, draft: Draft) -> bool:
        """Apply where parts stand below parts."""
        return any(part.parent is not None for part in draft.parts)

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a count that does not fit."""
        for part in filter(_counts_parts, draft.parts):
            for announced in _announced(draft, part):
                actual = _actual(draft, part, announced.unit)
                if actual and actual != announced.value:
                    number = _number(draft, announced, actual)
                    values = {
                        "announced": draft.quote(announced.range),
                        "actual": actual,
                        "unit": announced.unit,
                        "said": draft.words(announced.whole),
                        "written": number + _measure(draft, announced),
                    }
                    corrected = written(draft, announced.range, number)
                    yield Hit(draft.span(announced.range), values, fix=fix("unsafe", [corrected]))


def _number(draft: Draft, announced: Announced, value: int) -> str:
    """Write a count as another is written; two of something are 两."""
    if draft.words(announced.range).isdecimal():
        return str(value)
    return "两" if value == 2 else numerals.chinese(value)


def _measure(draft: Draft, announced: Announced) -> str:
    """Return the word that stands behind a number without what it counts: 三条措施, but two 条."""
    words = (announced.measure, announced.unit)
    measures = draft.grammar["count-measures-of"]
    return next(
        (word for word in words if word in draft.grammar["count-children"] and word in measures), measures[0]
    )


def _counts_parts(part: Part) -> bool:
    return part.role in _COUNTING and part.kind != "problem"


def _announced(draft: Draft, part: Part) -> Iterator[Announced]:
    children = draft.children(part)
    if not children or not _stand_apart(draft, children):
        return
    yield from _in_title(draft, part)
    text = draft.reading.text
    start, end = part.heading.end, children[0].range.start
    if end - start < SHORTEST or _NUMERALS.isdisjoint(text[start:end]):
        return
    for found in counts(draft.grammar, text, Range(start, end)):
        at, behind = found.whole
        is_part = text[at - 1 : at] in _NO_START
        if found.value and not is_part and _is_own(draft, _sentence(text, at, start), text, behind, end):
            yield found


def _stand_apart(draft: Draft, parts: Sequence[Part]) -> bool:
    """Return whether ordinals or lines of their own head all parts; paragraphs may be parted in more ways than one."""
    text = draft.reading.text
    return parts[0].ordinal is not None or all(text.startswith("\n", part.title.end) for part in parts)


def _in_title(draft: Draft, part: Part) -> Iterator[Announced]:
    """Yield the counts in brackets behind a title (存在的问题（6条）)."""
    if "（" not in draft.reading.text[part.title.start : part.title.end]:
        return
    text, (start, end) = draft.reading.text, part.title
    for found in counts(draft.grammar, text, part.title):
        before = text[start : found.whole.start]
        if found.value and before.endswith(_BEFORE_COUNT) and text.startswith("）", found.whole.end, end):
            yield found


def counts(grammar: Grammar, text: str, place: Range) -> Iterator[Announced]:
    """Yield the numbers with units of a place, one behind the other; the value of what is no number is 0."""
    behind = place.start
    for at in range(*place):
        if at >= behind and text[at] in _NUMERALS and (found := _count_at(grammar, text, at, place.end)):
            behind = found.whole.end
            yield found


def _count_at(grammar: Grammar, text: str, start: int, limit: int) -> Announced | None:
    """Read a number and its unit, of the number as much as the rest lets it have; a pattern would be dear to compile."""
    measures, adjectives, units = grammar.once(_words)
    for at in range(_end_of_number(text, start, limit), start, -1):
        for measure in _standing(measures, text, at, limit):
            for adjective in _standing(adjectives, text, at + len(measure), limit):
                behind = at + len(measure + adjective)
                for unit in _standing(units, text, behind, limit):
                    whole = Range(start, behind + len(unit))
                    return Announced(
                        Range(start, at), whole, numerals.parse(text[start:at]) or 0, unit, measure
                    )
    return None


def _end_of_number(text: str, start: int, limit: int) -> int:
    signs, longest = (numerals.ARABIC, 3) if text[start] in numerals.ARABIC else (numerals.CHINESE, 4)
    return min(limit, numerals.end_of(text, start, signs, longest))


def _standing(words: Iterable[str], text: str, at: int, limit: int) -> Iterator[str]:
    return (word for word in words if text.startswith(word, at, limit))


def _words(grammar: Grammar) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return what may stand behind a number, as it is tried: a measure or none, an adjective or none, the longest unit."""
    units = {unit: None for key in ("count-children", *_COUNTED) for unit in grammar[key]}
    longest_first = tuple(sorted(units, key=len, reverse=True))
    return (*grammar["count-measures-of"], ""), (*grammar["count-adjectives"], ""), longest_first


def _is_own(draft: Draft, sentence: str, text: str, start: int, end: int) -> bool:
    """Return whether the draft counts its own parts: it says so, or the parts follow at once."""
    if sentence.count("“") > sentence.count("”") or any(
        word in sentence for word in draft.grammar["count-borrowed"]
    ):
        return False
    clause = sentence[sentence.rfind("，") + 1 :]
    return _at_once(text, start, end) or any(word in clause for word in draft.grammar["count-announcers"])


def _at_once(text: str, start: int, end: int) -> bool:
    """Return whether hardly anything but stops stands in `text[start:end]`."""
    if end - start > LONGEST_SENTENCE:
        return False
    rest = text[start:end]
    return len(rest.strip("。：，；\n")) <= LONGEST_TAIL and "。" not in rest.rstrip("。：；\n")


def _sentence(text: str, at: int, start: int) -> str:
    start = max(start, at - LONGEST_SENTENCE)
    return text[max(start, text.rfind("。", start, at) + 1) : at]


def _actual(draft: Draft, part: Part, unit: str) -> int:
    kind = next((kind for key, kind in _COUNTED.items() if unit in draft.grammar[key]), None)
    first = bisect_left(draft.parts, part.range.start, key=_start)
    last = bisect_right(draft.parts, part.range.end, key=_start)
    within = (other for other in draft.parts[first:last] if part.range.covers(other.range))
    return sum(other.kind == kind for other in within) or len(draft.children(part))


def _start(part: Part) -> int:
    return part.range.start
