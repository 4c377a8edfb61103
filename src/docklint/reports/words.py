"""What several reports say of a finding beside the rule's own words."""

from __future__ import annotations

from docklint.neutral import safe
from docklint.profile import FALLBACK
from docklint.reports.location import Locator
from docklint.rules import Suppression
from docklint.spans import Span
from docklint.texts import Texts

_LONGEST_QUOTE = 40
_LONGEST_SENTENCE = 120
_INNER_QUOTES = str.maketrans("“”", "‘’")


def related_words(role: str, quote: str, texts: Texts) -> str:
    """Return what a related place is; `quote`: its text, which is cut after 40 characters."""
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "…"
    key = f"report.related-{role}"
    return texts(key if key in texts else "report.related", quote=shown)


def suppression_words(suppression: Suppression, texts: Texts) -> str:
    """Say why a finding does not count, on one line."""
    return texts(f"report.suppressed-{suppression.kind}", reason=safe(suppression.reason))


def requirement_words(text: str, source: str, texts: Texts) -> str:
    """Return what a finding rests on, on one line: the sentence `text` of the notice, cut after 120 characters."""
    sentence = " ".join(safe(text).split()).translate(_INNER_QUOTES)
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = sentence[:_LONGEST_SENTENCE] + "…"
    return texts("report.requirement", source=safe(source) or texts("report.the-notice"), sentence=sentence)


def chosen_words(id: str, title: str, chosen_by: str, texts: Texts, notice: bool = False) -> str:
    """Return against what a paper was checked: the profile `id`, and who chose it, as a result or as the JSON has it."""
    key = "none" if (chosen_by, id) == ("auto", FALLBACK) else "notice" if notice else chosen_by
    return texts(f"report.chosen-{key}", title=title)


def unread_words(reason: str, texts: Texts) -> str:
    """Return in words why something of a file was not read; a reason that has none stands as it is."""
    key = f"unread.{reason}"
    return texts(key) if key in texts else reason


def person_place(span: Span, locator: Locator, texts: Texts) -> str:
    """Return where a person finds a place: the paragraph of a Word file, `line:column` of all other text."""
    paragraph = locator.paragraph(span.start)
    if paragraph is not None:
        return texts("report.paragraph", number=paragraph)
    line, column = locator.position(span.start)
    return f"{line}:{column}"
