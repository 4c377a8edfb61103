"""Of which parts a notice says that papers consist: in one sentence, on lines of their own, or by verbs alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from re import Match

from docklint.derive.extra_parts import told_number, with_extras
from docklint.derive.line_lists import runs
from docklint.derive.part_names import (
    LONGEST,
    NamedPart,
    as_measures,
    audience_in,
    bare_part,
    distinct,
    named_parts,
    sentences,
    without_weak,
)
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of, role_of
from docklint.derive.whose_parts import are_of_another
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.tuples import NamedTuple

NAMES_PAPER, NAMES_SHAPE = 3, 2
LAST_RESORT = 1
"""What weighs a sentence that has two parts and does not say of which paper (查找不足，明确措施)."""


LEAST_NUMBERED = 3
"""So many numbered parts of one paragraph are all that there are."""


MOST_JOINED = 5
"""So many sentences may go on with the parts of the one before them."""


class PartsList(NamedTuple):
    """The parts that one place lists, and what speaks for it."""

    parts: tuple[NamedPart, ...]
    place: Range
    weight: int
    audience: str | None


def list_for(lists: Sequence[PartsList], audience: str) -> PartsList | None:
    """Return the first list for an audience (empty: for anybody), else the first that is for nobody in particular."""
    own = next((each for each in lists if each.audience == audience), None) if audience else None
    shared = next((each for each in lists if not audience or each.audience is None), None)
    return own or shared


def parts_lists(notice: Notice, dimensions: Iterable[Range] = ()) -> list[PartsList]:
    """Return the lists of parts, the weightiest first. `dimensions`: names that are none, whatever they hold."""
    taken = frozenset(at for name in dimensions for at in range(*name))
    found = [*_numbered(notice), *_in_sentences(notice, taken), *_on_lines(notice), *_in_order(notice)]
    own = [each for each in found if not are_of_another(notice, [part.words for part in each.parts])]
    return sorted(own, key=lambda each: (-each.weight, each.place.start))


def _numbered(notice: Notice) -> Iterator[PartsList]:
    """Yield the parts that a paragraph numbers (第一部分写…；第二部分写…): every one is a part, whatever it is called."""
    for line, labels in _labelled(notice):
        ends = [*(each.start() for each in labels[1:]), line.end]
        parts = [
            _of_line(notice, each.start(), Range(each.start(), end))
            for each, end in zip(labels, ends, strict=True)
        ]
        named = _once([part for part in parts if part])
        roles = {part.role for part in named} - {None}
        if len(named) == len(labels) and "problems" in roles and roles & {"causes", "measures"}:
            weight = NAMES_PAPER + NAMES_SHAPE + len(named)
            yield PartsList(tuple(named), line, weight, audience_in(notice, line))


def _labelled(notice: Notice) -> Iterator[tuple[Range, list[Match[str]]]]:
    """Yield the paragraphs in which labels or numbers stand, with these; a sentence with numbers ends them."""
    for line in notice.lines:
        labels = list(notice.pattern("notice-part-labels").finditer(notice.text, *line))
        if len(labels) >= LEAST_NUMBERED:
            yield line, labels
    for sentence in sentences(notice):
        marks = list(notice.pattern("notice-part-marks").finditer(notice.text, *sentence))
        if len(marks) >= LEAST_NUMBERED and notice.says(
            "notice-paper-words", notice.words(Range(sentence.start, marks[0].start()))
        ):
            yield sentence, marks


def _once(parts: list[NamedPart]) -> list[NamedPart]:
    """Leave each role to one part: the problems to the last that has them, any other role to the first."""
    roles = [part.role for part in parts]
    return [
        part
        if part.role not in (roles[at + 1 :] if part.role == "problems" else roles[:at])
        else part._replace(role=None)
        for at, part in enumerate(parts)
    ]


def _in_sentences(notice: Notice, taken: frozenset[int]) -> Iterator[PartsList]:
    for at, sentence in enumerate(told := list(_going_on(notice))):
        words = notice.words(sentence)
        if notice.says("notice-part-reviews", words):
            continue
        parts = _counted(notice, sentence, as_measures(_best(notice, sentence, taken)))
        required = [part for part in parts if part.required]
        roles = {part.role for part in required} - {None}
        if len(roles) < 2 or ("problems" not in roles and "case-analysis" not in roles):
            continue
        if not roles & {"causes", "measures"}:
            continue
        paper = notice.says("notice-paper-words", words)
        if not paper:
            before = notice.words(told[at - 1]) if at else ""
            behind = notice.words(told[at + 1]) if at + 1 < len(told) else ""
            heading = notice.heading(sentence.start).split("\n")[0]
            paper = notice.says("notice-paper-words", heading) or (
                len(before) <= LONGEST and notice.says("notice-paper-words", before)
            )
            paper = paper or (
                len(behind) <= LONGEST and len(roles) > 2 and notice.says("notice-paper-words", behind)
            )
        shape = notice.says("notice-part-shapes", words)
        other = notice.says("notice-part-others", words)
        total = NAMES_PAPER * paper + NAMES_SHAPE * shape + len(roles) - 4 * (other and not paper)
        if not paper and len(roles) < 3:
            total = LAST_RESORT if shape or notice.says("notice-examine", words) else 0
        if total >= NAMES_PAPER or total == LAST_RESORT:
            whole = with_extras(notice, sentence, parts, taken)
            yield PartsList(tuple(whole), sentence, total, audience_in(notice, sentence))


def _going_on(notice: Notice) -> Iterator[Range]:
    """Yield the sentences, each with those before it if it goes on with their parts (接着写原因)."""
    before, joined = Range(0, 0), 0
    for sentence in sentences(notice):
        goes_on = notice.says("notice-part-continues", notice.words(sentence)) and before.end > before.start
        near = joined < MOST_JOINED and "\n" not in notice.text[before.start : sentence.end]
        before, joined = (
            (Range(before.start, sentence.end), joined + 1) if goes_on and near else (sentence, 0)
        )
        yield before


def _best(notice: Notice, sentence: Range, taken: frozenset[int]) -> list[NamedPart]:
    """Return the parts a sentence names; those between its quotes alone, if no fewer stand there."""
    quoted = [Range(*match.span(1)) for match in compiled("“([^“”]+)”").finditer(notice.text, *sentence)]
    found = [
        list(distinct(without_weak(notice, list(named_parts(notice, stretch, taken)))))
        for stretch in (*quoted, sentence)
    ]
    return max(found, key=len)


def _counted(notice: Notice, sentence: Range, parts: list[NamedPart]) -> list[NamedPart]:
    """Take all parts for demanded if the sentence says that there are so many."""
    number = told_number(notice, sentence)
    return [part._replace(required=True) for part in parts] if number == len(parts) else parts


def _in_order(notice: Notice) -> Iterator[PartsList]:
    """Yield the parts of lines that each begin with a word of order (先是案例剖析。…, 再是原因查找。…)."""
    run: list[tuple[Range, NamedPart]] = []
    for line in (*notice.lines, Range(0, 0)):
        label = notice.pattern("notice-part-order").match(notice.text, *line)
        part = _of_line(notice, label.end(), line) if label else None
        if part and part.role:
            run.append((line, part))
            continue
        named = list(distinct(part for _, part in run))
        roles = {part.role for part in named}
        if len(named) >= LEAST_NUMBERED and "problems" in roles and roles & {"causes", "measures"}:
            place = Range(run[0][0].start, run[-1][0].end)
            weight = NAMES_PAPER + NAMES_SHAPE + len(named)
            yield PartsList(tuple(named), place, weight, audience_in(notice, run[0][0]))
        run = []


def _on_lines(notice: Notice) -> Iterator[PartsList]:
    for run in runs(notice):
        lines = [notice.lines[item.line] for item in run]
        named = [(item, _of_line(notice, item.start, line)) for item, line in zip(run, lines, strict=True)]
        roles = [part.role for _, part in named if part]
        known = [role for role in roles if role]
        before = notice.lines[run[0].line - 1] if run[0].line else Range(0, 0)
        counted = told_number(notice, before) == len(run)
        if len(set(known)) < 2 or "problems" not in known or (len(known) * 4 < len(run) * 3 and not counted):
            continue
        if not set(known) & {"causes", "measures"}:
            continue
        announcement = notice.words(notice.lines[run[0].line - 1]) if run[0].line else ""
        heading = notice.heading(lines[0].start)
        paper = notice.says("notice-paper-words", announcement) or notice.says("notice-paper-words", heading)
        place = Range(lines[0].start, lines[-1].end)
        whose = audience_of(notice, announcement, *heading.split("\n"))
        yield PartsList(
            tuple(
                _with_unknown(
                    _of_next_year(notice, [part for _, part in named if part and not _is_other(notice, part)])
                )
            ),
            place,
            NAMES_PAPER * paper + 1 + len(known),
            whose,
        )


def _of_next_year(notice: Notice, parts: list[NamedPart]) -> list[NamedPart]:
    """Take what is planned for next year, or vowed, behind the measures for a part of its own (2027年工作打算, 公开承诺)."""
    roles = [part.role for part in parts]
    return [
        part._replace(role=None)
        if part.role in roles[:at]
        and (
            notice.says(
                "notice-next-year", notice.text[notice.paragraph(part.words.start).start : part.words.end]
            )
            or notice.says("notice-vows", notice.words(part.words))
        )
        else part
        for at, part in enumerate(parts)
    ]


def _with_unknown(parts: list[NamedPart]) -> Iterator[NamedPart]:
    """Take each role once, and every line of which no profile knows what it is."""
    known = {part.words: part for part in as_measures(list(distinct(parts)))}
    yield from (known.get(part.words, part) for part in parts if part.words in known or part.role is None)


def _is_other(notice: Notice, part: NamedPart) -> bool:
    """Return whether a line among the parts says something else of papers (手写、打印均可)."""
    return part.role is None and notice.says("notice-aside", notice.words(part.words))


def _of_line(notice: Notice, start: int, line: Range) -> NamedPart | None:
    label = notice.pattern("notice-part-labels").match(notice.text, start, line.end)
    start = label.end() if label else start
    stop = min((at for at in range(start, line.end) if notice.text[at] in "。；：，（"), default=line.end)
    words = bare_part(notice, Range(start, stop))
    if words.end - words.start > LONGEST or words.end <= words.start:
        return None
    conditional = notice.says("notice-conditional", notice.text[line.start : line.end])
    return NamedPart(role_of(notice, notice.words(words)), words, not conditional)
