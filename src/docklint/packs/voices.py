"""The words of a rule in one language, and the placeholders in its messages."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.checks import values
from docklint.packs.table import Table, shown, unknown
from docklint.rules import Voice

ABSENT = Voice("", "", "", "")


def voice(table: Table, kind: str) -> Voice:
    if not table.raw:
        return ABSENT
    variants, helps = table.table("variants"), table.table("helps")
    voice = Voice(
        summary=table.text("summary"),
        why=table.text("why"),
        message=table.text("message"),
        help=table.text("help"),
        variants={name: variants.text(name) for name in variants.raw},
        helps={name: helps.text(name) for name in helps.raw},
    )
    _check_placeholders(voice, table, kind)
    table.close()
    return voice


def reworded(voice: Voice, table: Table, kind: str) -> Voice:
    if not table.raw:
        return voice
    variants, helps = table.table("variants"), table.table("helps")
    reworded = Voice(
        summary=table.text("summary", voice.summary),
        why=table.text("why", voice.why),
        message=table.text("message", voice.message),
        help=table.text("help", voice.help),
        variants={**voice.variants, **{name: variants.text(name) for name in variants.raw}},
        helps={**voice.helps, **{name: helps.text(name) for name in helps.raw}},
    )
    _check_placeholders(reworded, table, kind)
    table.close()
    return reworded


def _check_placeholders(voice: Voice, table: Table, kind: str) -> None:
    """Note what a message asks for and a hit of this kind does not carry."""
    known = values(kind) if kind else None
    if known is None:
        return
    messages = {"message": voice.message, **{f"variants.{k}": v for k, v in voice.variants.items()}}
    for key, message in messages.items():
        for wrong in _wrong_placeholders(message, known):
            table.fault(key, *_placeholder(wrong, known))


def _wrong_placeholders(message: str, known: tuple[str, ...]) -> Iterator[str]:
    # Late: what ships with docklint was looked at when it was built.
    from string import Formatter

    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        yield message
        return
    for _, name, spec, conversion in parts:
        if name is not None and (name not in known or spec or conversion):
            yield "{" + name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}"


def _placeholder(wrong: str, known: tuple[str, ...]) -> tuple[str, str]:
    if wrong[1:-1].isidentifier():
        return unknown(wrong[1:-1], known, "占位词", "placeholder")
    return f"占位符写法不对：{shown(wrong)}", f"malformed placeholder: {shown(wrong)}"
