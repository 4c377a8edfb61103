"""Help fits the terminal, counted in the columns that Chinese takes, and stays in one language."""

from __future__ import annotations

import re

import pytest

from docklint.cli.app import COMMANDS
from docklint.reports.plain import width
from tests.cli_door import docklint_here
from tests.running import docklint

ALL = (
    (),
    *((name,) for name in COMMANDS),
    *(("profiles", name) for name in ("show", "derive")),
    *(("baseline", name) for name in ("update", "prune")),
    ("config", "show"),
)


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_help_fits_the_terminal(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (60, 80, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        told = docklint_here(*command, "--help").text
        assert max(map(width, told.splitlines())) <= min(columns, 80)
        assert not any(re.match(r"\s*[，。、；：）］]", line) for line in told.splitlines())
        # What names the options, and nothing else, is English.
        assert not re.search(r"\b(?:Show|default|required|Usage|Options)\b", told)


@pytest.mark.parametrize("command", [(), ("check",), ("profiles", "derive")], ids=" ".join)
def test_english_help_fits_too(command: tuple[str, ...]) -> None:
    told = docklint("--lang", "en", *command, "--help", environment={"COLUMNS": "60"}).text
    assert max(map(len, told.splitlines())) <= 60
    assert not re.search("[一-鿿［］（）]", told)


def test_every_format_and_option_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from docklint.reports import REPORTS

    monkeypatch.setenv("COLUMNS", "60")
    told = " ".join(docklint_here("check", "--help").text.split())
    assert all(format in told for format in REPORTS)
    assert "-o, --output" in told
    assert "［默认 auto］" in told.replace("［ ", "［")
