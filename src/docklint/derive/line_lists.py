"""Lists of which each name has a line: numbered, with bullets, or 名称：说明."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import Pattern

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import NEAR, weight_of_announcement
from docklint.derive.counts import COUNTED, LEAST, MARKED, MOST, announced_in
from docklint.derive.marked_lists import item_name, sequence
from docklint.derive.reading import BULLET, LONGEST_HEADING, Notice
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

ASPECTS = 2
"""What names that all end in 方面 add to the weight."""
_LABEL = r"(?P<name>[^：，。；！？\n]{2,24})(?:：|——|—)(?=.)"
ALIKE = 3
"""Lines without marks that begin with so many equal code points are a list."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
FORMAL = "壹贰叁肆伍陆柒捌玖"
"""Numerals that nobody can change into others."""
LOOKED_AT = 3
"""What questions that explain the names add to the weight."""
LONGEST_BARE = 16
"""Code points of a line that is a name and nothing else."""
FAR = 4
"""So many lines may explain an item before the next one."""


class Item:
    """A line that may be one of a list: the style of its mark, its number (0: none) and where its words begin."""

    def __init__(self, line: int, style: str, value: int, start: int) -> None:
        self.line, self.style, self.value, self.start = line, style, value, start


def line_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield every list that stands on lines of its own."""
    for run in (*runs(notice), *_plain_runs(notice)):
        yield from _of_run(notice, run)


def line_runs(notice: Notice) -> Iterator[list[Range]]:
    """Yield the runs of lines that may be one list each, every line from behind its mark to its end."""
    for run in (*runs(notice), *_plain_runs(notice)):
        yield [Range(item.start, notice.lines[item.line].end) for item in run]


def runs(notice: Notice) -> Iterator[list[Item]]:
    """Yield the runs of lines with marks of one style, in order."""
    open_: dict[str, list[Item]] = {}
    closed: dict[str, list[Item]] = {}
    for at, line in enumerate(notice.lines):
        items = list(_items(notice, at, line))
        for style in [style for style, run in open_.items() if _ends(run, at, items)]:
            closed[style] = open_.pop(style)
            yield from _long_enough(closed[style])
        for item in items:
            run = open_.get(item.style)
            if run and (item.value in (0, run[-1].value + 1)):
                run.append(item)
            elif (
                item.style == "circled"
                and (ended := closed.get(item.style))
                and item.value == ended[-1].value + 1
            ):
                # Signs that count on over a paragraph are one list.
                open_[item.style] = [*ended, item]
            elif item.value in (0, 1):
                if run:
                    yield from _long_enough(run)
                open_[item.style] = [item]
    for run in open_.values():
        yield from _long_enough(run)


def _ends(run: list[Item], at: int, items: Sequence[Item]) -> bool:
    last = run[-1]
    if any(item.style == last.style for item in items):
        return not last.value and at - last.line > 1
    higher = last.style != "chinese" and any(item.style == "chinese" for item in items)
    return higher or at - last.line > (
        FAR if last.value and last.style != "chinese" else 1 if not last.value else 99
    )


def _long_enough(run: list[Item]) -> Iterator[list[Item]]:
    if len(run) > 1:
        yield run


def _marks(grammar: Grammar) -> tuple[tuple[str, Pattern[str]], ...]:
    told = (one.partition("=") for one in grammar["notice-line-marks"])
    return tuple((style, compiled(mark)) for style, _, mark in told)


def _items(notice: Notice, at: int, line: Range) -> Iterator[Item]:
    for style, mark in notice.grammar.once(_marks):
        match = mark.match(notice.text, *line)
        if match and match.end() < line.end:
            number = notice.grammar.once(sequence).get(match["n"])
            yield Item(at, style, _value(match["n"]) if number is None else number, match.end())
            return
    bullet = compiled(BULLET).match(notice.text, *line)
    if bullet and bullet.end() < line.end:
        yield Item(at, "bullet", 0, bullet.end())
        return
    if compiled(_LABEL).match(notice.text, *line):
        yield Item(at, "label", 0, line.start)
    elif notice.pattern("notice-aspect-lines").match(notice.text, *line):
        yield Item(at, "aspect", 0, line.start)


def _plain_runs(notice: Notice) -> Iterator[list[Item]]:
    """Yield the runs of short lines without marks below a line that announces as many, or that all begin alike."""
    for at, line in enumerate(notice.lines):
        if not notice.words(line).endswith("："):
            continue
        announced = announced_in(notice, line) or 0
        below = enumerate(notice.lines[at + 1 : at + 1 + announced], at + 1)
        items = [Item(i, "plain", 0, one.start) for i, one in below if _is_plain(notice, i, one)]
        if announced and len(items) == announced:
            yield items
            continue
        explained = _explained(notice, at + 1, announced)
        if explained:
            yield explained
            continue
        if not announced and (_examines(notice, line) or notice.says("notice-below", notice.words(line))):
            bare = list(_bare_lines(notice, at + 1))
            if len(bare) >= LEAST:
                yield bare
                continue
        alike = list(_alike(notice, at + 1))
        if len(alike) >= LEAST:
            yield alike


def _examines(notice: Notice, line: Range) -> bool:
    return notice.says("notice-examine", notice.words(line))


def _bare_lines(notice: Notice, at: int) -> Iterator[Item]:
    """Yield the short lines below, as long as they are names and nothing else."""
    for i, line in enumerate(notice.lines[at : at + MOST], at):
        words = notice.words(line).split("（")[0]
        if (
            len(words) > LONGEST_BARE
            or any(_items(notice, i, line))
            or any(sign in words for sign in "，。：；？！")
        ):
            return
        yield Item(i, "plain", 0, line.start)


def _explained(notice: Notice, at: int, announced: int) -> list[Item]:
    """Return as many lines as announced, if each begins with a short name and a stop, all with one sign (讲廉洁。看…)."""
    lines = notice.lines[at : at + announced]
    items = [Item(i, "plain", 0, line.start) for i, line in enumerate(lines, at)]
    heads = {notice.text[line.start] for line in lines}
    short = all(compiled(r"[^，。：；\n]{2,20}。").match(notice.text, *line) for line in lines)
    return items if len(items) == announced >= LEAST and short and len(heads) == 1 else []


def _alike(notice: Notice, at: int) -> Iterator[Item]:
    head = notice.words(notice.lines[at])[:ALIKE] if at < len(notice.lines) else ""
    for i in range(at, len(notice.lines)):
        line = notice.lines[i]
        if len(head) < ALIKE or not notice.text.startswith(head, line.start) or any(_items(notice, i, line)):
            return
        yield Item(i, "plain", 0, line.start)


def _is_plain(notice: Notice, at: int, line: Range) -> bool:
    words = notice.words(line)
    return len(words) <= LONGEST_HEADING and not any(_items(notice, at, line)) and "。" not in words[:-1]


def _value(number: str) -> int:
    if number in STEMS:
        return STEMS.index(number) + 1
    if number in FORMAL:
        return FORMAL.index(number) + 1
    return (
        ord(number.casefold()) - ord("a") + 1
        if number.isascii() and number.isalpha()
        else numerals.parse(number) or 0
    )


def _of_run(notice: Notice, run: list[Item]) -> Iterator[Candidate]:
    pieces = _named_later(notice, run) or [
        item_name(notice, item.start, notice.lines[item.line].end) for item in run
    ]
    if len(run) < (2 if run[0].value else LEAST) or not all(names.is_name(notice, piece) for piece in pieces):
        return
    pieces = list(names.bare(notice, pieces)) or pieces
    first = run[0].line
    announcement = notice.lines[first - 1] if first else Range(0, 0)
    place = Range(announcement.start, notice.lines[run[-1].line].end)
    heading = notice.heading(notice.lines[first].start)
    words = notice.words(announcement)
    is_heading = len(words) <= LONGEST_HEADING and not words.endswith("。")
    total = weight_of_announcement(notice, announcement, heading if words not in heading else "")
    total += NEAR * (total <= 0 and words.endswith("：") and notice.says("notice-headings", words))
    announced = (
        announced_in(notice, announcement) if is_heading or words.endswith(("：", "。", "；")) else None
    )
    if run[0].style == "chinese" and announced != len(pieces):
        # The numbered headings of a notice stand below its title, which counts something else.
        announced = None
    aspects = all(
        notice.says("notice-aspect", notice.words(Range(item.start, notice.lines[item.line].end)))
        for item in run
    )
    total += MARKED + ASPECTS * aspects + (COUNTED if announced == len(pieces) else 0)
    if not is_heading and not words.endswith("：") and announced != len(pieces):
        total -= ASPECTS
    yield Candidate(
        tuple(pieces), place, announced, total + LOOKED_AT * _tell_what_to_look_at(notice, run, pieces)
    )


def _tell_what_to_look_at(notice: Notice, run: Sequence[Item], pieces: Sequence[Range]) -> bool:
    """Return whether most items explain their name by questions to oneself (看是否拥护改革)."""
    explained = (
        notice.text[piece.end : notice.lines[item.line].end] for item, piece in zip(run, pieces, strict=True)
    )
    return sum(notice.says("notice-looks-at", told) for told in explained) * 2 > len(run)


def _named_later(notice: Notice, run: Sequence[Item]) -> list[Range]:
    """Find the names of items that lead to them by a question (一问初心，查站稳立场方面的问题); empty if not all do."""
    pattern = notice.pattern("notice-named-later")
    found = [pattern.search(notice.text, item.start, notice.lines[item.line].end) for item in run]
    named = [Range(*match.span("name")) for match in found if match]
    return named if len(named) == len(run) else []
