"""Configurations, packs, profiles and baselines made up by Hypothesis: bytes, trees, huge numbers, nesting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.running import FAULTY
from tests.settings_doors import DOORS, PROFILE, RULE, TOML_DOORS, through

KEYS = st.sampled_from(
    [
        "profile",
        "select",
        "ignore",
        "fail-on",
        "lang",
        "revisions",
        "rules-path",
        "packs",
        "baseline",
        "cache",
        "rules",
        "per-file",
        "suppress",
        "pattern",
        "rule",
        "quote",
        "reason",
        "path",
        "EXA103",
        "RED101",
        "similarity",
        "patterns",
        "unless",
        "severity",
        "enabled",
        "zh",
        "en",
        "message",
        "help",
        "variants",
        "options",
        "check",
        "code",
        "name",
        "id",
        "title",
        "extends",
        "section",
        "dimension",
        "role",
        "aliases",
        "keywords",
        "recognise",
        "years",
        "words",
        "proportions",
        "order",
        "theme",
        "traditional",
        "simplified",
        "yields-to",
        "bad",
        "good",
        "text",
        "tool",
        "docklint",
        "least",
        "abstract",
        "audience",
        "without",
        "before",
    ]
) | st.text(max_size=12)
INTEGERS = st.integers() | st.sampled_from([10**400, -(10**400), 2**63, 10**4299])
SCALARS = (
    st.booleans()
    | INTEGERS
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "EXA103",
            "RED",
            "auto",
            "generic",
            "error",
            "zh",
            "(",
            "text-pattern",
            "**/" * 9,
            "{a|b",
            "{text!x:9}",
        ]
    )
)
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)
TABLES = st.dictionaries(KEYS, TREES, max_size=6)


def written(value: Any) -> str:
    """Write a tree as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value.encode("utf-8", "replace").decode()).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)} = {written(one)}" for key, one in value.items()) + "}"
    return repr(value)


def document(tables: dict[str, Any]) -> str:
    return "".join(f"{written(key)} = {written(value)}\n" for key, value in tables.items())


MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(door=st.sampled_from(sorted(DOORS)), data=st.binary(max_size=300))
def test_any_bytes(door: str, data: bytes, tmp_path: Path) -> None:
    through(door, data, tmp_path)


@MANY
@given(door=st.sampled_from(sorted(TOML_DOORS)), tables=TABLES)
def test_any_tree(door: str, tables: dict[str, Any], tmp_path: Path) -> None:
    through(door, document({"tool": {"docklint": tables}} if door == "pyproject" else tables), tmp_path)


@MANY
@given(tables=st.lists(TABLES, max_size=3))
def test_any_rule_of_a_pack(tables: list[dict[str, Any]], tmp_path: Path) -> None:
    through("pack", document({"rule": tables}), tmp_path)


@MANY
@given(options=TABLES)
def test_any_options(options: dict[str, Any], tmp_path: Path) -> None:
    through("config", document({"rules": {"RED101": options, "EXA103": options}}), tmp_path)
    through("profile", PROFILE + document({"rules": {"EXA103": options}}), tmp_path)


@MANY
@given(
    tree=TREES,
    files=st.dictionaries(st.sampled_from(["a.txt", "../x", "\0"]) | st.text(max_size=5), TREES, max_size=3),
)
def test_any_baseline(tree: Any, files: dict[str, Any], tmp_path: Path) -> None:
    through("baseline", json.dumps(tree), tmp_path)
    through("baseline", json.dumps({"docklint_baseline": 1, "files": files}), tmp_path, FAULTY)


@MANY
@given(data=st.data())
def test_sound_files_with_bytes_changed(data: st.DataObject, tmp_path: Path) -> None:
    door, sound = data.draw(st.sampled_from([("pack", RULE), ("profile", PROFILE), ("config", CONFIG)]))
    changed = bytearray(sound.encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"'", b"\n", b"[", b"."])
        )
    through(door, bytes(changed), tmp_path)


CONFIG = """profile = "generic"
select = ["EXA", "RED"]
[rules.EXA103]
similarity = 0.9
[[per-file]]
pattern = "**/*.txt"
ignore = ["RED101"]
[[suppress]]
rule = "EXA103"
quote = "学习"
reason = "已商定"
"""
