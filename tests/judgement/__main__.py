"""`python -m tests.judgement [dev|heldout|unseen] [--errors N]` measures; `python -m tests.judgement fit` finds weights."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from docklint import packs
from docklint.checks.missing_example import SURE
from docklint.checks.repeated_example import RepeatedExample
from docklint.spans import Range
from docklint.structure.meaning.judgement import judged
from docklint.structure.meaning.sameness import same, told

from . import sets
from .fitting import fitted, fitted_to_pairs
from .sets import Item, Split

LEAST_SAME = RepeatedExample.reworded
GRAMMAR = packs.load().grammar


def weight(item: Item) -> float:
    """Return what speaks for something particular in a text; no sentence, no evidence."""
    text = item.told
    return max((each.weight for each in judged(text, Range(0, len(text)), GRAMMAR)), default=-9.0)


def problem_weight(item: Item) -> float:
    """Return the same of a problem, which has to tell a little more."""
    return weight(item) - SURE


def sameness(item: Item) -> float:
    """Return what speaks against one fact in two texts."""
    one, other = (told(sets.MARKER.sub("", text, count=1), GRAMMAR) for text in item.texts)
    return LEAST_SAME - same(one, other)


def table(name: str, items: Sequence[Item], fault: str, amount: Callable[[Item], float], errors: int) -> None:
    """Print precision and recall of a fault (told where the amount is below 0), and the worst errors."""
    amounts = {item.id: amount(item) for item in items}
    told = [item for item in items if amounts[item.id] < 0]
    right = [item for item in told if item.label == fault]
    faults = [item for item in items if item.label == fault]
    _say(
        f"{name:28} {len(faults):4} faults, {len(items) - len(faults):4} others: "
        f"precision {len(right) / (len(told) or 1):.3f} ({len(right)}/{len(told)}), "
        f"recall {len(right) / (len(faults) or 1):.3f}"
    )
    wrong = [item for item in items if (amounts[item.id] < 0) != (item.label == fault)]
    for item in sorted(wrong, key=lambda item: -abs(amounts[item.id]))[:errors]:
        _say(f"    {amounts[item.id]:+.2f} {item.label:9} {item.id} {' | '.join(item.texts)}")


def measure(split: Split, errors: int) -> None:
    """Print the tables of one half, or of the unseen set."""
    if split == "unseen":
        table("EXA102 unseen", _labelled(sets.unseen(), "hollow", "good"), "hollow", weight, errors)
        table("EXA103 unseen", _labelled(sets.unseen(), "same", "different"), "same", sameness, errors)
        return
    table(f"EXA102 {split}", sets.hollow(split), "hollow", weight, errors)
    table(f"EXA103 {split}", sets.repeats(split), "same", sameness, errors)
    table(f"EXA101 {split}", sets.evidence(split), "none", problem_weight, errors)
    if split == "dev":
        table("EXA102 plain (dev)", sets.plain(), "hollow", weight, errors)


def fit() -> None:
    """Print the weights that suit the sets best, and the characters as the lexicon has them."""
    found = fitted(sets.fitted_on())
    for name, value in found.weights.items():
        _say(f'    "{name}": {value:.2f},')
    _say(f"EVEN = {found.even:.2f}")
    _say("meaning-signs = [")
    for line in found.lines():
        _say(f'  "{line}",')
    _say("]")
    _say("structure/meaning/sameness.py:")
    pairs = fitted_to_pairs(sets.pairs_fitted_on())
    for name, value in pairs.weights.items():
        _say(f'    "{name}": {value:.2f},')
    _say(f"EVEN = {pairs.even:.2f}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _labelled(items: Sequence[Item], *labels: str) -> list[Item]:
    return [item for item in items if item.label in labels]


if __name__ == "__main__":
    split = next((word for word in sys.argv[1:] if word in ("dev", "heldout", "unseen", "fit")), "dev")
    errors = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    fit() if split == "fit" else measure(split, errors)  # type: ignore[arg-type]
