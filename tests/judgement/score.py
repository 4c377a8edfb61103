"""Score every labelled set of a folder: `python -m tests.judgement.score FOLDER [--split NAME] [--errors N]`.

Any TOML file there will do that holds `item`, `pair` or `case` as the files of `data` do; what is in it tells which rule it is
about. Without `--split` all rows count, and rows need not say any. Exit code 2 and one sentence if there is nothing to score.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from . import evaluate_cures as cures
from .__main__ import problem_weight, sameness, table, weight
from .sets import Item

Row = dict[str, Any]


class Kind(NamedTuple):
    """A rule by the labels of its set: the label that is its fault, the other one, and how an item is judged."""

    code: str
    fault: str
    other: str
    amount: Callable[[Item], float]


KINDS = (
    Kind("EXA101", "none", "evidence", problem_weight),
    Kind("EXA102", "hollow", "good", weight),
    Kind("EXA103", "same", "different", sameness),
)


def rows(folder: Path, key: str, split: str) -> list[Row]:
    """Return the rows `key` of all files of a folder, in the order of their names."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))]
    return [row for each in tables for row in each.get(key, ()) if split in ("", row.get("split", split))]


def items(found: Sequence[Row], kind: Kind) -> list[Item]:
    """Return the rows of one rule as items; their ids need not be unique across files."""
    chosen = [row for row in found if row["label"] in (kind.fault, kind.other)]
    return [
        Item(
            f"{number}:{row.get('id', '')}",
            row["label"],
            "unseen",
            (row["text"],) if "text" in row else (row["a"], row["b"]),
        )
        for number, row in enumerate(chosen)
    ]


def of_pairs(pairs: Sequence[Row], errors: int) -> Iterator[str]:
    """Yield the lines about pairs of a cause and a measure, frame by frame, and the wrong ones of the first."""
    for frame in cures.FRAMES:
        for key, (number, unanswered, idle) in cures.shares(pairs, frame).items():
            yield f"{frame:8} {key:24} {number:4}  COR101 {unanswered / number:.3f}  COR102 {idle / number:.3f}"
    yield from (line for _, line in zip(range(errors), cures.errors(pairs), strict=False))


def of_cases(cases: Sequence[Row]) -> Iterator[str]:
    """Yield the lines about whole cases."""
    for code, (right, missed, wrong, clean) in cures.of_cases(cases).items():
        yield f"cases    {code}: found {right} of {right + missed}, false alarms {wrong} of {clean}"


def main() -> int:
    """Score the folder named on the command line."""
    parser = argparse.ArgumentParser(
        "python -m tests.judgement.score", description="Score every labelled set of a folder."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="", help="only rows of this split, and those that name none")
    parser.add_argument("--errors", type=int, default=0, help="how many errors of each kind to print")
    given = parser.parse_args()
    found = {key: rows(given.folder, key, given.split) for key in ("item", "pair", "case")}
    if not any(found.values()):
        sys.stderr.write(f"{given.folder} holds no labelled set of the form of tests/judgement/data\n")
        return 2
    for kind in KINDS:
        if chosen := items(found["item"], kind):
            table(kind.code, chosen, kind.fault, kind.amount, given.errors)
    lines = [
        *(of_pairs(found["pair"], given.errors) if found["pair"] else ()),
        *(of_cases(found["case"]) if found["case"] else ()),
    ]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
