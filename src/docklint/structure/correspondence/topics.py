"""What a dimension, cause or measure is about, reduced to what two of them can share: themes and terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, count, islice, pairwise
from math import log1p, sqrt

from docklint.grammar import Grammar
from docklint.pairs import number as number_of
from docklint.pairs import pairs
from docklint.profile import Slot
from docklint.structure.correspondence import references
from docklint.structure.draft import Draft, Part, PartKind
from docklint.structure.outline.titles import title_end
from docklint.tuples import NamedTuple
from docklint.values import Value
from docklint.word_search import all_places

HEADING = 1.5
"""How many times more a theme word counts in a heading than its first mention in a body."""
LONGEST_BODY, LONGEST_ALL = 2000, 120_000
"""Code points read of one part below its heading, and of all parts; comparing stays cheap however long a file is."""
MOST_TARGETS, MOST_NAMES, MOST_STRAY = 3, 12, 200
"""How many targets a measure, and how many names a dimension may have; how many voices are heard."""
VERB = 2
"""Code points that a heading may say before a dimension's name without speaking of anything else (加强, 坚定)."""


class Topic(NamedTuple):
    """A part reduced to what others can share with it."""

    part: Part
    spoken: str
    """Its heading; for a dimension of the profile the profile's words."""
    body: str
    """The words below its heading."""
    text: str
    """Heading and body as they stand."""
    themes: Mapping[int, float]
    """The weight of each theme, by its number in the lexicon."""
    mass: float
    """The Euclidean length of the themes."""
    heading_terms: frozenset[int]
    """The pairs of characters of what is spoken, as numbers."""
    terms: frozenset[int]
    """Those of what is spoken and of the body."""
    targets: tuple[str, ...]
    """What it says it is directed at."""
    names: tuple[str, ...]
    """What a target may call it: its heading, the profile's title, the problems under it."""
    counted: Mapping[int, float]
    """How much of each theme the body alone tells."""
    devoted: int | None = None
    """Of a cause or measure whose heading is a dimension's name and little else (加强理论学习): that part's id."""


