"""Rules and profiles as JSON, version 1: what `rules`, `explain`, `profiles` and `profiles show` tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docklint.profile import Profile, Slot
from docklint.reports.catalogue import ListedRule
from docklint.reports.encoding import encode
from docklint.reports.json import SCHEMA_VERSION
from docklint.rules import Rule, Sample
from docklint.texts import Texts

Entry = dict[str, Any]


def rules_json(rules: Iterable[ListedRule], texts: Texts, examples: bool = False) -> Iterator[str]:
    """Yield the JSON of rules, one a line. `examples`: with their examples."""
    return _listed("rules", (_rule(each, texts, examples) for each in rules))


def profiles_json(profiles: Iterable[Profile], texts: Texts) -> Iterator[str]:
    """Yield the JSON of profiles, one a line."""
    return _listed("profiles", (_profile(each, texts) for each in profiles))


def _listed(key: str, entries: Iterable[Entry]) -> Iterator[str]:
    between = "\n"
    yield f'{{"schema_version": {SCHEMA_VERSION}, "{key}": ['
    for entry in entries:
        yield between + encode(entry)
        between = ",\n"
    yield "\n]}\n"


def _rule(listed: ListedRule, texts: Texts, examples: bool) -> Entry:
    rule = listed.rule
    words = rule.text_in(texts.lang)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "default_severity": listed.shipped.value,
        "runs": listed.runs,
        "summary": words.summary,
        "checks": words.checks,
        "why": words.why,
        "message": words.message,
        "variants": dict(words.variants),
        "help": words.help,
        "helps": dict(words.helps),
        "options": _options(rule),
        "yields_to": list(rule.yields_to),
        "source": _source(rule, texts),
        **(
            {"examples": {"bad": [*map(_sample, rule.bad)], "good": [*map(_sample, rule.good)]}}
            if examples
            else {}
        ),
    }


def _options(rule: Rule) -> Entry:
    fields = (name for name in rule.check._fields if name not in rule.check.no_options)
    return {name.replace("_", "-"): getattr(rule.check, name) for name in fields}


def _sample(sample: Sample) -> Entry:
    """Return an example; `places`: what must be pointed at, as offsets (code points) into its text, end exclusive."""
    return {"text": sample.text, "profile": sample.profile, "places": [list(span) for span in sample.spans]}


def _profile(profile: Profile, texts: Texts) -> Entry:
    return {
        "id": profile.id,
        "title": profile.title_in(texts.lang),
        "audience": profile.audience,
        "example": profile.example,
        "ordered": profile.ordered,
        "source": _source(profile, texts),
        "sections": [_slot(each) for each in profile.sections],
    }


def _slot(slot: Slot) -> Entry:
    return {
        "role": slot.role,
        "title": slot.title,
        "aliases": list(slot.aliases),
        "required": slot.required,
        "source": slot.source,
        "dimensions": [_slot(each) for each in slot.dimensions],
    }


def _source(told: Rule | Profile, texts: Texts) -> str:
    return (told.source_en if texts.lang == "en" else "") or told.source
