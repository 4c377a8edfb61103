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

HEAD = 24
"""Code points at the beginning of a paragraph that say whose paper it speaks of."""
MOST, LEAST = "max-characters", "min-characters"
_NAMES = (("notice-range", (LEAST, MOST)), ("notice-most", (MOST,)), ("notice-least", (LEAST,)))


def limits(notice: Notice, audience: str = "") -> tuple[dict[str, int], Found | None]:
    """Return the most and the least characters of a whole paper as far as the notice says them for this audience.

    With them the sentence that says the first of them.
    """
    found: dict[str, int] = {}
    told = sorted(_told(notice, audience), key=lambda each: _rank(notice, *each))
    for match, names in told:
        for name, value in zip(names, match.groups(), strict=True):
            found.setdefault(name, numerals.parse(value) or 0)
    source = notice.found(Range(*told[0][0].span())) if told else None
    return {name: value for name, value in sorted(found.items()) if value}, source


def _rank(notice: Notice, match: Match[str], names: tuple[str, ...]) -> tuple[bool, int]:
    """Order what limits a paper: what is said of the whole (全文) first, then the larger number, as a part's is smaller."""
    whole = notice.says("notice-whole-paper", _clause(notice, match.start()))
    return not whole, -(numerals.parse(match.groups()[-1]) or 0 if MOST in names else 0)


def _told(notice: Notice, audience: str) -> Iterator[tuple[Match[str], tuple[str, ...]]]:
    for key, names in _NAMES:
        for pattern in notice.grammar[key]:
            for match in compiled(pattern).finditer(notice.text):
                if _is_of_paper(notice, match.start(), audience):
                    yield match, names


def _is_of_paper(notice: Notice, at: int, audience: str) -> bool:
    """Return whether a number is of the whole paper, of this audience, and not of a part or another paper."""
    group = notice.text[notice.behind_stop("；。！？", at) : at]
    clause = _clause(notice, at)
    paragraph = notice.paragraph(at).start
    head = notice.text[paragraph : min(paragraph + HEAD, at)]
    whose = audience_of(notice, clause, group, head, *notice.heading(at).split("\n"))
    of_other = notice.says("notice-other-papers", group) and not notice.says("notice-whole-paper", clause)
    return not (
        notice.says("notice-no-limit", clause) or of_other or (audience and whose and whose != audience)
    )


def _clause(notice: Notice, at: int) -> str:
    return notice.text[notice.behind_stop("，；。！？", at) : at]
