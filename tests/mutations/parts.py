"""Faults of whole sections and dimensions: SEC101-SEC106, DIM101-DIM106."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docklint.spans import Span

from .edits import Edit
from .material import MATERIAL
from .mutant import HARMLESS, Change, Expected, Mutant, Place, exactly
from .paper import Paper, Part
from .surgery import after, cut, gap_left, heading_stop, numbered, recount, siblings

FREE = ("generic",)
"""Profiles without demands on sections and dimensions."""
CLOSED = ("2023-theme-education", "2023-theme-education-five")
"""Profiles that certainly know no further sections or dimensions."""


class Level(NamedTuple):
    """One of the two levels a profile fixes."""

    kind: str
    family: str


LEVELS = (Level("section", "SEC"), Level("dimension", "DIM"))


def _all(paper: Paper) -> Iterator[tuple[Level, Part]]:
    if paper.profile not in FREE:
        yield from ((level, part) for level in LEVELS for part in paper.of(level.kind))


def _demanded(paper: Paper) -> Iterator[tuple[Level, Part]]:
    return ((level, part) for level, part in _all(paper) if not part.optional)


def _absent(change: Change, level: Level, part: Part) -> Expected:
    """Expect the part to be missed: at the next one's heading, or where the contract puts the last one."""
    paper = change.paper
    following = after(paper, part)
    if following:
        place = change.heading(following[0])
    elif level.kind == "dimension" and part.parent is not None:
        place = change.heading(paper.parts[part.parent])
    else:
        place = Span(*[_end_of_body(change)] * 2)
    return change.expect(f"{level.family}101", place)


def _end_of_body(change: Change) -> int:
    closing = change.paper.closing
    return len(change.text[: change.moved(closing).start if closing else None].rstrip())


def deleted(paper: Paper) -> Iterator[Mutant]:
    """Take a part out whole, the others counting on as they stood, or counted anew."""
    for level, part in _demanded(paper):
        rule = f"{level.family}101"
        for how, edits in _with_recount(paper, part, -1):
            change = Change(paper, [cut(paper, part), *edits])
            yield change.mutant(rule, f"deleted, {how}", part, (_absent(change, level, part),))


def optional_deleted(paper: Paper) -> Iterator[Mutant]:
    """Take out a section that need not be there: only the gap it leaves in the numbering shows."""
    for part in paper.of("section"):
        if not (part.optional or paper.profile in FREE):
            continue
        run = siblings(paper, part)
        code, shows = gap_left(run, run.index(part))
        for how, edits in _with_recount(paper, part, -1):
            change = Change(paper, [cut(paper, part), *edits])
            if shows and how == "ordinals kept":
                yield change.mutant(
                    code, "optional section deleted", part, (change.expect(code, change.marker(shows)),)
                )
            elif not shows or edits:
                yield change.mutant(HARMLESS, "optional section deleted", part)


def _with_recount(paper: Paper, part: Part, by: int) -> Iterator[tuple[str, list[Edit]]]:
    yield "ordinals kept", []
    if edits := list(recount(after(paper, part), by)):
        yield "ordinals renewed", edits


def heading_deleted(paper: Paper) -> Iterator[Mutant]:
    """Take out the heading alone and leave its text."""
    for level, part in _demanded(paper):
        end = heading_stop(paper, part)
        end += paper.text[end : end + 1] == "\n"
        change = Change(paper, [Edit(part.heading.start, end)])
        yield change.mutant(f"{level.family}101", "heading deleted", part, (_absent(change, level, part),))


def emptied(paper: Paper) -> Iterator[Mutant]:
    """Leave the heading and take out everything under it."""
    for level, part in _all(paper):
        rule = f"{level.family}106"
        change = Change(paper, [_hollow(paper, part)])
        tolerated = ("NUM108",) if paper.announced else ()
        yield change.mutant(
            rule, "emptied", part, (change.expect(rule, change.heading(part)),), tolerated=tolerated
        )


def _hollow(paper: Paper, part: Part) -> Edit:
    end = part.span.end
    keeps = 1 if paper.text[end - 1] == "\n" else 0
    stop = heading_stop(paper, part)
    return Edit(part.heading.end if paper.text[stop - 1] in "，," else stop, end - keeps)


