"""The words the generators insert, read from `material.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docklint.spans import Span

from .mutant import Place


@dataclass(frozen=True)
class Sentence:
    """A sentence to insert. `places`: what must be pointed at, as offsets into `text`."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Material:
    """Everything in `material.toml`, under its own names."""

    renamings: dict[str, dict[str, str]]
    strangers: dict[str, str]
    stranger_bodies: dict[str, str]
    unrelated_measures: list[dict[str, str]]
    hollow: dict[str, list[str]]
    redactions: dict[str, list[Sentence]]
    fields: dict[str, list[Sentence]]
    brackets: list[str]
    rewordings: dict[str, str]
    traps: list[str]
    foreign_units: list[str]
    short_forms: dict[str, list[str]]


def _read() -> Material:
    told: dict[str, Any] = tomllib.loads(Path(__file__).with_name("material.toml").read_text("utf-8"))
    return Material(
        renamings=told["renamings"],
        strangers=told["strangers"],
        stranger_bodies=told["stranger-bodies"],
        unrelated_measures=told["unrelated-measures"],
        hollow=told["hollow"],
        redactions=_sentences(told["redactions"]),
        fields=_sentences(told["fields"]),
        brackets=told["brackets"]["sentences"],
        rewordings=told["rewordings"],
        traps=told["traps"]["sentences"],
        foreign_units=told["units"]["foreign"],
        short_forms=told["units"]["short-forms"],
    )


def _sentences(told: dict[str, list[str]]) -> dict[str, list[Sentence]]:
    return {code: [_sentence(each) for each in rows] for code, rows in told.items()}


def _sentence(marked: str) -> Sentence:
    return Sentence(re.sub("[⟦⟧〚〛]", "", marked), tuple(_places(marked)))


def _places(marked: str) -> Iterator[Place]:
    for match in re.finditer("(〚?)⟦(.*?)⟧(?:([^〛⟦]*)〛)?", marked):
        start = match.start() - len(re.findall("[⟦⟧〚〛]", marked[: match.start()]))
        inner = Span(start, start + len(match[2]))
        yield Place(inner, Span(start, inner.end + len(match[3] or "")))


MATERIAL = _read()
