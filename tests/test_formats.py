"""The formats for other programs: what each promises its reader, whatever a draft or a path holds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from docklint.document import Document
from docklint.errors import Empty
from docklint.linter import Linter
from docklint.readers import parse
from docklint.reports import NAMELESS, REPORTS, paths, xml
from docklint.reports.github import _DATA, _PROPERTY, _escaped
from docklint.reports.markdown import escaped
from docklint.results import FileResult
from docklint.rules import Edit, Finding, Fix, Related, Severity, Suppression
from docklint.settings import Settings
from docklint.spans import Span
from docklint.version import RULES_DAY, __version__
from tests.reporting import AS_TEXT, reported
from tests.running import CLEAN, CRASH, FAULTY, READY, SOURCE, WARNED, docklint, surroundings

GOLDEN = Path(__file__).parent / "golden"
DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))
NEW = tuple(name for name in AS_TEXT if name not in ("text", "concise", "json"))
HOSTILE = "甲*乙\x1b[31m\x00<b>&\"']]>|`%0A::error::\u202e丙\ufffe\n𠀀#@x::"
STAR = Span(1, 2)
GENERIC = ("--profile", "generic")


def document(content: str = HOSTILE, path: str = "稿.txt") -> Document:
    """A document of any text at all, as a DOCX could hold it."""
    plain = parse("稿.txt", "甲".encode())
    lines = parse("稿.txt", re.sub(r"[^\n]", "甲", content).encode()).lines
    return Document(path, content, lines, plain.pieces)


def finding(on: Document, span: Span = STAR, **other: Any) -> Finding:
    values: dict[str, Any] = {
        "code": "AAA101",
        "name": "a-name",
        "severity": Severity.WARNING,
        "message": f"“{on.text}”不好",
        "help": f"请改{on.text}。",
        "span": span,
        "quote": on.text[span.start : span.end],
        "heading_path": ("一、问题", HOSTILE),
        "identity": ("0123456789abcdef",),
    }
    return Finding(**{**values, **other})


def result(on: Document, *findings: Finding, **other: Any) -> FileResult:
    return FileResult(on.path, on, findings=findings, **other)


def told(format: str, results: Iterable[FileResult], **view: Any) -> str:
    return reported(format, results, **view)


def everything(path: str = "稿.txt") -> FileResult:
    """A result with all that a finding can have, on hostile text."""
    on = document(path=path)
    place = Span(len(HOSTILE) - 3, len(HOSTILE))
    return result(
        on,
        finding(on, severity=Severity.INFO),
        finding(
            on,
            place,
            identity=("fedcba98",),
            related=(Related("first", Span(0, 1), ("一、问题",)),),
            fix=Fix("safe", (Edit(place, "某"), Edit(Span(0, 0), "\n"))),
        ),
        finding(on, Span(0, 9), code="RED101", severity=Severity.ERROR, identity=("00000001",)),
        finding(
            on, Span(3, 3), identity=("00000002",), suppressed=Suppression("config", "约定\x07<"), quote=""
        ),
        finding(on, Span(4, 5), identity=("00000003",), suppressed=Suppression("comment", "批注")),
        statuses={"RED101": "findings", "NUM101": "passed", "NUM102": "crashed", "DOC101": "not-applicable"},
    )


# --- all of them ---------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"clean": CLEAN, "warned": WARNED, "faulty": FAULTY}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["clean.txt"], 0),
        (["warned.txt"], 1),
        (["warned.txt", "--fail-on", "error"], 0),
        (["faulty.txt", "--fail-on", "never"], 0),
        (["faulty.txt", "missing.txt", "--fail-on", "never"], 2),
        (["clean.txt", CRASH], 3),
    ],
)
@pytest.mark.parametrize("format", NEW)
def test_exit_status(folder: Path, arguments: list[str], status: int, format: str) -> None:
    before = CRASH if CRASH in arguments else ""
    named = [argument for argument in arguments if argument != CRASH]
    ran = docklint("check", *named, *GENERIC, "-f", format, cwd=folder, before=before)
    # Two have no place for who made them.
    told = f"docklint: {__version__} 版（规则日期 {RULES_DAY}），" if format in NAMELESS else "\0"
    assert (ran.status, [line for line in ran.said.splitlines() if not line.startswith(told)]) == (status, [])


@pytest.mark.parametrize("format", NEW)
def test_an_output_is_whole_or_the_old_one(folder: Path, format: str) -> None:
    target = folder / "报告.out"
    ran = docklint("check", "faulty.txt", *GENERIC, "-f", format, "-o", target, cwd=folder)
    assert (ran.status, ran.out) == (1, b"")
    shown = docklint("check", "faulty.txt", *GENERIC, "-f", format, cwd=folder)
    assert target.read_bytes() == shown.out
    # As on a full disk: after so many bytes the system takes no more.
    broken = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    )
    failed = docklint("check", "faulty.txt", *GENERIC, "-f", format, "-o", target, cwd=folder, before=broken)
    assert failed.status == 2
    assert failed.said.count("\n") == 1
    assert target.read_bytes() == shown.out
    assert {path.suffix for path in folder.iterdir()} == {".txt", ".out"}


@pytest.mark.parametrize("format", NEW)
def test_the_same_input_gives_the_same_bytes(folder: Path, format: str) -> None:
    arguments = ("check", ".", "missing.txt", "-f", format)
    runs = {docklint(*arguments, cwd=folder, environment={"PYTHONHASHSEED": seed}).out for seed in "123"}
    assert len(runs) == 1


@pytest.mark.parametrize("format", NEW)
def test_no_format_imports_what_it_does_not_need(folder: Path, format: str) -> None:
    script = (
        "import sys; from docklint.cli import main\n"
        f"sys.argv = ['docklint', 'check', 'faulty.txt', '--format', {format!r}]\n"
        "main(); print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=surroundings(), cwd=folder, check=True
    )
    assert not {"rich", "lxml", "docx", "click", "pydantic"} & set(run.stderr.decode().split())


@pytest.mark.parametrize("format", NEW)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_and_nothing_at_all_are_told(format: str, lang: str) -> None:
    report = told(format, [everything(), FileResult("没有.txt", error=Empty())], lang=lang)
    assert "AAA101" in report
    assert told(format, [], lang=lang) or format == "github"


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("faults.jsonl", "jsonl"),
        ("faults.sarif", "sarif"),
        ("faults.github", "github"),
        ("faults.gitlab.json", "gitlab"),
        ("faults.junit.xml", "junit"),
        ("faults.md", "markdown"),
        ("faults.html", "html"),
    ],
)
def test_golden_output(name: str, format: str) -> None:
    """Compare with what a person once read and found good; UPDATE_GOLDEN=1 writes it anew, to be read again.

    What changes with every rule and every weight is left out: the rules' descriptions, the matrix.
    """
    # A checkout and an archive of it give the same paths.
    here = {"CI_PROJECT_DIR": str(GOLDEN)}
    selected = ("--select", "DIM101,EXA101,RED")
    ran = docklint("check", "faults.txt", *selected, "-f", format, cwd=GOLDEN, environment=here)
    got = _without_rules(ran.text, format)
    if os.environ.get("UPDATE_GOLDEN"):
        (GOLDEN / name).write_text(got, encoding="utf-8")
    assert got == (GOLDEN / name).read_text(encoding="utf-8")


def _without_rules(report: str, format: str) -> str:
    if format == "sarif":
        report = re.sub(r'"rules": \[.*?\]\}\}, "language"', '"rules": []}}, "language"', report)
        return re.sub(r'"ruleIndex": \d+', '"ruleIndex": 0', report)
    if format == "jsonl":
        return re.sub(r'"rules": \{.*?\}', '"rules": {}', report)
    if format == "html":
        report = re.sub(r"<style>.*?</style>", "<style></style>", report, flags=re.DOTALL)
        report = re.sub(r"<script>.*?</script>", "<script></script>", report, flags=re.DOTALL)
        report = re.sub(r"sha256-[^&]*", "sha256-", report)
        report = re.sub(r'<section id="f1-matrix">.*?</section>', "", report)
        return re.sub(r'<div class="outcome .*?(?=</div></section>)', "", report).replace("><", ">\n<")
    return report


# --- jsonl ---------------------------------------------------------------------------------------------------


def test_jsonl_says_what_json_says(folder: Path) -> None:
    arguments = ("check", ".", "missing.txt", *GENERIC, "-f")
    whole = json.loads(docklint(*arguments, "json", cwd=folder).out)
    files: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    skipped: list[dict[str, Any]] = []
    for line in docklint(*arguments, "jsonl", cwd=folder).text.splitlines():
        entry = json.loads(line)
        assert entry.pop("schema_version") == 1
        kind = entry.pop("type")
        if kind == "finding":
            findings.append(entry)
        elif kind == "file":
            assert {one.pop("path") for one in findings} <= {entry["path"]}
            files.append({**entry, "findings": findings})
            findings = []
        elif kind == "skipped":
            skipped.append(entry)
        else:
            assert kind == "summary"
            told = {"files": files, "skipped": skipped, **entry}
            assert told == {key: whole[key] for key in whole if key != "schema_version"}


def test_jsonl_findings_keep_the_schema() -> None:
    whole = json.loads((SOURCE / "docklint" / "schemas" / "check.json").read_bytes())
    schema = Draft202012Validator({"$defs": whole["$defs"], "$ref": "#/$defs/finding"})
    lines = [json.loads(line) for line in told("jsonl", [everything()]).splitlines()]
    found = [line for line in lines if line["type"] == "finding"]
    assert len(found) == 5
    for line in found:
        schema.validate({key: line[key] for key in line if key not in ("schema_version", "type", "path")})


# --- sarif ---------------------------------------------------------------------------------------------------


def sarif(results: Iterable[FileResult], **view: Any) -> dict[str, Any]:
    """Return the one run of a log that keeps the published schema."""
    log = json.loads(told("sarif", results, **view).encode("utf-8", "replace"))
    published = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_bytes())
    Draft4Validator(published).validate(log)
    (run,) = log["runs"]
    for one in run["results"]:
        assert (
            "ruleIndex" not in one or run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        )
    return dict(run)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_of_every_draft_keeps_the_published_schema(lang: str) -> None:
    linter = Linter(Settings(lang=lang))
    files = [*map(str, DRAFTS), str(GOLDEN / "faults.txt"), "no-such-file.txt"]
    run = sarif(map(linter.check_file, files), lang=lang)
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["artifacts"]) == len(files)
    assert run["invocations"][0]["exitCode"] == 2
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert {note["descriptor"]["id"] for note in notes} == {"not-found", "unchecked"}
    assert all(note["message"]["text"].strip() for note in notes)
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"].strip()
        assert re.search("[一-龥]", rule["help"]["text"])
        assert re.search("[a-z]{3}", rule["help"]["text"])


def test_sarif_of_everything_a_finding_can_have() -> None:
    run = sarif([everything()])
    plain, rich, worst, agreed, commented = run["results"]
    assert [one["level"] for one in run["results"][:3]] == ["note", "warning", "error"]
    (location,) = rich["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 7,
        "snippet": {"text": "x::"},
    }
    assert location["logicalLocations"][0] == {
        "name": HOSTILE,
        "fullyQualifiedName": f"一、问题 > {HOSTILE}",
    }
    assert rich["partialFingerprints"] == {"docklint/v1": "735cb353b8ce2516"}
    assert rich["relatedLocations"][0]["message"]["text"] == "前一处：甲"
    (change,) = rich["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"]["startColumn"] == 4
    assert change["replacements"][1]["insertedContent"] == {"text": "\n"}
    assert plain["suppressions"] == worst["suppressions"] == []
    assert agreed["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "约定\x07<"}
    ]
    assert commented["suppressions"][0]["kind"] == "inSource"


def test_sarif_edits_no_docx() -> None:
    on = document()
    word = Document("稿.docx", on.text, on.lines, on.pieces, format="docx")
    (told_finding,) = sarif([result(word, finding(word, fix=Fix("safe", (Edit(Span(1, 2), "某"),))))])[
        "results"
    ]
    assert "fixes" not in told_finding


@pytest.mark.parametrize(
    "path", ["文稿 1.txt", "./a:b#?%.txt", "../一/二.docx", "/tmp/稿 <1>.txt", "bad\udcff.txt"]
)
def test_paths_are_percent_encoded(path: str) -> None:
    run = sarif([result(document(path=path))])
    (artifact,) = run["artifacts"]
    uri = artifact["location"]["uri"]
    assert re.fullmatch(r"(file:///)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert ("uriBaseId" in artifact["location"]) == (not path.startswith("/"))
    assert unquote(uri, errors="surrogateescape").removeprefix("file://") == path.removeprefix("./")


# --- github --------------------------------------------------------------------------------------------------


def commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does."""
    found = []
    for line in report.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {key: _unescaped(value) for key, value in pairs}, _unescaped(match[3])))
    return found


