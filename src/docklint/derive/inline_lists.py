"""Lists within a sentence: before a number, behind one, run together by a word."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match, Pattern

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import SENTENCE, decorations, weight
from docklint.derive.counts import COUNTED, LEAST, MOST, announced_in, counts
from docklint.derive.evening import evened
from docklint.derive.marked_lists import marked_lists
from docklint.derive.reading import MARK, Notice
from docklint.derive.rows import rows
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

LONGEST_LIST = 800
"""Code points that the names of a list and what stands between them have at most."""


def inline_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield every list that stands within a line."""
    yield from _counted(notice)
    yield from _in_rows(notice)
    yield from _led(notice)
    yield from marked_lists(notice)
    yield from _listed_behind_colon(notice)


def _made(
    notice: Notice, list_: Range, pieces: list[Range], count: int | None, extra: int
) -> Candidate | None:
    if len(pieces) < 2:
        return None
    pieces = _before_own_count(notice, pieces)
    whole, pieces = pieces, pieces if count else names.ended(notice, pieces)
    pieces = _without_explanations(notice, pieces)
    raw = names.aligned(notice, pieces)
    first = raw[0] if raw[0] != pieces[0] else names.without_lead(notice, raw[0])
    made = names.bare(notice, evened(notice, [first, *raw[1:]]))
    measured = _measured(notice, raw)
    if not made or (count is None and (measured or len(made) < LEAST)):
        return None
    shape = extra + (COUNTED if count == len(made) else 0) - (COUNTED + 1) * measured
    taken_off = decorations(whole[: len(made)], made, notice)
    asked = all(notice.says("notice-whether", notice.words(name)) for name in made)
    doubled = asked and all(notice.says("notice-doubled", notice.words(name)) for name in made)
    weighed = SENTENCE * doubled + weight(
        notice, list_, made[0].start, taken_off, asks=asked, fits=count == len(made)
    )
    return Candidate(made, list_, count, weighed + shape)


def _before_own_count(notice: Notice, pieces: list[Range]) -> list[Range]:
    """End the last name before the number of all names, whatever is counted (…这三类作风顽疾)."""
    last = pieces[-1]
    for match in notice.grammar.once(_own_count).finditer(
        notice.text, last.start + names.SHORTEST_NAME, last.end
    ):
        if numerals.parse(match["count"]) == len(pieces):
            return [*pieces[:-1], Range(last.start, match.start())]
    return pieces


def _own_count(grammar: Grammar) -> Pattern[str]:
    these, measures = alternatives(grammar["notice-these"]), alternatives(grammar["notice-measures"])
    return compiled(rf"(?:等|{these})?(?P<count>[{numerals.CHINESE}2-9])(?:{measures})")


def _measured(notice: Notice, raw: list[Range]) -> bool:
    """Return whether these are yardsticks (对照党章、对照准则): by them one examines, they are not what is examined."""
    heads = notice.grammar["notice-yardsticks"]
    examined = all(notice.says("notice-examined-ends", notice.words(piece)) for piece in raw)
    return not examined and all(notice.text.startswith(heads, piece.start) for piece in raw[1:])


def _without_explanations(notice: Notice, pieces: list[Range]) -> list[Range]:
    """End each name before its explanation (查立场，看是否坚定) if all have one."""
    cut = compiled(f"，(?={alternatives(notice.grammar['derive-cuts'])})")
    cuts = [cut.search(notice.text, *piece) for piece in pieces]
    if not all(cuts[:-1]):
        return pieces
    return [Range(piece.start, c.start() if c else piece.end) for piece, c in zip(pieces, cuts, strict=True)]


def _led(notice: Notice) -> Iterator[Candidate]:
    """Find names that all begin with one word (带头…、带头…), whatever stands around them."""
    for word in notice.grammar["notice-leads"]:
        for match in compiled(f"{word}[^。；：！？\n”）]+").finditer(notice.text):
            floor = match.start()
            pieces = next(
                iter(names.by_beginning(notice, Range(*match.span()))),
                list(names.cut(notice, Range(*match.span()), "，、")),
            )
            led = [piece for piece in pieces if notice.text.startswith(word, piece.start)]
            if len(led) < LEAST or led[-1] != pieces[len(led) - 1]:
                continue
            end = led[-1].end
            comma = notice.text.find("，", led[-1].start, end)
            if comma >= 0 and "，" not in notice.text[floor : led[-1].start]:
                led[-1] = Range(led[-1].start, comma)
            count = announced_in(notice, Range(notice.sentence(floor).start, floor))
            made = _made(notice, Range(floor, led[-1].end), led, count if count == len(led) else None, 0)
            if made:
                yield made


