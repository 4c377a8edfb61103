"""HTML that cannot be broken by what it shows: text is escaped unless it is `Markup`, which only `tag` makes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Union

from docklint.neutral import safe

Child = Union["Markup", str, None, Iterable["Child"]]
_VOID = frozenset({"meta", "br", "col", "input"})


class Markup(str):
    """HTML as it goes into the page."""

    __slots__ = ()


def tag(name: str, /, *children: Child, **attributes: str | int | None) -> Markup:
    """Make an element. `class_` is `class`, `aria_label` is `aria-label`; an attribute that is None is left out.

    Control characters and direction marks of text and attributes become U+FFFD.
    """
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{listed}>" + ("" if name in _VOID else f"{joined(children)}</{name}>"))


def joined(child: Child) -> Markup:
    """Put children together."""
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return text(child)
    return Markup("".join(map(joined, child or ())))


def text(words: str) -> Markup:
    """Make text, which stays text."""
    return Markup(escape(safe(words)))
