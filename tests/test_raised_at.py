"""Where something went wrong that nobody foresaw, told with a line and, where code bears none, with a function."""

from __future__ import annotations

from types import CodeType

import pytest

from docklint.errors import raised_at

SOURCE = "def first():\n    return [][0]\nfirst()\n"


def _without_lines(code: CodeType) -> CodeType:
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=b"")


@pytest.mark.parametrize(("lines", "told"), [(True, "IndexError, b.py:2"), (False, "IndexError, b.py:first")])
def test_the_place_of_a_failure(lines: bool, told: str) -> None:
    code = compile(SOURCE, "/a/b.py", "exec")
    with pytest.raises(IndexError) as raised:
        exec(code if lines else _without_lines(code), {})
    assert raised_at(raised.value) == told
