"""Titles: where one ends, and what is left of it when decoration is dropped."""

from __future__ import annotations

from functools import lru_cache

from docklint.patterns import alternatives, compiled
from docklint.profile import Lexicon

_TITLE = compiled(
    "(?:[^“‘《（。！？；：\n方]++|“(?:[^”\n]{0,60}”)?|‘(?:[^’\n]{0,60}’)?|《(?:[^》\n]{0,60}》)?"
    "|（(?:[^）\n]{0,60}）)?|方(?!面，))*+(?:方面)?"
)
_NOISE = compiled(r"[^\w]|_")
_INNER_STOPS = "。！？；："
LONGEST = 60
"""A line of more code points than this (blanks dropped) is text, not a heading."""


def title_end(text: str, start: int, limit: int) -> int:
    """Find where the title that begins at `start` of a reading ends, at `limit` at the latest.

    At the first stop, at 方面 followed by a comma, or at the line's end, quotations skipped. Code points.
    """
    match = _TITLE.match(text, start, limit)
    return match.end() if match else limit


def after_stop(text: str, end: int) -> int:
    """Step over the stop (and the blanks a reading may have kept) behind a title."""
    while end < len(text) and text[end] in "。！？；：， ":
        end += 1
    return end


@lru_cache(maxsize=4096)
def normal(title: str, lexicon: Lexicon) -> str:
    """Reduce a title to what it says: no punctuation, quotes or decoration (在, 认真, 对照, …方面)."""
    plain = title if title.isalnum() else _NOISE.sub("", title)
    return _stripped_end(_stripped_start(plain, lexicon["title-openers"]), lexicon["title-closers"])


@lru_cache(maxsize=4096)
def core(name: str, lexicon: Lexicon) -> str:
    """Reduce a normalised title further, to the words that tell the parts of a paper from each other.

    What says when, whose and how (2022年度, 班子, 主要, 具体) is dropped wherever it stands; a title of nothing
    but such words stays as it is.
    """
    return compiled(_fillers(lexicon)).sub("", name) or name


@lru_cache(maxsize=8)
def _fillers(lexicon: Lexicon) -> str:
    return rf"(?:19|20)[0-9]{{2}}年度?|{alternatives(lexicon['title-fillers'])}"


def sides(title: str, lexicon: Lexicon) -> list[str]:
    """Part a title where it joins others (原因分析和整改措施); one that joins none stays whole."""
    return compiled(alternatives(lexicon["section-joints"])).split(title)


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
    """Return whether a line could stand as a heading by itself: short, one clause, at most one final stop."""
    if not 1 < len(line) <= LONGEST or line[-1] in "，；、":
        return False
    clause = line.rstrip("。：")
    return not any(stop in clause for stop in _INNER_STOPS)
