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
from typing import Any

from docklint import packs
from docklint.structure.correspondence.answering import WEIGHTS, cause, features, measure

from .regression import dot, logistic

HERE = Path(__file__).parent
FILES = (
    HERE / "data/cures.toml",
    *(HERE / "rounds" / f"{name}.toml" for name in ("cures", "spent", "third-hand")),
)
HELD_OUT = "data heldout"
UNREAD = ("spent", "third")
"""The rounds that nobody had read who chose the words."""
READ = 0.3
"""How much a pair counts that was read by who chose the words, which flatters the words."""
SHARES = (0.01, 0.02, 0.03, 0.05)
Row = tuple[tuple[float, ...], float]
"""What speaks for a pair, and whether it is one (1) or not (0)."""
Weights = tuple[list[float], float]


def rounds() -> dict[str, list[Row]]:
    """Read the pairs of all files, by round."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    grammar = packs.load().grammar
    for path in FILES:
        for pair in tomllib.loads(path.read_text("utf-8"))["pair"]:
            name = str(pair["round"]) if "round" in pair else f"data {pair['split']}"
            one, other = cause(*_told(pair["cause"]), grammar), measure(*_told(pair["measure"]), grammar)
            found[name].append((features(one, other), float(pair["label"] == "answered")))
    return dict(found)


def _told(part: Mapping[str, Any]) -> tuple[str, str]:
    return part["title"], "。" + part.get("text", "")


def fitted(found: Mapping[str, Sequence[Row]]) -> Weights:
    """Fit to some rounds."""
    counted = [(row, 1.0 if name in UNREAD else READ) for name, rows in found.items() for row in rows]
    return logistic(
        [row for (row, _), _ in counted],
        [answer for (_, answer), _ in counted],
        [each for _, each in counted],
    )


def judged(rows: Sequence[Row], own: Weights) -> list[tuple[float, float]]:
    """Return the log odds of each pair, and whether it is one."""
    return [(own[1] + dot(own[0], row), answer) for row, answer in rows]


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
