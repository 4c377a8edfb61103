"""Reading a notice: which dimensions it lists, which parts it asks for, for whom, and what cannot be decided."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from docklint.derive.agreement import choose
from docklint.derive.choice import ChosenLists
from docklint.derive.evidence.part_ranking import LikelyParts
from docklint.derive.examples import example
from docklint.derive.extra_parts import told_number
from docklint.derive.further_parts import further_parts, under_each
from docklint.derive.limits import limits
from docklint.derive.names import SHORTEST_NAME
from docklint.derive.part_agreement import choose_parts, likely_parts
from docklint.derive.part_sections import sections_of
from docklint.derive.parts import PartsList, list_for, parts_lists
from docklint.derive.proposal import Found, Proposal, ProposedPart
from docklint.derive.reading import LONGEST_READ, Notice
from docklint.derive.roles import GROUP, INDIVIDUAL
from docklint.patterns import alternatives, compiled
from docklint.spans import Range
from docklint.texts import Text
from docklint.tuples import NamedTuple

MOST_TOLD = 3
"""So many sentences that were looked at are named."""


class NoticeParts(NamedTuple):
    """The lists of parts by words, the weightiest first, and the places that evidence finds, the likeliest first."""

    lists: list[PartsList]
    likely: list[LikelyParts]


def read_notice(notice: Notice) -> tuple[Proposal, ...]:
    """Propose a profile from what a notice says; one for each audience where it says different things to two."""
    choice = choose(notice)
    names = [name for each in choice.lists.values() for name in each.names]
    lists = parts_lists(notice, names)
    told = NoticeParts(lists, likely_parts(notice, names))
    audiences = _audiences(notice, choice, lists)
    return tuple(_proposal(notice, choice, told, audience, audiences) for audience in audiences)


def read_nothing(notice: Notice) -> tuple[Proposal, ...]:
    """Propose next to nothing for a text that is neither notice nor paper."""
    return (
        Proposal(
            title=_title(notice), doubts=(Text("derive.no-notice"),), undecided=(Text("derive.no-notice"),)
        ),
    )


def _audiences(notice: Notice, choice: ChosenLists, lists: list[PartsList]) -> tuple[str, ...]:
    """Return for whom the notice says different things, empty once if for nobody in particular."""
    told = {each.audience for each in lists if each.audience}
    own = {a: list_for(lists, a) for a in (GROUP, INDIVIDUAL)}
    roles = {a: tuple(p.role for p in each.parts if p.required) if each else None for a, each in own.items()}
    differ = len(told) == 2 and roles[GROUP] != roles[INDIVIDUAL] and None not in roles.values()
    return (GROUP, INDIVIDUAL) if len(choice.lists) == 2 or differ else ("",)


def _proposal(
    notice: Notice, choice: ChosenLists, told: NoticeParts, audience: str, audiences: tuple[str, ...]
) -> Proposal:
    chosen = choice.lists.get(audience) or choice.lists.get("")
    listed, rival = choose_parts(notice, list_for(told.lists, audience), told.likely, audience)
    each = under_each(notice)
    dimensions = tuple(notice.found(name) for name in chosen.names) if chosen else ()
    sections = () if each else _sections(notice, listed, told.lists, audience)
    most, laid_down = limits(notice, audience)
    examples = example(notice)
    undecided = tuple(_undecided(notice, choice, bool(dimensions), audiences))
    return Proposal(
        title=_title(notice),
        years=tuple(_years(notice)),
        sections=sections,
        dimensions=dimensions,
        example=examples,
        audience=_audience(notice, audience),
        limits=most,
        limits_source=laid_down,
        aliases={name.value: found for name in dimensions if (found := tuple(_aliases(notice, name.value)))},
        undecided=undecided,
        doubts=(*_lacking_parts(notice, listed, rival), *_doubts(notice, sections, each, examples)),
    )


def _aliases(notice: Notice, name: str) -> Iterator[str]:
    """Yield what a heading may as well say: the subject of a question (觉悟高不高), a name without its 带头."""
    question = notice.pattern("notice-whether").search(name)
    if question and question.start() >= SHORTEST_NAME:
        yield name[: question.start()]
    judged = notice.pattern("notice-evaluations").search(name)
    if judged and not question and judged.start() >= SHORTEST_NAME:
        yield name[: judged.start()]
    yield from (verb + name for verb in notice.grammar["notice-checks"] if f"{verb}{name}" in notice.text)
    lead = next((word for word in notice.grammar["notice-leads"] if name.startswith(word)), "")
    if lead and len(name) - len(lead) >= SHORTEST_NAME:
        yield name.removeprefix(lead)


def _undecided(
    notice: Notice, choice: ChosenLists, found: bool, audiences: tuple[str, ...]
) -> Iterator[Text]:
    """Yield what a person has to decide before a paper can be called ready."""
    if notice.is_cut:
        yield Text("derive.too-long", seen=LONGEST_READ)
    if len(audiences) > 1:
        lists = (choice.lists.get(audience) or choice.lists.get("") for audience in audiences)
        told = ["、".join(notice.words(name) for name in each.names) if each else "" for each in lists]
        yield Text("derive.two-audiences", group=told[0], individual=told[1])
    if choice.unfit:
        names = "、".join(notice.words(name) for name in choice.unfit.names)
        yield Text(
            "derive.count-differs",
            announced=choice.unfit.announced,
            seen=len(choice.unfit.names),
            names=names,
        )
    if choice.rival:
        yield Text("derive.rivals", names="、".join(notice.words(name) for name in choice.rival.names))
    if choice.odd and not choice.unfit and not choice.rival:
        yield Text("derive.odd-names", names="、".join(notice.words(name) for name in choice.odd.names))
    if choice.unsure:
        yield Text("derive.unsure", names="、".join(notice.words(name) for name in choice.unsure.names))
    if choice.left_open and found:
        yield Text("derive.left-open", sentence=notice.found(choice.left_open).source)
    if not found and not choice.unfit and not choice.rival and not choice.odd and not choice.unsure:
        absent = notice.pattern("notice-absent").search(notice.text)
        if absent:
            yield Text("derive.in-attachment", sentence=notice.found(Range(*absent.span())).source)
        else:
            looked = tuple(islice(_looked_at(notice), MOST_TOLD))
            yield Text("derive.no-list", seen=looked or Text("derive.nothing"))


def _looked_at(notice: Notice) -> Iterator[str]:
    """Yield the sentences that speak of examining oneself, with their lines."""
    end = 0
    for match in notice.pattern("notice-examine").finditer(notice.text):
        # One sentence is told once.
        if match.start() >= end:
            found = notice.found(Range(*match.span()))
            end = notice.at_stop("。！？；", match.end())
            yield f"{found.line}: {found.source}"


def _sections(
    notice: Notice, listed: PartsList | None, lists: list[PartsList], audience: str
) -> tuple[ProposedPart, ...]:
    return tuple(sections_of(notice, listed, lists, further_parts(notice, audience), audience))


def _lacking_parts(notice: Notice, listed: PartsList | None, rival: PartsList | None) -> Iterator[Text]:
    """Say that a sentence counts more parts than could be made out, or that others may be meant."""
    number = told_number(notice, listed.place) if listed else None
    if listed and number and len(listed.parts) < number:
        names = "、".join(notice.words(part.words) for part in listed.parts)
        yield Text("derive.parts-differ", announced=number, seen=len(listed.parts), names=names)
    elif rival:
        names = "、".join(notice.words(part.words) for part in rival.parts)
        yield Text("derive.parts-unsure", names=names)


def _doubts(
    notice: Notice, sections: tuple[ProposedPart, ...], each: Range | None, examples: Found | None
) -> Iterator[Text]:
    if each:
        yield Text("derive.under-each", sentence=notice.found(each).source)
    elif not sections:
        yield Text("derive.no-sections")
    if examples is None:
        yield Text("derive.no-example")


def _title(notice: Notice) -> Found | None:
    kinds = "|".join(notice.grammar["meeting-kinds"])
    about = alternatives(notice.grammar["notice-about"])
    pattern = rf"(?:{about})[^。；\n]{{0,40}}?(?P<meeting>[^。；，、“”\n]{{0,24}}(?:{kinds}))"
    match = compiled(pattern).search(notice.text) or compiled(rf"(?P<meeting>{kinds})").search(notice.text)
    return (
        notice.found(Range(*match.span()))._replace(value=_bare(notice, match["meeting"])) if match else None
    )


def _bare(notice: Notice, meeting: str) -> str:
    for verb in notice.grammar["derive-verbs"]:
        meeting = meeting.rsplit(verb, 1)[-1]
    return meeting


def _years(notice: Notice) -> Iterator[Found]:
    meeting = "|".join(notice.grammar["meeting-kinds"])
    for match in compiled(rf"(20[0-9]{{2}})年度?[^。；\n]{{0,20}}(?:{meeting})").finditer(notice.text):
        yield notice.found(Range(*match.span()))._replace(value=match[1])
        return


def _audience(notice: Notice, audience: str) -> Found | None:
    """Say for whom the papers are: as was asked, or as the notice speaks of one kind only."""
    both = {
        value: _first(notice, (notice.pattern(key).pattern,), value)
        for value, key in ((GROUP, "notice-group"), (INDIVIDUAL, "notice-individual"))
    }
    if audience:
        return both[audience] or Found(audience, "", 1)
    if notice.says("notice-both", notice.text):
        return None
    named = [one for one in both.values() if one]
    return named[0] if len(named) == 1 else None


def _first(notice: Notice, patterns: tuple[str, ...], value: str) -> Found | None:
    matches = [match for pattern in patterns if (match := compiled(pattern).search(notice.text))]
    first = min(matches, key=lambda match: match.start(), default=None)
    return notice.found(Range(*first.span()))._replace(value=value) if first else None
