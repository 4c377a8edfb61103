"""Which place of a notice tells the parts of its papers: the words around it, what it counts, which parts it has."""

from __future__ import annotations

import itertools

from docklint.derive.evidence.part_places import PlaceGuess, places
from docklint.derive.evidence.part_tags import TagWeights
from docklint.derive.evidence.weights import NUMBER, chances, feature, grams, masked, stored_table, value_of
from docklint.derive.reading import MARK, Notice
from docklint.grammar import Grammar
from docklint.patterns import compiled
from docklint.structure.outline import numerals
from docklint.tuples import NamedTuple

BEFORE, BEHIND, NEAR, INNER = 24, 16, 6, 12
"""So much around a place and between its parts is looked at (code points)."""
QUARTERS = 4
_COUNT = rf"(?<![第每各0-9{numerals.CHINESE}])({NUMBER})(?=[个大]?(?:部分|板块|[块段层章节篇步样条项栏点]|方面|层|要|内容))"


class LikelyParts(NamedTuple):
    """A place, and how likely it is the one that tells the parts (0 to 1)."""

    guess: PlaceGuess
    chance: float


class PartWeights(NamedTuple):
    """The weights of tags, and of places by feature."""

    tags: TagWeights
    places: dict[str, float]


def ranked_parts(
    notice: Notice, weights: PartWeights, taken: frozenset[int] = frozenset()
) -> list[LikelyParts]:
    """Return the places that may tell the parts, the likeliest first; what is missing to 1 says that none does."""
    found = places(notice, weights.tags, taken)
    told = [of_no_place(notice), *(of_place(notice, each) for each in found)]
    table = weights.places
    likely = chances([sum([table.get(name, 0.0) for name in each]) for each in told])[1:]
    return sorted(
        (LikelyParts(each, chance) for each, chance in zip(found, likely, strict=True)),
        key=lambda each: (-each.chance, each.guess.place),
    )


def of_no_place(notice: Notice) -> list[str]:
    """Return what tells that a notice says nowhere of which parts papers consist."""
    return [feature("nothing"), feature("nothing-long", min(len(notice.text) // 300, 6))]


def of_place(notice: Notice, guess: PlaceGuess) -> list[str]:
    """Return what tells of a place."""
    text, (start, end) = notice.text, guess.place
    paragraph = notice.paragraph(start)
    lead = masked(text[max(paragraph.start, start - BEFORE) : start])
    tail = masked(text[end : min(end + BEHIND, notice.paragraph(end).end)])
    line = notice.line_at(start)
    above = masked(notice.words(notice.lines[line - 1])[-BEFORE:]) if line else ""
    told = {
        *grams("before", lead),
        *grams("right-before", lead[-NEAR:]),
        *grams("behind", tail),
        *grams("right-behind", tail[:NEAR]),
        *grams("heading", notice.heading(start).split("\n")[0]),
        *(grams("line-above", above) if guess.kind != "clauses" else grams("line-before", above[-INNER:])),
        *_shape(notice, guess),
        *_between(notice, guess),
        feature("sign-before", text[max(start - 1, 0) : start]),
        feature("sign-behind", text[end : end + 1]),
        feature("any"),
    }
    return sorted(told)


def _shape(notice: Notice, guess: PlaceGuess) -> set[str]:
    start, end = guess.place
    around = notice.text[max(notice.paragraph(start).start, start - 40) : end + BEHIND]
    if guess.kind != "clauses" and (line := notice.line_at(start)):
        around = notice.words(notice.lines[line - 1])[-40:] + around
    counts = [value_of(m[1]) for m in compiled(_COUNT).finditer(around)]
    return {
        feature("tags", guess.tags),
        *(feature("has", tag) for tag in guess.tags),
        feature("kind", guess.kind),
        feature("rows", f"{guess.kind}{min(guess.rows, 6)}"),
        feature("extra", min(guess.pieces - len(guess.parts), 6)),
        feature("sure", max(-8, round(guess.score * 6))),
        feature("count", len(guess.parts) in counts if counts else "none"),
        feature("place", start * QUARTERS // max(len(notice.text), 1)),
        feature("span", min((end - start) // 15, 8)),
        *_marks(notice, guess),
        feature("heads", len({notice.words(words)[0] for _, words in guess.parts}) == 1),
    }


def _marks(notice: Notice, guess: PlaceGuess) -> set[str]:
    """Return whether lines that tell parts are numbered alike, and how."""
    if guess.kind == "clauses":
        return set()
    lines = [notice.paragraph(words.start) for _, words in guess.parts]
    found = [compiled(MARK).match(notice.text, *line) for line in lines]
    marks = [masked(match[0]) if match else "" for match in found]
    return {feature("marks-alike", len({*marks}) == 1), feature("mark", marks[0])}


def _between(notice: Notice, guess: PlaceGuess) -> set[str]:
    """Return what tells of the words and signs between the parts, and of the parts' own ends."""
    told: set[str] = set()
    order = sorted(words for _, words in guess.parts)
    for one, next_ in itertools.pairwise(order):
        gap = masked(notice.text[one.end : next_.start])
        told |= {
            feature("gap", gap[:3]),
            feature("gap-long", min(len(gap) // 4, 6)),
            feature("gap-end", gap[-1:]),
        }
        told |= grams("inner", gap[:INNER])
    told |= {feature("part-end", notice.words(words)[-2:]) for words in order}
    told |= {feature("part-head", notice.words(words)[:2]) for words in order}
    lengths = [words.end - words.start for words in order]
    return told | {
        feature("longest", min(max(lengths) // 4, 6)),
        feature("even", max(lengths) - min(lengths) < 2),
    }


def stored_parts(grammar: Grammar) -> PartWeights:
    """Return the weights of the lexicon."""
    tables = stored_tables(grammar)
    return PartWeights(TagWeights(tables["tags"]), tables["places"])


def stored_tables(grammar: Grammar) -> dict[str, dict[str, float]]:
    """Return the lexicon's weights by model."""
    return {model: stored_table(grammar, model) for model in ("tags", "places")}
