"""Which unit a paper is of, and what in it names another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from docklint.spans import Range
from docklint.structure.draft import Draft, cached_per_draft
from docklint.structure.units import places
from docklint.structure.units.names import Mention, longest, same, same_as_any
from docklint.structure.units.wording import UnitWords
from docklint.tuples import NamedTuple
from docklint.values import Value

LEAST_SELVES = 3
"""So often a paper says 我局 before that alone tells of which kind its unit is; what it says else is seldomer by far."""
MOST_NAMES = 100
"""So many places that say whose the paper is are looked at; a paper has four or five."""
NOWHERE = Range(0, 0)


class OwnUnit(Value):
    """`names`: where the paper's own unit is named, the most telling first; `kinds`: of which kind it is, the signs of
    its sister units included. Both empty: nothing tells.
    """

    names: tuple[Mention, ...] = ()
    kinds: frozenset[str] = frozenset()


class Foreign(NamedTuple):
    """Another unit's name. `own`: where the paper names its own unit; `told` in the configuration it has no place."""

    mention: Mention
    own: Mention


@cached_per_draft
def own_unit(draft: Draft) -> OwnUnit:
    """Return the unit of a paper: as configured, as the title says unless all else agrees on another, or as it says 我局."""
    words = draft.grammar.once(UnitWords)
    told = tuple(Mention(name, NOWHERE, "told") for name in draft.units)
    names = told or _agreed([each for each in _named(draft) if each.is_full], words)
    kinds = frozenset[str]().union(*(words.kinds_of(each.name, each.body) for each in names))
    if names and names[0].where in ("told", "title"):
        return OwnUnit(names, kinds)
    # A name that stands at the end alone is the foreign one if all else says 我馆.
    itself = _by_itself(draft)
    return itself if itself.names and not itself.kinds & kinds else OwnUnit(names, kinds)


@cached_per_draft
def _named(draft: Draft) -> tuple[Mention, ...]:
    words = draft.grammar.once(UnitWords)
    found = chain(places.titles(draft), places.said(draft))
    return tuple(islice((each for each in found if not words.is_hidden(each.name)), MOST_NAMES))


def _agreed(named: Sequence[Mention], words: UnitWords) -> tuple[Mention, ...]:
    """Return the mentions of the unit that the title names, or of the one that is named in most places."""
    titled = [each for each in named if each.where == "title"]
    leaders = titled or list(named)
    groups = [tuple(each for each in named if same(each.name, leader.name, words)) for leader in named]
    with_title = tuple(each for each in named if same_as_any(each.name, [one.name for one in leaders], words))
    likest = max(groups, key=len, default=())
    if titled and len(likest) <= len(with_title) + 1:
        return with_title
    return likest


def _by_itself(draft: Draft) -> OwnUnit:
    """Return of which kind a unit is that is named nowhere but says 我局 all through its paper."""
    selves = places.itself(draft)
    counts = Counter(kind for kind, _ in selves).most_common(2)
    if not counts or counts[0][1] < LEAST_SELVES * max(1, sum(count for _, count in counts[1:])):
        return OwnUnit()
    kind = counts[0][0]
    place = next(place for each, place in selves if each == kind)
    return OwnUnit((Mention(draft.words(place), place, "itself"),), frozenset((kind,)))


def foreign(draft: Draft) -> Iterator[Foreign]:
    """Yield the names of other units where a paper speaks of itself, in the order of the text."""
    own = own_unit(draft)
    if not own.names:
        return
    found = {each.place: each for each in (*_others(draft, own), *_other_kinds(draft, own))}
    for place in sorted(found):
        yield Foreign(found[place], own.names[0])


def _others(draft: Draft, own: OwnUnit) -> Iterator[Mention]:
    words = draft.grammar.once(UnitWords)
    names = longest(dict.fromkeys(each.name for each in own.names if each.is_full))
    for each in (*_named(draft), *places.subjects(draft)):
        known = same_as_any(each.name, names, words) if each.is_full and names else _fits(each, own, words)
        if not known and _is_said(each, own, words):
            yield each


def _fits(mention: Mention, own: OwnUnit, words: UnitWords) -> bool:
    """Return whether 局 or 县局 can be the paper's own unit."""
    if mention.is_full or mention.where == "title":
        return True
    kind = words.kind_of(mention.name)
    return kind in own.kinds or not kind


def _is_said(mention: Mention, own: OwnUnit, words: UnitWords) -> bool:
    """Return whether a name that is not the paper's own stands where nobody else can be meant."""
    if mention.where not in ("opening", "subject"):
        return True
    if mention.where == "subject" and mention.is_full:
        return mention.body.endswith(words["groups"]) and _is_elsewhere(mention, own, words)
    if mention.is_full:
        return words.kind_of(mention.name) in own.kinds
    return bool(own.kinds.intersection(words["top-kinds"])) and mention.body != "党支部"


def _is_elsewhere(mention: Mention, own: OwnUnit, words: UnitWords) -> bool:
    """Return whether a name is of a unit of the own kind in another place; of those nearby a paper has much to say."""
    place, mine = words.place_of(mention.name), [words.place_of(each.name) for each in own.names]
    return bool(place) and place not in mine and words.kind_of(mention.name) in own.kinds


def _other_kinds(draft: Draft, own: OwnUnit) -> Iterator[Mention]:
    words = draft.grammar.once(UnitWords)
    if not _speaks_for_itself(own, words):
        return
    for kind, place in places.itself(draft):
        # A school or a hospital of a town may well say 我镇.
        is_place = kind in words["places"] and not own.kinds.intersection(words["top-kinds"])
        if kind not in own.kinds and not is_place:
            yield Mention(draft.words(place), place, "itself")


def _speaks_for_itself(own: OwnUnit, words: UnitWords) -> bool:
    """Return whether 我局 in the paper can be no greater unit to which its own belongs."""
    strong = own.kinds.intersection(words["strong-kinds"])
    bodies = {each.body for each in own.names}
    branch = any("支" in body for body in bodies)
    return (bool(strong) and not branch) or any(body.startswith(words["independent"]) for body in bodies)
