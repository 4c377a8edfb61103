"""What the READMEs show is what docklint prints, and what they tell is what there is."""

from __future__ import annotations

import re

import pytest

from docklint import packs
from docklint.readers import READERS
from tests.installing import ROOT
from tools.readme import PAGES, commands, refreshed

SETUP = "python3 -m venv .venv && .venv/bin/pip install -q "
TRY = f"{SETUP}. && .venv/bin/docklint check examples/faulty.docx"
TEST = f"{SETUP}-r requirements-dev.lock -e . && .venv/bin/python -m tools.check"


def _page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_output_is_what_the_command_prints(name: str) -> None:
    page = _page(name)
    assert commands(page), "nothing is shown any more"
    assert refreshed(page) == page, "out of date: python -m tools.readme"


@pytest.mark.parametrize("name", PAGES)
def test_first_screen_shows_a_run(name: str) -> None:
    assert _page(name).index("```console") < 400


@pytest.mark.parametrize("name", PAGES)
def test_fresh_machine_commands(name: str) -> None:
    assert f"```sh\n{TRY}\n```" in _page(name)
    assert f"```sh\n{TEST}\n```" in _page(name)


def test_ci_runs_the_command_the_readme_names() -> None:
    last = _page(".ci/run").rstrip().splitlines()[-1]
    assert TEST.rpartition("/")[2] in last


@pytest.mark.parametrize("name", PAGES)
def test_every_family_and_format_is_told(name: str) -> None:
    page, rules = _page(name), packs.load().rules
    for family in {re.sub(r"\d", "", code) for code in rules}:
        assert f"| `{family}` |" in page
    for suffix in READERS:
        assert f"`{suffix}`" in page


@pytest.mark.parametrize("name", [*PAGES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", _page(name))
    assert [target for target in targets if not (ROOT / target).exists()] == []
