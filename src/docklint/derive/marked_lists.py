"""Lists within a line that marks number: 一是…；二是…, ①…②…, （1）…（2）…."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import decorations, weight, weight_of_announcement
from docklint.derive.counts import COUNTED, MARKED, announced_in, counts
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

FURTHEST = 300
"""So far from its mark what is said of the last name is looked for (code points)."""


def marked_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield the lists that numbers within a line mark."""
    for line in notice.lines:
        for family in notice.grammar["notice-inline-marks"]:
            for run in _runs(notice, line, family):
                made = _of_run(notice, line, run)
                if made:
                    yield made


def mark_runs(notice: Notice, line: Range) -> Iterator[list[Range]]:
    """Yield the runs of marks within a line that number a list."""
    for family in notice.grammar["notice-inline-marks"]:
        yield from ([Range(*mark.span()) for mark in run] for run in _runs(notice, line, family))


def sequence(grammar: Grammar) -> dict[str, int]:
    """Return the numbers of words that number (首先, 其次); 0 for those that only go on."""
    return {
        word: int(number) for word, _, number in (one.partition("=") for one in grammar["notice-sequence"])
    }


def _runs(notice: Notice, line: Range, family: str) -> Iterator[list[Match[str]]]:
    run: list[Match[str]] = []
    none = "".join(notice.grammar["notice-no-mark-behind"])
    words = notice.grammar.once(sequence)
    for match in compiled(f"(?<![{numerals.CHINESE}0-9{none}]){family}").finditer(notice.text, *line):
        value = words.get(match["n"], numerals.parse(match["n"]))
        if value == 1:
            if len(run) > 1:
                yield run
            run = [match]
        elif run and value in (len(run) + 1, 0):
            run.append(match)
    if len(run) > 1:
        yield run


def _of_run(notice: Notice, line: Range, run: list[Match[str]]) -> Candidate | None:
    if run[0].start() == line.start:
        return None
    ends = [*(match.start() for match in run[1:]), min(line.end, run[-1].end() + FURTHEST)]
    pieces = [item_name(notice, match.end(), end) for match, end in zip(run, ends, strict=True)]
    pieces = list(names.bare(notice, names.ended_at_comma(notice, pieces)))
    if len(pieces) < 2:
        return None
    before = notice.behind_stop("。", run[0].start())
    if before == run[0].start() > line.start:
        # The sentence before it announces the list.
        before = notice.behind_stop("。", before - 1)
    announced = announced_in(notice, Range(before, run[0].start()))
    last = pieces[-1].end
    trailing = notice.grammar.once(counts).match(
        notice.text, last + notice.text.startswith(notice.grammar["notice-these"], last)
    )
    if announced is None and trailing:
        announced = numerals.parse(trailing["count"])
    end = trailing.end() if trailing else last
    list_ = Range(before if announced and not trailing else run[0].start(), end)
    raw = [Range(match.end(), end) for match, end in zip(run, ends, strict=True)]
    total = weight(notice, Range(run[0].start(), end), run[0].start(), decorations(raw, pieces, notice))
    if list_.start < notice.sentence(run[0].start()).start:
        announcement = Range(list_.start, notice.sentence(run[0].start()).start)
        total = max(total, weight_of_announcement(notice, announcement, ""))
    return Candidate(
        tuple(pieces), list_, announced, total + MARKED + (COUNTED if announced == len(pieces) else 0)
    )


def item_name(notice: Notice, start: int, end: int) -> Range:
    """Find the name with which an item begins: to its stop, its explanation or a dash."""
    stop = min((at for at in range(start, end) if notice.text[at] in "。；：\n！？"), default=end)
    dash = compiled("——|—|--").search(notice.text, start, stop)
    stop = dash.start() if dash else stop
    cut = compiled(
        f"{alternatives(notice.grammar['notice-behind-items'])}|，(?={alternatives(notice.grammar['derive-cuts'])})"
    )
    explained = cut.search(notice.text, start + 1, stop)
    stop = explained.start() if explained else stop
    bracket = notice.text.find("（", start + 2, stop)
    stop = bracket if bracket > 0 else stop
    aspect = notice.pattern("notice-aspect-stops").search(notice.text, start + 2, stop)
    stop = aspect.start() if aspect else stop
    return names.without_weak_lead(notice, names.clean(notice, Range(start, stop)))
