"""`mc:AlternateContent`: which of its branches is read (ISO 29500-3, 9.3).

A choice is taken only if the namespaces it requires are known and everything in it is understood: a namespace that
Word has may still hold an element this reader knows nothing of, and then the fallback says it in older words.
"""

from __future__ import annotations

from docklint.word.labels import is_padded
from docklint.word.names import ALTERNATE, ATOMS, CHOICE, FALLBACK, STRICT, TRANSITIONAL, names_of
from docklint.word.symbols import SYM_EX, SYMBOLS, extended
from docklint.word.xml import Element, descend, has, replace_alternatives, required

_WORD = "http://schemas.microsoft.com/office/word/"
_DRAWING = "http://schemas.microsoft.com/office/drawing/"
_OPEN = "http://schemas.openxmlformats.org/"
_ISO = "http://purl.oclc.org/ooxml/"
_PLAIN = frozenset(
    (
        TRANSITIONAL,
        STRICT,
        *(f"{_OPEN}drawingml/2006/{each}" for each in ("wordprocessingDrawing", "main", "picture", "chart")),
        *(f"{_OPEN}drawingml/2006/{each}" for each in ("diagram", "lockedCanvas")),
        *(f"{_ISO}drawingml/{each}" for each in ("wordprocessingDrawing", "main", "picture", "chart")),
        *(f"{_ISO}drawingml/{each}" for each in ("diagram", "lockedCanvas")),
        f"{_OPEN}officeDocument/2006/math",
        f"{_ISO}officeDocument/math",
        f"{_OPEN}markup-compatibility/2006",
        *(f"{_WORD}2010/wordprocessing{each}" for each in ("Shape", "Group", "Canvas", "Drawing")),
        *(
            f"{_WORD}{each}"
            for each in ("2006/wordml", "2010/wordml", "2012/wordml", "2012/wordprocessingDrawing")
        ),
        f"{_DRAWING}2010/main",
        *(f"urn:schemas-microsoft-com:{each}" for each in ("vml", "office:office", "office:word", "mac:vml")),
    )
)
"""Namespaces whose elements are either read or show no text of their own, those in `_STRANGE` excepted."""
_KNOWN = _PLAIN | {
    SYMBOLS,
    f"{_WORD}2010/wordprocessingInk",
    *(
        f"{_WORD}{each}"
        for each in ("2016/wordml/cid", "2018/wordml", "2018/wordml/cex", "2023/wordml/word16du")
    ),
    *(f"{_WORD}{each}" for each in ("2020/wordml/sdtdatahash", "2024/wordml/sdtformatlock")),
    *(
        f"{_DRAWING}{each}"
        for each in ("2014/main", "2016/ink", "2016/SVG/main", "2017/model3d", "2017/decorative")
    ),
    *(f"{_DRAWING}{each}/chartex" for each in ("2014", "2015/9/8", "2015/10/21", "2016/5/9", "2016/5/10")),
    *(f"{_DRAWING}{each}/chartex" for each in ("2016/5/11", "2016/5/12", "2016/5/13", "2016/5/14")),
    "http://schemas.microsoft.com/office/mac/drawingml/2011/main",
    "http://schemas.microsoft.com/office/2019/extlst",
}
"""Namespaces that Word has: a choice that requires another was written for some other program."""
CHART = f"{{{_DRAWING}2014/chartex}}chart"
_UNDERSTOOD = frozenset({CHART})
"""Elements of other namespaces that are read."""
_STRANGE = frozenset({f"{{{_WORD}2010/wordml}}contentPart"})
"""Ink, which lies in a part of its own; the fallback holds its picture."""
_ASIDE = frozenset(f"{{{uri}}}extLst" for uri in _PLAIN)
"""Lists of extensions show nothing."""
_FORMS = {f"{{{uri}}}numFmt": f"{{{uri}}}format" for uri in (TRANSITIONAL, STRICT)}
_VALUES = {f"{{{uri}}}numFmt": f"{{{uri}}}val" for uri in (TRANSITIONAL, STRICT)}
"""Of a number format of one's own only some can be written; the fallback holds its nearest plain one."""
_NESTED = 3
"""How many alternatives inside alternatives are looked into before a choice is taken."""


def settle(root: Element) -> None:
    """Put in the place of every alternative that shows nothing itself what is read of it.

    Among properties an alternative can stand anywhere; nobody who reads them then has to know of it. One that holds
    text stays, for the atoms of all its branches count.
    """
    w = names_of(root.tag)
    if w is None or not has(root, ALTERNATE):
        return
    shows, stops = [*map(w, (*ATOMS, *_SHOWS))], w("tabs")
    branches = {each: chosen(each) for each in descend(root, ALTERNATE) if not _is_shown(each, shows, stops)}
    replace_alternatives(root, branches)


_SHOWS = ("p", "r", "drawing", "pict", "object")


def _is_shown(alternatives: Element, shows: list[str], stops: str) -> bool:
    """Return whether there is something to be seen; a tab stop, which has the name of a tab, is not."""
    if not has(alternatives, *shows):
        return False
    apart = sum(1 for tabs in descend(alternatives, stops) for _ in descend(tabs, *shows))
    return sum(1 for _ in descend(alternatives, *shows)) > apart


def chosen(alternatives: Element, nested: int = _NESTED) -> Element | None:
    """Give the branch to read, all of them hold the same: the first choice that is understood, else the fallback.

    Without a fallback a choice that is understood in part is better than nothing. None: nothing is to be read.
    """
    known = [each for each in alternatives if each.tag == CHOICE and _KNOWN.issuperset(required(each))]
    for choice in known:
        if _is_understood(choice, nested):
            return choice
    fallback = next((each for each in alternatives if each.tag == FALLBACK), None)
    return fallback if fallback is not None else next(iter(known), None)


def _is_understood(branch: Element, nested: int) -> bool:
    waiting = [branch]
    while waiting:
        for child in waiting.pop():
            if child.tag in _ASIDE:
                continue
            if child.tag == ALTERNATE:
                if nested and chosen(child, nested - 1) is None:
                    return False
            elif not _is_known(child):
                return False
            elif len(child):
                waiting.append(child)
    return True


def _is_known(element: Element) -> bool:
    tag = element.tag
    if tag == SYM_EX:
        return bool(extended(element))
    if tag in _FORMS and element.get(_VALUES[tag]) == "custom":
        return is_padded(element.get(_FORMS[tag]) or "")
    return tag in _UNDERSTOOD or (tag[1:].partition("}")[0] in _PLAIN and tag not in _STRANGE)
