r"""Markdown and HTML within a line: escapes, entities, tags, links, code, comments.

What stands for another character (`\*`, `&lt;`) is that character, and no markup any more: until the lines and the
emphasis have been read it is kept apart, as a private character (`LITERAL`), which `restored` turns back.
"""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.structure.normalise.lookalikes import BREAKS, ordinary
from docklint.structure.normalise.reading import Substitution
from docklint.typed import Match

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_PRIVATE = 0x10FF00
LITERAL = {ord(sign): _PRIVATE + ord(sign) for sign in _PUNCTUATION}
_RESTORED = {private: sign for sign, private in LITERAL.items()}
_BREAKING = (
    "article|blockquote|body|br|center|div|dd|dl|dt|h[1-6]|hr|li|ol|p|section|table|tbody|td|th|thead|tr|ul"
)
_SILENT = (
    "a|abbr|b|big|bdo|bdi|cite|code|del|dfn|em|font|html|head|i|img|ins|kbd|label|mark|o:p|pre|q|s|samp|small|span"
    "|strike|strong|sub|sup|tt|u|var|wbr"
)
_ATTRIBUTES = r"""(?:\s(?:[^<>"'\n]|"[^"\n]{0,400}"|'[^'\n]{0,400}'){0,400})?"""
_INLINE = (
    r"(?P<comment><!--)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<tag></?(?i:(?P<breaking>(?:{_BREAKING})(?![\w:-]))|(?:{_SILENT})(?![\w:-])){_ATTRIBUTES}\s?/?>)"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\]))"
    r"|(?P<link>\[(?=[^\[\]\n]{1,300}(?P<target>\](?:\(TARGET(?:[ \t]+\"[^\"\n]{0,200}\")?\)))))"
)
_ADDRESS = r"(?:(?:https?://|www\.|\.{0,2}/)[^\s()<>]{1,500}|(?=[!-'*-~]{0,100}[./#:])(?:[!-'*-;=?-~]|\([!-'*-;=?-~]{0,200}\)){1,500})"
_TARGET = (
    r"(?:<[^<>\n]{0,500}>|(?=[^()\n]{0,300}[./])[^()<>\n\"]{1,300}|(?:[^\s()<>]|\([^\s()<>]{0,200}\)){0,500})"
)
_PASTED = rf"(?=[\\&<!\[])(?:{_INLINE.replace('TARGET', _ADDRESS)})"
_MARKDOWN = (
    rf"(?=[\\&<!\[`])(?:{_INLINE.replace('TARGET', _TARGET)}"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,2})(?!`)[^`\n]{1,200}(?<!`)(?P=ticks)(?!`))"
    r"|(?P<hard>\\(?=\n))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\]:?)"
    r"|(?P<label>(?m:^)\[[^\[\]^\n]{1,100}\]:[ \t]*[!-~]\S*.*)"
    r"|(?P<reference>\[(?=(?P<words>[^\[\]\n]{1,300})(?P<close>\](?:\[(?P<name>[^\[\]\n]{0,100})\])?)(?![(:]))))"
)
LONGEST_COMMENT = 2000
_SIGNS = ("\\", "&", "<", "](")


def inline(text: str, markdown: bool) -> Iterator[Substitution]:
    """Yield what stands for the markup within the lines of `text`, in order.

    Outside Markdown less is taken for markup: a link needs an address, and there is neither code nor a note.
    """
    if markdown or any(sign in text for sign in _SIGNS):
        at = 0
        for edit in _Inline(text, markdown).edits():
            if edit.start >= at:
                yield edit
                at = edit.end


def comment_end(text: str, start: int) -> int:
    """Return where a comment that has been opened before `start` ends; 0 if it does not."""
    end = text.find("-->", start, start + LONGEST_COMMENT)
    return end + len("-->") if end >= 0 else 0


def restored(text: str) -> str:
    """Turn characters that were kept apart back into themselves."""
    return text.translate(_RESTORED)


def apart(text: str) -> str:
    """Keep the punctuation of a text apart from markup."""
    return text.translate(LITERAL)


class _Inline:
    """One pass over a text. What a link ends with is due when its words have been read."""

    def __init__(self, text: str, markdown: bool) -> None:
        self._text = text
        self._pattern = _MARKDOWN if markdown else _PASTED
        self._names = _labels(text) if markdown and "]:" in text else frozenset[str]()
        self._due: Substitution | None = None
        self._broken = -1
        self._comment_end = 0

    def edits(self) -> Iterator[Substitution]:
        """Yield the edits; one may overlap the one before it and is void then."""
        for match in compiled(self._pattern).finditer(self._text):
            if match.start() < self._comment_end:
                continue
            if self._due and match.start() >= self._due.start:
                yield self._due
                self._due = None
            edit = getattr(self, f"_{match.lastgroup}")(match)
            if edit:
                yield edit
        if self._due:
            yield self._due

    def _comment(self, match: Match[str]) -> Substitution | None:
        self._comment_end = comment_end(self._text, match.end())
        whole = Substitution(
            match.start(), self._comment_end, apart(self._text[match.start() : self._comment_end])
        )
        return whole if self._comment_end else None

    def _code(self, match: Match[str]) -> Substitution:
        return Substitution(*match.span(), apart(match[0]))

    def _escape(self, match: Match[str]) -> Substitution:
        return Substitution(*match.span(), apart(match[0][1]))

    def _dropped(self, match: Match[str]) -> Substitution:
        return Substitution(*match.span())

    _hard = _note = _label = _image = _dropped

    def _entity(self, match: Match[str]) -> Substitution | None:
        # Late: a table of two thousand names that hardly any draft needs.
        from html import unescape

        meant = unescape(match[0])
        if len(meant) != 1 or meant == "\ufffd":
            return None
        return Substitution(*match.span(), "\n" if meant in BREAKS else apart(ordinary(meant)))

    def _tag(self, match: Match[str]) -> Substitution:
        """A tag that ends a line does so only within one: what stands at its edge has ended already."""
        start, end = match.span()
        if not match["breaking"]:
            return Substitution(start, end)
        before, behind = start, end
        while before > 0 and self._text[before - 1] in " \t":
            before -= 1
        while behind < len(self._text) and self._text[behind] in " \t":
            behind += 1
        at_edge = before in (0, self._broken) or self._text[before - 1] == "\n"
        if at_edge or self._text[behind : behind + 1] in ("", "\n"):
            self._broken = end if at_edge else self._broken
            return Substitution(start, end)
        self._broken = end
        return Substitution(start, end, "\n")

    def _link(self, match: Match[str]) -> Substitution:
        self._due = Substitution(*match.span("target"))
        return Substitution(*match.span())

    def _reference(self, match: Match[str]) -> Substitution | None:
        if _label(match["name"] or match["words"]) not in self._names:
            return None
        self._due = Substitution(*match.span("close"))
        return Substitution(*match.span())


def _labels(text: str) -> frozenset[str]:
    """Return the labels that a text gives addresses for."""
    defined = compiled(r"(?m)^[ \t]{0,3}\[([^\[\]^\n]{1,100})\]:[ \t]*[!-~]")
    return frozenset(_label(match[1]) for match in defined.finditer(text))


def _label(words: str) -> str:
    return " ".join(words.split()).casefold()
