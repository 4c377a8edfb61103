"""The small drafts in ../shared/cases, rebuilt from faults that real texts and converters showed, as cases.md wants them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .asking import Answers, missed, strays, wanted
from .running import docklint
from .wanted import Instance, instances

BESIDE = Path(__file__).parents[1] / ".." / "shared"
CASES = Path(os.environ.get("DOCKLINT_SHARED", BESIDE)) / "cases"
TABLES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
NOT_YET: dict[str, str] = {}
"""What docklint does not do yet: the cases, and which aspects. Whoever mends one takes it out."""
ALONE = {"19-enumeration-as-sections.txt", "b-14-no-draft.md"}
"""Drafts whose tests stand here and not in the tables."""

ALL = [each for table in TABLES for each in instances(table, CASES, {})]
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="no ../shared/cases here")


def expected_to_fail(name: str) -> pytest.MarkDecorator:
    """Mark a test that stands alone by the same table."""
    return pytest.mark.xfail(condition=name in NOT_YET, reason="issue 14", strict=True)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return Answers(ALL, tmp_path_factory.mktemp("cases"))


@pytest.mark.parametrize(("instance", "aspect"), wanted(ALL, NOT_YET))
def test_case(instance: Instance, aspect: str, answers: Answers) -> None:
    lines = missed(answers, instance, aspect)
    assert not lines, "\n".join(lines)


@expected_to_fail("19")
def test_words_that_count_open_items_and_no_sections() -> None:
    path = CASES / "19-enumeration-as-sections.txt"
    report = json.loads(docklint("check", "--isolated", "--format", "json", path).text)
    if "DL901" in {each["code"] for each in report["files"][0]["findings"]}:
        return
    nodes = json.loads(docklint("outline", "--isolated", "--format", "json", path).text)["nodes"]
    kinds = [node["kind"] for node in nodes]
    assert (kinds.count("problem"), kinds.count("measure")) == (3, 3)
    assert not any(node["kind"] == "section" and (node["ordinal"] or "").startswith("首先") for node in nodes)


@expected_to_fail("20")
def test_a_speech_in_a_folder_is_no_draft() -> None:
    ran = docklint("check", "--isolated", "--format", "json", CASES / "20-folder")
    assert [each["path"] for each in json.loads(ran.text)["files"] if each["status"] == "checked"] == []
    assert ran.status == 2


@expected_to_fail("b-14")
def test_the_status_is_the_one_that_the_report_tells() -> None:
    ran = docklint("check", "--drafts-only", "--isolated", "--format", "json", CASES / "b-14-no-draft.md")
    assert (ran.status, json.loads(ran.text)["exit_code"]) == (0, 0)


def test_every_case_is_told() -> None:
    told = {each.path.name for each in ALL if each.path} | ALONE
    there = {path.name for path in CASES.iterdir() if path.is_file()} - {"cases.md"}
    assert there == told


def test_nothing_stands_in_the_table_for_nothing() -> None:
    assert strays(ALL, NOT_YET) <= {"19: alone", "20: alone", "b-14: alone"}
