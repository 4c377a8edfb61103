"""The benchmarks run, whatever their figures are, and their arithmetic is right."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from pathlib import Path

import pytest

from benchmarks import goals, report
from benchmarks.__main__ import SECTIONS
from benchmarks.fixtures import DRAFT, varied
from benchmarks.interpreters import chosen
from benchmarks.measure import Goal, Measure, best, exponent, missing, paired, spread
from benchmarks.race import Command, Failed, race
from benchmarks.shapes import LONG_LINE, shapes
from tests.installing import ROOT, run


def test_everything_runs(tmp_path: Path) -> None:
    ran = run(
        sys.executable,
        "-m",
        "benchmarks",
        "--quick",
        "--json",
        tmp_path / "found.json",
        cwd=ROOT,
        PYTHONPATH="src",
    )
    assert ran.returncode == 0, ran.stderr
    found, facts, judged = report.load((tmp_path / "found.json").read_text("utf-8"))
    assert {each.section for each in found} == set(SECTIONS)
    assert facts["seed"] == "7"
    assert not judged
    assert [each for each in found if each.value is None and "not found" not in each.note] == []
    assert ran.stdout == report.markdown(found, facts, judged)


def test_a_section_that_is_not_there_is_named() -> None:
    ran = run(sys.executable, "-m", "benchmarks", "strat", cwd=ROOT)
    assert ran.returncode == 1
    assert "strat" in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="a script stands for an interpreter")
def test_an_interpreter_of_another_version_is_not_measured_with(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\necho 0.01 2.7.18 $0\n")
    old.chmod(0o755)
    own, *others = chosen([sys.executable, str(old), str(tmp_path / "none")])
    assert (own.path, own.speed, others) == (sys.executable, 1.0, [])
    assert own.version in own.told
    ran = run(sys.executable, "-m", "benchmarks", "--python", old, "start", cwd=ROOT)
    assert (ran.returncode, "no Python" in ran.stderr) == (1, True)


def test_commands_take_turns_and_are_counted(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    commands = [_python(name, f"open({str(notes)!r}, 'a').write('{name}')", tmp_path) for name in "ab"]
    found = race(commands, 4, seed=1)
    assert {name: len(runs.seconds) for name, runs in found.items()} == {"a": 4, "b": 4}
    written = notes.read_text()
    rounds = [written[at : at + 2] for at in range(0, 10, 2)]
    assert set(rounds) == {"ab", "ba"}, "every round has both, in an order of its own"
    assert len(written) == 10, "one round comes first and is not counted"


def test_the_peak_is_the_child_s(tmp_path: Path) -> None:
    commands = [_python("small", "pass", tmp_path), _python("large", "b'x' * 50_000_000", tmp_path)]
    found = race(commands, 1, seed=1)
    small, large = found["small"].peaks[0], found["large"].peaks[0]
    if small is None or large is None:
        pytest.skip("nothing tells the peak here")
    assert 45 < large - small < 60


def test_children_may_write_their_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    check = _python("check", "import sys; sys.exit(sys.dont_write_bytecode)", tmp_path)
    assert race([check], 1, seed=1)["check"].statuses == (0,)


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"status 1: .*oh no"):
        race([_python("broken", "raise SystemExit('oh no')", tmp_path)], 1, seed=1)


def test_ratios_are_those_within_a_round() -> None:
    assert paired([1, 20, 3], [1, 10, 1]) == (2, 1.5, 2.5)
    assert best([3, 4], [1, 4]).value == 3
    assert spread([5]) == (5, 5, 5)


def test_the_exponent_is_that_of_a_power() -> None:
    sizes = (10, 30, 100)
    assert exponent(sizes, [3 * size**1.5 for size in sizes]) == pytest.approx(1.5)


def test_goals_bound_on_their_own_side() -> None:
    assert Goal(2).met(2)
    assert not Goal(2).met(2.1)
    assert Goal(2, least=True).met(2)
    assert not Goal(2, least=True).met(1.9)


def test_figures_come_back_from_json() -> None:
    found = [
        Measure("quick", 1.2, "×", 1.1, 1.3, Goal(1.35), section="start"),
        Measure("endless", math.inf, goal=goals.HOSTILE, note="took more than 60 s", section="hostile"),
        missing("beside", "textlint not found", Goal(12, least=True)),
    ]
    text = report.dump(found, {"seed": "7"})
    assert report.load(text) == (found, {"seed": "7"}, True)
    assert [each["met"] for each in json.loads(text)["measures"]] == [True, False, None]


def test_a_page_keeps_what_is_written_by_hand(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Ours\n\n{report.BEGIN}\nold\n{report.END}\n\nMore of ours.\n", "utf-8")
    report.write(page, "new\n")
    assert page.read_text("utf-8") == f"# Ours\n\n{report.BEGIN}\n\nnew\n\n{report.END}\n\nMore of ours.\n"


def test_a_page_without_a_place_for_figures_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Ours\n", "utf-8")
    with pytest.raises(SystemExit, match="no place"):
        report.write(page, "new\n")
    assert page.read_text("utf-8") == "# Ours\n"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_quotes_the_figures_of_the_documentation(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")
    quoted = re.search(r"^## (?:Speed|速度)\n(.*?)^## ", page, re.DOTALL | re.MULTILINE)
    assert quoted
    assert "`python -m benchmarks" in quoted[1]
    told = re.findall(r"([0-9][0-9.,]*) ×", quoted[1])
    table = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    assert told
    assert [figure for figure in told if f"| {figure} × |" not in table] == []


def test_drafts_are_made_alike_from_one_seed_and_differ_between_two() -> None:
    assert varied(1) == varied(1) != varied(2)
    assert 4_000 < len(DRAFT) < 4_400


@pytest.mark.parametrize("name", shapes())
def test_a_shape_is_as_large_as_it_says(name: str) -> None:
    shape = shapes()[name]
    small, large = (len(shape.text(size)) for size in (shape.size // 4, shape.size))
    assert 3.5 < large / small < 4.2
    if name == LONG_LINE:
        assert 1_000_000 < len(max(shape.text(shape.size).split("\n"), key=len).encode()) < 1_100_000


def _python(name: str, script: str, folder: Path) -> Command:
    return Command(name, (sys.executable, "-c", script), folder)
