"""`docklint.values` and `tuples`: immutable records, and checks that plugins write as dataclasses instead."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest

from docklint import packs
from docklint.packs.options import configured, reconfigured
from docklint.packs.table import Table
from docklint.rules import Check, Hit
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple
from docklint.values import Value, replace


class Place(Value):
    kind: ClassVar[str] = "place"
    line: int
    column: int = 1


class Named(Place):
    name: str = ""


class Alone(Value, by_identity=True):
    name: str


def test_fields_come_in_order_those_of_the_base_first() -> None:
    assert Named(3, 4, "here") == Named(line=3, column=4, name="here") == Named(3, name="here", column=4)
    assert repr(Named(3)) == "Named(line=3, column=1, name='')"
    assert Place(3).kind == "place"


@pytest.mark.parametrize("given", [((), {}), ((1, 2, 3), {}), ((1,), {"line": 1}), ((1,), {"row": 1})])
def test_a_field_missing_unknown_or_given_twice_is_an_error(given: tuple[tuple[int], dict[str, Any]]) -> None:
    values, named = given
    with pytest.raises(TypeError, match="Place"):
        Place(*values, **named)


def test_values_cannot_be_changed_only_replaced() -> None:
    place = Place(3)
    with pytest.raises(AttributeError, match="immutable"):
        place.line = 4  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        del place.line
    assert replace(place, line=4) == Place(4)
    assert place == Place(3)
    with pytest.raises(TypeError, match="row"):
        replace(place, row=1)


def test_values_are_equal_by_content_or_by_identity() -> None:
    assert Place(3, 1) == Place(3)
    assert hash(Place(3, 1)) == hash(Place(3))
    assert Place(3) != Named(3)
    assert Place(3) != Place(4)
    one, other = Alone("one"), Alone("one")
    assert one == one
    assert one != other
    assert len({one, other}) == 2


def test_values_survive_pickling() -> None:
    assert pickle.loads(pickle.dumps(Named(3, name="here"))) == Named(3, name="here")


@dataclass(frozen=True, slots=True)
class Dataclass(Check):
    word: str
    most: int = 3
    words: Mapping[str, int] = field(default_factory=dict)

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        return ()


def test_a_plugin_s_check_may_be_a_dataclass() -> None:
    faults = packs.Faults()
    check = configured(Dataclass, Table({"word": "等等"}, "pack.toml", "", faults), False)
    assert check == Dataclass("等等")
    assert check is not None
    assert reconfigured(check, Table({"most": 4}, "pack.toml", "", faults)) == Dataclass("等等", most=4)
    assert not faults.seen
    assert configured(Dataclass, Table({}, "pack.toml", "", faults), False) is None
    assert [fault.path for fault in faults.seen] == ["word"]


class Pair(NamedTuple):
    """Two, one of them named."""

    first: int
    second: int | None = None

    @property
    def total(self) -> int:
        """The sum."""
        return self.first + (self.second or 0)


def test_named_tuples_are_the_standard_ones() -> None:
    """What `typing.NamedTuple` promises of fields, defaults, methods, pickles and words."""
    pair = Pair(3, second=4)
    assert tuple(pair) == (3, 4)
    assert (tuple(Pair(3)), Pair._fields, Pair._field_defaults) == (
        (3, None),
        ("first", "second"),
        {"second": None},
    )
    assert (pair.total, repr(pair), Pair.__doc__) == (7, "Pair(first=3, second=4)", "Two, one of them named.")
    assert pickle.loads(pickle.dumps(pair)) == pair._replace(first=3)
    assert type(pickle.loads(pickle.dumps(pair))) is Pair
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        pair.first = 1  # type: ignore[misc]
