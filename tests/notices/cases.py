"""A labelled notice as the fit sees it: the lists that may be read in it, from samples and compact files alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from docklint import packs, readers
from docklint.derive.kind import kind_of
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.spans import Range

from . import compact, sample

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
    for path in sorted(folder.glob("*.txt")):
        if path.read_bytes().startswith((b"@@ ", b"\xef\xbb\xbf@@ ")):
            found: dict[str, list[compact.Compact]] = defaultdict(list)
            for one in compact.load(path.name, folder):
                found[one.id].append(one)
            for ones in found.values():
                lists = [((tuple(map(bare, one.dimensions)),), one.accepts, one.audience) for one in ones]
                yield (
                    path.stem,
                    ones[0],
                    [
                        told if one.dimensions else ((), told[1], told[2])
                        for one, told in zip(ones, lists, strict=True)
                    ],
                )


def _of_sample(reading: sample.Reading) -> Told:
    lists = [tuple(map(bare, names)) for names in (reading.dimensions, *reading.also_right) if names]
    own = {tuple(map(bare, names)) for names in (reading.dimensions, *reading.also_right)}
    return tuple(lists) if reading.dimensions else (), own.__contains__, reading.audience
