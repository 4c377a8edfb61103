"""Characters that look like others, or like nothing at all.

PDFs write radicals (⼀, ⺠, ⻓) for the characters they look like; chat programs, web pages and Word leave signs in a
text that nobody sees, and form feeds or line separators where a line ends. A reader makes no difference, so a
reading makes none either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧"
    "⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍"
    "⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_MEANT = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛"
    "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶"
    "辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
SUPPLEMENT: Mapping[str, str] = dict(zip(_RADICALS, _MEANT, strict=True))
"""The CJK Radicals Supplement (U+2E80–2EF3), each with the character it stands for.

Source: Unicode Character Database 14.0, EquivalentUnifiedIdeograph.txt, the rows of that block. The Kangxi radicals
(U+2F00–2FD5) and compatibility ideographs have decompositions, so `unicodedata` knows them; all but two of these
have none.
"""
_COMPATIBLE = ("\u2e80\u2fdf", "\uf900\ufaff", "\U0002f800\U0002fa1f")
"""First and last of the blocks whose characters stand for ordinary ones."""
_UNSEEN = (
    *("\x01\x08", "\x0e\x1f", "\x7f\x84", "\x86\x9f", "\xad\xad"),
    *("\u034f\u034f", "\u061c\u061c", "\u115f\u1160", "\u17b4\u17b5", "\u180b\u180f"),
    *("\u200b\u200f", "\u202a\u202e", "\u2060\u206f", "\u3164\u3164", "\uffa0\uffa0"),
    *("\ufe00\ufe0f", "\ufeff\ufeff", "\ufff9\ufffc", "\U000e0001\U000e007f", "\U000e0100\U000e01ef"),
)
"""First and last of the signs nobody sees: controls, format characters, fillers, selectors of variants, tags."""
BREAKS = "\v\f\x85\u2028\u2029"
"""What ends a line for a reader; `Document.lines` end at line feeds alone."""

CODE_POINTS = frozenset[int]().union(
    *(
        range(ord(block[0]), ord(block[-1]) + 1)
        for block in (*_COMPATIBLE, *_UNSEEN, *(2 * sign for sign in BREAKS))
    )
)
"""Where a character may be that looks or acts like another."""


def odd(signs: Collection[str]) -> list[str]:
    """Return those of some characters that look or act like others, in the order of their code points."""
    rare = (sign for sign in signs if ord(sign) in CODE_POINTS)
    return sorted(sign for sign in rare if sign in BREAKS or ordinary(sign) != sign)


def ordinary(sign: str) -> str:
    """Return the character that `sign` looks like: itself for most, nothing for what nobody sees."""
    if _within(sign, _UNSEEN):
        return ""
    return _compatible(sign) if _within(sign, _COMPATIBLE) else sign


def _within(sign: str, blocks: tuple[str, ...]) -> bool:
    return any(block[0] <= sign <= block[-1] for block in blocks)


def _compatible(sign: str) -> str:
    # Late: a draft with such a character is rare, and a library of tables is not free.
    import unicodedata

    meant = SUPPLEMENT.get(sign) or unicodedata.normalize("NFKC", sign)
    return meant if len(meant) == 1 else sign
