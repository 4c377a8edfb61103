"""Read the truth files and find each part's place by the strings they hold.

A truth file names everything in the order in which it stands in the draft, in the draft's own characters: `profile`, a
`layout` in words, `titles`; if there are any `closing`, `announced` (`words`, `of`: the plural of what is counted) and
`notice` (counts that are the notice's); then a `[[section]]` each with `role` and `heading` (`optional = true` where no
profile demands it). Below the problems `[[section.dimension]]` with `name` (the profile's wording; left out under
`generic`), `heading` and `problems`, each with `opens` (ordinal and first words), `example` and, below a sub-head,
`under`. Elsewhere `items` with `heading`, `inner` (the ordinals within) and `answers` (numbers of the causes that a
measure answers).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from docklint.spans import Span

from . import ordinals
from .paper import Announced, Paper, Part, sentence_end

DRAFTS = Path(__file__).parents[1] / "drafts"
RANKS = {"section": 0, "dimension": 1, "cause": 1, "measure": 1, "subhead": 2, "problem": 3, "inner": 3}
ITEMS = {"causes": "cause", "measures": "measure"}


class _Entry(NamedTuple):
    """A part as the truth file tells it: the words to find, in the file's order."""

    kind: str
    role: str
    words: str
    told: dict[str, Any]


@cache
def papers() -> tuple[Paper, ...]:
    """Return all clean drafts with their truth."""
    return tuple(load(path) for path in sorted(DRAFTS.glob("*.toml")))


def load(path: Path) -> Paper:
    """Read one draft and its truth. Raises `ValueError` when a string of the truth is not in the draft."""
    told = tomllib.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_text("utf-8")
    entries = list(_entries(told))
    starts = list(_starts(text, entries))
    closing = _only(text, told["closing"], text.rindex(told["closing"])) if "closing" in told else None
    return Paper(
        id=path.stem,
        profile=told["profile"],
        text=text,
        parts=tuple(_parts(text, entries, starts, closing.start if closing else len(text))),
        titles=tuple(_titles(text, told["titles"])),
        announced=tuple(
            Announced(_only(text, each["words"], starts[0]), each["of"]) for each in told.get("announced", ())
        ),
        notice=tuple(_only(text, words, 0) for words in told.get("notice", ())),
        closing=closing,
    )


def _entries(told: dict[str, Any]) -> Iterator[_Entry]:
    for section in told["section"]:
        role = section["role"]
        yield _Entry("section", role, section["heading"], section)
        for dimension in section.get("dimension", ()):
            yield _Entry("dimension", role, dimension["heading"], dimension)
            yield from _problems(dimension, role)
        for item in section.get("items", ()):
            yield _Entry(ITEMS[role], role, item["heading"], item)
            yield from (_Entry("inner", role, words, {}) for words in item.get("inner", ()))


def _problems(dimension: dict[str, Any], role: str) -> Iterator[_Entry]:
    under = None
    for problem in dimension["problems"]:
        if problem.get("under") != under:
            under = problem["under"]
            yield _Entry("subhead", role, under, {})
        yield _Entry("problem", role, problem["opens"], problem)


def _starts(text: str, entries: list[_Entry]) -> Iterator[int]:
    at = _first_section(text, entries[0].words)
    for entry in entries:
        at = text.index(entry.words, at)
        yield at
        at += len(entry.words)


def _first_section(text: str, heading: str) -> int:
    """Return where the first section's heading stands on a line of its own."""
    return text.index(f"\n{heading}\n") + 1


def _parts(text: str, entries: list[_Entry], starts: list[int], end: int) -> Iterator[Part]:
    open_parts: list[int] = []
    for index, (entry, start) in enumerate(zip(entries, starts, strict=True)):
        rank = RANKS[entry.kind]
        while open_parts and RANKS[entries[open_parts[-1]].kind] >= rank:
            open_parts.pop()
        follows = (
            place
            for later, place in zip(entries[index + 1 :], starts[index + 1 :], strict=True)
            if RANKS[later.kind] <= rank
        )
        yield _part(text, entry, Span(start, next(follows, end)), open_parts[-1] if open_parts else None)
        open_parts.append(index)


def _part(text: str, entry: _Entry, span: Span, parent: int | None) -> Part:
    end = sentence_end(text, span.start) if entry.kind == "problem" else span.start + len(entry.words)
    return Part(
        kind=entry.kind,
        role=entry.role,
        heading=Span(span.start, end),
        span=span,
        ordinal=ordinals.read(entry.words),
        parent=parent,
        name=entry.told.get("name"),
        example=_only(text, entry.told["example"], span.start) if "example" in entry.told else None,
        answers=tuple(entry.told.get("answers", ())),
        optional=entry.told.get("optional", False),
    )


def _titles(text: str, titles: list[str]) -> Iterator[Span]:
    at = 0
    for title in titles:
        yield (span := _only(text, title, at))
        at = span.end


def _only(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))
