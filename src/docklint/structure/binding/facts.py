"""Evidence: what makes a statement concrete: a date, an amount, a count, a 《document》, an occasion, an event."""

from __future__ import annotations

from functools import lru_cache

from docklint.patterns import alternatives, compiled
from docklint.profile import Lexicon

_HAN = r"[^\W0-9A-Za-z_]"
_MANY = "[二两三四五六七八九十百千]{1,4}"
LEAST_OCCASION = 5
"""Code points inside 在…时 from which on it names something particular."""


def find(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Find the first concrete fact in `text[start:end]` of a reading; None if it holds none."""
    match = compiled(_pattern(lexicon)).search(text, start, end)
    if not match or match.start() > start:
        # What is searched may begin in the middle of a word, and an undertaking's name with it.
        match = compiled(_undertaking(lexicon)).match(text, start, end) or match
    return match.span() if match else None


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> str:
    """One alternative a kind of evidence. A Chinese 一次 is a manner of speaking; 两次 and 1次 are counts.

    An Arabic number is a fact whatever it counts, but for slogans (“8项规定”, 20大, 6个方面) and ordinals (（1）).
    """
    measures, closers = alternatives(lexicon["measure-words"]), alternatives(lexicon["occasion-closers"])
    stock = alternatives(lexicon["stock-occasions"])
    return "|".join(
        (
            r"(?:19|20)[0-9*＊×xX]{2}年|[0-9*]{1,2}月(?:份|[0-9*]{1,2}日|底|初|中旬|上旬|下旬)?|[0-9]{1,2}日",
            alternatives(lexicon["time-words"]) + r"|第[一二三四1-4]季度",
            rf"(?<![“0-9.])(?![0-9]{{1,2}}）)[0-9]+(?:\.[0-9]+)?(?![0-9.、]|大|届|中全会|个?(?:{alternatives(lexicon['abstract-nouns'])}))",
            rf"{_MANY}(?:余|多)?(?:{measures})",
            r"百分之[一二三四五六七八九十百]+|[一二三四五六七八九十两]成|[近这][两三四五六七八九十]年|[两三四五六七八九十]年来",
            r"(?<![每上下])半年|半个月|(?:全|(?<![近这每])[一两三四五六七八九十])年(?=才|只|仅|没|未|仍|都没|半|多|之久)",
            r"倒数第[一二三四五六七八九十0-9]|第[一二三四五六七八九十0-9]{1,3}名",
            r"《[^》\n]{2,60}》",
            rf"在(?!(?:{stock})(?:{closers}))[^。；，：！？\n]{{{LEAST_OCCASION},50}}(?:{closers})(?=，|、|，)",
            rf"(?:{alternatives(lexicon['meeting-words'])})上",
            rf"“[^”\n]{{2,20}}”(?:{alternatives(lexicon['undertaking-words'])})",
            # From where the characters begin alone: from each of them it would take the square of their number.
            rf"(?<!{_HAN}){_undertaking(lexicon)}",
        )
    )


@lru_cache(maxsize=8)
def _undertaking(lexicon: Lexicon) -> str:
    words, stages = alternatives(lexicon["undertaking-words"]), alternatives(lexicon["undertaking-stages"])
    return rf"{_HAN}{{3,}}(?:{words})(?:{stages})?(?:中|时|期间|后)"
