"""What each node of an outline is in the eyes of a profile: section, dimension, problem, cause, measure or item."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.structure.binding.alignment import Alignment
from docklint.structure.binding.dimensions import Dimensions
from docklint.structure.binding.sections import ITEMS, Sections
from docklint.structure.draft import PartKind
from docklint.structure.outline.labels import label
from docklint.structure.outline.leads import ELSEWHERE, lead_away, leads_to_problems
from docklint.structure.outline.tree import Node, Outline, highest, is_level
from docklint.values import Value

LEAST_SHORT = 4
"""A sub-head of fewer code points is too short to be told from a heading of its own."""

LEAST_TOLD = 2
"""So many things told one by one are the problems of a paper without headings."""


class Roles(Value):
    """What the nodes are, and how sections and dimensions meet the profile."""

    kinds: Mapping[int, PartKind]
    """The kind of every node, by its number."""
    owner: Mapping[int, str]
    """The role of the section a node belongs to, by its number."""
    names: Mapping[int, str]
    """The title of the slot a node fills, by its number."""
    sections: tuple[Node, ...]
    section_slots: tuple[Slot, ...]
    section_fit: Alignment
    dimensions: tuple[Node, ...]
    dimension_fit: Alignment
    told: Mapping[int, int]
    """The nodes that tell causes or measures in the middle of the problems, each with where the sentence that leads in
    to them begins."""


def assign(outline: Outline, profile: Profile, grammar: Grammar) -> Roles:
    """Return what every node is. Implied nodes (whose heading is lost) are items; their children count."""
    sections = Sections(outline, profile, grammar)
    dimensions = Dimensions(sections)
    unheaded = _without_heading(sections)
    told = _told_within(sections, dimensions, unheaded)
    # Where the paper has a section of causes (or measures), those told by the way are remarks.
    own = set(sections.owner.values())
    within = {number: "item" if role in own else role for number, (role, _) in told.items()}
    special = _special(sections, dimensions) | dict.fromkeys(unheaded, "problems") | within
    owner = sections.owner | {number: role for number, role in special.items() if role in ITEMS}
    names = {sections.nodes[h].number: sections.slots[s].title for s, h in sections.fit.filled.items()}
    names |= {
        dimensions.nodes[h].number: profile.dimensions[s].title for s, h in dimensions.fit.filled.items()
    }
    return Roles(
        kinds=_Kinds(sections, dimensions, owner, names, special).all(),
        owner=owner,
        names=names,
        sections=tuple(sections.nodes),
        section_slots=sections.slots,
        section_fit=sections.fit,
        dimensions=tuple(dimensions.nodes),
        dimension_fit=dimensions.fit,
        told={number: begin for number, (_, begin) in told.items()},
    )


def _special(sections: Sections, dimensions: Dimensions) -> dict[int, str]:
    """Find what stands among the problems and is none: labelled causes and measures (their role), asides (`item`)."""
    found: dict[int, str] = {}
    nodes = sections.outline.nodes
    for node in nodes:
        if node.parent is not None and node.parent in dimensions.numbers:
            role = label(node.name, sections.grammar) or _announced(node, nodes[node.parent], sections)
            if role in ("causes", "measures"):
                found[node.number] = role
    found |= dict(_labelled(sections))
    beside = sections.problems.number if sections.problems and sections.profile.dimensions else -1
    for node in nodes:
        free = node.parent == beside and node.number not in dimensions.numbers and is_level(node)
        if free and dimensions.is_aside(node):
            found[node.number] = "item"
    return found


def _labelled(sections: Sections) -> Iterator[tuple[int, str]]:
    """Yield what stands below a label right below the section of problems (（二）产生的原因) with the role it says."""
    problems = sections.problems
    for node in sections.under.get(problems.number, ()) if problems else ():
        role = label(node.name, sections.grammar) if is_level(node) else ""
        if role in ELSEWHERE:
            below = sections.under.get(node.number, ())
            yield from ((each.number, role) for each in below or (node,))


def _without_heading(sections: Sections) -> tuple[int, ...]:
    """Find the problems of a paper that has no headings: what is told one by one where a sentence leads in to them."""
    outline = sections.outline
    run: Sequence[Node] = () if sections.nodes else next(iter(outline.runs()), [])
    told = len(run) >= LEAST_TOLD and leads_to_problems(
        outline.reading.text, outline.start, run[0].start, sections.grammar
    )
    return tuple(node.number for node in run) if told else ()


def _told_within(
    sections: Sections, dimensions: Dimensions, unheaded: Collection[int]
) -> dict[int, tuple[str, int]]:
    """Find what a sentence among the problems leads in to (究其原因，一是…；二是…), with its role and where that begins."""
    found: dict[int, tuple[str, int]] = {}
    text, start = sections.outline.reading.text, sections.outline.start
    problems = sections.problems.number if sections.problems else -1
    # What stands first in the section of problems is problems, even if the sentence before it speaks of causes too.
    opening = {*unheaded, *(node.number for node in sections.under.get(problems, ())[:1])}
    holders = {problems, *dimensions.numbers, *unheaded}
    for run in sections.outline.runs():
        first = run[0]
        below = first.parent in holders or (bool(unheaded) and first.parent is None)
        if (
            below
            and first.number not in dimensions.numbers | opening
            and (led := lead_away(text, start, first.start, sections.grammar))
        ):
            found |= dict.fromkeys([node.number for node in run], led)
    return found


def _announced(node: Node, dimension: Node, sections: Sections) -> str:
    """Return the role of the last label before an item in its dimension (整改措施：一是…二是…); empty if none."""
    last = bisect_left(sections.labels, node.start, key=lambda each: each[1]) - 1
    if last < 0 or sections.labels[last][1] < dimension.start:
        return ""
    return sections.labels[last][0]


class _Kinds:
    """The kind of every node, from the top down."""

    def __init__(
        self,
        sections: Sections,
        dimensions: Dimensions,
        owner: Mapping[int, str],
        names: Mapping[int, str],
        special: Mapping[int, str],
    ) -> None:
        self._outline = sections.outline
        self._nodes = sections.outline.nodes
        self._under = sections.under
        self._grammar = sections.grammar
        self._sections = {node.number for node in sections.nodes}
        self._repeated = {sections.nodes[h].number for h in sections.fit.repeats}
        self._problems = sections.problems.number if sections.problems else -1
        self._dimensions = dimensions.numbers
        self._owner = owner
        self._names = names
        self._special = special
        self._holders: set[int] = set()
        self._headed: dict[int, frozenset[int]] = {}

    def all(self) -> dict[int, PartKind]:
        """Return the kinds by the numbers of the nodes."""
        return dict(self._each())

    def _each(self) -> Iterator[tuple[int, PartKind]]:
        for node in self._nodes:
            kind = self._kind(node)
            if self._holds(node, kind):
                self._holders.add(node.number)
            yield node.number, kind

    def _kind(self, node: Node) -> PartKind:
        if node.number in self._dimensions:
            return "dimension"
        if node.number in self._sections:
            return "section"
        if node.number in self._special:
            return ITEMS.get(self._special[node.number], "item")
        if node.implied or self._is_transparent(node):
            return "item"
        return self._item_kind(node)

    def _holds(self, node: Node, kind: PartKind) -> bool:
        """Return whether problems, causes or measures stand directly below a node."""
        if kind == "dimension":
            return True
        if kind == "section":
            return self._owner.get(node.number) in ITEMS and node.number not in self._repeated
        see_through = node.number not in self._special and (node.implied or self._is_transparent(node))
        return see_through and node.parent in self._holders

    def _item_kind(self, node: Node) -> PartKind:
        """Directly below a holder stand problems, causes or measures; beside headed ones 一是 is only a remark."""
        if node.parent is None or node.parent not in self._holders:
            return "item"
        beside = self._headed_below(node.parent)
        return "item" if beside and node.number not in beside else ITEMS[self._owner[node.number]]

    def _headed_below(self, parent: int) -> frozenset[int]:
        if parent not in self._headed:
            levels = [node for node in self._under.get(parent, ()) if is_level(node)]
            self._headed[parent] = frozenset(node.number for node in highest(levels))
        return self._headed[parent]

    def _is_transparent(self, node: Node) -> bool:
        """Return whether a heading only says what stands below it: the name of its dimension again, or 存在问题."""
        if node.parent is None or not is_level(node) or not self._under.get(node.number):
            return False
        if label(node.name, self._grammar) and node.parent == self._problems:
            return True
        if node.parent not in self._dimensions:
            return False
        if self._repeats_itself(node):
            return True
        whole = self._nodes[node.parent].name + self._names.get(node.parent, "")
        return len(node.name) >= 2 and (
            node.name in whole
            or _is_short_for(node.name, whole, self._grammar["title-joints"])
            or label(node.name, self._grammar) == "problems"
        )

    def _repeats_itself(self, node: Node) -> bool:
        """Return whether the text below a heading says its name again (1.政治忠诚, then 政治忠诚方面：…)."""
        first = self._under[node.number][0]
        opening = self._outline.text(node.body_start, first.start).lstrip("\n")
        label_end = opening.find("：")
        return len(node.name) > 1 and label_end > 0 and self._grammar.normal(opening[:label_end]) == node.name


def _is_short_for(name: str, whole: str, joints: tuple[str, ...]) -> bool:
    """Return whether a name of some length takes its characters from another in their order (管党责任)."""
    signs = iter(whole)
    return len(name) >= LEAST_SHORT and all(sign in signs for sign in name if sign not in joints)
