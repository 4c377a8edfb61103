"""`docklint overview`: a row a paper in every format, reports that hold one paper alone, and folders that are amiss."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.resources import files
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from docklint.linter import Linter
from docklint.overview.who import who
from docklint.readers import parse
from docklint.settings import Settings
from docklint.structure.proportions import problems_and_causes
from tests.desk.folder import made
from tests.docx_builder import typed
from tests.running import CLEAN, FAULTY, READY, Ran, docklint, hear_signals, surroundings

FOLDER = made(12)
SCHEMA = json.loads(files("docklint").joinpath("schemas", "overview.json").read_bytes())
LINTER = Linter(Settings())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a good paper, a copy of it, one with faults, one that cannot be read, and what is no paper."""
    (tmp_path / "云岭区图书馆.txt").write_text(READY, "utf-8")
    (tmp_path / "=副本().txt").write_text(READY.replace("认真", "仔细"), "utf-8")
    (tmp_path / "青禾县档案馆.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    (tmp_path / "记录.txt").write_text("今天开会。", "utf-8")
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    return tmp_path


def told(*words: str | Path, cwd: Path) -> dict[str, Any]:
    ran = docklint("overview", *words, "-f", "json", cwd=cwd)
    assert ran.status == 0, ran.said
    report: dict[str, Any] = json.loads(ran.out)
    Draft202012Validator(SCHEMA).validate(report)
    return report


def test_every_file_is_a_row_and_the_worst_is_first(desk: Path) -> None:
    report = told(".", cwd=desk)
    rows = {row["path"]: row for row in report["papers"]}
    assert set(rows) == {each.name for each in desk.iterdir()}
    assert report["papers"][0]["path"] == "青禾县档案馆.txt"
    assert [row["status"] for row in report["papers"]].count("checked") == 3
    assert rows["坏.docx"]["status"] == "failed"
    assert rows["记录.txt"]["status"] == rows["旧.doc"]["status"] == "skipped"
    for name in ("坏.docx", "记录.txt", "旧.doc"):
        assert (rows[name]["verdict"], rows[name]["reason"]) == (
            "unchecked",
            rows[name]["verdict_reasons"][0],
        )
    faulty = rows["青禾县档案馆.txt"]
    check = json.loads(docklint("check", "青禾县档案馆.txt", "-f", "json", cwd=desk).out)["files"][0]
    assert (faulty["verdict"], faulty["verdict_reasons"]) == (check["verdict"], check["verdict_reasons"])
    assert faulty["families"]["RED"] == sum(each["code"].startswith("RED") for each in check["findings"])
    assert faulty["worst"][0]["code"] == "RED101"
    good = rows["云岭区图书馆.txt"]
    assert good["who"] == {"name": "云岭区图书馆", "audience": "group"}
    assert good["parts"]["dimensions"] == 4
    assert 0.9 < good["likeness"]["score"] == rows["=副本().txt"]["likeness"]["score"]
    assert faulty["likeness"] is None or faulty["likeness"]["score"] < 0.12


def test_a_spreadsheet_never_takes_a_paper_for_a_formula(desk: Path) -> None:
    assert docklint("overview", ".", "-o", "总览.csv", "-o", "总览.xlsx", cwd=desk).status == 0
    data = (desk / "总览.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert "'=副本().txt" in {row[1] for row in rows}
    assert not any(cell.startswith(tuple("=+-@")) for row in rows for cell in row)
    sheet = ElementTree.fromstring(_part(desk / "总览.xlsx", "xl/worksheets/sheet1.xml"))
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    assert sheet.findall(".//s:f", space) == []
    assert "=副本().txt" in _part(desk / "总览.xlsx", "xl/sharedStrings.xml").decode()
    pane, filtered = sheet.find(".//s:pane", space), sheet.find(".//s:autoFilter", space)
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert filtered is not None
    assert sheet.find(".//s:pageSetup[@orientation='landscape']", space) is not None


def test_all_formats_tell_the_same_and_give_the_same_bytes_again(desk: Path) -> None:
    names = [f"总览.{suffix}" for suffix in ("html", "xlsx", "csv", "json", "txt")]
    outputs = [word for name in names for word in ("-o", name)]
    before: dict[str, bytes] = {}
    for _ in range(2):
        ran = docklint("overview", ".", *outputs, cwd=desk)
        assert ran.status == 0, ran.said
        now = {name: (desk / name).read_bytes() for name in names}
        assert before in ({}, now)
        before = now
    for name in ("总览.html", "总览.txt"):
        text = before[name].decode()
        for words in ("青禾县档案馆.txt", "坏.docx", "旧.doc", "记录.txt", "RED101"):
            assert words in text, (name, words)
    for _ in range(2):
        docx = docklint("overview", ".", "-o", "总览.docx", "-o", "各份/", "-f", "docx", cwd=desk)
        assert docx.status == 0, docx.said
    assert "青禾县档案馆.txt" in _part(desk / "总览.docx", "word/document.xml").decode()
    own = _part(desk / "各份" / "云岭区图书馆（检查报告）.docx", "word/document.xml").decode()
    assert "最高相似度为" in own
    assert "副本" not in own
    # The overview is no paper, whatever its format.
    rows = {row["path"]: row["status"] for row in told(".", cwd=desk)["papers"]}
    assert {status for path, status in rows.items() if "总览" in path or "各份" in path} <= {"skipped"}


def test_a_papers_own_report_holds_no_other_papers_name_or_words(tmp_path: Path) -> None:
    this, past = FOLDER.write(tmp_path)
    assert docklint("overview", this, "--past", past, "-o", f"{tmp_path / '报告'}/", cwd=tmp_path).status == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "报告").iterdir()}
    assert len(written) == 41
    index = written.pop("index.html")
    alike = {name: each for each in FOLDER.pairs for name in (each.paper,)}
    for name, page in written.items():
        own = name.split("（")[0] + ".txt"
        assert f'href="{name}"' in index or _quoted(name) in index
        others = {*FOLDER.papers, *FOLDER.past} - {own}
        assert [other for other in others if other in page] == []
        if own in alike and alike[own].part >= 0.4:
            assert re.search(r"最高相似度为 [0-9]+%", page)
    for each in FOLDER.pairs:
        if each.how != "replaced" or each.source not in FOLDER.papers:
            continue
        mine, theirs = FOLDER.papers[each.paper], FOLDER.papers[each.source]
        only = [words for words in re.findall(r"[^。\n]{14,}", theirs) if words not in mine][:5]
        page = written[each.paper.replace(".txt", "（检查报告）.html")]
        assert [words for words in only if words in page] == []