def _unescaped(text: str) -> str:
    for coded, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(coded, character)
    return text


def test_github_tells_the_worst_of_all_files_first() -> None:
    report = told("github", [everything("a,b:c%.txt"), FileResult("x", error=Empty()), everything()])
    found = commands(report)
    assert [name for name, _, _ in found] == [
        "error",
        "error",
        "error",
        "warning",
        "warning",
        "notice",
        "notice",
    ]
    assert {properties["file"] for _, properties, _ in found} == {"a,b:c%.txt", "x", "稿.txt"}
    _, properties, message = found[1]
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("1", "1", "10")
    assert properties["title"] == "docklint (RED101)"
    assert message.startswith("a,b:c%.txt:1:1: RED101 “甲*乙[31m<b>")
    assert "\x1b" not in report


def test_github_gives_columns_within_one_line_only() -> None:
    on = document("甲\n乙")
    ((_, properties, _),) = commands(told("github", [result(on, finding(on, Span(0, 3)))]))
    assert properties == {"file": "稿.txt", "line": "1", "endLine": "2", "title": "docklint (AAA101)"}


@given(st.text())
def test_github_escapes_what_the_runner_unescapes(text: str) -> None:
    for escapes, told_apart in ((_DATA, "\r\n"), (_PROPERTY, "\r\n:,")):
        coded = _escaped(text, escapes)
        assert not set(coded) & set(told_apart)
        assert _unescaped(coded) == _escaped(text, {})


