"""A profile: one kind of paper as data. Values only; `packs` reads them from TOML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from docklint.typed import Any
from docklint.values import Value

FALLBACK = "generic"
"""The id of the profile that demands no titles: it serves when no other is recognised."""


class Slot(Value, by_identity=True):
    """A part the profile knows: a section, or a dimension inside the problems section.

    `role`: `problems`, `causes`, `measures`, `rectification`, `case-analysis`, `personal`, … for a section,
    `dimension` for a dimension. `aliases`: titles just as good as `title`. `keywords`: words any of which
    makes a heading that resembles no title still this part, unless it also holds a word of `unless`
    (“问题原因分析” holds 问题, but speaks of causes). `words`: its topic words, for correspondence.
    `anywhere`: the part has no fixed place among the others. `source`: the sentence of the notice that asks for it.
    """

    role: str
    title: str
    aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    required: bool = True
    repeatable: bool = False
    anywhere: bool = False
    dimensions: tuple[Slot, ...] = ()
    unless: tuple[str, ...] = ()
    source: str = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """All wordings of the title, the preferred one first."""
        return (self.title, *self.aliases)


class Profile(Value, by_identity=True):
    """What one kind of paper must look like.

    `example`: `marker` (an example marker is demanded), `evidence` (a concrete fact will do) or `off`.
    `years`/`words`: what in a draft speaks for this profile. `ordered`/`dimensions_ordered`: whether the
    profile fixes the order. `extra_sections`/`extra_dimensions`: whether parts it does not know are welcome.
    `undecided`: what its notice left open, in sentences. `limits`: `max-characters`, `min-characters` of a whole
    paper, where laid down; `limits_source`: the sentence that does so.
    `returns`: codes of the rules whose findings mean that a paper is returned;
    `return_share`: more than this part of the dimensions missing (numerator, denominator) means it too.
    `rules`: per code, the severity and options this profile sets. `audience`
    (`any`, `group`, `individual`) and `proportions` (role → least share, 0-1): kept for rules to come that look at
    them; none does yet.
    """

    id: str
    title: str
    title_en: str = ""
    audience: str = "any"
    sections: tuple[Slot, ...] = ()
    years: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    example: str = "evidence"
    ordered: bool = True
    dimensions_ordered: bool = True
    extra_sections: bool = False
    extra_dimensions: bool = False
    proportions: Mapping[str, float] = {}
    undecided: tuple[str, ...] = ()
    limits: Mapping[str, int] = {}
    limits_source: str = ""
    returns: tuple[str, ...] = ("SEC101", "SEC106", "DL901")
    return_share: tuple[int, int] = (1, 3)
    rules: Mapping[str, Mapping[str, Any]] = {}
    source: str = ""
    source_en: str = ""

    def title_in(self, lang: str) -> str:
        """Return the title in `en` if there is one, else the Chinese one."""
        return (self.title_en if lang == "en" else "") or self.title

    def slot(self, role: str) -> Slot | None:
        """Return the section with this role, or None."""
        return next((slot for slot in self.sections if slot.role == role), None)

    @property
    def dimensions(self) -> tuple[Slot, ...]:
        """The dimensions demanded inside the problems section; empty where the profile demands none."""
        problems = self.slot("problems")
        return problems.dimensions if problems else ()


class Theme(Value):
    """A topic that causes and measures speak about: its name and the words that betray it, with weights."""

    name: str
    words: Mapping[str, float]


class Fields(Value):
    """The fields of work and life (值守, 食堂, 采购) that causes and measures are about; from `rules/lexicon-fields.toml`.

    `names` and `weights` (how telling a word of the field is, in tenths) in the order of the file. `words`, packed
    (`docklint.beginnings`): each with `:` and the places of its fields; before these stands `~` if nobody chose the word
    and it is a neighbour of such words in a table of word vectors. Words that everybody uses are of no field.
    `signs`: single characters, packed, each with three digits for every field it speaks for: two of its place, and how much.
    """

    names: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    words: Sequence[bytes] = ()
    signs: Sequence[bytes] = ()


class PackedLists(Mapping[str, tuple[str, ...]]):
    """Lists of words that a wheel holds packed: a draft asks for some of them, and the longest are for other things."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        """Pack some lists; no word holds a zero."""
        self._packed = {key: "".join(f"{word}\0" for word in words).encode() for key, words in lists.items()}

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return tuple(self._packed[key].decode().split("\0")[:-1])

    def leave_out(self, keys: Iterable[str]) -> None:
        """Leave out lists that nobody asks for any more."""
        for key in keys:
            self._packed.pop(key, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __repr__(self) -> str:
        return repr(dict(self))


class Lexicon(Value, by_identity=True):
    """The words the grammar needs and no engineer should have to touch; from `rules/lexicon.toml` and `lexicon-fields.toml`.

    Made once a run and compared by identity, so that what is derived from it can be cached.

    `words` maps a list's key in that file (`example-markers`, `title-openers`, …) to its words, in the
    file's order. `titles` are the section and dimension titles of every profile that was loaded, so that an
    unnumbered heading can be known for one. `traditional` are characters, and `simplified` those that stand for each.
    """

    words: Mapping[str, tuple[str, ...]]
    themes: tuple[Theme, ...] = ()
    fields: Fields = Fields()
    section_titles: tuple[str, ...] = ()
    dimension_titles: tuple[str, ...] = ()
    traditional: str = ""
    simplified: str = ""

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.words[key]

    @cached_property
    def simplification(self) -> Mapping[int, int]:
        """Traditional code points and the simplified ones, for `str.translate`."""
        return str.maketrans(self.traditional, self.simplified)
