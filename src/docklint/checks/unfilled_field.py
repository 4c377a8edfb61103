"""Fields of templates that nobody filled in, told from what else stands in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docklint.checks.brackets import PAIRS, Bracketed, bracketed
from docklint.checks.text_pattern import TextPattern, masked
from docklint.patterns import alternatives, compiled
from docklint.spans import Range, Span
from docklint.structure.draft import Draft
from docklint.typed import Pattern

LONGEST = 30
"""Code points a field's name may have; what is longer and asks for nothing is text in brackets."""
LONGEST_REQUEST = 200
"""Code points that what asks for something may have."""
LEAST_TEXT = 2
"""Code points that must follow a label for it to have text."""

_NUMBER = "[一二三四五六七八九十百0-9]"
_DIGIT = "[0-9①-⑳Ⅰ-Ⅻ一二三四五六七八九十百]"
_SIGNS = r"[*＊×✕xXＸｘ□■○◯〇_＿●▲△◆◇☆★◎.．·…—\-~～、，, ]"
_HAN = r"[^\W0-9A-Za-z_]"
_HARMLESS = (
    rf"{_SIGNS}*"  # a redaction, which has a rule of its own, or an omission
    r"|[\^√✓✔✗!！?？vV]\S*"  # a box to tick, a note of Markdown
    rf"|(?=[^\n]*(?:{_DIGIT}|[*＊×xXＸ□○_]))"  # a number, a date, a reference
    rf"(?:{_DIGIT}|[*＊×xXＸｘ□○_年月日号条第期至到 /:：.．,，、;；~～—–-])+"
    r"|(?:注释?|脚注|尾注|附注|图|表|附[件图表]|文献|参考文献)[ ]?[0-9一二三四五六七八九十①-⑳、,，-]*"
)
_HEADING = rf"(?:第?{_NUMBER}{{1,3}}[、.．]|[（(]{_NUMBER}{{1,3}}[）)])[^\n]*"
_NAME = r"第[一二三四五六七八九十](?![个条项类点步方])|[一二两三四五六七八九十][^\W0-9A-Za-z_]一"
_CODE = r"[\"'=;|\\]|^[0-9]"
_VALUE = r"[0-9]"
_TEXT = r"[。；！？]"
_STOPS = "，。；、！？：）)”》】］]〕,.;:!?"


