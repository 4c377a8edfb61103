"""What a comment says of its place where it cannot stand at what it is about."""

from __future__ import annotations

from docklint.texts import load
from docklint.word.placing import Anchor

_QUOTED = 40
"""So many code points of what a comment is about are quoted where it cannot stand at it."""


def said_of(anchor: Anchor, lang: str) -> list[str]:
    """Return a sentence on the place of a comment, in `zh` or `en`; none if it stands where it should."""
    if anchor.where is None:
        return []
    quote = anchor.quote if len(anchor.quote) <= _QUOTED else anchor.quote[: _QUOTED - 1] + "…"
    return [load(lang)(f"comment.{anchor.where}", quote=flat(quote))]


def flat(line: str) -> str:
    """Return a line without line ends: a comment's text is told apart by paragraphs."""
    return " ".join(line.splitlines())
