"""The baseline: what was accepted once does not count, wherever else the draft is edited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docklint.baseline import Baseline, read
from docklint.errors import SetupError
from tests.running import CLEAN, CRASH, FAULTY, Ran, docklint

GENERIC = ("--profile", "generic")
NAME = "known.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def update(folder: Path, *more: str) -> Ran:
    return docklint("baseline", "update", *(more or ["a.txt"]), "--baseline", NAME, *GENERIC, cwd=folder)


def check(folder: Path, *more: str) -> Ran:
    return docklint("check", "a.txt", "--baseline", NAME, *GENERIC, "-f", "json", *more, cwd=folder)


def findings(ran: Ran) -> list[tuple[str, str | None]]:
    (file,) = json.loads(ran.out)["files"]
    return [(each["code"], each["suppressed"] and each["suppressed"]["kind"]) for each in file["findings"]]


def test_accepted_findings_do_not_count(folder: Path) -> None:
    ran = update(folder)
    assert (ran.status, ran.text) == (0, "known.json：原有 0 条，现有 1 条。\n")
    checked = check(folder)
    assert (checked.status, findings(checked)) == (0, [("RED101", "baseline")])
    assert json.loads(checked.out)["files"][0]["findings"][0]["suppressed"]["reason"] == NAME


def test_the_file_is_one_finding_a_line(folder: Path) -> None:
    update(folder)
    lines = (folder / NAME).read_text("utf-8").splitlines()
    assert lines[0] == '{"docklint_baseline": 1, "files": {'
    assert lines[1] == '  "a.txt": ['
    assert json.loads(lines[2])["code"] == "RED101"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("按照通知要求，", "按照上级通知的统一要求，"),
        ("2023年5月的专题研讨准备不足", "2023年6月的专题研讨没有准备"),
        ("三、整改措施", "三、下一步整改措施"),
        (
            "（二）工作作风方面",
            "（二）担当作为方面。一是担当不够。比如：2023年推掉两件事。\n（三）工作作风方面",
        ),
        ("一、存在的问题", "对照检查材料\n一、存在的问题"),
    ],
)
def test_edits_elsewhere_do_not_matter(folder: Path, old: str, new: str) -> None:
    update(folder)
    assert old in FAULTY
    (folder / "a.txt").write_text(FAULTY.replace(old, new, 1), "utf-8")
    assert ("RED101", "baseline") in findings(check(folder))


def test_a_new_finding_counts(folder: Path) -> None:
    update(folder)
    (folder / "a.txt").write_text(FAULTY.replace("两个乡镇档案室", "*个乡镇档案室", 1), "utf-8")
    checked = check(folder)
    assert checked.status == 1
    assert sorted(findings(checked), key=str) == [("RED101", "baseline"), ("RED101", None)]


def test_what_is_mended_is_told_and_pruned(folder: Path) -> None:
    update(folder)
    (folder / "a.txt").write_text(CLEAN, "utf-8")
    checked = check(folder)
    assert (checked.status, findings(checked)) == (0, [("DL904", None)])
    assert "known.json里有1条" in checked.text
    ran = docklint("baseline", "prune", "a.txt", "--baseline", NAME, *GENERIC, cwd=folder)
    assert (ran.status, ran.text) == (0, "known.json：原有 1 条，现有 0 条。\n")
    assert read(folder / NAME) == Baseline(folder / NAME)
    assert findings(check(folder)) == []


def test_pruning_adds_nothing_and_forgets_drafts_that_are_gone(folder: Path) -> None:
    (folder / "b.txt").write_text(FAULTY, "utf-8")
    update(folder, "a.txt", "b.txt")
    (folder / "b.txt").unlink()
    (folder / "a.txt").write_text(FAULTY.replace("两个乡镇档案室", "*个乡镇档案室", 1), "utf-8")
    docklint("baseline", "prune", "a.txt", "--baseline", NAME, *GENERIC, cwd=folder)
    known = read(folder / NAME)
    assert list(known.files) == ["a.txt"]
    assert known.count() == 1


def test_a_rule_that_does_not_run_leaves_its_findings_known(folder: Path) -> None:
    update(folder)
    docklint("baseline", "prune", "a.txt", "--baseline", NAME, "--ignore", "RED", *GENERIC, cwd=folder)
    assert read(folder / NAME).count() == 1
    assert findings(check(folder, "--ignore", "RED")) == []


def test_updating_keeps_other_drafts_and_reasons(folder: Path) -> None:
    update(folder)
    text = (folder / NAME).read_text("utf-8")
    (folder / NAME).write_text(text.replace('"*"}', '"*", "reason": "通知原文"}'), "utf-8")
    (folder / "b.txt").write_text(FAULTY, "utf-8")
    assert update(folder, "a.txt", "b.txt").text == "known.json：原有 1 条，现有 2 条。\n"
    reasons = [each.reason for entries in read(folder / NAME).files.values() for each in entries]
    assert reasons == ["通知原文", ""]
    assert json.loads(check(folder).out)["files"][0]["findings"][0]["suppressed"]["reason"] == "通知原文"


def test_updating_twice_changes_nothing(folder: Path) -> None:
    update(folder)
    before = (folder / NAME).read_bytes()
    update(folder)
    assert (folder / NAME).read_bytes() == before


def test_what_is_suppressed_otherwise_is_not_recorded(folder: Path) -> None:
    text = '[[suppress]]\nrule = "RED101"\nquote = "*"\nreason = "理由"\n'
    (folder / "docklint.toml").write_text(text, "utf-8")
    update(folder)
    assert read(folder / NAME).count() == 0


def test_docklints_own_limits_are_not_accepted(folder: Path) -> None:
    ran = docklint("baseline", "update", "a.txt", "--baseline", NAME, *GENERIC, cwd=folder, before=CRASH)
    assert ran.status == 3
    assert [each.code for each in read(folder / NAME).files["a.txt"]] == ["RED101"]


def test_the_configuration_may_name_it(folder: Path) -> None:
    (folder / "docklint.toml").write_text(f'profile = "generic"\nbaseline = "{NAME}"\n', "utf-8")
    inner = folder / "inner"
    inner.mkdir()
    (inner / "b.txt").write_text(FAULTY, "utf-8")
    assert docklint("check", "b.txt", cwd=inner).status == 2
    assert docklint("baseline", "update", "b.txt", cwd=inner).status == 0
    assert list(read(folder / NAME).files) == ["inner/b.txt"]
    assert docklint("check", "b.txt", cwd=inner).status == 0


def test_a_draft_of_another_path_is_not_known(folder: Path) -> None:
    update(folder)
    (folder / "b.txt").write_text(FAULTY, "utf-8")
    assert docklint("check", "b.txt", "--baseline", NAME, *GENERIC, cwd=folder).status == 1


def test_a_draft_that_cannot_be_read_keeps_what_is_known_of_it(folder: Path) -> None:
    update(folder)
    (folder / "a.txt").write_bytes(b"\x00\x01\x02")
    ran = update(folder)
    assert ran.status == 2
    assert "a.txt" in ran.said
    assert read(folder / NAME).count() == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是正确的 JSON"),
        (b"\xff\xfe", "不是 UTF-8 文字"),
        (b"[" * 100_000, "套得太深"),
        (b"[]", "不是 docklint 的基线文件"),
        (b"{}", "不是 docklint 的基线文件"),
        (b'{"docklint_baseline": 9, "files": {}}', "不是 docklint 的基线文件"),
        (b'{"docklint_baseline": 1, "files": []}', "files：应为一个表"),
        (b'{"docklint_baseline": 1, "files": {"a": [{"code": 1}]}}', "files.a[1].fingerprint：缺少这个键"),
        (b'{"docklint_baseline": 1, "files": {"a": {}}}', "files.a：应为"),
    ],
)
def test_what_is_no_baseline_is_said(folder: Path, data: bytes, said: str) -> None:
    (folder / NAME).write_bytes(data)
    for ran in (check(folder), update(folder)):
        assert ran.status == 2
        assert said in ran.said
        assert "Traceback" not in ran.said
    assert (folder / NAME).read_bytes() == data


def test_one_that_is_not_there(folder: Path) -> None:
    ran = check(folder)
    assert ran.status == 2
    assert "docklint baseline update" in ran.said
    with pytest.raises(SetupError, match="没有这个文件"):
        read(folder / "none.json")
