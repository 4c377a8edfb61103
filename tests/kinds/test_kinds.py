"""Our own instances of every kind of issue 14, in other papers and other words: each as it must come out.

A folder a kind; its `expected.toml` tells the drafts beside it and those made from faultless ones (`tests/wanted.py`).
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.asking import Answers, ask, missed, strays, wanted
from tests.wanted import Instance, instances

from .looks import LOOKS
from .not_yet import NOT_YET, SOURCE_TOLD_WRONG, TAKEN_FOR_DRAFTS

KINDS = sorted(path for path in Path(__file__).parent.iterdir() if (path / "expected.toml").exists())
ALL = [each for kind in KINDS for each in instances(kind / "expected.toml", kind, LOOKS)]
LEAST = 4


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return Answers(ALL, tmp_path_factory.mktemp("kinds"))


@pytest.mark.parametrize(("instance", "aspect"), wanted(ALL, NOT_YET))
def test_instance(instance: Instance, aspect: str, answers: Answers) -> None:
    lines = missed(answers, instance, aspect)
    assert not lines, "\n".join(lines)


PROFILES = Path(__file__).parents[2] / "rules" / "profiles"
SPEECHES = Path(__file__).parent / "16-pieces" / "speeches"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            path.name,
            marks=[pytest.mark.xfail(reason="issue 14", strict=True)]
            if path.name in TAKEN_FOR_DRAFTS
            else [],
        )
        for path in sorted(SPEECHES.iterdir())
    ],
)
def test_a_folder_walk_passes_over_other_writings(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((SPEECHES / name).read_bytes())
    ((status, told),) = ask([["check", "--isolated", "--format", "json", tmp_path]])
    checked = [each["path"] for each in json.loads(told)["files"] if each["status"] == "checked"]
    assert (status, checked) == (2, [])


@pytest.mark.xfail(SOURCE_TOLD_WRONG, reason="issue 14", strict=True)
def test_a_list_from_a_published_report_calls_itself_no_notice() -> None:
    ((status, told),) = ask([["profiles", "show", "2023-theme-education-five", "--lang", "en"]])
    assert status == 0
    assert "notice" not in told
    profile = tomllib.loads((PROFILES / "2023-theme-education-five.toml").read_text("utf-8"))
    assert "通知" not in profile["source"]
    assert "notice" not in profile["source-en"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_has_several_instances_and_no_draft_is_forgotten(kind: Path) -> None:
    told = list(instances(kind / "expected.toml", kind, LOOKS))
    assert len(told) >= LEAST
    drafts = {path for path in kind.iterdir() if path.suffix in (".txt", ".md")}
    assert drafts <= {each.path for each in told}


def test_names_differ() -> None:
    assert len({each.name for each in ALL}) == len(ALL)


def test_nothing_stands_in_the_table_for_nothing() -> None:
    assert strays(ALL, NOT_YET) == set()
