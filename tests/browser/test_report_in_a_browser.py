"""The HTML report in a real browser: nothing breaks, nothing is fetched, everybody can read it, it prints on A4.

Needs Chromium (`apt-get install chromium`), and Node with `playwright-core` and `axe-core` where NODE_PATH says
(`npm install --prefix DIR playwright-core axe-core`, NODE_PATH=DIR/node_modules); skipped where they are absent.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from docklint.neutral import safe
from tests.running import CLEAN, docklint

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
NODE = shutil.which("node") or ""
HEADLESS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><b onclick=alert(3)>\u202e反写\u200f"
    "</p></section></style><style>*{display:none}</style>" + "长" * 50 + "A" * 300
)
DRAFT = CLEAN.replace("三年没有改过", f"*年没有改过“{HOSTILE}").replace("二是服务不主动", "三是服务不主动")

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of two drafts, one of them hostile in its text and in its name."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "稿 <img src=x onerror=alert(4)>.txt").write_text(DRAFT, encoding="utf-8")
    (folder / ("很长的文件名" * 12 + ".txt")).write_text(CLEAN, encoding="utf-8")
    ran = docklint(
        "check", ".", "none.txt", "--profile", "generic", "-f", "html", "-o", "报告.html", cwd=folder
    )
    assert ran.status == 2
    return folder / "报告.html"


@pytest.fixture(scope="module")
def looks(page: Path) -> list[dict[str, Any]]:
    """What the browser told at phone, tablet and desktop width."""
    if not NODE:
        pytest.skip("no Node here")
    require = "require('playwright-core'); require('axe-core')"
    if subprocess.run([NODE, "-e", require], capture_output=True, check=False).returncode:
        pytest.skip("playwright-core and axe-core are not in NODE_PATH")
    command = [NODE, str(Path(__file__).with_name("look.mjs")), CHROMIUM, str(page), "390", "768", "1280"]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return list(json.loads(done.stdout))


def test_nothing_runs_and_nothing_is_fetched(looks: list[dict[str, Any]]) -> None:
    for look in looks:
        assert look["console"] == []
        assert (look["dialogs"], look["scripts"]) == (0, 1)
        assert len(set(look["requests"])) == 1


def test_the_style_sheet_passes_its_own_policy(looks: list[dict[str, Any]]) -> None:
    assert {look["background"] for look in looks} == {"rgb(241, 239, 234)"}
    assert all(float(look["font"].removesuffix("px")) >= 1.6 * 16 for look in looks)


def test_hostile_text_is_shown_as_it_stands(looks: list[dict[str, Any]]) -> None:
    expected = [safe(line) for line in DRAFT.splitlines()]
    for look in looks:
        lines = [line.replace("\u2060", "") for line in look["lines"]]
        assert any(lines[at : at + len(expected)] == expected for at in range(len(lines)))


def test_nobody_scrolls_sideways(looks: list[dict[str, Any]]) -> None:
    assert [look["scrollWidth"] for look in looks] == [390, 768, 1280]


def test_links_lead_there_and_back(looks: list[dict[str, Any]]) -> None:
    for look in looks:
        assert look["links"] > 1
        assert re.fullmatch(r"#f\d-\d+", look["there"][0])
        assert re.fullmatch(r"#f\d-m\d+", look["back"][0])
        assert (look["there"][1], look["back"][1]) == ("LI", "A")


def test_axe_finds_no_barrier_by_day_or_by_night(looks: list[dict[str, Any]]) -> None:
    assert [look["axe"] for look in looks] == [[], [], []]
    assert [look["dark"] for look in looks] == [[], [], []]


def test_the_list_is_filtered_ordered_ticked_and_copied(looks: list[dict[str, Any]]) -> None:
    for look in looks:
        told = look["list"]
        assert told["all"] > told["errors"] > 0
        assert told["hidden"] == told["all"] - told["errors"]
        assert told["codes"] == sorted(told["codes"])
        assert told["groups"] == len(set(told["codes"]))
        assert told["progress"] == f"已处理 1 / {told['all']}"
        assert told["copied"].count("\n") == told["all"]
        assert told["copied"].startswith("1. [")
        assert told["after"] == [False, 0]


def test_all_can_be_read_without_the_script(looks: list[dict[str, Any]]) -> None:
    for look in looks:
        assert look["unscripted"] == {
            "tools": 0,
            "findings": look["list"]["all"],
            "text": True,
            "picture": True,
        }


def test_it_prints_on_a4(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    home = {**os.environ, "HOME": str(tmp_path)}
    command = [
        CHROMIUM,
        *HEADLESS,
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={pdf}",
        page.as_uri(),
    ]
    subprocess.run(command, capture_output=True, timeout=120, check=True, env=home)
    boxes = {
        tuple(map(float, box))
        for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    }
    assert boxes
    for width, height in boxes:
        assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
