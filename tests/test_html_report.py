"""The HTML report: made from JSON alone, self-contained, and faithful to whatever a draft holds."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.linter import Linter
from docklint.neutral import safe
from docklint.reports import ReportOptions
from docklint.reports.html.data import PageData
from docklint.reports.html.markup import Markup, tag
from docklint.reports.html.page import render
from docklint.results import summarise
from docklint.settings import Settings
from tests.running import READY, docklint

GOLDEN = Path(__file__).parent / "golden"
DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
HOSTILE = (
    "</style><script>alert(1)</script><img src=x onerror=alert(2)>\u202e反\u0007\x1b[31m\u200f"
    "<a href='javascript:alert(3)'>x</a>--><![CDATA[&lt;\"'` \U00020000e\u0301"
)
VOID = {"meta", "br", "col", "input"}


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and text by the element it stands in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    @property
    def text(self) -> str:
        return "".join(words for _, words in self.words)

    def all(self, attribute: str) -> list[str]:
        return [value for _, found in self.elements if (value := found.get(attribute)) is not None]

    def named(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attributes for found, attributes in self.elements if found == name)


def location(text: str, start: int, end: int) -> dict[str, Any]:
    line = text.count("\n", 0, start) + 1
    return {
        "line": line,
        "column": start - text.rfind("\n", 0, start),
        "offset": start,
        "end_offset": end,
        "page": None,
        "heading_path": [],
        "quote": text[start:end],
    }


def finding(text: str, start: int, end: int, severity: str = "warning", **other: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "code": "AAA101",
        "severity": severity,
        "message": "不好",
        "help": "请改。",
        "location": location(text, start, end),
        "related": [],
        "suppressed": None,
    }
    return {**values, **other}


def report(text: str, *findings: dict[str, Any], **other: Any) -> dict[str, Any]:
    """Return the data of a page about one text, as parsed from JSON."""
    counts = {key: sum(one["severity"] == key for one in findings) for key in ("error", "warning", "info")}
    file = {
        "path": "稿.txt",
        "encoding": "utf-8",
        "status": "checked",
        "error": None,
        "profile": {"id": "generic", "title": "通用", "chosen_by": "auto"},
        "coverage": {"read": ["body", "odd-part"], "unread": []},
        "rules": {"AAA101": "findings" if findings else "passed"},
        "findings": list(findings),
        "summary": {**counts, "suppressed": 0},
        "notices": 0,
        "verdict": "revise" if counts["error"] + counts["warning"] else "ready",
        "verdict_reasons": [],
    }
    data = {
        "lang": "zh",
        "check": {"tool": {"name": "docklint", "version": "0"}, "files": [{**file, **other}]},
        "papers": [{"text": text, "outline": None, "matrix": None}],
        "rules": {},
    }
    return dict(json.loads(json.dumps(data)))


def passage(page: str) -> list[str]:
    """Return the draft's lines as HTML."""
    return re.findall(r'<span class="words">(.*?)</span></p>', page)


def marked(line: str) -> list[tuple[str, str]]:
    """Return the marked runs of a line: how bad, and which words."""
    return re.findall(r'<mark class="(\w+)">(.*?)</mark>', line)


