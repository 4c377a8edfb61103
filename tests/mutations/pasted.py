"""Faults that pasting, converters and templates make: doubled ordinals, look-alike marks, fields left in, words exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docklint.spans import Span

from .edits import Edit
from .material import MATERIAL
from .mutant import HARMLESS, Change, Expected, Mutant, Place
from .paper import Paper, Part
from .surgery import insertion_points, part_at, recount

TWICE = ("一、", "（一）", "一是", "第一，", "其一，")
"""Styles of which a doubled ordinal cannot be taken for another one, as 1.1. can."""
ALIKE = {"一": "-—－ー―", "二": "ニ"}
COUNTED = {"cause": "causes", "measure": "measures"}


def repeated_on(paper: Paper) -> Iterator[Mutant]:
    """Write at a part the ordinal of the one before it, all later ones counting on from there."""
    for run in paper.sequences():
        if all(part.ordinal and part.ordinal.core for part in run):
            for index in range(1, len(run) - 1):
                change = Change(paper, recount(run[index:], -1))
                found = change.expect("NUM102", change.marker(run[index]))
                yield change.mutant("NUM102", "pasted: repeated, counting on", run[index], (found,))


def doubled(paper: Paper) -> Iterator[Mutant]:
    """Write an ordinal twice."""
    for part in paper.parts:
        if part.ordinal and part.ordinal.style in TWICE and part.kind != "inner":
            end = part.marker.end
            change = Change(paper, [Edit(end, end, part.ordinal.text)])
            place = Span(end, end + len(part.ordinal.text))
            found = Expected("NUM102", Place(place, place))
            yield change.mutant("NUM102", "pasted: ordinal doubled", part, (found,))


def look_alike(paper: Paper) -> Iterator[Mutant]:
    """Write a dash or a kana for 一 or 二."""
    for run in paper.sequences():
        for part in run if len(run) > 1 else ():
            if part.ordinal and part.ordinal.style in ("一、", "（一）") and part.kind != "inner":
                yield from _alike(paper, part, part.ordinal.text)


def _alike(paper: Paper, part: Part, text: str) -> Iterator[Mutant]:
    for numeral, signs in ALIKE.items():
        for sign in signs if numeral == text.strip("（）、") else "":
            change = Change(paper, [Edit(*part.marker, text.replace(numeral, sign))])
            found = change.expect("NUM107", change.marker(part))
            yield change.mutant("NUM107", "pasted: sign like an ordinal", part, (found,))


def fields(paper: Paper) -> Iterator[Mutant]:
    """Leave a field of a template in."""
    for at in insertion_points(paper)[::2]:
        where = part_at(paper, at) or Span(at, at + 8)
        for code, sentences in MATERIAL.fields.items():
            for sentence in sentences:
                change = Change(paper, [Edit(at, at, sentence.text)])
                places = (
                    Place(*(Span(at + each.start, at + each.end) for each in one)) for one in sentence.places
                )
                found = tuple(Expected(code, place) for place in places)
                yield change.mutant(code, "pasted: field left in", where, found)


def bracketed(paper: Paper) -> Iterator[Mutant]:
    """Put in a sentence with brackets that are no field."""
    for at in insertion_points(paper)[::2]:
        where = part_at(paper, at) or Span(at, at + 8)
        for sentence in MATERIAL.brackets:
            yield Change(paper, [Edit(at, at, sentence)]).mutant(HARMLESS, "pasted, brackets no field", where)


def counted_heading(paper: Paper) -> Iterator[Mutant]:
    """Announce in a section's heading how many items follow: rightly, or one too many."""
    for section in paper.of("section"):
        items = [
            part for part in paper.parts if part.parent == paper.parts.index(section) and part.kind in COUNTED
        ]
        alone = paper.text[section.heading.end] == "\n"
        for words in ("（{}条）", "（共{}项）") if len(items) > 1 and alone else ():
            end = section.heading.end
            right = Change(paper, [Edit(end, end, words.format(len(items)))])
            yield right.mutant(HARMLESS, "pasted, count in a heading", section)
            wrong = words.format(len(items) + 1)
            change = Change(paper, [Edit(end, end, wrong)])
            digit = end + wrong.index(str(len(items) + 1))
            place = Place(Span(digit, digit + 1), Span(end, end + len(wrong)))
            yield change.mutant(
                "NUM108", "pasted: wrong count in a heading", section, (Expected("NUM108", place),)
            )


def notice_counted(paper: Paper) -> Iterator[Mutant]:
    """Name the notice's count before the problems of a dimension."""
    for run in paper.sequences():
        if run[0].kind == "problem" and run[0].ordinal and run[0].ordinal.style == "一是":
            at = run[0].marker.start
            for words in ("对照“九个方面”要求，", "按照会议“八个必须”的要求，"):
                yield Change(paper, [Edit(at, at, words)]).mutant(
                    HARMLESS, "pasted, count of the notice", run[0]
                )


def reworded(paper: Paper) -> Iterator[Mutant]:
    """Exchange, add, lose or move one word of a long dimension."""
    for part in paper.of("dimension"):
        title = paper.quote(part.heading)
        for old, new in MATERIAL.rewordings.items() if len(part.name or "") > 11 else ():
            if match := re.search(re.escape(old), title):
                start = part.heading.start + match.start()
                change = Change(paper, [Edit(start, start + len(old), new)])
                found = change.expect("DIM105", change.heading(part))
                yield change.mutant("DIM105", "pasted: word of a long dimension", part, (found,))


FAULTS = (
    repeated_on, doubled, look_alike, fields, bracketed, counted_heading, notice_counted, reworded,
)  # fmt: skip
