"""Pages about rules and profiles, made from the rules and profiles themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import dumps

from docklint.neutral import safe
from docklint.profile import Profile, Slot
from docklint.reports.plain import width, wrap
from docklint.reports.sample_pairs import SamplePair, marked, pair
from docklint.reports.words import requirement_words
from docklint.rules import Rule, Severity
from docklint.texts import Texts
from docklint.values import Value

__all__ = ["ListedRule", "marked", "options", "profile_list", "profile_page", "rule_list", "rule_page"]
_WIDTH = 80
_ALIASES_SHOWN = 3


class ListedRule(Value):
    """A rule as it is in force. `shipped`: its severity as its pack has it; `runs`: whether a check looks with it."""

    rule: Rule
    shipped: Severity
    runs: bool


def rule_list(rules: Iterable[ListedRule], texts: Texts) -> Iterator[str]:
    """Yield a line for each rule: code, severity in force, name and summary."""
    for listed in rules:
        rule = listed.rule
        severity = _padded(texts(f"report.severity-{rule.severity.value}"), 8)
        off = "" if listed.runs else texts("catalogue.brackets", text=texts("catalogue.off"))
        yield f"{rule.code:<7} {severity}{rule.name:<26} {rule.text_in(texts.lang).summary}{off}\n"


def rule_page(listed: ListedRule, texts: Texts, profile: Profile | None = None) -> Iterator[str]:
    """Yield the page of one rule. `profile`: one whose demands are told, if the rule is about them."""
    rule = listed.rule
    words = rule.text_in(texts.lang)
    severity = texts("catalogue.brackets", text=texts(f"report.severity-{rule.severity.value}"))
    yield f"{rule.code} {rule.name}{severity}\n"
    yield from _block(words.summary, 0)
    yield from _in_force(listed, texts)
    examples = pair(rule)
    if examples:
        yield from _section("bad", "\n".join(examples.bad), texts)
        yield from _section("good", "\n".join(examples.good), texts)
    yield from _section("why", words.why, texts)
    yield from _section("message", "\n".join(_spoken(words.message, *words.variants.values())), texts)
    yield from _section("advice", "\n".join(_spoken(words.help, *words.helps.values())), texts)
    if profile:
        yield from _section("requirements", "\n".join(_requirements(rule, profile, texts)), texts)
    yield from _section("source", _source(rule, texts), texts)
    if rule.yields_to:
        codes = texts("general.list").join(rule.yields_to)
        yield from _section("yields", texts("catalogue.yields", codes=codes), texts)
    yield from _options_section(rule, texts)
    yield from _whole_example(examples, texts)


def _in_force(listed: ListedRule, texts: Texts) -> Iterator[str]:
    """Yield what the settings here have changed."""
    now, was = (texts(f"report.severity-{each.value}") for each in (listed.rule.severity, listed.shipped))
    if now != was:
        yield from _block(texts("catalogue.changed", now=now, was=was), 0)
    if not listed.runs:
        yield from _block(texts("catalogue.not-running"), 0)


def _spoken(*messages: str) -> Iterator[str]:
    """Yield messages as an author meets them, each once: what depends on the draft is left open."""
    yield from dict.fromkeys(re.sub(r"\{[^{}]*\}", "……", message) for message in messages)


def _options_section(rule: Rule, texts: Texts) -> Iterator[str]:
    if told := "\n".join(options(rule)):
        yield f"\n{texts('catalogue.head-options', code=rule.code)}\n"
        yield from _block(told, 2)


def _whole_example(examples: SamplePair | None, texts: Texts) -> Iterator[str]:
    if examples and examples.whole:
        yield from _section("whole", examples.whole, texts)


def options(rule: Rule) -> Iterator[str]:
    """Yield every option of a rule with its value, as `docklint.toml` would say it; long lists are left out.

    What makes it this rule and no other of its kind is nothing to set.
    """
    for name in rule.check._fields:
        if name not in (*rule.check.no_options, *rule.check.own):
            yield f"{name.replace('_', '-')} = {_toml(getattr(rule.check, name))}"


def profile_list(profiles: Iterable[Profile], texts: Texts) -> Iterator[str]:
    """Yield a line for each profile: id and title."""
    for profile in profiles:
        yield f"{profile.id:<28} {profile.title_in(texts.lang)}\n"


def profile_page(profile: Profile, texts: Texts) -> Iterator[str]:
    """Yield the page of one profile: its sections and dimensions, whether examples are demanded, and its source."""
    yield f"{profile.id}  {profile.title_in(texts.lang)}\n{texts(f'catalogue.example-{profile.example}')}\n\n"
    yield from _demands(profile, texts)
    yield from _section("source", _source(profile, texts), texts)


def _demands(profile: Profile, texts: Texts) -> Iterator[str]:
    if not profile.sections:
        yield texts("catalogue.none") + "\n"
        return
    yield texts("catalogue.sections" if profile.ordered else "catalogue.sections-free") + "\n"
    for section in profile.sections:
        yield from _slot(section, 1, profile.source, texts)


def _slot(slot: Slot, depth: int, source: str, texts: Texts) -> Iterator[str]:
    optional = "" if slot.required else texts("catalogue.brackets", text=texts("catalogue.optional"))
    yield f"{'  ' * depth}{slot.title}{optional}\n"
    if slot.aliases:
        shown = texts("general.list").join(slot.aliases[:_ALIASES_SHOWN])
        more = len(slot.aliases) > _ALIASES_SHOWN
        tail = texts("catalogue.and-more", count=len(slot.titles)) if more else ""
        yield from _block(texts("catalogue.also") + shown + tail, 2 * depth + 4)
    if slot.source:
        yield from _block(requirement_words(slot.source, source, texts), 2 * depth + 4)
    for dimension in slot.dimensions:
        yield from _slot(dimension, depth + 1, source, texts)


def _requirements(rule: Rule, profile: Profile, texts: Texts) -> Iterator[str]:
    """Yield each part that the rule looks at and whose origin the profile tells, with the sentence that asks for it."""
    level = getattr(rule.check, "level", "")
    for slot in {"section": profile.sections, "dimension": profile.dimensions}.get(level, ()):
        if slot.source:
            because = requirement_words(slot.source, profile.source, texts)
            yield texts("catalogue.requirement", title=slot.title, because=because)


def _section(key: str, text: str, texts: Texts) -> Iterator[str]:
    if text:
        yield f"\n{texts(f'catalogue.head-{key}')}\n"
        yield from _block(text, 2)


def _block(text: str, indent: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n"):
        yield from (f"{' ' * indent}{line}\n" for line in wrap(safe(paragraph), _WIDTH - indent))


def _toml(value: object) -> str:
    """Write a value as TOML; JSON is the same for texts, numbers, flags and lists of them."""
    written = dumps(value, ensure_ascii=False)
    return written if width(written) <= _WIDTH else "[…]"


def _source(told: Rule | Profile, texts: Texts) -> str:
    return (told.source_en if texts.lang == "en" else "") or told.source


def _padded(text: str, room: int) -> str:
    return text + " " * max(room - width(text), 1)
