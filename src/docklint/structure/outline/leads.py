"""Causes told one by one in the middle of the problems: 究其原因，一是…；二是…"""

from __future__ import annotations

from re import Match, Pattern

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.outline.numerals import CHINESE

LONGEST = 60
"""Code points of a sentence that leads in to causes."""
TAIL = {"，": 4, "：": 12, "。": 24}
"""By its stop, how many code points may stand behind the word that tells of causes."""
_STOPS = "。！？；\n"


def lead_to_causes(text: str, start: int, first: int, grammar: Grammar) -> int:
    """Return where in `text`, from `start` on, the sentence begins that leads in to the causes told from `first` on.

    -1 if none does: what stands before `first` tells of no causes, or of some by the way.
    """
    end = first
    while end > start and text[end - 1] == "\n":
        end -= 1
    begin = max(
        [start, end - LONGEST, *(text.rfind(stop, start, max(end - 1, start)) + 1 for stop in _STOPS)]
    )
    match = grammar.once(_sentence).match(text, begin, end)
    return begin if match and _leads_in(match, grammar) else -1


def _leads_in(match: Match[str], grammar: Grammar) -> bool:
    """Return whether the sentence says that causes follow, by its stop and, before a full stop, by a count (有三。)."""
    clause, tail, stop = match["clause"], match["tail"], match["stop"]
    if len(tail) > TAIL[stop] or any(word in tail for word in grammar["fault-words"]):
        return False
    opens = any(word in clause for word in grammar["cause-openers"])
    counts = tail[-1:] in CHINESE or any(word in tail for word in grammar["lead-in-words"])
    return stop == "：" or (opens and (stop == "，" or (tail != "" and counts)))


def _sentence(grammar: Grammar) -> Pattern[str]:
    nouns = alternatives((*grammar["cause-lead-words"], *grammar["cause-nouns"]))
    traps, other = alternatives(grammar["cause-traps"]), r"[^，。；：\n]"
    return compiled(
        rf"(?!{traps})(?:{other}{{1,24}}，(?!{traps}))?(?P<clause>{other}{{0,28}}?(?:{nouns}))"
        rf"(?P<tail>[^。；：\n]{{0,30}}?)(?P<stop>[，：。])\Z"
    )