# --- gitlab --------------------------------------------------------------------------------------------------


def test_gitlab_gives_every_issue_a_fingerprint_of_its_own() -> None:
    results = [
        everything("a.txt"),
        everything("./b.txt"),
        everything("a.txt"),
        FileResult("x", error=Empty()),
    ]
    issues = json.loads(told("gitlab", results))
    assert len(issues) == 10
    assert len({issue["fingerprint"] for issue in issues}) == 10
    assert {issue["location"]["path"] for issue in issues} == {"a.txt", "b.txt", "x"}
    assert {issue["severity"] for issue in issues} == {"info", "minor", "major", "blocker"}
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_survive_edits_elsewhere(folder: Path) -> None:
    arguments = ("check", "faulty.txt", "--select", "RED101", *GENERIC, "-f", "gitlab")
    (before,) = json.loads(docklint(*arguments, cwd=folder).out)
    draft = folder / "faulty.txt"
    draft.write_text("青禾县档案馆\n" + draft.read_text(encoding="utf-8"), encoding="utf-8")
    (after,) = json.loads(docklint(*arguments, cwd=folder).out)
    assert before["fingerprint"] == after["fingerprint"]
    assert before["location"] != after["location"]


def test_gitlab_of_a_clean_draft_is_an_empty_array(folder: Path) -> None:
    (folder / "clean.txt").write_text(READY, encoding="utf-8")
    assert json.loads(docklint("check", "clean.txt", "-f", "gitlab", cwd=folder).out) == []


