"""The generated part of `docs/`: `python -m tools.docs` writes it anew, `--check` says whether it is stale.

A page a rule, their index, a page of all profiles and the reference of every JSON output. What is written by
hand stands beside them and is never touched.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import getdoc
from pathlib import Path
from typing import Any

from docklint import packs
from docklint.checks import KINDS, find
from docklint.profile import Profile, Slot
from docklint.reports.catalogue import marked, options
from docklint.rules import Check, Rule, RuleText, Sample
from docklint.texts import load
from tools.check import ROOT

DOCS = ROOT / "docs"
SCHEMAS = ROOT / "src" / "docklint" / "schemas"
NOTE = "<!-- Made by `python -m tools.docs`; change the rule, profile or schema instead. -->\n"
_HEADS = {
    "zh": ("为什么", "怎么改", "提示原文", "不好的例子", "好的例子"),
    "en": ("Why", "What to do", "Message", "Bad example", "Good example"),
}


def pages() -> dict[Path, str]:
    """Return every generated page by its path below `docs/`."""
    library = packs.load(samples=True)
    made = {Path("rules", f"{rule.code}.md"): _rule(rule) for rule in library.rules.values()}
    made[Path("rules", "index.md")] = _index(library.rules.values())
    made[Path("checks-reference.md")] = _kinds(library.rules.values())
    made[Path("profiles-reference.md")] = _profiles(library.profiles.values())
    made[Path("json.md")] = _json(sorted(SCHEMAS.glob("*.json")))
    return made


def stale(made: Mapping[Path, str]) -> list[str]:
    """Name the pages that are missing, differ, or belong to a rule that is gone."""
    wrong = [str(path) for path, text in made.items() if _written(DOCS / path) != text]
    gone = [path for path in DOCS.glob("rules/*.md") if path.relative_to(DOCS) not in made]
    return [*wrong, *(str(path.relative_to(DOCS)) for path in gone)]


def _written(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _rule(rule: Rule) -> str:
    return "\n".join(_rule_lines(rule)) + "\n"


def _rule_lines(rule: Rule) -> Iterator[str]:
    yield NOTE
    yield f"# {rule.code} {rule.name}\n"
    state = "" if rule.enabled else " · 默认不启用 off by default"
    yield f"`{rule.severity}`{state}\n"
    for lang in ("zh", "en"):
        yield from _rule_text(rule.text_in(lang), lang)
    for at, samples in ((3, rule.bad), (4, rule.good)):
        for sample in samples[:2]:
            yield f"## {_HEADS['zh'][at]} {_HEADS['en'][at]}\n"
            yield from _sample(sample)
    if shown := list(options(rule)):
        table = "\n".join((f"[rules.{rule.code}]", *(line for line in shown if "[…]" not in line)))
        kind = f"[`{rule.kind}`](../checks-reference.md#{rule.kind})"
        yield f"## 选项 Options\n\n{kind}\n\n```toml\n{table}\n```\n"
    if rule.yields_to:
        links = "、".join(f"[{code}]({code}.md)" for code in rule.yields_to)
        yield f"## 让位于 Yields to\n\n{links}\n"
    if rule.source:
        yield f"## 依据 Source\n\n{_source(rule)}\n"


def _rule_text(words: RuleText, lang: str) -> Iterator[str]:
    why, advice, message, *_ = _HEADS[lang]
    colon = "：" if lang == "zh" else ": "
    yield f"**{_plain(words.summary)}**\n"
    yield f"- {why}{colon}{_plain(words.why)}"
    yield f"- {message}{colon}`{words.message}`"
    yield from (f"    - `variants.{name}`{colon}`{text}`" for name, text in words.variants.items())
    yield f"- {advice}{colon}{_plain(words.help)}"
    yield from (f"    - `helps.{name}`{colon}{_plain(text)}" for name, text in words.helps.items())
    yield ""


def _plain(text: str) -> str:
    """Keep Markdown from reading a mark in a sentence as its own."""
    return text.strip().replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def _sample(sample: Sample) -> Iterator[str]:
    yield f"`--profile {sample.profile}`\n"
    yield f"```text\n{marked(sample)}\n```\n"


def _index(rules: Iterable[Rule]) -> str:
    words = load("zh")
    rows = (
        f"| [{rule.code}]({rule.code}.md) | {_plain(rule.zh.summary)} | {words(f'report.severity-{rule.severity}')} "
        f"{rule.severity} | {rule.name}: {_plain(rule.en.summary)} |\n"
        for rule in rules
    )
    return (
        f"{NOTE}\n# 规则 Rules\n\n| 代码 | 提醒什么 | 轻重 | In English |\n|---|---|---|---|\n{''.join(rows)}"
    )


def _kinds(rules: Iterable[Rule]) -> str:
    used = [(rule.kind, f"[{rule.code}](rules/{rule.code}.md)") for rule in rules]
    told = "\n".join(_kind_of_check(kind, [code for one, code in used if one == kind]) for kind in KINDS)
    return f'{NOTE}\n# 检查一览 Kinds of check\n\nWhat `check = "…"` of a rule may name.\n\n{told}'


def _kind_of_check(kind: str, rules: Iterable[str]) -> str:
    check, values = find(kind), KINDS[kind]
    rows = "".join(
        f"| `{name.replace('_', '-')}` | `{str(written).replace('|', '/')}` | {_default(check, name)} |\n"
        for name, written in check._fields.items()
        if name not in check.no_options
    )
    table = f"| option | type | default |\n|---|---|---|\n{rows}\n" if rows else ""
    told = _plain(getdoc(check) or "").split("\n\nRaises")[0]
    placeholders = ", ".join(f"`{{{name}}}`" for name in values) or "–"
    return (
        f"## {kind}\n\n{told}\n\n{table}- values for messages: {placeholders}\n- rules: {', '.join(rules)}\n"
    )


def _default(check: type[Check], name: str) -> str:
    return f"`{json.dumps(getattr(check, name), ensure_ascii=False)}`" if hasattr(check, name) else "required"


def _profiles(profiles: Iterable[Profile]) -> str:
    return f"{NOTE}\n# 方案一览 Profiles\n\n" + "\n".join(_profile(profile) for profile in profiles)


def _profile(profile: Profile) -> str:
    heading = f"## {profile.id}\n\n{profile.title} · {profile.title_en}\n\n"
    facts = f"- 事例 example: `{profile.example}`\n- 依据 source: {_source(profile) or '–'}\n\n"
    return heading + facts + "".join(_slot(slot, 0) for slot in profile.sections) + "\n"


def _slot(slot: Slot, depth: int) -> str:
    optional = "" if slot.required else "（可有可无 optional）"
    own = f"{'  ' * depth}- {slot.title}{optional}\n"
    return own + "".join(_slot(dimension, depth + 1) for dimension in slot.dimensions)


def _source(told: Rule | Profile) -> str:
    return " · ".join(filter(None, (told.source, told.source_en)))


def _json(schemas: Iterable[Path]) -> str:
    found = "\n".join(_schema(path.stem, json.loads(path.read_text("utf-8"))) for path in schemas)
    return f"{NOTE}\n# JSON\n\nEvery schema ships with the package: `docklint schema NAME`.\n\n{found}"


def _schema(name: str, schema: Mapping[str, Any]) -> str:
    rows = "".join(f"| `{path}` | {kind} |\n" for path, kind in _keys(schema, schema, "", ()))
    return f"## {name}\n\n{schema.get('description', '')}\n\n| key | value |\n|---|---|\n{rows}"


def _keys(
    node: Mapping[str, Any], root: Mapping[str, Any], path: str, seen: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield every key of a schema with its kind; a definition that holds itself is told once."""
    reference = node.get("$ref", "")
    if reference:
        if reference in seen:
            return
        node, seen = root["$defs"][reference.rsplit("/", 1)[-1]], (*seen, reference)
    if path:
        yield path, _kind(node)
    for key, inner in node.get("properties", {}).items():
        yield from _keys(inner, root, f"{path}.{key}" if path else key, seen)
    if isinstance(node.get("items"), dict):
        yield from _keys(node["items"], root, f"{path}[]", seen)
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        if "$ref" in choice or "properties" in choice:
            yield from list(_keys(choice, root, path, seen))[1:]


def _kind(node: Mapping[str, Any]) -> str:
    if "enum" in node:
        return " ".join(f"`{value}`" for value in node["enum"])
    if "const" in node:
        return f"`{node['const']}`"
    kinds = node.get("type", "object" if "properties" in node else "")
    told = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    return (told + " " + str(node.get("description", ""))).strip().replace("|", "\\|") or "any"


def main(arguments: Sequence[str]) -> int:
    """Write the pages; with `--check` only say which are stale. Exit status 1 if some are."""
    made = pages()
    wrong = stale(made)
    if "--check" in arguments:
        for path in wrong:
            sys.stderr.write(f"docs/{path} is stale: python -m tools.docs\n")
        return int(bool(wrong))
    for path in wrong:
        if Path(path) not in made:
            (DOCS / path).unlink()
    for page, text in made.items():
        (DOCS / page).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / page).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
