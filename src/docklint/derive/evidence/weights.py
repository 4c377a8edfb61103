"""What the fitted weights say of some features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.outline import numerals

Model = Literal["trim", "start", "end", "list"]
"""What is weighed: what all names of a row lose, where the first one begins and the last one ends, whether it is the list."""
MODELS: tuple[Model, ...] = ("trim", "start", "end", "list")
SIGNS = str.maketrans({"\n": "¶", " ": "␣", "　": "␣", "\t": "␣", "=": "＝", "'": "’"})
"""What stands for the signs that part features in the file."""
NO_VALUE = "∅"
"""Stands in the file for what a family without values tells."""
NUMBER = rf"[{numerals.CHINESE}两0-9]"
"""One sign of a numeral."""
_TOLD_OTHERWISE = f"[{''.join(map(chr, SIGNS))}]"


class FittedWeights:
    """The weights of all models by feature (`family:value`), in log odds."""

    def __init__(self, tables: Mapping[Model, Mapping[str, float]]) -> None:
        self.tables = tables

    def of(self, model: Model, features: Iterable[str]) -> float:
        """Return what some features weigh together."""
        table = self.tables[model]
        return sum([table.get(each, 0.0) for each in features])

    def chances(self, model: Model, options: Sequence[Iterable[str]]) -> list[float]:
        """Return how likely each of some options is; exactly one of them holds."""
        return chances([self.of(model, each) for each in options])


def chances(scores: Sequence[float]) -> list[float]:
    """Turn log odds into likelihoods that add up to 1."""
    most = max(scores, default=0.0)
    powers = [exp(score - most) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def stored(grammar: Grammar) -> FittedWeights:
    """Return the weights of the lexicon by which lists are read."""
    return FittedWeights({model: stored_table(grammar, model) for model in MODELS})


def stored_table(grammar: Grammar, model: str) -> dict[str, float]:
    """Return a model's weights by feature: lines of a family, weights and their values (`before =1.2 对照 =0.9 查摆`)."""
    return dict(_lines(grammar[f"evidence-{model}"]))


def _lines(texts: Iterable[str]) -> Iterator[tuple[str, float]]:
    for line in "\n".join(texts).splitlines():
        family, _, values = line.partition(" ")
        weight = 0.0
        for told in values.split():
            if told[0] == "=":
                weight = float(told[1:])
            else:
                yield f"{family}:{'' if told == NO_VALUE else told}", weight


def feature(family: str, value: object = "") -> str:
    """Name a feature as the file does."""
    return _written(f"{family}:{value}")


def _written(words: str) -> str:
    """Return words as the file has them; few hold a sign that it does not."""
    return words.translate(SIGNS) if compiled(_TOLD_OTHERWISE).search(words) else words


def grams(family: str, words: str, length: int = 2) -> set[str]:
    """Return all stretches of so many characters as features of a family."""
    told = _written(words)
    return {f"{family}:{told[at : at + length]}" for at in range(len(told) - length + 1)}


def masked(words: str) -> str:
    """Make numerals one sign: how many are counted is told elsewhere."""
    return compiled(NUMBER).sub("#", words)


def value_of(numeral: str) -> int | None:
    """Return the value of a numeral with which something is counted; None if it is none."""
    return numerals.parse(numeral.replace("两", "二"))