# --- junit ---------------------------------------------------------------------------------------------------


def junit(results: Iterable[FileResult], **view: Any) -> ElementTree.Element:
    """Return the root of a report whose counts are right."""
    root = ElementTree.fromstring(told("junit", results, **view).encode())
    for holder in (root, *root.iter("testsuite")):
        assert int(holder.attrib["tests"]) == len(list(holder.iter("testcase")))
        for key, name in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(holder.attrib[key]) == len(list(holder.iter(name)))
    return root


def outcomes(root: ElementTree.Element) -> dict[str, str]:
    return {
        case.attrib["name"].partition(" ")[0]: case[0].tag if len(case) else "passed"
        for case in root.iter("testcase")
    }


def test_junit_is_xml_whatever_the_draft_holds() -> None:
    root = junit([everything("<\x01>.txt"), FileResult("没有.txt", error=Empty())])
    assert [suite.attrib["name"] for suite in root] == ["<>.txt", "没有.txt"]
    assert outcomes(root) == {
        "AAA101": "failure",
        "DOC101": "skipped",
        "NUM101": "passed",
        "NUM102": "error",
        "RED101": "failure",
        "read": "error",
    }


def test_junit_fails_as_the_exit_status_does() -> None:
    on = document("甲*乙")
    milder = [result(on, finding(on))]
    assert outcomes(junit(milder))["AAA101"] == "failure"
    assert outcomes(junit(milder, fail_on="error"))["AAA101"] == "system-out"
    assert outcomes(junit(milder, fail_on="never"))["AAA101"] == "system-out"


