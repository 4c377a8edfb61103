"""Automatic numbers (ISO 29500-1, 17.9), written as the rules they follow.

1. numbering.xml: a `num` names an `abstractNum` and may override levels; `numStyleLink` leads to the
   abstractNum with that `styleLink`.
2. A paragraph's numId and level are folded independently: itself, its style, the chain below the style.
3. Counters belong to the abstractNum, not to the num, and run through one story in document order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docklint.values import Value
from docklint.word.labels import MAX_VALUE, is_padded, written, zero_padded
from docklint.word.names import Names, number, on
from docklint.word.styles import Style
from docklint.word.xml import Element

MAX_LABEL = 64
"""Code points of a label."""
LEVELS = 9


class Level(Value):
    """One level of a list. `start`: its first number. `legal`: all numbers in decimal.

    `restart`: see `lvlRestart`; None: after any higher level. `style`: the paragraph style bound to the
    level. `pattern`: a custom number format, or empty.
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    pattern: str = ""


class Num(Value):
    """A list as a paragraph names it. `counters`: whose it uses. `starts`: start overrides by level."""

    id: int
    counters: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document."""

    def __init__(self, root: Element | None, names: Names | None) -> None:
        self._abstract: dict[int, Element] = {}
        self._nums: dict[int, Element] = {}
        self._read: dict[int, Num | None] = {}
        self._style_links: dict[str, int] = {}
        if root is not None and names is not None:
            self._names = names
            self._index(root)

    def num(self, num_id: int) -> Num | None:
        """Give a list; None if it is not defined."""
        if num_id not in self._read:
            self._read[num_id] = self._num(num_id)
        return self._read[num_id]

    def place(self, num_id: int | None, ilvl: int | None, style: Style) -> tuple[Num, int] | None:
        """Fold a paragraph's own numId and level with its style's (rule 2). None: it bears no number."""
        by_style = num_id is None
        num_id = style.num_id if num_id is None else num_id
        num = self.num(num_id) if num_id else None
        if num is None:
            return None
        if ilvl is None:
            ilvl = _styled_level(num, style) if by_style else style.ilvl
        level = ilvl or 0
        return (num, level) if level in num.levels else None

    def _index(self, root: Element) -> None:
        w = self._names
        for element in root:
            if element.tag == w("abstractNum"):
                abstract_id = number(element.get(w("abstractNumId")), -1)
                self._abstract.setdefault(abstract_id, element)
                if link := _child(element, w, "styleLink"):
                    self._style_links.setdefault(link, abstract_id)
            elif element.tag == w("num"):
                self._nums.setdefault(number(element.get(w("numId")), -1), element)

    def _num(self, num_id: int) -> Num | None:
        element = self._nums.get(num_id)
        if element is None:
            return None
        abstract_id = self._followed(number(_child(element, self._names, "abstractNumId"), -1))
        if abstract_id not in self._abstract:
            return None
        levels = dict(_levels(self._abstract[abstract_id], self._names))
        starts: dict[int, int] = {}
        for ilvl, start, level in _overrides(element, self._names):
            if start is not None:
                starts[ilvl] = start
            if level is not None:
                levels[ilvl] = level
        return Num(num_id, abstract_id, levels, starts)

    def _followed(self, abstract_id: int) -> int:
        """Follow `numStyleLink` to the abstractNum with the same `styleLink`: one step, so no circle."""
        element = self._abstract.get(abstract_id)
        link = _child(element, self._names, "numStyleLink") if element is not None else None
        return self._style_links.get(link, abstract_id) if link else abstract_id


class Counters:
    """The running numbers of one story."""

    def __init__(self) -> None:
        self._values: dict[int, list[int | None]] = {}
        self._restarted: set[tuple[int, int]] = set()

    def label(self, num: Num, level: int, *, keep: bool = True) -> str:
        """Count a paragraph and give its label; `keep=False` (its mark is deleted): count nothing."""
        values = list(self._values.get(num.counters) or [None] * LEVELS)
        restarted = (num.id, level) if level in num.starts else None
        if restarted and restarted not in self._restarted:
            values[level:] = [None] * (LEVELS - level)
        for above in range(level):
            if values[above] is None:
                values[above] = _start(num, above)
        now = values[level]
        values[level] = _start(num, level) if now is None else min(now + 1, MAX_VALUE)
        for below in range(level + 1, LEVELS):
            if _restarts(num, below, level):
                values[below] = None
        if keep:
            self._values[num.counters] = values
            self._restarted |= {restarted} if restarted else set()
        return _written(num, level, values)


def _start(num: Num, level: int) -> int:
    return num.starts.get(level, num.levels.get(level, _NO_LEVEL).start)


def _restarts(num: Num, below: int, level: int) -> bool:
    """Say whether `below` begins anew after `level`, both 0-based; `lvlRestart` is 1-based, 0 means never."""
    restart = num.levels.get(below, _NO_LEVEL).restart
    return restart is None or level < restart


def _written(num: Num, level: int, values: list[int | None]) -> str:
    """Fill `lvlText`; a bullet is a mark before the text, not text."""
    own = num.levels[level]
    if own.form == "bullet":
        return ""
    label = own.text
    for at in range(level + 1):
        if f"%{at + 1}" in label:
            label = label.replace(
                f"%{at + 1}", _one(num.levels.get(at, _NO_LEVEL), values[at] or 0, own.legal)
            )
    return label.replace("\n", " ").replace("\r", " ")[:MAX_LABEL]


def _one(level: Level, value: int, legal: bool) -> str:
    if level.pattern:
        return zero_padded(value, level.pattern)
    return written(value, "decimal" if legal and level.form not in _KEPT else level.form)


_KEPT = frozenset({"none", "bullet", "decimalZero"})
"""Formats that `isLgl` leaves alone: no number, or a decimal one already."""


def _styled_level(num: Num, style: Style) -> int | None:
    """Find the level when the style gave the list: bound to this style, the chain's, bound to the giver."""
    bound = {level.style: ilvl for ilvl, level in sorted(num.levels.items(), reverse=True) if level.style}
    if style.id in bound:
        return bound[style.id]
    return style.ilvl if style.ilvl is not None else bound.get(style.numbered_by)


