"""Which rules run: the longest prefix wins, and who stands nearer to the user is asked first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.settings import Lists, Request, decide, is_selected
from docklint.workspace import Workspace

SELECTORS = st.lists(st.sampled_from(["ALL", "E", "EXA", "EXA1", "EXA101", "EXA102", "SEC"]), max_size=3)


@pytest.mark.parametrize(
    ("code", "enabled", "levels", "runs"),
    [
        ("EXA101", True, [], True),
        ("EXA101", False, [], False),
        ("EXA101", False, [Lists(("EXA",), ())], True),
        ("EXA101", True, [Lists(("SEC",), ())], False),
        ("EXA101", True, [Lists((), ("EXA",))], False),
        ("EXA101", True, [Lists(("EXA101",), ("EXA",))], True),
        ("EXA101", True, [Lists(("EXA",), ("EXA101",))], False),
        ("EXA101", True, [Lists(("EXA",), ("EXA",))], False),
        ("EXA101", True, [Lists(("ALL",), ("EXA",))], False),
        # The command line over the file, however long the file's prefix is.
        ("EXA101", True, [Lists(("EXA",), ()), Lists((), ("EXA101",))], True),
        ("EXA101", True, [Lists((), ("EXA",)), Lists(("EXA101",), ())], False),
        # A level that does not speak of the rule leaves it to the next.
        ("EXA101", True, [Lists((), ("SEC",)), Lists((), ("EXA",))], False),
        ("EXA101", True, [Lists((), ("SEC",)), Lists(("SEC",), ())], False),
        ("EXA101", True, [Lists(), Lists(), Lists()], True),
    ],
)
def test_decide(code: str, enabled: bool, levels: list[Lists], runs: bool) -> None:
    assert decide(code, enabled, levels) is runs


@given(SELECTORS, SELECTORS, st.booleans())
def test_one_level_is_the_plain_decision(select: list[str], ignore: list[str], enabled: bool) -> None:
    lists = Lists(tuple(select), tuple(ignore))
    assert decide("EXA101", enabled, [lists]) == is_selected("EXA101", enabled, select, ignore)


@given(SELECTORS, SELECTORS, SELECTORS, SELECTORS)
def test_a_select_list_on_top_silences_everything_below(
    select: list[str], ignore: list[str], below: list[str], more: list[str]
) -> None:
    top = Lists(("SEC", *select), tuple(ignore))
    low = Lists(tuple(below), tuple(more))
    assert decide("EXA101", True, [top, low]) == decide("EXA101", True, [top])


@pytest.mark.parametrize(
    ("text", "request_", "running"),
    [
        ('select = ["EXA"]', Request(), {"EXA101", "EXA102", "EXA103", "EXA104"}),
        ('select = ["EXA"]\nignore = ["EXA10"]', Request(), set()),
        ('select = ["EXA10"]\nignore = ["EXA101"]', Request(), {"EXA102", "EXA103", "EXA104"}),
        ('ignore = ["EXA101"]', Request(select=("EXA101",)), {"EXA101"}),
        ('select = ["EXA"]', Request(ignore=("EXA",)), set()),
        ('[[per-file]]\npattern="*"\nignore=["EXA"]', Request(select=("EXA101",)), {"EXA101"}),
        ('select = ["EXA101"]\n[[per-file]]\npattern="*"\nignore=["EXA"]', Request(), set()),
        ("[rules.EXA101]\nenabled = false", Request(), {"EXA102", "EXA103"}),
        ("[rules.EXA104]\nenabled = true", Request(), {"EXA101", "EXA102", "EXA103", "EXA104"}),
        ('profile = "2023-theme-education"', Request(), {"EXA101", "EXA102", "EXA103"}),
    ],
)
def test_levels_of_a_run(tmp_path: Path, text: str, request_: Request, running: set[str]) -> None:
    (tmp_path / "docklint.toml").write_text(text, "utf-8")
    linter = Workspace(request_).of(str(tmp_path / "a.txt"))
    statuses = linter.check_bytes("a.txt", "一、存在的问题\n一是学习不够。".encode()).statuses
    chosen = {code for code, status in statuses.items() if status != "disabled"}
    assert {code for code in chosen if code.startswith("EXA")} == running
