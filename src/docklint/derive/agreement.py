"""Whether what words and what evidence say of a notice's lists agrees, and which is taken where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docklint.derive.candidate import Candidate, overlap
from docklint.derive.choice import (
    ChosenLists,
    audience_of_list,
    by_audience,
    choose_by_words,
    is_half_of_pair,
    is_pair,
    totals,
)
from docklint.derive.context import SURE
from docklint.derive.corrections import corrected
from docklint.derive.counts import LEAST, announced_in
from docklint.derive.evidence.ranking import Likely, ranked
from docklint.derive.evidence.weights import stored
from docklint.derive.parallel import are_numbered
from docklint.derive.reading import Notice
from docklint.derive.roles import role_of
from docklint.spans import Range

ALONE = 0.75
"""A list so likely is taken, whatever words say."""
OTHER = 0.9
"""So likely it must be where words speak for a list that stands elsewhere."""
OPEN = 0.7
"""So likely it must be where words leave a doubt of their own: a name unlike the others, a choice, a list elsewhere."""
AGREED = 0.2
"""So likely the likeliest list must be if words speak for it as well."""
CLEAR, NONE = 0.55, 0.15
"""So likely a list must be if it is less likely than `NONE` that there is none."""
PAIR = 2
"""Names of a list of which evidence has met hardly any."""
PART = 0.5
"""So likely the likeliest list must be if words speak for it with names that do not belong to it."""
SHARE = 0.7
"""So much of what is likely of all ways to begin and end some names one way must have to be taken."""
UNLIKELY = 0.1
"""Of what is likely so little is not."""
NEVER = 0.005
"""What is less likely is not so at all."""
HELD = 0.35
"""So likely a list must be for which words speak, and which is not the likeliest."""
BESIDE = 0.05
"""So likely a second list must be once the first is taken, to belong to it or to the other audience."""
FAR = 240
"""So far behind a list, in paragraphs of their own, a name or two are added to it (code points)."""
SUMMED, LEAD, TAIL = 16, 16, 10
"""So near a number of all names stands behind a list (以上六条), one that counts it before and behind it (code points)."""
JOINED = 0.3
"""So likely a second list must be once the first is taken, to be one with it."""
REACH = 160
"""So far behind a list what adds names to it is looked for (code points)."""
ELSE = 0.01
"""So likely a list for the other audience must be while the first is not taken; then it must be held."""
PAIRED = 0.02
"""So likely a second list must be that is counted with the first in one name (三查三看)."""


def choose(notice: Notice) -> ChosenLists:
    """Choose the lists of a notice: what two ways to read it agree on, or what one of them is sure of."""
    words = choose_by_words(notice)
    likely = ranked(notice, notice.grammar.once(stored))
    if len(words.lists) == 2:
        return words if _are_held(words.lists.values(), likely) else _unsure(words, likely)
    chosen = _chosen(notice, words, likely)
    if chosen is None or chosen is words.unfit:
        return _unsure(words, likely)
    held = [_candidate(each, 0) for each in likely if each.chance >= BESIDE]
    chosen = corrected(notice, chosen, (*words.looked_at, *held))
    if chosen is None:
        return _unsure(words, likely)
    lists = _completed(notice, words, chosen, likely)
    if any(
        _lacks_one(notice, each) or are_numbered(notice, each.names) or _is_counted_otherwise(notice, each)
        for each in lists.values()
    ):
        return _unsure(words.__replace__(lists=lists), likely)
    return ChosenLists(lists=lists, left_open=words.left_open, looked_at=words.looked_at)


def _chosen(notice: Notice, words: ChosenLists, likely: Sequence[Likely]) -> Candidate | None:
    """Return the one list that is sure enough, None without one."""
    best = likely[0] if likely else Likely((), 0.0)
    told = words.lists.get("") or words.unfit
    if told and best.names and _agree(told, best, likely):
        if best.chance < AGREED and not _is_counted_pair(told, best):
            return None
        misread = _is_misread(told, best, likely) and not _is_explained(notice, told, best)
        return _candidate(best, SURE + 1) if misread else told
    if told and _is_other_edge(told, best, likely):
        return told
    if told and _is_part(best, told) and best.chance >= PART:
        return _candidate(best, SURE + 1)
    both = best.chance + sum(each.chance for each in _for_others(notice, best, likely)[:1])
    none = 1 - sum(each.chance for each in likely)
    second = likely[1].chance if len(likely) > 1 else 0.0
    if told and best.names and not overlap(told.names, best.names) and both < OTHER:
        return None
    if none < NONE and best.chance >= max(CLEAR, second + ALONE / 2) and not _leaves_open(notice, words):
        return _candidate(best, SURE + 1)
    if max(both, _of_place(best, likely)) >= (OPEN if _leaves_open(notice, words) else ALONE):
        return _candidate(best, SURE + 1)
    return told if told and _chance(told, likely) >= HELD else None


def _is_counted_pair(told: Candidate, best: Likely) -> bool:
    """Return whether a list is a pair that the notice counts: evidence finds each such list unlikely."""
    return told.names == best.names and told.announced == len(told.names) == PAIR


def _of_place(best: Likely, likely: Sequence[Likely]) -> float:
    """Return how likely the list stands where a guess does, 0 if its names begun or ended otherwise are about as likely."""
    return there if best.chance >= SHARE * (there := _there(best, likely)) else 0.0


def _there(best: Likely, likely: Sequence[Likely]) -> float:
    return sum(each.chance for each in likely if _are_same_but_for_edges(each, best))


def _are_same_but_for_edges(one: Likely, other: Likely) -> bool:
    """Return whether two lists have as many names, each where one of the other stands."""
    return len(one.names) == len(other.names) and all(
        a.start < b.end and b.start < a.end for a, b in zip(one.names, other.names, strict=True)
    )


def _for_others(notice: Notice, best: Likely, likely: Sequence[Likely]) -> list[Likely]:
    """Return the likely lists of the other audience, the likeliest first."""
    if not best.names or not (whose := audience_of_list(notice, _candidate(best, 0))):
        return []
    taken = _candidate(best, 0)
    return [
        each
        for each in likely
        if each.chance >= ELSE
        and not overlap(each.names, best.names)
        and audience_of_list(notice, _candidate(each, 0)) not in (None, whose)
        and _apart_chance(_candidate(each, 0), likely, taken) >= HELD
    ]


def _agree(told: Candidate, best: Likely, likely: Sequence[Likely]) -> bool:
    """Return whether a list is the likeliest one, or that with its names cut or with others that are likely as well."""
    if _is_within(told, best):
        return True
    return _joins(told, best, likely)


def _joins(told: Candidate, one: Likely, likely: Sequence[Likely]) -> bool:
    """Return whether a list is another, or that with names that are likely to belong to it."""
    others = [name for name in told.names if name not in one.names]
    if not _is_part(one, told) or len(others) < LEAST:
        return _is_part(one, told)
    rest = Candidate(tuple(others), Range(others[0].start, others[-1].end), None, 0)
    return _apart_chance(rest, likely, _candidate(one, 0)) >= JOINED


def _is_misread(told: Candidate, best: Likely, likely: Sequence[Likely]) -> bool:
    """Return whether the likeliest list is sure and the same names, begun and ended otherwise, are not."""
    there, same = _there(best, likely), _same(told, likely)
    sure = best.chance >= ALONE and same < UNLIKELY * best.chance
    return _is_within(told, best) and (sure or (best.chance >= PART and there >= ALONE and same < NEVER))


def _is_other_edge(told: Candidate, best: Likely, likely: Sequence[Likely]) -> bool:
    """Return whether words read as many names as are counted where evidence begins or ends them otherwise."""
    same = told.announced == len(told.names) and _are_same_but_for_edges(Likely(told.names, 0.0), best)
    return same and best.chance >= AGREED and _same(told, likely) >= AGREED * best.chance


def _is_explained(notice: Notice, told: Candidate, best: Likely) -> bool:
    """Return whether a list says more behind the comma of one name alone (…，重点看是否学用脱节): that explains it."""
    pairs = zip(told.names, best.names, strict=True)
    longer = [notice.text[name.end : whole.end] for name, whole in pairs if name.end < whole.end]
    return len(longer) == 1 < len(told.names) and longer[0].startswith("，")


def _same(told: Candidate, likely: Iterable[Likely]) -> float:
    """Return how likely a list is just as it stands."""
    return sum(each.chance for each in likely if each.names == told.names)


def _is_part(one: Likely, whole: Candidate) -> bool:
    """Return whether a list is another or some of its names."""
    return {*one.names} <= {*whole.names}


def _is_within(one: Candidate, whole: Likely) -> bool:
    """Return whether a list has the same names as another, some of them shorter: what words know to be no name is none."""
    return len(one.names) == len(whole.names) and all(
        outer.start <= name.start and name.end <= outer.end
        for name, outer in zip(one.names, whole.names, strict=True)
    )


def _are_held(lists: Iterable[Candidate], likely: Sequence[Likely]) -> bool:
    """Return whether where each of two lists stands one is likely, once the other is taken."""
    one, other = lists
    return all(_apart_chance(*pair) >= BESIDE for pair in ((one, likely, other), (other, likely, one)))


def _apart_chance(candidate: Candidate, likely: Sequence[Likely], taken: Candidate) -> float:
    """Return how likely it is that a list stands where a candidate does, if another one is taken."""
    apart = [each for each in likely if not overlap(each.names, taken.names)]
    none = 1 - sum(each.chance for each in likely)
    there = sum(each.chance for each in apart if overlap(each.names, candidate.names))
    return there / (none + sum(each.chance for each in apart))


def _chance(candidate: Candidate, likely: Sequence[Likely]) -> float:
    """Return how likely a list is, or one of those that it joins."""
    return sum(each.chance for each in likely if _joins(candidate, each, likely))


def _leaves_open(notice: Notice, words: ChosenLists) -> bool:
    open_ = any(notice.says(key, notice.text) for key in ("notice-choice", "notice-absent"))
    return open_ or words.odd is not None or words.unfit is not None


def _completed(
    notice: Notice, words: ChosenLists, chosen: Candidate, likely: Sequence[Likely]
) -> dict[str, Candidate]:
    """Return a list, joined with what belongs to it, or beside that of the other audience."""
    sure = [
        each
        for each in words.looked_at
        if each.weight >= SURE and each.fits and _apart_chance(each, likely, chosen) >= JOINED
    ]
    paired = [_candidate(each, SURE) for each in likely if each.chance >= PAIRED]
    found = next((each for each in likely if each.names == chosen.names), None)
    beside = [_candidate(each, SURE) for each in _for_others(notice, found, likely)] if found else []
    others: list[Candidate] = []
    for each in (*sure, *beside, *(one for one in paired if is_pair(notice, *_in_order(chosen, one)))):
        if not any(overlap(each.names, one.names) for one in (chosen, *others)):
            others.append(each._replace(weight=SURE))
    return by_audience(notice, [chosen._replace(weight=SURE + 1), *others])


def _in_order(one: Candidate, other: Candidate) -> list[Candidate]:
    return sorted((one, other), key=lambda each: each.names[0].start)


def _lacks_one(notice: Notice, chosen: Candidate) -> bool:
    """Return whether the sentence behind a list adds a name to it that was not read, or tells what has been found by it."""
    end = chosen.names[-1].end
    told = notice.pattern("notice-found").search(notice.text, end, max(notice.sentence(end).end, end))
    if told or _announces_more(notice, end) or is_half_of_pair(notice, chosen):
        return True
    behind = Range(max(end, chosen.place.end), notice.sentence(end).end)
    return notice.pattern("notice-one-more").search(notice.text, end, behind.end) is not None and (
        chosen.place.end <= end
    )


def _is_counted_otherwise(notice: Notice, chosen: Candidate) -> bool:
    """Return whether more names are counted than a list has: in all (以上六条), or by a sentence that goes on behind it."""
    first, end, count = chosen.names[0].start, chosen.names[-1].end, len(chosen.names)
    sentence = notice.sentence(first)
    before = announced_in(notice, Range(max(sentence.start, first - LEAD), first))
    behind = announced_in(notice, Range(end, max(min(notice.sentence(end).end, end + TAIL), end)))
    told = [number for number in (before, behind) if number]
    if any(number > count for number in totals(notice, Range(end, end + SUMMED))):
        return True
    goes_on = notice.text.startswith("，", end) or any("、" in notice.words(name) for name in chosen.names)
    return goes_on and bool(told) and count not in told and max(told) > count


def _announces_more(notice: Notice, end: int) -> bool:
    """Return whether the paragraph goes on, near the end of a list, with further names that are none of its own."""
    stop = min(notice.paragraph(end).end, end + REACH)
    near = notice.pattern("notice-more-told").finditer(notice.text, end, max(stop, end))
    far = notice.pattern("notice-more-later").finditer(notice.text, end, end + FAR)
    return any(role_of(notice, match["name"] or "") is None for match in (*near, *far))


def _candidate(likely: Likely, weight: int) -> Candidate:
    return Candidate(likely.names, Range(likely.names[0].start, likely.names[-1].end), None, weight)


def _unsure(words: ChosenLists, likely: Sequence[Likely]) -> ChosenLists:
    """Return that no list is sure, with the one that may be meant."""
    none = 1 - sum(each.chance for each in likely)
    told = next(iter(words.lists.values()), None)
    best = _candidate(likely[0], 0) if likely and likely[0].chance > none else None
    doubted = words.unfit or words.rival or words.odd
    return ChosenLists(
        lists={},
        unfit=words.unfit,
        rival=words.rival,
        odd=words.odd,
        unsure=None if doubted else told or best,
        left_open=words.left_open,
        looked_at=words.looked_at,
    )
