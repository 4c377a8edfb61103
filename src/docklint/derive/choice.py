"""Which of the lists are the dimensions: the one whose sentence speaks of examining oneself, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import Match

from docklint.derive.candidate import Candidate, overlap
from docklint.derive.context import COUNT, SURE
from docklint.derive.counts import LEAST
from docklint.derive.explanations import without_explanations
from docklint.derive.inline_lists import inline_lists
from docklint.derive.labels import label_weight
from docklint.derive.line_lists import line_lists
from docklint.derive.names import clean
from docklint.derive.parallel import is_odd
from docklint.derive.reading import Notice
from docklint.derive.roles import GROUP, INDIVIDUAL, audience_of, role_of
from docklint.derive.tables import table_lists
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.structure.outline import numerals
from docklint.values import Value

NEAR = 400
"""Two lists that are one stand no further apart (code points)."""
MOST_LISTS = 400
"""So many lists, the weightiest, are told apart; no notice has as many."""
NARROW = 0
"""A list that weighs no less than the chosen one by more than this may be meant as well."""
ENDING = 2
"""Code points at the end of the last name that show that the list is none."""
OPENING = 24
"""So much of a paragraph may say for whom it is (code points)."""
LIKELY = 3
"""What weighs less is no list of dimensions even if there is no other."""
CLEAR = 3
"""By so much a list must outweigh another of other names to be taken without a doubt."""


class ChosenLists(Value):
    """The lists of dimensions by audience ("" where there is but one), and what speaks against them.

    `unfit`: the list that looks right but has not as many names as announced. `rival`: another list that may be meant.
    `odd`: a list one of whose names is unlike the others.
    `left_open`: where the notice leaves dimensions to each unit. `unsure`: a list for which too little speaks.
    """

    lists: dict[str, Candidate]
    unfit: Candidate | None = None
    rival: Candidate | None = None
    odd: Candidate | None = None
    left_open: Range | None = None
    unsure: Candidate | None = None
    looked_at: tuple[Candidate, ...] = ()


def choose_by_words(notice: Notice) -> ChosenLists:
    """Choose among all lists of a notice by the words that speak for them."""
    told = [
        without_explanations(notice, each)
        for each in (*inline_lists(notice), *line_lists(notice), *table_lists(notice))
        if not _is_other(notice, each)
    ]
    found = [_labelled(notice, each) for each in told]
    apart = _apart(found)
    sure = [each for each in apart if each.weight >= SURE] or _alone(notice, apart)
    fitting = [each for each in sure if each.fits]
    unfit = next((each for each in sure if not each.fits), None)
    if unfit and any(overlap(unfit.names, each.names) for each in fitting):
        unfit = None
    lists = by_audience(notice, fitting)
    left_open = _left_open(notice, lists.values())
    best = max((each.weight for each in lists.values()), default=0)
    if unfit and lists and unfit.weight <= best:
        unfit = None
    rival = next((each for each in fitting if _rivals(notice, each, lists)), None)
    odd = next((each for each in lists.values() if is_odd(notice, each.names)), None)
    return ChosenLists(
        lists={} if unfit or rival or odd else lists,
        unfit=unfit,
        rival=rival,
        odd=odd,
        left_open=left_open,
        looked_at=tuple(found),
    )


def _alone(notice: Notice, apart: Sequence[Candidate]) -> list[Candidate]:
    """Return the heaviest list that is likely if no other comes near it: where nothing is sure it may stand alone."""
    likely = [
        each
        for each in apart
        if each.weight >= LIKELY
        and each.fits
        and len(each.names) >= LEAST
        # The notice's own headings list nothing.
        and not (each.announced is None and _is_own_heading(notice, each.names[0].start))
    ]
    elsewhere = any(notice.says(key, notice.text) for key in ("notice-choice", "notice-absent"))
    if not likely or elsewhere:
        return []
    best = max(likely, key=lambda each: each.weight)
    others = [each for each in apart if each.weight > 0 and _told(notice, each) != _told(notice, best)]
    return [] if others else [best]


def _is_own_heading(notice: Notice, at: int) -> bool:
    """Return whether a place is where a numbered heading of the notice begins (一、)."""
    return (
        compiled("[一二三四五六七八九十]{1,3}、").fullmatch(notice.text, notice.paragraph(at).start, at)
        is not None
    )


def _rivals(notice: Notice, candidate: Candidate, lists: Mapping[str, Candidate]) -> bool:
    """Return whether a list of other names has about as much to speak for it as the one that was chosen for all."""
    chosen = lists.get("")
    if chosen is None or candidate.weight < chosen.weight - NARROW:
        return False
    return not set(_told(notice, candidate)) & set(_told(notice, chosen)) and not overlap(
        candidate.names, chosen.names
    )


def _labelled(notice: Notice, candidate: Candidate) -> Candidate:
    """Weigh the label of a list as well; one that papers are held against outweighs what else its sentence is about."""
    added = label_weight(notice, candidate)
    return candidate._replace(
        weight=(max(candidate.weight, 0) if added >= SURE else candidate.weight) + added
    )


def _is_other(notice: Notice, candidate: Candidate) -> bool:
    """Return whether these are parts of a paper, steps of the work or one name twice."""
    told = [notice.words(name) for name in candidate.names]
    roles = {role_of(notice, words) for words in told} - {None}
    steps = sum(notice.says("notice-steps", words) for words in told)
    whole = notice.words(candidate.place)
    lacking = sum(bool(role_of(notice, words)) for words in told)
    parts = len(roles) > 1 and lacking * 2 >= len(told)
    behind = notice.pattern("notice-behind-others")
    last = candidate.names[-1]
    if behind.match(notice.text, last.end) or behind.search(notice.text, last.end - ENDING, last.end):
        return True
    if all(notice.says("notice-boilerplate", words) for words in told):
        return True
    return parts or steps * 2 >= len(told) or len(set(told)) < len(told) or not whole


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep the weightiest of those that share words, the one with a fitting number first; in order of the text."""
    ranked = sorted(
        found, key=lambda c: (-(c.weight + 2 * c.fits), c.announced is None, -len(c.names), c.place.start)
    )
    right = {_spans(each) for each in ranked if each.fits}
    ranked = [each for each in ranked if each.fits or _spans(each) not in right]
    kept: list[Candidate] = []
    for each in ranked[:MOST_LISTS]:
        if not any(overlap(each.names, other.names) for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda c: c.place.start)


