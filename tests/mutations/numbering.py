"""Faults of ordinals and announced counts: NUM101-NUM109."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docklint.spans import Span

from . import ordinals
from .edits import Edit
from .mutant import Change, Expected, Mutant, Outcome, Place
from .paper import Announced, Paper, Part
from .surgery import BLANKS, cut, gap_left, recount, siblings

PLURALS = {"problem": "problems", "cause": "causes", "measure": "measures", "dimension": "dimensions"}
OTHER_STYLE = {"（一）": "(一)", "(一)": "（一）", "一是": "第一，", "第一，": "一是", "其一，": "一是"}
HEADING_STYLES = ("一、", "（一）")
WRONG_MARK = {"一、": "{n}.", "（一）": "（{n}）、", "1.": "{n}。", "（1）": "（{n}）."}
DEEPER = {"（一）": "1.", "1.": "（1）"}


def _runs(paper: Paper) -> Iterator[list[Part]]:
    """Yield the runs whose ordinals can be counted on (首先, 其次, 最后 cannot)."""
    for run in paper.sequences():
        if len(run) > 1 and all(part.ordinal and part.ordinal.core for part in run):
            yield run


def _counts(change: Change, part: Part) -> Outcome:
    """Return the finding about the announced count of such parts, if the paper announces one."""
    return tuple(
        _miscounted(change, each) for each in change.paper.announced if each.of == PLURALS.get(part.kind)
    )


def _miscounted(change: Change, announced: Announced) -> Expected:
    span = change.moved(announced.span)
    numeral = re.match(r"[一二三四五六七八九十百两\d]+", change.text[span.start :])
    core = Span(span.start, span.start + (numeral.end() if numeral else 1))
    return Expected("NUM108", Place(core, Span(span.start - 4, span.end)))


def marker_deleted(paper: Paper) -> Iterator[Mutant]:
    """Take out an ordinal and leave its text."""
    for run in _runs(paper):
        for index, part in enumerate(run):
            code, shows = gap_left(run, index)
            change = Change(paper, [Edit(*part.marker)])
            alone: Outcome = (change.expect(code, change.marker(shows)),) if shows else ()
            # The last one's loss shows in nothing but a count that is one too high now.
            outcomes = [alone] if shows else [alone, _counts(change, part)]
            if _hidden(change, run, index):
                outcomes.append(())
            yield change.mutant(code, "ordinal deleted", part, *outcomes)


def _hidden(change: Change, run: list[Part], lost: int) -> bool:
    """Return whether a lone 二是 is left inside a paragraph, where it opens no sequence."""
    before = change.text[: change.marker(run[1]).start].rstrip(BLANKS)
    return lost == 0 and len(run) == 2 and not before.endswith("\n")


def _follows_heading(change: Change, part: Part) -> bool:
    """Return whether nothing but a stop stands between a part and the heading it now follows."""
    if part.parent is None:
        return True
    heading = change.heading(change.paper.parts[part.parent])
    return not change.text[heading.end : change.marker(part).start].strip("。：" + BLANKS)


def item_deleted(paper: Paper) -> Iterator[Mutant]:
    """Take out a problem, cause, measure or sub-head, the others counting on as they stood."""
    for run in _runs(paper):
        for index, part in enumerate(run):
            if part.kind not in ("section", "dimension", "inner"):
                yield _without(paper, run, index)


def _without(paper: Paper, run: list[Part], index: int) -> Mutant:
    part = run[index]
    code, shows = gap_left(run, index)
    change = Change(paper, [cut(paper, part)])
    counts = _counts(change, part)
    if shows:
        alone = (change.expect(code, change.marker(shows)),)
        outcomes = [alone, (*alone, *counts)]
        if _hidden(change, run, index) and not _follows_heading(change, run[1]):
            outcomes.append(())
    else:
        outcomes = [counts]
        code = counts[0].code if counts else code
    answers = {"cause": ("COR102",), "measure": ("COR101",)}
    return change.mutant(code, "item deleted", part, *outcomes, tolerated=answers.get(part.kind, ()))


def unnumbered_deleted(paper: Paper) -> Iterator[Mutant]:
    """Take out a problem that bears no ordinal: nobody can know."""
    for part in paper.of("problem"):
        if not part.ordinal and len(siblings(paper, part)) > 1:
            change = Change(paper, [cut(paper, part)])
            yield change.mutant("none", "unnumbered problem deleted", part)


def repeated(paper: Paper) -> Iterator[Mutant]:
    """Return a part the ordinal of the one before it."""
    for run in _runs(paper):
        for part in run[1:]:
            change = Change(paper, recount([part], -1))
            yield change.mutant(
                "NUM102", "ordinal repeated", part, (change.expect("NUM102", change.marker(part)),)
            )


def counted_anew(paper: Paper) -> Iterator[Mutant]:
    """Count the later parts of a list from one again, as if the list had been put together from two."""
    for run in _runs(paper):
        for index in range(2, len(run) - 1):
            if run[0].kind != "section":  # a second paper in the file counts like this
                change = Change(paper, recount(run[index:], -index))
                found = change.expect("NUM102", change.marker(run[index]))
                yield change.mutant(
                    "NUM102", f"counted anew, {index + 1} of {len(run)}", run[index], (found,)
                )


def skipped(paper: Paper) -> Iterator[Mutant]:
    """Leave out a number, all later parts counting on."""
    for run in _runs(paper):
        for index, part in enumerate(run):
            code = "NUM101" if index else "NUM103"
            change = Change(paper, recount(run[index:], 1))
            yield change.mutant(code, "number skipped", part, (change.expect(code, change.marker(part)),))


def mixed(paper: Paper) -> Iterator[Mutant]:
    """Write one ordinal in another style."""
    for run in _runs(paper):
        for index, part in enumerate(run):
            ordinal = part.ordinal
            if ordinal and ordinal.style in OTHER_STYLE:
                odd = run[1] if len(run) == 2 else part
                other = ordinals.write(OTHER_STYLE[ordinal.style], ordinal.value)
                change = Change(paper, [Edit(*part.marker, other)])
                found = change.expect("NUM104", change.marker(odd))
                yield change.mutant("NUM104", f"style mixed, {index + 1} of {len(run)}", part, (found,))


def of_a_heading(paper: Paper) -> Iterator[Mutant]:
    """Write one ordinal inside a paragraph as those of headings above it are written."""
    for run in _runs(paper):
        for index, part in enumerate(run):
            ordinal, (start, end) = part.ordinal, part.marker
            inside = paper.text[max(start - 1, 0) : start] in "。；"
            if index and inside and ordinal and ordinal.style in OTHER_STYLE:
                for style in HEADING_STYLES:
                    change = Change(paper, [Edit(start, end, ordinals.write(style, ordinal.value))])
                    found = change.expect("NUM104", change.marker(part))
                    kind = f"written {style}, {index + 1} of {len(run)}"
                    yield change.mutant("NUM104", kind, part, (found,))


def too_deep(paper: Paper) -> Iterator[Mutant]:
    """Number a run one level too deep while its level is used elsewhere."""
    runs = list(_runs(paper))
    for run in runs:
        style = run[0].ordinal.style if run[0].ordinal else ""
        elsewhere = any(
            other[0].ordinal and other[0].ordinal.style == style for other in runs if other is not run
        )
        if elsewhere and run[0].kind in ("cause", "measure", "problem") and _may_sink(paper, run, style):
            yield _sunk(paper, run, style)


def _may_sink(paper: Paper, run: list[Part], style: str) -> bool:
    """Return whether the deeper style is free: not used inside the run for its parts' own items."""
    return style in DEEPER and not any(
        ordinals.write(DEEPER[style], 1) in paper.quote(part.span) for part in run
    )