def _counted(notice: Notice) -> Iterator[Candidate]:
    for match in notice.grammar.once(counts).finditer(notice.text):
        count = numerals.parse(match["count"]) or 0
        # A number behind an aspect is of its problems (选人用人方面2个问题).
        of_one = notice.text.endswith(notice.grammar["notice-aspect"], 0, match.start())
        if of_one or not 2 <= count <= MOST:
            continue
        for range_ in _before(notice, match):
            made = _made(
                notice,
                Range(range_.start, _behind_count(notice, match)),
                names.split(notice, range_, count),
                count,
                0,
            )
            if made:
                yield made
        behind = _behind(notice, match)
        if behind:
            made = _made(
                notice, Range(match.start(), behind.end), names.split(notice, behind, count), count, 0
            )
            if made:
                yield made


def _before_count(grammar: Grammar) -> Pattern[str]:
    return compiled(f"(?:{alternatives(grammar['notice-before-count'])})+$")


def _behind_count(notice: Notice, match: Match[str]) -> int:
    tail = compiled(f"[”’]?(?:{alternatives(notice.grammar['notice-aspect'])})?").match(
        notice.text, match.end()
    )
    return tail.end() if tail else match.end()


def _before(notice: Notice, match: Match[str]) -> Iterator[Range]:
    """Yield the stretches before a number that may hold the names: the last clause, then more of the sentence."""
    text, end = notice.text, match.start()
    before = notice.grammar.once(_before_count).search(text, max(0, end - names.LONGEST_NAME), end)
    end = before.start() if before else end
    floor = max(notice.behind_stop("。；：！？", end), end - LONGEST_LIST)
    opening = text.rfind("“", floor, end) if text[end - 1 : end] == "”" else -1
    if opening >= 0 and text.find("、", opening, end) >= 0 and text.find("”", opening, end - 1) < 0:
        yield Range(opening + 1, end - 1)
    mark = compiled(MARK).match(text, floor, end)
    floor = mark.end() if mark else floor
    starts = [at + 1 for at in range(floor, end) if text[at] == "，"]
    sentence = max(notice.behind_stop("。：！？", end), end - LONGEST_LIST)
    if sentence < floor and len(list(names.cut(notice, Range(sentence, end), "；"))) == numerals.parse(
        match["count"]
    ):
        # The semicolons part the names (甲；乙；丙等3个方面).
        yield Range(sentence, end)
    count = numerals.parse(match["count"])
    pairs = list(names.cut(notice, Range(floor, end), "，"))
    if len(pairs) == count and all("、" in notice.words(pair) for pair in pairs):
        # Each name has two halves (讲忠诚、守规矩，勇担当、善作为).
        yield Range(floor, end)
        return
    for start in [*reversed(starts), floor]:
        range_ = Range(start, end)
        pieces = names.split(notice, range_, count)
        if len(pieces) > 1:
            yield range_
            if len(pieces) == count:
                return


def _behind(notice: Notice, match: Match[str]) -> Range | None:
    """Find the list that a number announces in the same line: …，即：甲、乙、丙。"""
    rest = notice.pattern("notice-introductions").match(notice.text, match.end())
    if not rest:
        return None
    end = min(notice.at_stop("。", rest.end()), rest.end() + LONGEST_LIST)
    semicolon = notice.text.find("；", rest.end(), end)
    comma_list = notice.text[rest.end() : semicolon if semicolon >= 0 else end]
    if semicolon >= 0 and "、" in comma_list and comma_list.count("、") + 1 == numerals.parse(match["count"]):
        end = semicolon
    range_ = Range(rest.end(), end)
    count = numerals.parse(match["count"])
    if len(names.split(notice, range_, count)) == count:
        return range_
    comma = next((at for at in range(rest.end(), end) if notice.text[at] == "，"), end)
    return Range(rest.end(), comma)


def _in_rows(notice: Notice) -> Iterator[Candidate]:
    """Find names of which no number speaks: before 等方面, in a row of questions, behind 围绕."""
    for stretch, pieces in rows(notice):
        if announced_in(notice, Range(pieces[-1].start, stretch.end)):
            # The number speaks of the row, and is heard where lists with a number are made.
            continue
        made = _made(notice, stretch, pieces, None, 0)
        if made:
            yield made


def _listed_behind_colon(notice: Notice) -> Iterator[Candidate]:
    """Find names behind a colon or tab of which no number speaks: 检视方面：甲、乙、丙; 着重检视：带头…，带头…."""
    for match in compiled(r"[：](?=[^：\n]{6,})").finditer(notice.text):
        end = min(notice.at_stop("。", match.end()), match.end() + LONGEST_LIST)
        lead = notice.text[notice.clause(match.start(), match.start()).start : match.start()]
        if not notice.says("notice-headings", lead) and not notice.says("notice-examine", lead):
            continue
        count = announced_in(notice, Range(notice.sentence(match.start()).start, match.start()))
        made = _made(
            notice, Range(match.start(), end), names.split(notice, Range(match.end(), end), count), count, 0
        )
        if made and len(made.names) >= LEAST:
            yield made._replace(weight=made.weight + 2 * notice.says("notice-headings", lead))
