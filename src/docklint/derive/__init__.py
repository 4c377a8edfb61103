"""Deriving a profile: from a notice that says what papers must hold, or from a paper that does it right."""

from __future__ import annotations

from docklint.derive.kind import kind_of
from docklint.derive.notice import read_nothing, read_notice
from docklint.derive.paper import read_paper
from docklint.derive.proposal import Proposal
from docklint.derive.reading import Notice
from docklint.document import Document
from docklint.packs import Library
from docklint.structure.outline import papers

GENERIC = "generic"
"""The profile whose sections say by which words each role is known."""


def derive(document: Document, library: Library) -> tuple[Proposal, ...]:
    """Propose a profile for what `document` demands or shows, one for each audience of a notice that has two.

    What it leaves open is in `Proposal.undecided` and `Proposal.doubts`.
    """
    notice = Notice(document, library.grammar)
    kind = kind_of(notice)
    if kind == "paper":
        outlines = papers.parse(document, library.grammar)
        known = library.profiles[GENERIC]
        found = read_paper(outlines[0], document, known, library.grammar) if outlines else None
        if found:
            return (found,)
    return read_notice(notice) if kind == "notice" else read_nothing(notice)
