"""Whatever a result depends on: once it changes, what was kept is not replayed."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cache.folder import BLIND, Folder
from tests.docx_builder import all_inserted
from tests.installing import ROOT
from tests.running import CRASH, FAULTY, docklint


def _edited(name: str, old: str, new: str) -> Callable[[Folder], tuple[str, ...]]:
    def change(folder: Folder) -> tuple[str, ...]:
        assert old in folder.read(name)
        folder.write(name, folder.read(name).replace(old, new, 1))
        return ()

    return change


def _baseline(folder: Folder) -> tuple[str, ...]:
    folder.write("known.json", folder.read("known.json").replace("旧事", "旧事一件"))
    return ()


def _other_draft(folder: Folder) -> tuple[str, ...]:
    known = json.loads(folder.read("known.json"))
    known["files"]["a.txt"] = known["files"].pop("c.txt")
    folder.write("known.json", json.dumps(known))
    return ()


def _other_baseline(folder: Folder) -> tuple[str, ...]:
    """Name another baseline of which nothing is left but the name."""
    known = folder.read("known.json").replace('"fingerprint": "', '"fingerprint": "gone')
    folder.write("known.json", known)
    folder.run(*REPORT)
    folder.write("other.json", known)
    return ("--baseline", "other.json")


def _renamed(folder: Folder) -> tuple[str, ...]:
    (folder.drafts / "d.txt").rename(folder.drafts / "d.md")
    return ()


CHANGES: dict[str, Callable[[Folder], tuple[str, ...]]] = {
    "a character of a draft": _edited("a.txt", "20", "2*"),
    "a rule's words": _edited("ours/our.toml", "不要说", "请不要说"),
    "a rule's pattern": _edited("ours/our.toml", '["档案"]', '["档案室"]'),
    "a rule's severity": _edited("ours/our.toml", '"warning"', '"error"'),
    "the lexicon": _edited("ours/lexicon.toml", "好比", "比如"),
    "a profile's words": _edited("own.toml", "理论学习", "廉洁自律"),
    "a severity in the configuration": _edited("docklint.toml", 'severity = "info"', 'severity = "error"'),
    "what is ignored": _edited("docklint.toml", 'ignore = ["COR"]', 'ignore = ["RED"]'),
    "what is ignored in one draft": _edited("docklint.toml", 'ignore = ["NUM"]', 'ignore = ["RED"]'),
    "what is suppressed": _edited("docklint.toml", "没有这句话", "*年"),
    "a reason": _edited("docklint.toml", "不算数", "不算数的"),
    "the language": lambda _: ("--lang", "en"),
    "the profile": lambda _: ("--profile", "2024"),
    "codes": lambda _: ("--select", "RED"),
    "which text of a tracked change": lambda _: ("--revisions", "original"),
    "no configuration": lambda _: ("--isolated",),
    "a reason in the baseline": _baseline,
    "of which draft the baseline speaks": _other_draft,
    "the baseline's name": _other_baseline,
    "the format": _renamed,
    "that a file is named": lambda _: ("check", "a.txt", "b.docx", "c.txt", "d.txt", "other.md"),
}
REPORT = ("--format", "json", "--show-suppressed")
PACK = """[[rule]]
code = "OUR101"
name = "our-word"
check = "text-pattern"
severity = "warning"
options = { patterns = ["档案"] }
[rule.zh]
summary = "说法"
why = "缘由"
message = "不要说“档案”。"
help = "换个说法。"
[rule.en]
summary = "A word"
why = "Because."
message = "Not this word."
help = "Another word."
[[rule.bad]]
text = "⟦档案⟧"
[[rule.good]]
text = "文书"
"""
PROFILE = """id = "ours"
title = "我们的材料"
[[section]]
role = "problems"
title = "存在的问题"
[[section.dimension]]
name = "理论学习"
[[section.dimension]]
name = "工作作风"
[[section]]
role = "measures"
title = "整改措施"
"""
OWN = """profile = "own.toml"
rules-path = ["ours"]
baseline = "known.json"
ignore = ["COR"]
[rules.RED101]
severity = "info"
[[per-file]]
pattern = "a.txt"
ignore = ["NUM"]
[[suppress]]
rule = "OUR"
quote = "档案馆领导班子"
reason = "不算数"
[[suppress]]
rule = "RED"
quote = "没有这句话"
reason = "理由"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Drafts with a pack, a profile, a configuration and a baseline of their own."""
    folder = Folder(tmp_path_factory.mktemp("made"))
    text = FAULTY.replace("比如：周末没有安排人值班。", "好比周末没有安排人值班。")
    folder.write("a.txt", text)
    folder.write("c.txt", text)
    folder.write("d.txt", text.replace("没有改过。", "没有改过。<!-- docklint: ignore RED101 原文如此 -->"))
    folder.write("b.docx", all_inserted(FAULTY))
    folder.write("other.md", "只是一句话<!-- 。\n")
    known = ("--baseline", "known.json", "--select", "RED")
    done = docklint("baseline", "update", "c.txt", *known, cwd=folder.drafts)
    assert done.status == 0, done.said
    folder.write("known.json", folder.read("known.json").replace('"RED101"', '"RED101", "reason": "旧事"'))
    (folder.drafts / "ours").mkdir()
    folder.write("ours/our.toml", PACK)
    folder.write("ours/lexicon.toml", 'example-markers = ["好比"]\n')
    folder.write("own.toml", PROFILE)
    folder.write("docklint.toml", OWN)
    return folder


@pytest.fixture
def compiled(made: Folder, tmp_path: Path) -> Folder:
    """The same, to be changed."""
    folder = Folder(tmp_path)
    shutil.copytree(made.drafts, folder.drafts, dirs_exist_ok=True)
    return folder


def test_what_has_not_changed_is_replayed(compiled: Folder) -> None:
    first = compiled.run(*REPORT)
    assert compiled.run(*REPORT, before=BLIND) == first
    (compiled.drafts / "docklint.toml").touch()
    assert compiled.run(*REPORT, before=BLIND, PYTHONHASHSEED="7") == first


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_not(compiled: Folder, change: str) -> None:
    before = compiled.run(*REPORT)
    assert compiled.records(), before.said
    words = CHANGES[change](compiled)
    after = compiled.run(*words, *REPORT, "--no-cache")
    assert after.out != before.out, after.said
    assert compiled.run(*words, *REPORT) == after


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("src/docklint/engine.py", "message=sighting.message", 'message="？？"'),
        ("rules/redaction.toml", "是脱敏标记", "是脱敏标记？？"),
    ],
    ids=["code", "rules"],
)
def test_what_docklint_itself_is_made_of(
    folder: Folder, tmp_path: Path, file: str, old: str, new: str
) -> None:
    """In a checkout the version stays while code and rules change."""
    code = tmp_path / "code"
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, code / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = str(code / "src")
    first = folder.run(PYTHONPATH=path)
    assert folder.run(PYTHONPATH=path, before=BLIND) == first
    made = code / file
    assert old in made.read_text("utf-8")
    made.write_text(made.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(made, (time.time() - 60, time.time() - 60))
    assert "？？" in folder.run(PYTHONPATH=path).text


def test_code_that_is_being_written_keeps_nothing(folder: Folder, tmp_path: Path) -> None:
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    # As if it were written once more while docklint runs.
    os.utime(tmp_path / "src" / "docklint" / "engine.py", (time.time() + 60, time.time() + 60))
    folder.run(PYTHONPATH=str(tmp_path / "src"))
    assert folder.records() == []


@pytest.mark.parametrize("absent", ["lxml", "regex"])
def test_packages_that_are_or_are_not_there_are_part_of_the_key(folder: Folder, absent: str) -> None:
    folder.run()
    folder.run(before=f"import sys; sys.modules[{absent!r}] = None")
    assert len(folder.records()) == 4


def test_a_crash_is_not_kept(folder: Folder) -> None:
    named = ("check", "a.txt", "b.docx")
    assert folder.run(*named, before=CRASH).status == 3
    assert folder.records() == []
    assert folder.run(*named) == folder.run(*named, "--no-cache")
