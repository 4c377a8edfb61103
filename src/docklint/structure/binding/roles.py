"""What each node of an outline is in the eyes of a profile: section, dimension, problem, cause, measure or item."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from docklint.grammar import Grammar
from docklint.profile import Profile, Slot
from docklint.structure.binding.alignment import Alignment, align, joined, named
from docklint.structure.outline.labels import Label, label, labels
from docklint.structure.outline.styles import STYLES
from docklint.structure.outline.tree import Node, Outline
from docklint.structure.outline.wordings import wordings
from docklint.values import Value, replace

LEAST_FLAT = 2
"""So many top-level headings must name dimensions before a paper counts as one without a problems section."""

LEAST_LABELS = 2
"""So many paragraphs must call themselves measures (or causes) before the section of these is no longer missed."""

LEAST_SHORT = 4
"""A sub-head of fewer code points is too short to be told from a heading of its own."""

_LEVELS = frozenset({"title", *(name for name, style in STYLES.items() if style.level)})

ITEMS = {"problems": "problem", "causes": "cause", "measures": "measure"}


class Roles(Value):
    """The nodes by kind. `kinds`: node number → kind; `owner`: node number → role of its section.

    `sections`/`dimensions` are matched to `section_slots`/the profile's dimensions by the two alignments.
    `names`: node number → the title of the slot it fills.
    """

    kinds: Mapping[int, str]
    owner: Mapping[int, str]
    names: Mapping[int, str]
    sections: tuple[Node, ...]
    section_slots: tuple[Slot, ...]
    section_fit: Alignment
    dimensions: tuple[Node, ...]
    dimension_fit: Alignment


def assign(outline: Outline, profile: Profile, grammar: Grammar) -> Roles:
    """Return what every node is. Ghosts (parts whose heading is lost) get no kind; their children do."""
    under = outline.grouped()
    tops = _highest(under.get(None, []))
    told = tuple(labels(outline.reading.text, outline.start, outline.end, grammar))
    labelled = _labelled(outline, told, grammar)
    fit = _fit_sections(tops, outline, profile.sections, labelled, profile, grammar)
    headless = _headless_dimensions(tops, fit, profile, grammar)
    flat = headless if _may_be_flat(profile) or _counted_along(headless, tops) else []
    slots = tuple(slot for slot in profile.sections if not (flat and slot.role == "problems"))
    if headless:
        numbers = {node.number for node in headless}
        tops = [node for node in tops if node.number not in numbers]
        fit = _fit_sections(tops, outline, slots, labelled, profile, grammar)
    owner = _owners(outline, tops, slots, fit, flat)
    problems = next((tops[h] for s, h in fit.filled.items() if slots[s].role == "problems"), None)
    dimensions = flat or _dimensions(problems, outline, under, profile, grammar)
    dimension_fit = _fit_dimensions(dimensions, profile, grammar, problems is not None or bool(flat))
    names = {tops[h].number: slots[s].title for s, h in fit.filled.items()}
    names |= {dimensions[h].number: profile.dimensions[s].title for s, h in dimension_fit.filled.items()}
    repeated = {tops[h].number for h in fit.repeats}
    sections = {node.number for node in tops}
    below = {node.number for node in dimensions}
    special = _special(outline, told, below, problems, profile, grammar)
    owner |= {number: role for number, role in special.items() if role in ITEMS}
    kinds = _kinds(outline, under, owner, repeated, sections, below, names, special, grammar)
    return Roles(kinds, owner, names, tuple(tops), slots, fit, tuple(dimensions), dimension_fit)


def _fit_sections(
    tops: Sequence[Node],
    outline: Outline,
    slots: tuple[Slot, ...],
    labelled: set[str],
    profile: Profile,
    grammar: Grammar,
) -> Alignment:
    """Match the sections. One whose heading joins two parts (原因剖析及整改措施) is the first; neither is missing.

    The same goes for causes and measures that stand as labelled paragraphs (整改措施：…) below every dimension.
    """
    joint = [joined(outline.text(node.title_start, node.title_end), slots, grammar) for node in tops]
    plain = {named(node.name, slots, grammar) for node, both in zip(tops, joint, strict=True) if not both}
    free = [[slot for slot in both if slots.index(slot) not in plain] or both for both in joint]
    names = [
        grammar.normal(mine[0].title) if mine else node.name for node, mine in zip(tops, free, strict=True)
    ]
    fit = align(names, slots, grammar, profile.ordered)
    roles = {slot.role for both in joint for slot in both} | labelled
    return replace(fit, missing=tuple(s for s in fit.missing if slots[s].role not in roles))


def _labelled(outline: Outline, told: Sequence[Label], grammar: Grammar) -> set[str]:
    """Return the roles that labels in the text announce, if they do so under half of the dimensions at least."""
    named = sum(node.heading == "dimension" for node in outline.nodes)
    least = max(LEAST_LABELS, named / 2)
    counts = Counter(role for role, _, _ in told)
    counts.update(label(node.name, grammar) for node in outline.nodes if node.depth)
    return {role for role, count in counts.items() if role and count >= least}


def _highest(nodes: Sequence[Node]) -> list[Node]:
    """Leave out what stands beside headings only because its own is lost (（一） before 二、) or as a remark (一是).

    What counts on in their run stays, though it bears the mark of another level: （一） （二） 三、.
    """
    levels = [STYLES[node.style].level for node in nodes]
    rank = min((level for level in levels if level), default=0)
    runs = {node.sequence for node, level in zip(nodes, levels, strict=True) if level == rank > 0}
    headed = [node for node in nodes if node.style == "title" or node.sequence in runs]
    return headed or list(nodes)


def is_level(node: Node) -> bool:
    """Return whether a node is a level of the standard or an unnumbered heading, not an enumeration (一是)."""
    return node.style in _LEVELS


def _may_be_flat(profile: Profile) -> bool:
    """Return whether a paper may do without a problems section: only where it owes little else, as in a branch."""
    owed = {slot.role for slot in profile.sections if slot.required}
    return owed <= {"problems", "measures"}


def _counted_along(dimensions: Sequence[Node], tops: Sequence[Node]) -> bool:
    """Return whether the dimensions are numbered in one run with the sections: 五、…方面 六、原因分析.

    Then they stand at the top on purpose; where the heading above them was lost, they are numbered by themselves.
    """
    runs = {node.sequence for node in dimensions if node.value is not None}
    others = {node.sequence for node in tops if node not in dimensions and node.value is not None}
    return len(runs) == 1 and runs <= others


def _headless_dimensions(
    tops: Sequence[Node], fit: Alignment, profile: Profile, grammar: Grammar
) -> list[Node]:
    """Find dimensions that stand at level 1: the problems section has no heading, or lost it."""
    roles = {profile.sections[s].role for s in fit.filled}
    if "problems" in roles or not profile.dimensions:
        return []
    free = [node for h, node in enumerate(tops) if h in fit.unexpected]
    found = align([node.name for node in free], profile.dimensions, grammar)
    named = {*found.filled.values(), *found.repeats}
    return [free[h] for h in sorted(named)] if len(found.filled) >= LEAST_FLAT else []


def _owners(
    outline: Outline, tops: Sequence[Node], slots: Sequence[Slot], fit: Alignment, flat: Sequence[Node]
) -> dict[int, str]:
    """Return to which role's section every node belongs."""
    owner = {tops[h].number: slots[s].role for s, h in fit.filled.items()}
    owner |= {tops[h].number: slots[s].role for h, s in fit.repeats.items()}
    owner |= {node.number: "problems" for node in flat}
    for node in outline.nodes:
        if node.parent is not None and node.parent in owner:
            owner[node.number] = owner[node.parent]
    return owner


