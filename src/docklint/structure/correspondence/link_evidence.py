"""Grounds: what speaks for a link, in the draft's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.correspondence import references
from docklint.structure.correspondence.fields import about, telling
from docklint.structure.correspondence.likeness import referred
from docklint.structure.correspondence.topics import Topic, terms, theme_words
from docklint.values import Value

THEMES, TERMS = 2, 3
"""How many themes and how many shared expressions are told; the rest adds little."""
SUBJECTS = 3
"""How many words tell what a part is about."""
LEAST_COMMON = 0.15
"""How much of two parts (0-1) a field must be to be told as what they have in common."""
LONGEST = 30
"""Code points of the longest expression that is told as shared."""
REACH = 5
"""Code points of the longest word that a shared expression is kept from cutting."""
_CLAUSE = r"[^\w]+|[0-9A-Za-z_]+"


class LinkEvidence(Value):
    """One thing that speaks for a link.

    `kind` and `words`: `reference`, the target that is named; `theme` and `field`, its name, a word of the one and a
    word of the other part; `term`, words both use; `place`, nothing: both bear the same number.
    """

    kind: Literal["reference", "theme", "field", "term", "place"]
    words: tuple[str, ...]


def evidence(one: Topic, other: Topic, placed: bool, grammar: Grammar) -> tuple[LinkEvidence, ...]:
    """Tell what two parts have in common, the strongest first. `placed`: they bear the same number."""
    return (
        *_reference(one, other),
        *_themes(one, other, grammar),
        *_field(one, other, grammar),
        *(LinkEvidence("term", (words,)) for words in shared(one.text, other.text, grammar)[:TERMS]),
        *([LinkEvidence("place", ())] if placed else ()),
    )


def _reference(one: Topic, other: Topic) -> Iterator[LinkEvidence]:
    named = [
        target for target in other.targets if max(references.named(target, name) for name in one.names) > 0
    ]
    if referred(one, other) >= references.ENOUGH:
        yield LinkEvidence(
            "reference",
            (max(named, key=lambda target: max(references.named(target, name) for name in one.names)),),
        )


def _themes(one: Topic, other: Topic, grammar: Grammar) -> Iterator[LinkEvidence]:
    common = {number: weight * other.themes.get(number, 0) for number, weight in one.themes.items()}
    for number in sorted(common, key=lambda number: (-common[number], number))[:THEMES]:
        if common[number] > 0:
            words = (_telling_word(one, number, grammar), _telling_word(other, number, grammar))
            yield LinkEvidence("theme", (grammar.lexicon.themes[number].name, *words))


def _field(one: Topic, other: Topic, grammar: Grammar) -> Iterator[LinkEvidence]:
    """Yield the field that both are most about; what they say in the same words is told as such."""
    ours, theirs = (about(each.spoken, each.body, grammar) for each in (one, other))
    common = {number: share * theirs.shares.get(number, 0.0) for number, share in ours.shares.items()}
    number = max(common, key=lambda each: (common[each], -each), default=None)
    if number is not None and common[number] >= LEAST_COMMON * ours.length * theirs.length:
        # Of a field that only single characters speak for there is no word to tell.
        words = [next(iter(telling(each, grammar, number)), "") for each in (ours, theirs)]
        if all(words) and words[0] != words[1]:
            yield LinkEvidence("field", (grammar.lexicon.fields.names[number], *words))


def subjects(one: Topic, grammar: Grammar) -> list[str]:
    """Return the words that say most of what a part is about, the most telling first."""
    return telling(about(one.spoken, one.body, grammar), grammar)[:SUBJECTS]


def _telling_word(part: Topic, number: int, grammar: Grammar) -> str:
    """Return the word that speaks most for a theme, the heading's before the body's."""
    for text in (part.spoken, part.body):
        weighed = [(dict(weights).get(number, 0.0), word) for word, weights in theme_words(text, grammar)]
        best = max(weighed, key=lambda pair: pair[0], default=(0.0, ""))
        if best[0]:
            return best[1]
    return ""


def shared(one: str, other: str, grammar: Grammar) -> list[str]:
    """Return the longest expressions that both texts use and that are more than stock phrases, longest first."""
    runs = (run for piece in compiled(_CLAUSE).split(one) for run in _runs(piece, other, grammar.particles))
    found = dict.fromkeys(_whole(run, (one, other), grammar).strip(grammar.particles) for run in runs)
    ranked = sorted((run for run in found if terms(run, grammar)), key=len, reverse=True)
    return [run for n, run in enumerate(ranked) if not any(run in longer for longer in ranked[:n])]


def _whole(run: str, texts: Sequence[str], grammar: Grammar) -> str:
    """Take off a run what is half a word in one of the texts that hold it: of 理论学 the 学 of 学习, of 次会议 the 次."""
    start, end = 0, len(run)
    for text in texts:
        at = text.find(run)
        start = max(start, _first_whole(text, at, grammar) - at)
        end = min(end, _last_whole(text, at + len(run), grammar) - at)
    return _without_rest(run[start:end], grammar)


def _without_rest(run: str, grammar: Grammar) -> str:
    """Take off a single character behind a word: of 群众文 (化) the 文."""
    rest = _ends_in_word(run[:-1], grammar) and not _ends_in_word(run, grammar)
    return run[:-1] if rest else run


def _ends_in_word(text: str, grammar: Grammar) -> bool:
    words = grammar.once(_vocabulary)
    return any(text[-size:] in words for size in range(2, REACH + 1))


def _first_whole(text: str, at: int, grammar: Grammar) -> int:
    """Return where the first word begins that no word before `at` reaches into."""
    if text[at - 1 : at].isnumeric():
        at += len(next((unit for unit in grammar["measure-words"] if text.startswith(unit, at)), ""))
    return next((end for start, end in _words_around(text, at, grammar) if start < at < end), at)


def _last_whole(text: str, at: int, grammar: Grammar) -> int:
    return next((start for start, end in _words_around(text, at, grammar) if start < at < end), at)


def _words_around(text: str, at: int, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Yield the places of the words that begin at most `REACH` before `at`, the longest first at each."""
    words = grammar.once(_vocabulary)
    for start in range(max(at - REACH, 0), at):
        for end in range(start + REACH, at, -1):
            if text[start:end] in words:
                yield start, end


def _vocabulary(grammar: Grammar) -> frozenset[str]:
    keys = (key for theme in grammar.lexicon.themes for key in theme.words)
    return frozenset(word for key in keys for word in key.split() if 1 < len(word) <= REACH)


def _runs(piece: str, text: str, particles: str) -> Iterator[str]:
    """Yield the maximal stretches of at least two characters of `piece` that stand in `text`."""
    start = 0
    while start < len(piece) - 1:
        end = start + 1
        while end < min(len(piece), start + LONGEST) and piece[start : end + 1] in text:
            end += 1
        if end - start > 1:
            yield piece[start:end].strip(particles)
        start = end if end - start > 1 else start + 1
