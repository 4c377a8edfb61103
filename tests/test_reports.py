"""Reports: widths, excerpts, folding, the JSON's schema, and golden output."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from docklint import texts
from docklint.document import Document, Mark
from docklint.linter import Linter
from docklint.neutral import safe
from docklint.readers import parse
from docklint.reports import catalogue, outline
from docklint.reports.catalogue import ListedRule
from docklint.reports.excerpt import excerpt
from docklint.reports.location import Locator
from docklint.reports.plain import width, wrap
from docklint.results import FileResult, Summary, summarise
from docklint.rules import Edit, Finding, Fix, Related, Severity, Suppression
from docklint.settings import Settings
from docklint.spans import Span
from docklint.values import replace
from tests.reporting import reported
from tests.running import CLEAN, SOURCE, docklint

GOLDEN = Path(__file__).parent / "golden"
DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
CHINESE = st.text(st.sampled_from("一是学“”，。：、*aZ é\u0301𠀀\t\x1b"), max_size=300)


def document(content: str) -> Document:
    return parse("稿.txt", content.encode())


def finding(span: Span, on: Document, **other: Any) -> Finding:
    values: dict[str, Any] = {
        "code": "AAA101",
        "name": "a-name",
        "severity": Severity.WARNING,
        "message": f"“{on.text[span.start : span.end]}”不好",
        "help": "请改。",
        "span": span,
        "quote": on.text[span.start : span.end],
        "heading_path": ("一、问题", "一是"),
        "identity": ("0123456789abcdef",),
    }
    return Finding(**{**values, **other})


def result(on: Document, *findings: Finding) -> FileResult:
    return FileResult(on.path, on, findings=findings)


def shown(*results: FileResult, **view: Any) -> str:
    return reported("text", results, **view)


@given(CHINESE)
def test_safe_text_keeps_its_length_and_loses_its_teeth(given_text: str) -> None:
    assert len(safe(given_text)) == len(given_text)
    assert not set(safe(given_text)) & {"\x1b", "\t", "\n"}


@given(CHINESE.map(safe), st.integers(24, 60))
def test_wrapped_lines_fit_and_nothing_is_lost(given_text: str, room: int) -> None:
    lines = list(wrap(given_text, room))
    assert "".join(lines).replace(" ", "") == given_text.replace(" ", "")
    assert all(width(line) <= room for line in lines)


def test_a_wide_character_is_two_columns() -> None:
    assert [width(sample) for sample in ("一", "a", "“", "（", "e\u0301")] == [2, 1, 1, 2, 1]


@given(CHINESE, st.integers(0, 300), st.integers(0, 40), st.integers(20, 80))
def test_the_mark_stands_under_its_place_and_all_fits(line: str, at: int, size: int, room: int) -> None:
    start = min(at, len(line))
    place = Span(start, min(start + size, len(line)))
    passage, marks = excerpt(line, Span(0, len(line)), [place], room)
    assert width(passage) <= room
    assert set(marks) <= {"^", " "}
    first = marks.find("^")
    column = 0
    for character in passage:
        if column >= first:
            break
        column += width(character)
    if place.start < place.end and width(safe(line)[place.start : place.end]):
        assert column == first
        assert marks.count("^") <= width(safe(line)[place.start : place.end])


def test_a_line_of_a_megabyte_costs_no_more_than_what_is_shown() -> None:
    line = "字" * 1_000_000
    passage, marks = excerpt(line, Span(0, len(line)), [Span(500_000, 500_002)], 60)
    assert (passage[0], passage[-1], marks.strip()) == ("…", "…", "^^^^")


def test_a_short_line_is_shown_whole_without_its_indentation() -> None:
    line = "\u3000\u3000一是学得不深。"
    assert excerpt(line, Span(0, len(line)), [Span(2, 4)], 60) == ("一是学得不深。", "^^^^")


def test_hits_of_one_rule_on_a_line_are_folded_with_every_column() -> None:
    on = document("甲*乙*丙20**年丁*\n戊*")
    places = [Span(1, 2), Span(3, 4), Span(5, 10), Span(11, 12), Span(14, 15)]
    page = shown(result(on, *(finding(place, on) for place in places)))
    assert page.count("“*”不好") == 2
    assert "这一行共 4 处：第 2 列、第 4 列、第 6 列的“20**年”、第 12 列" in page
    assert page.count("请改。") == 1


def test_findings_that_say_different_things_are_not_folded() -> None:
    on = document("一是甲。二是乙。")
    page = shown(result(on, finding(Span(0, 2), on, message="一"), finding(Span(4, 6), on, message="二")))
    assert page.count("[AAA101]") == 2


def test_a_suppressed_finding_is_counted_and_not_shown() -> None:
    on = document("甲*乙")
    page = shown(result(on, finding(Span(1, 2), on, suppressed=Suppression("config", "说明"))))
    assert "AAA101" not in page
    assert "已按约定忽略 1 处" in page


def test_the_author_of_an_insertion_is_told() -> None:
    on = document("甲*乙")
    data = {"author": "审稿人", "date": "2023-12-01T09:00:00Z"}
    assert "修订插入：审稿人 2023-12-01" in shown(result(on, finding(Span(1, 2), on, data=data)))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("insertion", "修订插入：李青 2023-12-01"),
        ("deletion", "修订删除：李青 2023-12-01"),
        ("move", ""),
        ("comment", ""),
    ],
)
def test_what_word_left_is_not_taken_for_an_insertion(kind: str, told: str) -> None:
    later = Mark("insertion", 5, 7, "张禾", "2024-01-02T09:00:00Z")
    mark = Mark(kind, 5, 5 if kind == "deletion" else 7, "李青", "2023-12-01T09:00:00Z", "两次")
    on = replace(document("调研只有两次。"), marks=(mark, later) if mark.start == mark.end else (mark,))
    code = "DOC102" if kind == "comment" else "DOC101"
    checked = Linter(Settings(select=(code,))).check(on)
    assert checked.findings[0].data["author"] == "李青"
    page = shown(checked)
    assert told in page
    assert page.count("修订插入") + page.count("修订删除") == bool(told)


def test_every_line_fits_the_width_it_is_given() -> None:
    linter = Linter(Settings(profile="2023-theme-education"))
    faults = linter.check_file(str(GOLDEN / "faults.txt"))
    for columns in (40, 60, 80):
        page = shown(faults, width=columns)
        assert max(width(line) for line in page.splitlines()[1:]) <= columns


def test_concise_is_one_line_a_finding_whatever_the_draft_holds() -> None:
    on = document("甲*乙\x1b\n*")
    lines = reported("concise", [result(on, finding(Span(1, 5), on))])
    assert lines == "稿.txt:1:2: warning: “*乙\ufffd ”不好 [AAA101]\n"


def test_utf16_columns_count_astral_characters_twice() -> None:
    on = document("𠀀\n𠀀a𠀀*")
    place = Locator(on).location(Span(5, 6), ())
    assert (place["column"], place["offset"]) == (4, 5)
    assert place["utf16"] == {"column": 6, "end_column": 7, "offset": 8, "end_offset": 9}


def schema(name: str) -> Draft202012Validator:
    found = json.loads((SOURCE / "docklint" / "schemas" / f"{name}.json").read_bytes())
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


@pytest.mark.parametrize("name", ["check", "outline", "matrix"])
def test_schemas_are_sound(name: str) -> None:
    assert str(schema(name).schema).startswith("{'$schema': 'https://json-schema.org/")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_of_every_draft_keeps_the_schema(lang: str) -> None:
    linter = Linter(Settings(lang=lang))
    files = [*map(str, DRAFTS), str(GOLDEN / "faults.txt"), "no-such-file.txt"]
    report = reported("json", map(linter.check_file, files), lang=lang)
    schema("check").validate(json.loads(report))
    assert json.loads(report)["exit_code"] == 2


def test_json_of_related_places_and_fixes_keeps_the_schema() -> None:
    on = document("甲*乙")
    rich = finding(
        Span(1, 2),
        on,
        related=(Related("first", Span(0, 1), ("一、问题",)),),
        fix=Fix("safe", (Edit(Span(1, 2), "某"),)),
        suppressed=Suppression("baseline", "旧"),
    )
    entry = json.loads(reported("json", [result(on, rich)]))
    schema("check").validate(entry)
    (told,) = entry["files"][0]["findings"]
    assert told["related"][0]["location"]["heading_path"] == ["一、问题"]
    assert told["fix"]["edits"] == [{"offset": 1, "end_offset": 2, "text": "某"}]
    assert entry["summary"]["suppressed"] == 1


def test_json_keys_stand_in_the_order_of_the_contract() -> None:
    on = document("甲*乙")
    entry = json.loads(reported("json", [result(on, finding(Span(1, 2), on))]))
    assert list(entry) == ["schema_version", "tool", "files", "skipped", "summary", "exit_code"]
    assert list(entry["files"][0]) == [
        *(
            "path",
            "format",
            "encoding",
            "converted",
            "status",
            "error",
            "profile",
            "papers",
            "coverage",
            "rules",
            "findings",
            "notices",
            "summary",
            "verdict",
            "verdict_reasons",
        )
    ]
    assert list(entry["files"][0]["findings"][0]) == [
        *("code", "name", "severity", "message", "data", "help", "location", "related", "fix"),
        *("fingerprint", "suppressed", "requirement"),
    ]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_json_outline_of_every_draft_keeps_the_schema(path: Path) -> None:
    view = Linter(Settings()).understand(parse(path.name, path.read_bytes()))
    report = json.loads("".join(outline.json(view.drafts, view.chosen_by, texts.load("zh"))))
    schema("outline").validate(report)
    ids = [node["id"] for node in report["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {node["parent"] for node in report["nodes"]} <= {None, *ids}
    offsets = [node["location"]["offset"] for node in report["nodes"]]
    assert offsets == sorted(offsets)


def test_the_outline_tree_counts_what_it_shows() -> None:
    view = Linter(Settings(profile="generic")).understand(document(CLEAN))
    tree = "".join(outline.tree(view.drafts, view.chosen_by, texts.load("zh")))
    assert "3 个部分、2 个方面、4 个问题、2 条原因、2 条措施" in tree
    assert tree.count("[问题、事例 1 个]") == 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_and_profile_has_a_page(lang: str) -> None:
    from docklint.packs import load

    library = load((), samples=True)
    for rule in library.rules.values():
        page = "".join(catalogue.rule_page(ListedRule(rule, rule.severity, True), texts.load(lang)))
        assert rule.text_in(lang).summary[:10] in page
        assert not re.search(r"variants|helps|\{[a-z_]+\}", page)
        assert max(width(line) for line in page.splitlines()[2:]) <= 80
    for profile in library.profiles.values():
        page = "".join(catalogue.profile_page(profile, texts.load(lang)))
        assert profile.id in page
        assert (profile.source if lang == "zh" else profile.source_en)[:10] in page


def test_a_source_without_english_is_told_as_it_is() -> None:
    from docklint.packs import load

    rule = load().rules["SEC101"]
    listed = ListedRule(rule, rule.severity, True)
    english = "".join(catalogue.rule_page(listed, texts.load("en")))
    assert rule.source not in english
    assert "the notice of the meeting" in english
    assert rule.source in "".join(
        catalogue.rule_page(replace(listed, rule=replace(rule, source_en="")), texts.load("en"))
    )


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_exit_status_of_a_warning(fail_on: str, status: int) -> None:
    assert Summary(files=1, warning=1).exit_status(fail_on) == status


def test_the_highest_exit_status_wins() -> None:
    assert Summary().exit_status("warning") == 2
    assert Summary(files=2, failed=1, error=1).exit_status("warning") == 2
    assert Summary(files=2, failed=1, crashed=1, error=1).exit_status("warning") == 3
    on = document("甲*乙")
    assert summarise([result(on, finding(Span(1, 2), on))]).exit_status("warning") == 1


SELECTED = "DIM101,NUM101,NUM106,EXA101,RED,TXT"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("faults.text", ["check", "faults.txt", "--select", SELECTED]),
        ("faults.en.text", ["check", "faults.txt", "--select", SELECTED, "--lang", "en"]),
        ("faults.concise", ["check", "faults.txt", "--select", SELECTED, "--format", "concise"]),
        ("faults.json", ["check", "faults.txt", "--select", SELECTED, "--format", "json"]),
        ("faults.statistics", ["check", "faults.txt", "--select", SELECTED, "--statistics"]),
        ("faults.outline", ["outline", "faults.txt"]),
        ("faults.outline.json", ["outline", "faults.txt", "--format", "json"]),
    ],
)
def test_golden_output(name: str, arguments: list[str]) -> None:
    """Compare with what a person once read and found good; UPDATE_GOLDEN=1 writes it anew, to be read again."""
    got = docklint(*arguments, cwd=GOLDEN).text
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(got, encoding="utf-8")
    assert got == (GOLDEN / name).read_text(encoding="utf-8")
