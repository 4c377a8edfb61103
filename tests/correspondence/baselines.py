"""Two methods that know nothing of the subject: what any real one must beat. They are told the parts' titles."""

from __future__ import annotations

from itertools import pairwise

from .method import Trial, Verdict
from .sample import KINDS, Link
from .surgery import sections

LEAST = 0.08
"""How much of a part's bigrams (Dice, 0-1) another must share to count as its answer."""


def by_position(trial: Trial) -> Verdict:
    """Link the n-th part to the n-th; what has no partner is reported."""
    links = {
        (kind, start, end)
        for kind in KINDS
        for start, end in zip(*(trial.titles(end) for end in kind.split("-")), strict=False)
    }
    return _verdict(trial, links)


def by_bigrams(trial: Trial) -> Verdict:
    """Link every part to the one it shares most bigrams with, if it shares enough."""
    bodies = {kind: _bodies(trial, kind) for kind in ("dimension", "cause", "measure")}
    links = {
        (kind, start, max(bodies[right], key=lambda end: _dice(words, bodies[right][end])))
        for kind in KINDS
        for left, right in [kind.split("-")]
        for start, words in bodies[left].items()
    }
    return _verdict(trial, {link for link in links if _strong(bodies, link)})


def _strong(bodies: dict[str, dict[str, set[str]]], link: Link) -> bool:
    left, right = link[0].split("-")
    return _dice(bodies[left][link[1]], bodies[right][link[2]]) >= LEAST


def _verdict(trial: Trial, links: set[Link]) -> Verdict:
    starts = {start for kind, start, _ in links if kind == "cause-measure"}
    ends = {end for kind, _, end in links if kind != "dimension-cause"}
    return Verdict(
        frozenset(links),
        frozenset(trial.titles("cause")) - starts,
        frozenset(trial.titles("measure")) - ends,
    )


def _bodies(trial: Trial, kind: str) -> dict[str, set[str]]:
    section = sections(trial.text)[["dimension", "cause", "measure"].index(kind) + 1]
    titles = trial.titles(kind)
    starts = [*(section.index(title) for title in titles), len(section)]
    return {
        title: set(map("".join, pairwise(section[start:end])))
        for title, (start, end) in zip(titles, pairwise(starts), strict=True)
    }


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
