"""Ask docklint about many drafts in one process of its own, for tables of drafts whose every answer is looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from .running import surroundings
from .wanted import Instance, Row, differences, plain

PROGRAM = """
import io, json, sys
import docklint.cli
given, out = json.load(sys.stdin), sys.stdout
for arguments in given:
    sys.argv = ["docklint", *arguments]
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    status = docklint.cli.main()
    sys.stdout.flush()
    told = sys.stdout.buffer.getvalue().decode("utf-8")
    print(json.dumps([status, told]), file=out)
"""


def ask(commands: Iterable[Iterable[str | Path]]) -> list[tuple[int, str]]:
    """Run docklint's commands one after the other; give status and standard output of each."""
    given = json.dumps([[str(each) for each in command] for command in commands])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=given.encode(),
        capture_output=True,
        env=surroundings(),
        timeout=600,
        check=True,
    )
    return [(status, told) for status, told in map(json.loads, done.stdout.splitlines())]


class Answers:
    """What docklint says about instances written to a folder. Each command runs once, for all that need it."""

    def __init__(self, instances: Iterable[Instance], folder: Path) -> None:
        self._instances = list(instances)
        self._paths = {each.name: _written(each, folder) for each in self._instances}

    def text(self, instance: Instance) -> str:
        """Return the text offsets refer to; that of a DOCX needs no offsets."""
        path = self._paths[instance.name]
        return "" if path.suffix == ".docx" else path.read_bytes().decode("utf-8-sig")

    def findings(self, instance: Instance) -> list[Row]:
        """Return the findings that the draft it was made from has not; without DL902, which is no fault of a draft."""
        known = self._checked[str(instance.known)] if instance.known else {"findings": []}
        before = {_same(each) for each in known["findings"]}
        found = self._entry(instance)["findings"]
        return [each for each in found if each["code"] != "DL902" and _same(each) not in before]

    def unrecognised(self, instance: Instance) -> bool:
        """Return whether docklint asks for a profile."""
        return any(each["code"] == "DL902" for each in self._entry(instance)["findings"])

    def hint(self, instance: Instance) -> str:
        """Return what DL902 says, or nothing."""
        told = (each["message"] for each in self._entry(instance)["findings"] if each["code"] == "DL902")
        return next(told, "")

    def profile(self, instance: Instance) -> str:
        """Return the id of the profile docklint took."""
        return str(self._entry(instance)["profile"]["id"])

    def nodes(self, instance: Instance) -> list[Row]:
        """Return the outline's nodes."""
        return list(self._outlines[instance.name]["nodes"])

    def links(self, instance: Instance) -> list[tuple[str, str]]:
        """Return the matrix's links, each as the headings it goes from and to."""
        titles = {node["id"]: _heading(node) for node in self.nodes(instance)}
        return [(titles[each["from"]], titles[each["to"]]) for each in self._matrices[instance.name]["links"]]

    def _entry(self, instance: Instance) -> Mapping[str, Any]:
        return self._checked[str(self._paths[instance.name])]

    @cached_property
    def _checked(self) -> dict[str, dict[str, Any]]:
        known = {each.known for each in self._instances if each.known}
        paths = [*self._paths.values(), *sorted(known)]
        ((_, told),) = ask([["check", "--isolated", "--format", "json", *paths]])
        return {entry["path"]: entry for entry in json.loads(told)["files"]}

    @cached_property
    def _outlines(self) -> dict[str, dict[str, Any]]:
        return self._shown("outline", ("outline", "links"))

    @cached_property
    def _matrices(self) -> dict[str, dict[str, Any]]:
        return self._shown("matrix", ("links",))

    def _shown(self, command: str, aspects: tuple[str, ...]) -> dict[str, dict[str, Any]]:
        names = [each.name for each in self._instances if set(aspects) & set(each.aspects)]
        told = ask([command, "--isolated", "--format", "json", self._paths[name]] for name in names)
        return {name: json.loads(out) for name, (_, out) in zip(names, told, strict=True)}


def _written(instance: Instance, folder: Path) -> Path:
    if instance.text is None:
        assert instance.path
        return instance.path
    path = folder / instance.file
    path.write_bytes(instance.text.encode())
    return path


def _same(finding: Row) -> tuple[str, str]:
    return str(finding["code"]), plain(finding["location"]["quote"])


def _heading(node: Row) -> str:
    return f"{node['ordinal'] or ''}{node['title']}"


def outline_differences(wanted: Mapping[str, Any], nodes: list[Row]) -> list[str]:
    """Compare what an instance wants of the outline: roles of sections, headings of a kind by their beginnings, counts; `no-…`: beginnings none may have."""
    lines = []
    for kind, told in wanted.items():
        given = _given(kind.removeprefix("no-"), nodes)
        if kind.startswith("no-"):
            lines += [f"{kind}: got {each}" for each in given if each.startswith(tuple(told))]
            continue
        if len(given) != told if isinstance(told, int) else not _begin(given, told):
            lines.append(f"{kind}: wanted {told}, got {given}")
    return lines


def _given(kind: str, nodes: list[Row]) -> list[str]:
    if kind == "roles":
        return [str(node["role"]) for node in nodes if node["kind"] == "section"]
    return [_heading(node) for node in nodes if node["kind"] == kind]


def _begin(given: list[str], told: list[str]) -> bool:
    return len(given) == len(told) and all(map(str.startswith, given, told))


def missed(answers: Answers, instance: Instance, aspect: str) -> list[str]:
    """Return in which way docklint's answer about one aspect is not what the instance wants."""
    told = instance.told
    if aspect == "findings":
        return differences(instance, answers.findings(instance), answers.text(instance))
    if aspect == "outline":
        return outline_differences(told["outline"], answers.nodes(instance))
    if aspect == "links":
        given = answers.links(instance)
        return [f"- {pair}" for pair in told["links"] if not any(_begin(list(each), pair) for each in given)]
    unlike = [("profile", answers.profile(instance)), ("unrecognised", answers.unrecognised(instance))]
    return [
        f"{key}: wanted {told[key]}, got {given}" for key, given in unlike if told.get(key, given) != given
    ]


def wanted(told: Iterable[Instance], not_yet: Mapping[str, str]) -> list[ParameterSet]:
    """Return a test's parameters: each instance with each aspect it tells; those in `not_yet` are expected to fail."""
    failing = pytest.mark.xfail(reason="issue 14", strict=True)
    return [
        pytest.param(
            each,
            aspect,
            id=f"{each.name}: {aspect}",
            marks=[failing] if _fails(each, aspect, not_yet) else [],
        )
        for each in told
        for aspect in each.aspects
    ]


def _fails(instance: Instance, aspect: str, not_yet: Mapping[str, str]) -> bool:
    return aspect in not_yet.get(instance.name, "").split()


def strays(told: Iterable[Instance], not_yet: Mapping[str, str]) -> set[str]:
    """Return what stands in a table of what is not done yet and is no test."""
    there = {f"{each.name}: {aspect}" for each in told for aspect in each.aspects}
    return {f"{name}: {aspect}" for name, aspects in not_yet.items() for aspect in aspects.split()} - there
