"""What the matrix says of links and of what it cannot compare."""

from __future__ import annotations

from docklint.structure.correspondence.link_evidence import LinkEvidence
from docklint.structure.correspondence.obstacles import obstacle
from docklint.structure.draft import Draft
from docklint.texts import Texts


def evidence_words(item: LinkEvidence, texts: Texts) -> str:
    """Return what speaks for a link."""
    same = item.kind == "theme" and item.words[1] == item.words[2]
    kind = "theme-same" if same else item.kind
    said = dict(zip(("name", "here", "there"), item.words, strict=False))
    return texts(f"matrix.ground-{kind}", **said)


def note(draft: Draft, texts: Texts) -> str:
    """Return what a reader must know of the figures, or why there are none."""
    kept_from = obstacle(draft)
    return texts(f"matrix.not-comparable-{kept_from}" if kept_from else "matrix.caption")