def test_the_page_of_a_folder_leads_to_the_reports_and_a_page_alone_nowhere(desk: Path) -> None:
    assert docklint("overview", ".", "-o", "报告/", "-o", "总览.html", cwd=desk).status == 0
    links = re.findall(r'<a href="([^"#]+)"', (desk / "报告" / "index.html").read_text("utf-8"))
    from urllib.parse import unquote

    assert len(links) == 3
    assert all((desk / "报告" / unquote(link)).is_file() for link in links)
    assert re.findall(r'<a href="([^"#]+)"', (desk / "总览.html").read_text("utf-8")) == []


def test_likeness_with_earlier_years_is_told_as_such(desk: Path) -> None:
    old = desk / "去年"
    old.mkdir()
    shutil.copy(desk / "青禾县档案馆.txt", old / "a.txt")
    (desk / "云岭区图书馆.txt").write_text(READY, "utf-8")
    shutil.copy(desk / "云岭区图书馆.txt", old / "b.txt")
    (desk / "=副本().txt").unlink()
    ran = docklint("overview", ".", "--past", "去年", "-f", "json", cwd=desk)
    report = json.loads(ran.out)
    rows = {row["path"]: row for row in report["papers"]}
    assert report["past"] == 2
    assert not any(path.startswith("去年") for path in rows)
    assert rows["云岭区图书馆.txt"]["likeness"]["past"] is True
    assert "只当作往年的材料" in ran.said
    assert "与往年的完全相同" in ran.said


