"""What a paper consists of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from docklint.overview.who import Who, who
from docklint.structure.binding import facts
from docklint.structure.draft import Draft, Part, PartKind
from docklint.structure.proportions import problems_and_causes
from docklint.values import Value

KINDS: tuple[PartKind, ...] = ("section", "dimension", "problem", "cause", "measure")


class Shape(Value):
    """Of one paper. `parts`: how many there are by kind; `with_examples`: of the problems, those that tell an example,
    or a fact where the profile is content with one. `share`: which part (0-1) problems and causes are of the paper, None
    if it has none. `characters`: code points without blanks.
    """

    who: Who
    meeting: str
    parts: Mapping[PartKind, int]
    with_examples: int
    share: float | None
    characters: int


def shape(draft: Draft, lang: str) -> Shape:
    """Return the shape of a paper; the title of its meeting is told in that language."""
    counts = Counter(part.kind for part in draft.parts)
    return Shape(
        who=who(draft),
        meeting=draft.profile.title_in(lang),
        parts={kind: counts[kind] for kind in KINDS},
        with_examples=sum(_tells(draft, part) for part in draft.of("problem")),
        share=problems_and_causes(draft),
        characters=draft.range.end - draft.range.start,
    )


def _tells(draft: Draft, problem: Part) -> bool:
    if problem.examples or draft.profile.example == "marker":
        return bool(problem.examples)
    return facts.find(draft.reading.text, *problem.range, draft.grammar) is not None
