"""A level of numbering is passed over that the draft uses elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from docklint.checks.runs import NumberedCheck, runs
from docklint.rules import Hit
from docklint.structure.draft import Draft, Ordinal, Part
from docklint.structure.outline.styles import STYLES, right_form

_STYLE_OF_LEVEL = {style.level: name for name, style in reversed(STYLES.items()) if style.level}


class LevelSkip(NumberedCheck):
    """Point at the first ordinal below a heading two levels up; enumerations (一是, 第一) are no levels.

    Where the heading between is lost rather than skipped, other rules say so.
    """

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit a sequence."""
        levels = dict(pair for run in runs(draft) for pair in _usual(run))
        used = {levels.get(part.id, _level(part)) for part in draft.parts} - {0}
        for run in runs(draft):
            part, ordinal = run[0]
            level, above = _level(part), _level_above(draft, part, levels)
            skipped = [between for between in range(above + 1, level) if between in used]
            if above and skipped and not part.orphaned:
                expected = right_form(_STYLE_OF_LEVEL[skipped[0]], 1)
                yield Hit(
                    draft.span(ordinal.range), {"ordinal": draft.quote(ordinal.range), "expected": expected}
                )


def _level(part: Part) -> int:
    """Return the level of a part's style, 0 for an enumeration; a section is the highest, however it is numbered."""
    level = STYLES[part.ordinal.style].level if part.ordinal else 0
    return min(level, 1) if part.kind == "section" else level


def _usual(run: list[tuple[Part, Ordinal]]) -> Iterator[tuple[int, int]]:
    """Yield each part of a run with the level of most: a wrong mark (三、 between （二） and （四）) moves none."""
    levels = [_level(part) for part, _ in run]
    usual = levels[0] if len(set(levels)) == 1 else Counter(levels).most_common(1)[0][0]
    return ((part.id, usual) for part, _ in run)


def _level_above(draft: Draft, part: Part, levels: Mapping[int, int]) -> int:
    """Return the level of the nearest numbered heading above; 0 if it has none or an unnumbered one is nearer."""
    above = draft.parent(part)
    while above and above.ordinal and not _level(above):
        above = draft.parent(above)
    if above and not above.ordinal and above.kind == "section":
        # It has lost its number, if others have theirs.
        return max(map(_level, draft.of("section")))
    return levels.get(above.id, _level(above)) if above else 0