@given(st.text())
def test_xml_is_well_formed(text: str) -> None:
    element = ElementTree.fromstring(xml.element("a", text, b=text).encode())
    assert element.attrib["b"].replace("\r", "\n") == (element.text or "").replace("\r", "\n")


def test_json_says_how_many_papers_a_file_holds(tmp_path: Path) -> None:
    head = "青禾县档案馆领导班子{}年民主生活会对照检查材料\n"
    (tmp_path / "one.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "two.txt").write_text(head.format(2023) + CLEAN + head.format(2024) + CLEAN, "utf-8")
    ran = docklint("check", "one.txt", "two.txt", "gone.txt", "-f", "json", *GENERIC, cwd=tmp_path)
    assert [file["papers"] for file in json.loads(ran.text)["files"]] == [1, 2, 0]


# --- markdown ------------------------------------------------------------------------------------------------


def test_markdown_rows_have_four_cells_whatever_the_draft_holds() -> None:
    report = told("markdown", [everything("a|b`*.txt"), FileResult("没有.txt", error=Empty())])
    assert report.startswith("## docklint: 1 份修改后提交，1 份未检查\n")
    rows = [line for line in report.splitlines() if line.startswith("|")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [5] * 5
    assert rows[2].startswith("| 错误 | 1:1 |")
    assert "### a\\|b\\`\\*.txt: 修改后提交" in report
    assert not re.search(r"(?<!\\)[<`]", report)


def test_markdown_shows_what_is_suppressed_only_when_asked() -> None:
    on = document("甲乙")
    gone = finding(on, suppressed=Suppression("config", "通知|原文"))
    for others, said in (((), "docklint: 未检查"), ((finding(on),), "警告 1")):
        plain = told("markdown", [result(on, gone, *others)])
        shown = told("markdown", [result(on, gone, *others)], show_suppressed=True)
        assert said in plain
        assert "已按约定忽略 1 处" in plain
        assert "原文" not in plain
        body, _, made_by = plain.rstrip("\n").rpartition("\n\n")
        assert shown.startswith(body)
        assert shown.rstrip("\n").endswith(made_by)
        assert "通知\\|原文" in shown
        assert shown.splitlines()[-3].replace("\\|", "").count("|") == 6


def test_markdown_gathers_what_says_the_same() -> None:
    on = document("甲" * 20)
    many = [finding(on, Span(at, at + 1), message="不好", identity=(str(at),)) for at in range(12)]
    report = told("markdown", [result(on, *many)])
    assert report.count("AAA101") == 1
    assert "1:1、1:2、1:3、1:4、1:5、1:6、1:7、1:8等，共 12 处" in report


@given(st.text())
def test_markdown_is_one_line_without_markup(text: str) -> None:
    shown = escaped(text)
    assert not set(shown) & set("\n\r\x1b\u202e")
    assert not re.search(r"(?<!\\)(\\\\)*[`*_<>|\[\]$]", shown)


# --- paths ---------------------------------------------------------------------------------------------------


def test_code_hosts_know_no_leading_dot() -> None:
    assert paths.posix("./一/二.txt") == "一/二.txt"
    assert set(NEW) < set(REPORTS)
