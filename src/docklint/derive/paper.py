"""Reading a paper that does it right: its sections, its dimensions, whether it marks its examples."""

from __future__ import annotations

from docklint.derive.proposal import USUAL, Found, Proposal, ProposedPart
from docklint.derive.source import found
from docklint.document import Document
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.profile import Profile
from docklint.structure.binding.bind import bind
from docklint.structure.draft import Draft
from docklint.structure.draft import Part as DraftPart
from docklint.structure.outline.tree import Outline
from docklint.texts import Text

LEAST_ROLES = 2
"""A document with fewer known sections is no paper."""
MARKED = 0.8
"""Share of problems with an example marker from which on markers are taken for a demand."""
_YEAR = compiled(r"(20[0-9]{2})年")


def read_paper(outline: Outline, document: Document, known: Profile, grammar: Grammar) -> Proposal | None:
    """Propose a profile from a model paper; None if the document is none."""
    draft = bind(outline, document, known, grammar)
    sections = list(draft.of("section"))
    if sum(part.role is not None for part in sections) < LEAST_ROLES:
        return None
    dimensions = tuple(_told(draft, part, _name(draft, part)) for part in draft.of("dimension"))
    return Proposal(
        title=_title(draft),
        years=_years(draft),
        sections=tuple(_section(draft, part, i) for i, part in enumerate(sections, 1)),
        dimensions=dimensions,
        example=_example(draft),
        is_model=True,
        undecided=() if dimensions else (Text("derive.no-dimensions"),),
        doubts=_doubts(draft, sections),
    )


def _told(draft: Draft, part: DraftPart, value: str) -> Found:
    return found(value, *part.heading, draft.reading, draft.document)


def _name(draft: Draft, part: DraftPart) -> str:
    return draft.grammar.bare(draft.words(part.title))


def _section(draft: Draft, part: DraftPart, number: int) -> ProposedPart:
    title = _told(draft, part, draft.words(part.title))
    return ProposedPart(
        part.role or f"extra-{number}", title, title, False if part.role not in USUAL else None
    )


def _title(draft: Draft) -> Found | None:
    opening = draft.words(draft.preamble)
    for word in draft.grammar["document-words"]:
        at = opening.find(word)
        if at >= 0:
            start = draft.preamble.start
            line = opening[opening.rfind("\n", 0, at) + 1 : at + len(word)]
            return found(line, start + at, start + at + len(word), draft.reading, draft.document)
    return None


def _years(draft: Draft) -> tuple[Found, ...]:
    opening = draft.words(draft.preamble)
    match = _YEAR.search(opening)
    if not match:
        return ()
    start = draft.preamble.start
    return (found(match[1], start + match.start(), start + match.end(), draft.reading, draft.document),)


def _example(draft: Draft) -> Found | None:
    problems = list(draft.of("problem"))
    marked = [problem for problem in problems if problem.examples]
    if not marked:
        return None
    value = "marker" if len(marked) >= MARKED * len(problems) else "evidence"
    start, end = marked[0].examples[0].range
    return found(value, start, end - 1, draft.reading, draft.document)


def _doubts(draft: Draft, sections: list[DraftPart]) -> tuple[Text, ...]:
    doubts = [
        Text("derive.unknown-role", title=draft.words(part.title)) for part in sections if part.role is None
    ]
    doubts.append(Text("derive.optional-parts"))
    return tuple(doubts)
