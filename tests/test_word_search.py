"""Words found without a pattern are those that a pattern of their alternatives finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from docklint.patterns import alternatives
from docklint.word_search import WordSearch

SIGNS = "党组支部会a\n"
WORDS = st.lists(st.text(SIGNS, min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text(SIGNS, max_size=30))
def test_words_are_found_as_a_pattern_of_alternatives_finds_them(words: list[str], text: str) -> None:
    pattern, search = re.compile(alternatives(map(re.escape, words))), WordSearch(words)
    assert list(search.spans(text)) == [found.span() for found in pattern.finditer(text)]
    assert search.replaced(text, "|") == pattern.sub("|", text)
    first = pattern.search(text)
    assert search.first(text) == (first and first.span())
    for at in range(len(text) + 1):
        found = pattern.match(text, at)
        assert search.at(text, at) == (found[0] if found else "")