def topics(
    draft: Draft, kinds: Iterable[PartKind], heading_weight: float = HEADING
) -> Mapping[PartKind, tuple[Topic, ...]]:
    """Reduce the parts of each kind, everything under them included."""
    parts = {kind: tuple(draft.of(kind)) for kind in kinds}
    longest = min(LONGEST_BODY, LONGEST_ALL // (sum(map(len, parts.values())) or 1))
    reducer = _Reducer(draft, heading_weight)
    return {kind: tuple(reducer.of_part(part, longest) for part in group) for kind, group in parts.items()}


def missing_dimensions(draft: Draft, heading_weight: float = HEADING) -> tuple[Topic, ...]:
    """Reduce the dimensions that the draft lacks to what the profile says of them."""
    section = draft.section("measures")
    reducer = _Reducer(draft, heading_weight)
    return tuple(reducer.of_slot(section, each.slot) for each in draft.dimensions.missing if section)


def stray_statements(draft: Draft, heading_weight: float = HEADING) -> tuple[Topic, ...]:
    """Reduce what stands among the measures without being one: further paragraphs and items, the lead-in."""
    section = draft.section("measures")
    holders = [*([section] if section else ()), *draft.of("measure")]
    reducer = _Reducer(draft, heading_weight)
    found = (reducer.of_text(holder, text) for holder in holders for text in _further(draft, holder))
    return tuple(islice(found, MOST_STRAY))


def _further(draft: Draft, part: Part) -> Iterator[str]:
    """Yield the paragraphs and items of a part after its first; of a section, the lines before its parts."""
    children = draft.children(part)
    start, end = part.title.end, part.range.end
    if part.kind == "section":
        end = min((child.range.start for child in children), default=end)
    cuts = [start, *(child.title.start for child in children if part.kind != "section"), end]
    for at, until in pairwise(cuts):
        lines = draft.reading.text[at : min(until, at + LONGEST_BODY)].split("\n")
        yield from (line for line in lines[at == start and part.kind != "section" :] if len(line) > 1)


class _Said(NamedTuple):
    """What a text says: how much of each theme, and its terms."""

    text: str
    themes: Mapping[int, float]
    terms: frozenset[int]


class _Reducer:
    """Reduces the parts of one draft."""

    def __init__(self, draft: Draft, heading_weight: float) -> None:
        self._draft = draft
        self._grammar = draft.grammar
        self._heading_weight = heading_weight
        self._slots = {part.id: slot for slot, part in draft.dimensions.bound}

    def of_part(self, part: Part, longest: int) -> Topic:
        """Reduce a part; of its body, `longest` code points are read."""
        heading = self._draft.words(part.title)[:longest]
        start, end = part.title.end, part.range.end
        body = self._draft.reading.text[start : min(end, start + longest)]
        slot = self._slots.get(part.id) if part.kind == "dimension" else None
        # A dimension of the profile speaks with the profile's words instead of its heading.
        spoken = self._grammar.once(_expected, slot) if slot else _said(self._grammar, heading)
        names = (heading, *((slot.title,) if slot else ()), *self._claims(part))
        topic = self._topic(part, heading, body, spoken, names[:MOST_NAMES])
        return topic if part.kind == "dimension" else topic._replace(devoted=self._called(heading))

    def of_slot(self, holder: Part, slot: Slot) -> Topic:
        """Reduce a dimension that has no part; `holder`: the part it is told with."""
        return self._topic(holder, slot.title, "", self._grammar.once(_expected, slot), (slot.title,))

    def of_text(self, holder: Part, text: str) -> Topic:
        """Reduce a text that stands in a part without being one."""
        end = title_end(text, 0, len(text))
        heading, body = text[:end], text[end:]
        return self._topic(holder, heading, body, _said(self._grammar, heading), (heading,))

    def _topic(self, part: Part, heading: str, body: str, spoken: _Said, names: tuple[str, ...]) -> Topic:
        below = _said(self._grammar, body)
        about = self._weighed(spoken.themes, below.themes)
        targets = references.targets(heading + body, self._grammar) if part.role == "measures" else ()
        return Topic(
            part=part,
            spoken=spoken.text,
            body=body,
            text=heading + "|" + body,
            themes=about,
            mass=sqrt(sum([weight**2 for weight in about.values()])),
            heading_terms=spoken.terms,
            terms=spoken.terms | below.terms,
            targets=tuple(islice(targets, MOST_TARGETS)),
            names=names,
            counted=below.themes,
        )

    def _called(self, heading: str) -> int | None:
        """Return the id of the dimension of which a heading says the name and hardly more (坚定政治信仰)."""
        for number, slot in self._slots.items():
            before, name, after = heading.partition(slot.title)
            if name and not after and len(before) <= VERB:
                return number
        return None

    def _claims(self, part: Part) -> Iterator[str]:
        if part.kind == "dimension":
            children = self._draft.children(part)
            yield from (self._draft.words(child.title) for child in children if child.kind == "problem")

    def _weighed(self, heading: Mapping[int, float], body: Mapping[int, float]) -> Mapping[int, float]:
        weights = {number: self._heading_weight * weight for number, weight in heading.items()}
        for number, weight in body.items():
            # The tenth mention in a long body says little more than the third.
            weights[number] = weights.get(number, 0) + log1p(weight)
        return weights


def _said(grammar: Grammar, text: str) -> _Said:
    numbers = pairs(text)
    return _Said(text, _counted(text, grammar, numbers), terms(text, grammar, numbers))


def _expected(grammar: Grammar, slot: Slot) -> _Said:
    """Return what a profile says of a dimension, which is the same in every draft."""
    return _said(grammar, "|".join((slot.title, *slot.words)))


def _counted(text: str, grammar: Grammar, numbers: Sequence[int]) -> Mapping[int, float]:
    counts: defaultdict[int, float] = defaultdict(float)
    for _, weights in theme_words(text, grammar, numbers):
        for number, weight in weights:
            counts[number] += weight
    return counts


def terms(text: str, grammar: Grammar, beginnings: Sequence[int] | None = None) -> frozenset[int]:
    """Return the pairs of neighbouring characters in `text` that no stock phrase and no stop cuts apart, as numbers.

    `beginnings`: all pairs of the text, if whoever asks has them already.
    """
    numbers = pairs(text) if beginnings is None else beginnings
    tells = bytearray(text.translate(grammar.content), "ascii")
    for start, end in grammar.stock_phrases.spans(text, numbers):
        tells[start:end] = bytes(end - start)
    # All places at once, as one number: whether a character tells something, and the one behind it.
    each = int.from_bytes(tells, "little")
    return frozenset(compress(numbers, (each & each >> 8).to_bytes(len(tells), "little")))


Word = tuple[str, Sequence[tuple[int, float]]]
"""A word that betrays themes: the place of each of these in the lexicon and the word's weight for it."""


class ThemeIndex(Value):
    """All words, longest first, by the number of their first two characters, and those of one character.

    They are written with their weights and a blank between two (学习强国=3:1.5,7:1.0 学习=3:1.0).
    """

    pairs: Mapping[int, str]
    singles: Mapping[str, str]

    @cached_property
    def learned(self) -> dict[int, Sequence[Word]]:
        """The words that may begin with two characters, as far as a text had any."""
        return {}

    @cached_property
    def _weights(self) -> dict[str, Sequence[tuple[int, float]]]:
        return {}

    def words(self, beginning: int, sign: str) -> Sequence[Word]:
        """Learn the words that may begin at a place, given as the number of its two characters and the first of them."""
        written = self.pairs.get(beginning) or self.singles[sign]
        told = [word.partition("=") for word in written.split(" ")]
        known = [(word, self.weights(weights)) for word, _, weights in told]
        if beginning in self.pairs:
            self.learned[beginning] = known
        return known

    def weights(self, written: str) -> Sequence[tuple[int, float]]:
        """Read weights; most words have the same as others."""
        found = self._weights.get(written)
        if found is None:
            told = [weight.split(":") for weight in written.split(",")]
            found = self._weights[written] = tuple([(int(place), float(weight)) for place, weight in told])
        return found


def theme_words(text: str, grammar: Grammar, beginnings: Sequence[int] | None = None) -> list[Word]:
    """Return the theme words of `text` in order; where several begin, the longest, and none inside another.

    `beginnings`: as `terms` takes them.
    """
    index = grammar.once(theme_index)
    numbers, learned = pairs(text) if beginnings is None else beginnings, index.learned
    found: list[Word] = []
    after = 0
    for at in _places(text, numbers, index):
        if at < after:
            continue
        number = numbers[at]
        for word in learned.get(number) or index.words(number, text[at]):
            if text.startswith(word[0], at):
                found.append(word)
                after = at + len(word[0])
                break
    return found


def _places(text: str, numbers: Iterable[int], index: ThemeIndex) -> Iterable[int]:
    """Return where a word may begin, in order."""
    places = compress(count(), map(index.pairs.__contains__, numbers))
    lone = [at for word in index.singles for at in all_places(text, word)]
    return sorted({*places, *lone}) if lone else places


def theme_index(grammar: Grammar) -> ThemeIndex:
    """Sort the words of all themes by how they begin."""
    weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place, theme in enumerate(grammar.lexicon.themes):
        for key, weight in theme.words.items():
            for word in key.split():
                weights[word][place] = weight
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    written = {word: _written(word, own) for word, own in weights.items()}
    for word in sorted(weights, key=len, reverse=True):
        beginnings[word[:2]].append(written[word])
    singles = {word: written[word] for word in weights if len(word) == 1}
    for first, own in singles.items():
        del beginnings[first]
        for pair in beginnings:
            if pair[0] == first:
                beginnings[pair].append(own)
    return ThemeIndex({number_of(pair): " ".join(own) for pair, own in beginnings.items()}, singles)


def _written(word: str, weights: Mapping[int, float]) -> str:
    return f"{word}={','.join(f'{place}:{weight}' for place, weight in weights.items())}"
