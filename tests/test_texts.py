"""The catalogue of texts: the same sentences in both languages, each of them said by somebody."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

import pytest

import docklint
from docklint import texts
from docklint.errors import DocklintError, SetupError
from docklint.texts import PerLine, Text
from tests.installing import ROOT

SOURCE = ROOT / "src" / "docklint"
CATALOGUES = {
    lang: texts.sentences((SOURCE / "texts" / f"{lang}.toml").read_bytes()) for lang in ("zh", "en")
}
ENGLISH = "english"
"""The placeholder of what another program says in English, which a Chinese sentence replaces or leaves out."""
ALIKE = {
    ("system.no-folder", "fault.no-folder"),
    ("system.other", "toml.other"),
}
"""Reasons of the system and faults of a file; what other programs say."""
KEY = re.compile(r"[a-z]+\.[a-z0-9-]+")
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_every_sentence_has_its_twin() -> None:
    assert list(CATALOGUES["zh"]) == list(CATALOGUES["en"])


@pytest.mark.parametrize("key", CATALOGUES["zh"])
def test_both_languages_fill_in_the_same(key: str) -> None:
    zh, en = (_placeholders(CATALOGUES[lang][key]) for lang in ("zh", "en"))
    # What the other program says in English, Chinese says itself, with the values that takes.
    assert en - {ENGLISH} <= zh if ENGLISH in en else zh == en


def test_no_sentence_stands_there_twice() -> None:
    """What is the same in both languages is one sentence, unless something else may become of it in one place."""
    places: dict[tuple[str, str], list[str]] = {}
    for key in CATALOGUES["zh"]:
        places.setdefault((CATALOGUES["zh"][key], CATALOGUES["en"][key]), []).append(key)
    assert {tuple(keys) for keys in places.values() if len(keys) > 1} == ALIKE


def test_every_sentence_is_said_by_somebody() -> None:
    said = {*_literals(), *_of_errors(), *_put_together()}
    assert sorted(CATALOGUES["zh"].keys() - said) == []


def test_whatever_is_said_stands_in_the_catalogue() -> None:
    assert sorted((set(_named()) | _of_errors()) - CATALOGUES["zh"].keys()) == []


def test_a_key_put_together_is_of_the_catalogue() -> None:
    """A pattern such as `report.kind-…` that fits no key is a mistake in it.

    Only a table that is never written out may be put together whole: elsewhere that would hide what is unused.
    """
    patterns = {pattern for pattern in _patterns() if not pattern.startswith(r"errors\.")}
    assert [each for each in patterns if not any(re.fullmatch(each, key) for key in CATALOGUES["zh"])] == []
    whole = {each.partition("\\")[0] for each in patterns if re.fullmatch(r"[a-z]+\\\.\(\.\+\)", each)}
    assert [key for key in _named() if key.partition(".")[0] in whole] == [], (
        "a table put together and written out"
    )


def test_values_are_told_in_the_language_of_the_sentence() -> None:
    inner = Text("noun.profile")
    for lang, told in (
        ("zh", "没有名为“a”的方案。可用的有：b、c。"),
        ("en", "There is no profile “a”. There are: b, c."),
    ):
        assert texts.load(lang)("unknown.name", noun=inner, given="a", known=("b", "c")) == told


def test_what_a_value_holds_is_never_filled_in() -> None:
    assert "{known}" in texts.load("en")("unknown.name", noun="x", given="{known}", known=())


def test_a_text_survives_the_way_between_processes() -> None:
    text = Text("setup.refused", file="a.txt", reason=Text("system.folder"))
    assert pickle.loads(pickle.dumps(text)) == text
    error = SetupError("setup.refused", file="a.txt", reason=Text("system.folder"))
    again = pickle.loads(pickle.dumps(error))
    assert [again.message(lang) for lang in CATALOGUES] == [error.message(lang) for lang in CATALOGUES]


def test_values_on_a_line_each() -> None:
    told = texts.load("en")("setup.refused", file="x", reason=PerLine(("a", Text("system.folder"))))
    assert told == "x: a\nit is a folder."


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@cache
def _nodes() -> tuple[ast.AST, ...]:
    return tuple(
        node for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


@cache
def _literals() -> frozenset[str]:
    constants = (node.value for node in _nodes() if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def _named() -> Iterator[str]:
    """Yield the literals that look like keys of the catalogue."""
    tables = {key.partition(".")[0] for key in CATALOGUES["zh"]}
    pieces = {id(part) for node in _nodes() if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in _nodes():
        value = str(node.value) if isinstance(node, ast.Constant) and id(node) not in pieces else ""
        if KEY.fullmatch(value) and value.partition(".")[0] in tables:
            yield value


def _patterns() -> Iterator[str]:
    """Yield `table.prefix{}suffix` for every f-string that names a table of the catalogue."""
    tables = {key.partition(".")[0] for key in CATALOGUES["zh"]}
    for node in _nodes():
        if isinstance(node, ast.JoinedStr):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"
                for part in node.values
            )
            table = re.match(r"([a-z]+)\\\.", pattern)
            if table and table[1] in tables:
                yield pattern


def _put_together() -> Iterator[str]:
    """Yield the keys that some f-string makes of a word which stands in the source."""
    for pattern in {each for each in _patterns() if not each.startswith(r"errors\.")}:
        for key in CATALOGUES["zh"]:
            if (found := re.fullmatch(pattern, key)) and all(word in _literals() for word in found.groups()):
                yield key


@cache
def _of_errors() -> frozenset[str]:
    for module in walk_packages(docklint.__path__, "docklint."):
        if module.name.endswith(".errors"):
            import_module(module.name)

    def below(cause: type[DocklintError]) -> Iterator[type[DocklintError]]:
        yield cause
        for child in cause.__subclasses__():
            if child.__module__.startswith("docklint."):
                yield from below(child)

    # `SetupError` has no sentence of its own, and these are only told by what is below them.
    abstract = {"error", "setup", "package"}
    codes = {cause.sentence or cause.code for cause in below(DocklintError)} - abstract
    return frozenset({f"errors.{code}" for code in codes} | {"errors.error"})


def test_no_chinese_stands_in_the_source_but_grammar() -> None:
    """Numerals, punctuation and the grammar of ordinals are Python; every other word is data."""
    told = [f"{name}:{line}: {words}" for name, line, words in _chinese() if not name.startswith(GRAMMAR)]
    assert told == []


GRAMMAR = (
    "checks/",
    "derive/",
    "grammar.py",
    "structure/",
    "word/fields.py",
    "word/labels.py",
)
"""Where numerals, punctuation and patterns of them stand."""


def _chinese() -> Iterator[tuple[str, int, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in told and HAN.search(str(node.value)):
                yield path.relative_to(SOURCE).as_posix(), node.lineno, str(node.value)