def _sunk(paper: Paper, run: list[Part], style: str) -> Mutant:
    edits = [
        Edit(*part.marker, ordinals.write(DEEPER[style], part.ordinal.value)) for part in run if part.ordinal
    ]
    change = Change(paper, edits)
    found = change.expect("NUM105", change.marker(run[0]))
    return change.mutant("NUM105", f"{style}→{DEEPER[style]}", run[0], (found,))


def lone(paper: Paper) -> Iterator[Mutant]:
    """Leave only the first of three or more problems."""
    for run in _runs(paper):
        if run[0].kind == "problem" and len(run) > 2:
            change = Change(paper, [cut(paper, part) for part in run[1:]])
            alone = (change.expect("NUM106", change.marker(run[0])),)
            outcomes = [alone, (*alone, *_counts(change, run[0]))]
            yield change.mutant("NUM106", "others deleted", run[0], *outcomes)


def mispunctuated(paper: Paper) -> Iterator[Mutant]:
    """Put the wrong mark after an ordinal."""
    for run in _runs(paper):
        for part in run:
            if part.ordinal and part.ordinal.core and part.ordinal.style in WRONG_MARK:
                numeral = part.ordinal.text[slice(*part.ordinal.core)]
                wrong = WRONG_MARK[part.ordinal.style].format(n=numeral)
                change = Change(paper, [Edit(*part.marker, wrong)])
                outer = change.marker(part)
                inner = Span(outer.start, outer.end - (outer.end - outer.start > 3))
                found = change.expect("NUM107", inner, outer)
                yield change.mutant("NUM107", f"{part.ordinal.text}→{wrong}", part, (found,))


def dunhao(paper: Paper) -> Iterator[Mutant]:
    """Write 1、 for 1. in the whole draft."""
    parts = [part for part in paper.parts if part.ordinal and part.ordinal.style == "1."]
    if parts:
        edits = [Edit(part.marker.end - 1, part.marker.end, "、") for part in parts]
        change = Change(paper, edits)
        yield change.mutant(
            "NUM109",
            "1.→1、",
            parts[0],
            tuple(change.expect("NUM109", change.marker(part)) for part in parts),
        )


def miscounted(paper: Paper) -> Iterator[Mutant]:
    """Announce one more or one fewer than there are."""
    for announced in paper.announced:
        for wrong, edit in _other_counts(paper, announced.span):
            change = Change(paper, [edit])
            yield change.mutant("NUM108", wrong, announced.span, (_miscounted(change, announced),))
    for span in paper.notice:
        for wrong, edit in _other_counts(paper, span):
            yield Change(paper, [edit]).mutant("none", f"the notice's count: {wrong}", span)


def _other_counts(paper: Paper, span: Span) -> Iterator[tuple[str, Edit]]:
    match = re.match(r"[一二三四五六七八九十\d]+", paper.quote(span))
    if match is None:
        raise ValueError(f"no numeral in {paper.quote(span)}")
    for by in (-1, 1):
        value = ordinals.number(match[0]) + by
        wrong = str(value) if match[0].isdecimal() else ordinals.chinese(value)
        yield f"{match[0]}→{wrong}", Edit(span.start, span.start + match.end(), wrong)


FAULTS = (
    marker_deleted, item_deleted, unnumbered_deleted, repeated, counted_anew, skipped, mixed, of_a_heading, too_deep, lone, mispunctuated,
    dunhao, miscounted,
)  # fmt: skip
