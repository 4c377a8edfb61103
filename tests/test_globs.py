"""Patterns of paths: what they mean, and that no pattern takes long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docklint.settings.globs import matches
from tests.running import CLEAN, docklint

HERE = Path("/somewhere")
SAMPLES = Path(__file__).parents[1] / ".." / "shared" / "cases" / "hostile"


def fits(pattern: str, name: str) -> bool:
    return matches(pattern, str(HERE / name), HERE)


@pytest.mark.parametrize(
    ("pattern", "name", "wanted"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/y/a.md", True),
        ("*.md", "a.md.txt", False),
        ("班子/*.docx", "班子/甲.docx", True),
        ("班子/*.docx", "班子/旧/甲.docx", False),
        ("/班子/*.docx", "x/班子/甲.docx", False),
        ("**/旧稿/*", "旧稿/甲", True),
        ("**/旧稿/*", "x/y/旧稿/甲", True),
        ("**/旧稿/*", "x旧稿/甲", False),
        ("a/**", "a/b/c.md", True),
        ("a/**/c", "a/c", True),
        ("a/**/c", "a/b/d/c", True),
        ("a/**/c", "abc", False),
        ("?.md", "甲.md", True),
        ("a?b/c", "a/b/c", False),
        ("**/*", "a", True),
        ("**/**/**/a", "a", True),
        ("*a*b*", "xaxxbx", True),
        ("***", "a", True),
        ("[a].md", "[a].md", True),
        ("a.md", "axmd", False),
    ],
)
def test_what_a_pattern_means(pattern: str, name: str, wanted: bool) -> None:
    assert fits(pattern, name) is wanted


TOKENS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _by_regex(pattern: str, name: str) -> bool:
    tried = name if "/" in pattern.strip("/") else name.rpartition("/")[2]
    pieces = re.findall(r"\*\*/|\*\*|\*|\?|[^*?]", pattern.lstrip("/"))
    return (
        re.fullmatch("".join(TOKENS.get(piece) or re.escape(piece) for piece in pieces), tried, re.DOTALL)
        is not None
    )


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["**/", "**", "*", "?", "a", "b", "/", "."]), max_size=8).map("".join),
    st.lists(st.text("ab.", min_size=1, max_size=3), min_size=1, max_size=4)
    .map("/".join)
    .filter(lambda name: not {".", ".."} & set(name.split("/"))),
)
def test_a_pattern_means_what_a_regular_expression_would(pattern: str, name: str) -> None:
    assert fits(pattern, name) is _by_regex(pattern, name)


HOSTILE = [
    "*a" * 30 + "b",
    "**/" * 30 + "z",
    "**/*" * 30 + "z",
    "**a" * 200 + "b",
    "*?" * 2000 + "b",
    "?*" * 100_000,
    "*" * 500_000 + "b",
    "**/" * 200_000 + "b",
    "a/**/" * 1000 + "b",
    "*/" * 500 + "z",
    "a" * 900_000,
]


@pytest.mark.parametrize("pattern", HOSTILE, ids=lambda pattern: pattern[:8])
@pytest.mark.parametrize("name", ["a" * 250 + ".txt", "a/" * 100 + "a.txt", "/".join(["a" * 200] * 15)])
def test_no_pattern_takes_long(pattern: str, name: str) -> None:
    """With a backtracking matcher this would not come to an end."""
    assert not fits(pattern, name)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no ../shared/cases here")
def test_sample(tmp_path: Path) -> None:
    draft = tmp_path / ("a" * 200 + ".txt")
    draft.write_text(CLEAN, "utf-8")
    (tmp_path / "docklint.toml").write_bytes((SAMPLES / "glob-hang.toml").read_bytes())
    assert docklint("check", draft.name, cwd=tmp_path).status in (0, 1)
