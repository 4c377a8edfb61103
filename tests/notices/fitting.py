"""Fitting the weights of `docklint.derive.evidence` to labelled notices, and measuring them on rounds left out.

`python -m tests.notices.fitting [FOLDER …]` reads `data/`, `later/` and further folders, tells how lists are read when
their round had no part in the fit, fits all that was told to be fitted and writes `rules/lexicon-notices.toml` (`--write`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from docklint.derive.evidence.edges import of_end, of_start, of_trim
from docklint.derive.evidence.lists import of_list, of_nothing
from docklint.derive.evidence.ranking import Likely, guesses, ranked
from docklint.derive.evidence.stretches import rows
from docklint.derive.evidence.trimming import Trimmed, first_starts, last_ends, trims, ways
from docklint.derive.evidence.weights import MODELS, FittedWeights, Model
from docklint.spans import Range

from . import compact, sample, weight_files
from .cases import Case, bare, cases, folds, halves
from .descent import Example, descended
from .planted import planted

RULES = Path(__file__).parents[2] / "rules" / "lexicon-notices.toml"
PACE = {"trim": 0.3, "start": 0.3, "end": 0.3, "list": 0.15}
SMALL = {"trim": 0.002, "start": 0.002, "end": 0.002, "list": 0.004}
STEPS = {"trim": 12, "start": 12, "end": 12, "list": 10}
"""How far a step goes, what keeps weights small, how often all examples are seen."""
LEAST_SEEN = {"trim": 5, "start": 5, "end": 5, "list": 10}
"""In so many examples a feature has to be; every notice is among those of lists up to four times."""
FAINT = 0.17
"""A weight nearer to 0 is not kept."""
STEP, DIGITS = 0.05, 2
"""Weights are written in such steps, with so many digits behind the point: finer ones read rounds left out no better, and make the file a tenth longer."""


def fitted(some: Sequence[Case], more: Sequence[Case] = ()) -> FittedWeights:
    """Return the weights that fit some cases, and `more`, made of them."""
    examples: dict[Model, list[Example]] = {model: [] for model in MODELS}
    for case in (*some, *(each for each in more if each.exact)):
        for trimmed, options, right in _trimmed(case):
            _learn_bounds(case, trimmed, options, right, examples)
    tables = {model: _descended(examples[model], model) for model in MODELS}
    weights = FittedWeights(tables)
    lists = [told for case in (*some, *more) if (told := _told(case, weights))]
    return FittedWeights({**tables, "list": _descended(lists, "list")})


def _descended(examples: Sequence[Example], model: Model) -> dict[str, float]:
    return descended(examples, PACE[model], SMALL[model], STEPS[model], LEAST_SEEN[model])


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
    for kept, out in folds(some):
        weights = fitted(kept, list(planted(kept)))
        yield from (Left(case, ranked(case.notice, weights)) for case in out)


def written(weights: FittedWeights) -> str:
    """Return the file that holds some weights."""
    head = (
        "# What signs and words around and in a row of a notice weigh: whether it is the list of dimensions, where names begin and end.\n"
        "# Fitted to labelled notices by `python -m tests.notices.fitting --write`, in log odds; tests/notices/README.md tells how well lists are read by them.\n"
        "# A line has a family of features, weights, and behind each the values that have it; ¶ is a line's end, # a numeral, ␣ a blank, ∅ no value.\n"
    )
    return weight_files.written(head, {model: _kept(weights.tables[model]) for model in MODELS}, DIGITS)


def _kept(table: Mapping[str, float]) -> dict[str, float]:
    told = {name: round(round(weight / STEP) * STEP, DIGITS) for name, weight in table.items()}
    return {name: weight for name, weight in told.items() if abs(weight) >= FAINT}


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(*told: str) -> None:
    """Tell how lists are read when their round is left out; write the weights that fit all."""
    folders = [
        sample.DATA,
        sample.OTHERS,
        sample.OTHERS_SECOND,
        sample.OTHERS_THIRD,
        sample.OTHERS_FOURTH,
        sample.OTHERS_FIFTH,
        compact.LATER,
        *(Path(each) for each in told if not each.startswith("-")),
    ]
    all_ = list(cases(folders))
    if "--write" in told:
        RULES.write_text(written(fitted(all_, list(planted(all_)))), "utf-8")
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
