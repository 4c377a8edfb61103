"""The folder does not grow for ever, and can be emptied."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from docklint.cache import store
from docklint.cache.store import TAG, Store
from tests.cache.folder import Folder
from tests.running import CLEAN


def _aged(path: Path, days: float) -> None:
    moment = time.time() - days * store.DAY
    os.utime(path, (moment, moment))


def test_what_no_run_has_a_use_for_goes(folder: Folder) -> None:
    folder.run()
    (folder.cache / "notes.txt").write_text("ours", "utf-8")
    (folder.cache / f"{'0' * 32}xyz.tmp").write_bytes(b"left over")
    for path in folder.cache.iterdir():
        _aged(path, 40)
    folder.run("check", "a.txt", "a.txt", "b.docx", "--select", "RED")
    assert len(folder.records()) == 2
    assert {path.name for path in folder.cache.iterdir()} >= {"notes.txt", TAG}
    assert not list(folder.cache.glob("*.tmp"))


def test_what_is_of_use_stays(folder: Folder) -> None:
    folder.run()
    for path in folder.records():
        _aged(path, 20)
    folder.run()
    assert all(time.time() - path.stat().st_mtime < store.DAY for path in folder.records())


def test_it_is_tidied_once_a_day(folder: Folder) -> None:
    folder.run()
    folder.write("a.txt", CLEAN)
    for path in folder.records():
        _aged(path, 40)
    folder.run()
    assert len(folder.records()) == 3
    _aged(folder.cache / TAG, 2)
    folder.run()
    assert len(folder.records()) == 2


def test_too_many_records_go_oldest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(tmp_path / "cache")
    names = [f"{number:032x}" for number in range(10)]
    for age, name in enumerate(names):
        kept.write(name, bytes(100))
        _aged(tmp_path / "cache" / f"{name}.result", age / 24)
    _aged(tmp_path / "cache" / TAG, 2)
    monkeypatch.setattr(store, "MOST", 350)
    kept.tidy()
    assert [name for name in names if kept.read(name)] == names[:3]


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    kept = Store(tmp_path / "cache")
    kept.write("0" * 32, bytes(store.LARGEST + 1))
    assert kept.read("0" * 32) is None


@pytest.mark.parametrize("written", [b"", b"Signature: 8a47"])
def test_what_a_full_disk_left_of_the_tag_is_cleared(tmp_path: Path, written: bytes) -> None:
    kept = Store(tmp_path / "cache")
    kept.write("0" * 32, b"x")
    (tmp_path / "cache" / TAG).write_bytes(written)
    assert kept.clear() == 1
    assert not (tmp_path / "cache").exists()


def test_the_tag_of_somebody_else_stays(tmp_path: Path) -> None:
    kept = Store(tmp_path / "cache")
    kept.write("0" * 32, b"x")
    (tmp_path / "cache" / TAG).write_bytes(b"Signature: ours")
    assert kept.clear() == 1
    assert (tmp_path / "cache" / TAG).exists()


@pytest.mark.parametrize("call", ["scandir", "unlink"])
def test_two_runs_may_clear_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    kept = Store(tmp_path / "cache")
    kept.write("0" * 32, b"x")
    real = getattr(os, call)

    def late(path: str) -> object:
        monkeypatch.undo()
        Store(tmp_path / "cache").clear()
        return real(path)

    monkeypatch.setattr(os, call, late)
    assert kept.clear() == 0
    assert not (tmp_path / "cache").exists()


def test_what_stopped_the_writing_is_told_even_if_the_rest_of_it_cannot_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    def locked(*_: object) -> None:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(os, "replace", stopped)
    monkeypatch.setattr(os, "unlink", locked)
    with pytest.raises(KeyboardInterrupt):
        Store(tmp_path / "cache").write("0" * 32, b"x")


def test_clean_drops_all_and_nothing_else(folder: Folder) -> None:
    folder.run()
    cleaned = folder.run("clean", "--lang", "en")
    assert (cleaned.status, cleaned.text) == (0, f"2 kept result(s) dropped ({folder.cache}).\n")
    assert not folder.cache.exists()
    assert folder.run("clean").text == f"已清除 0 份检查结果（{folder.cache}）。\n"
    folder.run()
    (folder.cache / "notes.txt").write_text("ours", "utf-8")
    assert folder.run("clean").status == 0
    assert [path.name for path in folder.cache.iterdir()] == ["notes.txt"]
