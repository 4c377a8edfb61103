"""Options of a rule: the fields of its check, written in TOML with `-` for `_`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import findall
from typing import Any

from docklint import patterns
from docklint.checks.broken import BrokenCheck
from docklint.packs.table import Table, shown, unknown
from docklint.rules import Check
from docklint.texts import Text
from docklint.values import replace

_KINDS: Mapping[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "type.text"),
    "int": ((int,), "type.integer"),
    "float": ((float, int), "type.number"),
    "bool": ((bool,), "type.flag"),
    "tuple[str, ...]": ((list,), "type.texts"),
}
"""What a field's annotation takes, and the key of what that is called."""


MOST = 10**9
"""The largest number an option may be: far beyond any sense, and small enough to reckon with and to print."""


def configured(kind: type[Check], table: Table, trusted: bool) -> Check | None:
    """Make a check of `kind` with the options in `table`; None when one that has no default is missing.

    A check with a field `trusted`, which no pack may set, is told whether its pack ships with docklint.
    """
    given = dict(_given(kind, table, trusted))
    missing = [key for key, name in _options(kind).items() if name not in given and _is_required(kind, name)]
    for key in missing:
        # One that is there and wrong has its fault.
        if key in table.raw:
            continue
        table.fault(key, Text("fault.option-missing"))
    if missing:
        return None
    return kind(**given, **({"trusted": trusted} if "trusted" in kind._fields else {}))


def reconfigured(check: Check, table: Table) -> Check:
    """Return `check` the options that are left in `table`; it is no longer as it shipped."""
    if isinstance(check, BrokenCheck):
        table.rest()
        return check
    given = dict(_given(type(check), table, trusted=False))
    if given and "trusted" in type(check).no_options:
        given["trusted"] = False
    return replace(check, **given) if given else check


def _options(kind: type[Check]) -> dict[str, str]:
    """Return the fields that are options, by their TOML keys."""
    return {name.replace("_", "-"): name for name in kind._fields if name not in kind.no_options}


def _is_required(kind: type[Check], name: str) -> bool:
    """Return whether a field has no default; a plugin's check may be a dataclass, which keeps its defaults apart."""
    field = getattr(kind, "__dataclass_fields__", {}).get(name)
    if field is None:
        return not hasattr(kind, name)
    from dataclasses import MISSING

    return field.default is MISSING and field.default_factory is MISSING


def _given(kind: type[Check], table: Table, trusted: bool) -> Iterator[tuple[str, Any]]:
    """Yield field name and value of every sound option in what is left of `table`."""
    regexes = () if trusted else getattr(kind, "regexes", ())
    known = _options(kind)
    # What a profile or configuration may say of any rule was asked for before and can be meant as well.
    names = (*known, *table.asked)
    for key, value in table.rest().items():
        if table.faults.full:
            return
        if key not in known:
            table.fault(key, unknown(key, names, "noun.option"))
        elif _is_sound(_annotation(kind, known[key]), key, value, table) and (
            known[key] not in regexes or _compile(key, value, table)
        ):
            yield known[key], tuple(value) if isinstance(value, list) else value


def _annotation(kind: type[Check], name: str) -> str:
    """Return a field's type as it is written; a plugin may do without postponed annotations."""
    written = kind._fields[name]
    plain = written.__name__ if type(written) is type else str(written)
    return plain.removeprefix("typing.")


def _is_sound(annotation: str, key: str, value: Any, table: Table) -> bool:
    words = _choices(annotation)
    types, called = _KINDS.get("str" if words else annotation, ((), "type.other"))
    if type(value) not in types or not _holds_strings(value):
        table.fault(key, Text("fault.type", type=Text(called), value=shown(value)))
        return False
    if words and value not in words:
        table.fault(key, unknown(value, words, "noun.value"))
        return False
    if type(value) in (int, float) and not -MOST <= value <= MOST:
        # NaN is none of these, either.
        between = Text("type.number-between", most=MOST)
        table.fault(key, Text("fault.type", type=between, value=shown(value)))
        return False
    return True


def _compile(key: str, value: str | list[str], table: Table) -> bool:
    """Say whether all of an option's regular expressions compile; note those that do not."""
    sound = True
    for number, pattern in enumerate([value] if isinstance(value, str) else value, start=1):
        if (wrong := patterns.wrong(pattern)) is not None:
            place = key if isinstance(value, str) else f"{key}[{number}]"
            table.fault(place, Text("fault.regex", at=wrong.at, english=wrong.why, pattern=shown(pattern)))
            sound = False
    return sound


def _choices(annotation: str) -> list[str]:
    """Return the words of a `Literal[...]`, as the annotation is written; none for another type."""
    return findall(r"[\"']([^\"']+)[\"']", annotation) if annotation.startswith("Literal[") else []


def _holds_strings(value: Any) -> bool:
    return not isinstance(value, list) or all(isinstance(one, str) for one in value)
