"""One `[[rule]]` of a pack as a `Rule`, and a rule with the settings of a profile or configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from re import findall, fullmatch
from string import Formatter
from typing import Any

from docklint.checks import KINDS, find
from docklint.packs.samples import sample
from docklint.packs.table import Faults, Table, shown, unknown
from docklint.rules import Check, Rule, Sample, Severity, Voice

SEVERITIES = tuple(Severity)
_ABSENT = Voice("", "", "", "")


def rule(table: Table, trusted: bool, samples: bool) -> Rule | None:
    """Read one rule; None when its check is unknown. Without `samples` it has no examples."""
    kind = table.text("check")
    check, options = _check(kind, table.table("options"), trusted)
    read = Rule(
        code=_code(table),
        name=_name(table),
        check=check or Check(),
        severity=Severity(table.choice("severity", SEVERITIES)),
        zh=_voice(table.table("zh", required=True), kind),
        en=_voice(table.table("en", required=True), kind),
        bad=tuple(_samples(table, "bad", samples)),
        good=tuple(_samples(table, "good", samples)),
        yields_to=table.words("yields-to"),
        enabled=table.flag("enabled", True),
        source=table.text("source", ""),
        kind=kind,
        options=options,
    )
    _same_variants(table, read)
    table.close()
    return read if check else None


def adjust(rule: Rule, settings: Mapping[str, Any], file: str, path: str, faults: Faults) -> Rule:
    """Give `rule` the `severity`, `enabled`, wording (`zh`, `en`) and options that `settings` name.

    This is how a profile's and a configuration's `[rules.CODE]` are read: what is wrong in them is added to
    `faults` under `path` of `file`.
    """
    table = Table(settings, file, path, faults)
    return replace(
        rule,
        severity=Severity(table.choice("severity", SEVERITIES, rule.severity)),
        enabled=table.flag("enabled", rule.enabled),
        zh=_reworded(rule.zh, table.table("zh"), rule.kind),
        en=_reworded(rule.en, table.table("en"), rule.kind),
        check=_with_options(rule.check, table),
    )


def _check(kind: str, table: Table, trusted: bool) -> tuple[Check | None, Mapping[str, Any]]:
    if kind not in KINDS:
        if kind:
            table.faults.add(table.file, _sibling(table, "check"), *unknown(kind, KINDS, "检查", "check"))
        return None, {}
    check = find(kind)
    given = {field: value for field, _, value in _options(check, table)}
    missing = [key for key, field in _fields(check).items() if field.required and field.name not in given]
    for key in missing:
        table.fault(key, "缺少这个选项", "this option is missing")
    if missing:
        return None, {}
    if trusted and any(field.name == "trusted" for field in fields(check)):  # type: ignore[arg-type]
        given["trusted"] = True
    return check(**given), dict(table.raw)


def _with_options(check: Check, table: Table) -> Check:
    given = {field: value for field, _, value in _options(type(check), table)}
    return replace(check, **given) if given else check  # type: ignore[type-var]


class _Option:
    """An option of a check: a field of its dataclass, written in TOML with `-` for `_`."""

    def __init__(self, name: str, kind: str, required: bool) -> None:
        self.name = name
        self.kind = kind
        self.required = required


def _fields(check: type[Check]) -> dict[str, _Option]:
    """Give a check's options by their TOML keys. Fields whose metadata say `option: False` are none."""
    return {
        field.name.replace("_", "-"): _Option(field.name, str(field.type), _required(field))
        for field in fields(check)  # type: ignore[arg-type]
        if field.metadata.get("option", True)
    }


def _required(field: Any) -> bool:
    from dataclasses import MISSING

    return field.default is MISSING and field.default_factory is MISSING


_KINDS: Mapping[str, tuple[tuple[type, ...], str, str]] = {
    "str": ((str,), "一段文字", "a string"),
    "int": ((int,), "一个整数", "an integer"),
    "float": ((float, int), "一个数", "a number"),
    "bool": ((bool,), "true 或 false", "true or false"),
    "tuple[str, ...]": ((list,), "一列文字", "a list of strings"),
}


