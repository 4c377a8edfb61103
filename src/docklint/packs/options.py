"""Options of a rule: the fields of its check, written in TOML with `-` for `_`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import findall
from typing import Any

from docklint import patterns
from docklint.checks.broken import BrokenCheck
from docklint.packs.table import Table, shown, unknown
from docklint.rules import Check
from docklint.values import replace

_KINDS: Mapping[str, tuple[tuple[type, ...], str, str]] = {
    "str": ((str,), "一段文字", "a string"),
    "int": ((int,), "一个整数", "an integer"),
    "float": ((float, int), "一个数", "a number"),
    "bool": ((bool,), "true 或 false", "true or false"),
    "tuple[str, ...]": ((list,), "一列文字", "a list of strings"),
}


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
        table.fault(key, "缺少这个选项", "this option is missing")
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
            table.fault(key, *unknown(key, names, "选项", "option"))
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
    types, zh, en = _KINDS.get("str" if words else annotation, ((), "别的写法", "something else"))
    if type(value) not in types or not _holds_strings(value):
        table.fault(key, f"应为{zh}，现在是 {shown(value)}", f"must be {en}, not {shown(value)}")
        return False
    if words and value not in words:
        table.fault(key, *unknown(value, words, "值", "value"))
        return False
    if type(value) in (int, float) and not -MOST <= value <= MOST:
        # NaN is none of these, either.
        zh, en = f"应为 -{MOST} 到 {MOST} 之间的数", f"must be a number from -{MOST} to {MOST}"
        table.fault(key, f"{zh}，现在是 {shown(value)}", f"{en}, not {shown(value)}")
        return False
    return True


def _compile(key: str, value: str | list[str], table: Table) -> bool:
    """Say whether all of an option's regular expressions compile; note those that do not."""
    sound = True
    for number, pattern in enumerate([value] if isinstance(value, str) else value, start=1):
        if (wrong := patterns.wrong(pattern)) is not None:
            place = key if isinstance(value, str) else f"{key}[{number}]"
            zh = f"不是正确的正则表达式（第 {wrong.at} 个字符处）：{shown(pattern)}"
            table.fault(place, zh, f"no sound regular expression: {wrong.why}: {shown(pattern)}")
            sound = False
    return sound


def _choices(annotation: str) -> list[str]:
    """Return the words of a `Literal[...]`, as the annotation is written; none for another type."""
    return findall(r"[\"']([^\"']+)[\"']", annotation) if annotation.startswith("Literal[") else []


def _holds_strings(value: Any) -> bool:
    return not isinstance(value, list) or all(isinstance(one, str) for one in value)
