"""What a clause tells of and how: a degree, an occasion, a tally, somebody's own words.

Found without patterns: to compile these took longer than to read a draft.
"""

from __future__ import annotations

from collections.abc import Sequence

from docklint.grammar import Grammar
from docklint.typed import Literal
from docklint.word_search import WordSearch, all_places

Occasion = Literal["", "any", "undertaking"]
"""What a clause names: no occasion, one that may be of nothing (在工作中), or an undertaking (在开展危房专项排查工作中)."""
WITHIN, ONE, MANNER, NOT_ENOUGH = "在", "一", "得", "不够"
LEAST_OCCASION, LONGEST_OCCASION, LONGEST_LEAD = 5, 50, 12
"""Code points between 在 and the word that closes an occasion, and before 在."""
MOST_BEFORE_ONE, MOST_BEHIND_ONE, MOST_COMPARED = 5, 5, 8
"""Code points that are looked at before and behind 一次, and between 多、 and 少."""
QUOTES, _PAUSES = "“‘「", ("：", "，")
_DECADE, _YEAR = "20", "年"


class Tellings:
    """Made once (`grammar.once(Tellings)`)."""

    def __init__(self, grammar: Grammar) -> None:
        """Take in the words."""
        self._degrees = WordSearch(grammar["meaning-degrees"])
        self._manner_leads, self._manners = map(
            "".join, (grammar["meaning-manner-leads"], grammar["meaning-manners"])
        )
        self._compared = [each.split() for each in grammar["meaning-compared"]]
        self._before_one, self._behind_one = (
            frozenset(grammar["meaning-tally-leads"]),
            tuple(grammar["meaning-tally-denials"]),
        )
        self._counted = frozenset(grammar["meaning-tally-measures"])
        self._no_tally = tuple(grammar["meaning-no-tallies"])
        tails = ("", *grammar["meaning-speech-tails"])
        self._said = tuple(verb + tail for verb in grammar["meaning-speech-verbs"] for tail in tails)
        self._vague, self._no_occasions, self._undertakings, self._makings, self._closers = (
            grammar[key]
            for key in (
                "meaning-vague",
                "meaning-no-occasions",
                "meaning-undertakings",
                "meaning-makings",
                "occasion-closers",
            )
        )

    def is_of_degree(self, clause: str, numbers: Sequence[int] | None = None) -> bool:
        """Return whether a clause tells of its subject how much, and not what happened; `numbers`: its `pairs`."""
        graded = self._degrees.is_in(clause, numbers)
        return graded or self._is_of_manner(clause) or self._compares(clause)

    def _is_of_manner(self, clause: str) -> bool:
        """Return whether something is done well or badly (抓得不紧)."""
        for at in all_places(clause, MANNER):
            behind = clause[at + 1 : at + 3]
            how = behind[1:] if behind[:1] and behind[0] in self._manner_leads else behind[:1]
            if how and how in self._manners:
                return True
        return False

    def _compares(self, clause: str) -> bool:
        """Return whether two things are held against each other (讲得多、做得少)."""
        for one, other in self._compared:
            for at in all_places(clause, one):
                start = at + len(one)
                between = clause[start : start + MOST_COMPARED + len(other)].partition("、")[0]
                if between.find(other, 1) > 0:
                    return True
        return False

    def is_tallied(self, clause: str) -> bool:
        """Return whether 一 is counted in a clause (一次也没有), and no manner of speaking."""
        for at in all_places(clause, ONE):
            if clause[at + 1 : at + 2] in self._counted:
                before, behind = (
                    clause[max(0, at - MOST_BEFORE_ONE) : at],
                    clause[at + 2 : at + 2 + MOST_BEHIND_ONE],
                )
                stressed = not self._before_one.isdisjoint(before) and not behind.startswith(self._no_tally)
                if (stressed and NOT_ENOUGH not in behind[:4]) or any(
                    word in behind for word in self._behind_one
                ):
                    return True
        return False

    def quotes(self, sentence: str) -> bool:
        """Return whether a sentence tells somebody's own words (批的是“注意”)."""
        longest = 1 + max(map(len, self._said), default=0)
        for quote in QUOTES:
            for at in all_places(sentence, quote):
                before = sentence[max(0, at - longest) : at]
                if (before[:-1] if before.endswith(_PAUSES) else before).endswith(self._said):
                    return True
        return False

    def occasion(self, clause: str) -> Occasion:
        """Tell what a clause names that says 在…时 and nothing behind it."""
        for at in all_places(clause[: LONGEST_LEAD + 1], WITHIN):
            rest = clause[at + 1 : at + 2 + 4 * LONGEST_OCCASION]
            if any(0 <= rest.find(word) <= LONGEST_OCCASION for word in self._vague):
                continue
            if self._names_undertaking(rest):
                return "undertaking"
            if self._is_closed(rest):
                return "any"
        return ""

    def _names_undertaking(self, rest: str) -> bool:
        ends = [(at, at + len(word)) for word in self._undertakings for at in all_places(rest, word)]
        starts = [(at, at + len(word)) for word in self._makings for at in all_places(rest, word)]
        years = _years(rest) if starts else []
        ends += [
            (at, end) for at, made in starts for year, end in years if 0 <= year - made <= LONGEST_OCCASION
        ]
        return any(at <= LONGEST_OCCASION >= len(rest) - end for at, end in ends)

    def _is_closed(self, rest: str) -> bool:
        """Return whether an occasion ends with a word that closes one, and is more than everyday work (在实际工作中)."""
        if any(
            rest.endswith(word) and len(rest) - len(word) <= LONGEST_OCCASION for word in self._no_occasions
        ):
            return False
        told = (len(rest) - len(word) for word in self._closers if rest.endswith(word))
        return any(LEAST_OCCASION <= length <= LONGEST_OCCASION for length in told)


def _years(text: str) -> list[tuple[int, int]]:
    """Return where years of this century start and end."""
    found = ((at, at + len("2025年")) for at in all_places(text, _DECADE))
    return [
        (at, end)
        for at, end in found
        if (digits := text[at + 2 : end - 1]).isascii() and digits.isdigit() and text[end - 1 : end] == _YEAR
    ]
