"""What several reports say of a finding beside the rule's own words."""

from __future__ import annotations

from docklint.neutral import safe
from docklint.rules import Suppression
from docklint.texts import Texts

_LONGEST_QUOTE = 40


def related_words(role: str, quote: str, texts: Texts) -> str:
    """Return what a related place is; `quote`: its text, which is cut after 40 characters."""
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "…"
    key = f"report.related-{role}"
    return texts(key if key in texts else "report.related", quote=shown)


def suppression_words(suppression: Suppression, texts: Texts) -> str:
    """Say why a finding does not count, on one line."""
    return texts(f"report.suppressed-{suppression.kind}", reason=safe(suppression.reason))
