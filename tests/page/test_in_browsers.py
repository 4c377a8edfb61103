"""The page in real browsers, from a file: what it hands out, what it keeps to itself, how long it takes, how it dies.

Needs what builds the page (see `built.py`), and a browser: Chromium (`apt-get install chromium`) through `playwright-core`,
Firefox ESR (`apt-get install firefox-esr`) through `puppeteer-core`, both from `npm install` (NODE_PATH). What is not here is
skipped by name. `DOCKLINT_PAGE` names a page that is built already.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.installing import ROOT
from tests.page.built import page_file
from tests.page.test_session import CORPUS, differences, drafts, overview_differences, through

__all__ = ["drafts"]
BROWSERS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
DRIVERS = {"chromium": "playwright-core", "firefox": "puppeteer-core"}
pytestmark = pytest.mark.thorough
SHARED = ROOT.parent / "shared" / "cases" / "hostile"


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request: pytest.FixtureRequest) -> str:
    """A browser that is here, with what drives it."""
    name = str(request.param)
    if not _executable(name):
        pytest.skip(f"no {name} here")
    node = shutil.which("node")
    asked = [node or "", "-e", f"require('{DRIVERS[name]}')"]
    if node is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip(f"{DRIVERS[name]} is not in NODE_PATH")
    return name


def drive(browser: str, mode: str, *given: str | Path, seconds: int = 280) -> dict[str, Any]:
    """Have a browser do something with the page; return what it told."""
    script = Path(__file__).with_name("drive.mjs")
    command = ["node", script, browser, _executable(browser), page_file(), mode, *given]
    ran = subprocess.run(list(map(str, command)), capture_output=True, timeout=seconds, check=False)
    assert ran.returncode == 0, ran.stderr.decode()[-3000:]
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def test_it_hands_out_what_the_command_line_writes(browser: str, drafts: Path, tmp_path: Path) -> None:
    """In Firefox, which checks no faster, some of them."""
    given = drafts
    if browser == "firefox":
        given = tmp_path / "few"
        given.mkdir()
        for path in sorted(drafts.iterdir())[::4]:
            shutil.copy(path, given)
    told = _compared(browser, given, tmp_path)
    assert (told["crashes"], told["requests"]) == (0, [])


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/docx here")
def test_so_it_does_for_word_files_from_everywhere(browser: str, tmp_path: Path) -> None:
    if browser == "firefox":
        pytest.skip("once is enough")
    assert _compared(browser, CORPUS, tmp_path, 900)["crashes"] == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared/cases here")
def test_hostile_files_and_two_hundred_at_once_leave_it_alive(browser: str, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for path in SHARED.iterdir():
        if path.is_file() and path.suffix != ".toml":
            shutil.copy(path, many)
    for number in range(60 if browser == "firefox" else 200):
        text = f"一、存在的问题\n（一）理论学习方面。一是学习不够系统。比如：第{number}次研讨由*科代拟。\n"
        (many / f"{number:03}.txt").write_text(text, "utf-8")
    out = tmp_path / "page"
    out.mkdir()
    told = drive(browser, "parity", many, out, seconds=900)
    assert told["crashes"] == 0
    answers = [json.loads(path.read_text("utf-8")) for path in out.glob("*~check.json")]
    assert len(answers) == told["files"]
    assert [each for each in answers if not each["ok"] and "\n" in each["error"]] == []


def test_nothing_leaves_it(browser: str, server: tuple[str, list[str]]) -> None:
    url, seen = server
    told = drive(browser, "privacy", url)
    assert told["before"] == []
    assert seen == []
    answered = {
        name: said for name, said in told["tried"].items() if said in ("answered", "open", "loaded", "1")
    }
    # A frame that is refused loads a page of the browser's own.
    answered.pop("frame", None)
    assert answered == {}
    assert told["tried"]["fetch"] == "TypeError"
    assert "answered" not in told["tried"]["worker"]
    assert "loaded" not in told["tried"]["worker"]
    kept = told["kept"]
    assert {"connect-src", "img-src", "frame-src", "object-src"} <= set(kept["reported"])
    nothing = {"local": 0, "session": 0, "cookies": "", "databases": 0, "hash": ""}
    assert {key: kept[key] for key in nothing} == nothing


def test_a_stop_and_a_crash_cost_a_new_start_and_nothing_else(browser: str) -> None:
    told = drive(browser, "dying")
    assert told["stopped"] == told["asleep"] == {"ok": False, "code": "stopped"}
    assert told["first"] == "stopped"
    assert told["again"] == told["after"] > 0
    assert (told["crashed"], told["crashes"]) == ({"ok": False, "code": "crashed"}, 1)


def test_the_page_does_not_freeze_and_does_not_keep_one_waiting(browser: str, tmp_path: Path) -> None:
    """The figures are for reading; what is asserted holds on a machine with other things to do."""
    long = tmp_path / "long.txt"
    long.write_text(long_draft(), "utf-8")
    told = drive(browser, "timing", long)
    print(json.dumps({"browser": browser, **told}))  # noqa: T201  the figures of the run
    assert told["characters"] >= 100_000
    assert told["third"] < told["start"]
    assert told["gap"] < max(told["long"] / 4, 100)


def long_draft() -> str:
    """Return drafts of this folder one behind the other, 100,000 characters of them."""
    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("tests/drafts/*.txt"))]
    whole = "\n".join(texts)
    return (whole * (100_000 // len(whole) + 1))[:100_100]


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it was asked for."""
    seen: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET  # noqa: N815  as the library calls it

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_address[1]}/", seen
    listening.shutdown()
    listening.server_close()


def _compared(browser: str, given: Path, tmp_path: Path, seconds: int = 280) -> dict[str, Any]:
    """Compare a browser with the command line, where LibreOffice is no help either."""
    out = tmp_path / "page"
    out.mkdir()
    told = drive(browser, "parity", given, out, seconds=seconds)
    command = through("command", given, tmp_path / "command", PATH="")
    assert list(differences(given, out, command)) == []
    assert list(overview_differences(out, command)) == []
    return told


def _executable(name: str) -> str:
    return next(filter(None, map(shutil.which, BROWSERS[name])), "")
