"""A heading is almost a required one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.checks.fixes import fix, written
from docklint.checks.levels import PartCheck, heading_text, requirement
from docklint.rules import Fix, Hit
from docklint.spans import Range
from docklint.structure.draft import Draft, RenamedHeading

SHORT = 4
"""Code points of a heading of two words."""


class RenamedPart(PartCheck):
    """Point at headings that differ from the wording they are clearly meant as, and name the word that differs.

    Variants: `added` (a word too many), `left-out` (a word is missing), `exchanged` (another word).
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a heading."""
        for renamed in self.binding(draft).renamed:
            values = {"title": heading_text(draft, renamed.part), "expected": renamed.slot.title}
            differing = _difference(draft, renamed)
            yield Hit(
                draft.span(renamed.part.heading),
                {**values, **differing},
                variant=_variant(differing),
                fix=_reworded(draft, renamed),
                requirement=requirement(draft, renamed.slot),
            )


def _reworded(draft: Draft, renamed: RenamedHeading) -> Fix | None:
    """Return the fix that puts the wording into a heading, whose decoration (在…方面) stays."""
    bare, title = draft.grammar.bare, draft.words(renamed.part.title)
    core = bare(title)
    at = title.find(core) if core else -1
    if at < 0:
        return None
    start = renamed.part.title.start + at
    return fix("unsafe", [written(draft, Range(start, start + len(core)), bare(renamed.wording))])


def _variant(differing: Mapping[str, str]) -> str:
    if not differing["word"]:
        return "left-out"
    return "exchanged" if differing["meant"] else "added"


def _difference(draft: Draft, renamed: RenamedHeading) -> Mapping[str, str]:
    """Return the `word` of the heading that differs, and the one that is `meant`; one of them may be empty."""
    normal = draft.grammar.normal
    heading, wording = normal(draft.words(renamed.part.title)), normal(renamed.wording)
    start = _common(heading, wording)
    end = _common(heading[start:][::-1], wording[start:][::-1])
    word, meant = heading[start : len(heading) - end], wording[start : len(wording) - end]
    # Words have two characters or four; an odd one belongs to the character before it, in 原因刨析 to the one behind.
    if word and meant and min(len(word), len(meant)) % 2:
        if end and not start % 2 and max(len(heading), len(wording)) <= SHORT:
            behind = heading[len(heading) - end]
            word, meant = word + behind, meant + behind
        elif start:
            word, meant = heading[start - 1] + word, wording[start - 1] + meant
    return {"word": word, "meant": meant}


def _common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
