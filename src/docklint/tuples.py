"""Named tuples that cost half as much to define.

`typing.NamedTuple` compiles the annotation of every field, as text, each time a module is imported, and nobody asks
for them. This one leaves them as they are written; type checkers see the standard one.
"""

from __future__ import annotations

from collections import namedtuple

from docklint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Making(type):
        """Make a named tuple of a class that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            """Take fields and defaults as `typing.NamedTuple` does, and keep what else the class says."""
            fields = space.pop("__annotations__", {})
            defaults = [space.pop(field) for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])
            made.__annotations__ = fields
            for key, value in space.items():
                setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Making, "NamedTuple", (), {})
