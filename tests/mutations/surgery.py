"""Cuts and stitches the generators share: how to take a part out of a text, count its siblings anew, put one in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.spans import Span

from .edits import Edit
from .mutant import HARMLESS
from .paper import Paper, Part

BLANKS = " \u3000\t"


def cut(paper: Paper, part: Part) -> Edit:
    """Take a part out: whole lines where it has them to itself, else its characters alone."""
    start, end = line_start(paper, part), part.span.end
    if start is None:
        return Edit(part.heading.start, content_end(paper, part.span))
    at_line_end = end >= len(paper.text) or paper.text[end - 1] == "\n"
    if at_line_end and end >= len(paper.text) and start:
        return Edit(start - 1, end)
    return Edit(start, end)


def line_start(paper: Paper, part: Part) -> int | None:
    """Return where the line of a part starts if nothing but blanks stands before the part, else None."""
    start = paper.text.rfind("\n", 0, part.heading.start) + 1
    return None if paper.text[start : part.heading.start].strip(BLANKS) else start


def content_end(paper: Paper, span: Span) -> int:
    """Return the end of a part's last visible character."""
    return span.start + len(paper.text[span.start : span.end].rstrip())


def heading_stop(paper: Paper, part: Part) -> int:
    """Return the end of what belongs to a heading: its stop, if it has one, and the line's end after it."""
    at = part.heading.end
    if paper.text[at : at + 1] in ("。", "，", ",") and paper.text[at : at + 1]:
        at += 1
    return at


def recount(parts: Iterable[Part], by: int) -> Iterator[Edit]:
    """Count parts higher or lower; parts without a numeral stay as they are."""
    for part in parts:
        if part.ordinal and part.ordinal.core:
            yield Edit(*part.marker, part.ordinal.counting(part.ordinal.value + by))


def siblings(paper: Paper, part: Part) -> list[Part]:
    """Return the parts of one kind under one parent, `part` among them."""
    return [other for other in paper.of(part.kind) if other.parent == part.parent]


def after(paper: Paper, part: Part) -> list[Part]:
    """Return the siblings that follow `part`."""
    return [other for other in siblings(paper, part) if other.heading.start > part.heading.start]


def numbered(part: Part, value: int) -> str:
    """Return the ordinal a new sibling of `part` would bear; empty if it bears none."""
    return part.ordinal.counting(value) if part.ordinal and part.ordinal.core else ""


def gap_left(run: list[Part], lost: int) -> tuple[str, Part | None]:
    """Return what losing the ordinal number `lost` (0-based) of a run amounts to, and at which part it shows."""
    if lost == 0:
        return "NUM103", run[1]
    if lost < len(run) - 1:
        return "NUM101", run[lost + 1]
    return ("NUM106", run[0]) if len(run) == 2 else (HARMLESS, None)


def insertion_points(paper: Paper) -> list[int]:
    """Return the places between two sentences inside problems, causes and measures, and in the preamble."""
    inside = [
        part.example.start
        for part in paper.of("problem")
        if part.example and paper.text[part.example.start - 1] in "。\n"
    ]
    ends = [
        content_end(paper, part.span)
        for part in (*paper.of("cause"), *paper.of("measure"))
        if paper.text[content_end(paper, part.span) - 1] == "。"
    ]
    opening = paper.text.find("现将")
    return sorted([*([opening] if opening > 0 else []), *inside, *ends])


def part_at(paper: Paper, offset: int) -> Part | None:
    """Return the innermost part at a place, or None in the preamble."""
    around = [part for part in paper.parts if part.span.start <= offset <= part.span.end]
    return around[-1] if around else None
