"""What a paper consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from docklint.overview.who import Who, who
from docklint.structure.binding import facts
from docklint.structure.draft import Draft, Part, PartKind
from docklint.structure.proportions import problems_and_causes
from docklint.values import Value

KINDS: tuple[PartKind, ...] = ("section", "dimension", "problem", "cause", "measure")


class Shape(Value):
    """Of all papers of a file. `parts`: how many there are by kind; `with_examples`: of the problems, those that tell
    an example, or a fact where the profile is content with one. `share`: which part (0-1) problems and causes are of
    the first paper, None if it has none. `characters`: code points without blanks.
    """

    who: Who
    parts: Mapping[PartKind, int]
    with_examples: int
    share: float | None
    characters: int


def shape(drafts: Iterable[Draft]) -> Shape:
    """Return the shape of a file; it has one paper at least."""
    papers = tuple(drafts)
    counts = Counter(part.kind for draft in papers for part in draft.parts)
    return Shape(
        who=who(papers[0]),
        parts={kind: counts[kind] for kind in KINDS},
        with_examples=sum(_tells(draft, part) for draft in papers for part in draft.of("problem")),
        share=problems_and_causes(papers[0]),
        characters=sum(draft.range.end - draft.range.start for draft in papers),
    )


def _tells(draft: Draft, problem: Part) -> bool:
    if problem.examples or draft.profile.example == "marker":
        return bool(problem.examples)
    return facts.find(draft.reading.text, *problem.range, draft.grammar) is not None
