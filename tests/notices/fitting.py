"""Fitting the weights of `docklint.derive.evidence` to labelled notices, and measuring them on rounds left out.

`python -m tests.notices.fitting [FOLDER …]` reads `data/`, `later/` and further folders, tells how lists are read when
their round had no part in the fit, fits all that was told to be fitted and writes `rules/lexicon-notices.toml` (`--write`).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from docklint import packs, readers
from docklint.derive.evidence.edges import of_end, of_start, of_trim
from docklint.derive.evidence.lists import of_list, of_nothing
from docklint.derive.evidence.ranking import Likely, guesses, ranked
from docklint.derive.evidence.stretches import rows
from docklint.derive.evidence.trimming import Trimmed, first_starts, last_ends, trims, ways
from docklint.derive.evidence.weights import MODELS, FittedWeights, Model, chances
from docklint.derive.kind import kind_of
from docklint.derive.reading import Notice
from docklint.spans import Range

from . import compact, sample

RULES = Path(__file__).parents[2] / "rules" / "lexicon-notices.toml"
FOLDS = 7
"""So many times some rounds are left out; each round is left out once."""
FIRST = 0.1
"""The sum of squares of the slopes before any, so that the first steps stay small."""
PACE = {"trim": 0.3, "start": 0.3, "end": 0.3, "list": 0.15}
SMALL = {"trim": 0.002, "start": 0.002, "end": 0.002, "list": 0.004}
STEPS = {"trim": 12, "start": 12, "end": 12, "list": 10}
"""How far a step goes, what keeps weights small, how often all examples are seen."""
LEAST_SEEN = 3
"""A feature that fewer examples have is not weighed: it would but remember them."""
FAINT = 0.03
"""A weight nearer to 0 is not kept."""

Accepts = Callable[[tuple[str, ...]], bool]
Example = tuple[Sequence[Sequence[str]], Sequence[int]]
"""The features of some options, and which of them are right."""


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


Told = tuple[tuple[tuple[str, ...], ...], Accepts, str]


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


def fitted(some: Sequence[Case]) -> FittedWeights:
    """Return the weights that fit some cases."""
    examples: dict[Model, list[Example]] = {model: [] for model in MODELS}
    for case in some:
        for trimmed, options, right in _trimmed(case):
            _learn_bounds(case, trimmed, options, right, examples)
    tables = {model: descended(examples[model], model) for model in MODELS}
    weights = FittedWeights(tables)
    lists = [told for case in some if (told := _told(case, weights))]
    return FittedWeights({**tables, "list": descended(lists, "list")})


def _trimmed(case: Case) -> Iterator[tuple[tuple[Range, ...], list[Trimmed], tuple[str, ...]]]:
    """Yield the pieces that hold a right list, or half of one that no row holds whole, the ways to trim them, and the list."""
    whole = list(_holding(case, case.exact))
    yield from whole or _holding(case, [half for names in case.exact for half in halves(names)])


def _holding(
    case: Case, lists: Sequence[tuple[str, ...]]
) -> Iterator[tuple[tuple[Range, ...], list[Trimmed], tuple[str, ...]]]:
    for row in rows(case.notice):
        for pieces in ways(case.notice, row):
            held = [bare(case.notice.words(piece)) for piece in pieces]
            for names in lists:
                if len(names) == len(held) and all(map(_holds, held, names)):
                    yield pieces, trims(case.notice, pieces, row.is_led), names


def _holds(piece: str, name: str) -> bool:
    return name in piece


def _learn_bounds(
    case: Case,
    pieces: tuple[Range, ...],
    options: list[Trimmed],
    names: tuple[str, ...],
    examples: dict[Model, list[Example]],
) -> None:
    notice, right = case.notice, []
    for at, each in enumerate(options):
        between = [bare(notice.words(name)) for name in each.between]
        if between != [*names[1:-1]]:
            continue
        starts, ends = first_starts(notice, each), last_ends(notice, each)
        begins = [i for i, a in enumerate(starts) if bare(notice.text[a : each.first_end]) == names[0]]
        closes = [i for i, b in enumerate(ends) if bare(notice.text[each.last_start : b]) == names[-1]]
        if begins and closes:
            right.append(at)
            examples["start"].append(([of_start(notice, a, each) for a in starts], begins))
            examples["end"].append(([of_end(notice, b, each) for b in ends], closes))
    if right:
        examples["trim"].append(([of_trim(notice, each) for each in options], right))


def _told(case: Case, weights: FittedWeights) -> Example | None:
    """Return the guesses of a case and which are right, or that none is; None if a right list is no guess."""
    found = guesses(case.notice, weights)
    right = [at for at, each in enumerate(found, 1) if case.is_right(each.names)]
    if case.exact and not right:
        right = [at + 1 for at in case.halves([each.names for each in found])]
    if case.exact and not right:
        return None
    return [of_nothing(case.notice), *(of_list(case.notice, each) for each in found)], right or [0]


def descended(examples: Sequence[Example], model: Model) -> dict[str, float]:
    """Descend along the gradient of the regularised loss, example after example, each feature at its own pace."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    telling = _telling(examples)
    for _ in range(STEPS[model]):
        for options, right in telling:
            for name, slope in _slopes(options, right, weights).items():
                now = weights.get(name, 0.0)
                steep = slope + SMALL[model] * now
                squares[name] = squares.get(name, FIRST) + steep * steep
                weights[name] = now - PACE[model] * steep / sqrt(squares[name])
    return weights


