"""What `check` does here, `explain`, `rules` and `profiles` tell; names and paths that were meant are found."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docklint.near_files import for_shell
from docklint.reports import paths
from tests.cli_door import docklint_here
from tests.docx_builder import typed
from tests.running import FAULTY, READY, docklint

PACK = '''
[[rule]]
code = "OUR101"
name = "our-words"
check = "text-pattern"
severity = "warning"
options = { patterns = ["领导班子"] }
[rule.zh]
summary = "用了不该用的说法"
why = "本单位另有规定。"
message = "“{text}”不该这样写。"
help = "请改写。"
[rule.en]
summary = "a word nobody should use"
why = "House rule."
message = "“{text}” is not to be used."
help = "Write something else."
[[rule.bad]]
text = """一、存在的问题
⟦领导班子⟧学习不够。"""
[[rule.good]]
text = """一、存在的问题
班子学习不够。"""
'''
CONFIG = """rules-path = ["ours"]
profile = "own.toml"
lang = "zh"
ignore = ["NUM109"]
[rules.EXA101]
severity = "error"
[rules.EXA101.zh]
message = "请给第{nth}项问题补写事例。"
"""
OWN = 'id = "own"\ntitle = "我们的要求"\nextends = "2024"\n[rules.RED103]\nseverity = "info"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "pack.toml").write_text(PACK, "utf-8")
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "docklint.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "稿.txt").write_text(READY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def schema(name: str) -> Any:
    return json.loads(docklint_here("schema", name).out)


def test_whatever_check_reports_can_be_explained_as_it_is_in_force(folder: Path) -> None:
    [file] = json.loads(docklint_here("check", "稿.txt", "-f", "json").out)["files"]
    assert "OUR101" in {each["code"] for each in file["findings"]}
    for code in file["rules"]:
        ran = docklint_here("explain", code)
        assert (ran.status, ran.said) == (0, ""), ran.said
    told = docklint_here("explain", "EXA101").text
    assert "missing-example（错误）" in told
    assert "级别由“警告”改成了“错误”" in told
    assert "请给第……项问题补写事例。" in told
    assert "改成了“提示”" in docklint_here("explain", "RED103").text
    assert "没有启用" in docklint_here("explain", "NUM109").text
    assert docklint_here("explain", "OUR101", "--isolated").status == 2


def test_rules_tells_severity_in_force_in_both_formats(folder: Path) -> None:
    text = docklint_here("rules").text
    assert "EXA101  错误" in text
    assert "OUR101  警告" in text
    listed = json.loads(docklint_here("rules", "--format", "json").out)
    jsonschema.validate(listed, schema("rules"))
    rules = {each["code"]: each for each in listed["rules"]}
    assert (rules["EXA101"]["severity"], rules["EXA101"]["default_severity"]) == ("error", "warning")
    assert (rules["NUM109"]["runs"], rules["OUR101"]["runs"], rules["COR105"]["runs"]) == (False, True, False)
    assert (
        json.loads(docklint_here("rules", "-f", "json", "--select", "RED").out)["rules"][0]["runs"] is False
    )


def test_one_rule_and_profiles_as_json(folder: Path) -> None:
    for code in ("OUR101", "SEC101", "DL903"):
        told = json.loads(docklint_here("explain", code, "-f", "json").out)
        jsonschema.validate(told, schema("rules"))
        [rule] = told["rules"]
        for each in rule["examples"]["bad"]:
            assert all(0 <= start <= end <= len(each["text"]) for start, end in each["places"])
    for arguments in (
        ("profiles",),
        ("profiles", "show", "own"),
        ("profiles", "show", "2025", "--lang", "en"),
    ):
        told = json.loads(docklint_here(*arguments, "-f", "json").out)
        jsonschema.validate(told, schema("profiles"))
    assert "own" in {
        each["id"] for each in json.loads(docklint_here("profiles", "-f", "json").out)["profiles"]
    }
    assert "own" not in docklint_here("profiles", "--isolated").text.split()


def test_explain_shows_the_sentence_that_differs_first(folder: Path) -> None:
    told = docklint_here("explain", "NUM101").text
    first, rest = told.split("为什么")
    assert "⟦四是⟧" in first
    assert "三是" in first
    assert len(first.splitlines()) < 12
    assert "不好的例子全文" in rest
    for code in ("SEC101", "TXT101", "COR101", "EXA101", "DIM105"):
        assert "variants" not in docklint_here("explain", code).text


def test_text_and_baseline_see_the_text_that_check_sees(folder: Path) -> None:
    changed = "<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:t>正文</w:t></w:r></w:p>"
    from tests.docx_builder import package

    Path("修.docx").write_bytes(package(changed))
    assert docklint_here("text", "修.docx").text == "正文\n"
    Path("docklint.toml").write_text('revisions = "original"\n', "utf-8")
    assert docklint_here("text", "修.docx").text.startswith("删去的")
    assert docklint_here("text", "修.docx", "--isolated").text == "正文\n"
    assert docklint_here("baseline", "update", "稿.txt", "--revisions", "original", "--convert").status == 0


def test_a_hook_without_drafts_reports_status_0_inside_too(folder: Path) -> None:
    Path("记录.txt").write_text("今天开会。\n", "utf-8")
    for format in ("json", "sarif", "jsonl"):
        ran = docklint_here("check", "--drafts-only", "记录.txt", "-f", format)
        assert ran.status == 0
        last = json.loads(ran.text if format != "jsonl" else ran.text.splitlines()[-1])
        if format == "sarif":
            [run] = last["runs"]
            assert run["invocations"][0] == {
                **run["invocations"][0], "executionSuccessful": True, "exitCode": 0
            }  # fmt: skip
        else:
            assert last["exit_code"] == 0


# --- paths of code hosts ---------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "班子" / "二稿").mkdir(parents=True)
    (tmp_path / "班子" / "二稿" / "稿.txt").write_text(FAULTY, "utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    return tmp_path


def places(
    format: str, project: Path, start: str, named: str, **environment: str
) -> tuple[set[str], list[str]]:
    cleared = dict.fromkeys(paths.CHECKOUTS, "")
    ran = docklint("check", named, "-f", format, cwd=project / start, environment={**cleared, **environment})
    told = json.loads(ran.out)
    if format == "gitlab":
        return {each["location"]["path"] for each in told}, [each["fingerprint"] for each in told]
    [run] = told["runs"]
    found = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}
    return found, [each["partialFingerprints"]["docklint/v1"] for each in run["results"]]


@pytest.mark.parametrize("format", ["gitlab", "sarif"])
def test_paths_and_fingerprints_do_not_change_with_the_folder(format: str, project: Path) -> None:
    file = project / "班子" / "二稿" / "稿.txt"
    ways = [
        places(format, project, ".", "班子/二稿/稿.txt"),
        places(format, project, "班子", "./二稿/../二稿//稿.txt"),
        places(format, project, "班子/二稿", "稿.txt"),
        places(format, project, "班子/二稿", str(file)),
        places(format, project, "班子/二稿", "../../班子", CI_PROJECT_DIR=str(project)),
    ]
    assert all(way == ways[0] for way in ways), ways
    assert ways[0][0] == {paths.uri("班子/二稿/稿.txt") if format == "sarif" else "班子/二稿/稿.txt"}
    inner, _ = places(format, project, ".", "班子", CI_PROJECT_DIR=str(project / "班子"))
    assert inner == {paths.uri("二稿/稿.txt") if format == "sarif" else "二稿/稿.txt"}


# --- names that were meant -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "given", "told"),
    [
        ("对照检查.docx", ["对照检查"], "是不是 对照检查.docx？"),
        ("对照检查.docx", ["对照检查.doc"], "是不是 对照检查.docx？"),
        ("班子（第三稿）.docx", ["班子(第三稿).docx"], "是不是 班子（第三稿）.docx？"),
        ("班子(第三稿).docx", ["班子（第三稿）.docx"], '是不是 "班子(第三稿).docx"？'),
        ("班子 第三稿.docx", ["班子", "第三稿.docx"], '要给整个名字加上引号。是不是 "班子 第三稿.docx"？'),
        ("班子 第三稿.docx", ["班子第三稿.docx"], '是不是 "班子 第三稿.docx"？'),
        ("对照检查材料.docx", ["对照检察材料.docx"], "是不是 对照检查材料.docx？"),
        ("通知.pdf", ["通知"], "请检查路径和文件名。"),
    ],
)
def test_a_file_that_is_not_there_is_met_with_the_one_that_is(
    there: str, given: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(there).write_bytes(typed(READY))
    ran = docklint_here("check", *given)
    assert (ran.status, told in ran.said) == (2, True), ran.said
    for command in ("outline", "text", "fix"):
        assert told in docklint_here(command, given[0]).said


def test_the_folder_stands_before_the_name_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "二 稿").mkdir()
    (tmp_path / "二 稿" / "甲.txt").write_text(READY, "utf-8")
    said = docklint_here("check", tmp_path / "二 稿" / "甲").said
    assert f'"{tmp_path / "二 稿" / "甲.txt"}"' in said
    assert "加上引号" not in said


@pytest.mark.parametrize(
    ("there", "given", "told"),
    [
        ("民主生活会材料", "民主生活会村料", "是不是 民主生活会材料/？"),
        ("民主生活会材料", "民主生活会村料/", "是不是 民主生活会材料/？"),
        ("民主生活会材料", "民主生活会村料/二稿/", "是不是 民主生活会材料/？"),
        ("二 稿", "二稿/", '是不是 "二 稿/"？'),
        ("往年", "民主生活会材料/", "请检查路径和文件名。"),
    ],
)
def test_a_folder_that_is_not_there_is_met_with_the_one_that_is(
    there: str, given: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(there).mkdir()
    for command in ("check", "overview", "alike"):
        assert told in docklint_here(command, given).said
    assert docklint_here("check", given).status == 2


def test_suggested_commands_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("班子 一稿.txt").write_text(READY, "utf-8")
    assert 'docklint check "班子 一稿.txt"？' in docklint_here("班子 一稿.txt").said
    assert 'docklint check "班子 一稿.txt"？' in docklint_here("班子一稿").said
    ran = docklint_here("profiles", "derive", "班子 一稿.txt", "-o", "新 方案.toml")
    assert '--profile "新 方案.toml"' in ran.said


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "word",
    [
        "甲 乙.txt",
        "甲(1).txt",
        "甲'乙.txt",
        '甲"$HOME`.txt',
        "甲（一）.txt",
        "a&b;c.txt",
        "~甲",
        "甲!乙",
        "-甲",
        "甲\\乙",
    ],
)
def test_what_is_quoted_comes_back_from_a_shell(word: str) -> None:
    told = subprocess.run(
        ["sh", "-c", f"printf %s {for_shell(word)}" if word[0] != "-" else f"printf %s -- {for_shell(word)}"],
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().removeprefix("--") == word
