"""The grammar of ordinals: which strings may number a part where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.structure.outline import numerals
from docklint.structure.outline.styles import STYLES, Family, StyleName
from docklint.structure.outline.tokens import Token
from docklint.tuples import NamedTuple
from docklint.word_search import all_places

_STOPS = ("、", ".", "。", "，", "：", ",", ":", "．")

_BRACKETS = {"（": "）", "[": "]", "［": "］", "〈": "〉", "﹝": "﹞", "【": "】"}
_CLOSE = frozenset(_BRACKETS.values())
_HEADS = {"第": "第", "其": "其", "问": "问题", **dict(zip(_BRACKETS, _BRACKETS, strict=True))}
"""What may stand before a numeral, by its first character."""
_FIRSTS = frozenset((*_HEADS, *numerals.SINGLE, *numerals.CHINESE, *numerals.ARABIC))
"""What anything written as an ordinal begins with."""
_BEHIND_PART = ("：", "、", "，", "。")
LONGEST_CHINESE, LONGEST_ARABIC = 7, 4
"""Signs of a numeral."""
_PLACE_STOPS, _FULL_STOPS, _CLOSES = "\n。；：，！？", "。；！？", frozenset("”’）》")
_STARTS = frozenset((*"第其问", *_BRACKETS, *numerals.ARABIC, *numerals.CHINESE, *numerals.SINGLE))
"""What an ordinal may begin with."""
_FORMS: Mapping[tuple[str, str, str], StyleName] = {
    ("第", "chinese", "部"): "part",
    ("", "chinese", "是"): "is",
    ("", "chinese", "要"): "must",
    ("第", "chinese", "是"): "ordinal-is",
    **{("第", "chinese", stop): "ordinal" for stop in "，、：。"},
    **{("其", "chinese", stop): "among" for stop in "是，、：。"},
    **{("", "chinese", stop): "chinese" for stop in _STOPS},
    ("", "arabic", "）"): "arabic-half",
    **{("", "arabic", stop): "arabic" for stop in _STOPS},
    **{("问题", kind, stop): "issue" for kind in ("chinese", "arabic") for stop in "：、.。"},
}
"""The style by what stands before the numeral, its kind, and the first character behind it."""
LEAST_COUNTED = 1000
"""From this number on an ordinal counts only if it goes on from the one before: 2024. and （2023） are years."""
_TYPED_BEHIND = "、.．。"
"""What people type behind 1） as if it were a bare number; the ordinal holds it, so that it can be called wrong."""
_LINE_START_ONLY = "，：。:,"
"""After a bare number these end an ordinal only at a line start: “，2：1的比例”, “，十。” are running text."""


def token(*, start: int, end: int, style: StyleName, value: int, line_start: bool) -> Token:
    """Make the token of an ordinal, of which no more is known yet than what it is."""
    family, level, _ = STYLES[style]
    return Token(
        start=start, end=end, style=style, family=family, level=level, value=value, line_start=line_start
    )


def ordinals(text: str) -> Iterator[Token]:
    """Yield every string of `text` (a reading) that could be an ordinal where it stands."""
    end, last = 0, dict[Family, int]()
    for start in places(text):
        if start >= end and (written := _written(text, start)):
            end = written.end
            found = _token(text, written)
            if found and found.value and (found.value < LEAST_COUNTED or _counts_on(found, last)):
                last[found.family] = found.value
                yield found


def _counts_on(found: Token, last: Mapping[Family, int]) -> bool:
    """Return whether an ordinal goes on from the one before it."""
    return found.value is not None and last.get(found.family) in (found.value - 1, found.value)


def ordinal_at(text: str, start: int) -> Token | None:
    """Read an ordinal that begins exactly at `start` of `text`, wherever that is."""
    written = _written(text, start)
    return _token(text, written) if written else None


class _Written(NamedTuple):
    """What is written as an ordinal is. `start`, `behind` (where the numeral ends) and `end` are places."""

    head: str
    numeral: str
    tail: str
    start: int
    behind: int
    end: int


def _written(text: str, start: int) -> _Written | None:
    """Read what is written at `start`. No pattern: its seven classes of Chinese characters are dear to compile."""
    sign = text[start : start + 1]
    if sign not in _FIRSTS:
        return None
    if sign in numerals.SINGLE:
        end = start + 1 + text.startswith(("、", "."), start + 1)
        return _Written("", sign, "", start, start + 1, end)
    head = _HEADS.get(sign, "")
    if not text.startswith(head, start):
        head = ""
    first = start + len(head)
    behind = numerals.end_of(text, first, numerals.CHINESE, LONGEST_CHINESE)
    if behind == first:
        behind = numerals.end_of(text, first, numerals.ARABIC, LONGEST_ARABIC)
    end = _tail_end(text, behind)
    if not first < behind < end:
        return None
    return _Written(head, text[first:behind], text[behind:end], start, behind, end)


def _tail_end(text: str, at: int) -> int:
    """Return where that ends which makes an ordinal of the numeral before it; `at` itself if nothing does."""
    if text.startswith("部分", at):
        return at + 2 + text.startswith(_BEHIND_PART, at + 2)
    sign = text[at : at + 1]
    if sign in _CLOSE:
        return at + 1 + text.startswith(_STOPS, at + 1)
    return at + (sign in ("是", "要") or sign in _STOPS)


def places(text: str) -> Iterator[int]:
    """Yield where an ordinal may stand: at a line start, after a stop, and after one inside quotes or brackets."""
    yield 0
    for at in sorted([at for stop in _PLACE_STOPS for at in all_places(text, stop)]):
        start = at + 1 + (text[at + 1 : at + 2] in _CLOSES and text[at] in _FULL_STOPS)
        if text[start : start + 1] in _STARTS:
            yield start


def is_place(text: str, start: int) -> bool:
    """Return whether an ordinal may stand at `start`."""
    before = text[start - 1 : start]
    if before in "\n。；：，！？":
        return True
    return before in "”’）》" and text[max(start - 2, 0) : start - 1] in ("。", "；", "！", "？")


def _token(text: str, written: _Written) -> Token | None:
    start, end = written.start, written.end
    style = _style(text, written)
    line_start = start == 0 or text[start - 1] == "\n"
    value = numerals.parse(written.numeral)
    if style == "arabic-half" and not (line_start and text[end - 1] in _TYPED_BEHIND):
        end = written.behind + 1  # 1） has no stop of its own
    if style is None or value is None or _runs_on(text, end, style):
        return None
    if style in ("chinese", "arabic") and text[end - 1] in _LINE_START_ONLY and not line_start:
        return None
    return token(start=start, end=end, style=style, value=value, line_start=line_start)


def _style(text: str, written: _Written) -> StyleName | None:
    head, numeral, tail = written.head, written.numeral, written.tail
    if numeral in numerals.SINGLE:
        return "paren" if numeral in numerals.BRACKETED else "circled"
    is_chinese = numeral[0] in numerals.CHINESE
    if head in _BRACKETS:
        follows_link = head == "[" and text.startswith("（", written.end)
        if tail[:1] != _BRACKETS[head] or (head != "（" and not is_chinese) or follows_link:
            return None
        return "paren" if is_chinese else "arabic-paren"
    return _FORMS.get((head, "chinese" if is_chinese else "arabic", tail[:1]))


def _runs_on(text: str, end: int, style: str) -> bool:
    """Return whether what follows shows that this was no ordinal: 1.5, 一、二、三产业, 一是否, 一要求."""
    following = text[end : end + 1]
    if style == "is":
        return following == "否"
    if style == "must":
        return following != "" and following in "求点素"
    if style == "arabic":
        return following.isdecimal()
    if style == "chinese":
        return _is_list(text, end, "、把级")
    return style == "ordinal" and _is_list(text, end + (following == "第"), "，、：")


def _is_list(text: str, start: int, marks: str) -> bool:
    """Return whether another numeral stands at `start` and one of `marks` behind it."""
    end = start
    while end < len(text) and text[end] in numerals.CHINESE:
        end += 1
    return start < end < len(text) and text[end] in marks
