"""The names of types that modules of a check are written with, without `typing` and `re`: it needs nothing that they do.

To import these takes as long as to import ten modules of docklint, and thirty. Type checkers see the standard names;
while a program runs they are stand-ins, for annotations are never evaluated and aliases never looked into.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""Type checkers take it for true."""

if TYPE_CHECKING:
    from re import Match as Match
    from re import Pattern as Pattern
    from typing import IO as IO
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import Self as Self
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import dataclass_transform as dataclass_transform
else:

    class _Named:
        """What stands for a form of types: with arguments (`Literal["a"]`) it is whatever there is."""

        def __class_getitem__(cls, arguments: object) -> type:
            return object

    class Protocol:
        """What stands for the base of protocols."""

    class TypeVar:
        """What stands for a variable of types."""

        def __init__(self, name: str, **limits: object) -> None:
            self.__name__ = name

    Any = NoReturn = Self = TextIO = TypeAlias = object
    IO = ClassVar = Literal = Match = Pattern = _Named

    def cast(kind: object, value: object) -> object:
        """Return the value."""
        return value

    def dataclass_transform(**options: object) -> object:
        """Return what leaves a class as it is."""
        return lambda made: made
