"""Whether words and evidence name the same parts of a paper, and which is taken where they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from docklint.derive.evidence.part_places import PlaceGuess
from docklint.derive.evidence.part_ranking import LikelyParts, ranked_parts, stored_parts
from docklint.derive.evidence.part_tags import ROLES
from docklint.derive.extra_parts import told_number
from docklint.derive.further_parts import FURTHER
from docklint.derive.part_names import NamedPart, audience_in, bare_part, is_conditional
from docklint.derive.parts import PartsList
from docklint.derive.proposal import USUAL
from docklint.derive.reading import Notice
from docklint.derive.roles import audience_of, role_of
from docklint.spans import Range
from docklint.tuples import NamedTuple

FAINT = 0.002
"""What is less likely speaks for nothing."""
LIKELY = 0.6
"""So likely parts must be to be taken where words name others or none."""


class ChosenParts(NamedTuple):
    """The list of parts for an audience, None without one, and the one that may be meant as well."""

    listed: PartsList | None
    rival: PartsList | None = None


def choose_parts(
    notice: Notice, by_words: PartsList | None, likely: Sequence[LikelyParts], audience: str
) -> ChosenParts:
    """Return the parts that words and evidence agree on; else what is likely enough, else what words say."""
    told, chance = likeliest(notice, likely, audience)
    if by_words is None or told is None:
        taken = by_words or (told if chance >= LIKELY else None)
        return ChosenParts(taken)
    if _roles(by_words) == _roles(told) or _adds(notice, by_words, told):
        return ChosenParts(by_words)
    if _ends_alike(by_words, told):
        return ChosenParts(by_words, told)
    return ChosenParts(told, by_words) if chance >= LIKELY else ChosenParts(by_words, told)


def likely_parts(notice: Notice, dimensions: Iterable[Range]) -> list[LikelyParts]:
    """Return the places that may tell the parts, the likeliest first. `dimensions`: names that are no parts."""
    return ranked_parts(notice, notice.grammar.once(stored_parts), places_of(dimensions))


def places_of(names: Iterable[Range]) -> frozenset[int]:
    """Return where names stand."""
    return frozenset(at for name in names for at in range(*name))


def likeliest(
    notice: Notice, likely: Sequence[LikelyParts], audience: str = ""
) -> tuple[PartsList | None, float]:
    """Return the likeliest parts for an audience and how likely they are, None if it is likelier that none are told.

    Places that tell the same parts speak for each other.
    """
    if 2 * sum(each.chance for each in likely) < 1:
        return None, 0.0
    found: dict[tuple[tuple[str | None, bool], ...], PartsList] = {}
    chances: dict[tuple[tuple[str | None, bool], ...], float] = defaultdict(float)
    for each in likely:
        if each.chance < FAINT:
            break
        listed = listed_in(notice, each.guess)
        if not audience or listed.audience in (None, audience):
            roles = _roles(listed)
            chances[roles] += each.chance
            found.setdefault(roles, listed)
    best = max(chances, key=lambda roles: chances[roles], default=None)
    return (found[best], chances[best]) if best else (None, 0.0)


def _roles(listed: PartsList) -> tuple[tuple[str | None, bool], ...]:
    return tuple((part.role, part.required) for part in listed.parts)


def _ends_alike(by_words: PartsList, told: PartsList) -> bool:
    """Return whether words have the usual parts in order, and evidence but some: the end of a list with conditions in it."""
    usual = [part.role for part in by_words.parts if part.role in USUAL]
    return usual == [*USUAL] and {part.role for part in told.parts if part.role in USUAL} < {*USUAL}


def _adds(notice: Notice, by_words: PartsList, told: PartsList) -> bool:
    """Return whether words name the same parts and others beside the usual ones, as many as are counted.

    Evidence reads one place; what stands beside the usual parts (a case, last year's rectification) is often told elsewhere.
    """
    usual = [part.role for part in by_words.parts if part.role in USUAL]
    number = told_number(notice, by_words.place)
    same = usual == [part.role for part in told.parts]
    return same and number in (None, len(by_words.parts)) and len(usual) < len(by_words.parts)


def listed_in(notice: Notice, guess: PlaceGuess, weight: int = 0) -> PartsList:
    """Return the parts of a place as a list: their bare names, and whether all must have them."""
    parts = tuple(_part(notice, guess, tag, words) for tag, words in guess.parts)
    return PartsList(parts, guess.place, weight, _audience(notice, guess))


def _part(notice: Notice, guess: PlaceGuess, tag: str, words: Range) -> NamedPart:
    in_row = guess.kind == "clauses" or guess.place.end <= notice.paragraph(guess.place.start).end
    stretch = notice.sentence(words.start) if in_row else notice.paragraph(words.start)
    bare = bare_part(notice, words)
    name = bare if bare.end - bare.start > 1 else words
    role = ROLES[tag] or _further(notice, guess, name)
    return NamedPart(role, name, not is_conditional(notice, words, stretch))


def _further(notice: Notice, guess: PlaceGuess, name: Range) -> str | None:
    """Return the role of a part beside the usual ones that evidence knew to be a part, but not which."""
    role = role_of(notice, notice.words(name))
    return role if role in FURTHER and role not in {ROLES[tag] for tag in guess.tags} else None


def _audience(notice: Notice, guess: PlaceGuess) -> str | None:
    start = guess.place.start
    if guess.kind == "clauses":
        return audience_in(notice, notice.sentence(start))
    line = notice.line_at(start)
    above = notice.words(notice.lines[line - 1]) if line else ""
    return audience_of(notice, above, *notice.heading(start).split("\n"))