def _options(check: type[Check], table: Table) -> Iterator[tuple[str, str, Any]]:
    """Yield field name, key and value of every sound option in what is left of `table`."""
    known = _fields(check)
    for key, value in table.rest().items():
        if key not in known:
            table.fault(key, *unknown(key, known, "选项", "option"))
            continue
        words = _choices(known[key].kind)
        types, zh, en = _KINDS["str" if words else known[key].kind]
        if type(value) not in types or not _strings(value):
            table.fault(key, f"应为{zh}，现在是 {shown(value)}", f"must be {en}, not {shown(value)}")
        elif words and value not in words:
            table.fault(key, *unknown(value, words, "值", "value"))
        else:
            yield known[key].name, key, tuple(value) if isinstance(value, list) else value


def _choices(kind: str) -> list[str]:
    """Give the words of a `Literal[...]`, as the annotation is written; none for another type."""
    return findall(r"[\"']([^\"']+)[\"']", kind) if kind.startswith("Literal[") else []


def _strings(value: Any) -> bool:
    return not isinstance(value, list) or all(isinstance(one, str) for one in value)


def _code(table: Table) -> str:
    code = table.text("code")
    if code and not fullmatch(r"[A-Z]{2,8}[0-9]{3}", code):
        table.fault("code", f"“{code}”不是代码：应为大写字母加三位数字", f"“{code}” is no code (AAA999)")
    return code


def _name(table: Table) -> str:
    name = table.text("name")
    if name and not fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        table.fault("name", f"“{name}”应为小写英文加连字符", f"“{name}” must be kebab-case")
    return name


def _voice(table: Table, kind: str) -> Voice:
    if not table.raw:
        return _ABSENT
    variants = table.table("variants")
    voice = Voice(
        summary=table.text("summary"),
        why=table.text("why"),
        message=table.text("message"),
        help=table.text("help"),
        variants={name: variants.text(name) for name in variants.raw},
    )
    _check_placeholders(voice, table, kind)
    table.close()
    return voice


def _reworded(voice: Voice, table: Table, kind: str) -> Voice:
    if not table.raw:
        return voice
    variants = table.table("variants")
    reworded = Voice(
        summary=table.text("summary", voice.summary),
        why=table.text("why", voice.why),
        message=table.text("message", voice.message),
        help=table.text("help", voice.help),
        variants={**voice.variants, **{name: variants.text(name) for name in variants.raw}},
    )
    _check_placeholders(reworded, table, kind)
    table.close()
    return reworded


def _check_placeholders(voice: Voice, table: Table, kind: str) -> None:
    """Note what a message asks for and a hit of this kind does not carry."""
    if kind not in KINDS:
        return
    messages = {"message": voice.message, **{f"variants.{k}": v for k, v in voice.variants.items()}}
    for key, message in messages.items():
        for wrong in _wrong_placeholders(message, KINDS[kind].values):
            table.fault(key, *_placeholder(wrong, KINDS[kind].values))


def _wrong_placeholders(message: str, known: tuple[str, ...]) -> Iterator[str]:
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        yield message
        return
    for _, name, spec, conversion in parts:
        if name is not None and (name not in known or spec or conversion):
            yield "{" + name + "}"


def _placeholder(wrong: str, known: tuple[str, ...]) -> tuple[str, str]:
    if wrong[1:-1].isidentifier():
        return unknown(wrong[1:-1], known, "占位词", "placeholder")
    return f"占位符写法不对：{shown(wrong)}", f"malformed placeholder: {shown(wrong)}"


def _samples(table: Table, key: str, wanted: bool) -> Iterator[Sample]:
    for one in table.tables(key):
        if wanted:
            yield sample(one)


def _same_variants(table: Table, rule: Rule) -> None:
    for name in sorted(set(rule.zh.variants) ^ set(rule.en.variants)):
        lang = "en" if name in rule.zh.variants else "zh"
        table.fault(f"{lang}.variants.{name}", "另一种语言有这条，这里缺少", "the other language has it")


def _sibling(table: Table, key: str) -> str:
    return f"{table.path.rpartition('.')[0]}.{key}"