def _dimensions(
    problems: Node | None,
    outline: Outline,
    under: Mapping[int | None, list[Node]],
    profile: Profile,
    grammar: Grammar,
) -> list[Node]:
    """Find the dimensions of the problems section, whatever the profile calls them.

    Without a list of dimensions in the profile, headings count as such only if something is listed below one
    of them or they are named like one (…方面): a plain list （一）…（二）… is a list of problems.
    """
    if problems is None:
        return []
    headed = _highest([node for node in under.get(problems.number, ()) if is_level(node)])
    if not headed:
        counted = [node for node in under.get(problems.number, ()) if node.name]
        return counted if len(counted) >= LEAST_FLAT else []
    if profile.dimensions:
        return [node for node in headed if not _is_aside(node.name, profile, grammar)]
    listed = any(under.get(node.number) for node in headed)
    named = any(node.heading in ("dimension", "plain", "bold") for node in headed)
    aspects = sum(
        outline.text(node.title_start, node.title_end).endswith(grammar["heading-closers"]) for node in headed
    )
    return headed if listed or named or 2 * aspects > len(headed) else []


def _is_aside(name: str, profile: Profile, grammar: Grammar) -> bool:
    """Return whether a heading beside the dimensions is a part that other papers give a section (典型案例剖析)."""
    slot = wordings(profile.sections, grammar).exact(name)
    if slot is None or profile.sections[slot].role in ITEMS:
        return False
    return wordings(profile.dimensions, grammar).exact(name) is None


