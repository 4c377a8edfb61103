"""Rules as SARIF describes them (`reportingDescriptor`, §3.49)."""

from __future__ import annotations

from docklint.reports.entries import Entry
from docklint.rules import Rule, RuleText
from docklint.texts import Texts

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def description(rule: Rule, texts: Texts) -> Entry:
    """Describe a rule; its help stands there in both languages, this one first."""
    text_in = rule.text_in(texts.lang)
    both = (rule.zh, rule.en) if texts.lang == "zh" else (rule.en, rule.zh)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": text_in.summary},
        "fullDescription": {"text": text_in.why or text_in.summary},
        "help": {
            "text": "\n\n".join(map(_help, both)),
            "markdown": "\n\n---\n\n".join(_markdown(each) for each in both),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity.value], "enabled": rule.enabled},
        "properties": {
            "tags": [rule.code.rstrip("0123456789"), *([rule.kind] if rule.kind else [])],
            "problem.severity": _PROBLEMS[rule.severity.value],
        },
    }


_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
"""What GitHub's code scanning calls the severities."""


def _help(text_in: RuleText) -> str:
    return "\n".join(filter(None, (text_in.summary, text_in.why, text_in.help)))


def _markdown(text_in: RuleText) -> str:
    return "\n\n".join(filter(None, (f"**{text_in.summary}**", text_in.why, text_in.help)))
