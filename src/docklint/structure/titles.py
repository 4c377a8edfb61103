"""Titles: where one ends, and what is left of it when decoration is dropped."""

from __future__ import annotations

from functools import lru_cache

from docklint.patterns import either, ours
from docklint.profile import Lexicon

_QUOTED = "“[^”\n]{0,60}”|‘[^’\n]{0,60}’|《[^》\n]{0,60}》|（[^）\n]{0,60}）"
# The class in front says where to look closer; without it the engine tries every alternative everywhere.
_END = ours(
    rf"(?=[“‘《（。！？；：\n方])(?:{_QUOTED}|(?P<stop>[。！？；：])|(?P<line>\n)|(?P<aspect>方面)(?=，))"
)
_NOISE = ours(r"[^\w]|_")
_INNER_STOP = ours(r"[。！？；：]")
LONGEST = 60
"""A line of more code points than this (blanks dropped) is text, not a heading."""


def title_end(text: str, start: int, limit: int) -> int:
    """Find where the title that begins at `start` of a reading ends, at `limit` at the latest.

    At the first stop, at 方面 followed by a comma, or at the line's end, quotations skipped. Code points.
    """
    for match in _END.finditer(text, start, limit):
        if match.lastgroup == "aspect":
            return match.end()
        if match.lastgroup:
            return match.start()
    return limit


def after_stop(text: str, end: int) -> int:
    """Step over the stop (and the blanks a reading may have kept) behind a title."""
    while end < len(text) and text[end] in "。！？；：， ":
        end += 1
    return end


def normal(title: str, lexicon: Lexicon) -> str:
    """Reduce a title to what it says: no punctuation, quotes or decoration (在, 认真, 对照, …方面)."""
    return _normal(title, lexicon["title-openers"], lexicon["title-closers"])


@lru_cache(maxsize=4096)
def _normal(title: str, openers: tuple[str, ...], closers: tuple[str, ...]) -> str:
    bare = _NOISE.sub("", title)
    return _stripped_end(_stripped_start(bare, openers), closers)


def core(name: str, lexicon: Lexicon) -> str:
    """Reduce a normalised title further, to the words that tell the parts of a paper from each other.

    What says when, whose and how (2022年度, 班子, 主要, 具体) is dropped wherever it stands; a title of nothing
    but such words stays as it is.
    """
    return _core(name, lexicon["title-fillers"])


@lru_cache(maxsize=4096)
def _core(name: str, fillers: tuple[str, ...]) -> str:
    return ours(_fillers(fillers)).sub("", name) or name


@lru_cache(maxsize=8)
def _fillers(words: tuple[str, ...]) -> str:
    return rf"(?:19|20)[0-9]{{2}}年度?|{either(words)}"


def _stripped_start(title: str, openers: tuple[str, ...]) -> str:
    while title.startswith(openers):
        shorter = next(title.removeprefix(word) for word in openers if title.startswith(word))
        if not shorter:
            break
        title = shorter
    return title


def _stripped_end(title: str, closers: tuple[str, ...]) -> str:
    while title.endswith(closers):
        shorter = next(title.removesuffix(word) for word in closers if title.endswith(word))
        if not shorter:
            break
        title = shorter
    return title


def bare(title: str, lexicon: Lexicon) -> str:
    """Drop a title's decoration and outer quotes, and keep its own punctuation."""
    title = _stripped_start(title.strip("“”‘’ 。："), lexicon["title-openers"])
    return _stripped_end(title.strip("“”‘’ "), lexicon["title-closers"]).strip("“”‘’ ")


def is_heading_shape(line: str) -> bool:
    """Say whether a line could stand as a heading by itself: short, one clause, at most one final stop."""
    return (
        1 < len(line) <= LONGEST and not _INNER_STOP.search(line.rstrip("。：")) and line[-1] not in "，；、"
    )