def plain(line: str) -> str:
    """Return a line without its marks and numbers."""
    return Page(re.sub(r'<a id="f1-m.*?</a>', "", line)).text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_made_from_json_alone_and_stands_alone(lang: str) -> None:
    linter = Linter(Settings(lang=lang))
    files = [str(GOLDEN / "faults.txt"), *map(str, DRAFTS[:2]), "no-such-file.txt"]
    gathered, results = PageData(ReportOptions(lang=lang)), list(map(linter.check_file, files))
    for result in results:
        gathered.add(result)
    data = gathered.complete(summarise(results))
    page = render(json.loads(json.dumps(data)))
    assert page == render(data)
    seen = Page(page)
    ids = seen.all("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in seen.all("href")} <= set(ids)
    assert all(link.startswith("#") for link in seen.all("href"))
    names = {name for name, _ in seen.elements}
    assert not names & {"img", "image", "use", "iframe", "object", "embed", "form", "link", "base"}
    assert [name for name, _ in seen.elements].count("script") == 1
    assert not {"src", "style", "srcset", "action"} & {key for _, found in seen.elements for key in found}
    assert not [key for _, found in seen.elements for key in found if key.startswith("on")]
    assert ("未检查" if lang == "zh" else "Unchecked") in seen.text


def test_the_policy_allows_this_style_sheet_and_this_script_and_nothing_else() -> None:
    page = render(report("甲"))
    (policy,) = [one["content"] for one in Page(page).named("meta") if "http-equiv" in one]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in (script[1], style[1])]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[1]}'; script-src 'sha256-{hashes[0]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    # No string of the page can become code or markup through it.
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|eval|Function\(|document\.write|storage", script[1], re.I
    )
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_hostile_text_stays_text_wherever_it_stands() -> None:
    one = finding(HOSTILE, 3, 20, code=HOSTILE, message=HOSTILE, help=HOSTILE)
    one["location"]["heading_path"] = [HOSTILE]
    one["related"] = [{"message": HOSTILE, "location": location(HOSTILE, 0, 1)}]
    gone = finding(HOSTILE, 0, 1, message=HOSTILE, suppressed={"kind": "config", "reason": HOSTILE})
    unread = {"read": [HOSTILE], "unread": [{"part": HOSTILE, "reason": HOSTILE}]}
    profile = {"id": "x", "title": HOSTILE, "chosen_by": "option"}
    data = report(HOSTILE, one, gone, path=HOSTILE, coverage=unread, profile=profile, encoding=HOSTILE)
    node: dict[str, Any] = {"id": "n1", "parent": None, "kind": "cause", "ordinal": None, "title": HOSTILE}
    node |= {"examples": [], "location": location(HOSTILE, 0, 9)}
    data["papers"][0]["outline"] = {"nodes": [node]}
    data["papers"][0]["matrix"] = {
        "links": [{"from": "n1", "to": "n1", "kind": "cause-measure", "score": 0.5, "evidence": [HOSTILE]}],
        "uncovered": [],
    }
    data["rules"] = {"AAA101": {"name": "x", "checks": HOSTILE}}
    page = render(data)
    seen = Page(page)
    assert page.count("<script") == 1
    assert "img" not in {name for name, _ in seen.elements}
    assert not set(page) & set("\x07\x1b\u202e\u200f")
    assert seen.text.count("alert(1)") >= 12
    assert "".join(map(plain, passage(page))) == safe(HOSTILE)


def test_overlapping_findings_are_cut_and_the_worst_shows() -> None:
    text = "一二三四五六七八"
    page = render(
        report(
            text,
            finding(text, 0, 6, "info"),
            finding(text, 1, 4, "error"),
            finding(text, 2, 8, "warning"),
            finding(text, 5, 5, "error"),
        )
    )
    (line,) = passage(page)
    assert marked(line) == [
        ("info", "一"),
        ("error", "二"),
        ("error", "三四"),
        ("warning", "五"),
        ("warning", "六"),
        ("warning", "七八"),
    ]
    assert plain(line) == text
    places = [line.index(f'id="f1-m{number}"') for number in (1, 2, 3, 4)]
    assert places == sorted(places)


def test_a_finding_over_several_lines_is_marked_on_each() -> None:
    text = "一二\n\n三四\n五\n"
    page = render(report(text, finding(text, 1, 6), finding(text, 8, 8, "error")))
    assert [marked(line) for line in passage(page)] == [[("warning", "二")], [], [("warning", "三四")], []]
    assert len(passage(page)) == 4


def test_findings_and_text_are_linked_both_ways() -> None:
    text = "一二三"
    page = render(
        report(text, finding(text, 0, 1), finding(text, 1, 2, "error"), finding(text, 2, 2, "info"))
    )
    for number in (1, 2, 3):
        assert f'<li id="f1-{number}"' in page
        assert f'<a href="#f1-m{number}"' in page
        assert f'<a id="f1-m{number}" href="#f1-{number}"' in page


TEXT = st.text(st.sampled_from("一<&\"'\n\x00\u202e𠀀a "), max_size=40)
SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["error", "warning", "info"])),
    max_size=8,
)


@settings(max_examples=60)
@given(TEXT, SPANS)
def test_no_character_of_the_text_is_lost(text: str, spans: list[tuple[int, int, str]]) -> None:
    cut = sorted((min(a, b, len(text)), min(max(a, b), len(text)), severity) for a, b, severity in spans)
    page = render(report(text, *(finding(text, *span) for span in cut)))
    lines = [safe(line) for line in text.removesuffix("\n").split("\n")]
    assert [plain(line) for line in passage(page)] == lines
    covered = "".join(
        safe(text[at]) for at in range(len(text)) if any(a <= at < b for a, b, _ in cut) and text[at] != "\n"
    )
    assert "".join(Page(words).text for line in passage(page) for _, words in marked(line)) == covered


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [
        ([], "可提交"),
        (["info"], "可提交"),
        (["info", "warning"], "修改后提交"),
        (["error", "warning"], "修改后提交"),
    ],
)
def test_the_verdict_and_one_list(severities: list[str], verdict: str) -> None:
    page = render(
        report("甲乙丙", *(finding("甲乙丙", at, at + 1, each) for at, each in enumerate(severities)))
    )
    assert f"<strong>{verdict}</strong>" in page
    section = re.search(r'<section id="f1-findings">.*?</section>', page)
    listed = re.findall(r'<li id="f1-\d" class="(\w+)"', section[0]) if section else []
    assert listed == severities
    if section:
        assert section[0].count('class="done"') == len(severities)


