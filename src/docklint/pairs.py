"""Two neighbouring characters as one number.

Words are looked for by how they begin at every place of a text. Python makes each Chinese character anew that is taken
out of a text, and a string of two takes five times as long as their number.
"""

from __future__ import annotations

import sys

BEHIND = "\n"
"""What stands behind the last character of a text."""
_CODING = f"utf-32-{sys.byteorder[0]}e", "surrogatepass"
FIRST, SECOND = (0, 32) if sys.byteorder == "little" else (32, 0)
"""The bits at which the one and the other character of a number begin."""
CODE_POINT = 0xFFFFFFFF
FIRST_HAN, LAST_HAN = chr(0x4E00), chr(0x9FFF)
"""Between these lie the Chinese characters of common use."""


def pairs(text: str) -> list[int]:
    """Return for every place of a text the number of the character there with the one behind it."""
    signs = memoryview((text + BEHIND).encode(*_CODING))
    found = [0] * len(text)
    for first in (0, 1):
        size = (len(text) + 1 - first) // 2
        found[first::2] = signs[4 * first : 4 * first + 8 * size].cast("Q").tolist()
    return found


def number(pair: str) -> int:
    """Return the number of two characters."""
    return ord(pair[0]) << FIRST | ord(pair[1]) << SECOND


def characters(number: int) -> str:
    """Return the two characters of a number."""
    return chr(number >> FIRST & CODE_POINT) + chr(number >> SECOND & CODE_POINT)
