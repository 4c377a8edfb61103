"""Named tuples that cost a fourth to define.

`typing.NamedTuple` compiles a constructor and the annotation of every field, as text, each time a module is imported.
This one has its constructors compiled with this module, one for each number of fields, and gives each class a copy in
which the arguments are called as its fields are. Type checkers see the standard one.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from types import FunctionType

from docklint.typed import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    made = tuple.__new__
    # fmt: off
    _CONSTRUCTORS = (
        lambda cls: made(cls, ()),
        lambda cls, a: made(cls, (a,)),
        lambda cls, a, b: made(cls, (a, b)),
        lambda cls, a, b, c: made(cls, (a, b, c)),
        lambda cls, a, b, c, d: made(cls, (a, b, c, d)),
        lambda cls, a, b, c, d, e: made(cls, (a, b, c, d, e)),
        lambda cls, a, b, c, d, e, f: made(cls, (a, b, c, d, e, f)),
        lambda cls, a, b, c, d, e, f, g: made(cls, (a, b, c, d, e, f, g)),
        lambda cls, a, b, c, d, e, f, g, h: made(cls, (a, b, c, d, e, f, g, h)),
        lambda cls, a, b, c, d, e, f, g, h, i: made(cls, (a, b, c, d, e, f, g, h, i)),
        lambda cls, a, b, c, d, e, f, g, h, i, j: made(cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k: made(cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m: made(cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t)),
        lambda cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u:
            made(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u)),
    )
    """One for each number of fields."""
    # fmt: on
    _PLACES = namedtuple("_PLACES", [f"at_{place}" for place in range(len(_CONSTRUCTORS))])
    _GETTERS = [vars(_PLACES)[name] for name in _PLACES._fields]
    """What gives the value at each place of a tuple."""

    class _Named(tuple):
        """What all of them have: the methods of `collections.namedtuple`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, **changes: Any) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            told = ", ".join(map("{}={!r}".format, self._fields, self))
            return f"{type(self).__name__}({told})"

    class _Making(type):
        """Make a named tuple of a class that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            """Take fields and defaults as `typing.NamedTuple` does, and keep what else the class says."""
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space[field] for field in fields if field in space}
            code = _CONSTRUCTORS[len(fields)].__code__.replace(
                co_varnames=("cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
            )
            constructor = FunctionType(code, globals(), "__new__", tuple(defaults.values()))
            kinds = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            getters = dict(zip(fields, _GETTERS, strict=False))
            return type(
                name, (_Named,), {**space, **kinds, **getters, "__new__": constructor, "__slots__": ()}
            )

    NamedTuple = type.__new__(_Making, "NamedTuple", (), {})
