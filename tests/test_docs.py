"""The documentation: generated pages are fresh, links lead somewhere, and what is shown works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.running import docklint
from tools import docs

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md"))
BY_HAND = [path for path in PAGES if docs.NOTE not in path.read_text("utf-8")]
_FENCE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```$", re.MULTILINE | re.DOTALL)
_FETCHED = re.compile(
    r"<(?:script|img|iframe)[^>]* src=.?(?:https?:)?//[^>]*|<link[^>]*(?:stylesheet|preconnect)[^>]*//[^>]*"
)
_LINK = re.compile(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)")


def blocks(page: Path, *languages: str) -> Iterator[str]:
    for language, body in _FENCE.findall(page.read_text("utf-8")):
        if language in languages:
            yield body


def commands() -> Iterator[tuple[str, str]]:
    """Every docklint command a page shows to be typed, with the page's name."""
    for page in BY_HAND:
        for body in blocks(page, "sh", "powershell", "yaml"):
            for line in body.splitlines():
                match = re.search(r"(?:^|script: |run: )\s*(docklint .*)$", line)
                if match:
                    yield page.name, re.split(r" [>|] ", match[1])[0].strip()


def test_the_generated_pages_are_fresh() -> None:
    assert docs.stale(docs.pages()) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize(("page", "line"), sorted(set(commands())))
def test_every_command_shown_runs(page: str, line: str, tmp_path: Path) -> None:
    """Each is run on drafts of the names it uses; whatever it finds, it must be understood (no status 2)."""
    words = shlex.split(line, comments=True)[1:]
    for word in words:
        if word.endswith((".docx", ".txt", ".md", ".toml")) and not word.startswith("-"):
            _provide(tmp_path / word)
        elif word.endswith("/"):
            (tmp_path / word).mkdir(exist_ok=True)
            _provide(tmp_path / word / "draft.docx")
    given = (ROOT / "examples" / "clean.txt").read_bytes() if "-" in words else None
    ran = docklint(*words, cwd=tmp_path, given=given)
    assert ran.status in (0, 1), ran.said


def _provide(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".toml":
        path.write_text('id = "ours"\ntitle = "试用"\nextends = "base"\n', "utf-8")
    elif path.suffix in (".docx", ".txt", ".md"):
        source = "clean.docx" if path.suffix == ".docx" else "clean.txt"
        shutil.copy(ROOT / "examples" / source, path)


def test_the_profile_shown_loads(tmp_path: Path) -> None:
    (text,) = blocks(ROOT / "docs" / "profiles.md", "toml")
    (tmp_path / "ours.toml").write_text(text, "utf-8")
    ran = docklint("profiles", "show", tmp_path / "ours.toml")
    assert ran.status == 0, ran.said
    assert "带头学深悟透" in ran.text


def test_the_pack_shown_passes_its_own_examples(tmp_path: Path) -> None:
    (text,) = blocks(ROOT / "docs" / "packs.md", "toml")
    (tmp_path / "ours.toml").write_text(text, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "docklint.testing", str(tmp_path)],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()


def test_the_check_shown_compiles() -> None:
    (text,) = blocks(ROOT / "docs" / "checks.md", "python")
    shown = ModuleType("shown")
    sys.modules["shown"] = shown
    try:
        exec(compile(text, "checks.md", "exec"), vars(shown))
    finally:
        del sys.modules["shown"]
    assert vars(shown)["LongTitle"]().most == 40


def test_the_site_builds_offline(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert (tmp_path / "site" / "rules" / "EXA101.html").exists()
    fetched = [
        name
        for page in (tmp_path / "site").rglob("*.html")
        for name in _FETCHED.findall(page.read_text("utf-8"))
    ]
    assert fetched == []
