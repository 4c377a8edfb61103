"""The text atoms of a part, as `Piece.atom` numbers them: for whoever must find one again in a fresh parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar, cast

from docklint.word.names import ATOMS, names_of


class _Tree(Protocol):
    """An element of the reader's tree or of the writer's."""

    @property
    def tag(self) -> str: ...


T = TypeVar("T", bound=_Tree)


def atoms(root: T) -> Iterator[T]:
    """Yield the text atoms of a parsed part in document order: the n-th is the one `Piece.atom` n means.

    An atom is an element named in `ATOMS`, wherever it stands and whatever hides it; a `w:tab` that is a tab stop
    (a child of `w:tabs`) is none. `Piece.offset` counts code points into the `.text` of a `w:t` as stored.
    """
    w = names_of(root.tag)
    assert w is not None
    wanted, stops = frozenset(map(w, ATOMS)), w("tabs")
    waiting: list[Iterator[T]] = [iter([root])]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        if element.tag in wanted:
            yield element
        if element.tag != stops:
            waiting.append(iter(cast("Iterable[T]", element)))
