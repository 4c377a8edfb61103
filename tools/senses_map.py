"""What `tools.senses` learns from labelled pairs: a map to few numbers, and how causes are turned towards their measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from docklint.structure.correspondence.senses import NUMBERS
from tests.judgement.fit_cures import Labelled

Text = tuple[str, str]
TROUBLES = Path(__file__).parents[1] / "tests/judgement/rounds/troubles.txt"
"""Lines of words that troubles and, after `|`, their cures are told with; those of one field stand together."""
SAID = NUMBERS
"""Numbers that a word says."""
STEPS, PACE, BATCH, STAY, TURN_STAY = 160, 0.01, 256, 1e-2, 1e-3
"""Of learning: steps, their length; right pairs set against each other; what keeps the map as it was, and the turn small."""
CROSSED, TOLD, NEXT, NEAR = 0.3, 0.3, 0.3, 128
"""How much the right pairs set against each other count, and the lines of `troubles.txt`; of these, the share of so many that
stand together: they tell of one field."""
CLUSTERED = 0.3
"""How much a wrong pair of one place counts, others being 1: there are three to five to each right one."""
OWN_PACE, OWN_STAY = 0.03, 1e-3
"""How much slower than the map the words move by themselves, and what keeps that small."""
UNHEARD = 0.3
"""The share of words that are not heard in a step, each time others: so no pair is known by one word alone."""


class Learned(NamedTuple):
    """`numbers`: the map, a row for each number of a word's vector. `turn`: what is added to a cause, a square.

    `own`: what is added to each word by itself.
    """

    numbers: Any
    turn: Any
    own: Any


class Texts(NamedTuple):
    """`rows`: what the words of each text say together, of length one. `shares`: how much each word (column) adds to that."""

    rows: Any
    shares: Any


def spoken(shares: Any, words: Any) -> Texts:
    """Let texts speak by the vectors of their words."""
    numpy = import_module("numpy")
    rows = shares @ words
    lengths = numpy.linalg.norm(rows, axis=1) + 1e-9
    scale = import_module("scipy.sparse").diags((1 / lengths).astype("f4"))
    return Texts(scale @ rows, (scale @ shares).tocsr())


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
    chosen: Sequence[Labelled],
    lines: Sequence[tuple[Text, Text]],
    places: Mapping[Text, int],
    shares: Any,
    words: Any,
) -> Learned:
    """Learn a map to `SAID` numbers and a turn that bring causes near their measures, and troubles near their cures.

    `shares`: how much each text (row) has of each word. `words`: the vectors of these. Half the usual precision will do.
    """
    numpy = import_module("numpy")
    shares, words = shares.astype("f4"), words.astype("f4")
    pairs = _Pairs(
        numpy.array([places[each.cause] for each in chosen]),
        numpy.array([places[each.measure] for each in chosen]),
        numpy.array([each.answer for each in chosen], "f4"),
        numpy.array([CLUSTERED if each.clustered and not each.answer else 1.0 for each in chosen], "f4"),
        numpy.array([[places[one], places[other]] for one, other in lines]),
    )
    first = numpy.eye(words.shape[1], SAID, dtype="f4")
    state = {
        "map": first.copy(),
        "turn": numpy.zeros((SAID, SAID), "f4"),
        "own": numpy.zeros((words.shape[0], SAID), "f4"),
        "scale": numpy.array(1.5, "f4"),
        "even": numpy.array(-1.5, "f4"),
    }
    mean, spread = ({key: numpy.zeros_like(each) for key, each in state.items()} for _ in range(2))
    random = numpy.random.RandomState(0)
    for step in range(1, STEPS + 1):
        heard = shares.copy()
        heard.data = heard.data * (random.random_sample(len(heard.data)) >= UNHEARD)
        slopes = _slopes(state, spoken(heard, words), pairs, _batches(pairs, random))
        slopes["map"] += 2 * STAY * (state["map"] - first)
        slopes["turn"] += 2 * TURN_STAY * state["turn"]
        slopes["own"] += 2 * OWN_STAY * state["own"]
        pace = PACE * min(1, 2 * (1 - step / (STEPS + 1)))
        for key, slope in slopes.items():
            mean[key] = 0.9 * mean[key] + 0.1 * slope
            spread[key] = 0.99 * spread[key] + 0.01 * slope**2
            # Of words all have one spread: those that few texts hold move less.
            own = key == "own"
            wide = numpy.sqrt((spread[key].mean() if own else spread[key]) / (1 - 0.99**step))
            move = pace * mean[key] / (1 - 0.9**step) / (wide + (1e-12 if own else 1e-8))
            state[key] = state[key] - (OWN_PACE if own else 1) * move
    return Learned(state["map"], state["turn"], state["own"])


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
    state: Mapping[str, Any], texts: Texts, pairs: _Pairs, batches: Sequence[tuple[Any, Any, float]]
) -> dict[str, Any]:
    """Return the gradient of the logistic loss over all pairs, and of the softmax loss over batches of right ones."""
    numpy = import_module("numpy")
    scale, turn = numpy.exp(state["scale"]), numpy.eye(SAID) + state["turn"]
    unit, lengths = _unit(texts.rows @ state["map"] + texts.shares @ state["own"])
    turned, turned_lengths = _unit(unit @ turn)
    causes, measures = pairs.causes, pairs.measures
    likeness = (turned[causes] * unit[measures]).sum(1)
    miss = 1 / (1 + numpy.exp(-scale * likeness - state["even"])) - pairs.answers
    miss *= pairs.counts / pairs.counts.sum()
    of_turned = _added(causes, (scale * miss)[:, None] * unit[measures], len(unit))
    of_unit = _added(measures, (scale * miss)[:, None] * turned[causes], len(unit))
    of_scale = (miss * likeness).sum()
    for ones, others, counts in batches:
        scores = turned[ones] @ unit[others].T
        crossed = numpy.zeros_like(scores)
        for axis in (0, 1):
            shares = numpy.exp(scale * (scores - scores.max(axis, keepdims=True)))
            crossed += shares / shares.sum(axis, keepdims=True) - numpy.eye(len(ones))
        crossed *= counts / len(ones)
        of_turned += _added(ones, scale * crossed @ unit[others], len(unit))
        of_unit += _added(others, scale * crossed.T @ turned[ones], len(unit))
        of_scale += (crossed * scores).sum()
    before = _below(of_turned, turned, turned_lengths)
    below = _below(of_unit + before @ turn.T, unit, lengths)
    return {
        "map": texts.rows.T @ below,
        "own": texts.shares.T @ below,
        "turn": unit.T @ before,
        "scale": scale * of_scale,
        "even": miss.sum(),
    }


def _added(places: Any, rows: Any, number: int) -> Any:
    """Return so many rows, each the sum of those at its place."""
    numpy, sparse = import_module("numpy"), import_module("scipy.sparse")
    at = (numpy.ones(len(places), "f4"), (places, numpy.arange(len(places))))
    return sparse.csr_matrix(at, shape=(number, len(places))) @ rows


def _unit(plain: Any) -> tuple[Any, Any]:
    """Return rows of length one, and how long they were."""
    lengths = import_module("numpy").sqrt((plain**2).sum(1, keepdims=True) + 1e-3)
    return plain / lengths, lengths


def _below(slope: Any, unit: Any, lengths: Any) -> Any:
    """Return the slope by rows from that by rows of length one."""
    return (slope - unit * (unit * slope).sum(1, keepdims=True)) / lengths
