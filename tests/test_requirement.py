"""A finding says which sentence of the notice it rests on, in every report that people read and in `explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reporting import AS_TEXT
from tests.running import CLEAN, docklint

SENTENCE = "重点从理论学习、工作作风、“廉洁自律”三个方面查摆问题。"
PROFILE = f"""id = "ours"
extends = "base"
title = "本年会议"
source = "通知第二条"
[[section]]
role = "problems"
source = "材料应包括三个部分。"
  [[section.dimension]]
  name = "理论学习"
  source = "{SENTENCE}"
  [[section.dimension]]
  name = "工作作风"
  [[section.dimension]]
  name = "廉洁自律"
  source = "{SENTENCE}"
"""
BECAUSE = "依据：通知第二条“重点从理论学习、工作作风、‘廉洁自律’三个方面查摆问题。”"
SILENT = ("concise", "junit")
"""One line a finding, or a test: they say what is wrong, and no more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "本年.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "稿.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def checked(folder: Path, *options: str) -> str:
    ran = docklint("check", "稿.txt", "--profile", "本年.toml", "--isolated", *options, cwd=folder)
    assert ran.status == 1
    return ran.text


def flat(report: str) -> str:
    return "".join(report.split())


def test_the_text_report_tells_what_a_missing_part_rests_on(folder: Path) -> None:
    assert flat(BECAUSE) in flat(checked(folder))
    english = checked(folder, "--lang", "en")
    assert flat("Demanded by 通知第二条: “重点从") in flat(english)


@pytest.mark.parametrize(
    "format", sorted({*AS_TEXT} - {"text", "json", "jsonl", *SILENT} - {"matrix", "outline"})
)
def test_so_do_the_other_reports(folder: Path, format: str) -> None:
    assert flat(BECAUSE) in flat(checked(folder, "--format", format).replace("\\", ""))


def test_json_has_the_sentence_as_it_stands_and_where_from(folder: Path) -> None:
    (file,) = json.loads(checked(folder, "--format", "json"))["files"]
    (finding,) = file["findings"]
    assert finding["requirement"] == {"text": SENTENCE, "source": "通知第二条"}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("DIM106", "（一）理论学习方面。一是", "（一）理论学习方面。\n（二）工作作风方面。一是"),
        ("DIM105", "理论学习方面", "理论学识方面"),
        ("DIM103", "（二）工作作风方面", "（二）理论学习方面"),
        ("SEC106", CLEAN[CLEAN.index("（一）") : CLEAN.index("二、原因")], ""),
    ],
)
def test_every_rule_about_parts_tells_it(folder: Path, code: str, old: str, new: str) -> None:
    (folder / "稿.txt").write_text(CLEAN.replace(old, new, 1), encoding="utf-8")
    (file,) = json.loads(checked(folder, "--format", "json"))["files"]
    told = {each["code"]: each["requirement"] for each in file["findings"]}
    assert told.get(code), told


def test_a_profile_that_does_not_tell_has_no_requirement(folder: Path) -> None:
    without = "\n".join(line for line in PROFILE.split("\n") if "source" not in line)
    (folder / "本年.toml").write_text(without, encoding="utf-8")
    (file,) = json.loads(checked(folder, "--format", "json"))["files"]
    assert [each["requirement"] for each in file["findings"]] == [None]
    assert "依据" not in checked(folder)


def test_a_sentence_without_a_source_is_the_notice_s(folder: Path) -> None:
    (folder / "本年.toml").write_text(PROFILE.replace('source = "通知第二条"\n', ""), encoding="utf-8")
    assert "依据：通知“重点从" in checked(folder)


def test_explain_and_profiles_show_tell_it(folder: Path) -> None:
    for asked in (("explain", "DIM101", "--profile", "本年.toml"), ("profiles", "show", "本年.toml")):
        ran = docklint(*asked, cwd=folder)
        assert (ran.status, ran.said) == (0, "")
        assert flat(BECAUSE) in flat(ran.text)
    missing = docklint("explain", "DIM101", "--profile", "2029", cwd=folder)
    assert (missing.status, missing.out) == (2, b"")
