"""Strings that are not ours, such as names of files and folders, keys, values and words of a draft, made harmless to show.

Every sentence takes its values through here (`texts`), and so does every line on its way to a person. Where a string is
data, as a path in JSON, it stays exact; JSON and TOML then write what could do harm as an escape.
"""

from __future__ import annotations

from functools import cache

from docklint.typed import Match, Pattern

_MARKS = "\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_UNSAFE = f"[\x00-\x1f{_MARKS}\ud800-\udfff]"
"""Escapes could drive the terminal, and direction or zero-width marks could misplace what a person reads."""
_UNESCAPED = f"[{_MARKS}]"
"""What a JSON encoder leaves as it stands."""
LONGEST = 300
"""So many characters of a string that is not ours are shown in a sentence."""


def safe(text: str) -> str:
    """Replace every unsafe character, line ends too, by one visible column: a blank or U+FFFD."""
    # What is unsafe is not printable, which is quicker to ask.
    return text if text.isprintable() else _compiled(_UNSAFE).sub(_stand_in, text)


def safe_lines(text: str) -> str:
    """Make text of several lines safe to show; only its line ends stay."""
    return "\n".join(map(safe, text.split("\n")))


def shown(text: str) -> str:
    """Make a string safe to show in a sentence, and shorten it in its middle: paths are known by both ends."""
    half = LONGEST // 2
    return safe(text if len(text) <= LONGEST else f"{text[:half]}…{text[-half:]}")


def escaped(json: str) -> str:
    r"""Write what is left of unsafe characters in JSON, or a TOML string, as `\uXXXX`: it then means the same."""
    return json if json.isprintable() else _compiled(_UNESCAPED).sub(_as_escape, json)


@cache
def _compiled(pattern: str) -> Pattern[str]:
    # Late: nearly every name and draft is harmless, and a check does without patterns.
    import re

    return re.compile(pattern)


def _stand_in(match: Match[str]) -> str:
    return " " if match[0] in "\t\n\v\f\r" else "\ufffd"


def _as_escape(match: Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
