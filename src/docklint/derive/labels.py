"""What a notice calls its list by (“四个强化”, “五看”): a name with a number, which later sentences hold against papers."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match, Pattern

from docklint.derive.candidate import Candidate
from docklint.derive.context import NEAR, SENTENCE
from docklint.derive.reading import Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

NEXT = 80
"""So near behind a list stands what takes it up by its number alone (code points)."""


def label_weight(notice: Notice, candidate: Candidate) -> int:
    """Return what the label of a list adds: much if papers are held against it, and little if it is only named."""
    named = max((_weight(notice, candidate, label) for label in _labels(notice, candidate)), default=0)
    return max(named, NEAR * (_is_taken_up(notice, candidate) or _is_theme(notice, candidate)))


def _is_theme(notice: Notice, candidate: Candidate) -> bool:
    """Return whether the theme lists the names, each as something to be done first (带头), and papers are held against it."""
    leads = tuple(notice.grammar["notice-leads"][:1])
    led = all(notice.text.startswith(leads, name.start) for name in candidate.names)
    if not led and not notice.matches(_by_words):
        return False
    sentence = notice.sentence(candidate.names[0].start)
    around = (
        notice.text[sentence.start : candidate.names[0].start]
        + notice.text[candidate.names[-1].end : max(sentence.end, candidate.names[-1].end)]
    )
    return notice.says("notice-theme", around) and bool(
        notice.matches(_against_theme) or notice.matches(_by_words)
    )


def _is_taken_up(notice: Notice, candidate: Candidate) -> bool:
    """Return whether a later sentence holds papers against the number that announces the list (对照这四句话)."""
    if candidate.announced not in (None, len(candidate.names)):
        return False
    behind = candidate.names[-1].end
    # Without a number of its own only the very next sentences speak of it.
    end = len(notice.text) if candidate.announced else behind + NEXT
    near = (behind, behind + NEXT)
    if any(notice.pattern(key).search(notice.text, *near) for key in ("notice-each", "notice-taken-up")):
        return True
    return any(
        behind <= match.start() < end and numerals.parse(match["count"]) == len(candidate.names)
        for match in notice.matches(_taken_up)
    )


def _taken_up(grammar: Grammar) -> Pattern[str]:
    these = alternatives((*grammar["notice-these"], *grammar["notice-before-list"]))
    held, measures, theme = (
        alternatives(grammar[f"notice-{key}"]) for key in ("held-against", "measures", "theme")
    )
    return compiled(rf"(?:{held})(?:{these})(?:{theme}的?)?(?P<count>[{numerals.CHINESE}0-9])(?:{measures})")


def _labels(notice: Notice, candidate: Candidate) -> Iterator[Match[str]]:
    """Yield the labels of as many things as there are names, which define the list or begin like its names."""
    for label in notice.matches(_pattern):
        if numerals.parse(label["count"]) == len(candidate.names) and (
            _defines(notice, candidate, label) or _is_shared(notice, candidate, label["what"])
        ):
            yield label


def _against_theme(grammar: Grammar) -> Pattern[str]:
    return compiled(alternatives(grammar["notice-against-theme"]))


def _by_words(grammar: Grammar) -> Pattern[str]:
    return compiled(alternatives(grammar["notice-theme-by-words"]))


def _pattern(grammar: Grammar) -> Pattern[str]:
    measures = alternatives(grammar["notice-measures"])
    return compiled(
        rf"“[^“”，。；：、\n]{{0,4}}?(?P<count>[{numerals.CHINESE}]{{1,2}})(?:{measures})?(?P<what>[^“”，。；：、\n]{{1,6}})”"
    )


def _defines(notice: Notice, candidate: Candidate, label: Match[str]) -> bool:
    between = notice.text[label.end() : candidate.names[0].start]
    return (
        label.end() <= candidate.names[0].start
        and not any(stop in between for stop in "。；，\n")
        and bool(notice.pattern("notice-definitions").search(between))
    )


def _is_shared(notice: Notice, candidate: Candidate, what: str) -> bool:
    """Return whether each name begins or ends with what the label counts, or has it right before it."""
    return all(
        notice.text.startswith(what, max(name.start - len(what), 0))
        or notice.text.startswith(what, name.start)
        or notice.words(name).endswith(what)
        for name in candidate.names
    )


def _weight(notice: Notice, candidate: Candidate, label: Match[str]) -> int:
    """Weigh the sentences that name the label elsewhere than in the list itself."""
    words = alternatives(notice.grammar["notice-held-against"])
    measures = alternatives(notice.grammar["notice-measures"])
    name = f"“{label['count']}(?:{measures})?{label['what']}”"
    held = compiled(f"(?:{words})[^，。；：\n]{{0,12}}{name}")
    elsewhere = [match for match in held.finditer(notice.text) if not _within(match, candidate)]
    checks = any(label["what"].endswith(verb) for verb in notice.grammar["notice-checks"])
    return NEAR if elsewhere else SENTENCE * checks


def _within(match: Match[str], candidate: Candidate) -> bool:
    whole = Range(candidate.names[0].start, candidate.names[-1].end)
    return whole.start <= match.start() < whole.end
