"""Options of a rule: the fields of its check's dataclass, written in TOML with `-` for `_`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, replace
from re import findall
from typing import Any

from docklint.checks.broken import Broken
from docklint.packs.table import Table, shown, unknown
from docklint.rules import Check

_KINDS: Mapping[str, tuple[tuple[type, ...], str, str]] = {
    "str": ((str,), "一段文字", "a string"),
    "int": ((int,), "一个整数", "an integer"),
    "float": ((float, int), "一个数", "a number"),
    "bool": ((bool,), "true 或 false", "true or false"),
    "tuple[str, ...]": ((list,), "一列文字", "a list of strings"),
}


def configured(kind: type[Check], table: Table, trusted: bool) -> Check | None:
    """Make a check of `kind` with the options in `table`; None when one that has no default is missing.

    A check with a field `trusted`, which no pack may set, is told whether its pack ships with docklint.
    """
    given = dict(_given(kind, table))
    missing = [
        key for key, field in _options(kind).items() if _is_required(field) and field.name not in given
    ]
    for key in missing:
        table.fault(key, "缺少这个选项", "this option is missing")
    if missing:
        return None
    return kind(**given, **({"trusted": trusted} if _is_wary(kind) else {}))


def reconfigured(check: Check, table: Table) -> Check:
    """Give `check` the options that are left in `table`."""
    if isinstance(check, Broken):
        table.rest()
        return check
    given = dict(_given(type(check), table))
    return replace(check, **given) if given else check  # type: ignore[type-var]


def _is_wary(kind: type[Check]) -> bool:
    return any(field.name == "trusted" for field in _fields(kind))


def _fields(kind: type[Check]) -> tuple[Field[Any], ...]:
    return fields(kind)  # type: ignore[arg-type]


def _options(kind: type[Check]) -> dict[str, Field[Any]]:
    """Give the options of a kind by their TOML keys. A field whose metadata say `option: False` is none."""
    return {
        field.name.replace("_", "-"): field for field in _fields(kind) if field.metadata.get("option", True)
    }


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _given(kind: type[Check], table: Table) -> Iterator[tuple[str, Any]]:
    """Yield field name and value of every sound option in what is left of `table`."""
    known = _options(kind)
    for key, value in table.rest().items():
        if key not in known:
            table.fault(key, *unknown(key, known, "选项", "option"))
        elif _is_sound(_annotation(known[key]), key, value, table):
            yield known[key].name, tuple(value) if isinstance(value, list) else value


def _annotation(field: Field[Any]) -> str:
    """Give a field's type as it is written; a plugin may do without postponed annotations."""
    written = field.type.__name__ if type(field.type) is type else str(field.type)
    return written.removeprefix("typing.")


def _is_sound(annotation: str, key: str, value: Any, table: Table) -> bool:
    words = _choices(annotation)
    types, zh, en = _KINDS.get("str" if words else annotation, ((), "别的写法", "something else"))
    if type(value) not in types or not _holds_strings(value):
        table.fault(key, f"应为{zh}，现在是 {shown(value)}", f"must be {en}, not {shown(value)}")
        return False
    if words and value not in words:
        table.fault(key, *unknown(value, words, "值", "value"))
        return False
    return True


def _choices(annotation: str) -> list[str]:
    """Give the words of a `Literal[...]`, as the annotation is written; none for another type."""
    return findall(r"[\"']([^\"']+)[\"']", annotation) if annotation.startswith("Literal[") else []


def _holds_strings(value: Any) -> bool:
    return not isinstance(value, list) or all(isinstance(one, str) for one in value)
