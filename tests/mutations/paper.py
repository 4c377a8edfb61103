"""A clean draft and its truth: the parts a careful reader finds, each with its place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docklint.spans import Span

from . import ordinals
from .edits import Edit, Edits

STOPS = "。！？；：!?;:"
PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")"}


@dataclass(frozen=True)
class Part:
    """One part of a paper. `heading`: ordinal and title, or a problem's ordinal and claim with its stop.

    `kind`: section, dimension, subhead, problem, cause, measure or inner. `span`: up to the next part that is
    not inside it. `name`: the profile's name of a dimension. `answers`: 1-based numbers of the causes a measure
    answers. `optional`: the profile does not demand it.
    """

    kind: str
    role: str
    heading: Span
    span: Span
    ordinal: ordinals.Ordinal | None
    parent: int | None
    name: str | None = None
    example: Span | None = None
    answers: tuple[int, ...] = ()
    optional: bool = False

    @property
    def marker(self) -> Span:
        """Return the place of the ordinal; zero-width without one."""
        return Span(self.heading.start, self.heading.start + (len(self.ordinal.text) if self.ordinal else 0))


@dataclass(frozen=True)
class Announced:
    """A count the draft announces of its own parts. `of`: their kind in the plural."""

    span: Span
    of: str


@dataclass(frozen=True)
class Paper:
    """A draft with its truth. Parts are in document order; `Part.parent` is an index into them."""

    id: str
    profile: str
    text: str
    parts: tuple[Part, ...]
    titles: tuple[Span, ...]
    announced: tuple[Announced, ...] = ()
    notice: tuple[Span, ...] = ()
    closing: Span | None = None

    def of(self, kind: str) -> list[Part]:
        """Return the parts of one kind in document order."""
        return [part for part in self.parts if part.kind == kind]

    def quote(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.text[span.start : span.end]

    def sequences(self) -> Iterator[list[Part]]:
        """Yield the runs of numbered siblings, each counting from one."""
        runs: dict[tuple[int | None, str], list[list[Part]]] = {}
        for part in self.parts:
            if part.ordinal:
                known = runs.setdefault((part.parent, part.kind), [])
                if part.ordinal.value == 1 or not known:
                    known.append([])
                known[-1].append(part)
        return (run for known in runs.values() for run in known)

    def edited(self, edits: Iterable[Edit]) -> Paper:
        """Return the same paper, its truth moved along; for edits that change no part."""
        changed = Edits(edits)
        text = changed.apply(self.text)
        return dataclasses.replace(
            self,
            text=text,
            parts=tuple(_moved(part, text, changed) for part in self.parts),
            titles=tuple(map(changed.moved, self.titles)),
            announced=tuple(Announced(changed.moved(each.span), each.of) for each in self.announced),
            notice=tuple(map(changed.moved, self.notice)),
            closing=changed.moved(self.closing) if self.closing else None,
        )


def _moved(part: Part, text: str, edits: Edits) -> Part:
    heading = edits.moved(part.heading)
    return dataclasses.replace(
        part,
        heading=heading,
        span=edits.moved(part.span),
        example=edits.moved(part.example) if part.example else None,
        ordinal=ordinals.read(text[heading.start : heading.end]),
    )


def sentence_end(text: str, start: int) -> int:
    """Return the end, stop included, of the first sentence from `start`: up to 。！？；： outside quotes, or the line's end."""
    awaited: list[str] = []
    for at in range(start, len(text)):
        mark = text[at]
        if mark == "\n":
            return at
        if awaited and mark == awaited[-1]:
            awaited.pop()
        elif mark in PAIRS:
            awaited.append(PAIRS[mark])
        elif mark in STOPS and not awaited:
            return at + 1
    return len(text)
