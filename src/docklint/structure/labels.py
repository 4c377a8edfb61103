"""Labels: paragraphs below a dimension that say themselves what they are (整改措施：…)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.patterns import either, ours
from docklint.profile import Lexicon

Label = tuple[str, int, int]
"""The role of what a label announces, where the label begins, and where its text does."""
LABELS = {"problem-labels": "problems", "cause-labels": "causes", "measure-labels": "measures"}
"""The lexicon's lists, and the role of the part that each announces."""


def label(name: str, lexicon: Lexicon) -> str:
    """Give the role of the part that a label in the text announces (存在问题, 整改措施); empty if it is none."""
    return next((role for key, role in LABELS.items() if name in lexicon[key]), "")


def labels(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Label]:
    """Yield the label of every line of `text[start:end]` that opens with one."""
    pattern = ours(_pattern(tuple(word for key in LABELS for word in lexicon[key])))
    for match in pattern.finditer(text, start, end):
        yield label(match[1], lexicon), match.start(), match.end()


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> str:
    return rf"(?m:^)[【]?({either(words)})(?:是|为|有)?[】]?(?:：|(?<=】))"
