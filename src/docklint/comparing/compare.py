"""The comparison of two versions of a draft."""

from __future__ import annotations

from docklint.comparing.alignment import aligned
from docklint.comparing.asked import Asked
from docklint.comparing.edits import edits
from docklint.comparing.findings import matched
from docklint.comparing.parts import Papers, aligned_parts
from docklint.comparing.sentences import SentencePlaces, sentences
from docklint.comparison import Comparison, Version
from docklint.document import Document
from docklint.linter import Linter
from docklint.suppression_notes import without_notes
from docklint.values import replace

MOST_FINDINGS = 20_000
"""So many findings of one rule are matched; a paper has some dozen."""


def compare(linter: Linter, old: Document, new: Document) -> Comparison:
    """Check both versions with one linter and compare them. The linter keeps `MOST_FINDINGS` (see `unbounded`)."""
    return compared(_version(linter, old), _version(linter, new))


def unbounded(linter: Linter) -> Linter:
    """Return a linter of the same settings that keeps the findings a report would only count."""
    settings = replace(linter.settings, max_findings=max(MOST_FINDINGS, linter.settings.max_findings))
    return Linter(settings, linter.library, linter.baseline, linter.failed)


def compared(old: Version, new: Version) -> Comparison:
    """Compare two versions that are checked."""
    before, after = sentences(old.text, old.drafts), sentences(new.text, new.drafts)
    pairs, places = aligned(before, after), (SentencePlaces(before), SentencePlaces(after))
    papers = Papers(old.drafts), Papers(new.drafts)
    parts = aligned_parts(papers, pairs, places)
    findings = tuple(matched((old, new), papers, parts, pairs, places))
    made = list(edits(before, after, pairs))
    return Comparison(old, new, findings, tuple(Asked(findings, papers, parts).marked(made)))


def _version(linter: Linter, document: Document) -> Version:
    return Version(linter.check(document), linter.understand(without_notes(document)).drafts)