def test_a_suppressed_finding_is_told_with_its_reason_and_not_marked() -> None:
    reason = {"kind": "baseline", "reason": "去年已核对"}
    given = report("甲乙", finding("甲乙", 0, 1, suppressed=reason))
    file = given["check"]["files"][0]
    given["check"]["files"] = [{**file, "verdict": "unchecked", "verdict_reasons": ["已约定忽略 1 处"]}]
    page = render(given)
    assert "<strong>未检查</strong> <span>已约定忽略 1 处。</span>" in page
    assert "按基线：去年已核对" in page
    assert marked(passage(page)[0]) == []


def test_what_was_not_read_and_what_crashed_is_told() -> None:
    unread = {"read": ["body", "odd-part"], "unread": [{"part": "footnote", "reason": "读不出"}]}
    page = Page(render(report("甲", coverage=unread, rules={"NUM101": "crashed", "RED101": "disabled"})))
    assert "读到的内容：正文、odd-part" in page.text
    assert "读不出（脚注）" in page.text
    assert "运行出错，没有查完1NUM101" in page.text
    assert "没有启用1RED101" in page.text
    section = page.text[page.text.index("没有检查什么", page.text.index("没有检查什么") + 1) :]
    for told in ("读不出（脚注）", "运行出错", "没有启用", "内容是否属实"):
        assert told in section[: section.index("文稿原文")]


def test_several_files_have_an_index_and_one_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "材料 <1>"
    folder.mkdir()
    (folder / "甲.txt").write_text(READY, encoding="utf-8")
    (folder / "乙.txt").write_text(READY.replace("打了折扣", "“打了折扣"), encoding="utf-8")
    both = docklint("check", ".", "--profile", "2024", "-f", "html", cwd=tmp_path).text
    assert "1 份修改后提交，1 份可提交" in both
    assert [Page(row).text for row in re.findall(r"<tr>(?:(?!</tr>).)*verdict-word.*?</tr>", both)] == [
        "材料 <1>/乙.txt修改后提交010",
        "材料 <1>/甲.txt可提交000",
    ]
    one = docklint("check", folder / "甲.txt", "--profile", "generic", "-f", "html").text
    assert 'class="index"' not in one


