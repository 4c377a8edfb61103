"""Whether the names of a list look like one another: where they do not, a boundary was misread, and none is better."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.derive.affixes import beginning
from docklint.derive.reading import Notice
from docklint.spans import Range
from docklint.structure.outline import numerals

LEAST = 3
"""Of fewer names none is odd."""
LEAST_EVEN = 4
"""So many names, all but one of one length, show that the longer first or last one holds more than a name."""
LONGEST_OPENER = 8
"""Code points before a name in which a word that opens the list is looked for."""
LONGER = 3
"""By so many code points (at least) it is longer then."""


def is_odd(notice: Notice, names: Sequence[Range]) -> bool:
    """Return whether one name is unlike all others in what should be alike."""
    told = [notice.words(name) for name in names]
    if _is_cut_off(notice, names[0].start) or are_numbered(notice, names):
        return True
    if len(told) < LEAST:
        return False
    return (
        _all_but_one([notice.pattern("notice-judging").search(words) is not None for words in told])
        or _all_but_one([words.startswith(tuple(notice.grammar["notice-function-heads"])) for words in told])
        or _has_loose_commas(notice, told)
        or _is_uneven(notice, names)
    )


def are_numbered(notice: Notice, names: Sequence[Range]) -> bool:
    """Return whether names begin with their numbers (一治…、二治…), or all alike behind them, and not as names do (带头…).

    Then it was not seen where they begin.
    """
    numbered = [(notice.text, numerals.chinese(at), name.start) for at, name in enumerate(names, 1)]
    within = all(text.startswith(number, at) for text, number, at in numbered)
    behind = all(at and text.startswith(number, at - len(number)) for text, number, at in numbered)
    alike = beginning([notice.words(name) for name in names])
    return within or (behind and bool(alike) and not alike.startswith(tuple(notice.grammar["notice-leads"])))


def _is_cut_off(notice: Notice, at: int) -> bool:
    """Return whether the line above a place at the beginning of its line goes on: a list may have begun there."""
    line = notice.line_at(at)
    return at == notice.lines[line].start and line > 0 and notice.words(notice.lines[line - 1])[-1] in "，、"


def _all_but_one(have: Sequence[bool]) -> bool:
    return sum(have) == len(have) - 1


def _has_loose_commas(notice: Notice, told: Sequence[str]) -> bool:
    """Return whether some names hold a comma behind half of them and others none, and no word begins them all (带头)."""
    halves = [words.split("，") for words in told if "，" in words]
    lame = any(abs(len(half[0]) - len(half[-1])) > LONGER for half in halves)
    led = any(all(words.startswith(lead) for words in told) for lead in notice.grammar["notice-leads"])
    return lame and len(halves) < len(told) and not led


def _is_uneven(notice: Notice, names: Sequence[Range]) -> bool:
    """Return whether the first or the last is longer than all others, which are of one length, and nothing bounds it."""
    return any(
        _sticks_out(notice, end, others) and not bounded
        for end, others, bounded in (
            (names[0], names[1:], _begins(notice, names[0].start) or _share_what_leads(notice, names)),
            (names[-1], names[:-1], _ends(notice, names[-1].end)),
        )
    )


def _sticks_out(notice: Notice, end: Range, others: Sequence[Range]) -> bool:
    lengths = {name.end - name.start for name in others}
    if len(others) < LEAST_EVEN - 1 or len(lengths) > 1 or end.end - end.start - lengths.pop() < LONGER:
        return False
    text = notice.text
    return not any(
        text[name.end - 1] == text[end.end - 1] or text[name.start] == text[end.start] for name in others
    )


def _begins(notice: Notice, at: int) -> bool:
    """Return whether a sign or a word that opens lists stands right before a place."""
    before = notice.text[max(at - LONGEST_OPENER, 0) : at]
    found = list(notice.pattern("notice-openers").finditer(before))
    return not before.strip() or not before[-1].isalnum() or bool(found and found[-1].end() == len(before))


def _share_what_leads(notice: Notice, names: Sequence[Range]) -> bool:
    """Return whether one sign stands before all names (不…的)."""
    return len({notice.text[name.start - 1] for name in names}) == 1


def _ends(notice: Notice, at: int) -> bool:
    """Return whether a sign or what counts the list stands right behind a place."""
    behind = notice.text[at : at + 2]
    return not behind or not behind[0].isalnum() or behind[0] in notice.grammar["notice-tail-starts"]
