"""The words of a rule in one language, and the placeholders in its messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.checks import values
from docklint.packs.table import Table, shown, unknown
from docklint.rules import RuleText
from docklint.texts import Text

ABSENT = RuleText("", "", "", "")


def rule_text(table: Table, kind: str) -> RuleText:
    if not table.raw:
        return ABSENT
    variants, helps = table.table("variants"), table.table("helps")
    words = RuleText(
        summary=table.text("summary"),
        why=table.text("why"),
        message=table.text("message"),
        help=table.text("help"),
        variants={name: variants.text(name) for name in variants.raw},
        helps={name: helps.text(name) for name in helps.raw},
        checks=table.text("checks", ""),
    )
    messages = {"message": words.message, **{f"variants.{k}": v for k, v in words.variants.items()}}
    _check_placeholders(messages, table, kind)
    table.close()
    return words


def reworded(words: RuleText, table: Table, kind: str) -> RuleText:
    """Return `words` the words that `table` has. A new message stands for the variants that it does not name too, a
    new help for the helps: who rewords a rule means all that it says. A variant stays that does without a value
    which the new message asks for: that value is empty there.
    """
    if not table.raw:
        return words
    variants, helps = _named(table.table("variants"), words), _named(table.table("helps"), words)
    said = {"message": table.text("message")} if "message" in table.raw else {}
    _check_placeholders(
        {**said, **{f"variants.{name}": text for name, text in variants.items()}}, table, kind
    )
    message, help = said.get("message", words.message), table.text("help", words.help)
    reworded = RuleText(
        summary=table.text("summary", words.summary),
        why=table.text("why", words.why),
        message=message,
        help=help,
        variants={**(_for_all(words, message) if said else words.variants), **variants},
        helps={**(dict.fromkeys(words.helps, help) if "help" in table.raw else words.helps), **helps},
        checks=table.text("checks", words.checks),
    )
    table.close()
    return reworded


def _named(table: Table, words: RuleText) -> dict[str, str]:
    """Read messages or helps by the names of variants that the rule has; note a name that is none."""
    for name in table.raw:
        if name not in words.variants and not table.faults.full:
            table.fault(name, unknown(name, words.variants, "noun.variant"))
    return {name: table.text(name) for name in table.raw}


def _for_all(words: RuleText, message: str) -> dict[str, str]:
    asked, plain = _placeholders(message), _placeholders(words.message)
    return {
        name: old if (plain - _placeholders(old)) & asked else message for name, old in words.variants.items()
    }


def _check_placeholders(messages: Mapping[str, str], table: Table, kind: str) -> None:
    """Note what a message asks for and a hit of this kind does not carry. `messages`: by their keys in `table`."""
    known = values(kind) if kind else None
    if known is None:
        return
    for key, message in messages.items():
        for wrong in _wrong_placeholders(message, known):
            table.fault(key, _placeholder(wrong, known))


def _wrong_placeholders(message: str, known: tuple[str, ...]) -> Iterator[str]:
    parts = _parsed(message)
    if parts is None:
        yield message
    for _, name, spec, conversion in parts or ():
        if name is not None and (name not in known or spec or conversion):
            yield "{" + name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"


def _placeholders(message: str) -> set[str]:
    return {name for _, name, _, _ in _parsed(message) or () if name}


def _parsed(message: str) -> list[tuple[str, str | None, str | None, str | None]] | None:
    """Part a message at its placeholders; None if its braces do not pair."""
    # Late: what ships with docklint was looked at when it was built.
    from string import Formatter

    try:
        return list(Formatter().parse(message))
    except ValueError:
        return None


def _placeholder(wrong: str, known: tuple[str, ...]) -> Text:
    if wrong[1:-1].isidentifier():
        return unknown(wrong[1:-1], known, "noun.placeholder")
    return Text("fault.placeholder", placeholder=shown(wrong))