def test_the_matrix_shows_links_and_what_nothing_answers() -> None:
    text = "一二三四五"
    nodes: list[dict[str, Any]] = [
        {"id": f"n{at}", "parent": None, "kind": kind, "ordinal": None, "title": text[at], "examples": []}
        | {"location": location(text, at, at + 1)}
        for at, kind in enumerate(["dimension", "dimension", "cause", "measure", "measure"])
    ]
    data = report(text)
    data["papers"][0]["outline"] = {"nodes": nodes}
    data["papers"][0]["matrix"] = {
        "links": [
            {
                "from": "n0",
                "to": "n2",
                "kind": "dimension-cause",
                "score": 0.62,
                "evidence": ["都提到“学习”"],
            },
            {"from": "n2", "to": "n3", "kind": "cause-measure", "score": 1.0, "evidence": []},
            {"from": "n2", "to": "n99", "kind": "cause-measure", "score": 1.0, "evidence": []},
        ],
        "uncovered": [
            {"node": "n1", "kind": "dimension-without-cause"},
            {"node": "n4", "kind": "measure-without-cause"},
        ],
    }
    rows = [Page(row).text for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", render(data))]
    unsure = "不能确定，请自行核对"
    assert rows == [
        f"一三 相符度 62%依据：都提到“学习”{unsure}",
        f"二没有找到对应的原因{unsure}",
        "三四 相符度 100%",
    ]
    assert '没有对应到原因或问题的措施</p><ul><li><a href="#f1-n4"' in render(data)


def test_attributes_and_children_cannot_break_out() -> None:
    made = tag("a", "<b>", None, ["&", Markup("<i></i>")], title='"><script>', hidden=None, class_="x")
    assert made == '<a title="&quot;&gt;&lt;script&gt;" class="x">&lt;b&gt;&amp;<i></i></a>'


def test_thousands_of_findings_on_one_line_are_all_marked() -> None:
    text = "甲*" * 20_000
    found = [finding(text, at, at + 1, "error") for at in range(1, len(text), 2)]
    page = render(report(text, *found))
    assert page.count('<mark class="error">') == 2 * len(found)


def test_the_title_names_the_file_and_the_foot_who_made_it() -> None:
    page = Page(render(report("甲", path="材料/班子 <1>.docx")))
    assert ("title", "班子 <1>.docx - 文稿检查报告") in page.words
    assert "由 docklint 0 生成" in page.text
    assert "文稿没有离开这台电脑" in page.text


def linked(links: list[tuple[str, str, str, float]], uncovered: list[tuple[str, str]]) -> dict[str, Any]:
    """Return a report of two dimensions, a cause and two measures (n0 to n4), with links between them."""
    text, kinds = "一二三四五", ["dimension", "dimension", "cause", "measure", "measure"]
    nodes = [
        {"id": f"n{at}", "parent": None, "kind": kind, "ordinal": None, "title": f"<{text[at]}>" * 9}
        | {"examples": [], "location": location(text, at, at + 1)}
        for at, kind in enumerate(kinds)
    ]
    data = report(text)
    data["papers"][0]["outline"] = {"nodes": nodes}
    keys = ("from", "to", "kind", "score")
    data["papers"][0]["matrix"] = {
        "links": [dict(zip(keys, link, strict=True)) | {"evidence": []} for link in links],
        "uncovered": [{"node": node, "kind": kind} for node, kind in uncovered],
    }
    return data


def test_the_picture_shows_every_part_and_its_links_by_strength() -> None:
    page = render(
        linked(
            [
                ("n0", "n2", "dimension-cause", 1.0),
                ("n1", "n2", "dimension-cause", 0.2),
                ("n2", "n3", "cause-measure", 0.5),
                ("n0", "n3", "dimension-measure", 0.9),
                ("n1", "n4", "dimension-measure", 0.6),
            ],
            [("n1", "dimension-without-cause")],
        )
    )
    figure = re.search(r"<figure.*?</figure>", page)
    assert figure
    drawn = Page(figure[0])
    assert [found.get("class") for found in drawn.named("g")] == ["held", "loose", "held", "held", "held"]
    curves = [(found["class"], found["stroke-width"]) for found in drawn.named("path")]
    # What a cause stands between is not drawn past it.
    assert curves == [("link", "6.0"), ("link weak", "2.0"), ("link", "3.5"), ("link direct", "4.0")]
    assert drawn.text.count("…") == 5
    assert "查摆的问题原因整改措施" in drawn.text
    identities = set(drawn.all("id"))
    (named,) = drawn.all("aria-labelledby")
    assert set(named.split()) <= identities
    _, _, width, height = map(int, next(drawn.named("svg"))["viewbox"].split())  # type: ignore[union-attr]
    for box in drawn.named("rect"):
        assert int(box["x"] or 0) + int(box["width"] or 0) <= width
        assert int(box["y"] or 0) + int(box["height"] or 0) <= height


def test_there_is_no_picture_of_nothing_and_none_of_hundreds() -> None:
    assert "<figure" not in render(linked([], []))
    many = linked([("n0", "n2", "dimension-cause", 1.0)], [])
    node = many["papers"][0]["outline"]["nodes"][0]
    many["papers"][0]["outline"]["nodes"] += [{**node, "id": f"m{at}"} for at in range(100)]
    assert "<figure" not in render(many)


@given(st.lists(st.integers(1, 200), min_size=2, max_size=9))
@settings(max_examples=30)
def test_the_bar_of_lengths_leaves_nothing_out(sizes: list[int]) -> None:
    text = "".join("字" * size + " \n" for size in sizes)
    starts = [sum(sizes[:at]) + 2 * at for at in range(len(sizes))]
    nodes: list[dict[str, Any]] = [
        {"id": f"n{at}", "parent": None, "kind": "section", "ordinal": None, "title": "部分", "examples": []}
        | {"location": location(text, start, start + 1)}
        for at, start in enumerate(starts)
    ]
    data = report(text)
    data["papers"][0]["outline"] = {"nodes": nodes}
    bar = re.search(r'<div class="bar">.*?</div>', render(data))
    assert bar
    shown = Page(bar[0])
    assert sum(int(found["width"] or 0) for found in shown.named("rect")) == 1000
    assert [int(count) for count in re.findall(r"(\d+) 字，", shown.text)] == sizes
    assert f"全文 {sum(sizes)} 字" in shown.text
