"""The page's Python against the command line: the same drafts, the same bytes, without anything but the standard library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from page.session.session import Session
from tests import docx_builder as build
from tests.installing import ROOT
from tests.page.doors import ABSENT, COMMANDS, names_of
from tests.running import CLEAN, FAULTY, surroundings

CORPUS = ROOT.parent / "shared" / "docx" / "corpus"
GUISES: Mapping[str, Callable[[str], bytes]] = {
    "split": lambda text: build.split_runs(text, Random(7)),
    "inserted": build.all_inserted,
    "cells": build.in_cells,
    "strict": build.strict,
    "numbered": build.numbered,
}
HOSTILE = {
    "空.docx": b"",
    "空.txt": b"  \n",
    "坏.docx": b"PK\3\4" + b"x" * 500,
    "旧.wps": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "旧.docx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "图.docx": b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
    "图.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 600,
    "扫描.pdf": b"%PDF-1.7\n",
    "照片.jpg": b"\xff\xd8\xff",
    "没有扩展名": "一、存在的问题".encode(),
    "乱码.txt": bytes(range(128, 256)) * 9,
}


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The drafts of tests and examples, Word files in every guise, and files that are no drafts."""
    folder = tmp_path_factory.mktemp("drafts")
    for path in (
        *ROOT.glob("tests/drafts/*.txt"),
        *ROOT.glob("examples/*.docx"),
        *ROOT.glob("examples/*.txt"),
    ):
        shutil.copy(path, folder)
    for guise, made in GUISES.items():
        (folder / f"{guise}.docx").write_bytes(made(FAULTY))
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data)
    (folder / "说明.md").write_text("# " + CLEAN.replace("\n", "\n\n"), "utf-8")
    (folder / "两份.txt").write_text(CLEAN + "\n" + FAULTY, "utf-8")
    return folder