def _telling(examples: Sequence[Example]) -> list[Example]:
    """Return the examples with more options than one, without the features that only one or two of them have."""
    some = [each for each in examples if len(each[0]) > 1]
    seen = Counter(name for options, _ in some for name in {name for each in options for name in each})
    return [
        ([[name for name in each if seen[name] >= LEAST_SEEN] for each in options], right)
        for options, right in some
    ]


def _slopes(
    options: Sequence[Sequence[str]], right: Sequence[int], weights: dict[str, float]
) -> dict[str, float]:
    likely = chances([sum([weights.get(name, 0.0) for name in each]) for each in options])
    good = sum(likely[at] for at in right)
    slopes: dict[str, float] = defaultdict(float)
    for at, each in enumerate(options):
        miss = likely[at] - (likely[at] / good if at in right else 0)
        if abs(miss) > 1e-4:
            for name in each:
                slopes[name] += miss
    return slopes


class Left(NamedTuple):
    """What was read of a case that had no part in the fit."""

    case: Case
    lists: list[Likely]

    @property
    def is_found(self) -> bool:
        """Tell whether a right list is among the guesses."""
        return any(self.case.is_right(each.names) for each in self.lists)

    def is_right(self, least: float = 0) -> bool | None:
        """Tell whether the likeliest list is right; None if it is less likely than `least` or than none."""
        best = self.lists[0] if self.lists else None
        none = 1 - sum(each.chance for each in self.lists)
        return None if best is None or best.chance < max(least, none) else self.case.is_right(best.names)


def left_out(some: Sequence[Case]) -> Iterator[Left]:
    """Read each case with weights fitted to the rounds other than its own."""
    names = sorted({case.round for case in some})
    for fold in range(FOLDS):
        out = {*names[fold::FOLDS]}
        weights = fitted([case for case in some if case.round not in out])
        yield from (Left(case, ranked(case.notice, weights)) for case in some if case.round in out)


def written(weights: FittedWeights) -> str:
    """Return the file that holds some weights."""
    head = (
        "# What signs and words around and in a row of a notice weigh: whether it is the list of dimensions, where names begin and end.\n"
        "# Fitted to labelled notices by `python -m tests.notices.fitting --write`, in log odds; tests/notices/README.md tells how well lists are read by them.\n"
        "# A line has a family of features and its values with their weights; ¶ is a line's end, # a numeral, ␣ a blank.\n"
    )
    return head + "".join(f"\nevidence-{model} = ['''\n{_table(weights, model)}''']\n" for model in MODELS)


def _table(weights: FittedWeights, model: Model) -> str:
    families: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for name, weight in weights.tables[model].items():
        family, _, value = name.partition(":")
        if abs(weight) >= FAINT:
            families[family].append((round(weight, 2), value))
    lines = (
        f"{family} "
        + " ".join(
            f"{value}={weight:.2f}" for weight, value in sorted(told, key=lambda one: (-one[0], one[1]))
        )
        for family, told in sorted(families.items())
    )
    return "".join(f"{line}\n" for line in lines)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(*told: str) -> None:
    """Tell how lists are read when their round is left out; write the weights that fit all."""
    folders = [
        sample.DATA,
        sample.OTHERS,
        sample.OTHERS_SECOND,
        compact.LATER,
        *(Path(each) for each in told if not each.startswith("-")),
    ]
    all_ = list(cases(folders))
    if "--write" in told:
        RULES.write_text(written(fitted(all_)), "utf-8")
        return
    read = list(left_out(all_))
    listed = [each for each in read if each.case.exact]
    _say(
        f"notices {len(read)}, with a list {len(listed)}, right list among the guesses {sum(each.is_found for each in listed)}"
    )
    _say(f"likeliest list right {sum(each.is_right() is True for each in listed)}")
    for least in (0, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = [each.is_right(least) for each in read]
        _say(
            f"at least {least}: right {found.count(True)}, wrong {found.count(False)}, none {found.count(None)}"
        )
    if "-v" in told:
        for each in listed:
            if each.is_right() is not True:
                best = each.lists[0] if each.lists else Likely((), 0)
                _say(
                    f"{each.case.round}:{each.case.id} {'guess' if each.is_found else 'no guess'} {each.case.exact[:1]} {best.chance:.2f} {[each.case.notice.words(n) for n in best.names]}"
                )


if __name__ == "__main__":
    main(*sys.argv[1:])
