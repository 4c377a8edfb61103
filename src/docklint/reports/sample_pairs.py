"""A bad and a good example side by side: first the sentences in which they differ, for papers are long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docklint.patterns import compiled
from docklint.rules import Rule, Sample
from docklint.values import Value

OPEN, CLOSE = "⟦", "⟧"
_SENTENCE = r"[^。！？\n]*(?:[。！？][”’」』）]*|\n|$)"
MOST = 4
"""So many sentences of an example are shown first."""


class SamplePair(Value):
    """`bad`, `good`: the sentences that tell them apart, what is pointed at between ⟦ and ⟧; `whole`: the bad example.

    `whole` is empty where it says no more than `bad` does.
    """

    bad: tuple[str, ...]
    good: tuple[str, ...]
    whole: str = ""


def marked(sample: Sample) -> str:
    """Return a sample's text with ⟦ ⟧ around what is to be pointed at."""
    text = sample.text
    for start, end in sorted(sample.spans, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text.strip("\n")


def pair(rule: Rule) -> SamplePair | None:
    """Return the first bad example with the good one that differs least from it; None if the rule lacks either."""
    if not rule.bad or not rule.good:
        return None
    bad = rule.bad[0]
    good = min(
        rule.good, key=lambda each: (each.profile != bad.profile, len(_only_in(each.text, bad.text)) or MOST)
    )
    whole, pointed = marked(bad), tuple(_pointed(marked(bad)))
    differing = _only_in(good.text, bad.text) or list(_sentences(good.text))
    left = len(list(_sentences(bad.text))) > len(pointed)
    return SamplePair(pointed, tuple(differing[:MOST]), whole if left else "")


def _pointed(text: str) -> Iterator[str]:
    """Yield the sentences of a marked text that hold a mark or a part of what is marked."""
    inside, told = False, 0
    for sentence in _sentences(text):
        if (inside or OPEN in sentence) and told < MOST:
            told += 1
            yield sentence
        inside = sentence.rfind(OPEN) > sentence.rfind(CLOSE) or (inside and CLOSE not in sentence)


def _only_in(text: str, other: str) -> list[str]:
    """Return the sentences of a text that the other does not have."""
    there = set(_sentences(other))
    return [sentence for sentence in _sentences(text) if sentence not in there]


def _sentences(text: str) -> Sequence[str]:
    found = (match[0].strip() for match in compiled(_SENTENCE).finditer(text))
    return [sentence for sentence in found if sentence]
