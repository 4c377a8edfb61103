"""The names of WordprocessingML, in its two namespaces: transitional, and ISO 29500 Strict."""

from __future__ import annotations

from functools import cache

from docklint.typed import TypeVar

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PARA_ID = WORD_2010 + "paraId"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ALTERNATE = COMPATIBILITY + "AlternateContent"
CHOICE = COMPATIBILITY + "Choice"
FALLBACK = COMPATIBILITY + "Fallback"
REQUIRES = "Requires"
BOUND = "{docklint}bound"
"""The attribute in which the standard parser leaves what the prefixes of `Requires` are bound to."""

ATOMS = ("t", "delText", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen")
"""The text atoms. `Piece.atom` counts, from 0 and in document order, the elements of a part that have one of
these names, whatever hides them, except the `w:tab` of `w:tabs` (a tab stop is no text). See
`atoms.atoms`."""

T = TypeVar("T")


class Names:
    """The tags and attributes of one of the two namespaces, ready to compare with."""

    def __init__(self, uri: str) -> None:
        self._prefix = "{" + uri + "}"
        self.val = self("val")
        self.id = self("id")
        self.type = self("type")
        self.p = self("p")
        self.r = self("r")
        self.t = self("t")
        self.p_pr = self("pPr")
        self.r_pr = self("rPr")
        self.r_style = self("rStyle")
        self.b = self("b")
        self.vanish = self("vanish")
        self.num_pr = self("numPr")

    def __call__(self, local: str) -> str:
        """Give the full tag or attribute name of a local one."""
        return self._prefix + local

    def table(self, by_local: dict[str, T]) -> dict[str, T]:
        """Turn a table by local names into one by full tags."""
        return {self._prefix + local: value for local, value in by_local.items()}


@cache
def names(uri: str) -> Names:
    """Give the names of one namespace."""
    return Names(uri)


def names_of(tag: str) -> Names | None:
    """Give the names of the namespace a root's tag is in; None if it is no WordprocessingML."""
    uri = tag[1:].partition("}")[0]
    return names(uri) if uri in (TRANSITIONAL, STRICT) else None


def number(value: str | None, default: int = 0) -> int:
    """Read an integer attribute; anything else, and what no Word could mean, is the default."""
    if value is None or len(value) > 12:
        return default
    try:
        return int(value)
    except ValueError:
        return default


def on(value: str | None) -> bool:
    """Read `w:val` of a toggle such as `w:b`: absent means on (ISO 29500-1, 17.17.4)."""
    return value is None or value.strip().lower() not in ("0", "false", "off", "none")
