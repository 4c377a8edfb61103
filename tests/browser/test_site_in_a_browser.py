"""The documentation, opened from a disk in a real browser: Chinese words are found, nothing is fetched, nobody is kept out.

Needs what `test_report_in_a_browser` needs; skipped where it is absent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_report_in_a_browser import CHROMIUM, NODE
from tools.check import ROOT

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser told of the site: two widths, light and dark."""
    require = "require('playwright-core'); require('axe-core')"
    if not NODE or subprocess.run([NODE, "-e", require], capture_output=True, check=False).returncode:
        pytest.skip("needs Node with playwright-core and axe-core in NODE_PATH")
    site = tmp_path_factory.mktemp("docs") / "文档 站点"
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(
        build, cwd=ROOT, check=True, capture_output=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    look = [NODE, str(Path(__file__).with_name("site.mjs")), CHROMIUM, str(site)]
    done = subprocess.run(look, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return dict(json.loads(done.stdout))


def test_nothing_breaks_and_nothing_is_fetched(seen: dict[str, Any]) -> None:
    assert (seen["console"], seen["requests"]) == ([], [])


def test_no_page_is_wider_than_the_window(seen: dict[str, Any]) -> None:
    assert seen["wide"] == []


def test_axe_finds_no_barrier_in_the_pages_by_day_or_by_night(seen: dict[str, Any]) -> None:
    assert seen["axe"] == []


def test_every_page_says_its_language(seen: dict[str, Any]) -> None:
    assert (
        seen["lang"]["index.html"]
        == seen["lang"]["start.zh.html"]
        == seen["lang"]["rules/EXA101.html"]
        == "zh"
    )
    assert seen["lang"]["formats.html"] == "en"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("对应关系", "rules/COR101.html"),
        ("整改措施", "rules/COR101.html"),
        ("批注", "word.zh.html"),
        ("不能上网", "start.zh.html"),
        ("EXA101", "rules/EXA101.html"),
        ("suppression", "suppression.html"),
    ],
)
def test_the_search_finds(seen: dict[str, Any], query: str, page: str) -> None:
    first = [found["href"].partition("?")[0] for found in seen["found"][query][:10]]
    assert any(href.endswith(page) for href in first), first


def test_a_chinese_word_is_not_found_by_its_single_characters(seen: dict[str, Any]) -> None:
    """Each of the first results holds the word itself, not its characters somewhere."""
    told = [found["text"].replace("\u200b", "") for found in seen["found"]["批注"] if "\n" in found["text"]]
    assert told
    assert all("批注" in text for text in told)
