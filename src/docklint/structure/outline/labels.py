"""Labels: paragraphs below a dimension that say themselves what they are (整改措施：…)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from docklint.patterns import alternatives, compiled
from docklint.profile import Lexicon

Label = tuple[str, int, int]
"""The role of what a label announces, where the label begins, and where its text does."""
LABELS = {"problem-labels": "problems", "cause-labels": "causes", "measure-labels": "measures"}
"""The lexicon's lists, and the role of the part that each announces."""


def label(name: str, lexicon: Lexicon) -> str:
    """Return the role of the part that a label in the text announces (存在问题, 整改措施); empty if it is none."""
    return _roles(lexicon).get(name, "")


def labels(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Label]:
    """Yield the label of every line of `text[start:end]` that opens with one."""
    for match in compiled(_pattern(lexicon)).finditer(text, start, end):
        yield label(match[1], lexicon), match.start(), match.end()


@lru_cache(maxsize=8)
def _roles(lexicon: Lexicon) -> Mapping[str, str]:
    """Every label with its role; of a word that is in two lists the first counts."""
    return {word: role for key, role in reversed(LABELS.items()) for word in lexicon[key]}


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> str:
    return rf"(?m:^)[【]?({alternatives(_roles(lexicon))})(?:是|为|有)?[】]?(?:：|(?<=】))"