def _says(ran: Ran, *words: str) -> None:
    assert ran.status == 2, ran.said
    assert len(ran.said.splitlines()) == 1
    assert all(word in ran.said for word in words), ran.said


def test_what_cannot_be_done_is_one_sentence(desk: Path) -> None:
    (desk / "空").mkdir()
    _says(docklint("overview", "空", cwd=desk), "没有可检查的文稿")
    _says(docklint("overview", ".", "--past", "不在", cwd=desk), "--past")
    _says(docklint("overview", ".", "--past", ".", cwd=desk), "--past")
    _says(docklint("overview", ".", "-o", "a.pdf", cwd=desk), "a.pdf")
    _says(docklint("overview", ".", "-f", "csv", "-o", "a.xlsx", cwd=desk), "a.xlsx")
    _says(docklint("overview", ".", "-f", "xlsx", cwd=desk), "--output")
    _says(docklint("overview", ".", "-o", "没有/a.html", cwd=desk), "无法写入")
    _says(docklint("overview", ".", "-o", "青禾县档案馆.txt", cwd=desk), "青禾县档案馆.txt")
    (desk / "我的.csv").write_text("名单", "utf-8")
    _says(docklint("overview", ".", "-o", "我的.csv", cwd=desk), "我的.csv")
    (desk / "占").write_text("", "utf-8")
    _says(docklint("overview", ".", "-o", "占/", cwd=desk), "占")


