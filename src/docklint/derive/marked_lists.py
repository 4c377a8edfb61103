"""Lists within a line that marks number: 一是…；二是…, ①…②…, （1）…（2）…."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from docklint.derive import names
from docklint.derive.candidate import Candidate
from docklint.derive.context import COUNT, decorations, weight, weight_of_announcement
from docklint.derive.counts import COUNTED, MARKED, announced_in, counts
from docklint.derive.reading import Notice
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

_FAMILIES = (
    "(?P<n>[①-⑳])",
    "（(?P<n>[一二三四五六七八九十]{1,2}|[0-9]{1,2})）",
    "(?P<n>[一二三四五六七八九十])是",
    "(?P<n>[一二三四五六七八九十])[看查问找比思改省照检析]",
    "第(?P<n>[一二三四五六七八九十])(?:个?(?:方面|专题|问题|维度|层面|重点))?[是，、：]?",
    "其(?P<n>[一二三四五六七八九十])[是，、：]",
    "(?P<n>[1-9])[.、）]",
    "(?P<n>首先|其次|再次|然后|最后)[是，看]?",
)
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "然后": 3, "最后": 0}


def marked_lists(notice: Notice) -> Iterator[Candidate]:
    """Yield the lists that numbers within a line mark."""
    for line in notice.lines:
        for family in _FAMILIES:
            for run in _runs(notice, line, family):
                made = _of_run(notice, line, run)
                if made:
                    yield made


def _runs(notice: Notice, line: Range, family: str) -> Iterator[list[Match[str]]]:
    run: list[Match[str]] = []
    for match in compiled(f"(?<![{numerals.CHINESE}0-9第之同统唯]){family}").finditer(notice.text, *line):
        value = _WORDS.get(match["n"], numerals.parse(match["n"]))
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
    ends = [*(match.start() for match in run[1:]), line.end]
    pieces = [item_name(notice, match.end(), end) for match, end in zip(run, ends, strict=True)]
    pieces = list(names.bare(notice, pieces))
    if len(pieces) < 2:
        return None
    before = max(notice.text.rfind(stop, 0, run[0].start()) for stop in "。\n") + 1
    if before == run[0].start() > line.start:
        # The sentence before it announces the list.
        before = max(notice.text.rfind(stop, 0, before - 1) for stop in "。\n") + 1
    announced = announced_in(notice, Range(before, run[0].start()))
    last = pieces[-1].end
    trailing = notice.grammar.once(counts).match(notice.text, last + (notice.text[last : last + 1] == "这"))
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
        f"[，、]?(?:这{COUNT}|等{COUNT}?个?方面)|，(?={alternatives(notice.grammar['derive-cuts'])})"
    )
    explained = cut.search(notice.text, start + 1, stop)
    stop = explained.start() if explained else stop
    bracket = notice.text.find("（", start + 2, stop)
    stop = bracket if bracket > 0 else stop
    aspect = compiled("方面，").search(notice.text, start + 2, stop)
    stop = aspect.start() if aspect else stop
    return names.without_weak_lead(notice, names.clean(notice, Range(start, stop)))
