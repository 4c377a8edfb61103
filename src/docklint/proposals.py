"""What becomes of a fix that a check proposes: it is left out where it cannot be made, else put into words."""

from __future__ import annotations

from docklint.document import Document
from docklint.rules import Edit, Fix
from docklint.structure.normalise.lookalikes import ordinary
from docklint.texts import Texts, load
from docklint.values import replace

LONGEST = 24
"""So many characters of either side of an edit are repeated in its title."""


def told(fix: Fix, document: Document, lang: str) -> Fix | None:
    """Return a fix with its title; None where an edit is about what nobody wrote."""
    if any(_is_made_up(document, edit) for edit in fix.edits):
        return None
    return replace(fix, title=_title(fix, document.text, load(lang)))


def check_edits(fix: Fix, length: int) -> None:
    """Raise `IndexError` for an edit outside a text of some length, `ValueError` for none, or some out of order."""
    end = 0
    for start, last in (edit.span for edit in fix.edits):
        if not end <= start <= last:
            raise ValueError(f"edits overlap at {start}")
        end = last
    if end > length:
        raise IndexError(end)
    if not fix.edits:
        raise ValueError("a fix without edits")


def _is_made_up(document: Document, edit: Edit) -> bool:
    """Return whether an edit touches an automatic number."""
    line = document.line_at(edit.span.start)
    return edit.span.start < line.start + line.label


def _title(fix: Fix, text: str, texts: Texts) -> str:
    first = _said(fix.edits[0], text, texts)
    count = len(fix.edits)
    return first if count == 1 else texts("fix.several", first=first, count=count)


def _said(edit: Edit, text: str, texts: Texts) -> str:
    old, new = text[edit.span.start : edit.span.end], edit.text
    if not old:
        return texts("fix.insert", new=_shown(new))
    if not new:
        return texts("fix.delete", old=_shown(old)) if _is_seen(old) else texts("fix.unseen")
    return texts("fix.replace", old=_shown(old), new=_shown(new))


def _shown(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _is_seen(words: str) -> bool:
    return any(map(ordinary, words)) and words.strip() != ""
