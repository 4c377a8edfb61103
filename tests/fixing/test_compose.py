"""Edits after edits are edits."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docklint.fixing.compose import applied, before, composed
from docklint.rules import Edit
from docklint.spans import Span


@st.composite
def _edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits in order that touch at most at their ends."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    found, last = list[Edit](), -1
    for start, end in pairs:
        if start > last or (start == last and start < end):
            found.append(Edit(Span(start, end), draw(st.text("新旧", max_size=3))))
            last = end
    return found


@given(st.data())
def test_two_sets_of_edits_are_one(data: st.DataObject) -> None:
    text = data.draw(st.text("甲乙丙丁", max_size=20))
    first = data.draw(_edits(len(text)))
    between = applied(text, first)
    second = data.draw(_edits(len(between)))
    both = composed(first, second, between)
    assert applied(text, both) == applied(between, second)
    assert all(one.span.end < other.span.start for one, other in pairwise(both))


@given(st.data())
def test_what_stayed_is_found_again(data: st.DataObject) -> None:
    text = "".join(chr(0x4E00 + at) for at in range(30))
    edits = data.draw(_edits(len(text)))
    after = applied(text, edits)
    for at, sign in enumerate(after):
        if sign not in "新旧":
            assert text[slice(*before(edits, Span(at, at + 1)))] == sign


def test_words_that_came_are_where_they_came() -> None:
    edits = [Edit(Span(1, 2), "新新")]
    assert applied("甲乙丙", edits) == "甲新新丙"
    assert before(edits, Span(1, 3)) == Span(1, 2)
    assert before(edits, Span(2, 3)) == Span(1, 2)
    assert before(edits, Span(3, 4)) == Span(2, 3)
