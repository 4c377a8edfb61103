"""Measure COR101 and COR102 against the labelled pairs and cases of causes and measures.

python -m tests.judgement.evaluate_cures [--split dev|heldout] [--show N]

A pair stands in a small paper beside a cause and a measure that plainly belong together, in three ways: both parts last,
both in the middle, and the measure before the others. A case is a paper of its own. A pair counts as alarmed when its own
cause is reported.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import docklint

DATA = Path(__file__).parent / "data"
ORDINALS = "一二三四五六七八九十"
Split = Literal["dev", "heldout"]
Frame = Literal["last", "middle", "crossed"]
FRAMES: tuple[Frame, ...] = ("last", "middle", "crossed")
Entry = dict[str, Any]
Part = dict[str, str]

PROBLEMS = """一、存在的问题
（一）理论学习方面。一是学习不系统。2023年上半年中心组只学习了2次。二是学用脱节。2023年5月座谈后没有形成整改清单。
（二）工作作风方面。一是调查研究不深。2023年4月到5个乡镇调研，没有走进农户。二是工作标准不高。2023年7月的年度总结照抄上年。
"""
STUDY = (
    {"title": "学习自觉性不强", "text": "对理论学习重视不够，满足于完成规定动作。"},
    {"title": "抓实理论学习", "text": "中心组每月学习1次，学习情况每季度通报。"},
)
INQUIRY = (
    {"title": "调查研究不深", "text": "坐在机关听汇报多，到基层蹲点调研少。"},
    {"title": "改进工作作风", "text": "班子成员每季度到基层蹲点调研1次，写出调研报告。"},
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What docklint reports of a paper: the places of causes (COR101) and measures (COR102), counted from 0."""

    unanswered: frozenset[int]
    idle: frozenset[int]


@dataclass(frozen=True, slots=True)
class Tried:
    """A pair in one frame: whether its cause and its measure were reported, and whether any other part was."""

    pair: Entry
    unanswered: bool
    idle: bool
    others: bool


def pairs(split: Split) -> list[Entry]:
    """Return the labelled pairs of one half."""
    return _load("pair", "cures.toml", split)


def cases(split: Split) -> list[Entry]:
    """Return the whole cases of one half."""
    return _load("case", "cases.toml", split)


def _load(key: str, name: str, split: Split) -> list[Entry]:
    return [each for each in tomllib.loads((DATA / name).read_text("utf-8"))[key] if each["split"] == split]


def paper(causes: Sequence[Part], measures: Sequence[Part]) -> str:
    """Write a small paper with such causes and measures."""
    return f"{PROBLEMS}二、原因分析\n{_listed(causes)}\n三、整改措施\n{_listed(measures)}\n"


def _listed(parts: Iterable[Part]) -> str:
    rows = (f"（{ORDINALS[n]}）{part['title']}。{part.get('text', '')}" for n, part in enumerate(parts))
    return "\n".join(rows)


def ask(causes: Sequence[Part], measures: Sequence[Part]) -> Verdict:
    """Ask docklint about such a paper."""
    result = docklint.check(paper(causes, measures), profile="generic", select=["COR101", "COR102"])
    found: dict[str, set[int]] = {"COR101": set(), "COR102": set()}
    for finding in result.findings:
        found[finding.code].add(ORDINALS.index(result.text[finding.span.start + 1]))
    return Verdict(frozenset(found["COR101"]), frozenset(found["COR102"]))


def tried(pair: Entry, frame: Frame) -> Tried:
    """Ask about a pair among others."""
    cause, measure = pair["cause"], pair["measure"]
    causes, measures, i, j = {
        "last": ([STUDY[0], cause], [STUDY[1], measure], 1, 1),
        "middle": ([STUDY[0], cause, INQUIRY[0]], [STUDY[1], measure, INQUIRY[1]], 1, 1),
        "crossed": ([STUDY[0], INQUIRY[0], cause], [measure, STUDY[1], INQUIRY[1]], 2, 0),
    }[frame]
    said = ask(causes, measures)
    return Tried(pair, i in said.unanswered, j in said.idle, bool(said.unanswered - {i} or said.idle - {j}))


def shares(chosen: Iterable[Entry], frame: Frame) -> dict[str, tuple[int, int, int]]:
    """Return, by label and by label and kind: how many pairs, and of how many the cause and the measure were reported."""
    counts: defaultdict[str, list[Tried]] = defaultdict(list)
    for one in (tried(pair, frame) for pair in chosen):
        counts[one.pair["label"]].append(one)
        counts[f"{one.pair['label']} {one.pair.get('kind', '')}"].append(one)
    return {
        key: (len(group), sum(one.unanswered for one in group), sum(one.idle for one in group))
        for key, group in sorted(counts.items())
    }


def of_cases(chosen: Iterable[Entry]) -> dict[str, tuple[int, int, int, int]]:
    """Return for COR101 and COR102: right, missed and wrong reports, and how many parts deserve none."""
    found = {"COR101": [0, 0, 0, 0], "COR102": [0, 0, 0, 0]}
    for case in chosen:
        said = ask(case["causes"], case["measures"])
        for code, told, gold, number in (
            ("COR101", said.unanswered, case["unanswered"], len(case["causes"])),
            ("COR102", said.idle, case["idle"], len(case["measures"])),
        ):
            wanted = {each - 1 for each in gold}
            row = (len(told & wanted), len(wanted - told), len(told - wanted), number - len(wanted))
            found[code] = [one + more for one, more in zip(found[code], row, strict=True)]
    return {code: (row[0], row[1], row[2], row[3]) for code, row in found.items()}


def errors(chosen: Iterable[Entry]) -> Iterator[str]:
    """Yield the pairs that are judged wrongly in the first frame."""
    for one in (tried(pair, "last") for pair in chosen):
        if one.unanswered != (one.pair["label"] == "unanswered"):
            cause, measure = ("｜".join(one.pair[side].values()) for side in ("cause", "measure"))
            yield f"{one.pair.get('id', '')} {one.pair['label']} {one.pair.get('kind', '')}: {cause} ⇒ {measure}"


def report(split: Split, show: int) -> Iterator[str]:
    """Yield the lines of the report."""
    for frame in FRAMES:
        for key, (number, unanswered, idle) in shares(pairs(split), frame).items():
            yield f"{frame:8} {key:24} {number:4}  COR101 {unanswered / number:.3f}  COR102 {idle / number:.3f}"
    for code, (right, missed, wrong, clean) in of_cases(cases(split)).items():
        yield f"cases    {code}: found {right} of {right + missed}, false alarms {wrong} of {clean}"
    for number, line in enumerate(errors(pairs(split))):
        if number < show:
            yield line


def main() -> None:
    """Parse the command line and print the report."""
    parser = argparse.ArgumentParser(
        description="Measure COR101 and COR102 against the labelled pairs and cases."
    )
    parser.add_argument("--split", choices=["dev", "heldout"], default="dev")
    parser.add_argument("--show", type=int, default=0, help="how many wrongly judged pairs to print")
    chosen = parser.parse_args()
    for line in report(chosen.split, chosen.show):
        print(line)  # noqa: T201  its purpose


if __name__ == "__main__":
    main()
