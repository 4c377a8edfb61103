"""`docklint matrix` in all its formats, and what the rules of correspondence say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docklint import readers, texts
from docklint.linter import Linter
from docklint.reports import matrix, matrix_html, matrix_markdown, matrix_text, outline
from docklint.reports.plain import width
from docklint.rules import Finding
from docklint.settings import Settings
from docklint.structure.draft import Draft
from tests.running import SOURCE, docklint

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
HOSTILE = "<script>alert(1)</script>|`*_[x](y)"
TEXT = """一、存在的问题
（一）理论学习方面。一是学习不系统。2023年上半年中心组只学习了2次。
（二）工作作风方面。一是调查研究不深。2023年4月到5个乡镇调研，没有走进农户。
（三）廉洁自律方面。一是警示教育不经常。2023年只组织1次警示教育。
二、原因分析
（一）理论武装抓得不紧。学习满足于完成任务，理想信念有所松动。
（二）宗旨意识有所淡化。与群众面对面少，听取意见不够。
（三）纪律约束不够严格。廉政谈话流于形式，监督执纪偏软。
三、整改措施
（一）用创新理论凝心铸魂。中心组每月研讨一次，读原著、悟原理，开展廉政谈话。
（二）把群众的事放在心上。班子成员每月走访十户，现场解决诉求。
（三）改造老旧锅炉房。更换阀门和保温层，确保冬季温度达标。
"""
"""The third cause is not answered, and the third measure answers nothing."""


@cache
def linter(lang: str = "zh") -> Linter:
    return Linter(Settings(profile="generic", lang=lang, select=("COR",)))


def drafts(text: str = TEXT, name: str = "draft.txt") -> tuple[Draft, ...]:
    return linter().understand(readers.parse(name, text.encode(), "final")).drafts


def findings(text: str = TEXT, lang: str = "zh") -> list[Finding]:
    return list(linter(lang).check_bytes("draft.txt", text.encode()).findings)


def as_json(found: tuple[Draft, ...], lang: str = "zh") -> Any:
    return json.loads("".join(matrix.json(found, texts.load(lang))))


def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((SOURCE / "docklint/schemas/matrix.json").read_text("utf-8")))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_json_fits_its_schema_and_the_outline(path: Path) -> None:
    found = linter().understand(readers.read(str(path), "final")).drafts
    given = as_json(found)
    schema().validate(given)
    kinds = {node["id"]: node["kind"] for node in outline.nodes(found)}
    for link in given["links"]:
        assert f"{kinds[link['from']]}-{kinds[link['to']]}" == link["kind"]
    for bare in given["uncovered"]:
        assert bare["kind"].startswith(kinds[bare["node"]])


def test_ids_run_through_all_drafts_of_a_file() -> None:
    paper = "青禾县档案馆对照检查材料\n" + TEXT
    found = drafts(paper + "\n\n" + paper)
    assert len(found) == 2
    kinds = {node["id"]: node["kind"] for node in outline.nodes(found)}
    given = as_json(found)
    assert {f"{kinds[link['from']]}-{kinds[link['to']]}" for link in given["links"]} == {
        link["kind"] for link in given["links"]
    }
    assert len(given["uncovered"]) == 2 * len(as_json(drafts(paper))["uncovered"])


def test_uncovered_is_what_the_rules_report() -> None:
    reported = {(finding.name, finding.quote) for finding in findings()}
    titles = {node["id"]: node["ordinal"] + node["title"] for node in outline.nodes(drafts())}
    assert {(bare["kind"], titles[bare["node"]]) for bare in as_json(drafts())["uncovered"]} == reported
    assert {name for name, _ in reported} == {"cause-without-measure", "measure-without-cause"}


def test_nothing_to_compare_is_said() -> None:
    short = TEXT.split("三、")[0]
    given = as_json(drafts(short))
    schema().validate(given)
    assert (given["applicable"], given["links"], given["uncovered"]) == (False, [], [])
    for render in (matrix_markdown.render, matrix_html.render):
        assert "未分析对应关系" in "".join(render(drafts(short), texts.load("zh")))
    assert "未分析对应关系" in "".join(matrix_text.render(drafts(short), texts.load("zh"), 80))
    assert linter().check_bytes("draft.txt", short.encode()).statuses["COR101"] == "not-applicable"


def test_messages_name_the_nearest_and_what_is_shared() -> None:
    told = {finding.code: finding.message for finding in findings()}
    assert "“（三）纪律约束不够严格”" in told["COR101"]
    assert "“（一）用创新理论凝心铸魂”" in told["COR101"]
    assert "“廉政谈话”" in told["COR101"]
    assert "说的却是" in told["COR102"]
    candidate = next(finding for finding in findings() if finding.code == "COR101").related[0]
    assert candidate.role == "candidate"
    assert "“廉政谈话”" in {f.code: f.message for f in findings(lang="en")}["COR101"]


def test_a_profile_may_move_the_threshold() -> None:
    settings = Settings(profile="generic", select=("COR101",), rules={"COR101": {"least": 0.0}})
    assert Linter(settings).check_bytes("draft.txt", TEXT.encode()).findings == ()


@pytest.mark.parametrize("columns", [20, 60, 90, 400])
def test_text_stays_within_its_columns(columns: int) -> None:
    lines = "".join(matrix_text.render(drafts(), texts.load("zh"), columns)).split("\n")
    assert max(map(width, lines)) <= max(60, min(columns, 140))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_missing_is_marked_in_words(lang: str) -> None:
    missing, nothing = (
        ("没有对应的措施", "没有对应的原因和问题")
        if lang == "zh"
        else ("no measure", "no cause and no problem")
    )
    for told in (
        "".join(matrix_text.render(drafts(), texts.load(lang), 120)),
        "".join(matrix_markdown.render(drafts(), texts.load(lang))),
        "".join(matrix_html.render(drafts(), texts.load(lang))),
    ):
        assert missing in told
        assert nothing in told


def test_no_character_is_out_of_place() -> None:
    told = "".join(matrix_text.render(drafts(), texts.load("zh"), 100))
    assert not re.search("[✓✗•]", told)
    told.encode("gb18030")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [key for key, _ in attrs if key in ("src", "href", "onclick", "onload")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_needs_nothing_and_keeps_text_text() -> None:
    hostile = TEXT.replace("用创新理论凝心铸魂", f"用创新理论凝心铸魂{HOSTILE}")
    page = _Page()
    page.feed("".join(matrix_html.render(drafts(hostile, f"{HOSTILE}.txt"), texts.load("zh"))))
    assert "script" not in page.tags
    assert page.loads == []
    assert any(HOSTILE in words for words in page.words)


def test_markdown_keeps_text_text() -> None:
    hostile = TEXT.replace("用创新理论凝心铸魂", f"用创新理论凝心铸魂{HOSTILE}")
    rows = [line for line in _markdown(hostile) if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4}
    assert not any("<script" in row.replace("\\<", "") for row in rows)
    assert any("\\*" in row and "\\[x\\]" in row for row in rows)


def _markdown(text: str) -> Iterator[str]:
    yield from "".join(matrix_markdown.render(drafts(text), texts.load("zh"))).split("\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_command_writes_every_format(path: Path, tmp_path: Path) -> None:
    assert "没有对应的措施" in docklint("matrix", path, "--profile", "generic").text
    schema().validate(json.loads(docklint("matrix", path, "--format", "json").text))
    target = tmp_path / "out.html"
    assert docklint("matrix", path, "-f", "html", "-o", target).status == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert docklint("matrix", "-", "-f", "markdown", given=TEXT.encode()).text.startswith("# ")


def test_the_command_names_its_mistakes(path: Path) -> None:
    wrong = docklint("matrix", path, "--format", "htm")
    assert wrong.status == 2
    assert "html" in wrong.said
    assert docklint("matrix", path.with_name("没有.txt")).status == 2


def test_json_imports_no_rich(path: Path) -> None:
    script = "import atexit, sys; atexit.register(lambda: sys.stderr.write(str('rich' in sys.modules)))"
    assert docklint("matrix", path, "-f", "json", before=script).said.endswith("False")


def test_a_terminal_gets_colour_and_the_same_words(path: Path) -> None:
    # There is no such thing as a pseudo-terminal on every system; that module skips itself.
    from tests.test_cli_streams import on_terminal

    shown = on_terminal("matrix", path, "--profile", "generic", environment={"COLUMNS": "120"})
    assert "\x1b[" in shown
    assert "没有对应的措施" in re.sub(r"\x1b\[[0-9;]*m", "", shown)


VAGUE = "强化理论学习。始终摆在首位，不断提高思想认识，切实加强理论武装，进一步完善制度机制，确保走深走实。"


@pytest.mark.parametrize(
    ("measure", "vague"),
    [
        (VAGUE, True),
        ("强化理论学习。坚持全面系统学、深入思考学，做到学以致用。", True),
        ("强化理论学习。中心组带头学、深入学。", False),
        ("强化理论学习。每月研讨，做到学以致用。", False),
        ("强化理论学习。年底前补齐学习内容。", False),
        ("强化理论学习。精读5篇，写出心得。", False),
        ("强化理论学习。建立学用转化清单，做到学以致用。", False),
        ("强化理论学习。推行“一题一研”，做到学以致用。", False),
    ],
)
def test_vague_measures(measure: str, vague: bool) -> None:
    checker = Linter(Settings(profile="generic", select=("COR105",)))
    text = re.sub("（一）用创新理论.*", f"（一）{measure}", TEXT)
    found = [finding.quote for finding in checker.check_bytes("draft.txt", text.encode()).findings]
    assert ("（一）强化理论学习" in found) is vague


def test_vague_measures_are_not_reported_unasked() -> None:
    result = Linter(Settings(profile="generic")).check_bytes("draft.txt", TEXT.encode())
    assert result.statuses["COR105"] == "disabled"