def duplicated(paper: Paper) -> Iterator[Mutant]:
    """Put a part in twice, the copy with the same ordinal or with the next."""
    for level, part in _all(paper):
        rule = f"{level.family}103"
        original = _lines(paper.quote(part.span))
        value = part.ordinal.value if part.ordinal else 0
        for how, edits in _with_recount(paper, part, 1):
            ordinal = numbered(part, value + (how == "ordinals renewed"))
            copy = ordinal + original[part.marker.end - part.marker.start :]
            change = Change(
                paper, [Edit(part.span.end, part.span.end, _own_line(paper, part) + copy), *edits]
            )
            start = part.span.end + len(_own_line(paper, part))
            length = len(ordinal) + part.heading.end - part.marker.end
            yield change.mutant(
                rule, f"duplicated, {how}", part, (Expected(rule, exactly(Span(start, start + length))),)
            )


def _lines(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _own_line(paper: Paper, part: Part) -> str:
    """Return the line end that is missing after the last part of a file."""
    return "" if paper.text[part.span.end - 1] == "\n" else "\n"


def swapped(paper: Paper) -> Iterator[Mutant]:
    """Exchange two neighbours; either may be the one that moved."""
    for level, part in _demanded(paper):
        following = after(paper, part)
        if following and not following[0].optional:
            yield _exchanged(paper, level, part, following[0])


def _exchanged(paper: Paper, level: Level, first: Part, second: Part) -> Mutant:
    rule = f"{level.family}102"
    upper, lower = _lines(paper.quote(second.span)), _lines(paper.quote(first.span))
    change = Change(paper, [Edit(first.span.start, second.span.end, upper + lower)])
    start = first.span.start + len(upper)
    places = (
        Span(first.span.start, first.span.start + len(paper.quote(second.heading))),
        Span(start, start + len(paper.quote(first.heading))),
    )
    outcomes = [(Expected(rule, exactly(place)),) for place in places]
    return change.mutant(rule, "neighbours swapped", first, *outcomes)


def moved_to_end(paper: Paper) -> Iterator[Mutant]:
    """Put the first part behind all others: it alone has moved."""
    for level in LEVELS:
        parts = [part for kind, part in _demanded(paper) if kind == level]
        if len(parts) < 3 or any(part.optional for part in siblings(paper, parts[0])):
            continue
        first, last = parts[0], parts[-1]
        rule = f"{level.family}102"
        glue = _own_line(paper, last)
        change = Change(
            paper,
            [Edit(*first.span), Edit(last.span.end, last.span.end, glue + _lines(paper.quote(first.span)))],
        )
        start = last.span.end + len(glue) - (first.span.end - first.span.start)
        heading = Span(start, start + len(paper.quote(first.heading)))
        yield change.mutant(rule, "first moved to the end", first, (Expected(rule, Place(heading, heading)),))


def added(paper: Paper) -> Iterator[Mutant]:
    """Put in a part that no profile asks for, the others counted anew."""
    for level, part in _all(paper):
        rule = f"{level.family}104"
        ordinal = numbered(part, (part.ordinal.value if part.ordinal else 0) + 1)
        title = ordinal + MATERIAL.strangers[level.kind]
        body = MATERIAL.stranger_bodies[level.kind]
        glue = _own_line(paper, part)
        edits = [
            Edit(part.span.end, part.span.end, f"{glue}{title}\n{body}\n"),
            *recount(after(paper, part), 1),
        ]
        change = Change(paper, edits)
        start = part.span.end + len(glue)
        found = (Expected(rule, exactly(Span(start, start + len(title)))),)
        outcomes = [found] if paper.profile in CLOSED else [found, ()]
        if not ordinal:  # then nothing tells a stranger from one more cause or measure
            outcomes += [(found[0]._replace(code=code),) for code in ("COR101", "COR102")]
        yield change.mutant(rule, "stranger added", part, *outcomes)


def renamed(paper: Paper) -> Iterator[Mutant]:
    """Exchange or drop one word of a heading."""
    for level, part in _demanded(paper):
        rule = f"{level.family}105"
        title = paper.quote(part.heading)
        for old, new in MATERIAL.renamings[level.kind].items():
            if (at := title.find(old)) >= 0:
                start = part.heading.start + at
                change = Change(paper, [Edit(start, start + len(old), new)])
                yield change.mutant(rule, f"{old}→{new}", part, (change.expect(rule, change.heading(part)),))


FAULTS = (
    deleted,
    optional_deleted,
    heading_deleted,
    emptied,
    duplicated,
    swapped,
    moved_to_end,
    added,
    renamed,
)