_NO_LEVEL = Level()


def _levels(element: Element, w: Names) -> Iterator[tuple[int, Level]]:
    for child in element:
        if child.tag == w("lvl"):
            ilvl = number(child.get(w("ilvl")), -1)
            if 0 <= ilvl < LEVELS:
                yield ilvl, _level(child, w)


def _overrides(element: Element, w: Names) -> Iterator[tuple[int, int | None, Level | None]]:
    """Yield what a num changes: level, its new start, its new definition."""
    for child in element:
        ilvl = number(child.get(w("ilvl")), -1)
        if child.tag != w("lvlOverride") or not 0 <= ilvl < LEVELS:
            continue
        start = next((_bounded(each.get(w.val)) for each in child if each.tag == w("startOverride")), None)
        yield ilvl, start, next((_level(each, w) for each in child if each.tag == w("lvl")), None)


def _level(element: Element, w: Names) -> Level:
    said: dict[str, object] = {}
    for child in element:
        if read := _LEVEL_WORDS.get(child.tag.rpartition("}")[2]):
            said.update(read(child, w))
    return Level(**said)  # type: ignore[arg-type]


def _bounded(value: str | None) -> int:
    return max(0, min(number(value), MAX_VALUE))


def _form(element: Element, w: Names) -> dict[str, object]:
    pattern = element.get(w("format")) or ""
    return {"form": element.get(w.val) or "decimal", "pattern": pattern if is_padded(pattern) else ""}


_LEVEL_WORDS: dict[str, Callable[[Element, Names], dict[str, object]]] = {
    "start": lambda e, w: {"start": _bounded(e.get(w.val))},
    "numFmt": _form,
    "lvlText": lambda e, w: {"text": e.get(w.val) or ""},
    "isLgl": lambda e, w: {"legal": on(e.get(w.val))},
    "lvlRestart": lambda e, w: {"restart": max(0, number(e.get(w.val)))},
    "pStyle": lambda e, w: {"style": e.get(w.val) or ""},
}


def _child(element: Element, w: Names, local: str) -> str | None:
    tag = w(local)
    return next((each.get(w.val) for each in element if each.tag == tag), None)
