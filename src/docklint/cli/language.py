"""In which language docklint speaks before the options are parsed: `--lang en` anywhere makes it English."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise

from docklint.texts import load


def language(arguments: Sequence[str]) -> str:
    """Return `en` if the arguments ask for it, else `zh`."""
    pairs = pairwise(arguments)
    return "en" if "--lang=en" in arguments or ("--lang", "en") in pairs else "zh"


LANG = language(sys.argv[1:])
say = load(LANG)
"""The sentences for help texts, questions, and all that goes wrong before a configuration has a say."""
