"""`lexicon.toml` and further parts: lists of words by key, `[[theme]]` and `[[field]]` tables, traditional signs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from re import findall

from docklint.beginnings import packed, packed_signs
from docklint.packs.table import Table
from docklint.profile import Fields, Lexicon, Profile, Slot, Theme
from docklint.texts import Text
from docklint.values import Value

MOST_WEIGHT = 1000
EVEN_WEIGHT = 25
"""What a word of a field counts unless the field says otherwise."""
MOST_SIGNED = 100
"""Fields that single characters may speak for."""
_NO_LISTS = ("theme", "field", "traditional", "simplified")


def lexicon(tables: Iterable[Table], profiles: Iterable[Profile]) -> Lexicon:
    """Join the lexicons (later ones add to the lists of earlier ones) and the titles of all profiles."""
    words: dict[str, tuple[str, ...]] = {}
    themes: dict[str, Theme] = {}
    fields: dict[str, _Field] = {}
    simplified: dict[int, int] = {}
    for table in tables:
        themes.update((theme.name, theme) for theme in map(_theme, table.tables("theme")))
        fields.update((field.name, field) for field in map(_field, table.tables("field")))
        simplified.update(_simplified(table))
        for key in [key for key in table.raw if key not in _NO_LISTS]:
            words[key] = tuple(dict.fromkeys(words.get(key, ()) + table.words(key)))
    known = tuple(profiles)
    return Lexicon(
        words=words,
        themes=tuple(themes.values()),
        fields=_fields(tuple(fields.values()), words.get("stock-phrases", ())),
        section_titles=_titles(slot for profile in known for slot in profile.sections),
        dimension_titles=_titles(slot for profile in known for slot in profile.dimensions),
        traditional="".join(map(chr, simplified)),
        simplified="".join(map(chr, simplified.values())),
    )


def _theme(table: Table) -> Theme:
    words = table.table("words", required=True)
    theme = Theme(table.text("name"), dict(_weights(words)))
    table.close()
    return theme


class _Field(Value):
    name: str
    weight: int
    words: str
    near: str
    signs: str


def _field(table: Table) -> _Field:
    field = _Field(
        table.text("name"),
        table.number("weight", EVEN_WEIGHT),
        table.text("words"),
        table.text("near", ""),
        table.text("signs", ""),
    )
    table.close()
    return field


def _fields(fields: Sequence[_Field], stock: Iterable[str]) -> Fields:
    """Join the fields; `stock`: words that everybody uses, which are of none."""
    own = _places(field.words for field in fields)
    near = _places(field.near for field in fields)
    signed = {
        **{word: f":~{places}" for word, places in near.items()},
        **{word: f":{places}" for word, places in own.items()},
        **dict.fromkeys(stock, ":"),
    }
    return Fields(
        tuple(field.name for field in fields),
        tuple(field.weight for field in fields),
        packed(signed),
        _signs(field.signs for field in fields),
    )


def _signs(lists: Iterable[str]) -> tuple[bytes, ...]:
    """Turn what speaks for each field (祭9 葬9) into what each sign speaks for; fields beyond two digits have no signs."""
    found: defaultdict[str, str] = defaultdict(str)
    for number, signs in zip(range(MOST_SIGNED), lists, strict=False):
        for sign, share in findall(r"(\w)([1-9])", signs):
            found[sign] += f"{number:02}{share}"
    return packed_signs(found)


def _places(lists: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, words in enumerate(lists):
        for word in words.split():
            found[word] = f"{found[word]},{number}" if word in found else str(number)
    return found


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
