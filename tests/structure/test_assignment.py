"""The best pairing, compared with trying all of them."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from docklint.structure.correspondence.assignment import LARGEST, assign

score = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5])


@st.composite
def matrices(draw: st.DrawFn) -> list[list[float]]:
    columns = draw(st.integers(1, 5))
    return draw(st.lists(st.lists(score, min_size=columns, max_size=columns), min_size=1, max_size=5))


@given(matrices())
def test_no_other_pairing_has_a_greater_sum(scores: list[list[float]]) -> None:
    pairs = assign(scores, -1)
    assert len(set(pairs.values())) == len(pairs) == min(len(scores), len(scores[0]))
    assert abs(sum(scores[i][j] for i, j in pairs.items()) - _best(scores)) < 1e-9


def _best(scores: list[list[float]]) -> float:
    if len(scores) > len(scores[0]):
        scores = [list(column) for column in zip(*scores, strict=True)]
    places = permutations(range(len(scores[0])), len(scores))
    return max(sum(row[j] for row, j in zip(scores, place, strict=True)) for place in places)


def test_the_best_pair_gives_way_to_a_better_sum() -> None:
    assert assign([[0.9, 0.8], [0.8, 0.1]], 0) == {0: 1, 1: 0}


def test_pairs_that_hardly_fit_are_left_out() -> None:
    assert assign([[0.9, 0.0], [0.0, 0.1]], 0.2) == {0: 0}


def test_nothing_pairs_with_nothing() -> None:
    assert assign([], 0) == {}
    assert assign([[]], 0) == {}


def test_beyond_the_limit_the_best_pairs_go_first() -> None:
    size = LARGEST + 1
    scores = [[float(i == j) + 0.1 * ((i + j) % 3) for j in range(size)] for i in range(size)]
    assert assign(scores, 0.5) == {i: i for i in range(size)}
