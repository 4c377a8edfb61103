"""The profile that a clerk would write by hand from the gold, to see that the right drafts are right."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .sample import UNHEADED, Part, Reading

USUAL = (
    Part("problems", "存在的突出问题", True),
    Part("causes", "原因分析", True),
    Part("measures", "整改措施", True),
)
"""What a paper has where the notice does not say of which parts it consists."""
MOVABLE = {"case-analysis"}
"""The roles whose place is the notice's to say."""


def written(reading: Reading) -> str:
    """Give the profile as TOML."""
    return "\n".join(_lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    yield from ('id = "gold"', 'title = "gold"', 'extends = "base"')
    parts = [part for part in reading.parts or USUAL if part.role not in UNHEADED]
    roles = [part.role for part in parts]
    # Inherited, it would keep its place after the problems, and be welcome anywhere.
    yield f"without = {json.dumps([role for role in roles if role in MOVABLE])}"
    for part, follower in zip(parts, [*roles[1:], ""], strict=True):
        yield from _section(part)
        if part.role in MOVABLE and follower:
            yield f"before = {_quoted(follower)}"
        if part.role == "problems":
            yield from (
                line
                for name in reading.dimensions
                for line in ("[[section.dimension]]", f"name = {_quoted(name)}")
            )
    for role in sorted({"problems", "causes", "measures"} - set(roles)):
        yield from ("[[section]]", f"role = {_quoted(role)}", "required = false")


def _section(part: Part) -> Iterator[str]:
    yield from ("[[section]]", f"role = {_quoted(part.role)}", f"title = {_quoted(part.wording)}")
    yield f"required = {str(part.required).lower()}"


def _quoted(text: str) -> str:
    # A JSON string is a TOML string as well.
    return json.dumps(text, ensure_ascii=False)