def through(door: str, drafts: Path, out: Path, language: str = "zh", **environment: str) -> Path:
    """Send the drafts through one door; return where its output is."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.page.doors", door, drafts, out, language],
        capture_output=True,
        env=surroundings({"PYTHONPATH": f"src{os.pathsep}.", **environment}),
        cwd=ROOT,
        timeout=1200,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    return out


def differences(drafts: Path, page: Path, command: Path) -> Iterator[str]:
    """Yield what differs, and what one door hands out and the other does not."""
    for name in names_of(drafts):
        answer = json.loads((page / f"{name}~check.json").read_text("utf-8"))
        for ending in COMMANDS:
            written = command / f"{name}~{ending}{'' if '.' in ending else Path(name).suffix}"
            if ending in ("outline.json", "matrix.json"):
                if written.exists():
                    told = json.loads(written.read_text("utf-8"))
                    shown = answer[ending.removesuffix(".json")]
                    # Of a file without a paper the page has nothing to show, as the HTML report has not.
                    nothing = shown is None and not told.get("nodes") and not told.get("links")
                    if not nothing and {key: told[key] for key in shown} != shown:
                        yield f"{name}: {ending}"
                elif answer["ok"]:
                    yield f"{name}: {ending} only in the page"
                continue
            handed = (page / f"{name}~{ending}").read_bytes()
            if written.exists() and written.read_bytes() != handed:
                yield f"{name}: {ending}"
            elif not written.exists() and not handed.startswith(b'{"id": null, "ok": false'):
                yield f"{name}: {ending} only in the page"
        (entry,) = json.loads((command / f"{name}~report.json").read_text("utf-8"))["files"]
        if entry != answer["report"]:
            yield f"{name}: the answer's report"


def overview_differences(page: Path, command: Path) -> Iterator[str]:
    """Yield the rows that differ, but for reports that nobody writes."""
    told = json.loads((page / "overview.json").read_text("utf-8"))["overview"]
    rows = [{key: value for key, value in row.items() if key != "key"} for row in told["papers"]]
    wanted = json.loads((command / "overview.json").read_text("utf-8"))
    yield from (row["path"] for row, other in zip(rows, wanted["papers"], strict=True) if row != other)


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.thorough)])
def test_the_page_hands_out_what_the_command_line_writes(drafts: Path, tmp_path: Path, every: int) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for path in sorted(drafts.iterdir())[::every]:
        shutil.copy(path, given)
    page = through("session", given, tmp_path / "page")
    command = through("command", given, tmp_path / "command")
    assert list(differences(given, page, command)) == []
    assert list(overview_differences(page, command)) == []
    assert json.loads((page / "foreign.json").read_text("utf-8")) == []


def test_so_it_does_in_english(drafts: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("faulty.docx", "扫描.pdf", "numbered.docx", "10-2025-individual.txt"):
        shutil.copy(drafts / name, few)
    page, command = (through(door, few, tmp_path / door, "en") for door in ("session", "command"))
    assert list(differences(few, page, command)) == []
    assert list(overview_differences(page, command)) == []


@pytest.mark.thorough
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/docx here")
def test_so_it_does_for_word_files_from_everywhere(tmp_path: Path) -> None:
    page = through("session", CORPUS, tmp_path / "page")
    command = through("command", CORPUS, tmp_path / "command")
    assert list(differences(CORPUS, page, command)) == []
    assert list(overview_differences(page, command)) == []


def test_settings_dropped_along_count_as_options_do(drafts: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    (few / "supports").mkdir(parents=True)
    for name in ("faulty.docx", "10-2025-individual.txt"):
        shutil.copy(drafts / name, few)
    (few / "supports" / "docklint.toml").write_text(
        'ignore = ["RED101"]\n[rules.EXA101]\nseverity = "info"\n[[suppress]]\nrule = "NUM101"\nquote = "一是"\nreason = "已经议过"\n',
        "utf-8",
    )
    (few / "supports" / "profile.toml").write_text(
        'id = "ours"\ntitle = "本县要求"\nextends = "2025"\n', "utf-8"
    )
    page, command = through("session", few, tmp_path / "page"), through("command", few, tmp_path / "command")
    told = json.loads((page / "setup.json").read_text("utf-8"))
    assert [(each["name"], each["as"]) for each in told["supports"]] == [
        ("docklint.toml", "config"),
        ("profile.toml", "profile"),
    ]
    assert told["profile"] == "ours"
    assert list(differences(few, page, command)) == []


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "place").mkdir()
    return Session(str(tmp_path / "place"))


def ask(session: Session, do: str, *buffers: bytes, **message: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(session.ask(json.dumps({"do": do, **message}), buffers)[0])
    return answer


def check(session: Session, text: str, key: str = "a") -> dict[str, Any]:
    return ask(session, "check", text.encode(), key=key, name="稿.txt", data=0)


def test_a_second_version_tells_what_has_gone(session: Session) -> None:
    assert check(session, FAULTY)["since"] is None
    told = check(session, CLEAN)["since"]
    assert [finding["code"] for finding in told["gone"]] == ["RED101"]
    assert check(session, CLEAN)["since"] is None


def test_a_notice_takes_the_place_of_a_profile(session: Session) -> None:
    notice = (ROOT / "examples" / "notice.txt").read_bytes()
    told = ask(
        session,
        "setup",
        notice,
        CLEAN.encode(),
        supports=[{"name": "通知.txt", "data": 0}, {"name": "稿.txt", "data": 1}],
    )
    first, second = told["supports"]
    assert (first["as"], second["as"], told["profile"]) == ("notice", "draft", "notice")
    assert len(first["lines"]) >= 2
    assert "通知.txt" in first["lines"][0]
    assert check(session, CLEAN)["report"]["profile"]["id"] == "notice"


def test_wrong_settings_change_nothing_and_are_told_in_a_sentence(session: Session) -> None:
    ask(session, "setup", b'ignore = ["RED101"]', supports=[{"name": "docklint.toml", "data": 0}])
    told = ask(session, "setup", b"ignore = 5\nfoo = 1", supports=[{"name": "docklint.toml", "data": 0}])
    assert (told["ok"], "foo" in told["error"], str(Path.cwd()) in told["error"]) == (False, True, False)
    assert "RED101" not in [each["code"] for each in check(session, FAULTY)["report"]["findings"]]
    for data in (b"\xff\xfe", b"= = =", b"[[rule]]\ncode = 1"):
        told = ask(session, "setup", data, supports=[{"name": "别的.toml", "data": 0}])
        assert (told["ok"], "别的.toml" in told["error"]) == (False, True)


def test_what_is_no_draft_is_told_with_what_to_do(session: Session) -> None:
    for name, data in HOSTILE.items():
        told = ask(session, "check", data, key=name, name=name, data=0)
        assert (told["ok"], told["error"].count("\n"), told["overview"]["status"]) == (False, 0, "failed")
        assert ("advice" in told) == (
            not name.endswith(".txt") and name not in ("空.docx", "坏.docx", "图.docx", "旧.docx")
        )
    rows = ask(session, "overview", keys=list(HOSTILE))["overview"]["papers"]
    assert {row["key"] for row in rows} == set(HOSTILE)


def test_who_asks_for_nonsense_gets_a_sentence(session: Session) -> None:
    assert ask(session, "html", key="nobody")["error"]
    assert ask(session, "dance")["code"] == "page"
    assert ask(session, "rehearse")["ok"]
    assert ask(session, "overview", keys=[""])["ok"] is False


def test_two_drafts_of_one_name_stay_two(session: Session) -> None:
    check(session, FAULTY, "a")
    check(session, FAULTY, "b")
    rows = ask(session, "overview", keys=["a", "b"])["overview"]["papers"]
    assert [(row["key"], row["likeness"]["score"]) for row in rows] == [("a", 1.0), ("b", 1.0)]


def test_the_list_of_what_a_browser_lacks_is_that_of_the_heavy_dependencies() -> None:
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {
        each.split(">")[0].lower()
        for each in (*project["dependencies"], *project["optional-dependencies"]["xlsx"])
    }
    assert {name.replace("python-docx", "docx") for name in named} == set(ABSENT)
