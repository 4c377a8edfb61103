"""Where fixes overlap the safe one is made, then the earlier; none is made by halves."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.fixing.choose import choose
from docklint.rules import Edit, Finding, Fix, Severity
from docklint.spans import Span


def finding(code: str, safety: Literal["safe", "unsafe"], *edits: tuple[int, int, str]) -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding(
        code=code,
        name=code,
        severity=Severity.WARNING,
        message="",
        help="",
        span=made[0].span,
        quote="",
        heading_path=(),
        identity=(code, str(edits)),
        fix=Fix(safety, made),
    )


@pytest.mark.parametrize(
    ("one", "other", "chosen"),
    [
        (finding("A", "safe", (0, 1, "")), finding("B", "safe", (1, 2, "")), "AB"),
        (finding("A", "safe", (0, 2, "")), finding("B", "safe", (1, 3, "")), "A"),
        (finding("A", "unsafe", (0, 2, "")), finding("B", "safe", (1, 3, "")), "B"),
        (finding("A", "safe", (0, 1, ""), (5, 6, "")), finding("B", "safe", (5, 6, "x")), "A"),
        (finding("A", "safe", (2, 2, "x")), finding("B", "safe", (2, 2, "y")), "A"),
        (finding("A", "safe", (0, 9, "x")), finding("B", "safe", (4, 4, "y")), "A"),
        (finding("A", "safe", (0, 1, "x")), finding("B", "unsafe", (0, 1, "x")), "AB"),
        (finding("A", "safe", (0, 1, "x")), finding("B", "safe", (0, 1, "x"), (3, 4, "")), "A"),
    ],
)
def test_overlaps(one: Finding, other: Finding, chosen: str) -> None:
    for given_ in ([one, other], [other, one]):
        choice = choose(given_)
        assert "".join(each.code for each in choice.chosen) == chosen
        assert len(choice.chosen) + len(choice.overlapping) == 2


_EDIT = st.tuples(st.integers(0, 12), st.integers(0, 3), st.sampled_from(["", "新"]))


@given(st.lists(st.tuples(st.sampled_from(["safe", "unsafe"]), st.lists(_EDIT, min_size=1, max_size=3))))
def test_what_is_chosen_never_overlaps(
    made: list[tuple[Literal["safe", "unsafe"], list[tuple[int, int, str]]]],
) -> None:
    found = []
    for safety, edits in made:
        placed = sorted((start * 4, start * 4 + length, text) for start, length, text in edits)
        apart = [each for at, each in enumerate(placed) if at == 0 or each[0] > placed[at - 1][1]]
        found.append(finding("A", safety, *apart))
    choice = choose(found)
    assert all(not one.span.overlaps(other.span) for one, other in pairwise(choice.edits))
    whole = set(choice.edits)
    assert all(whole.issuperset(each.fix.edits) for each in choice.chosen if each.fix)
