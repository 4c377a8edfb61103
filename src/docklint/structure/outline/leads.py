"""Causes or measures told one by one in the middle of the problems: 究其原因，一是…；二是… · 下一步，一是…；二是…"""

from __future__ import annotations

from re import Match, Pattern

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.outline.labels import label
from docklint.structure.outline.numerals import CHINESE

LONGEST = 60
"""Code points of a sentence that leads in to causes or measures."""
TAIL = {"，": 4, "：": 12, "。": 24}
"""By its stop, how many code points may stand behind the word that tells of causes."""
ELSEWHERE = ("causes", "measures")
"""The roles of what may be told among the problems and is none."""
_STOPS = "。！？；\n"
_OTHER = r"[^，。；：\n]"


def lead_away(text: str, start: int, first: int, grammar: Grammar) -> tuple[str, int] | None:
    """Find the sentence of `text`, from `start` on, that leads in to the causes or measures told from `first` on.

    Returns their role and where it begins; None if what stands before `first` tells of none, or of some by the way.
    """
    end = first
    while end > start and text[end - 1] == "\n":
        end -= 1
    begin = max(
        [start, end - LONGEST, *(text.rfind(stop, start, max(end - 1, start)) + 1 for stop in _STOPS)]
    )
    role = label(text[begin : end - 1], grammar) if text[end - 1 : end] == "：" else ""
    if role in ELSEWHERE:
        return role, begin
    match = grammar.once(_causes).match(text, begin, end)
    if match and _leads_in(match, grammar):
        return "causes", begin
    found = grammar.once(_measures).match(text, begin, end)
    return ("measures", begin) if found and not _tells_fault(found[0], grammar) else None


def _leads_in(match: Match[str], grammar: Grammar) -> bool:
    """Return whether the sentence says that causes follow, by its stop and, before a full stop, by a count (有三。)."""
    clause, tail, stop = match["clause"], match["tail"], match["stop"]
    if len(tail) > TAIL[stop] or _tells_fault(tail, grammar):
        return False
    opens = any(word in clause for word in grammar["cause-openers"])
    counts = tail[-1:] in CHINESE or any(word in tail for word in grammar["lead-in-words"])
    return stop == "：" or (opens and (stop == "，" or (tail != "" and counts)))


def _tells_fault(words: str, grammar: Grammar) -> bool:
    return any(word in words for word in grammar["fault-words"])


def _causes(grammar: Grammar) -> Pattern[str]:
    nouns = alternatives((*grammar["cause-lead-words"], *grammar["cause-nouns"]))
    traps = alternatives(grammar["cause-traps"])
    return compiled(
        rf"(?!{traps})(?:{_OTHER}{{1,24}}，(?!{traps}))?(?P<clause>{_OTHER}{{0,28}}?(?:{nouns}))"
        r"(?P<tail>[^。；：\n]{0,30}?)(?P<stop>[，：。])\Z"
    )


def _measures(grammar: Grammar) -> Pattern[str]:
    openers, words = (alternatives(grammar[f"measure-{key}"]) for key in ("openers", "lead-words"))
    return compiled(
        rf"(?:{_OTHER}{{1,24}}，)?(?:{openers})(?:，?{_OTHER}{{0,16}}?(?:{words}){_OTHER}{{0,4}})?[，：。]\Z"
    )