def _special(
    outline: Outline,
    told: Sequence[Label],
    dimensions: set[int],
    problems: Node | None,
    profile: Profile,
    grammar: Grammar,
) -> dict[int, str]:
    """Find what stands among the problems and is none: labelled causes and measures (their role), asides (`item`)."""
    found: dict[int, str] = {}
    for node in outline.nodes:
        if node.parent in dimensions:
            role = label(node.name, grammar) or _announced(node, outline.nodes[node.parent], told)
            if role in ("causes", "measures"):
                found[node.number] = role
    beside = problems.number if problems and profile.dimensions else -1
    for node in outline.nodes:
        free = node.parent == beside and node.number not in dimensions and is_level(node)
        if free and _is_aside(node.name, profile, grammar):
            found[node.number] = "item"
    return found


def _announced(node: Node, dimension: Node, told: Sequence[Label]) -> str:
    """Return the role of the last label before an item in its dimension (整改措施：一是…二是…); empty if none."""
    last = bisect_left(told, node.start, key=lambda each: each[1]) - 1
    return told[last][0] if last >= 0 and told[last][1] >= dimension.start else ""


def _fit_dimensions(dimensions: Sequence[Node], profile: Profile, grammar: Grammar, known: bool) -> Alignment:
    """Match the dimensions; without a problems section they are neither there nor missing."""
    if not known or not profile.dimensions:
        return Alignment({})
    names = [node.name for node in dimensions]
    return align(names, profile.dimensions, grammar, profile.dimensions_ordered)


def _kinds(
    outline: Outline,
    under: Mapping[int | None, list[Node]],
    owner: Mapping[int, str],
    repeated: set[int],
    sections: set[int],
    dimensions: set[int],
    names: Mapping[int, str],
    special: Mapping[int, str],
    grammar: Grammar,
) -> dict[int, str]:
    kinds: dict[int, str] = {}
    holders: set[int] = set()

    @cache
    def headed(parent: int) -> frozenset[int]:
        levels = [node for node in under.get(parent, ()) if is_level(node)]
        return frozenset(node.number for node in _highest(levels))

    for node in outline.nodes:
        if node.number in dimensions:
            kinds[node.number] = "dimension"
            holders.add(node.number)
        elif node.number in sections:
            kinds[node.number] = "section"
            if owner.get(node.number) in ITEMS and node.number not in repeated:
                holders.add(node.number)
        elif node.number in special:
            kinds[node.number] = ITEMS.get(special[node.number], "item")
        elif node.implied or _is_transparent(node, outline, under, dimensions, names, grammar):
            kinds[node.number] = "item"
            if node.parent in holders:
                holders.add(node.number)
        else:
            kinds[node.number] = _item_kind(node, headed, owner, holders)
    return kinds


def _item_kind(
    node: Node, headed: Callable[[int], frozenset[int]], owner: Mapping[int, str], holders: set[int]
) -> str:
    """Directly below a holder stand problems, causes or measures; beside headed ones 一是 is only a remark."""
    if node.parent is None or node.parent not in holders:
        return "item"
    beside = headed(node.parent)
    return "item" if beside and node.number not in beside else ITEMS[owner[node.number]]


def _is_transparent(
    node: Node,
    outline: Outline,
    under: Mapping[int | None, list[Node]],
    dimensions: set[int],
    names: Mapping[int, str],
    grammar: Grammar,
) -> bool:
    """Return whether a heading below a dimension only repeats its name (1.政治忠诚, then 一是…) or says 存在问题."""
    if node.parent not in dimensions or not is_level(node) or not under.get(node.number):
        return False
    whole = outline.nodes[node.parent].name + names.get(node.parent, "")
    return len(node.name) >= 2 and (
        node.name in whole
        or _is_short_for(node.name, whole, grammar["title-joints"])
        or label(node.name, grammar) == "problems"
    )


def _is_short_for(name: str, whole: str, joints: tuple[str, ...]) -> bool:
    """Return whether a name of some length takes its characters from another in their order (管党责任)."""
    signs = iter(whole)
    return len(name) >= LEAST_SHORT and all(sign in signs for sign in name if sign not in joints)
