"""The documentation: generated pages are fresh, links lead somewhere, and what is shown works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import docs, pages
from tools.check import ROOT

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md"))
BY_HAND = [path for path in PAGES if docs.NOTE not in path.read_text("utf-8")]
TOLD = [*BY_HAND, ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md"]
LANGUAGES = {
    "sh",
    "powershell",
    "console",
    "toml",
    "yaml",
    "python",
    "json",
    "vim",
    "elisp",
    "text",
    "markdown",
}
_FETCHED = re.compile(
    r"<(?:script|img|iframe)[^>]* src=.?(?:https?:)?//[^>]*|<link[^>]*(?:stylesheet|preconnect)[^>]*//[^>]*"
)
_LINK = re.compile(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)")
SHELL = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_the_generated_pages_are_fresh() -> None:
    assert docs.stale(docs.pages()) == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@SHELL
@pytest.mark.parametrize("page", BY_HAND, ids=_name)
def test_what_a_page_shows_works(page: Path, tmp_path: Path) -> None:
    """Every command runs, every file is read by whom it is meant for, every output is what is printed."""
    told = [f"{fault.fence.body}{fault.told}" for fault in pages.play(page.read_text("utf-8"), tmp_path)]
    assert not told, "\n".join([*told, "If only the output is old: python -m tools.readme"])


@pytest.mark.parametrize("page", BY_HAND, ids=_name)
def test_every_block_is_of_a_kind_that_is_played(page: Path) -> None:
    """`text` and `markdown` are files of the page: anything else that is shown must be tried."""
    text = page.read_text("utf-8")
    found = list(pages.fences(text))
    assert len(re.findall(r"^ *```\w", text, re.MULTILINE)) == len(found)
    assert {fence.language for fence in found} <= LANGUAGES
    assert [fence.body for fence in found if fence.language in ("text", "markdown") and not fence.title] == []


INLINE = sorted({command for page in TOLD for command in pages.inline(page.read_text("utf-8"))})


@SHELL
@pytest.mark.parametrize("command", INLINE)
def test_a_command_within_a_sentence_runs(command: str, tmp_path: Path) -> None:
    status, told = pages.Stage(tmp_path).run(command)
    assert status in ((0, 1) if " check " in command else (0,)), told


@SHELL
@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("```sh\ndocklint chek draft.docx\n```", "status 2"),
        ("```powershell\npy -m docklint profiles sho\n```", "status 2"),
        ("```console\n$ docklint --version\ndocklint 0\n```", "prints something else"),
        ('```toml\nprofil = "2024"\n```', "profil"),
        ('```toml title="docklint.toml"\n[rules.EXA999]\nseverity = "error"\n```', "EXA999"),
        ('```toml\n[[rule]]\ncode = "OUR1"\n```', "status 2"),
        ('```toml\nid = "x"\n[[section]]\nrol = "problems"\n```', "status 2"),
        ("```yaml\nhooks:\n  - id: doclint\n```", "no hook"),
        ("```yaml\njob:\n  script: docklint chek drafts/\n```", "status 2"),
        ("```python\nimport docklint\ndocklint.chek('draft.docx')\n```", "AttributeError"),
        ('```toml title="examples/plugin/pyproject.toml"\n[projekt]\n```', "something else"),
    ],
)
def test_a_page_that_is_wrong_fails(page: str, told: str, tmp_path: Path) -> None:
    assert any(told in fault.told for fault in pages.play(page, tmp_path))


def test_the_site_builds_offline(tmp_path: Path) -> None:
    site = tmp_path / "site"
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert (site / "rules" / "EXA101.html").exists()
    fetched = [name for page in site.rglob("*.html") for name in _FETCHED.findall(page.read_text("utf-8"))]
    assert fetched == []
