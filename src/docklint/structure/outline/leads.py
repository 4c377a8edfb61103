"""Causes or measures told one by one in the middle of the problems: 究其原因，一是…；二是… · 下一步，一是…；二是…"""

from __future__ import annotations

from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.structure.outline.labels import label
from docklint.structure.outline.numerals import CHINESE
from docklint.typed import Match, Pattern

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
    begin, end = _sentence(text, start, first)
    role = label(text[begin : end - 1], grammar) if text[end - 1 : end] == "：" else ""
    if role in ELSEWHERE:
        return role, begin
    sentence = text[begin:end]
    # Patterns are dear to compile: only where there is something for them to find.
    may_lead = sentence.endswith(tuple(TAIL))
    if may_lead and _says(sentence, _cause_nouns(grammar)):
        match = grammar.once(_causes).match(sentence)
        if match and _leads_in(match, grammar):
            return "causes", begin
    if not (may_lead and _says(sentence, (*grammar["measure-openers"], *grammar["measure-lead-words"]))):
        return None
    found = grammar.once(_measures).match(sentence)
    if (
        not found
        or _says(found["told"] or found[0], grammar["fault-words"])
        or _leads_to_more(found["list"] or "", grammar)
    ):
        return None
    return "measures", begin


def leads_to_problems(text: str, start: int, first: int, grammar: Grammar) -> bool:
    """Return whether the sentence before `first` says that problems follow one by one (主要有以下四个方面的问题：)."""
    begin, end = _sentence(text, start, first)
    stop = text[end - 1 : end]
    listed = stop == "：" or (stop == "。" and _says(text[begin:end], grammar["lead-in-words"]))
    return listed and _leads_to_more(text[begin:end], grammar) and not lead_away(text, start, first, grammar)


def _sentence(text: str, start: int, first: int) -> tuple[int, int]:
    """Return where the sentence before `first` begins and ends; of a long one only its end counts."""
    end = first
    while end > start and text[end - 1] == "\n":
        end -= 1
    least = max(start, end - LONGEST)
    return max([least, *[text.rfind(stop, least, max(end - 1, start)) + 1 for stop in _STOPS]]), end


def _leads_in(match: Match[str], grammar: Grammar) -> bool:
    """Return whether the sentence says that causes follow: by its stop, by a count (有三。) or by naming them at large.

    究其原因，主要是重视不够，一是… says what the causes come to before it tells them one by one.
    """
    clause, tail, stop = match["clause"], match["tail"], match["stop"]
    opens = _says(clause, grammar["cause-openers"])
    if opens and stop != "。" and tail.lstrip("，").startswith(grammar["cause-copulas"]):
        return True
    listed = _says(tail, grammar["lead-in-words"])
    if _says(tail, grammar["fault-words"]) or _leads_to_more(tail, grammar):
        return False
    if len(tail) > TAIL[stop] and not listed:
        return False
    counts = listed or (tail != "" and tail[-1] in CHINESE)
    return stop == "：" or (stop == "。" and listed) or (opens and (stop == "，" or counts))


def _leads_to_more(words: str, grammar: Grammar) -> bool:
    """Return whether words lead in to problems after all (还有以下问题：)."""
    return _says(words, grammar["problem-lead-words"])


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _cause_nouns(grammar: Grammar) -> tuple[str, ...]:
    return (*grammar["cause-lead-words"], *grammar["cause-nouns"])


def _causes(grammar: Grammar) -> Pattern[str]:
    nouns = alternatives(_cause_nouns(grammar))
    traps = alternatives(grammar["cause-traps"])
    return compiled(
        rf"(?!{traps})(?:{_OTHER}{{1,24}}，(?!{traps}))?(?P<clause>{_OTHER}{{0,28}}?(?:{nouns}))"
        r"(?P<tail>[^。；：\n]{0,30}?)(?P<stop>[，：。])\Z"
    )


def _measures(grammar: Grammar) -> Pattern[str]:
    openers, words = (alternatives(grammar[f"measure-{key}"]) for key in ("openers", "lead-words"))
    listed = alternatives(grammar["lead-in-words"])
    return compiled(
        rf"(?:{_OTHER}{{1,24}}，)?(?P<told>(?:{openers})(?:，?{_OTHER}{{0,16}}?(?:{words}){_OTHER}{{0,4}})?)[，：。]\Z"
        rf"|[^。；：\n]{{0,40}}?(?:{words})(?P<list>，?{_OTHER}{{0,6}}(?:{listed}){_OTHER}{{0,6}})[：。]\Z"
    )
