"""Asking docklint, by the contract's JSON alone, what it sees in one draft of the set."""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from .sample import Link, Sample
from .surgery import with_unrelated, without

FALLBACK = "generic"
"""The profile that stands in for one docklint does not ship yet."""
ROLES = {"dimension": "dimensions", "cause": "causes", "measure": "measures"}
PUNCTUATION = str.maketrans("", "", "，、。：；！？“”‘’《》（）() \n")


@dataclass(frozen=True, slots=True)
class Trial:
    """A draft as it stands or changed: its text and the titles of the parts that are in it."""

    sample: Sample
    text: str
    measures: tuple[str, ...]

    def titles(self, kind: str) -> tuple[str, ...]:
        """Return the titles of all parts of a kind: dimension, cause or measure."""
        return self.measures if kind == "measure" else tuple(getattr(self.sample, ROLES[kind]))


class Verdict(NamedTuple):
    """What a method says of a trial; parts by their labelled titles.

    `unanswered`: causes reported as COR101; `idle`: measures reported as COR102.
    """

    links: frozenset[Link]
    unanswered: frozenset[str]
    idle: frozenset[str]


Method = Callable[[Trial], Verdict]


def original(sample: Sample) -> Trial:
    """Return the draft as it stands."""
    return Trial(sample, sample.text, sample.measures)


def shortened(sample: Sample, measure: str) -> Trial:
    """Return the draft without one of its measures."""
    rest = tuple(title for title in sample.measures if title != measure)
    return Trial(sample, without(sample, measure), rest)


def lengthened(sample: Sample) -> Trial:
    """Return the draft with its unrelated measure."""
    return Trial(sample, with_unrelated(sample), (*sample.measures, sample.unrelated_title))


def docklint(trial: Trial) -> Verdict:
    """Ask `docklint outline`, `matrix` and `check`, in this process.

    Raises `RuntimeError` with what docklint said when a command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(trial.text, "utf-8")
        ask = _asker(path, trial.sample.profile)
        nodes = {node["id"]: node for node in ask("outline")["nodes"]}
        links = frozenset(_links(trial, nodes, ask("matrix")["links"]))
        findings = ask("check", "--select", "COR101,COR102", "--fail-on", "never")["files"][0]["findings"]
    return Verdict(links, _reported(trial, findings, "COR101"), _reported(trial, findings, "COR102"))


def _asker(path: Path, profile: str) -> Callable[..., dict[str, Any]]:
    known = profile if is_shipped(profile) else FALLBACK
    return lambda command, *more: _run(command, str(path), "--profile", known, "--format", "json", *more)


@cache
def is_shipped(profile: str) -> bool:
    from docklint.errors import SetupError
    from docklint.linter import Linter
    from docklint.settings import Settings

    try:
        Linter(Settings(profile=profile))
    except SetupError:
        return False
    return True


def _run(*arguments: str) -> dict[str, Any]:
    from docklint.cli import main

    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with patch.object(sys, "argv", ["docklint", *arguments]), redirect_stdout(out), redirect_stderr(err):
        status = main()
    if status:
        raise RuntimeError(f"docklint {' '.join(arguments)}: status {status}: {err.getvalue()}")
    out.flush()
    answer: dict[str, Any] = json.loads(out.buffer.getvalue())
    return answer


def _links(
    trial: Trial, nodes: Mapping[str, Mapping[str, Any]], links: Iterable[Mapping[str, Any]]
) -> Iterator[Link]:
    for link in links:
        start, end = nodes[link["from"]], nodes[link["to"]]
        yield (
            link["kind"],
            labelled(trial, start["kind"], start["title"]),
            labelled(trial, end["kind"], end["title"]),
        )


def _reported(trial: Trial, findings: Iterable[Mapping[str, Any]], code: str) -> frozenset[str]:
    kind = {"COR101": "cause", "COR102": "measure"}[code]
    quotes = (finding["location"]["quote"] for finding in findings if finding["code"] == code)
    return frozenset(labelled(trial, kind, quote) for quote in quotes)


def labelled(trial: Trial, kind: str, words: str) -> str:
    """Find the labelled title that `words` stand for; an unknown part keeps its words and counts as wrong."""
    bare = words.translate(PUNCTUATION)
    alike = (title for title in trial.titles(kind) if _same(title.translate(PUNCTUATION), bare))
    return next(alike, words)


def _same(title: str, words: str) -> bool:
    # A quote holds the ordinal too; a title may be cut short or run on in another reading of the rules.
    return title == words or words.endswith(title) or title.startswith(words) or words.startswith(title)
