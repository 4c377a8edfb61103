"""The smaller commands as processes: explain, rules, profiles, schema, outline, text, help, completion."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.running import CLEAN, docklint

COMMANDS = ("check", "outline", "text", "explain", "rules", "profiles", "schema")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain", "RED101"], "redaction-marker"),
        (["explain", "red101", "--lang", "en"], "Why"),
        (["explain", "redaction-marker"], "RED101"),
        (["rules"], "TXT101"),
        (["rules", "--lang=en"], "warning"),
        (["profiles"], "2023-theme-education"),
        (["profiles", "show", "2023-theme-education"], "廉洁自律"),
        (["profiles", "show", "generic", "--lang", "en"], "generic"),
        (["--version"], "docklint "),
        (["--help"], "outline"),
        (["check", "-h"], "--fail-on"),
        (["--help", "--lang", "en"], "Check drafts"),
    ],
)
def test_commands_that_only_tell(arguments: list[str], words: str) -> None:
    ran = docklint(*arguments)
    assert ran.status == 0
    assert ran.said == ""
    assert words in ran.text


@pytest.mark.parametrize("name", ["check", "outline", "matrix"])
def test_schemas_are_printed(name: str) -> None:
    assert json.loads(docklint("schema", name).out)["title"].startswith(f"docklint {name}")


def test_without_a_command_the_help_is_shown() -> None:
    ran = docklint()
    assert ran.status == 2
    assert all(command in ran.text for command in COMMANDS)


def test_text_prints_what_places_refer_to(tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_bytes(b"\xff\xfe" + CLEAN.replace("\n", "\r\n").encode("utf-16-le"))
    assert docklint("text", draft).text == CLEAN
    assert docklint("text", "-", given=draft.read_bytes()).text == CLEAN
    assert docklint("text", draft, "-o", tmp_path / "out.txt").out == b""
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("command", ["text", "outline"])
def test_a_bad_file_is_one_sentence(tmp_path: Path, command: str) -> None:
    ran = docklint(command, "none.txt", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, b"")
    assert ran.said == "docklint: none.txt: 找不到这个文件。请检查路径和文件名。\n"


def test_outline_of_a_text_without_structure_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("今天开会。\n", encoding="utf-8")
    ran = docklint("outline", "a.txt", cwd=tmp_path)
    assert (ran.status, "没有找到" in ran.text) == (0, True)


def test_completion_offers_the_commands() -> None:
    asked = {"_DOCKLINT_COMPLETE": "complete_bash", "COMP_WORDS": "docklint ", "COMP_CWORD": "1"}
    ran = docklint(before="import sys; sys.argv = ['docklint']", environment=asked)
    assert set(COMMANDS) <= set(ran.text.split())


def test_a_profile_and_packs_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(
        'id = "ours"\ntitle = "我们的要求"\n[rules.RED101]\nseverity = "info"\n', encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text(CLEAN.replace("三年", "*年"), encoding="utf-8")
    ran = docklint("check", "a.txt", "--profile", "ours.toml", "-f", "json", cwd=tmp_path)
    assert ran.status == 0, ran.said
    (file,) = json.loads(ran.out)["files"]
    assert file["profile"] == {"id": "ours", "title": "我们的要求", "chosen_by": "option"}
    assert [finding["severity"] for finding in file["findings"]] == ["info"]
    assert docklint("profiles", "show", "ours.toml", cwd=tmp_path).status == 0


def test_a_broken_pack_is_named_with_its_key(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('id = "ours"\ntitel = "我们的要求"\n', encoding="utf-8")
    ran = docklint("check", "a.txt", "--profile", "ours.toml", cwd=tmp_path)
    assert ran.status == 2
    assert "ours.toml" in ran.said
    assert "titel" in ran.said
    assert docklint("check", "a.txt", "--profile", "none.toml", cwd=tmp_path).status == 2


@pytest.mark.parametrize(
    "command",
    [
        (),
        *((name,) for name in ("check", "outline", "text", "matrix", "explain", "rules", "schema", "init")),
        *(("profiles", name) for name in ("show", "derive")),
        *(("baseline", name) for name in ("update", "prune")),
        ("profiles",),
        ("baseline",),
        ("config", "show"),
    ],
)
def test_help_is_wholly_in_one_language(command: tuple[str, ...]) -> None:
    zh = docklint(*command, "--help").text
    assert zh.startswith("用法：")
    assert not re.search(r"[A-Z][a-z]+(?: [a-z]+)+|Usage|Options|Arguments|Commands|default|required", zh)
    en = docklint("--lang", "en", *command, "--help").text
    assert en.startswith("Usage: ")
    assert not re.search(r"[一-鿿]", en)


@pytest.mark.parametrize("code", ["SEC101", "DIM105", "NUM101", "NUM107", "LEN101"])
def test_what_makes_a_rule_is_nothing_to_set(code: str) -> None:
    assert "docklint.toml" not in docklint("explain", code).text


def test_what_can_be_set_is_listed() -> None:
    told = docklint("explain", "COR101").text
    assert "least = 0.25" in told
    assert "part = " not in told
