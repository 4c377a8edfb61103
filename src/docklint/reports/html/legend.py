"""What the words of the page mean."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.reports.html.markup import Markup, tag
from docklint.texts import Texts

_WORDS = {
    **{word: f"verdict.one-{word}" for word in ("ready", "revise", "return", "unchecked")},
    **{word: f"report.severity-{word}" for word in ("error", "warning", "info")},
    **{word: f"report.kind-{word}" for word in ("section", "dimension", "problem")},
    **{word: f"html.word-{word}" for word in ("example", "score")},
}
"""What is said of a word → the word."""


def legend(texts: Texts) -> Markup:
    """Return the list of words."""
    return tag(
        "section", tag("h2", texts("html.legend")), tag("dl", _entries(texts)), class_="contents legend"
    )


def _entries(texts: Texts) -> Iterator[Markup]:
    for said, word in _WORDS.items():
        yield tag("div", tag("dt", texts(word)), tag("dd", texts(f"legend.{said}")))
