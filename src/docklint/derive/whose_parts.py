"""Whether a place tells the parts of another paper than those that are asked for: of a report of the meeting, of a plan."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.derive.reading import Notice
from docklint.patterns import compiled
from docklint.spans import Range

NEAREST = 26
"""At most so much stands between the name of a paper and its first part (code points)."""
BEFORE, BEHIND = 60, 12
"""So much before a part may name the paper that has it, and so much behind it shows what follows that name."""
ANSWER = r"(?:答|A)[0-9]{0,2}[：:、.]"


def are_of_another(notice: Notice, parts: Sequence[Range]) -> bool:
    """Return whether the paper that is named right before some parts is none of those that are asked for.

    Nor are they parts if it is asked how well they are done.
    """
    # The first is often what leads to them.
    judged = [_is_judged(notice, part) for part in sorted(parts)[1:]]
    if judged and all(judged):
        return True
    # What leads to the first of them is often read as one itself.
    return any(_is_of_another(notice, part, max(parts)) for part in sorted(parts)[:2])


def _is_of_another(notice: Notice, part: Range, last: Range) -> bool:
    line = notice.paragraph(part.start)
    above = _above(notice, line, last.start > line.end)
    lead = above + notice.text[max(line.start, part.start - BEFORE) : part.end]
    around = lead + notice.text[part.end : min(part.end + BEHIND, line.end)]
    named = [
        max(
            (each.end() for each in notice.pattern(key).finditer(around) if each.start() < len(lead)),
            default=0,
        )
        for key in ("notice-parts-of-others", "notice-parts-of-papers")
    ]
    return named[0] >= max(named[1], 1) and len(lead) - (part.end - part.start) - named[0] <= NEAREST


def _is_judged(notice: Notice, part: Range) -> bool:
    """Return whether it is asked how well a part is done (问题准不准、原因是否透彻)."""
    piece = notice.text[
        notice.behind_stop("，；。：！？", part.start) : notice.at_stop("、，；。：！？", part.end)
    ]
    own = piece.rsplit("、", 1)[-1]
    return notice.says("notice-parts-judged", own) or notice.says("notice-asks-whether", piece)


def _above(notice: Notice, line: Range, is_announced: bool) -> str:
    """Return the line above, if it announces others or asks what this one answers."""
    at = notice.line_at(line.start)
    asks = at > 0 and (is_announced or compiled(ANSWER).match(notice.text, *line) is not None)
    return notice.words(notice.lines[at - 1]) + "\n" if asks else ""
