"""Styles: what a paragraph or run inherits, its `basedOn` chain resolved once (ISO 29500-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.patterns import compiled
from docklint.tuples import NamedTuple
from docklint.word.names import Names, number, on
from docklint.word.xml import Element, descend, has

_HEADING_NAME = r"(?i)heading ([1-9])$"
_CONTENTS_NAME = r"(?i)(toc([ ]?\d+| heading)|table of figures|index \d|index heading)$"
_BODY_LEVEL = 9


class Style(NamedTuple):
    """What a style says after its chain is folded; None where neither it nor an ancestor says anything.

    `outline`: 1-9, or 0 for body text said out loud. `num_id`, `ilvl`: its numbering; `numbered_by`: the id
    of the style in the chain that gave the `num_id`. `bold`, `vanish`: toggles. `contents`: it marks a table
    of contents.
    """

    id: str = ""
    outline: int | None = None
    num_id: int | None = None
    ilvl: int | None = None
    numbered_by: str = ""
    bold: bool | None = None
    vanish: bool | None = None
    contents: bool = False


_PLAIN = Style()


class Styles:
    """The styles of one document, resolved as they are asked for."""

    def __init__(self, root: Element | None, names: Names | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default_paragraph = ""
        self.default_bold = self.default_vanish = False
        self.hides = root is not None and names is not None and has(root, names("vanish"))
        if root is not None and names is not None:
            self._names = names
            self._index(root, names)

    def paragraph(self, style_id: str | None) -> Style:
        """Give a paragraph's style; without one, or with one unknown, the default paragraph style."""
        if style_id is None or style_id not in self._by_id:
            style_id = self._default_paragraph
        return self._style(style_id)

    def run(self, style_id: str) -> Style:
        """Give a character style."""
        return self._style(style_id)

    def _index(self, root: Element, names: Names) -> None:
        for element in root:
            if element.tag == names("style"):
                style_id = element.get(names("styleId")) or ""
                self._by_id.setdefault(style_id, element)
                if element.get(names.type) == "paragraph" and _is_default(element, names):
                    self._default_paragraph = style_id
            elif element.tag == names("docDefaults"):
                self.default_bold = any(_toggles(element, names, "b"))
                self.default_vanish = any(_toggles(element, names, "vanish"))

    def _style(self, style_id: str) -> Style:
        """Climb to an ancestor already known, the chain's end or its own tail; then fold on the way down."""
        chain: dict[str, None] = {}
        at = style_id
        while at in self._by_id and at not in self._resolved and at not in chain:
            chain[at] = None
            at = _value(self._by_id[at], self._names, "basedOn") or ""
        style = self._resolved.get(at, _PLAIN)
        for each in reversed(chain):
            style = self._resolved[each] = _fold(each, self._by_id[each], style, self._names)
        return style


def _fold(style_id: str, element: Element, base: Style, names: Names) -> Style:
    """Lay a style's own words over what it inherits."""
    said: dict[str, object] = {"id": style_id}
    if name := _value(element, names, "name"):
        said.update(_by_name(name))
    for child in element:
        if child.tag == names.p_pr:
            said.update(_paragraph_words(child, style_id, names))
        elif child.tag == names.r_pr:
            said.update(_run_words(child, names))
    return base._replace(**said)  # type: ignore[arg-type]


def _by_name(name: str) -> Iterator[tuple[str, object]]:
    """Read a built-in name: English in every language of Word and WPS, and enough without an `outlineLvl`."""
    if found := compiled(_HEADING_NAME).match(name):
        yield "outline", int(found[1])
    if compiled(_CONTENTS_NAME).match(name):
        yield "contents", True


def _paragraph_words(p_pr: Element, style_id: str, names: Names) -> Iterator[tuple[str, object]]:
    for child in p_pr:
        if child.tag == names("outlineLvl"):
            yield "outline", outline(child.get(names.val))
        elif child.tag == names("numPr"):
            num_id, ilvl = numbering(child, names)
            if num_id is not None:
                yield "num_id", num_id
                yield "numbered_by", style_id
            if ilvl is not None:
                yield "ilvl", ilvl


def _run_words(r_pr: Element, names: Names) -> Iterator[tuple[str, object]]:
    for child in r_pr:
        if child.tag == names("b"):
            yield "bold", on(child.get(names.val))
        elif child.tag == names("vanish"):
            yield "vanish", on(child.get(names.val))


def outline(value: str | None) -> int:
    """Read `w:outlineLvl` (0-8; 9 is body text) as 1-9, or 0 for body text."""
    level = number(value, _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def numbering(num_pr: Element, names: Names) -> tuple[int | None, int | None]:
    """Read `w:numPr` as (numId, ilvl), None for what it does not say."""
    num_id = ilvl = None
    for child in num_pr:
        if child.tag == names("numId"):
            num_id = number(child.get(names.val))
        elif child.tag == names("ilvl"):
            ilvl = number(child.get(names.val))
    return num_id, ilvl


def _value(element: Element, names: Names, local: str) -> str | None:
    tag = names(local)
    return next((child.get(names.val) for child in element if child.tag == tag), None)


def _is_default(element: Element, names: Names) -> bool:
    default = element.get(names("default"))
    return default is not None and on(default)


def _toggles(element: Element, names: Names, local: str) -> Iterator[bool]:
    """Find a toggle anywhere below."""
    return (True for found in descend(element, names(local)) if on(found.get(names.val)))
