"""What the sentence around a list is about: examining oneself, or something else that a meeting needs."""

from __future__ import annotations

from docklint.derive.reading import CLAUSE_STOPS, Notice
from docklint.spans import Range
from docklint.structure.outline import numerals

SURE = 4
"""The least weight of what speaks for a list of dimensions."""
_NEAR, _SENTENCE, _ABOVE = 4, 2, 2
SHORT_TAIL = 3
"""A clause behind a list of fewer code points says nothing by itself."""


def lead_and_tail(notice: Notice, list_: Range, first: int) -> tuple[str, str]:
    """Return the clause before the first name and the one behind the list."""
    start = max(notice.text.rfind(stop, 0, max(list_.start, 0)) for stop in CLAUSE_STOPS) + 1
    if first - start < SHORT_TAIL and notice.text[start - 1 : start] == "：":
        start = max(notice.text.rfind(stop, 0, start - 1) for stop in CLAUSE_STOPS) + 1
    lead = notice.text[start:first]
    ends = [at for stop in CLAUSE_STOPS if (at := notice.text.find(stop, list_.end)) >= 0]
    end = min(ends, default=len(notice.text))
    tail = notice.text[list_.end : end]
    if len(tail) <= SHORT_TAIL and notice.text[end : end + 1] == "，":
        further = min(
            (at for stop in CLAUSE_STOPS if (at := notice.text.find(stop, end + 1)) >= 0), default=end
        )
        tail += notice.text[end:further]
    return lead, tail


def weight(notice: Notice, list_: Range, first: int) -> int:
    """Weigh what speaks for a list of dimensions in the sentence that holds `list_`; negative: it speaks against one."""
    lead, tail = lead_and_tail(notice, list_, first)
    near = f"{lead}\n{tail}"
    sentence = notice.sentence(list_.start)
    around = (
        notice.text[sentence.start : first] + "\n" + notice.text[list_.end : max(sentence.end, list_.end)]
    )
    total = _of(notice, near, around, notice.heading(list_.start))
    paragraph = notice.words(notice.paragraph(list_.start))
    beside = total == 0 and not notice.says("notice-other", near) and notice.says("notice-examine", paragraph)
    return _SENTENCE if beside else total


def weight_of_announcement(notice: Notice, line: Range, heading: str) -> int:
    """Weigh the line that announces a list on the lines below it."""
    words = notice.words(line)
    last = max((part for part in words.rstrip("：。").split("。")[-1:]), default=words)
    return _of(notice, last, words, heading)


def _of(notice: Notice, near: str, around: str, heading: str) -> int:
    examines, other = (notice.says(f"notice-{key}", near) for key in ("examine", "other"))
    lacks = notice.says("notice-lack", near)
    total = _NEAR * examines + (lacks and not other) * _SENTENCE
    if other:
        total -= _SENTENCE if examines and lacks else _NEAR + 1
    if notice.says("notice-examine", around):
        total += _SENTENCE
    elif notice.says("notice-other", around):
        total -= _SENTENCE
    if notice.says("notice-examine", heading):
        total += _ABOVE
    elif notice.says("notice-other", heading):
        total -= _ABOVE
    return total


COUNT = rf"(?:[{numerals.CHINESE}]{{1,3}}|[0-9]{{1,2}})"
