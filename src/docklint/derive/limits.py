"""How long the notice lets a paper be."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from docklint.derive.proposal import Found
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of
from docklint.patterns import compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

MOST, LEAST = "max-characters", "min-characters"
_NAMES = (("notice-range", (LEAST, MOST)), ("notice-most", (MOST,)), ("notice-least", (LEAST,)))


def limits(notice: Notice, audience: str = "") -> tuple[dict[str, int], Found | None]:
    """Return the most and the least characters of a whole paper as far as the notice says them for this audience.

    With them the sentence that says the first of them.
    """
    found: dict[str, int] = {}
    source: Found | None = None
    for match, names in _told(notice, audience):
        for name, value in zip(names, match.groups(), strict=True):
            found.setdefault(name, numerals.parse(value) or 0)
        source = source or notice.found(Range(*match.span()))
    return {name: value for name, value in sorted(found.items()) if value}, source


def _told(notice: Notice, audience: str) -> Iterator[tuple[Match[str], tuple[str, ...]]]:
    for key, names in _NAMES:
        for pattern in notice.grammar[key]:
            for match in compiled(pattern).finditer(notice.text):
                if _is_of_paper(notice, match.start(), audience):
                    yield match, names


def _is_of_paper(notice: Notice, at: int, audience: str) -> bool:
    """Return whether a number is of the whole paper, of this audience, and not of a part or another paper."""
    group = notice.text[notice.behind_stop("；。！？", at) : at]
    clause = group[group.rfind("，") + 1 :]
    whose = audience_of(notice, clause, group)
    return not (
        notice.says("notice-no-limit", clause)
        or notice.says("notice-other-papers", group)
        or (audience and whose and whose != audience)
    )
