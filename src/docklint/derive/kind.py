"""What a text is: a notice that asks for papers, a paper, or something else about a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from docklint.derive.reading import MARK, Notice
from docklint.derive.roles import role_of
from docklint.patterns import alternatives, compiled

Kind = Literal["notice", "paper", "neither"]
OPENING = 3
"""So many lines may hold the title."""
OWN_VOICE = 3
"""Who says 我 so often, and oftener than that something must be done, writes of himself."""
LEAST_SAID = 3
"""So many lines with a time show a chat."""
_TIME = r"[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?"
_SAID_AT = rf"^[\[【(（]?(?:[0-9/月日. -]{{0,12}} )?{_TIME}|^[^，。；\n]{{1,20}}{_TIME}$"
_SAID_BY = r"[^，。；：\n]{1,12}：(?=.)"
_HEADED = r"(?:[一二三四五六七八九]、|第[一二三四五]部分[：、 ]?)(?P<title>[^。，；\n]{2,24})[。：]?$"

_UNDER = r"（[一二三四五六]）(?P<title>[^，。；\n]{2,24})[。：]?$"


def kind_of(notice: Notice) -> Kind:
    """Tell a notice from a paper and from news, reports and scripts, by what speaks for each."""
    opening = [notice.words(line) for line in notice.lines[:OPENING]]
    signs = {
        key: len({match[0] for match in notice.pattern(f"{key}-signs").finditer(notice.text)})
        for key in ("notice", "paper", "other")
    }
    titled = any(_is_title(notice, words) for words in opening)
    other = any(
        notice.says("other-titles", words.rstrip("（）："))
        for words in opening[:2]
        if not words.endswith("。")
        and not compiled(MARK).match(words)
        and (not notice.says("notice-examine", words) or notice.says("report-titles", words))
    )
    # What stands between quotes or is to be ticked is said by nobody here (“我的药方”, □ 我的每个问题都有例子).
    own = compiled("“[^“”\n]*”|(?m:^[□☐].*)").sub("", notice.text)
    demands, speaks = (len(notice.pattern(key).findall(own)) for key in ("notice-demands", "paper-speaker"))
    written = _is_written(notice)
    if not titled and _is_written_again(notice):
        return "paper"
    other = other and not notice.says("notice-asks-papers", own)
    asked = notice.says("notice-prompts", "\n".join(opening))
    if speaks >= OWN_VOICE and speaks > demands and not asked and not _is_chat(notice):
        return "paper"
    if not demands and not signs["notice"] and notice.says("news-signs", notice.text):
        return "neither"
    if other and signs["other"]:
        return "neither"
    if written and not titled and signs["paper"] >= min(max(signs["notice"], 1), 2):
        return "paper"
    if written and signs["paper"] > signs["notice"] + 2:
        return "paper"
    if other or (signs["other"] and not titled and signs["other"] >= min(signs["notice"], 2)):
        return "neither"
    return "notice"


def _is_written_again(notice: Notice) -> bool:
    """Return whether problems and measures have headings again and again, each written out below: under every dimension."""
    roles = [role for _, role in _headed(notice, _UNDER)]
    return all(roles.count(role) > 1 for role in ("problems", "measures"))


def _is_chat(notice: Notice) -> bool:
    """Return whether several say what stands here, each line with its time or its writer: 我 is then not one of them."""
    lines = [notice.words(line) for line in notice.lines]
    timed = sum(bool(compiled(_SAID_AT).search(line)) for line in lines) >= LEAST_SAID
    return timed or (bool(lines) and notice.says("notice-chat-signs", lines[0]) and _by_writers(lines))


def _by_writers(lines: Sequence[str]) -> bool:
    """Return whether lines begin with the names of two or more who write again and again (组织委员：…)."""
    said = Counter(match[0] for line in lines if (match := compiled(_SAID_BY).match(line)))
    again = [times for times in said.values() if times > 1]
    return len(again) > 1 and sum(again) >= LEAST_SAID


def _is_title(notice: Notice, words: str) -> bool:
    """Return whether a line is the title of a notice: 关于…的通知."""
    bare = compiled("（[^（）]*）").sub("", words.rstrip("：。 ")).split("（")[0]
    return bool(
        compiled(f"(?:{alternatives(notice.grammar['notice-titles'])})$").search(bare)
    ) and not compiled("^[一二三四五]、").match(words)


def _is_written(notice: Notice) -> bool:
    """Return whether the text has the sections of a paper, problems and what follows from them, written out."""
    roles = {role for _, role in _headed(notice, _HEADED)}
    return "problems" in roles and bool({"causes", "measures"} & roles)


def _headed(notice: Notice, heading: str) -> list[tuple[int, str]]:
    """Return the lines that head a part with the role of each; of two in a row the first."""
    found: list[tuple[int, str]] = []
    for at, line in enumerate(notice.lines):
        match = compiled(heading).match(notice.words(line))
        role = role_of(notice, match["title"]) if match else None
        if role and (not found or at - found[-1][0] > 1):
            found.append((at, role))
    return found
