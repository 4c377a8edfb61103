"""Labels: paragraphs below a dimension that say themselves what they are (整改措施：…)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.patterns import ours
from docklint.profile import Lexicon

LABELS = {"problem-labels": "problems", "cause-labels": "causes", "measure-labels": "measures"}
"""The lexicon's lists, and the role of the part that each announces."""


def label(name: str, lexicon: Lexicon) -> str:
    """Give the role of the part that a label in the text announces (存在问题, 整改措施); empty if it is none."""
    return next((role for key, role in LABELS.items() if name in lexicon[key]), "")


def labels(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield (role, start, where its text begins) of every line in `text[start:end]` that opens with a label."""
    pattern = ours(_pattern(tuple(word for key in LABELS for word in lexicon[key])))
    for match in pattern.finditer(text, start, end):
        yield label(match[1], lexicon), match.start(), match.end()


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> str:
    return rf"(?m:^)[【]?({'|'.join(sorted(words, key=len, reverse=True))})(?:是|为|有)?[】]?(?:：|(?<=】))"
