"""The structure of a draft, read anew for reports that show it: results do not carry it."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.grammar import Grammar
from docklint.results import FileResult
from docklint.structure.binding.bind import bind
from docklint.structure.draft import Draft
from docklint.structure.outline import papers
from docklint.suppression_notes import without_notes


def understood(result: FileResult, grammar: Grammar) -> Sequence[Draft]:
    """Return the papers of a file as its profile has them; none of a file that failed."""
    document, profile = result.document, result.profile
    if document is None or profile is None:
        return ()
    read = without_notes(document)
    return [bind(each, read, profile, grammar) for each in papers.parse(read, grammar)]
