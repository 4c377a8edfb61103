"""Deriving a profile: from a notice that says what papers must hold, or from a paper that does it right."""

from __future__ import annotations

from docklint.derive.notice import read_notice
from docklint.derive.paper import read_paper
from docklint.derive.proposal import Proposal
from docklint.document import Document
from docklint.packs import Library
from docklint.structure.outline import papers

GENERIC = "generic"
"""The profile whose sections say by which words each role is known."""


def derive(document: Document, library: Library) -> Proposal:
    """Propose a profile for what `document` demands or shows; what it leaves open is in `Proposal.doubts`."""
    known = library.profiles[GENERIC]
    outlines = papers.parse(document, library.grammar)
    found = read_paper(outlines[0], document, known, library.grammar) if outlines else None
    return found or read_notice(document, known, library.grammar)
