"""The words of the page: both languages have the same, every one that is used is there, and none is there for nothing."""

from __future__ import annotations

import re

import pytest

from tests.page.ui.assembled import PAGE

_ENTRY = re.compile(r'^  "?([\w-]+)"?: "((?:[^"\\]|\\.)*)",$', re.MULTILINE)
_FAMILIES = (
    *(
        "tab-",
        "col-",
        "state-",
        "verdict-",
        "severity-",
        "kind-",
        "part-",
        "outcome-",
        "chosen-",
        "head-",
        "no-",
    ),
    *("taken-", "try-", "picture-", "keys-", "audience-", "print-"),
)
"""Beginnings to which the page adds what docklint tells, or what it shows."""


def _words(name: str) -> dict[str, str]:
    return dict(_ENTRY.findall((PAGE / "ui" / name).read_text("utf-8")))


@pytest.mark.parametrize("name", ["words", "words-more"])
def test_both_languages_say_the_same(name: str) -> None:
    chinese, english = _words(f"{name}-zh.js"), _words(f"{name}-en.js")
    assert len(chinese) > 30
    assert list(chinese) == list(english)
    slots = {key: set(re.findall(r"{\w+}", words)) for key, words in chinese.items()}
    assert {key: set(re.findall(r"{\w+}", words)) for key, words in english.items()} == slots


def test_what_is_used_has_words_and_what_has_words_is_used() -> None:
    known = {**_words("words-zh.js"), **_words("words-more-zh.js")}
    sources = [path.read_text("utf-8") for path in PAGE.glob("ui/*.js") if not path.name.startswith("words")]
    html = (PAGE / "index.html").read_text("utf-8")
    told = "\n".join(sources)
    used = set(re.findall(r'(?<![\w.])say\("([\w-]+)"', told)) | set(
        re.findall(r'data-say[\w-]*="([\w-]+)"', html)
    )
    assert used - set(known) == set()
    loose = {
        key for key in known if key not in used and f'"{key}"' not in told and not key.startswith(_FAMILIES)
    }
    assert loose == set()


def test_files_are_small() -> None:
    files = [*PAGE.glob("ui/*.js"), *PAGE.glob("style/*.css"), PAGE / "index.html"]
    assert {path.name for path in files if path.read_text("utf-8").count("\n") > 300} == set()
