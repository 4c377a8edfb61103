"""UNI101 and UNI102 through `docklint check`: whose paper it is, what is another unit's name, and what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docklint.linter import Linter
from docklint.readers import parse
from docklint.settings import Settings
from tests.desk.folder import made
from tests.running import docklint
from tests.units.evaluate import FRAME, SPLITS, figures

LEAST_PRECISION = 0.97
LEAST_RECALL = 0.9
LINTER = Linter(Settings(select=("UNI",)))


@pytest.mark.parametrize("split", SPLITS)
def test_the_labelled_papers(split: str) -> None:
    got = figures(split)
    assert got.precision >= LEAST_PRECISION, got.wrong
    assert got.recall >= LEAST_RECALL, got.wrong


def paper(
    title: str = "班子对照检查材料", opening: str = "现将情况报告如下：", says: str = "", closing: str = ""
) -> str:
    return FRAME.format(
        title=title,
        opening=opening,
        heading="存在的主要问题",
        first=says,
        rest="",
        cause="",
        measure="",
        closing=closing,
    )


def quotes(text: str, linter: Linter = LINTER) -> list[tuple[str, str]]:
    return [
        (each.code, each.quote) for each in linter.check(parse("材料.txt", text.encode(), "final")).findings
    ]


def test_a_folder_whose_papers_hold_others_names() -> None:
    # Some copies of the folder lost their title; those that say nowhere whose they are cannot be judged.
    folder = made(31)
    for name, text in folder.papers.items():
        unit = folder.foreign.get(name)
        found = {quote for _, quote in quotes(text)}
        titled = text.split("\n")[0].endswith("对照检查材料")
        assert found == {unit} if unit and titled else found <= {unit}, (name, found)


@pytest.mark.parametrize(
    "closing",
    [
        "以上对照检查如有不当之处，请批评指正。",
        "以上检查如有不到之处，敬请批评。",
        "以上不足之处，恳请批评帮助。",
        "以上发言若有错误之处，请同志们批评。",
        "以上难处，请县局体谅。",
        "以上思路服务大局，请批评指正。",
    ],
)
def test_a_place_where_one_erred_is_no_unit(closing: str) -> None:
    assert quotes(paper("清石县水利局党组对照检查材料", closing=closing)) == []


def test_the_end_of_a_word_does_not_hide_a_unit() -> None:
    for name in ("云桥县国家安全局", "云桥县信访处"):
        text = paper("清石县水利局党组对照检查材料", closing=f"以上是{name}党组的对照检查。")
        assert [quote for _, quote in quotes(text)] == [name]


def test_both_places_are_told(tmp_path: Path) -> None:
    text = paper("清石县水利局党组对照检查材料", closing="以上是云桥县林业局党组的对照检查。")
    (finding,) = checked(tmp_path, text, "UNI101")
    assert (finding["location"]["quote"], finding["data"]["own"]) == ("云桥县林业局", "清石县水利局")
    (related,) = finding["related"]
    assert (related["role"], related["location"]["line"], related["location"]["quote"]) == (
        "own-unit",
        1,
        "清石县水利局",
    )
    assert "云桥县林业局" in finding["message"]
    assert "清石县水利局" in finding["message"]


def test_the_configuration_tells_the_own_unit(tmp_path: Path) -> None:
    text = paper("云桥县林业局党组对照检查材料", "县林业局党组认真筹备，现将情况报告如下：")
    assert checked(tmp_path, text, "UNI101") == []
    (tmp_path / "docklint.toml").write_text('unit = "清石县水利局"\n', "utf-8")
    found = checked(tmp_path, text, "UNI101")
    assert [each["location"]["quote"] for each in found] == ["云桥县林业局", "县林业局"]
    assert found[0]["related"] == []
    (tmp_path / "docklint.toml").write_text('unit = ["清石县水利局", "云桥县林业局"]\n', "utf-8")
    assert checked(tmp_path, text, "UNI101") == []
    shown = docklint("config", "show", "材料.txt", cwd=tmp_path).out.decode()
    assert 'unit = ["清石县水利局", "云桥县林业局"]' in shown
    assert "docklint.toml: unit" in shown


@pytest.mark.parametrize(("value", "told"), [("3", "应为"), ('""', "不能为空"), ("[1]", "应为")])
def test_a_unit_that_is_none_is_said_in_one_sentence(value: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "材料.txt").write_text(paper(), "utf-8")
    (tmp_path / "docklint.toml").write_text(f"unit = {value}\n", "utf-8")
    ran = docklint("check", "材料.txt", cwd=tmp_path)
    assert ran.status == 2
    assert "unit" in ran.said
    assert told in ran.said


def checked(folder: Path, text: str, code: str) -> list[dict[str, Any]]:
    (folder / "材料.txt").write_text(text, "utf-8")
    report = json.loads(docklint("check", "材料.txt", "--select", code, "-f", "json", cwd=folder).out)
    found: list[dict[str, Any]] = report["files"][0]["findings"]
    return found


@pytest.mark.parametrize(
    "hidden",
    ["**局", "*县水利局", "某某局", "某县林业局", "XX县林业局", "××局", "【单位】局", "○○县林业局", "____局"],
)
def test_a_hidden_name_is_never_another_one(hidden: str) -> None:
    assert quotes(paper("清石县水利局党组对照检查材料", closing=f"以上是{hidden}党组的对照检查。")) == []
    assert quotes(paper(f"{hidden}党组对照检查材料", closing="以上是清石县水利局党组的对照检查。")) == []


TITLE = "清石县人力资源和社会保障局党组对照检查材料"
ONE, OTHER = "县人社局服务窗口少。", "县人力社保局信息系统老旧。"


def test_two_short_forms_and_what_is_no_fault() -> None:
    assert quotes(paper(TITLE, says=ONE + OTHER)) == [("UNI102", "县人力社保局")]
    assert quotes(paper(TITLE, says=ONE * 3)) == []
    assert quotes(paper(TITLE, says=OTHER + "市人社局通报了2次。")) == []
    # What is introduced is the form to keep.
    opening = "清石县人力资源和社会保障局党组（以下简称“县人力社保局”）认真筹备，现将情况报告如下："
    assert quotes(paper(TITLE, opening, OTHER)) == []
    assert quotes(paper(TITLE, opening, ONE + OTHER)) == [("UNI102", "县人社局")]
    told = Linter(Settings(select=("UNI",), unit=("清石县人力资源和社会保障局", "县人社局", "县人力社保局")))
    assert quotes(paper(TITLE, says=ONE + OTHER), told) == []


def test_what_a_hostile_paper_costs_is_linear() -> None:
    # Counted in characters looked at, a run of bodies and of bureaus costs no more than its length.
    for piece in ("局", "局党组", "，局", "我院", "县", "以上是局", "清石县水利局党组认真，"):
        text = paper("清石县水利局党组对照检查材料", says=piece * 20_000)
        assert len(quotes(text)) <= 1000
