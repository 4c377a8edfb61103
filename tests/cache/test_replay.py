"""A replay reports what a check reports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docklint.cache.store import VARIABLE
from docklint.reports import REPORTS
from tests.cache.folder import BLIND, Folder
from tests.docx_builder import all_inserted, comment, commented, package, para, typed, with_deleted
from tests.running import CLEAN, FAULTY, WARNED, Ran, docklint, surroundings

ALONE = "import sys; sys.modules['docklint.cli.pool'] = None"
"""Makes a run fail that starts other processes."""


CONFIG = """profile = "generic"
baseline = "known.json"
[[suppress]]
rule = "TXT101"
quote = "“应当"
reason = "原文如此"
[[suppress]]
rule = "RED101"
quote = "没有这句话"
reason = "谁也用不上"
[[suppress]]
rule = "RED101"
quote = "这里也没有"
reason = "这一份用不上"
path = "faulty.txt"
"""
NOTE = "没有改过。<!-- docklint: ignore RED101 通知原文如此 -->"


def filled(place: Path) -> Folder:
    """Make a folder of every kind of draft, with what is agreed about them."""
    folder = Folder(place)
    folder.write("faulty.txt", FAULTY)
    folder.write("noted.md", FAULTY.replace("没有改过。", NOTE, 1))
    folder.write("papers.txt", f"{FAULTY}\n{WARNED}\n{CLEAN}")
    folder.write("typed.docx", typed(WARNED))
    folder.write("inserted.docx", all_inserted(FAULTY))
    folder.write("deleted.docx", with_deleted(CLEAN, "学习制度落实不严。"))
    folder.write("blank.txt", "")
    folder.write("other.txt", "只是一句话。\n")
    folder.write("broken.docx", b"PK\x03\x04 no zip")
    marked = para(commented(0, FAULTY.splitlines()[2]))
    notes = [comment(0, "docklint: ignore RED101 理由")]
    folder.write("comment.docx", package(marked, *map(para, FAULTY.splitlines()), comments=notes))
    done = docklint(
        "baseline",
        "update",
        "papers.txt",
        "--baseline",
        "known.json",
        "--profile",
        "generic",
        cwd=folder.drafts,
    )
    assert done.status == 0, done.said
    folder.write("docklint.toml", CONFIG)
    return folder


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A folder that was checked before."""
    folder = filled(tmp_path_factory.mktemp("known"))
    folder.run()
    return folder


WAYS = [("--format", name) for name in REPORTS] + [
    ("--statistics",),
    ("--show-suppressed",),
    ("--show-suppressed", "--format", "json"),
    ("--show-suppressed", "--format", "html"),
    ("--fail-on", "never", "--quiet"),
    ("--drafts-only",),
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_a_replay_reports_what_a_check_reports(known: Folder, way: tuple[str, ...]) -> None:
    fresh = known.run(*way, "--no-cache")
    assert fresh.out
    if way != ("--drafts-only",):
        assert known.run(*way, before=BLIND) == fresh


@pytest.mark.parametrize("way", [("--format", "json"), ("--drafts-only",)], ids=" ".join)
def test_so_it_does_when_several_processes_work(known: Folder, way: tuple[str, ...]) -> None:
    assert known.run(*way, "--jobs", "3") == known.run(*way, "--no-cache")


def test_the_fixture_has_what_can_be_reported(known: Folder) -> None:
    """What the comparison above is worth: findings of every kind of place and of every kind of agreement."""
    files = json.loads(known.run("--show-suppressed", "--format", "json", before=BLIND).out)["files"]
    findings = [finding for file in files for finding in file["findings"]]
    kinds = {finding["suppressed"]["kind"] for finding in findings if finding["suppressed"]}
    assert kinds == {"config", "comment", "baseline"}
    assert any(finding["code"] == "DL904" for finding in findings)
    assert any(finding["data"].get("author") for finding in findings)
    assert {file["papers"] for file in files} > {1, 3}


def test_a_copy_under_another_name_replays(folder: Folder) -> None:
    folder.run()
    folder.write("c.txt", FAULTY)
    assert folder.run(before=BLIND) == folder.run("--no-cache")


def test_where_nothing_has_changed_no_process_is_started(folder: Folder) -> None:
    folder.write("c.txt", CLEAN)
    fresh = folder.run("--no-cache")
    assert folder.run("--jobs", "2") == fresh
    assert folder.run("--jobs", "2", before=f"{ALONE}\n{BLIND}") == fresh
    folder.write("a.txt", WARNED)
    assert folder.run("--jobs", "2") == folder.run("--no-cache")
    assert folder.run("--jobs", "2", before=ALONE) == folder.run("--no-cache")


def test_runs_may_share_the_folder(known: Folder, tmp_path: Path) -> None:
    fresh = known.run("--no-cache")
    command = [sys.executable, "-m", "docklint", "check", ".", "--jobs", "2"]
    told = surroundings({VARIABLE: str(tmp_path)})
    runs = [
        subprocess.Popen(command, cwd=known.drafts, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for each in runs:
        out, err = each.communicate(timeout=60)
        assert Ran(each.returncode, out, err) == fresh
    assert known.run(before=BLIND, cache=tmp_path) == fresh
