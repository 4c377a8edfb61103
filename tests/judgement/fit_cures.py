"""Fit the weights of `docklint.structure.correspondence.answering`: `python -m tests.judgement.fit_cures`.

Every round of pairs is first judged by weights that were fitted to the others, and what is found at a share of false alarms is
printed; then the weights of all. The half of `data/cures.toml` that is held out is never fitted to: it is judged last.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from docklint import packs
from docklint.structure.correspondence.answering import WEIGHTS, cause, features, measure

from .regression import dot, logistic

HERE = Path(__file__).parent
FILES = (
    HERE / "data/cures.toml",
    *(HERE / "rounds" / f"{name}.toml" for name in ("cures", "spent", "third-hand")),
)
CLUSTERS = {name: HERE / "rounds" / f"{name}.toml" for name in map("clusters-{}".format, "abcdefg")}
LEFT_OUT = HERE / "rounds/left-out.toml"
"""What word senses say of each pair that were made without its round, in hundredths, by `tools.senses`; see there."""
HELD_OUT = "data heldout"
UNREAD = ("spent", "third", *CLUSTERS)
"""The rounds that nobody had read who chose the words."""
READ = 0.3
"""How much a pair counts that was read by who chose the words, which flatters the words."""
CLUSTERED, ABROAD = 0.3, 0.6
"""How much a wrong pair of one place counts, and one of two places: there are three and one to each right one."""
FAR = 7
"""How many clusters further on the place is whose measure is set against a cause."""
SHARES = (0.01, 0.02, 0.03, 0.05)
Row = tuple[tuple[float, ...], float, float]
"""What speaks for a pair, whether it is one (1) or not (0), and how much it counts."""
Weights = tuple[list[float], float]


class Labelled(NamedTuple):
    """A cause and a measure, each a heading and a text; `answer`: whether the one answers the other, 1 or 0.

    `origin`: its round. `counts`: how much it counts there. `clustered`: one of a cluster.
    """

    cause: tuple[str, str]
    measure: tuple[str, str]
    answer: int
    origin: str
    counts: float = 1.0
    clustered: bool = False


def labelled() -> Iterator[Labelled]:
    """Yield the pairs of all files; of clusters every cause with every measure of its place, and with one of another."""
    for path in FILES:
        for pair in tomllib.loads(path.read_text("utf-8"))["pair"]:
            name = str(pair["round"]) if "round" in pair else f"data {pair['split']}"
            yield Labelled(
                _told(pair["cause"]), _told(pair["measure"]), int(pair["label"] == "answered"), name
            )
    for name, path in CLUSTERS.items():
        yield from _clustered(name, tomllib.loads(path.read_text("utf-8"))["cluster"])


def _clustered(name: str, clusters: Sequence[Mapping[str, Any]]) -> Iterator[Labelled]:
    for number, cluster in enumerate(clusters):
        far = clusters[(number + FAR) % len(clusters)]["pairs"]
        for at, one in enumerate(cluster["pairs"]):
            cause = _told(one["cause"])
            for place, other in enumerate(cluster["pairs"]):
                counts = 1.0 if at == place else CLUSTERED
                yield Labelled(cause, _told(other["measure"]), int(at == place), name, counts, True)
            yield Labelled(cause, _told(far[at % len(far)]["measure"]), 0, name, ABROAD, True)


def rounds() -> dict[str, list[Row]]:
    """Read the pairs of all files, by round; senses are those that were made without the round."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    grammar = packs.load().grammar
    left_out = {name: iter(said) for name, said in tomllib.loads(LEFT_OUT.read_text("utf-8")).items()}
    for pair in labelled():
        one, other = cause(*_parted(pair.cause), grammar), measure(*_parted(pair.measure), grammar)
        row = dict(zip(WEIGHTS, features(one, other), strict=True))
        row["sense"] = next(left_out[pair.origin]) / 100
        found[pair.origin].append((tuple(row.values()), float(pair.answer), pair.counts))
    return dict(found)


def _told(part: Mapping[str, Any]) -> tuple[str, str]:
    return part["title"], part.get("text", "")


def _parted(part: tuple[str, str]) -> tuple[str, str]:
    return part[0], f"。{part[1]}"


def fitted(found: Mapping[str, Sequence[Row]]) -> Weights:
    """Fit to some rounds."""
    counted = [
        (row, answer, counts * (1.0 if name in UNREAD else READ))
        for name, rows in found.items()
        for row, answer, counts in rows
    ]
    rows, answers, counts = zip(*counted, strict=True)
    return logistic(rows, answers, counts)


def judged(rows: Sequence[Row], own: Weights) -> list[tuple[float, float]]:
    """Return the log odds of each pair, and whether it is one."""
    return [(own[1] + dot(own[0], row), answer) for row, answer, _ in rows]


def told(name: str, found: Sequence[tuple[float, float]]) -> str:
    """Return a line: what is found of a round's unanswered causes at shares of false alarms, and the log odds for it."""
    answered, others = (sorted(odds for odds, each in found if each == answer) for answer in (1.0, 0.0))
    limits = [(share, answered[int(share * len(answered))]) for share in SHARES]
    cells = [
        f"{share}: {sum(odds < least for odds in others) / len(others):.2f} ({least:+.2f})"
        for share, least in limits
    ]
    return f"{name:14} {len(answered)}/{len(others)}  " + "  ".join(cells)


def weights() -> tuple[dict[str, float], float]:
    """Return the weights and the log odds of a pair of which nothing is known, fitted to all that is not held out."""
    found = rounds()
    del found[HELD_OUT]
    own, even = fitted(found)
    return dict(zip(WEIGHTS, own, strict=True)), even


def lines() -> Iterator[str]:
    """Yield the lines of the report."""
    found = rounds()
    held_out = found.pop(HELD_OUT)
    together: list[tuple[float, float]] = []
    for name, rows in found.items():
        crossed = judged(rows, fitted({other: more for other, more in found.items() if other != name}))
        together += crossed
        yield told(name, crossed)
    yield told("together", together)
    own = fitted(found)
    yield told(HELD_OUT, judged(held_out, own))
    yield from (f'    "{name}": {weight:.2f},' for name, weight in zip(WEIGHTS, own[0], strict=True))
    yield f"EVEN = {own[1]:.2f}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in lines()))
