"""`lexicon.toml` and further parts: lists of words by key, `[[theme]]` tables of weighted words, traditional signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from docklint.packs.table import Table
from docklint.profile import Lexicon, Profile, Slot, Theme
from docklint.texts import Text

MOST_WEIGHT = 1000
_NO_LISTS = ("theme", "traditional", "simplified")


def lexicon(tables: Iterable[Table], profiles: Iterable[Profile]) -> Lexicon:
    """Join the lexicons (later ones add to the lists of earlier ones) and the titles of all profiles."""
    words: dict[str, tuple[str, ...]] = {}
    themes: dict[str, Theme] = {}
    simplified: dict[int, int] = {}
    for table in tables:
        themes.update((theme.name, theme) for theme in map(_theme, table.tables("theme")))
        simplified.update(_simplified(table))
        for key in [key for key in table.raw if key not in _NO_LISTS]:
            words[key] = tuple(dict.fromkeys(words.get(key, ()) + table.words(key)))
    known = tuple(profiles)
    return Lexicon(
        words=words,
        themes=tuple(themes.values()),
        section_titles=_titles(slot for profile in known for slot in profile.sections),
        dimension_titles=_titles(slot for profile in known for slot in profile.dimensions),
        simplified=simplified,
    )


def _theme(table: Table) -> Theme:
    words = table.table("words", required=True)
    theme = Theme(table.text("name"), dict(_weights(words)))
    table.close()
    return theme


def _simplified(table: Table) -> dict[int, int]:
    traditional, simplified = table.text("traditional", ""), table.text("simplified", "")
    if len(traditional) != len(simplified):
        table.fault("simplified", Text("fault.lengths"))
        return {}
    return str.maketrans(traditional, simplified)


def _weights(table: Table) -> Iterator[tuple[str, float]]:
    for word, weight in table.raw.items():
        if type(weight) in (int, float) and 0 <= weight <= MOST_WEIGHT:
            yield word, float(weight)
        else:
            table.fault(word, Text("fault.weight", most=MOST_WEIGHT))


def _titles(slots: Iterable[Slot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(slot.titles for slot in slots)))
