"""The same draft in the manner of other offices: other headings, praise first, labels, a second piece behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .edits import Edit
from .looks import looks
from .mutant import Mutant
from .paper import Paper, Part
from .surgery import heading_stop

PROBLEMS = ("党性分析", "问题剖析", "存在问题分析", "存在问题剖析", "检视剖析有关情况", "突出问题的表现形式")
CAUSES = ("深层次原因", "产生根源", "原因剖析")
PRAISE = (
    "能够坚持学习，按要求完成各项任务。但对照要求，",
    "平时注重学习，积极参加各项活动。但还存在一些差距：",
    "总体上能够认真履职，但与上级要求相比还有不足，",
)
LABELS = ("存在问题：", "主要问题", "**存在的问题**")
PIECES = (
    "第二篇：学习体会\n一、主要收获\n（一）思想上有了提高。\n（二）办法上有了借鉴。\n二、今后打算\n（一）坚持每天读书。\n（二）每月写一篇体会。\n",
    "【篇二】\n一、工作回顾\n1.完成了年度任务。\n2.培训了业务骨干。\n二、明年安排\n1.继续抓好培训。\n2.更新两台设备。\n",
    "附件2：述职报告\n一、主要做法\n（一）抓学习。\n（二）抓落实。\n二、主要成效\n（一）队伍稳定。\n（二）任务完成。\n",
)


def headings_called(paper: Paper) -> Iterator[Mutant]:
    """Call the problems section or the causes section otherwise: what stands under it tells its role."""
    for role, names in (("problems", PROBLEMS), ("causes", CAUSES)):
        sections = [part for part in paper.of("section") if part.role == role and part.ordinal]
        for name in names if len(sections) == 1 and paper.of("dimension") else ():
            edit = Edit(sections[0].marker.end, sections[0].heading.end, name)
            yield from looks(paper, f"{role} called otherwise", [edit])


def praised(paper: Paper) -> Iterator[Mutant]:
    """Say something good before the first problem of every dimension."""
    first = [run[0] for run in _problems(paper)]
    for words in PRAISE:
        yield from looks(
            paper,
            "praise before the problems",
            (Edit(part.span.start, part.span.start, words) for part in first),
        )


def _problems(paper: Paper) -> Iterator[list[Part]]:
    """Yield the problems of each dimension that has no level between."""
    for at, dimension in enumerate(paper.parts):
        inside = [part for part in paper.of("problem") if part.parent == at]
        if dimension.kind == "dimension" and inside:
            yield inside


def labelled(paper: Paper) -> Iterator[Mutant]:
    """Put a label on a line of its own above the problems of every dimension."""
    heads = [
        paper.parts[run[0].parent] for run in _problems(paper) if run[0].parent is not None and run[0].ordinal
    ]
    places = [stop for part in heads if paper.text[(stop := heading_stop(paper, part))] == "\n"]
    for label in LABELS:
        yield from looks(paper, "a label above the problems", (Edit(at, at, f"\n{label}") for at in places))


def case_analysis_behind(paper: Paper) -> Iterator[Mutant]:
    """Put the case analysis behind the causes, both counted anew."""
    sections = paper.of("section")
    for case, causes in pairwise(sections):
        if case.role == "case-analysis" and causes.role == "causes" and case.ordinal and causes.ordinal:
            later = causes.ordinal.counting(case.ordinal.value) + _without_number(paper, causes)
            earlier = case.ordinal.counting(causes.ordinal.value) + _without_number(paper, case)
            edit = Edit(case.span.start, causes.span.end, later + earlier)
            yield from looks(paper, "case analysis behind the causes", [edit])


def _without_number(paper: Paper, part: Part) -> str:
    return paper.text[part.marker.end : part.span.end]


def second_piece(paper: Paper) -> Iterator[Mutant]:
    """Put another piece behind the paper, numbered from one again."""
    end = len(paper.text.rstrip("\n"))
    for words in PIECES:
        yield from looks(paper, "a second piece", [Edit(end, len(paper.text), f"\n\n{words}")])


CHANGES = (headings_called, praised, labelled, case_analysis_behind, second_piece)
