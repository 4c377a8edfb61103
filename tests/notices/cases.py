"""A labelled notice as the fit sees it: the lists that may be read in it, from samples and compact files alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol, TypeVar

from docklint import packs, readers
from docklint.derive.kind import kind_of
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.spans import Range

from . import compact, sample

FOLDS = 7
"""So many times some rounds are left out of a fit."""

Accepts = Callable[[tuple[str, ...]], bool]
Told = tuple[tuple[tuple[str, ...], ...], Accepts, str]


class Case(NamedTuple):
    """A notice with the lists that may be read in it: exactly as written, and by whatever accepts them."""

    round: str
    id: str
    notice: Notice
    exact: tuple[tuple[str, ...], ...]
    accepts: tuple[Accepts, ...]
    whose: tuple[str, ...] = ("",)

    def is_right(self, names: Sequence[Range]) -> bool:
        """Tell whether these are the dimensions for anybody."""
        return any(accepts(self._told(names)) for accepts in self.accepts)

    def halves(self, lists: Sequence[Sequence[Range]]) -> list[int]:
        """Return which lists are the first or the last of the dimensions, the rest of which is among the lists as well."""
        told = [self._told(names) for names in lists]
        return [
            at
            for at, names in enumerate(told)
            for one in self.exact
            if (one[: len(names)] == names and one[len(names) :] in told)
            or (one[-len(names) :] == names and one[: -len(names)] in told)
        ]

    def _told(self, names: Sequence[Range]) -> tuple[str, ...]:
        return tuple(bare(self.notice.words(name)) for name in names)


def halves(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the lists of three names or more with which a list begins or ends."""
    for at in range(3, len(names)):
        yield from (names[:at], names[-at:])


def bare(words: str) -> str:
    """Return words without white space."""
    return "".join(words.split())


def noticed(text: str, grammar: Grammar) -> Notice:
    """Return a text as a notice."""
    with TemporaryDirectory() as place:
        file = Path(place) / "notice.txt"
        file.write_text(text, "utf-8")
        return Notice(readers.read(str(file), "final", False), grammar)


def cases(folders: Iterable[Path]) -> Iterator[Case]:
    """Read the notices of folders with samples or compact files; the two readings of one notice are one case."""
    library = packs.load()
    for folder in folders:
        for name, each, readings in _texts(folder):
            with TemporaryDirectory() as place:
                document = readers.read(str(each.put(Path(place))), "final", False)
            notice = Notice(document, library.grammar)
            if kind_of(notice) == "notice":
                exact = tuple(names for one in readings for names in one[0])
                yield Case(
                    name,
                    each.id,
                    notice,
                    exact,
                    tuple(one[1] for one in readings if one[0]),
                    tuple(one[2] for one in readings if one[0]),
                )


def _texts(folder: Path) -> Iterator[tuple[str, sample.Sample | compact.Compact, list[Told]]]:
    for each in sample.load(folder):
        yield folder.name, each, [_of_sample(one) for one in each.readings]
    for name, ones in compact.notices(folder):
        yield name, ones[0], [_of_compact(one) for one in ones]


def _of_compact(one: compact.Compact) -> Told:
    lists = [tuple(map(bare, names)) for names in (one.dimensions, *one.also) if names]
    return tuple(lists) if one.dimensions else (), one.accepts, one.audience


def _of_sample(reading: sample.Reading) -> Told:
    lists = [tuple(map(bare, names)) for names in (reading.dimensions, *reading.also_right) if names]
    own = {tuple(map(bare, names)) for names in (reading.dimensions, *reading.also_right)}
    return tuple(lists) if reading.dimensions else (), own.__contains__, reading.audience


class HasRound(Protocol):
    """A case, and the round that it was written in."""

    @property
    def round(self) -> str:
        """The name of the round."""
        ...


C = TypeVar("C", bound=HasRound)


def folds(some: Sequence[C]) -> Iterator[tuple[list[C], list[C]]]:
    """Yield the cases to fit to, and those of some rounds left out; each round is left out once."""
    names = sorted({case.round for case in some})
    for fold in range(FOLDS):
        out = {*names[fold::FOLDS]}
        yield [case for case in some if case.round not in out], [case for case in some if case.round in out]
