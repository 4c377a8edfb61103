"""The labelled set is sound: its gold is well formed and stands in the texts, its drafts are right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from docklint import check
from tests.running import docklint

from .profiles import written
from .sample import DATA, GOLD, UNHEADED, Reading, Sample, gold, load

KINDS = {"notice", "paper", "neither"}
ROLES = {
    "problems",
    "causes",
    "measures",
    "case-analysis",
    "rectification",
    "personal",
    "named",
    "other",
    "preamble",
    "closing",
}
DOUBTS = {
    "attachment",
    "count-differs",
    "dimensions-optional",
    "left-open",
    "no-dimensions",
    "no-parts",
    "open-list",
    "parts-under-dimensions",
    "two-audiences",
}
LACKING = {"attachment", "left-open", "no-dimensions"}
"""The doubts one of which must be said where the text gives no dimensions."""
READING_KEYS = {"dimensions", "also-right", "parts", "parts-under", "parts-also-none", "limits", "example"}
TOP_KEYS = {"kind", "shapes", "doubts", "encoding", "note"}
LEAD_IN = re.compile(
    "^(从(?!严)|围绕|聚焦|紧扣|对照|查摆|检视|着力解决|重点|在)|(方面|的问题|的情况|[。；：，、])$|^[“‘]|[”’]$"
)
QUOTES_INSIDE = re.compile("“.*”$")
CLAUSE_END = re.compile(r"[，。；：！？\n]")
LONGEST_SHARED = 15
"""A clause of this many characters or more must not stand in two texts of the set."""
REAL_DRAFTS = Path(__file__).parents[3] / "shared" / "drafts"
FROM_REAL = 12
OFFICIAL = re.compile("(.、)?下一步努力方向和整改措施|现将有关情况(对照检查|汇报|报告)如下")
"""Set phrases of every paper of the kind."""
WIDTH = 28

NOTICES = [sample for sample in load() if sample.kind == "notice"]
DRAFTED = [
    pytest.param(reading, id=reading.draft.stem)
    for sample in load()
    for reading in sample.readings
    if reading.draft
]
every_sample = pytest.mark.parametrize("sample", load(), ids=lambda sample: sample.id)
every_draft = pytest.mark.parametrize("reading", DRAFTED)


def test_the_set_is_large_enough() -> None:
    kinds = Counter(sample.kind for sample in load())
    assert kinds["notice"] >= 52
    assert kinds["paper"] + kinds["neither"] >= 8
    assert len(DRAFTED) >= 16


def test_every_shape_and_kind_stands_in_both_halves() -> None:
    halves = {split: [each for each in load() if each.split == split] for split in ("dev", "heldout")}
    shapes = [{shape for each in half for shape in each.shapes} for half in halves.values()]
    assert shapes[0] == shapes[1]
    assert len(halves["dev"]) == len(halves["heldout"])
    for kind in KINDS:
        dev, heldout = ([each for each in half if each.kind == kind] for half in halves.values())
        assert abs(len(dev) - len(heldout)) <= 1
    assert all(
        sum(reading.draft is not None for each in half for reading in each.readings) >= 8
        for half in halves.values()
    )


def test_numbers_run_on_and_nothing_lies_about() -> None:
    assert [sample.number for sample in load()] == list(range(1, len(load()) + 1))
    drafts = {reading.draft for sample in load() for reading in sample.readings}
    golds = {DATA / f"{sample.id}{GOLD}" for sample in load()}
    assert set(DATA.iterdir()) == golds | {sample.source for sample in load()} | drafts - {None}


@every_sample
def test_gold_has_known_keys_only(sample: Sample) -> None:
    raw = gold(DATA / f"{sample.id}{GOLD}")
    readings = raw.pop("audience", None)
    assert raw.keys() <= TOP_KEYS | (READING_KEYS if readings is None else set())
    for reading in readings or []:
        assert reading.keys() <= READING_KEYS | {"name", "wording"}
        assert reading["name"] in {"group", "individual"}


@every_sample
def test_gold_has_known_values_only(sample: Sample) -> None:
    assert sample.kind in KINDS
    assert sample.shapes
    assert set(sample.doubts) <= DOUBTS
    for reading in sample.readings:
        assert {role for part in reading.parts for role in (part.role, *part.also)} <= ROLES
        assert len({part.role for part in reading.parts}) == len(reading.parts)
        assert reading.parts_under in {"paper", "dimension"}
        assert reading.example in {"", "demanded"}
        assert reading.limits.keys() <= {"min-characters", "max-characters"}
        assert (
            list(reading.limits.values()) == sorted(reading.limits.values(), key=int)
            or len(reading.limits) < 2
        )


@every_sample
def test_names_and_wordings_stand_in_the_text(sample: Sample) -> None:
    text = _bare(sample.text)
    for reading in sample.readings:
        names = [*reading.dimensions, *chain(*reading.also_right)]
        wordings = [part.wording for part in reading.parts]
        assert [each for each in [*names, *wordings, reading.wording] if _bare(each) not in text] == []


@every_sample
def test_names_stand_in_the_order_of_the_text(sample: Sample) -> None:
    text = _bare(sample.text)
    for reading in sample.readings:
        assert _in_turn(text, [_bare(name) for name in reading.dimensions])
        required = [_bare(part.wording) for part in reading.parts if part.required]
        assert sample.kind == "paper" or _in_turn(text, required)


@every_sample
def test_names_are_bare_and_different(sample: Sample) -> None:
    for reading in sample.readings:
        assert len(set(reading.dimensions)) == len(reading.dimensions)
        dressed = [name for name in reading.dimensions if LEAD_IN.search(name)]
        assert [name for name in dressed if not QUOTES_INSIDE.search(name)] == []
        assert all(len(other) in (0, len(reading.dimensions)) for other in reading.also_right)


@every_sample
def test_the_gold_accepts_itself_and_nothing_turned_round(sample: Sample) -> None:
    for reading in sample.readings:
        headed = [(part.role, part.required) for part in reading.parts if part.role not in UNHEADED]
        assert reading.accepts(reading.dimensions)
        assert reading.accepts_parts(headed)
        assert reading.accepts_parts([*headed, ("rectification", False)] if headed else [])
        assert not reading.accepts(reading.dimensions[::-1]) or len(reading.dimensions) < 2
        assert not headed or not reading.accepts_parts(headed[::-1])
        assert not reading.accepts_parts([*headed, ("extra-1", True)])


@every_sample
def test_doubts_agree_with_what_is_lacking(sample: Sample) -> None:
    doubts = set(sample.doubts)
    assert (len(sample.readings) == 2) == ("two-audiences" in doubts)
    under = any(reading.parts_under == "dimension" for reading in sample.readings)
    if sample.kind == "notice":
        assert under == ("parts-under-dimensions" in doubts)
        assert all(bool(reading.parts) == ("no-parts" not in doubts) for reading in sample.readings)
        assert all(reading.dimensions or doubts & LACKING for reading in sample.readings)
        assert ((),) in [reading.also_right for reading in sample.readings] or "count-differs" not in doubts
    else:
        assert not doubts
    if sample.kind == "neither":
        assert not any(reading.dimensions or reading.parts for reading in sample.readings)


def test_no_two_texts_are_worded_alike() -> None:
    seen = Counter(chain.from_iterable(set(_clauses(sample.text, LONGEST_SHARED)) for sample in load()))
    assert [clause for clause, times in seen.items() if times > 1] == []


@pytest.mark.skipif(not REAL_DRAFTS.is_dir(), reason="the real drafts are not at hand")
def test_no_sentence_is_taken_from_a_real_draft() -> None:
    real = "\n".join(path.read_text("utf-8") for path in sorted(REAL_DRAFTS.glob("*.txt")))
    texts = [sample.text for sample in load()]
    drafts = [path.read_text("utf-8") for path in DATA.glob("*.draft.txt")]
    copied = {clause for text in texts + drafts for clause in _clauses(text, FROM_REAL) if clause in real}
    assert not {clause for clause in copied if not OFFICIAL.fullmatch(clause)}


@pytest.mark.parametrize(
    "sample", [each for each in NOTICES if "hard-wrapped" in each.shapes], ids=lambda each: each.id
)
def test_hard_wrapped_texts_cut_a_name(sample: Sample) -> None:
    lines = sample.text.splitlines()
    assert max(map(len, lines)) == WIDTH
    assert any(name not in sample.text for name in sample.readings[0].dimensions)


@pytest.mark.parametrize(
    "sample", [each for each in NOTICES if "gb18030" in each.shapes], ids=lambda each: each.id
)
def test_gb18030_texts_are_no_utf8(sample: Sample) -> None:
    with pytest.raises(UnicodeDecodeError):
        sample.source.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    "sample", [each for each in load() if each.source.suffix == ".toml"], ids=lambda each: each.id
)
def test_described_files_become_readable_docx(sample: Sample, tmp_path: Path) -> None:
    ran = docklint("text", sample.put(tmp_path))
    assert ran.status == 0
    shown = _bare(ran.text)
    assert _in_turn(shown, [_bare(line) for line in sample.text.split("\n")])
    assert ("一、" in ran.text) == ("docx-numbers" in sample.shapes or "一、" in sample.text)


@every_draft
def test_right_drafts_have_nothing_against_their_notice(reading: Reading, tmp_path: Path) -> None:
    assert reading.draft
    assert _found(reading, reading.draft.read_text("utf-8"), tmp_path) == []


@every_draft
def test_drafts_without_a_dimension_are_not_right(reading: Reading, tmp_path: Path) -> None:
    assert reading.draft
    lines = reading.draft.read_text("utf-8").split("\n")
    second = next(
        at for at, line in enumerate(lines) if re.match(rf"(（二）|2\.){reading.dimensions[1]}", line)
    )
    found = _found(reading, "\n".join(lines[:second] + lines[second + 1 :]), tmp_path)
    assert "DIM101" in [code for code, _ in found]


@every_draft
def test_right_drafts_keep_the_length(reading: Reading) -> None:
    assert reading.draft
    assert len(_bare(reading.draft.read_text("utf-8"))) <= reading.limits.get("max-characters", 10_000)


def _found(reading: Reading, draft: str, folder: Path) -> list[tuple[str, str]]:
    """Hold a draft against the profile that a clerk would write from the gold."""
    profile = folder / "gold.toml"
    profile.write_text(written(reading), "utf-8")
    findings = check(draft, profile=str(profile)).as_dict()["findings"]
    return [(each["code"], each["message"]) for each in findings]


def _bare(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


def _clauses(text: str, least: int) -> Iterator[str]:
    return (clause for clause in CLAUSE_END.split(text) if len(clause) >= least)


def _in_turn(text: str, wanted: Iterable[str]) -> bool:
    """Tell whether the strings stand in the text one after another, somewhere."""
    at = 0
    for each in wanted:
        at = text.find(each, at)
        if at < 0:
            return False
        at += len(each)
    return True
