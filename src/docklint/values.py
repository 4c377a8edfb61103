"""Values: immutable records that cost nothing to define.

A frozen dataclass writes six methods as source text and has them compiled each time its module is imported,
a third of a millisecond for every class. docklint has some fifty, and a check of one draft takes not much longer
than defining them would. `Value` does the same with one constructor for all; type checkers treat its subclasses
as frozen dataclasses. Records of which a draft has hundreds are named tuples (`docklint.tuples`): one is made in a
third of the time.
"""

from __future__ import annotations

from collections.abc import Mapping

from docklint.typed import Any, ClassVar, NoReturn, Self, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A record whose fields are its annotations, in order, those of its bases first.

    What the class assigns to a field is its default, shared by all. Values of one class
    are equal when their fields are, unless the class says `by_identity=True`. Raises `TypeError` for a field
    that is missing, unknown or given twice, and `AttributeError` when a field is assigned.
    """

    _fields: ClassVar[Mapping[str, object]] = {}
    """The fields in the order of the constructor, each with its annotation as it is written."""
    _required: ClassVar[frozenset[str]] = frozenset()
    """The fields that have no default."""

    def __init_subclass__(cls, *, by_identity: bool = False) -> None:
        """Collect the fields."""
        super().__init_subclass__()
        own = {name: kind for name, kind in cls.__annotations__.items() if "ClassVar" not in str(kind)}
        new = own.keys() - cls._fields.keys()
        cls._fields = {**cls._fields, **own}
        # Not by asking for each: the error for what is not there is put into words before it is passed over.
        cls._required = cls._required.union(new).difference(vars(cls))
        if by_identity:
            cls.__eq__ = object.__eq__  # type: ignore[method-assign]
            cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take the fields in order, by name, or some one way and some the other."""
        if not named and len(values) == len(self._fields):
            # Set as a whole: reading from a dictionary that was asked for and then filled takes four times as long.
            object.__setattr__(self, "__dict__", dict(zip(self._fields, values, strict=False)))
            return
        if values:
            given = dict(zip(self._fields, values, strict=False))
            if len(given) < len(values) or not given.keys().isdisjoint(named):
                raise TypeError(f"{type(self).__name__} takes {', '.join(self._fields)}, each once")
            named = {**given, **named}
        if not self._required <= named.keys() <= self._fields.keys():
            self._complain(named)
        object.__setattr__(self, "__dict__", named)

    def _complain(self, named: Mapping[str, Any]) -> NoReturn:
        """Name the fields that are missing, and those that nobody knows."""
        wrong = [name for name in named if name not in self._fields]
        wrong += [name for name in self._fields if name in self._required and name not in named]
        raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(wrong)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable; use docklint.values.replace")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._contents() == other._contents()

    def __hash__(self) -> int:
        return hash(self._contents())

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({fields})"

    def __replace__(self, **changes: Any) -> Self:
        """Return a copy in which some fields differ."""
        return type(self)(**{**{name: getattr(self, name) for name in self._fields}, **changes})

    def _contents(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._fields])


V = TypeVar("V", bound=Value)


def replace(value: V, **changes: Any) -> V:
    """Return a copy of a value in which some fields differ."""
    return value.__replace__(**changes)


def as_dict(value: Value) -> dict[str, Any]:
    """Return a value's fields, in order, by name."""
    return {name: getattr(value, name) for name in value._fields}
