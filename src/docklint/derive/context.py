"""What the sentence around a list is about: examining oneself, or something else that a meeting needs."""

from __future__ import annotations

from collections.abc import Sequence
from re import Pattern

from docklint.derive.reading import CLAUSE_STOPS, Notice
from docklint.grammar import Grammar
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals

SURE = 4
"""The least weight of what speaks for a list of dimensions."""
NEAR, SENTENCE, ABOVE = 4, 2, 2
"""What a word for examining oneself weighs in the clause of a list, in its sentence, in a heading above it."""
SHORT_LEAD = 6
"""A clause before a colon of fewer code points says nothing by itself (即：)."""
COUNT = rf"(?:[{numerals.CHINESE}]{{1,3}}|[0-9]{{1,2}})"
OPENS = ("：", "，")
"""Behind these a short clause is not the whole lead of a list."""
COUNTED_TAIL = 4
"""So many code points at the end of a list say what is counted (五类问题)."""
LONGEST_TAIL = 16
"""So many code points behind a list may leave open what is done with it."""
GAP = "〇"
"""Stands for each name in the frame of a list."""


def lead_and_tail(notice: Notice, list_: Range, first: int) -> tuple[str, str]:
    """Return the clause before the first name and the one behind the list."""
    start = notice.behind_stop(CLAUSE_STOPS, list_.start)
    while first - start < SHORT_LEAD and notice.text[start - 1 : start] in OPENS:
        opened = notice.text[start - 1] == "：" or notice.says("notice-definitions", notice.text[start:first])
        if not opened:
            break
        start = notice.behind_stop(CLAUSE_STOPS, start - 1)
    return _question(notice, first) + notice.text[start:first], _tail(notice, list_.end)


def _question(notice: Notice, at: int) -> str:
    """Return the line above, if the one that holds a place answers it (答：…)."""
    line = notice.line_at(at)
    answers = notice.pattern("notice-answers").match(notice.text, *notice.lines[line])
    return f"{notice.words(notice.lines[line - 1])}，" if answers and line else ""


def _tail(notice: Notice, at: int) -> str:
    """Return the clause behind a list, and the next ones of its sentence until one says what is done with the list."""
    start = at
    while True:
        end = notice.at_stop(CLAUSE_STOPS, at)
        tail = notice.text[start:end]
        told = any(notice.says(f"notice-{key}", tail) for key in ("examine", "other", "lack"))
        if told or end - start > LONGEST_TAIL or notice.text[end : end + 1] != "，":
            return tail
        at = end + 1


def decorations(raw: Sequence[Range], bare: Sequence[Range], notice: Notice) -> str:
    """Return what was taken off the names of a list (首先查摆在…上的差距): it tells what the list is about."""
    return GAP.join(
        notice.text[outer.start : inner.start] + GAP + notice.text[inner.end : outer.end]
        for outer, inner in zip(raw, bare, strict=True)
        if outer.start <= inner.start and inner.end <= outer.end
    )


def weight(
    notice: Notice, list_: Range, first: int, taken_off: str = "", asks: bool = False, fits: bool = False
) -> int:
    """Weigh what speaks for a list of dimensions in the sentence that holds `list_`; negative: it speaks against one.

    `taken_off`: see `decorations`. `asks`: all names are questions (作风实不实). `fits`: they are as many as announced.
    """
    lead, tail = lead_and_tail(notice, list_, first)
    near = f"{lead}\n{tail}\n{taken_off}"
    sentence = notice.sentence(list_.start)
    around = f"{notice.text[sentence.start : first]}\n{notice.text[list_.end : max(sentence.end, list_.end)]}"
    total = _of(notice, near, around, notice.heading(list_.start)) + SENTENCE * asks
    counted = notice.text[max(list_.end - COUNTED_TAIL, first) : list_.end]
    lacking = notice.says("notice-lacking", f"{tail}\n{taken_off}") or notice.says(
        "notice-lacks-counted", counted
    )
    if _governed(notice, lead) and (lacking or ((asks or fits) and not notice.says("notice-other", near))):
        total += SENTENCE if notice.says("notice-examine", near) else NEAR
    if notice.says("notice-reports", notice.text[sentence.start : first]):
        total -= NEAR + SENTENCE
    paragraph = notice.words(notice.paragraph(list_.start))
    beside = (
        total <= SENTENCE * asks
        and not notice.says("notice-other", near)
        and notice.says("notice-examine", paragraph)
    )
    return total + SENTENCE if beside and total >= 0 else total


def _governed(notice: Notice, lead: str) -> bool:
    """Return whether a word that opens a list of dimensions stands before it."""
    return bool(notice.grammar.once(_governors).search(lead))


def _governors(grammar: Grammar) -> Pattern[str]:
    return compiled(f"(?:{alternatives(grammar['notice-governors'])})[^，。；]{{0,12}}$")


def weight_of_announcement(notice: Notice, line: Range, heading: str, taken_off: str = "") -> int:
    """Weigh the line that announces a list on the lines below it."""
    words = notice.words(line)
    last = max((part for part in words.rstrip("：。").split("。")[-1:]), default=words)
    return _of(notice, f"{last}\n{taken_off}", words, heading)


def _of(notice: Notice, near: str, around: str, heading: str) -> int:
    # What the meeting is called (警示教育专题民主生活会) says nothing of the list.
    near, around = (notice.pattern("notice-meeting-names").sub("", told) for told in (near, around))
    examines, other = (notice.says(f"notice-{key}", near) for key in ("examine", "other"))
    lacks = notice.says("notice-lack", near)
    total = NEAR * examines + (lacks and not other) * SENTENCE
    if other:
        total -= SENTENCE if examines and lacks else NEAR + 1
    if notice.says("notice-examine", around):
        total += SENTENCE
    elif notice.says("notice-other", around):
        total -= SENTENCE
    if notice.says("notice-examine", heading):
        total += NEAR if notice.says("notice-headings", heading.split("\n")[0]) else ABOVE
    elif notice.says("notice-other", heading):
        total -= ABOVE
    return total
