"""Words packed by how they begin are the words that were packed."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from docklint import beginnings
from docklint.beginnings import Beginnings, packed
from docklint.pairs import characters, number, pairs

SIGNS = "守卫生间:1"
WORDS = st.text(SIGNS, min_size=1, max_size=4)


def learned(pair: str, rests: Sequence[str]) -> list[tuple[str, str]]:
    return [(pair + rest[:-1], rest[-1]) for rest in rests]


@given(st.dictionaries(WORDS, st.sampled_from("123"), max_size=30))
def test_a_beginning_gives_its_words_with_their_tags_the_longest_first(tags: dict[str, str]) -> None:
    known = Beginnings(packed(tags), learned)
    for pair in [one + other for one in SIGNS + "\n " for other in (*SIGNS, "\n", " ")]:
        own = {word: tag for word, tag in tags.items() if word[:2] == pair and len(word) > 1}
        assert dict(known[number(pair)]) == own
        assert [len(word) for word, _ in known[number(pair)]] == sorted(map(len, own), reverse=True)


def test_what_is_remembered_is_bounded() -> None:
    known = Beginnings(packed({"值守": "1"}), learned)
    for at in range(beginnings.REMEMBERED + 10):
        assert known[at << 32 | at] == ()
    assert len(known) < beginnings.REMEMBERED
    assert known[number("值守")] == [("值守", "1")]


@given(st.text("守卫a1\n\U0001f600\ud800", max_size=9))
def test_pairs_are_two_characters_each_the_last_with_what_stands_behind_a_text(text: str) -> None:
    assert list(map(characters, pairs(text))) == [
        one + other for one, other in zip(text, f"{text}\n"[1:], strict=True)
    ]
    assert [number(characters(pair)) for pair in pairs(text)] == pairs(text)
