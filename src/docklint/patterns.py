"""The one door to regular expressions.

Patterns written here are ours and read alike in both engines, so the standard `re` runs them. Patterns written
by a pack's author may backtrack for ever, so they run in `regex` under a timeout; where `regex` is absent (a
browser page) they run in `re`, unguarded, and only the packs that ship with docklint are loaded there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from docklint.tuples import NamedTuple
from docklint.typed import Match, Pattern

TIMEOUT_SECONDS = 2.0
"""How long one foreign pattern may search one text."""

LONGEST = 10_000
"""Characters of a foreign pattern."""


class PatternTimeout(Exception):
    """A foreign pattern took longer than `TIMEOUT_SECONDS` on one text."""


@cache
def compiled(pattern: str) -> Pattern[str]:
    """Compile a pattern of the project's own."""
    # Late, here and elsewhere: most drafts need no pattern, and to import `re` takes as long as thirty modules of docklint.
    import re

    return re.compile(pattern)


def alternatives(words: Iterable[str]) -> str:
    """Write the alternatives of a pattern, the longest first, so that none hides behind its own beginning."""
    return "|".join(sorted(words, key=len, reverse=True))


def untrusted_matches(pattern: str, text: str) -> Iterator[Match[str]]:
    """Find a pack author's pattern in `text`.

    Raises `PatternTimeout` after two seconds and `ValueError` when the pattern does not compile.
    """
    try:
        import regex
    except ImportError:
        yield from _standard(pattern, text)
        return
    try:
        yield from regex.compile(pattern).finditer(text, timeout=TIMEOUT_SECONDS)
    except TimeoutError as error:
        raise PatternTimeout(pattern) from error
    except regex.error as error:
        raise ValueError(str(error)) from error


class Wrong(NamedTuple):
    """What is wrong with a pattern, and at which character, from 1."""

    why: str
    at: int


def wrong(pattern: str) -> Wrong | None:
    """Say what is wrong with a pack author's pattern; None if it compiles."""
    if len(pattern) > LONGEST:
        return Wrong(f"longer than {LONGEST} characters", LONGEST + 1)
    try:
        import regex as engine
    except ImportError:
        import re as engine
    try:
        engine.compile(pattern)
    except engine.error as error:
        return Wrong(str(error.msg), (error.pos or 0) + 1)
    except (ValueError, OverflowError, RecursionError, MemoryError, IndexError, KeyError) as error:
        # What the engines raise beside their own error, over deep nesting or absurd counts.
        return Wrong(type(error).__name__, 1)
    return None


def _standard(pattern: str, text: str) -> Iterator[Match[str]]:
    import re

    try:
        yield from re.compile(pattern).finditer(text)
    except re.error as error:
        raise ValueError(str(error)) from error