def test_without_xlsxwriter_a_sentence_says_what_to_do(desk: Path) -> None:
    absent = "import sys; sys.modules['xlsxwriter'] = None"
    _says(docklint("overview", ".", "-o", "a.xlsx", cwd=desk, before=absent), "XlsxWriter", ".csv")


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_after_ctrl_c_what_is_finished_is_kept_and_said(tmp_path: Path) -> None:
    this, _ = FOLDER.write(tmp_path)
    slow = """import time, docklint.checks.structure_not_found as module
was = module.StructureNotFound.applies
def slowly(self, draft): time.sleep(0.2); return was(self, draft)
module.StructureNotFound.applies = slowly
import sys, docklint.cli as c; sys.exit(c.main())"""
    program = subprocess.Popen(
        [sys.executable, "-c", slow, "overview", str(this), "-o", "报告/", "--jobs", "1"],
        cwd=tmp_path,
        env=surroundings(),
        preexec_fn=hear_signals,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "报告").glob("*.html"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    program.send_signal(signal.SIGINT)
    said = program.communicate(timeout=60)[1].decode()
    assert program.returncode == 130
    assert "已中断" in said
    assert "Traceback" not in said
    written = {path.name for path in (tmp_path / "报告").glob("*.html")}
    assert 3 < len(written) < 41
    index = (tmp_path / "报告" / "index.html").read_text("utf-8")
    assert "检查中断" in index
    assert index.count("（检查报告）") >= len(written) - 1 or index.count("<a href") >= len(written) - 2


@pytest.mark.parametrize(
    ("title", "name", "audience"),
    [
        ("青禾县水利局党组2025年度民主生活会对照检查材料", "青禾县水利局党组", "group"),
        ("白鹭区财政局领导班子专题民主生活会检视剖析材料", "白鹭区财政局", "group"),
        (
            "2025年度民主生活会个人对照检查材料\n望江县林业局副局长 陈知行",
            "望江县林业局副局长陈知行",
            "individual",
        ),
        ("个人对照检查材料（柳溪县民政局 何静）", "柳溪县民政局何静", "individual"),
    ],
)
def test_whose_a_paper_is(title: str, name: str, audience: str) -> None:
    text = f"{title}\n{READY.split(chr(10), 1)[1]}"
    (draft,) = LINTER.understand(parse("07 终稿.txt", text.encode(), "final")).drafts
    found = who(draft)
    assert (found.name.replace(" ", ""), found.audience) == (name, audience)


def test_a_paper_without_a_title_has_its_files_name() -> None:
    (draft,) = LINTER.understand(parse("03-云岭区图书馆（定稿）.txt", READY.encode(), "final")).drafts
    assert who(draft).name == "云岭区图书馆"


def test_the_share_of_problems_and_causes_is_a_part_of_the_paper() -> None:
    (draft,) = LINTER.understand(parse("a.txt", READY.encode(), "final")).drafts
    problems = draft.section("problems")
    causes = draft.section("causes")
    assert problems
    assert causes
    long = problems.range.end - problems.range.start + causes.range.end - causes.range.start
    share = problems_and_causes(draft)
    assert share is not None
    assert share == pytest.approx(long / (draft.range.end - draft.range.start))
    assert 0.5 < share < 0.9
    (bare,) = LINTER.understand(parse("a.txt", "今天开会。".encode(), "final")).drafts
    assert problems_and_causes(bare) is None


def test_a_word_file_is_told_by_its_paragraph(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(typed(FAULTY))
    (row,) = told(".", cwd=tmp_path)["papers"]
    assert row["worst"][0]["paragraph_shown"] >= 1
    assert "段" in docklint("overview", ".", cwd=tmp_path).text


def test_one_clean_paper_is_a_table_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    (row,) = told(".", "--profile", "generic", cwd=tmp_path)["papers"]
    assert row["likeness"] is None
    assert row["parts"]["problems"] == row["parts"]["problems_with_examples"] == 4


def test_every_paper_of_a_file_is_a_row(tmp_path: Path) -> None:
    second = READY.replace("云岭区图书馆", "青禾县档案馆")
    (tmp_path / "汇编.txt").write_text(f"第一篇：\n{FAULTY}\n第二篇：\n{second}", "utf-8")
    (tmp_path / "另一份.txt").write_text(READY, "utf-8")
    report = told(".", cwd=tmp_path)
    rows = {(row["path"], row["paper"]): row for row in report["papers"]}
    assert set(rows) == {("汇编.txt", 1), ("汇编.txt", 2), ("另一份.txt", 1)}
    first, other = rows["汇编.txt", 1], rows["汇编.txt", 2]
    assert (first["papers"], other["papers"]) == (2, 2)
    assert first["verdict"] == "revise"
    check = json.loads(docklint("check", "汇编.txt", "-f", "json", cwd=tmp_path).out)["files"][0]
    for severity in ("error", "warning", "info"):
        assert first["summary"][severity] + other["summary"][severity] == check["summary"][severity]
    assert other["summary"]["error"] == 0
    assert other["likeness"]["score"] > 0.8 > first["likeness"]["score"]
    assert (other["meeting"]["title"], other["parts"]["dimensions"]) == (
        rows["另一份.txt", 1]["meeting"]["title"],
        4,
    )
    table = docklint("overview", ".", cwd=tmp_path).text
    assert "共 2 个文件、3 份材料。" in table
    assert "这个文件的第 2 份" in table
    for name in ("t.html", "t.csv", "t.docx", "t.xlsx"):
        assert docklint("overview", ".", "-o", name, cwd=tmp_path).status == 0


def test_what_cannot_be_written_costs_nothing_else(desk: Path) -> None:
    ran = docklint("overview", ".", "-o", "没有这个文件夹/总览.html", "-o", "总览.csv", cwd=desk)
    assert ran.status == 2
    assert ran.said.count("\n") == 1
    assert (desk / "总览.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_name_that_is_none_is_no_overview(tmp_path: Path) -> None:
    ran = docklint("overview", "没有.txt", "-o", "t.csv", cwd=tmp_path)
    assert ran.status == 2
    assert "没有.txt" in ran.said
    assert not (tmp_path / "t.csv").exists()


def _part(path: Path, name: str) -> bytes:
    with ZipFile(BytesIO(path.read_bytes())) as package:
        return package.read(name)


def _quoted(name: str) -> str:
    from urllib.parse import quote

    return quote(name)
