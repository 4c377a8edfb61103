"""Whatever stands in a configuration, pack, profile or baseline: a status and at most a sentence, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docklint.packs import parse
from tests.running import FAULTY
from tests.settings_doors import LONGEST, PROFILE, RULE, TOML_DOORS, refused, through

SAMPLES = Path(__file__).parents[1] / ".." / "shared" / "cases" / "hostile"

NUMBERS = {
    "4,300 digits": "1" * 4301,
    "100,000 digits": "9" * 100_000,
    "negative": "-" + "7" * 50_000,
    "hexadecimal": "0x" + "f" * 100_000,
    "binary": "0b" + "1" * 100_000,
    "nan": "nan",
    "inf": "-inf",
    "float": "1e400",
    "long float": "0." + "1" * 100_000,
}


@pytest.mark.parametrize("door", TOML_DOORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_where_none_is_meant(door: str, number: str, tmp_path: Path) -> None:
    head = "[tool.docklint]\n" if door == "pyproject" else ""
    for key in ("profile", "id", "select", "words", "rules"):
        assert "：" in refused(door, f"{head}{key} = {NUMBERS[number]}\n", tmp_path) or door == "lexicon"


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    ("rule", "option"), [("EXA103", "similarity"), ("EXA102", "least"), ("COR101", "least")]
)
def test_numbers_where_a_small_one_is_meant(rule: str, option: str, number: str, tmp_path: Path) -> None:
    text = f"[rules.{rule}]\n{option} = {NUMBERS[number]}\n"
    if number == "long float" and rule != "EXA102":
        assert through("config", text, tmp_path).status != 2
        return
    said = refused("config", text, tmp_path)
    assert len(said) < 500
    if number in ("nan", "inf"):
        assert f"docklint.toml：rules.{rule}.{option}：" in said


@pytest.mark.parametrize("door", ["lexicon", "profile"])
@pytest.mark.parametrize("number", NUMBERS)
def test_weights_and_proportions(door: str, number: str, tmp_path: Path) -> None:
    text = {
        "lexicon": '[[theme]]\nname = "t"\nwords = { "学习" = @ }\n',
        "profile": PROFILE + "[proportions]\nproblems = @\n",
    }[door]
    ran = through(door, text.replace("@", NUMBERS[number]), tmp_path)
    assert (ran.status == 2) is (number != "long float")


NESTED = {
    "arrays": "a = " + "[" * 100_000,
    "closed arrays": "a = " + "[" * 400 + "]" * 400,
    "tables": "a = " + "{a=" * 100_000,
    "key": ".".join(["a"] * 100_000) + " = 1",
    "quoted key": ".".join(['"a b"'] * 20_000) + " = 1",
    "spaced key": " . ".join(["a"] * 100_000) + " = 1",
    "header": "[" + ".".join(["a"] * 100_000) + "]",
    "array header": "[[" + ".".join(["a"] * 100_000) + "]]",
    "in a table": "a = {" + ".".join(["a"] * 100_000) + " = 1}",
    "long key": "a" * 1_000_000 + " = 1",
    "long quoted key": '"' + "甲" * 300_000 + '" = 1',
    "long quotes in a key": '"' + "”" * 300_000 + '" = 1',
    "long header": "[" + "a" * 1_000_000 + "]",
    "long value": 'profile = "' + "a" * 1_000_000 + '"',
    "many keys": "".join(f"k{number} = 1\n" for number in range(60_000)),
    "many tables": "".join(f"[t{number}]\n" for number in range(60_000)),
    "many codes": "select = [" + ",".join(f'"X{number}"' for number in range(60_000)) + "]",
    "many suppressions": "[[suppress]]\n" * 60_000,
    "many rules": "[[rule]]\n" * 60_000,
    "many profiles": "".join(f'[[per-file]]\npattern = "a"\nprofile = "{n}"\n' for n in range(15_000)),
    "long code": f'ignore = ["{"A" * 900_000}"]',
}


@pytest.mark.parametrize("door", ["config", "pack", "profile"])
@pytest.mark.parametrize("kind", NESTED)
def test_depth_and_length(door: str, kind: str, tmp_path: Path) -> None:
    said = refused(door, NESTED[kind] + "\n", tmp_path)
    assert len(said) < LONGEST


@pytest.mark.parametrize("kind", NESTED)
def test_a_stranger_s_project_may_hold_anything(kind: str, tmp_path: Path) -> None:
    assert through("pyproject", f"# docklint\n{NESTED[kind]}\n", tmp_path).status != 2


@pytest.mark.parametrize("kind", ["key", "arrays", "long key"])
def test_a_project_of_ours_is_told(kind: str, tmp_path: Path) -> None:
    assert "pyproject.toml" in refused("pyproject", f"[tool.docklint]\n{NESTED[kind]}\n", tmp_path)


JSONS = {
    "number": '{"docklint_baseline": ' + "1" * 5000 + ', "files": {}}',
    "number in files": '{"docklint_baseline": 1, "files": {"n.txt": ' + "1" * 5000 + "}}",
    "arrays": '{"docklint_baseline": 1, "files": ' + "[" * 100_000,
    "closed arrays": '{"docklint_baseline": 1, "files": {"a": ' + "[" * 900 + "]" * 900 + "}}",
    "objects": '{"a":' * 100_000,
    "many objects": '{"docklint_baseline": 1, "files": {"a": [' + "{}," * 300_000 + "{}]}}",
    "too many objects": "[" + "{}," * 1_100_000 + "{}]",
    "many values": "[" + "0," * 5_100_000 + "0]",
    "nan": '{"docklint_baseline": NaN, "files": {}}',
    "float": '{"docklint_baseline": 1e999, "files": {}}',
    "long key": '{"docklint_baseline": 1, "files": {"' + "a" * 1_000_000 + '": 1}}',
    "many keys": "{" + ",".join(f'"k{number}": 1' for number in range(100_000)) + "}",
    "text": '"' + "a" * 1_000_000 + '"',
    "empty": "",
    "bytes": "\0",
}


@pytest.mark.parametrize("kind", JSONS)
def test_baselines(kind: str, tmp_path: Path) -> None:
    said = refused("baseline", JSONS[kind], tmp_path)
    assert "b.json" in said


def test_a_baseline_with_lone_surrogates(tmp_path: Path) -> None:
    entry = {"fingerprint": "\ud800", "code": "\udfff", "quote": "\ud800", "reason": "\ud800"}
    text = json.dumps({"docklint_baseline": 1, "files": {"a.txt": [entry], "\ud800\0": [entry]}})
    assert through("baseline", text, tmp_path, FAULTY).status == 1


@pytest.mark.parametrize(
    ("pattern", "at"),
    [
        ("(", "[1]"),
        ("[", "[1]"),
        ("*a", "[1]"),
        ("(?P<a>x)(?P=b)", "[1]"),
        ("\\", "[1]"),
        ("a{99999999999999999999}{2}(", "[1]"),
    ],
)
@pytest.mark.parametrize("option", ["patterns", "unless", "unless-markdown"])
def test_an_expression_that_does_not_compile(pattern: str, at: str, option: str, tmp_path: Path) -> None:
    given = f"{option} = ['{pattern}']"
    pack = RULE.replace(
        'patterns = ["青禾县"]', given if option == "patterns" else f'patterns = ["青禾县"]\n{given}'
    )
    said = refused("pack", pack, tmp_path)
    assert said.count(f"p.toml：rule[1].options.{option}{at}：不是正确的正则表达式") == 1
    assert len(said.splitlines()) == 2
    config = refused("config", f"[rules.RED101]\n{option} = ['a', '{pattern}']\n", tmp_path)
    assert f"docklint.toml：rules.RED101.{option}[2]：不是正确的正则表达式" in config


@pytest.mark.parametrize("pattern", ["(" * 5000 + ")" * 5000, "a" * 20_000, "(?:" * 3000 + "a" + ")" * 3000])
def test_an_expression_too_long_or_deep(pattern: str, tmp_path: Path) -> None:
    assert len(refused("pack", RULE.replace("青禾县", pattern), tmp_path)) < 500


def test_sound_ones_are_used(tmp_path: Path) -> None:
    assert through("pack", RULE, tmp_path).status == 1
    assert through("profile", PROFILE, tmp_path).status == 0
    assert through("config", 'select = ["EXA"]\n[rules.EXA103]\nsimilarity = 0.9\n', tmp_path).status != 2


@pytest.mark.parametrize("name", ["a" * 300, "a\\u0000b", "x/" * 3000, "~", "\\u202e"])
@pytest.mark.parametrize("key", ["baseline", "rules-path", "profile"])
def test_names_no_system_knows(name: str, key: str, tmp_path: Path) -> None:
    name = f"{name}.toml" if key == "profile" else name
    assert "docklint: " in refused("config", f'{key} = "{name}"\n', tmp_path)


def test_keys_of_strangers_stay_readable() -> None:
    text = (
        '[tool.a.b.c.d.e.f."g.h.i.j.k.l.m.n.o.p.q.r.s.t"]\nx = "'
        + "a. " * 100
        + '1.2.3.4"\n# '
        + "." * 200
        + "\n"
    )
    assert parse.toml(text)["tool"]["a"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/cases here")
@pytest.mark.parametrize(
    ("door", "name"),
    [
        ("config", "bignum-docklint.toml"),
        ("baseline", "bignum-baseline.json"),
        ("pack", "pack-bad-regex/r.toml"),
        ("config", "escape-in-docklint.toml"),
    ],
)
def test_samples(door: str, name: str, tmp_path: Path) -> None:
    assert len(refused(door, (SAMPLES / name).read_bytes(), tmp_path)) < 500
