"""docklint as the harness sees it: bytes in, findings and nodes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from docklint import readers
from docklint.linter import Linter
from docklint.settings import Settings
from docklint.spans import Span
from docklint.structure.draft import Draft

NAME = "draft.txt"


class Found(NamedTuple):
    """A finding: what the JSON report gives as code, severity, offset, end_offset and quote."""

    code: str
    severity: str
    span: Span
    quote: str


@cache
def linter(profile: str) -> Linter:
    """Return a linter for one profile, or for `auto`."""
    return Linter(Settings(profile=profile))


def check(data: bytes, profile: str, name: str = NAME) -> list[Found]:
    """Lint one draft. Raises the error of a draft that cannot be read."""
    result = linter(profile).check_bytes(name, data)
    if result.error:
        raise result.error
    return [Found(each.code, each.severity, each.span, each.quote) for each in result.findings]


def drafts(data: bytes, profile: str) -> tuple[Draft, ...]:
    """Return the drafts docklint understood in a file."""
    return linter(profile).understand(readers.parse(NAME, data, "final")).drafts


def without(found: Iterable[Found], known: Iterable[Found]) -> Iterator[Found]:
    """Yield what is new: no finding with the same code and quote was known."""
    before = {(each.code, each.quote) for each in known}
    return (each for each in found if (each.code, each.quote) not in before)