def _spans(candidate: Candidate) -> tuple[Range, ...]:
    return candidate.names


def by_audience(notice: Notice, found: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return the list for each of two audiences, or one for all under ""; lists that belong together joined."""
    whose = [(audience_of_list(notice, each), each) for each in found]
    joined = {
        audience: _joined(notice, [c for a, c in whose if a == audience]) for audience in (GROUP, INDIVIDUAL)
    }
    own = {audience: each for audience, each in joined.items() if each}
    if len(own) == 2 and _told(notice, own[GROUP]) != _told(notice, own[INDIVIDUAL]):
        weakest, strongest = sorted(each.weight for each in own.values())
        if strongest - weakest <= 2 * CLEAR:
            return own
    one = _joined(notice, list(found))
    return {"": one} if one else {}


def _told(notice: Notice, candidate: Candidate) -> tuple[str, ...]:
    return tuple(notice.words(name) for name in candidate.names)


def audience_of_list(notice: Notice, candidate: Candidate) -> str | None:
    """Return for whom a list is, None if for nobody in particular."""
    start = candidate.names[0].start
    sentence = notice.sentence(start)
    behind = notice.text[sentence.start : max(sentence.end, candidate.place.end)]
    begin = max(notice.text.rfind("；", sentence.start, start) + 1, sentence.start)
    lead = notice.text[begin:start] or behind
    paragraph = notice.paragraph(start)
    head = notice.text[paragraph.start : min(paragraph.start + OPENING, start)]
    if paragraph.start + OPENING < start:
        head = (
            head.rpartition("，")[0] or head
        )  # a word cut in two (党员大会) says of nobody what it seems to
    above = notice.text[notice.lines[max(notice.line_at(candidate.place.start), 0)].start : start]
    lead, head, above = (notice.pattern("notice-not-theirs").sub("", told) for told in (lead, head, above))
    return audience_of(notice, lead.split("，")[0], lead, head, above, *notice.heading(start).split("\n"))


def _joined(notice: Notice, found: list[Candidate]) -> Candidate | None:
    """Return the weightiest list, with the one beside it of which a total or a word (再, 增加) says that it belongs to it."""
    if not found:
        return None
    best = max(found, key=lambda c: (c.weight, -c.place.start))
    announced = totals(notice, Range(0, len(notice.text)))
    for other in found:
        if other is best or set(_told(notice, other)) & set(_told(notice, best)):
            continue
        first, second = sorted((best, other), key=lambda c: c.place.start)
        between = notice.text[first.names[-1].end : second.names[0].start]
        beyond = notice.says("notice-beyond", between)
        # A heading parts what it heads from what stands above it, if nothing there points back to it.
        parted = not beyond and compiled(
            "\n(?:[一二三四五六七八九十]{1,3}、|【|第[一二三四五六七八九十]+条)"
        ).search(between)
        paired = is_pair(notice, first, second)
        if {audience_of_list(notice, each) for each in (first, second)} == {GROUP, INDIVIDUAL} and not paired:
            continue
        if len(between) > NEAR or not (paired or (not parted and _are_alike(first, second))):
            continue
        total = len(first.names) + len(second.names)
        adds = beyond or bool(
            compiled(
                f"(?:^|[，。；\n])[^，。；\n]{{0,16}}(?:{alternatives(notice.grammar['notice-adding'])})"
            ).search(between)
        )
        if (
            total in announced
            or paired
            or (adds and min(first.weight, second.weight) >= SURE and total not in (len(best.names),))
        ):
            return Candidate(
                (*first.names, *second.names), Range(first.place.start, second.place.end), total, best.weight
            )
    return _with_added_name(notice, best)


def is_pair(notice: Notice, first: Candidate, second: Candidate) -> bool:
    """Return whether one name counts two lists in a row (三查三看)."""
    one, other = (numerals.chinese(len(each.names)) for each in (first, second))
    return _pair_label(notice, one, other) is not None


def is_half_of_pair(notice: Notice, candidate: Candidate) -> bool:
    """Return whether one name counts a list and another one in a row (三查三看), so that it alone is but half."""
    number = numerals.chinese(len(candidate.names))
    labels = (_pair_label(notice, *pair) for pair in ((number, COUNT), (COUNT, number)))
    told = notice.text[candidate.names[0].start - 1 : candidate.names[-1].end]
    # Where each name has both words (查思想、看信念) the list is whole.
    return any(label and not {label["one"], label["other"]} <= {*told} for label in labels)


def _pair_label(notice: Notice, one: str, other: str) -> Match[str] | None:
    checks = alternatives((*notice.grammar["notice-checks"], *notice.grammar["notice-row-verbs"]))
    return compiled(f"{one}个?(?P<one>{checks}){other}个?(?P<other>{checks})").search(notice.text)


def _are_alike(one: Candidate, other: Candidate) -> bool:
    """Return whether the shortest names of two lists are of about one length: fragments are no names beside phrases."""
    lengths = sorted(min(name.end - name.start for name in each.names) for each in (one, other))
    return 2 * lengths[0] >= lengths[1]


def totals(notice: Notice, range_: Range) -> set[int]:
    """Return the numbers of aspects that a stretch announces as a total (共六个方面, 以上六个方面)."""
    words, aspects = (alternatives(notice.grammar[f"notice-{key}"]) for key in ("total", "aspects"))
    pattern = compiled(f"(?:{words})[^，。\n]{{0,4}}?({COUNT})(?:个?(?:{aspects})|条|点)")
    return {numerals.parse(match[1]) or 0 for match in pattern.finditer(notice.text, *range_)}


def _with_added_name(notice: Notice, best: Candidate) -> Candidate:
    """Add the one name of 在四个方面的基础上，增加“…”方面."""
    for pattern in notice.grammar["notice-added-name"]:
        match = compiled(pattern).search(notice.text, best.names[-1].end, best.names[-1].end + NEAR // 2)
        if match and role_of(notice, match[1]) is None:
            added = (clean(notice, Range(*match.span(1))), *_quoted_behind(notice, match.end()))
            end = max(match.end(), added[-1].end)
            return Candidate((*best.names, *added), Range(best.place.start, end), None, best.weight)
    return best


def _quoted_behind(notice: Notice, at: int) -> Iterator[Range]:
    """Yield what stands in quotes right behind a name in quotes (增加“…”“…”两项)."""
    while notice.text[at - 1] == "”" and (
        match := compiled("[、和及与]?“([^”\n]{2,30})”").match(notice.text, at)
    ):
        yield Range(*match.span(1))
        at = match.end()


def _left_open(notice: Notice, lists: Iterable[Candidate]) -> Range | None:
    match = notice.pattern("notice-choice").search(notice.text)
    return notice.sentence(match.start()) if match else None
