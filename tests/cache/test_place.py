"""What is kept and where, what it tells, and what becomes of it when the folder is spoilt."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from docklint.cache import Cache, store
from docklint.cache.store import TAG, VARIABLE
from docklint.linter import Linter
from docklint.settings import Settings
from tests.cache.folder import BLIND, Folder
from tests.running import CLEAN, docklint


@pytest.mark.parametrize(
    "words",
    [
        ("check", "a.txt"),
        ("check", ".", "--no-cache"),
        ("check", ".", "--config", "off.toml"),
        ("check", ".", "--no-cache", "--jobs", "2"),
        ("check", ".", "--config", "off.toml", "--jobs", "2"),
    ],
    ids=" ".join,
)
def test_nothing_is_kept(folder: Folder, words: tuple[str, ...]) -> None:
    folder.write("off.toml", "cache = false\n")
    assert folder.run(*words).status == 1
    assert not folder.cache.exists()


def test_standard_input_is_not_kept(folder: Folder) -> None:
    told = {VARIABLE: str(folder.cache)}
    docklint("check", "-", "a.txt", cwd=folder.drafts, given=CLEAN.encode(), environment=told)
    assert len(folder.records()) == 1


def test_the_switch_of_a_configuration_is_for_its_drafts(folder: Folder) -> None:
    (folder.drafts / "secret").mkdir()
    folder.write("secret/c.txt", CLEAN)
    folder.write("secret/docklint.toml", "cache = false\n")
    folder.run()
    assert len(folder.records()) == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_kept_is_not_replayed_once_that_is_switched_off(folder: Folder, jobs: str) -> None:
    words = ("--config", "own.toml", "--jobs", jobs)
    folder.write("own.toml", "cache = true\n")
    first = folder.run(*words)
    assert folder.run(*words, before=BLIND) == first
    folder.write("own.toml", "cache = false\n")
    assert folder.run(*words, before=BLIND).status == 2


def test_a_record_tells_nothing_without_its_draft(folder: Folder) -> None:
    folder.run()
    assert len(folder.records()) == 2
    for path in folder.records():
        data = path.read_bytes()
        assert not any(word.encode() in data for word in ("档案", "RED101", "generic", "findings", "a.txt"))
        if os.name == "posix":
            assert path.stat().st_mode & 0o777 == 0o600
    if os.name == "posix":
        assert folder.cache.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these have places of their own")
@pytest.mark.parametrize(("caches", "place"), [("", ".cache"), ("relative", ".cache"), ("/x", "x")])
def test_where_records_lie(folder: Folder, tmp_path: Path, caches: str, place: str) -> None:
    told = {"HOME": str(tmp_path), "XDG_CACHE_HOME": caches.replace("/", f"{tmp_path}/"), VARIABLE: ""}
    docklint("check", ".", cwd=folder.drafts, environment=told)
    assert len(list((tmp_path / place / "docklint").glob("*.result"))) == 2


Act = Callable[[Path], object]


def _gone(folder: Path) -> None:
    shutil.rmtree(folder)


def _a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


def _a_link(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to("nowhere")


def _swapped(folder: Path) -> None:
    first, second = folder.glob("*.result")
    first.write_bytes(second.read_bytes())


def _instead(make: Act) -> Act:
    """Put something in the place of a record."""

    def act(path: Path) -> None:
        path.unlink()
        make(path)

    return act


LINTER = Linter(Settings())
RECORDS: dict[str, Act] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "one bit": lambda path: path.write_bytes(path.read_bytes()[:-1] + bytes([path.read_bytes()[-1] ^ 1])),
    "garbage": lambda path: path.write_bytes(os.urandom(3000)),
    "too large": lambda path: path.write_bytes(bytes(store.LARGEST + 1)),
    "a folder": _instead(Path.mkdir),
    "a link to itself": _instead(lambda path: os.symlink(path, path)),
    "a link to nothing": _instead(lambda path: os.symlink("nothing", path)),
}
if hasattr(os, "mkfifo"):
    RECORDS["a pipe"] = _instead(os.mkfifo)
FOLDERS: dict[str, Act] = {
    "gone": _gone,
    "a file": _a_file,
    "a link to nothing": _a_link,
    "records in each other's place": _swapped,
}


@pytest.mark.parametrize("spoil", RECORDS)
def test_a_spoilt_record_is_none(folder: Folder, spoil: str) -> None:
    cache, path = Cache(folder.cache), str(folder.drafts / "a.txt")
    fresh = cache.check(LINTER, path, True)
    assert cache.replay(LINTER, path, True) == fresh
    RECORDS[spoil](*folder.records())
    assert cache.replay(LINTER, path, True) is None
    assert cache.check(LINTER, path, True) == fresh


@pytest.mark.parametrize("spoil", FOLDERS)
def test_a_spoilt_folder_is_as_good_as_none(folder: Folder, spoil: str) -> None:
    fresh = folder.run("--no-cache")
    assert folder.run() == fresh
    FOLDERS[spoil](folder.cache)
    assert folder.run("--jobs", "2") == fresh


@pytest.mark.parametrize("call", ["os.replace", "os.makedirs", "os.open", "os.utime", "os.scandir"])
def test_a_full_or_locked_disk_is_no_fault_of_a_draft(folder: Folder, call: str) -> None:
    module, name = call.split(".")
    failing = f"import {module}\ndef full(*_, **__): raise OSError(28, 'No space')\n{module}.{name} = full"
    fresh = folder.run("check", "a.txt", "b.docx", "--no-cache")
    folder.run()
    os.utime(folder.cache / TAG, (0, 0))
    folder.records()[0].unlink()
    assert folder.run("check", "a.txt", "b.docx", before=failing) == fresh
    assert list(folder.cache.glob("*.tmp")) == []
