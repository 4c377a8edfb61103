"""The sentences that only the page says; all others are docklint's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docklint.texts import Texts, sentences


@cache
def words(lang: str) -> Texts:
    """Return them in `zh` or `en`."""
    return Texts(lang, sentences(Path(__file__).with_name(f"{lang}.toml").read_bytes()))