class UnfilledField(TextPattern):
    """Point at each field of a template that nobody filled in, besides what `patterns` match.

    A field is what stands in square, tortoise-shell, pointed or curly brackets and is neither number, note mark,
    ordinal nor redaction. One of `instructions` says that something is still to be written. One of `labels` names a
    part of a paper, and is no field where its text follows; nor is one of `dated` before a number. What ends with one
    of `kinds` names a kind of thing and is a field even within quotes; other words within quotes, those that begin
    with an ordinal, and those before one of `followers` (制度) are names. `pieces` count the pieces of a collection.
    All are patterns.
    """

    kinds: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()

    def spares(self, draft: Draft) -> Iterator[Span]:
        """Yield the headings that the profile knows: 【存在问题】 above its items is one, and no field."""
        for part in draft.parts:
            known = part.role if part.kind == "section" else part.name
            if known and not part.ordinal and part.range.end > part.heading.end + LEAST_TEXT:
                span = draft.span(part.heading)
                yield Span(max(0, span.start - 1), span.end + 1)
        if not any(draft.of("section")):
            # Where nothing else parts a paper its labels do.
            for match in draft.grammar.label.finditer(draft.reading.text, *draft.range):
                yield draft.span(Range(*match.span()))

    def _spans(self, text: str, markdown: bool) -> list[Range]:
        fields = (
            list(self._unfilled(self._bared(text, markdown))) if any(map(text.__contains__, PAIRS)) else []
        )
        return fields + TextPattern._spans(self, masked(text, fields), markdown)

    def _bared(self, text: str, markdown: bool) -> str:
        harmless = self.unless + (self.unless_markdown if markdown else ())
        everywhere = [Range(0, len(text))]
        return masked(
            text, (span for pattern in harmless for span in self._matches(pattern, text, everywhere))
        )

    def _unfilled(self, text: str) -> Iterator[Range]:
        for each in bracketed(text):
            if self._is_field(each):
                start, end = each.range
                yield Range(start - (each.opener == "{" and each.before == "$"), end)

    def _is_field(self, each: Bracketed) -> bool:
        inside = each.inside
        if not inside or len(inside) > LONGEST_REQUEST:
            return not inside and _is_gap(each)
        if inside.isascii():
            return _is_variable(each) or self._kind.fullmatch(inside.lower()) is not None
        if compiled(_HARMLESS).fullmatch(inside) or compiled(_HEADING).fullmatch(inside):
            return False
        if len(inside) == 1 and each.opener != "【":  # [宋]
            return False
        if each.opener in "{<＜〈«" and not self._may_be_field(each):
            return False
        if self._instruction.search(inside):
            return True
        return len(inside) <= LONGEST and not self._is_told(each) and not self._is_name(each)

    def _may_be_field(self, each: Bracketed) -> bool:
        """Return whether brackets that have other uses, too, are a field's here."""
        inside = each.inside
        if each.opener == "{":
            return len(inside) <= LONGEST and not compiled(_CODE).search(inside)
        if each.opener == "<" and each.text[each.range.start + 1].isspace():
            return False
        if not compiled(_HAN).search(inside) or compiled(_VALUE).match(inside) or "，" in inside:
            return bool(self._instruction.search(inside)) and "，" not in inside
        return each.opener in "<＜" or (not each.in_title and self._kind.search(inside) is not None)

    def _is_told(self, each: Bracketed) -> bool:
        """Return whether what is named is told: a label with its text, a sentence in brackets."""
        inside, behind = each.inside, each.behind
        if compiled(_TEXT).search(inside) or (
            compiled(_VALUE).match(inside) and not self._kind.search(inside)
        ):
            return True
        if self._piece.fullmatch(inside):
            return True
        if not each.opens_clause:
            return False
        colon, words = behind[:1] in (":", "："), behind.lstrip(":： \t\u3000")
        has_text = len(words) >= LEAST_TEXT and words[0] not in _STOPS and words[0] not in PAIRS
        if colon or (words[:1].isdecimal() and inside in self.dated):
            return has_text
        return has_text and self._label.fullmatch(inside) is not None

    def _is_name(self, each: Bracketed) -> bool:
        inside, behind = each.inside, each.behind
        if compiled(_NAME).match(inside):
            return True
        if self._kind.search(inside):
            return False
        quoted = each.before in ("“", "‘", "「", "《", "〈", "'", '"') and behind[:1] in "”’」》〉'\""
        return bool(each.before and behind and quoted) or behind.startswith(self.followers or ("\0",))

    @property
    def _kind(self) -> Pattern[str]:
        return compiled(_ended(self.kinds))

    @property
    def _label(self) -> Pattern[str]:
        return compiled(_labelled(self.labels))

    @property
    def _instruction(self) -> Pattern[str]:
        return compiled(_one_of(self.instructions))

    @property
    def _piece(self) -> Pattern[str]:
        return compiled(_counted(self.pieces))


@lru_cache(maxsize=8)
def _one_of(words: tuple[str, ...]) -> str:
    """Write a pattern of some words; of none it is one that matches nothing."""
    return f"(?:{alternatives(words)})" if words else "(?!)"


@lru_cache(maxsize=8)
def _ended(kinds: tuple[str, ...]) -> str:
    """Write a pattern of what ends with a kind of thing (原因2, 问题二, 时间（年月）)."""
    return rf"{_one_of(kinds)}(?:之?{_NUMBER}{{1,2}}|[A-Za-z])?等?(?:[（(][^（）()]*[）)])?$"


@lru_cache(maxsize=8)
def _labelled(labels: tuple[str, ...]) -> str:
    return rf"{_one_of(labels)}(?:之?{_NUMBER}{{1,2}})?[:：]?"


@lru_cache(maxsize=8)
def _counted(pieces: tuple[str, ...]) -> str:
    """Write a pattern of 第一篇 and 范文二, with a title behind a colon or without."""
    words = _one_of(pieces)
    return rf"(?:第{_NUMBER}{{1,3}}{words}|{words}{_NUMBER}{{1,3}})(?:[:：].*)?"


def _is_gap(each: Bracketed) -> bool:
    """Return whether empty brackets are a gap to be filled: `[ ]` and 【 】 are boxes to tick, 【】 and 【　　】 are gaps."""
    width = each.range.end - each.range.start - 2
    return each.opener in "【〔［〖[" and width != 1 and (width > 1 or each.opener != "[")


def _is_variable(each: Bracketed) -> bool:
    """Return whether Latin letters are the name of something to be put in: {{unit}}, ${unit}."""
    doubled = each.text.startswith("{{", each.range.start)
    return (doubled or (each.opener == "{" and each.before == "$")) and len(each.inside) <= LONGEST
