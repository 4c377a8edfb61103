"""The same draft as people's converters write Markdown: entities, tags, escapes, emphasis, lists. Nothing new may be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from docklint.spans import Span

from .edits import Edit, Edits
from .looks import ODD, looks
from .mutant import HARMLESS, LOOK, Mutant
from .paper import STOPS, Paper, Part

NAME = "draft.md"
BLANKS = ("&emsp;&emsp;", "&nbsp;&nbsp;&nbsp;&nbsp;", "&#12288;&#12288;", "&ensp;&ensp;", "&#x3000;&#x3000;")
FRONT = "---\ntitle: 对照检查材料\nauthor: 办公室\ndate: 2025-01-10\ntags: [材料, 初稿]\n---\n\n"
TABLE = "| 征求意见方式 | 条数 |\n| :--- | ---: |\n| 座谈 | 12 |\n| 书面 | 9 |\n\n"
SENTENCES = {
    "a link": "有关要求见[会议通知](notice.md)。",
    "an image": "会议照片见![会场](images/hall.png)。",
    "a footnote": "意见汇总表已存档[^1]。",
    "a tag": "资料已编号<!-- 卷宗三 -->归档<br/>备查。",
    "a task box": "\n\n- [x] 已征求意见\n- [ ] 待归档\n\n",
}


def _paragraphs(paper: Paper, edits: Iterable[Edit] = ()) -> Iterator[Edit]:
    """Yield edits that set every line as a paragraph, and the given ones in order with them."""
    given = list(edits)
    taken = {edit.start for edit in given if edit.end > edit.start}
    ends = (match.start() for match in re.finditer("(?<=[^\n])\n(?=[^\n])", paper.text))
    return iter([*given, *(Edit(at, at + 1, "\n\n") for at in ends if at not in taken)])


def _written(paper: Paper, name: str, edits: Iterable[Edit]) -> Iterator[Mutant]:
    for each in looks(paper, f"md, {name}", _paragraphs(paper, edits)):
        yield replace(each, name=NAME)


def _lines(paper: Paper) -> list[int]:
    return [match.start() for match in re.finditer("(?m)^(?=.)", paper.text)]


def _around(span: Span, before: str, behind: str) -> list[Edit]:
    return [Edit(span.start, span.start, before), Edit(span.end, span.end, behind)]


def _all_around(spans: Iterable[Span], before: str, behind: str) -> list[Edit]:
    return [edit for span in spans for edit in _around(span, before, behind)]


def _numbers(paper: Paper) -> list[Span]:
    return [part.marker for part in paper.parts if part.ordinal]


def _headings(paper: Paper, kinds: tuple[str, ...] = ("section", "dimension", "subhead")) -> list[Span]:
    return [part.heading for part in paper.parts if part.kind in kinds]


def _alone(paper: Paper, part: Part) -> bool:
    before, behind = paper.text[: part.heading.start], paper.text[part.heading.end :]
    return before.endswith("\n") and behind[:1] in ("\n", "")


def plainly(paper: Paper) -> Iterator[Mutant]:
    """Set every line as a paragraph, and do nothing else."""
    yield from _written(paper, "paragraphs", ())


def entities(paper: Paper) -> Iterator[Mutant]:
    """Indent with entities; write some blanks and quotes as entities."""
    for blank in BLANKS:
        yield from _written(paper, "entities indent", (Edit(at, at, blank) for at in _lines(paper)))
    after = (Edit(span.end, span.end, "&nbsp;") for span in _numbers(paper))
    yield from _written(paper, "&nbsp; after ordinals", after)
    quotes = {"“": "&ldquo;", "”": "&rdquo;", "《": "&#12298;", "》": "&#12299;"}
    marks = (Edit(at, at + 1, quotes[mark]) for at, mark in enumerate(paper.text) if mark in quotes)
    yield from _written(paper, "entities for quotes", marks)


def tags(paper: Paper) -> Iterator[Mutant]:
    """Put tags around ordinals, headings, the title, and at line ends."""
    for tag in ('<font color="red">⋯</font>', "<b>⋯</b>", '<span style="font-weight:bold">⋯</span>'):
        before, behind = tag.split("⋯")
        yield from _written(paper, "tags around ordinals", _all_around(_numbers(paper), before, behind))
        yield from _written(paper, "tags around headings", _all_around(_headings(paper), before, behind))
    title = _all_around([paper.titles[0]], "<center>", "</center>")
    yield from _written(paper, "a centred title", title)
    breaks = (
        Edit(at, at, "<br>") for at in (match.start() for match in re.finditer("(?<=[^\n])\n", paper.text))
    )
    yield from looks_md(paper, "<br> for line ends", breaks)


def looks_md(paper: Paper, name: str, edits: Iterable[Edit]) -> Iterator[Mutant]:
    """Finish a mutant in which the lines stay lines."""
    for each in looks(paper, f"md, {name}", edits):
        yield replace(each, name=NAME)


def escapes(paper: Paper) -> Iterator[Mutant]:
    """Put a backslash before every ASCII mark, or before the stop of 1. alone."""
    marks = (match.start() for match in re.finditer(r"[!-/:-@\[-`{-~]", paper.text))
    yield from _written(paper, "escapes", (Edit(at, at, "\\") for at in marks))
    stops = (span.end - 1 for span in _numbers(paper) if paper.quote(span).endswith("."))
    yield from _written(paper, "1\\.", (Edit(at, at, "\\") for at in stops))


def emphasis(paper: Paper) -> Iterator[Mutant]:
    """Set headings, ordinals and claims in emphasis, nested emphasis too."""
    for before, behind in (("**", "**"), ("***", "***"), ("**_", "_**"), ("__", "__")):
        yield from _written(paper, "emphasis of headings", _all_around(_headings(paper), before, behind))
    yield from _written(paper, "emphasis of ordinals", _all_around(_numbers(paper), "**", "**"))
    claims = [_unstopped(paper, part.heading) for part in paper.of("problem")]
    yield from _written(paper, "emphasis of claims", _all_around(claims, "**", "**"))
    nested = [edit for span in claims for edit in _nested(span)]
    yield from _written(paper, "nested emphasis of claims", nested)


def _unstopped(paper: Paper, span: Span) -> Span:
    """Leave out the stop: CommonMark closes no emphasis between a stop and a word."""
    return Span(span.start, span.end - (paper.text[span.end - 1] in STOPS))


def _nested(span: Span) -> list[Edit]:
    if span.end - span.start < 8:
        return []
    return [*_around(span, "**", "**"), *_around(Span(span.start + 3, span.end - 2), "*", "*")]


def headed(paper: Paper) -> Iterator[Mutant]:
    """Write headings that stand alone with #, closed or not."""
    levels = {"section": "##", "dimension": "###", "subhead": "####"}
    parts = [part for part in paper.parts if part.kind in levels and _alone(paper, part)]
    title = _around(paper.titles[-1], "# ", "")
    for name, closing in (("headings with #", False), ("headings with closing #", True)):
        edits = [
            edit
            for part in parts
            for edit in _around(
                part.heading, levels[part.kind] + " ", f" {levels[part.kind]}" if closing else ""
            )
        ]
        yield from _written(paper, name, [*title, *edits])


