"""No string that is not ours drives a terminal, whatever command shows it and wherever it comes from."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.neutral import LONGEST, escaped, safe, safe_lines, shown
from docklint.reports.encoding import encode
from docklint.texts import Text, load
from tests.docx_builder import (
    STYLES,
    abstract,
    comment,
    commented,
    deleted,
    inserted,
    level,
    num,
    package,
    para,
    style,
)
from tests.reporting import AS_TEXT
from tests.running import CLEAN, FAULTY, docklint
from tests.test_cli_streams import on_terminal

EVIL = "恶\x1b]0;x\x07\x1b[31m\x9b2J\u202e\u2066\x7f意"
"""A title of the terminal, a colour, a cleared screen, both directions, a rubbed out character."""
NAME = EVIL.replace("\x00", "")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
QUOTED = json.dumps(EVIL)
"""As a TOML basic string may hold it."""
POSIX = pytest.mark.skipif(os.name == "nt", reason="there such names cannot be made")


def harmless(screen: str) -> bool:
    """Return whether nothing but line ends, tabs and our own colours is in what a terminal got."""
    return not BAD.search(COLOURS.sub("", screen).replace("\r\n", "\n"))


PACK = f"""
[[rule]]
code = "EVL101"
name = "evil"
check = "text-pattern"
severity = "error"
options = {{ patterns = ["年"] }}
source = {QUOTED}
[rule.zh]
summary = {QUOTED}
why = {QUOTED}
message = {QUOTED}
help = {QUOTED}
[rule.en]
summary = {QUOTED}
why = {QUOTED}
message = {QUOTED}
help = {QUOTED}
[[rule.bad]]
text = {json.dumps(f"5⟦年⟧{EVIL}")}
[[rule.good]]
text = {QUOTED}
"""
"""A rule all of whose words are evil."""
OURS = f'id = "evil"\ntitle = {QUOTED}\nextends = "generic"\n'


def _evil_word() -> bytes:
    """A Word file with all of it that XML may hold: in text, an author's name, a comment, a style, a number."""
    evil = "".join(sign for sign in EVIL if sign >= " ")
    lists = abstract(0, level(0, f"%1{evil}、", "chineseCounting")) + num(1, 0)
    return package(
        *(para(line) for line in FAULTY.replace("查档", f"查{evil}档").splitlines()),
        para(inserted(f"新增{evil}", author=evil), deleted(evil, author=evil), num=(1, 0)),
        para(commented(1, f"{evil}*年"), style=evil),
        numbering=lists,
        styles=STYLES + style(evil, evil, ppr='<w:outlineLvl w:val="0"/>'),
        comments=comment(1, evil, author=evil),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / NAME
    place.mkdir()
    (place / f"{NAME}.txt").write_text(FAULTY.replace("查档", f"查{EVIL}档"), "utf-8")
    (place / "clean.txt").write_text(CLEAN, "utf-8")
    (place / f"{NAME}.docx").write_bytes(b"PK")
    (place / "evil.docx").write_bytes(_evil_word())
    (place / "pack").mkdir()
    (place / "pack" / "evil.toml").write_text(PACK, "utf-8")
    (place / "evil.toml").write_text(OURS, "utf-8")
    return place


CONFIGURATIONS = [
    f"{QUOTED} = 1",
    f"profile = {QUOTED}",
    f"select = [{QUOTED}]",
    f"fail-on = {QUOTED}",
    f"rules-path = {QUOTED}",
    f"packs = [{QUOTED}]",
    f"baseline = {QUOTED}",
    f"[rules.{QUOTED}]\nx = 1",
    f"[rules.RED101]\n{QUOTED} = 1",
    f"[rules.RED101]\nseverity = {QUOTED}",
    f"[[per-file]]\npattern = 'x'\n{QUOTED} = 1",
    f"[[suppress]]\nrule = {QUOTED}\nquote = {QUOTED}\nreason = {QUOTED}",
    f"[[suppress]]\nrule = 'RED101'\nquote = {QUOTED}\nreason = {QUOTED}",
    f"x = {NAME}",
]


@POSIX
@pytest.mark.parametrize("text", CONFIGURATIONS)
@pytest.mark.parametrize("command", [["check", "clean.txt"], ["config", "show"]])
def test_a_configuration_cannot_drive_the_terminal(folder: Path, text: str, command: list[str]) -> None:
    (folder / "docklint.toml").write_text(text, "utf-8")
    told = on_terminal(
        *command[:1], *(folder / each if "." in each else each for each in command[1:]), cwd=folder
    )
    assert "\ufffd" in told or command[0] == "config" or "suppress" in text
    assert harmless(told), ascii(told)


COMMAND_LINES = [
    ["check", "."],
    ["check", NAME],
    ["check", f"{NAME}.txt"],
    ["check", f"{NAME}.txt", "--show-suppressed", "--statistics"],
    ["check", f"{NAME}.docx"],
    ["check", ".", "-o", f"{NAME}/none/x"],
    ["check", "clean.txt", "-o", f"{NAME}.txt"],
    ["check", "clean.txt", "--profile", NAME],
    ["check", "clean.txt", "--select", NAME],
    ["check", "clean.txt", "--config", f"{NAME}.toml"],
    ["check", "clean.txt", "--baseline", f"{NAME}.json"],
    ["check", "clean.txt", "--format", NAME],
    ["check", "clean.txt", f"--{NAME}"],
    ["check", "clean.txt", "--jobs", NAME],
    ["check", "clean.txt", "--pack", NAME],
    ["check", "clean.txt", "--rules-path", NAME],
    ["outline", f"{NAME}.txt"],
    ["outline", NAME, "extra"],
    ["matrix", f"{NAME}.txt"],
    ["text", f"{NAME}.txt"],
    ["text", NAME],
    ["compare", f"{NAME}.txt", "clean.txt"],
    ["compare", "clean.txt", f"{NAME}.txt", "-f", "markdown"],
    ["compare", NAME, NAME],
    ["alike", "."],
    ["alike", ".", "-f", "json"],
    ["alike", ".", "--past", NAME],
    ["alike", f"{NAME}.txt"],
    ["alike", ".", "--threshold", NAME],
    ["overview", "."],
    ["overview", ".", "-f", "csv"],
    ["overview", ".", "-o", f"{NAME}/none/x.html"],
    ["overview", ".", "-o", f"{NAME}.pdf"],
    ["explain", NAME],
    ["schema", NAME],
    ["profiles", "show", NAME],
    ["profiles", "derive", f"{NAME}.txt"],
    ["config", "show", f"{NAME}.txt"],
    ["init", NAME],
    ["fix", f"{NAME}.txt"],
    ["fix", f"{NAME}.txt", "--unsafe"],
    ["fix", f"{NAME}.txt", "-o", f"{NAME}/none/x.txt"],
    ["fix", f"{NAME}.txt", "-o", f"{NAME}2.txt"],
    ["fix", f"{NAME}.docx"],
    ["fix", "clean.txt", "--author", NAME, "--date", NAME],
    ["check", "evil.docx", "--show-suppressed"],
    ["outline", "evil.docx"],
    ["matrix", "evil.docx"],
    ["text", "evil.docx"],
    ["fix", "evil.docx"],
    ["fix", "evil.docx", "--unsafe", "-o", f"{NAME}.docx", "--force"],
    ["profiles", "derive", "evil.docx"],
    ["matrix", f"{NAME}.txt", "-f", "json"],
    ["outline", f"{NAME}.txt", "-f", "json"],
    ["rules", "--rules-path", NAME],
    ["rules", "--rules-path", "pack"],
    ["rules", "--pack", NAME],
    ["profiles", "--rules-path", "pack"],
    ["profiles", "--pack", NAME],
    ["explain", "EVL101", "--rules-path", "pack"],
    ["check", f"{NAME}.txt", "--rules-path", "pack"],
    ["check", "clean.txt", "--profile", "evil.toml"],
    ["outline", f"{NAME}.txt", "--profile", "evil.toml"],
    ["profiles", "show", "evil.toml"],
    ["annotate", "evil.docx"],
    ["annotate", "evil.docx", "-o", f"{NAME}-1.docx", "--rules-path", "pack"],
    ["annotate", "evil.docx", "-o", f"{NAME}.docx"],
    ["annotate", "evil.docx", "-o", f"{NAME}.txt"],
    ["annotate", "evil.docx", "--remove"],
    ["annotate", f"{NAME}.txt"],
    ["annotate", f"{NAME}.docx"],
    ["annotate", "evil.docx", "--author", NAME, "--date", NAME],
    ["profiles", "derive", NAME],
    ["explain", "RED101", "--rules-path", NAME],
    ["schema", f"--{NAME}"],
    ["config", "show", "--config", f"{NAME}.toml"],
    ["baseline", "update", f"{NAME}.txt"],
    ["baseline", "update", f"{NAME}.txt", "--baseline", f"{NAME}.json"],
    ["baseline", "update", f"{NAME}.txt", "-o", f"{NAME}.json"],
    ["baseline", "prune", f"{NAME}.txt"],
    ["baseline", "prune", NAME, "--baseline", f"{NAME}.json"],
    ["baseline", NAME],
    ["profiles", NAME],
    ["config", NAME],
    ["--lang", NAME, "rules"],
    [NAME],
    [f"{NAME}.txt"],
]


@POSIX
@pytest.mark.parametrize(
    "arguments",
    COMMAND_LINES,
    ids=ascii,
)
def test_a_command_line_cannot_drive_the_terminal(folder: Path, arguments: list[str]) -> None:
    told = on_terminal(*arguments, cwd=folder)
    assert told
    assert harmless(told), ascii(told)


def test_every_command_is_among_them() -> None:
    shown = re.findall(r"^  ([a-z]+) ", docklint("--lang", "en", "--help").text, re.MULTILINE)
    assert "annotate" in shown
    assert {*shown} <= {each[0] for each in COMMAND_LINES}
    for group in ("baseline", "config", "profiles"):
        inner = re.findall(r"^  ([a-z]+) ", docklint("--lang", "en", group, "--help").text, re.MULTILINE)
        assert inner
        assert {*inner} <= {each[1] for each in COMMAND_LINES if each[0] == group and len(each) > 1}


@POSIX
@pytest.mark.parametrize("format", AS_TEXT)
def test_no_format_drives_the_terminal_or_what_shows_it_later(folder: Path, format: str) -> None:
    arguments = ["check", ".", "--profile", "generic", "-f", format]
    assert harmless(on_terminal(*arguments, cwd=folder))
    assert harmless(docklint(*arguments, cwd=folder).text)


@POSIX
def test_where_a_path_is_data_it_stays_exact(folder: Path) -> None:
    report = json.loads(docklint("check", f"{NAME}.txt", "-f", "json", cwd=folder).out)
    assert report["files"][0]["path"] == f"{NAME}.txt"
    issues = json.loads(docklint("check", f"{NAME}.txt", "-f", "gitlab", cwd=folder).out)
    assert {issue["location"]["path"] for issue in issues} == {f"{NAME}.txt"}
    assert all(harmless(issue["description"]) for issue in issues)


@POSIX
def test_a_shown_configuration_means_the_same(folder: Path) -> None:
    (folder / "docklint.toml").write_text(CONFIGURATIONS[-2], "utf-8")
    shown = docklint("config", "show", cwd=folder).text
    assert tomllib.loads(shown)["suppress"][0]["quote"] == EVIL
    assert harmless(shown)


def test_what_is_very_long_is_told_short(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    long = "长" * 20_000
    for arguments in (["check", long], ["explain", long], ["check", "clean.txt", "--profile", long]):
        assert 0 < len(docklint(*arguments, cwd=tmp_path).said) < 4 * LONGEST


@given(st.text())
def test_safe_text_is_harmless_and_as_long(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert harmless(safe(text))
    assert harmless(safe_lines(text))
    assert safe_lines(text).count("\n") == text.count("\n")
    assert len(shown(text * 50)) <= LONGEST + 1


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_encoded_values_are_harmless_and_mean_the_same(value: object) -> None:
    assert harmless(encode(value))
    assert json.loads(encode(value)) == value
    assert escaped(encode(value)) == encode(value)


def test_every_sentence_takes_its_values_in_the_one_place() -> None:
    for lang in ("zh", "en"):
        told = Text("setup.unwritable", output=Path(EVIL), reason=EVIL).told_in(load(lang))
        assert harmless(told)
        assert "\ufffd" in told
