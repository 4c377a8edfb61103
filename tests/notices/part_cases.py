"""A labelled notice as the fit of parts sees it: which parts are right, and where words find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from docklint import packs, readers
from docklint.derive.agreement import choose
from docklint.derive.evidence.part_places import PlaceGuess
from docklint.derive.evidence.part_tags import ROLES
from docklint.derive.further_parts import FurtherParts, further_parts, under_each
from docklint.derive.kind import kind_of
from docklint.derive.part_agreement import listed_in, places_of
from docklint.derive.part_sections import sections_of
from docklint.derive.parts import PartsList, list_for, parts_lists
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.spans import Range

from . import compact, sample

TAG_OF = {role: tag for tag, role in ROLES.items() if role}
Told = list[tuple[str, bool]]


class PartReading(NamedTuple):
    """What is right for one audience; `gold`: role and the notice's words, if the gold has them."""

    audience: str
    accepts: Callable[[Told], bool]
    gold: tuple[tuple[str, str], ...]
    is_none: bool


class PartCase(NamedTuple):
    """A notice, its readings, and what words find in it."""

    round: str
    id: str
    notice: Notice
    readings: tuple[PartReading, ...]
    lists: list[PartsList]
    further: dict[str, FurtherParts]
    under: bool
    taken: frozenset[int] = frozenset()

    def told(self, listed: PartsList | None, audience: str) -> Told:
        """Return role and demand of every part if a list is taken for an audience."""
        if self.under:
            return []
        return compact.told_parts(
            sections_of(self.notice, listed, self.lists, self.further[audience], audience)
        )

    def by_words(self, reading: PartReading) -> PartsList | None:
        """Return the list that words take for an audience."""
        return list_for(self.lists, reading.audience)

    def is_right(self, reading: PartReading, listed: PartsList | None) -> bool:
        """Tell whether a list gives the right parts."""
        return reading.accepts(self.told(listed, reading.audience))

    def fits(self, guess: PlaceGuess) -> bool:
        """Tell whether a place gives the right parts for anybody."""
        listed = listed_in(self.notice, guess)
        return any(
            self.is_right(one, listed)
            for one in self.readings
            if not one.audience or listed.audience in (None, one.audience)
        )


def part_cases(folders: Iterable[Path]) -> Iterator[PartCase]:
    """Read the notices of folders with samples or compact files; the two readings of one notice are one case."""
    grammar = packs.load().grammar
    for folder in folders:
        for each in sample.load(folder):
            yield from _case(folder.name, each, [_of_sample(one) for one in each.readings], grammar)
        for name, ones in compact.notices(folder):
            yield from _case(name, ones[0], [_of_compact(one) for one in ones], grammar)


def _of_sample(one: sample.Reading) -> PartReading:
    gold = tuple((part.role, part.wording) for part in one.parts if part.role not in sample.UNHEADED)
    return PartReading(one.audience, one.accepts_parts, gold, not one.parts)


def _of_compact(one: compact.Compact) -> PartReading:
    return PartReading(one.audience, one.accepts_parts, (), not one.parts)


def _case(
    round_: str, each: sample.Sample | compact.Compact, readings: Sequence[PartReading], grammar: Grammar
) -> Iterator[PartCase]:
    with TemporaryDirectory() as place:
        document = readers.read(str(each.put(Path(place))), "final", False)
    notice = Notice(document, grammar)
    if kind_of(notice) != "notice":
        return
    choice = choose(notice)
    names = [name for one in choice.lists.values() for name in one.names]
    lists = parts_lists(notice, names)
    further = {one.audience: further_parts(notice, one.audience) for one in readings}
    under = under_each(notice) is not None
    yield PartCase(round_, each.id, notice, tuple(readings), lists, further, under, places_of(names))


def labelled(case: PartCase) -> Iterator[list[tuple[str, Range]]]:
    """Yield the parts of right lists, as tags and words: those that words find, else those whose words the gold has."""
    for reading in case.readings:
        listed = case.by_words(reading)
        if listed and case.is_right(reading, listed):
            yield [(TAG_OF.get(part.role or "", "X"), part.words) for part in listed.parts]
        elif reading.gold:
            yield from _found(case.notice, reading.gold)


def _found(notice: Notice, gold: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, Range]]]:
    """Yield where the words of the gold stand one behind the other, nearest to each other."""
    best: list[tuple[str, Range]] = []
    start = notice.text.find(gold[0][1])
    while start >= 0:
        told: list[tuple[str, Range]] = []
        at = start
        for role, words in gold:
            at = notice.text.find(words, at)
            if at < 0:
                break
            told.append((TAG_OF.get(role, "X"), Range(at, at + len(words))))
            at += len(words)
        if len(told) == len(gold) and (not best or _span(told) < _span(best)):
            best = told
        start = notice.text.find(gold[0][1], start + 1)
    if best:
        yield best


def _span(told: Sequence[tuple[str, Range]]) -> int:
    return told[-1][1].end - told[0][1].start
