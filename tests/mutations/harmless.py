"""Changes that are no faults: traps, paragraphs split, families exchanged, layouts, encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docklint.spans import Span

from . import ordinals
from .edits import Edit
from .layouts import LAYOUTS
from .material import MATERIAL
from .mutant import HARMLESS, Change, Mutant
from .paper import Paper, Part
from .surgery import insertion_points, part_at

FAMILIES = (
    {"（一）": "(一)"},
    {"一是": "第一，"},
    {"一是": "其一，"},
    {"第一，": "一是"},
    {"1.": "1．"},
    {"1、": "1."},
    {"（一）": "(一)", "一是": "第一，"},
)
ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "gbk")
LINE_ENDS = {"CRLF": "\r\n", "CR": "\r"}


def trapped(paper: Paper) -> Iterator[Mutant]:
    """Put in a sentence that looks like a fault or an ordinal."""
    for at in insertion_points(paper):
        where = part_at(paper, at) or Span(at, at + 8)
        for sentence in MATERIAL.traps:
            yield Change(paper, [Edit(at, at, sentence)]).mutant(HARMLESS, f"trap: {sentence}", where)


def split(paper: Paper) -> Iterator[Mutant]:
    """Begin a new paragraph after a sentence in the middle of a numbered part."""
    for part in (*paper.of("problem"), *paper.of("cause"), *paper.of("measure")):
        stop = paper.text.find("。", part.heading.end + 1, part.span.end - 2)
        if part.ordinal and stop > 0 and paper.text[stop + 1] != "\n":
            change = Change(paper, [Edit(stop + 1, stop + 1, "\n")])
            yield change.mutant(HARMLESS, "paragraph split", part)


def family_exchanged(paper: Paper) -> Iterator[Mutant]:
    """Write one family of ordinals in another style throughout."""
    for family in FAMILIES:
        edits = [
            Edit(*part.marker, ordinals.write(family[part.ordinal.style], part.ordinal.value))
            for part in paper.parts
            if part.ordinal and part.ordinal.style in family
        ]
        if edits:
            names = "，".join(f"{old}→{new}" for old, new in family.items())
            yield Change(paper, edits).mutant(HARMLESS, f"family exchanged {names}", _first(paper))


def laid_out(paper: Paper) -> Iterator[Mutant]:
    """Lay the draft out differently."""
    for layout in LAYOUTS:
        changed = layout(paper)
        if changed and changed.text != paper.text:
            yield Mutant(
                paper, HARMLESS, f"layout: {layout.__name__}", "the whole draft", changed.text, ((),)
            )


def encoded(paper: Paper) -> Iterator[Mutant]:
    """Save the draft in another encoding or with other line ends."""
    for encoding in ENCODINGS:
        yield _saved(paper, encoding, paper.text.encode(encoding))
    for name, end in LINE_ENDS.items():
        yield _saved(paper, name, paper.text.replace("\n", end).encode())


def _saved(paper: Paper, how: str, data: bytes) -> Mutant:
    return Mutant(paper, HARMLESS, f"saved: {how}", "the whole draft", paper.text, ((),), data=data)


def unstopped(paper: Paper) -> Iterator[Mutant]:
    """Leave out the stop after every dimension's heading that stands alone."""
    edits = [
        Edit(match.end() - 2, match.end() - 1)
        for part in paper.of("dimension")
        if (match := re.compile(".*。\n").match(paper.text, part.heading.end - 1))
        and match.end() == part.heading.end + 2
    ]
    if edits:
        yield Change(paper, edits).mutant(HARMLESS, "headings' stops left out", _first(paper))


def _first(paper: Paper) -> Part:
    return paper.parts[0]


CHANGES = (trapped, split, family_exchanged, laid_out, encoded, unstopped)
