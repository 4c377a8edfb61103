"""A value as Python source, which makes it again: the finished library of a wheel is written so.

Text and numbers stand there as they are; of values, of objects whose contents are plain, and of what several of them share
there is one each. What a module makes of it at a start is made by calling, as it would be by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from types import FunctionType
from typing import Any

from docklint.values import Value

_ATOMS = (str, bytes, int, float, bool, type(None))
_SEVERAL: Mapping[type, tuple[str, str]] = {
    tuple: ("(", ",)"),
    list: ("[", "]"),
    set: ("set((", ",))"),
    frozenset: ("frozenset((", ",))"),
}


def written(value: object, name: str) -> str:
    """Return a function `name` that makes a value: one of docklint's own, or what such are made of.

    Raises `TypeError` for what cannot be written.
    """
    return _Source(value).function(value, name)


class _Source:
    """The lines of a function, which make one after the other what a later one needs."""

    def __init__(self, value: object) -> None:
        self._uses: Counter[int] = Counter()
        self._count(value)
        self._names: dict[int, str] = {}
        self._imports: dict[str, None] = {}
        self._lines: list[str] = []

    def function(self, value: object, name: str) -> str:
        """Return the function that makes the value."""
        made = self._of(value)
        body = [*self._imports, *self._lines, f"return {made}"]
        return f"def {name}():\n" + "".join(f"    {line}\n" for line in body)

    def _count(self, value: object) -> None:
        """Count from how many places each value that has an identity is reached."""
        if _is_plain(value):
            return
        self._uses[id(value)] += 1
        if self._uses[id(value)] == 1:
            for part in _parts(value):
                self._count(part)

    def _of(self, value: object) -> str:
        """Return an expression for a value."""
        if _is_plain(value):
            return repr(value)
        if id(value) not in self._names:
            text = self._made(value)
            if self._uses[id(value)] == 1 or id(value) in self._names:
                return text
            self._named(value, text)
        return self._names[id(value)]

    def _named(self, value: object, text: str) -> str:
        name = self._names[id(value)] = f"v{len(self._names)}"
        self._lines.append(f"{name} = {text}")
        return name

    def _made(self, value: Any) -> str:
        if isinstance(value, FunctionType | type):
            return self._imported(value)
        if isinstance(value, Enum):
            return f"{self._imported(type(value))}({value.value!r})"
        if isinstance(value, Value):
            return self._made_value(value)
        if type(value) is dict:
            return self._made_dict(value)
        if type(value) in _SEVERAL:
            opening, closing = _SEVERAL[type(value)]
            return opening + ", ".join(map(self._of, value)) + (closing if value else closing.lstrip(","))
        return self._made_object(value)

    def _made_dict(self, value: Mapping[Any, object]) -> str:
        pairs = (f"{self._of(key)}: {self._of(part)}" for key, part in value.items())
        return f"{{{', '.join(pairs)}}}"

    def _made_value(self, value: Value) -> str:
        """Call its class with its fields; what it derived from them is set beside these."""
        fields = ", ".join(self._of(getattr(value, name)) for name in value._fields)
        made = f"{self._imported(type(value))}({fields})"
        derived = _derived(value)
        if not derived:
            return made
        name = self._named(value, made)
        self._lines.append(f"vars({name}).update({self._made_dict(derived)})")
        return name

    def _made_object(self, value: Any) -> str:
        """Make an object without its constructor, named before what it holds is made, for that may hold it."""
        kind = self._imported(type(value))
        name = self._named(value, f"{kind}.__new__({kind})")
        setting = f"{name}.__setstate__" if hasattr(value, "__setstate__") else f"vars({name}).update"
        self._lines.append(f"{setting}({self._made_dict(value.__getstate__())})")
        return name

    def _imported(self, value: Any) -> str:
        name = f"{value.__module__.replace('.', '_')}_{value.__qualname__}"
        self._imports[f"from {value.__module__} import {value.__qualname__} as {name}"] = None
        return name


def _is_plain(value: object) -> bool:
    return type(value) in _ATOMS or (type(value) is tuple and all(map(_is_plain, value)))


def _parts(value: Any) -> Iterable[object]:
    """Return what a value consists of."""
    if isinstance(value, FunctionType | type | Enum):
        return ()
    if isinstance(value, Value):
        return (*(getattr(value, name) for name in value._fields), *_derived(value).values())
    if type(value) is dict:
        return (*value, *value.values())
    if type(value) in _SEVERAL:
        return tuple(value)
    state: dict[str, object] = value.__getstate__()
    return tuple(state.values())


def _derived(value: Value) -> dict[str, object]:
    return {name: part for name, part in vars(value).items() if name not in value._fields}
