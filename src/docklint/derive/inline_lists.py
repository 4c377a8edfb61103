"""Lists within a sentence: before a number, behind one, run together by a word."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import COUNT, weight
from docklint.derive.counts import COUNTED, LEAST, MARKED, announced_in, counts
from docklint.derive.marked_lists import marked_lists
from docklint.derive.reading import MARK, Notice
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals


def inline_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield every list that stands within a line."""
    yield from _counted(notice)
    yield from _uncounted(notice)
    yield from _whether(notice)
    yield from _led(notice)
    yield from _in_respect(notice)
    yield from marked_lists(notice)
    yield from _listed_behind_colon(notice)


def _made(
    notice: Notice, list_: Range, pieces: list[Range], count: int | None, extra: int
) -> Candidate | None:
    if len(pieces) < 2:
        return None
    first = names.without_lead(notice, pieces[0])
    first, *pieces = _without_explanations(notice, [first, *pieces[1:]])
    cleaned = tuple(names.clean(notice, names.without_weak_lead(notice, piece)) for piece in (first, *pieces))
    cleaned = tuple(names.without_weak_lead(notice, piece) for piece in cleaned)
    if not all(piece.end > piece.start and names.is_name(notice, piece) for piece in cleaned):
        return None
    cleaned = _without_check(notice, cleaned)
    yardsticks = notice.text[pieces[0].start : pieces[0].start + 2] in notice.grammar["notice-yardsticks"]
    shape = extra + (COUNTED if count == len(cleaned) else 0) - (COUNTED + 1 if yardsticks else 0)
    return Candidate(cleaned, list_, count, weight(notice, list_, cleaned[0].start) + shape)


def _without_check(notice: Notice, cleaned: tuple[Range, ...]) -> tuple[Range, ...]:
    """Drop the verb with which all names begin (五查：查甲、查乙)."""
    for verb in notice.grammar["notice-checks"]:
        if all(notice.text.startswith(verb, name.start) and name.end - name.start > 2 for name in cleaned):
            return tuple(Range(name.start + len(verb), name.end) for name in cleaned)
    return cleaned


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
        for match in compiled(f"{word}[^。；：！？\n”]+").finditer(notice.text):
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
        if not 2 <= count <= 12:
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


def _behind_count(notice: Notice, match: Match[str]) -> int:
    tail = compiled("[”’]?(?:方面)?").match(notice.text, match.end())
    return tail.end() if tail else match.end()


def _before(notice: Notice, match: Match[str]) -> Iterator[Range]:
    """Yield the stretches before a number that may hold the names: the last clause, then more of the sentence."""
    text, end = notice.text, match.start()
    while end > 0 and text[end - 1] in "等这那的下列共以上述如此有合计总几 “”":
        if text[end - 1] == "”" and text[end - 2 : end - 1] not in "等":
            break
        end -= 1
    floor = max(text.rfind(stop, 0, end) for stop in "。；：！？\n") + 1
    opening = text.rfind("“", floor, end) if text[end - 1 : end] == "”" else -1
    if opening >= 0 and text.find("、", opening, end) >= 0 and text.find("”", opening, end - 1) < 0:
        yield Range(opening + 1, end - 1)
    mark = compiled(MARK).match(text, floor, end)
    floor = mark.end() if mark else floor
    starts = [at + 1 for at in range(floor, end) if text[at] == "，"]
    count = numerals.parse(match["count"])
    for start in [*reversed(starts), floor]:
        range_ = Range(start, end)
        pieces = names.split(notice, range_, count)
        if len(pieces) > 1:
            yield range_
            if len(pieces) == count:
                return


def _behind(notice: Notice, match: Match[str]) -> Range | None:
    """Find the list that a number announces in the same line: …，即：甲、乙、丙。"""
    rest = compiled(
        r"[^。；：\n]{0,24}?(?:[，：]?(?:就是|分别是|分别为|具体是|具体为|主要是|依次是|包括|即|是指|是|为)[：，]?|：)(?!否)"
    ).match(notice.text, match.end())
    if not rest:
        return None
    end = min(
        (at for stop in "。\n" if (at := notice.text.find(stop, rest.end())) >= 0), default=len(notice.text)
    )
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


def _uncounted(notice: Notice) -> Iterator[Candidate]:
    """Find names before 等方面, 等几个方面, 方面的问题."""
    for match in compiled(
        r"(?:等(?:几个|多个|各个|若干)?|几个|、?以及其他)?(?:方面|环节)|等(?:突出)?问题"
    ).finditer(notice.text):
        floor = max(notice.text.rfind(stop, 0, match.start()) for stop in "。；：！？\n，") + 1
        mark = compiled(MARK).match(notice.text, floor, match.start())
        floor = mark.end() if mark else floor
        pieces = names.split(notice, Range(floor, match.start()), None)
        if len(pieces) > 1:
            pieces = names.joined_like_others(notice, pieces)
        if len(pieces) >= LEAST and not compiled(COUNT + "个?$").search(notice.text, floor, match.start()):
            made = _made(notice, Range(floor, match.end()), pieces, None, 0)
            if made:
                yield made


def _whether(notice: Notice) -> Iterator[Candidate]:
    """Find a row of questions: 觉悟高不高、作风实不实."""
    question = notice.pattern("notice-whether")
    for line in notice.lines:
        run: list[Range] = []
        for piece in [*names.cut(notice, line, "，、；。："), Range(line.end, line.end)]:
            match = question.search(notice.text, *piece)
            begins = match and match.start() - piece.start >= names.SHORTEST_NAME
            if begins and not compiled(r"[一二三四五六七八九][看查问是]").match(notice.text, *piece):
                run.append(piece)
                continue
            if len(run) >= LEAST:
                made = _made(notice, Range(run[0].start, run[-1].end), run, None, MARKED)
                if made:
                    yield made
            run = []


def _in_respect(notice: Notice) -> Iterator[Candidate]:
    """Find 在甲上、在乙上、在丙上."""
    for match in compiled(r"(?:在[^、，。；：\n]{2,16}上[、，和]?){2,}").finditer(notice.text):
        found = [
            Range(m.start(1), m.end(1))
            for m in compiled(r"在([^、，。；：\n]{2,16})上(?=[、，和]|在|[^在]|$)").finditer(
                notice.text, *match.span()
            )
        ]
        if len(found) >= LEAST:
            place = Range(*match.span())
            yield Candidate(tuple(found), place, None, weight(notice, place, match.start()) + MARKED)


def _listed_behind_colon(notice: Notice) -> Iterator[Candidate]:
    """Find names behind a colon or tab of which no number speaks: 检视方面：甲、乙、丙; 着重检视：带头…，带头…."""
    for match in compiled(r"[：](?=[^：\n]{6,})").finditer(notice.text):
        end = min(
            (at for stop in "。\n" if (at := notice.text.find(stop, match.end())) >= 0),
            default=len(notice.text),
        )
        lead = notice.text[notice.clause(match.start(), match.start()).start : match.start()]
        if not notice.says("notice-headings", lead) and not notice.says("notice-examine", lead):
            continue
        count = announced_in(notice, Range(notice.sentence(match.start()).start, match.start()))
        made = _made(
            notice, Range(match.start(), end), names.split(notice, Range(match.end(), end), count), count, 0
        )
        if made and len(made.names) >= LEAST:
            yield made._replace(weight=made.weight + 2 * notice.says("notice-headings", lead))
