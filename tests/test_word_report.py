"""The report in Word's own format: what it says, how it looks on paper, and that nobody's words are lost to it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from docklint.errors import Empty
from docklint.reports import ReportOptions, load
from docklint.results import FileResult, Run, summarise
from tests.docx_builder import typed
from tests.running import FAULTY, READY, docklint
from tests.test_formats import everything

SOFFICE = shutil.which("soffice") or ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "甲.docx").write_bytes(typed(READY.replace("打了折扣", "打了*折扣")))
    (tmp_path / "乙.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def words(document: Any) -> list[str]:
    """Return the text of paragraphs and table rows in their order."""
    found = []
    for element in document.element.body.iter(qn("w:p"), qn("w:tr")):
        inside = next(element.iterancestors(qn("w:tr")), None)
        if inside is None:
            found.append("".join(each.text or "" for each in element.iter(qn("w:t"))))
    return found


def opened(path: Path) -> Any:
    """Return a report as python-docx reads it."""
    return Document(str(path))


def made(*results: FileResult, lang: str = "zh") -> Any:
    """Return the report on results, read again."""
    report = load("docx")(ReportOptions(lang=lang))
    report.begin(Run(len(results)))
    for result in results:
        assert list(report.file(result)) == []
    return Document(io.BytesIO(report.data(summarise(results))))


def test_it_says_what_there_is_to_say(folder: Path) -> None:
    ran = docklint("check", "甲.docx", "-o", "报告.docx", cwd=folder)
    assert (ran.status, ran.said.startswith("docklint: 报告已写入 报告.docx：文稿 1 份，发现 ")) == (1, True)
    told = words(opened(folder / "报告.docx"))
    assert told[:2] == ["文稿检查报告", "甲.docx"]
    whole = "\n".join(told)
    for said in (
        "结论：修改后提交",
        "2024",
        "问题清单（",
        "没有检查什么",
        "撰稿人：",
        "规则日期",
        "没有离开这台电脑",
    ):
        assert said in whole
    (row,) = [line for line in told if "RED101" in line]
    assert re.match(r"1第 3 段一、存在的突出问题 > （一）.*错误 “\*”是脱敏标记", row)
    assert "原文：*" in row
    assert row.endswith("□")
    assert any(line.startswith("（一）政治学习不深入（一）加强政治学习") for line in told), told


def test_it_is_a4_in_chinese_fonts_with_page_numbers(folder: Path) -> None:
    docklint("check", "甲.docx", "-o", "报告.docx", cwd=folder)
    document = opened(folder / "报告.docx")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    text_width = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(cell.width for cell in table.rows[0].cells) <= text_width + Mm(1)
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    for style, font in (("Normal", "仿宋"), ("Title", "黑体"), ("Heading 1", "黑体"), ("Heading 2", "黑体")):
        fonts = document.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert not [key for key in fonts.attrib if "heme" in key]
    codes = [each.text for each in section.footer._element.iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]
    assert document.core_properties.identifier == "docklint-report"


def test_the_same_drafts_give_the_same_bytes(folder: Path) -> None:
    runs = {
        docklint(
            "check",
            ".",
            "没有.txt",
            "-f",
            "docx",
            cwd=folder,
            environment={"PYTHONHASHSEED": seed, "TZ": zone},
        ).out
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"))
    }
    assert len(runs) == 1
    with ZipFile(io.BytesIO(runs.pop())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_and_nothing_at_all_are_written(lang: str) -> None:
    document = made(everything(), FileResult("没有.txt", error=Empty()), lang=lang)
    whole = "".join(words(document))
    assert whole.count("AAA101") == 2
    assert "<b>&" in whole
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", whole)
    assert words(made(lang=lang))[0] in ("文稿检查报告", "Draft check report")


def test_it_is_replaced_until_somebody_saves_it(folder: Path) -> None:
    report = folder / "报告.docx"
    for _ in range(2):
        assert docklint("check", "甲.docx", "-o", report, cwd=folder).status == 1
    document = opened(report)
    document.add_paragraph("第一处已同张三核对。")
    document.core_properties.last_modified_by = "张三"
    document.save(str(report))
    kept = report.read_bytes()
    ran = docklint("check", "甲.docx", "-o", report, cwd=folder)
    assert (ran.status, "Word 文件" in ran.said) == (2, True)
    assert report.read_bytes() == kept
    assert "不是文稿" in docklint("check", report).said


@pytest.mark.thorough
@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice here")
def test_libreoffice_prints_it_on_a4(folder: Path) -> None:
    docklint("check", ".", "-o", "报告.docx", cwd=folder)
    command = [
        SOFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "报告.docx"], cwd=folder, capture_output=True, check=True, timeout=180)
    boxes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", (folder / "报告.pdf").read_bytes())
    assert {(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes} == {(210, 297)}


def test_of_a_file_of_several_papers_each_table_says_whose_it_is(tmp_path: Path) -> None:
    (tmp_path / "合编.txt").write_text(f"{READY}\n{READY.replace('云岭区', '青禾区')}", "utf-8")
    docklint("check", "合编.txt", "-o", "报告.docx", "-o", "报告.html", "-o", "报告.md", cwd=tmp_path)
    told = [paragraph.text for paragraph in Document(str(tmp_path / "报告.docx")).paragraphs]
    assert any("有 2 份材料" in line for line in told)
    tables = [line for line in told if line.endswith("对应的原因和措施")]
    assert [line[:7] for line in tables] == ["第 1 份材料", "第 2 份材料"]
    for name in ("报告.html", "报告.md"):
        assert "有 2 份材料" in (tmp_path / name).read_text("utf-8")