def listed(paper: Paper) -> Iterator[Mutant]:
    """Write the items of every run numbered 1. as a list: all 1., or counted; what belongs to an item is indented."""
    runs = [run for run in paper.sequences() if run[0].ordinal and run[0].ordinal.style in ("1.", "1、")]
    clean = [run for run in runs if all(_opens_line(paper, part) for part in run)]
    for name, number in (("a list all 1.", lambda part: 1), ("a list", _value)):
        yield from _written(paper, name, [edit for run in clean for edit in _items(paper, run, number)])


def _value(part: Part) -> int:
    return part.ordinal.value if part.ordinal else 0


def _opens_line(paper: Paper, part: Part) -> bool:
    return paper.text[part.marker.start - 1] == "\n"


def _items(paper: Paper, run: list[Part], number: Callable[[Part], int]) -> Iterator[Edit]:
    for part in run:
        yield Edit(*part.marker, f"{number(part)}. ")
        inside = paper.text[part.marker.end : part.span.end].rstrip("\n")
        ends = (part.marker.end + match.start() for match in re.finditer("\n+", inside))
        yield from (Edit(at, at + 1, "\n\n   ") for at in ends)


def beside(paper: Paper) -> Iterator[Mutant]:
    """Put front matter or a table before the text, or a sentence with a link, image, note, tag or task box into it."""
    yield from _written(paper, "front matter", [Edit(0, 0, FRONT)])
    at = paper.text.rfind("\n", 0, paper.parts[0].heading.start) + 1
    yield from _written(paper, "a table", [Edit(at, at, TABLE)])
    end = len(paper.text[:at].rstrip("\n"))
    for name, words in SENTENCES.items():
        yield from _written(paper, name, [Edit(end, end, words)])


def inside_byte_order_marks(paper: Paper) -> Iterator[Mutant]:
    """Glue the draft from files that each began with a byte order mark."""
    edits = [Edit(part.span.start, part.span.start, "\ufeff") for part in paper.of("section")]
    text = "\ufeff" + Edits(edits).apply(paper.text)
    kind = f"{LOOK}byte order marks inside"
    yield Mutant(paper, HARMLESS, kind, "the whole draft", text, ((),), frozenset(ODD), data=text.encode())


CHANGES = (
    plainly, entities, tags, escapes, emphasis, headed, listed, beside, inside_byte_order_marks,
)  # fmt: skip
