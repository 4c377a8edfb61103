"""What a reader of the code may rely on, and what no linter or type checker looks after."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docklint

PACKAGE = Path(docklint.__file__).parent
MODULES = {path.relative_to(PACKAGE): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
LONGEST = 300
"""Lines of a module."""
MOST_POSITIONAL = 6
"""Arguments of a call that may go without their names."""


def _nodes(kind: type[ast.AST]) -> Iterator[tuple[Path, ast.AST]]:
    return (
        (path, node) for path, tree in MODULES.items() for node in ast.walk(tree) if isinstance(node, kind)
    )


def test_no_class_name_stands_in_two_modules() -> None:
    names = Counter(
        node.name
        for _, node in _nodes(ast.ClassDef)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_no_call_leaves_seven_arguments_without_their_names() -> None:
    long = [
        f"{path}:{node.lineno}"
        for path, node in _nodes(ast.Call)
        if isinstance(node, ast.Call) and len(node.args) > MOST_POSITIONAL
    ]
    assert long == []


def test_no_module_is_longer_than_a_reader_can_keep_in_mind() -> None:
    lengths = {path: len((PACKAGE / path).read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}
