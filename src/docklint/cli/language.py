"""In which language docklint speaks before the options are parsed: `--lang en` anywhere makes it English."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise


def language(arguments: Sequence[str]) -> str:
    """Return `en` if the arguments ask for it, else `zh`."""
    pairs = pairwise(arguments)
    return "en" if "--lang=en" in arguments or ("--lang", "en") in pairs else "zh"


LANG = language(sys.argv[1:])


def say(zh: str, en: str) -> str:
    """Choose between two wordings, as for help texts."""
    return en if LANG == "en" else zh
