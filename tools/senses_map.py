"""What `tools.senses` learns from labelled pairs: a map to few numbers, and how causes are turned towards their measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.judgement.fit_cures import Labelled

Text = tuple[str, str]
TROUBLES = Path(__file__).parents[1] / "tests/judgement/rounds/troubles.txt"
"""Lines of words that troubles and, after `|`, their cures are told with; those of one field stand together."""
SAID = 20
"""Numbers that a word says."""
STEPS, PACE, BATCH, STAY, TURN_STAY = 80, 0.01, 256, 1e-2, 1e-3
"""Of learning: steps, their length; right pairs set against each other; what keeps the map as it was, and the turn small."""
CROSSED, TOLD, NEXT, NEAR = 0.3, 0.3, 0.3, 128
"""How much the right pairs set against each other count, and the lines of `troubles.txt`; of these, the share of so many that
stand together: they tell of one field."""
CLUSTERED = 0.3
"""How much a wrong pair of one place counts, others being 1: there are three to five to each right one."""


class Learned(NamedTuple):
    """`numbers`: the map, a row for each number of a word's vector. `turn`: what is added to a cause, a square."""

    numbers: Any
    turn: Any


class _Pairs(NamedTuple):
    """Places of causes and measures among the rows, whether they belong together, how much each counts; and the lines."""

    causes: Any
    measures: Any
    answers: Any
    counts: Any
    lines: Any


def troubles() -> list[tuple[Text, Text]]:
    """Return the lines of `TROUBLES`, each as two texts."""
    lines = (line.split(" | ") for line in TROUBLES.read_text("utf-8").splitlines() if " | " in line)
    return [(("，".join(one.split()), ""), ("，".join(other.split()), "")) for one, other in lines]


def mapped(
    chosen: Sequence[Labelled], lines: Sequence[tuple[Text, Text]], places: Mapping[Text, int], rows: Any
) -> Learned:
    """Learn a map to `SAID` numbers and a turn that bring causes near their measures, and troubles near their cures."""
    numpy = import_module("numpy")
    pairs = _Pairs(
        numpy.array([places[each.cause] for each in chosen]),
        numpy.array([places[each.measure] for each in chosen]),
        numpy.array([each.answer for each in chosen], "f8"),
        numpy.array([CLUSTERED if each.clustered and not each.answer else 1.0 for each in chosen]),
        numpy.array([[places[one], places[other]] for one, other in lines]),
    )
    first = numpy.eye(rows.shape[1], SAID)
    state = {
        "map": first.copy(),
        "turn": numpy.zeros((SAID, SAID)),
        "scale": numpy.array(1.5),
        "even": numpy.array(-1.5),
    }
    mean, spread = ({key: numpy.zeros_like(each) for key, each in state.items()} for _ in range(2))
    random = numpy.random.RandomState(0)
    for step in range(1, STEPS + 1):
        slopes = _slopes(state, rows, pairs, _batches(pairs, random))
        slopes["map"] += 2 * STAY * (state["map"] - first)
        slopes["turn"] += 2 * TURN_STAY * state["turn"]
        pace = PACE * min(1, 2 * (1 - step / (STEPS + 1)))
        for key, slope in slopes.items():
            mean[key] = 0.9 * mean[key] + 0.1 * slope
            spread[key] = 0.99 * spread[key] + 0.01 * slope**2
            state[key] = state[key] - pace * (mean[key] / (1 - 0.9**step)) / (
                numpy.sqrt(spread[key] / (1 - 0.99**step)) + 1e-8
            )
    return Learned(state["map"], state["turn"])


def _batches(pairs: _Pairs, random: Any) -> list[tuple[Any, Any, float]]:
    """Choose what is set against each other in a step: right pairs, lines that stand together, lines of all fields."""
    numpy = import_module("numpy")
    batch = random.permutation(numpy.flatnonzero(pairs.answers))[:BATCH]
    start = random.randint(0, max(1, len(pairs.lines) - NEAR))
    near, far = pairs.lines[start : start + NEAR], random.permutation(pairs.lines)[:BATCH]
    return [
        (pairs.causes[batch], pairs.measures[batch], CROSSED),
        (near[:, 0], near[:, 1], TOLD * NEXT),
        (far[:, 0], far[:, 1], TOLD * (1 - NEXT)),
    ]


def _slopes(
    state: Mapping[str, Any], rows: Any, pairs: _Pairs, batches: Sequence[tuple[Any, Any, float]]
) -> dict[str, Any]:
    """Return the gradient of the logistic loss over all pairs, and of the softmax loss over batches of right ones."""
    numpy = import_module("numpy")
    scale, turn = numpy.exp(state["scale"]), numpy.eye(SAID) + state["turn"]
    unit, lengths = _unit(rows @ state["map"])
    turned, turned_lengths = _unit(unit @ turn)
    causes, measures = pairs.causes, pairs.measures
    likeness = (turned[causes] * unit[measures]).sum(1)
    miss = 1 / (1 + numpy.exp(-scale * likeness - state["even"])) - pairs.answers
    miss *= pairs.counts / pairs.counts.sum()
    of_turned, of_unit = numpy.zeros_like(unit), numpy.zeros_like(unit)
    numpy.add.at(of_turned, causes, (scale * miss)[:, None] * unit[measures])
    numpy.add.at(of_unit, measures, (scale * miss)[:, None] * turned[causes])
    of_scale = (miss * likeness).sum()
    for ones, others, counts in batches:
        scores = turned[ones] @ unit[others].T
        crossed = numpy.zeros_like(scores)
        for axis in (0, 1):
            shares = numpy.exp(scale * (scores - scores.max(axis, keepdims=True)))
            crossed += shares / shares.sum(axis, keepdims=True) - numpy.eye(len(ones))
        crossed *= counts / len(ones)
        numpy.add.at(of_turned, ones, scale * crossed @ unit[others])
        numpy.add.at(of_unit, others, scale * crossed.T @ turned[ones])
        of_scale += (crossed * scores).sum()
    before = _below(of_turned, turned, turned_lengths)
    return {
        "map": rows.T @ _below(of_unit + before @ turn.T, unit, lengths),
        "turn": unit.T @ before,
        "scale": scale * of_scale,
        "even": miss.sum(),
    }


def _unit(plain: Any) -> tuple[Any, Any]:
    """Return rows of length one, and how long they were."""
    lengths = import_module("numpy").sqrt((plain**2).sum(1, keepdims=True) + 1e-3)
    return plain / lengths, lengths


def _below(slope: Any, unit: Any, lengths: Any) -> Any:
    """Return the slope by rows from that by rows of length one."""
    return (slope - unit * (unit * slope).sum(1, keepdims=True)) / lengths
