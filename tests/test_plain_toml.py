"""What is read without a parser is what the parser reads."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint.packs.plain_toml import plain

TOKENS = st.sampled_from(
    [
        *(
            "key",
            "fail-on",
            "a_b",
            "-",
            "中",
            "=",
            " = ",
            '"',
            "'",
            "warning",
            "\\",
            "[",
            "]",
            ", ",
            "\n",
            "\r\n",
            "#",
            " ",
        ),
        *(
            "\t",
            "0",
            "1",
            "12",
            "-3",
            "1_000",
            "true",
            "false",
            ".",
            '"a"',
            '"年"',
            '"""',
            "{",
            "}",
            "\u3000",
            "\x00",
        ),
    ]
)
LINES = st.sampled_from(
    [
        *(
            'fail-on = "warning"',
            "# 注",
            "",
            "jobs=2",
            'select = ["NUM", "SEC101"]',
            "x = []",
            "y = true",
            "[t]",
            "k = 'v'",
        ),
        *(
            'k = "v" # "w"',
            'k = "a\\tb"',
            "n = 01",
            "n = 0",
            "n = 9999999999",
            "a.b = 1",
            '"k" = 1',
            'u = ["a",]',
            "  z = 5  ",
        ),
        *(
            "d = 2024-01-01",
            'u = ["a, b", "c"]',
            'u = ["a" "b"]',
            '= "v"',
            "k",
            "k =",
            'k = "',
            "k = [",
            'k = ["a"]]',
        ),
    ]
)
TEXTS = st.lists(TOKENS, max_size=12).map("".join) | st.lists(LINES, max_size=5).map("\n".join)


def parsed(text: str) -> dict[str, object] | None:
    """Return what the parser reads; None if the text is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


@given(TEXTS)
def test_what_is_read_without_a_parser_is_what_the_parser_reads(text: str) -> None:
    said = plain(text)
    assert said is None or said == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '# 全室的设置\n\nfail-on = "warning"\nprofile = "2024"\n',
        'select = ["NUM", "SEC101"]\nmax-findings = 50\nlang = "zh"\nunit = "青禾县档案图书局"\nflag = false\n',
    ],
)
def test_a_plain_configuration_needs_no_parser(text: str) -> None:
    assert plain(text) == parsed(text)


@pytest.mark.parametrize(
    "text", ["[rules.NUM101]\n", "a = 'b'\n", 'a = "b"\na = "c"\n', "a = 1.5\n", "a\tb = 1"]
)
def test_all_else_is_for_the_parser(text: str) -> None:
    assert plain(text) is None
