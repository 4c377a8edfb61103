"""One `[[rule]]` of a pack as a `Rule`, and a rule with the settings of a profile or configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import fullmatch
from typing import Any

from docklint.checks import KINDS, blame, find, is_known, names
from docklint.checks.broken import BrokenCheck
from docklint.errors import PluginError
from docklint.packs.options import configured, reconfigured
from docklint.packs.rule_texts import reworded, rule_text
from docklint.packs.table import Faults, Table, unknown
from docklint.rules import Check, Rule, Sample, Severity
from docklint.texts import Text
from docklint.values import replace

SEVERITIES = tuple(Severity)


def rule(table: Table, trusted: bool, samples: bool) -> Rule | None:
    """Read one rule; None when its check cannot be made. Without `samples` it has no examples, and
    nobody looks whether its messages name values that the check has.

    `trusted`: the rule ships with docklint.
    """
    kind, options = table.text("check"), table.table("options")
    check = _check(kind, options, trusted) if kind and is_known(kind) else None
    if kind and not is_known(kind):
        table.fault("check", unknown(kind, names(), "noun.check"))
    read = Rule(
        code=_code(table),
        name=_name(table),
        check=check or Check(),
        severity=Severity(table.choice("severity", SEVERITIES)),
        zh=rule_text(table.table("zh", required=True), kind if samples else ""),
        en=rule_text(table.table("en", required=True), kind if samples else ""),
        bad=tuple(_samples(table, "bad", samples)),
        good=tuple(_samples(table, "good", samples)),
        yields_to=table.words("yields-to"),
        enabled=table.flag("enabled", True),
        source=table.text("source", ""),
        source_en=table.text("source-en", ""),
        kind=kind,
    )
    _same_variants(table, read)
    table.close()
    return read if check else None


def adjust(rule: Rule, settings: Mapping[str, Any], file: str, path: str, faults: Faults) -> Rule:
    """Return `rule` the `severity`, `enabled`, wording (`zh`, `en`) and options that `settings` name.

    This is how a profile's and a configuration's `[rules.CODE]` are read: what is wrong in them is added to
    `faults` under `path` of `file`.
    """
    table = Table(settings, file, path, faults)
    return replace(
        rule,
        severity=Severity(table.choice("severity", SEVERITIES, rule.severity)),
        enabled=table.flag("enabled", rule.enabled),
        zh=reworded(rule.zh, table.table("zh"), rule.kind),
        en=reworded(rule.en, table.table("en"), rule.kind),
        check=reconfigured(rule.check, table),
    )


def _check(kind: str, options: Table, trusted: bool) -> Check | None:
    """Make the check; that of a plugin which does not work says so when it is run."""
    try:
        return configured(find(kind), options, trusted)
    except PluginError as error:
        cause = error
    except Exception as error:
        if kind in KINDS:
            raise
        cause = blame(kind, error)
    options.rest()
    return BrokenCheck(cause)


def _code(table: Table) -> str:
    code = table.text("code")
    if code and not fullmatch(r"[A-Z]{2,8}[0-9]{3}", code):
        table.fault("code", Text("fault.not-a-code", code=code))
    return code


def _name(table: Table) -> str:
    name = table.text("name")
    if name and not fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        table.fault("name", Text("fault.not-a-name", name=name))
    return name


def _samples(table: Table, key: str, wanted: bool) -> Iterator[Sample]:
    tables = list(table.tables(key))
    if wanted:
        # Late: a check needs no examples.
        from docklint.packs.samples import sample

        yield from map(sample, tables)


def _same_variants(table: Table, rule: Rule) -> None:
    for key, zh, en in (
        ("variants", rule.zh.variants, rule.en.variants),
        ("helps", rule.zh.helps, rule.en.helps),
    ):
        for name in sorted(set(zh) ^ set(en)):
            lang = "en" if name in zh else "zh"
            table.fault(f"{lang}.{key}.{name}", Text("fault.one-language"))
