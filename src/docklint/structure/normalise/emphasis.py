"""Emphasis: stars and underscores that are markup, told from those that stand for words taken out.

CommonMark's own rules are no help: by them 中共*局党组、*局 is one emphasis, and two redactions would be lost. So a
pair is emphasis only where it can hardly be anything else; in doubt the sign stands for something taken out.
"""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.structure.normalise.reading import Reading, Substitution, edited, through
from docklint.tuples import NamedTuple
from docklint.typed import Match

_ORDINAL = (
    r"[第其]?[一二三四五六七八九十]{1,3}(?:部分|[、，：.．是要])|其[一二三四五六七八九十]|[㈠-㈩㊀-㊉①-⒛]"
    r"|[（(〈﹝\[【〔](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)〉﹞\]】〕]|[0-9]{1,2}(?:[.．](?![0-9])|[、)）])"
)
_BULLET = r"\s*(?:[-*+•]\s+)?"
_STRONG = r"(?<!\*)(\*{2,3})(?![\s*])((?:[^*\n]|\*(?!\*)){1,400}?)(?<![\s*])(\*{2,3})(?!\*)"
_UNDERSCORED = r"(?<!_)(__?)(?![\s_])([^_\n]{1,200}?)(?<!\s)(__?)(?!_)"
_SINGLE = r"(?<!\*)(\*)(?![\s*])([^*\n]{1,100}?)(?<!\s)(\*)(?!\*)"
_LOOK_BACK = 100
_STOPS = "。；：！？"
_NEVER_FIRST = "*_、，。；：！？）”"
_NEVER_LAST = "（“、，；"
_BORDERS = ("，。；：、（“", "，。；：、！？）”")
"""What may stand before the first and behind the last of two single stars, line ends and blanks apart."""


class Redacted(NamedTuple):
    """Characters beside which a name may have been taken out."""

    before: str = ""
    """What leads to a name: 在, 对."""
    behind: str = ""
    """What a name goes on with: 局, 县, 年."""


def emphasis(text: str, markdown: bool, redacted: Redacted) -> Reading | None:
    """Return `text` without the signs of emphasis; None if it has none."""
    reading: Reading | None = None
    judges: tuple[tuple[str, str, type[_Pair]], ...] = _IN_MARKDOWN if markdown else _PASTED
    for sign, pattern, pair in judges:
        edits = list(_signs(text, pattern, pair, redacted)) if sign in text else []
        if edits:
            reading = through(reading, edited(text, edits))
            text = reading.text
    return reading


def _signs(text: str, pattern: str, pair: type[_Pair], redacted: Redacted) -> Iterator[Substitution]:
    search, at = compiled(pattern).search, 0
    while match := search(text, at):
        if pair(match).is_markup(redacted):
            yield Substitution(*match.span(1))
            if pair is _StrongPair:
                yield from _within(match)
            yield Substitution(*match.span(3))
            at = match.end()
        else:  # what was no last sign may be a first one
            at = match.start(3)


def _within(match: Match[str]) -> Iterator[Substitution]:
    """Within strong emphasis a pair of single stars is emphasis, wherever it stands."""
    for pair in compiled(_SINGLE).finditer(match.string, *match.span(2)):
        yield Substitution(*pair.span(1))
        yield Substitution(*pair.span(3))


class _Pair:
    """Two signs of a line, and what stands before, within and behind them."""

    def __init__(self, match: Match[str]) -> None:
        text, start, end = match.string, match.start(), match.end()
        self.within = match[2]
        self.before = _line_before(text, start)
        self.behind = text[end : end + 2].partition("\n")[0]

    def is_markup(self, redacted: Redacted) -> bool:
        """Return whether the two are emphasis."""
        raise NotImplementedError

    def is_ordinal(self) -> bool:
        """Return whether nothing but an ordinal stands between the two."""
        return compiled(_ORDINAL).fullmatch(self.within.strip("_")) is not None

    def opens_ordinal(self) -> bool:
        """Return whether what stands between the two begins with an ordinal."""
        return compiled(_ORDINAL).match(self.within) is not None

    def opens_line(self) -> bool:
        """Return whether nothing but a bullet or an ordinal stands before the first."""
        return compiled(f"{_BULLET}(?:{_ORDINAL})?\\s*").fullmatch(self.before) is not None


def _line_before(text: str, end: int) -> str:
    """Return the line up to `end`; of a long one its last part, behind a sign that opens no line."""
    nearest = max(end - _LOOK_BACK, 0)
    start = text.rfind("\n", nearest, end)
    return text[start + 1 : end] if start >= 0 or not nearest else "…" + text[nearest:end]


class _StrongPair(_Pair):
    """`**` in Markdown."""

    def is_markup(self, redacted: Redacted) -> bool:
        if self.is_ordinal():
            return True
        if self.within[0] in _NEVER_FIRST.replace("_", "") or self.before[-1:].isdigit():
            return False
        return self.within[-1] not in _NEVER_LAST or self._leads_in(redacted)

    def _leads_in(self, redacted: Redacted) -> bool:
        """Return whether a phrase that ends in a comma opens a sentence (首先，) and is no list of names taken out."""
        opens = self.before.strip()[-1:] in ("", *_STOPS)
        return opens and self.within[-1] in "，、；" and self.within[0] not in redacted.behind


class _UnderscoredPair(_Pair):
    """`_` and `__` in Markdown."""

    def is_markup(self, redacted: Redacted) -> bool:
        if self.before[-1:].isalnum():
            return False
        if not self.behind[:1].isalnum() or self.is_ordinal():
            return True
        return not self.before.strip() and self.opens_ordinal()


class _SinglePair(_Pair):
    """`*` in Markdown."""

    def is_markup(self, redacted: Redacted) -> bool:
        before, behind = self.before[-1:], self.behind[:1]
        if self.is_ordinal():
            return not before.isalnum()
        if (
            self.within[0] in _NEVER_FIRST + redacted.behind
            or self.within[-1] in _NEVER_LAST + redacted.before
        ):
            return False
        if before in _BORDERS[0] or before.isspace():
            ends = behind in _BORDERS[1] or behind.isspace()
            return ends or not self.before.strip() or self.opens_ordinal()
        return self.opens_line()


class _PastedPair(_Pair):
    """`**` in other text: markup where the first half opens a line or item and the second ends a phrase."""

    def is_markup(self, redacted: Redacted) -> bool:
        if self.is_ordinal():
            return True
        if self.within[-1] in "（“" or "*" in self.within:
            return False
        behind = self.behind.strip()
        ends = behind[:1] in ("", *"：:。")
        if self.opens_line():
            goes_on = behind[:1] in "；，" or behind[1:2] == "是"
            return ends or (goes_on and not self.before.strip() and self.opens_ordinal())
        return ends and self._opens_item()

    def _opens_item(self) -> bool:
        last = max(self.before.rfind(stop) for stop in _STOPS)
        item = self.before[last + 1 :]
        return last >= 0 and (
            self.opens_ordinal() if not item else compiled(_ORDINAL).fullmatch(item) is not None
        )


_IN_MARKDOWN: tuple[tuple[str, str, type[_Pair]], ...] = (
    ("**", _STRONG, _StrongPair),
    ("_", _UNDERSCORED, _UnderscoredPair),
    ("*", _SINGLE, _SinglePair),
)
_PASTED: tuple[tuple[str, str, type[_Pair]], ...] = (("**", _STRONG, _PastedPair),)
