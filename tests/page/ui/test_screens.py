"""The screens of the one-file page in a real browser: the main job, keyboard alone, bad files, stop and crash, print, axe.

Answers are the page's own Python session's, behind a pipe; what WebAssembly adds is tested elsewhere. Needs Chromium, and
Node with `playwright-core` and `axe-core` where NODE_PATH says, as tests/browser does; skipped where they are absent.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from docklint.neutral import safe
from tests.browser.test_report_in_a_browser import CHROMIUM, NODE
from tests.page.built import page_file
from tests.page.ui.assembled import ROOT, assembled
from tests.running import CLEAN, docklint

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")]

FAULTY = ROOT / "examples/faulty.docx"
NOTICE = (ROOT / "examples/notice.txt").read_text("utf-8")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
Seen = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with everything that is put on the page, and the page."""
    made = tmp_path_factory.mktemp("screens")
    (made / "faulty.docx").write_bytes(FAULTY.read_bytes())
    _mended(made / "mended.docx")
    (made / "clean.txt").write_text(CLEAN, "utf-8")
    (made / "关于召开会议的通知.txt").write_text(NOTICE, "utf-8")
    (made / "a.pdf").write_bytes(b"%PDF-1.7\n" + bytes(64))
    (made / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    for name in ("c.doc", "d.wps", "e.docx"):
        (made / name).write_bytes(OLD_WORD)
    (made / "empty.txt").write_bytes(b"")
    assembled(made)
    return made


@pytest.fixture(scope="module")
def walks(folder: Path) -> dict[str, Seen]:
    """What all walks saw; one browser for them all."""
    return _walked(folder, folder / "docklint.html")


def _walked(folder: Path, page: Path, names: list[str] | None = None) -> dict[str, Seen]:
    require = "require('playwright-core'); require('axe-core')"
    if not NODE or subprocess.run([NODE, "-e", require], capture_output=True, check=False).returncode:
        pytest.skip("no Node with playwright-core and axe-core in NODE_PATH here")
    here = Path(__file__).parent
    told = {
        "chromium": CHROMIUM,
        "file": str(page),
        "python": sys.executable,
        "bridge": str(here / "bridge.py"),
        "folder": str(folder),
        **({"walks": names} if names else {}),
    }
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [NODE, str(here / "walks.mjs"), json.dumps(told)]
    done = subprocess.run(command, capture_output=True, timeout=500, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    return dict(json.loads(done.stdout))


@pytest.fixture(scope="module")
def built(folder: Path) -> dict[str, Seen]:
    """What some of the walks see on the page as it is built, with Python in a worker."""
    return _walked(folder, page_file(), ["main", "again", "many"])


def _mended(path: Path) -> None:
    """Write the faulty draft as somebody leaves it who has put in the day."""
    with zipfile.ZipFile(FAULTY) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("X月X日".encode(), "6月30日".encode()))


def _seen(walks: dict[str, Seen], name: str) -> Seen:
    assert "error" not in walks[name], walks[name]["error"]
    return walks[name]


def _from_the_command_line() -> Seen:
    ran = docklint("check", str(FAULTY), "--format", "json")
    return dict(json.loads(ran.out)["files"][0])


def test_the_main_job(walks: dict[str, Seen]) -> None:
    seen, report = _seen(walks, "main"), _from_the_command_line()
    assert seen["findings"] == len(report["findings"])
    assert "修改后提交" in seen["verdict"]
    assert report["verdict_reasons"][0] in seen["verdict"]
    text = docklint("text", str(FAULTY)).out.decode().rstrip("\n").replace("\r", "")
    assert seen["text"] == "\n".join(map(safe, text.split("\n")))
    quotes = [each["location"]["quote"] for each in report["findings"] if each["location"]["quote"]]
    assert [mark for mark in seen["marks"] if mark in quotes] == quotes
    assert seen["fromText"] == seen["marked"]
    assert seen["fromList"] == "6"
    assert seen["position"] == "7 / 14"
    assert seen["errorsOnly"] == report["summary"]["error"]
    assert seen["groups"] == len({each["code"] for each in report["findings"]})
    assert (seen["progress"], seen["open"]) == ("已处理 1 / 14", 13)
    assert seen["counts"] > 0
    assert seen["flashed"] == 1
    assert seen["lit"] >= 2
    assert seen["litCells"] >= 2


def test_what_is_saved_and_copied(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "main")
    with zipfile.ZipFile(seen["annotated"]["path"]) as package:
        assert "word/comments.xml" in package.namelist()
    with zipfile.ZipFile(seen["fixed"]["path"]) as package:
        assert b"<w:del " in package.read("word/document.xml")
    assert "<!DOCTYPE html>" in Path(seen["report"]["path"]).read_text("utf-8")
    assert seen["report"]["name"].endswith(".html")
    assert len(seen["copied"].strip().splitlines()) == 13


def test_the_page_speaks_english(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "main")
    assert seen["english"].startswith("Revise")
    assert "error" in seen["english"]
    assert seen["leftovers"] == ""


@pytest.mark.parametrize("name", ["main", "keyboard"])
def test_nothing_is_left_behind(walks: dict[str, Seen], name: str) -> None:
    seen = _seen(walks, name)
    assert seen["console"] == []
    assert {url.partition(":")[0] for url in seen["requests"]} <= {"file", "blob"}
    assert seen["traces"] == {
        "storage": 0,
        "cookie": "",
        "hash": "",
        "databases": 0,
        "history": seen["traces"]["history"],
    }


def test_the_keyboard_alone_does(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "keyboard")
    assert seen["toChoose"] >= 0
    assert seen["heading"] == "paper-title"
    assert (seen["position"], seen["spoken"]) == ("1 / 14", "第 1 处，共 14 处")
    assert seen["progress"] == "已处理 1 / 14"
    assert "反面案例，按要求隐去 n p x" in seen["left"]
    assert seen["toSave"] >= 0
    assert seen["annotated"]["name"].endswith(".docx")
    assert seen["keys"] > 10
    assert seen["toTabs"] >= 0
    assert seen["tab"] == "true"
    assert seen["changed"] == "和上次相比：改好 1 处，新出现 0 处，还在 12 处。"
    assert seen["overview"]


def test_a_draft_is_checked_again(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "again")
    assert "改稿.docx" in seen["asked"]
    assert "改好 1 处，新出现 0 处，还在 13 处" in seen["changed"]
    assert "已改好的 1 处" in seen["changed"]
    assert "关于召开会议的通知.txt" in seen["notice"]
    assert seen["supports"] == 1
    saved = tomllib.loads(Path(seen["settings"]["path"]).read_text("utf-8"))
    assert saved == {"lang": "zh"}


def test_reasons_are_kept_in_a_file_that_the_command_line_reads(
    walks: dict[str, Seen], tmp_path: Path
) -> None:
    seen = _seen(walks, "reasons")
    assert "已约定忽略 1 处" in seen["verdict"]
    assert "按要求隐去" in Path(seen["report"]["path"]).read_text("utf-8")
    assert "按要求隐去" in seen["left"]
    assert "已按最新的内容检查" in seen["said"]
    (tmp_path / "faulty.docx").write_bytes(FAULTY.read_bytes())
    (tmp_path / "docklint-baseline.json").write_bytes(Path(seen["file"]["path"]).read_bytes())
    ran = docklint(
        "check", "faulty.docx", "--baseline", "docklint-baseline.json", "--format", "json", cwd=tmp_path
    )
    assert json.loads(ran.out)["summary"]["suppressed"] == 1


def test_bad_files_are_told_in_a_sentence(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "bad")
    rows = {name: (verdict, why) for name, verdict, why in seen["rows"]}
    assert rows["clean.txt"][0] != "读不了"
    for name in ("a.pdf", "b.png", "c.doc", "d.wps", "e.docx", "empty.txt"):
        assert rows[name][0] == "读不了", name
        assert rows[name][1].endswith("。"), name
    for name in ("c.doc", "d.wps", "e.docx"):
        assert ".docx" in rows[name][1]
    assert seen["same"].count("没有重复检查") == 1
    assert "读不了" in seen["opened"]
    assert seen["sorted"] == "descending"
    assert seen["removed"] == 6
    assert seen["console"] == []


def test_two_hundred_files_can_be_stopped_and_gone_on_with(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "many")
    assert re.search(r"第 \d+ 份，共 200 份", seen["going"])
    assert re.search(r"还有 \d+ 份没有检查", seen["stopped"])
    assert seen["ready"] == 200
    assert seen["console"] == []


def test_a_crash_is_told_and_the_page_lives_on(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "crash")
    assert "崩溃.txt" in seen["said"]
    assert seen["rows"] == 2
    assert seen["after"] == 2
    assert seen["console"] == []


def test_privacy_can_be_seen(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "privacy")
    assert "default-src 'none'" in seen["policy"]
    assert seen["console"] == 0
    assert seen["tried"].startswith("试了 5 种联网办法，都被浏览器拦下")
    assert seen["tried"].count("：被拦下") == 5
    assert all(url.startswith("https://docklint.invalid/") for url in seen["requests"])
    assert len(seen["refused"]) == len(seen["requests"])
    assert all(each.startswith("csp") for each in seen["refused"])


def test_it_prints(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "print")
    assert (seen["details"], seen["bar"], seen["acts"]) == (14, 0, 0)
    assert seen["text"] > 10
    assert seen["matrix"] >= 1
    pages = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", Path(seen["path"]).read_bytes())
    assert {round(float(width) / 72 * 25.4) for width, _ in pages} == {210}


def test_the_page_as_it_is_built_does_the_job(built: dict[str, Seen], walks: dict[str, Seen]) -> None:
    main = _seen(built, "main")
    for key in ("findings", "verdict", "text", "marks", "copied", "progress", "console"):
        assert main[key] == walks["main"][key], key
    assert main["traces"]["storage"] == 0
    assert {url.partition(":")[0] for url in main["requests"]} == {"file", "blob"}
    assert "改好 1 处" in _seen(built, "again")["changed"]
    assert _seen(built, "many")["ready"] == 200


def test_axe_finds_no_barrier(walks: dict[str, Seen]) -> None:
    seen = _seen(walks, "axe")
    assert len(seen) == 8 * 4 + 4 * 4 + 4 + 6
    assert {where: found for where, found in seen.items() if found} == {}
