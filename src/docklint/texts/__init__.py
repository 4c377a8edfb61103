"""Every sentence docklint says itself, in one catalogue: `zh.toml` and `en.toml`, by the same keys.

What a rule says is the rule's own (`rules/*.toml`). Whoever speaks takes a `Texts`; whoever only knows what is to be
said, such as an error, holds a `Text` until it is known in which language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from docklint.neutral import safe, shown
from docklint.prepared import fingerprint, prepared

PREPARED = "docklint.texts.prepared_{lang}"
"""The module that building a wheel adds for each language: the sentences, and the bytes they came from."""


class Told:
    """What is put into words when it is known in which language."""

    __slots__ = ()

    def told_in(self, texts: Texts) -> str:
        """Return it in the language of `texts`."""
        raise NotImplementedError


class Text(Told):
    """A sentence in no language yet: its key in the catalogue, and what is to be filled in."""

    __slots__ = ("key", "values")

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash(self.key)

    def told_in(self, texts: Texts) -> str:
        """Return the sentence in the language of `texts`."""
        return texts(self.key, **{name: _shortened(value) for name, value in self.values.items()})

    def __repr__(self) -> str:
        return f"Text({', '.join([repr(self.key), *(f'{k}={v!r}' for k, v in self.values.items())])})"


def _shortened(value: object) -> object:
    """Shorten what is quoted in a sentence and not ours."""
    return shown(str(value)) if isinstance(value, str | os.PathLike) else value


class PerLine(tuple[object, ...]):
    """Values that are told on a line each."""

    __slots__ = ()


class Texts:
    """The sentences of one language; calling it with a key gives one, filled in."""

    def __init__(self, lang: str, sentences: Mapping[str, str]) -> None:
        self.lang = lang
        self._sentences = sentences

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence `key` with its values, what is `Told` in this language, and several as a list."""
        sentence = self._sentences[key]
        return sentence.format(**{name: self._worded(value) for name, value in values.items()})

    def __contains__(self, key: str) -> bool:
        return key in self._sentences

    def _worded(self, value: object) -> object:
        """Put a value into words: several as a list; what needs none stays as it is."""
        if isinstance(value, Told):
            return value.told_in(self)
        if isinstance(value, PerLine):
            return "\n".join(str(self._worded(one)) for one in value)
        if isinstance(value, tuple):
            return self._sentences["general.list"].join(str(self._worded(one)) for one in value)
        # A string in a sentence may be anybody's: a name, a key, words of a draft.
        return safe(str(value)) if isinstance(value, str | os.PathLike) else value


@cache
def load(lang: str) -> Texts:
    """Return the catalogue in `zh` or `en`; only that language is read."""
    with open(os.path.join(os.path.dirname(__file__), f"{lang}.toml"), "rb") as file:
        data = file.read()
    ready = prepared(PREPARED.format(lang=lang)).get(fingerprint(data))
    return Texts(lang, sentences(data) if ready is None else ready)


def sentences(data: bytes) -> dict[str, str]:
    """Parse a catalogue: `table.key` → sentence."""
    # Late: in a wheel nothing is parsed.
    import tomllib

    tables = tomllib.loads(data.decode("utf-8").replace("\r\n", "\n"))
    return {f"{table}.{key}": text for table, texts in tables.items() for key, text in texts.items()}
