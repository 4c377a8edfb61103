"""The schemas of configuration, profiles and packs say what the readers say."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docklint import packs, texts
from docklint.packs import Faults
from docklint.packs.files import is_lexicon
from docklint.settings.config import read
from tests.running import docklint
from tests.test_config import FULL

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "src" / "docklint" / "schemas"
PACKS = [path for path in sorted(packs.builtin().glob("*.toml")) if not is_lexicon(path)]
PROFILES = sorted((packs.builtin() / "profiles").glob("*.toml"))


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(name: str, text: str) -> list[str]:
    return [error.message for error in validator(name).iter_errors(tomllib.loads(text))]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_our_packs(path: Path) -> None:
    assert faults("pack", path.read_text("utf-8")) == []


def test_the_examples_pack() -> None:
    path = ROOT / "examples" / "plugin" / "src" / "docklint_example" / "rules" / "org.toml"
    assert faults("pack", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_our_profiles(path: Path) -> None:
    assert faults("profile", path.read_text("utf-8")) == []


def test_a_configuration_with_everything() -> None:
    assert faults("config", FULL) == []
    shown = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "configuration.md").read_text("utf-8"), re.S)
    assert [faults("config", text) for text in shown] == [[]] * len(shown) != []


@pytest.mark.parametrize(
    "text",
    [
        'profil = "2024"',
        "profile = 3",
        'select = "EXA"',
        'fail-on = "warn"',
        'lang = "fr"',
        'rules-path = ""',
        '[[per-file]]\nignore = ["EXA"]',
        "[[per-file]]\npattern = []",
        '[[per-file]]\npattern = "a"\nselect = []',
        '[[suppress]]\nrule = "EXA101"\nquote = "a"',
        '[[suppress]]\nrule = "EXA101"\nquote = ""\nreason = "a"',
        '[rules.EXA101]\nseverity = "bad"',
        '[rules.EXA101]\nenabled = "no"',
        '[rules.EXA101.zh]\nmesage = "a"',
        "baseline = 1",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(tmp_path: Path, text: str) -> None:
    from docklint.errors import SetupError
    from docklint.settings import Request
    from docklint.workspace import Workspace

    assert faults("config", text) != []
    path = tmp_path / "docklint.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SetupError):
        Workspace(Request(config=path)).of("a.txt")


def test_schema_and_reader_know_the_same_keys(tmp_path: Path) -> None:
    schema = validator("config").schema
    assert isinstance(schema, dict)
    for where, keys in (
        ("", schema["properties"]),
        ("[[per-file]]\n", schema["properties"]["per-file"]["items"]["properties"]),
        ("[[suppress]]\n", schema["properties"]["suppress"]["items"]["properties"]),
    ):
        assert _known(tmp_path, where) == set(keys)


def _known(tmp_path: Path, where: str) -> set[str]:
    """Ask the reader for the keys it knows: it lists them all for a key that is like none of them."""
    path = tmp_path / "docklint.toml"
    path.write_text(f"{where}zzzzzzzz = 1\n", "utf-8")
    seen = Faults()
    read(path, seen)
    (told,) = (fault.text.told_in(texts.load("en")) for fault in seen.seen if fault.path.endswith("zzzzzzzz"))
    return set(told.partition("(known: ")[2].rstrip(")").split(", "))


@pytest.mark.parametrize("name", ["config", "profile", "pack"])
def test_they_can_be_printed(name: str) -> None:
    ran = docklint("schema", name)
    shown: Any = json.loads(ran.out)
    assert shown == json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
