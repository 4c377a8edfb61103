"""The map that `tools.senses` learns from labelled pairs: to few numbers, in which causes are near what answers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from tests.judgement.fit_cures import Labelled

SAID = 20
"""Numbers that a word says."""
STEPS, PACE, BATCH, STAY, CROSSED = 150, 0.01, 256, 1e-2, 0.3
"""Of learning: steps, their length; right pairs set against each other; what keeps the map as it was; how these count."""
CLUSTERED = 0.3
"""How much a wrong pair of one place counts, others being 1: there are three to each right one."""


def mapped(chosen: Sequence[Labelled], places: Mapping[tuple[str, str], int], rows: Any) -> Any:
    """Learn a map to `SAID` numbers that brings causes near the measures that answer them."""
    numpy = import_module("numpy")
    causes = numpy.array([places[each.cause] for each in chosen])
    measures = numpy.array([places[each.measure] for each in chosen])
    answers = numpy.array([each.answer for each in chosen], "f8")
    counts = numpy.array([CLUSTERED if each.clustered and not each.answer else 1.0 for each in chosen])
    first = numpy.eye(rows.shape[1], SAID)
    state = {"map": first.copy(), "scale": numpy.array(1.5), "even": numpy.array(-1.5)}
    mean, spread = ({key: numpy.zeros_like(each) for key, each in state.items()} for _ in range(2))
    right, random = numpy.flatnonzero(answers), numpy.random.RandomState(0)
    for step in range(1, STEPS + 1):
        batch = random.permutation(right)[:BATCH]
        slopes = _slopes(state, first, rows, causes, measures, answers, counts, batch)
        pace = PACE * min(1, 2 * (1 - step / (STEPS + 1)))
        for key, slope in slopes.items():
            mean[key] = 0.9 * mean[key] + 0.1 * slope
            spread[key] = 0.99 * spread[key] + 0.01 * slope**2
            state[key] = state[key] - pace * (mean[key] / (1 - 0.9**step)) / (
                numpy.sqrt(spread[key] / (1 - 0.99**step)) + 1e-8
            )
    return state["map"]


def _slopes(
    state: Mapping[str, Any],
    first: Any,
    rows: Any,
    causes: Any,
    measures: Any,
    answers: Any,
    counts: Any,
    batch: Any,
) -> dict[str, Any]:
    """Return the gradient of the logistic loss over all pairs, and of the softmax loss over a batch of right ones."""
    numpy = import_module("numpy")
    scale = numpy.exp(state["scale"])
    plain = rows @ state["map"]
    lengths = numpy.sqrt((plain**2).sum(1, keepdims=True) + 1e-3)
    unit = plain / lengths
    likeness = (unit[causes] * unit[measures]).sum(1)
    miss = counts * (1 / (1 + numpy.exp(-scale * likeness - state["even"])) - answers) / counts.sum()
    slope = numpy.zeros_like(unit)
    numpy.add.at(slope, causes, (scale * miss)[:, None] * unit[measures])
    numpy.add.at(slope, measures, (scale * miss)[:, None] * unit[causes])
    ones, others = unit[causes[batch]], unit[measures[batch]]
    scores = ones @ others.T
    crossed = numpy.zeros_like(scores)
    for axis in (0, 1):
        shares = numpy.exp(scale * (scores - scores.max(axis, keepdims=True)))
        crossed += shares / shares.sum(axis, keepdims=True) - numpy.eye(len(batch))
    crossed *= CROSSED / len(batch)
    numpy.add.at(slope, causes[batch], scale * crossed @ others)
    numpy.add.at(slope, measures[batch], scale * crossed.T @ ones)
    below = (slope - unit * (unit * slope).sum(1, keepdims=True)) / lengths
    return {
        "map": rows.T @ below + 2 * STAY * (state["map"] - first),
        "scale": scale * ((miss * likeness).sum() + (crossed * scores).sum()),
        "even": miss.sum(),
    }
