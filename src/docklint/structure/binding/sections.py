"""The sections of a paper, matched to those of the profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from docklint.grammar import Grammar
from docklint.profile import Profile
from docklint.structure.binding.alignment import Alignment, align, joined, keyword_slot, named
from docklint.structure.draft import PartKind
from docklint.structure.outline.labels import label, labels
from docklint.structure.outline.tree import Node, Outline, highest, is_level
from docklint.structure.outline.wordings import Wordings, wordings
from docklint.values import replace

LEAST_FLAT = 2
"""So many top-level headings must name dimensions before a paper counts as one without a problems section."""
LEAST_INSIDE = 2
"""So many known sections below one heading show that they are the paper, and the heading names a piece."""
LEAST_LABELS = 2
"""So many paragraphs must call themselves measures (or causes) before the section of these is no longer missed."""
CLAUSES = 2
"""So many commas make a sentence of a title."""

ITEMS: Mapping[str, PartKind] = {"problems": "problem", "causes": "cause", "measures": "measure"}
"""The kind of the parts directly below the section (or dimension) of a role."""


class Sections:
    """The sections of a paper, matched to the profile's."""

    def __init__(self, outline: Outline, profile: Profile, grammar: Grammar) -> None:
        self.outline = outline
        self.profile = profile
        self.grammar = grammar
        self.under = outline.grouped()
        self.labels = tuple(labels(outline.reading.text, outline.start, outline.end, grammar))
        self.slots = profile.sections
        # First of all (首先) heads no section, nor does 一是, unless it names a dimension.
        self.nodes = [node for node in highest(self.under.get(None, [])) if is_level(node) or node.name]
        self._renamed = dict(self._whole_names())
        self.fit = self._fit()
        if not self._is_plain() and (inner := self._inside()):
            self.nodes = inner
            self.fit = self._fit()
        if told := self._problems_by_content():
            self._renamed[told.number] = grammar.normal(self._slot_title("problems"))
            self.fit = self._fit()
        self.flat = self._take_out_dimensions()

    @cached_property
    def problems(self) -> Node | None:
        """The section of problems, if it has a heading."""
        return next(
            (self.nodes[h] for s, h in self.fit.filled.items() if self.slots[s].role == "problems"), None
        )

    @cached_property
    def owner(self) -> dict[int, str]:
        """The role of the section that every node belongs to, by its number."""
        owner = {self.nodes[h].number: self.slots[s].role for s, h in self.fit.filled.items()}
        owner |= {self.nodes[h].number: self.slots[s].role for h, s in self.fit.repeats.items()}
        owner |= {node.number: "problems" for node in self.flat}
        for node in self.outline.nodes:
            if node.parent is not None and node.parent in owner:
                owner[node.number] = owner[node.parent]
        return owner

    def _is_plain(self) -> bool:
        """Return whether some top heading is just the title of a section, or of several."""
        known, filled = wordings(self.slots, self.grammar), [self.nodes[h] for h in self.fit.filled.values()]
        exact = any(known.exact(node.name) is not None for node in filled)
        return exact or any(joined(self._title(node), self.slots, self.grammar) for node in filled)

    def _name(self, node: Node) -> str:
        """Return what a top node may be known by: nothing, if it is a sentence (要征求意见，查找问题，…)."""
        return "" if self._title(node).count("，") >= CLAUSES else node.name

    def _title(self, node: Node) -> str:
        return self.outline.text(node.title_start, node.title_end)

    def _inside(self) -> list[Node]:
        """Find the sections of a paper that stands as one piece of a collection (第一部分 检查报告, then 一、…).

        Below each of several headings such words are labels, dimension by dimension.
        """
        found = [below for node in self.nodes if len(below := self._sections_below(node)) >= LEAST_INSIDE]
        return found[0] if len(found) == 1 else []

    def _sections_below(self, node: Node) -> list[Node]:
        """Return the headings right below a node if enough of them are titles of sections; else none."""
        known = wordings(self.slots, self.grammar)
        below = highest([child for child in self.under.get(node.number, ()) if is_level(child)])
        names = [child.name for child in below if child.name]
        told = sum(named(name, self.slots, self.grammar) is not None for name in names)
        plainly = any(known.exact(name) is not None for name in names)
        return below if plainly and told >= LEAST_INSIDE else []

    def _whole_names(self) -> Iterator[tuple[int, str]]:
        """Yield the one heading that only its whole wording tells (学习方面存在的问题), with its words."""
        free = [node for node in self.nodes if node.heading != "dimension"]
        free = [node for node in free if keyword_slot(node.name, self.slots) is None]
        wholes = ((node.number, self.grammar.whole(self._title(node))) for node in free)
        found = [each for each in wholes if keyword_slot(each[1], self.slots) is not None]
        return iter(found if len(found) == 1 else ())

    def names_aspect(self, node: Node) -> bool:
        """Return whether a heading is named like a dimension (…方面)."""
        return self._title(node).endswith(self.grammar["heading-closers"])

    def _slot_title(self, role: str) -> str:
        return next((slot.title for slot in self.slots if slot.role == role), "")

    def _problems_by_content(self) -> Node | None:
        """Find the section of problems by the dimensions below it, where its heading speaks of something else.

        存在问题分析 may head the causes or the problems; where the dimensions of the meeting stand under it and no
        other heading is that of the problems, it is theirs. A heading that is plainly that of another part stays so.
        """
        filled = {self.nodes[h].number: self.slots[s].role for s, h in self.fit.filled.items()}
        if not self._slot_title("problems") or "problems" in filled.values():
            return None
        known = wordings(self.slots, self.grammar)
        for node in self.nodes:
            plain = known.exact(node.name) is not None or filled.get(node.number) not in (None, "causes")
            if not plain and self._dimensions_below(node) >= LEAST_FLAT:
                return node
        return None

    def _dimensions_below(self, node: Node) -> int:
        """Count the headings right below a node that name dimensions, if they are half of them at least."""
        headed = [child for child in self.under.get(node.number, ()) if is_level(child)]
        known = wordings(self.profile.dimensions, self.grammar)
        named_so = [child for child in headed if child.name and self._names_dimension(child, known)]
        return len(named_so) if 2 * len(named_so) >= len(headed) else 0

    def _names_dimension(self, node: Node, known: Wordings) -> bool:
        if not self.profile.dimensions:
            return node.heading == "dimension"
        return known.exact(node.name) is not None or known.held(node.name) is not None

    def _take_out_dimensions(self) -> list[Node]:
        """Leave out dimensions that stand among the sections; return those that stand there on purpose."""
        labelled = self._labelled_tops()
        headless = labelled or self._headless_dimensions()
        on_purpose = labelled or _may_be_flat(self.profile) or _counted_along(headless, self.nodes)
        flat = headless if on_purpose else []
        if flat:
            self.slots = tuple(slot for slot in self.slots if slot.role != "problems")
        if headless:
            numbers = {node.number for node in headless}
            self.nodes = [node for node in self.nodes if node.number not in numbers]
            self.fit = self._fit()
        return flat

    def _fit(self) -> Alignment:
        """Match the sections. One whose heading joins two parts (原因剖析及整改措施) is the first; neither is missing.

        The same goes for causes and measures that stand as labelled paragraphs (整改措施：…) below every dimension.
        """
        slots, grammar, nodes = self.slots, self.grammar, self.nodes
        joint = [joined(self._title(node), slots, grammar) for node in nodes]
        plain = {
            named(node.name, slots, grammar) for node, both in zip(nodes, joint, strict=True) if not both
        }
        free = [[slot for slot in both if slots.index(slot) not in plain] or both for both in joint]
        names = [
            grammar.normal(mine[0].title) if mine else self._renamed.get(node.number, self._name(node))
            for node, mine in zip(nodes, free, strict=True)
        ]
        fit = align(names, slots, grammar, self.profile.ordered)
        fit = replace(
            fit, renamed={h: title for h, title in fit.renamed.items() if not self._is_told(h, fit)}
        )
        roles = {slot.role for both in joint for slot in both} | self._labelled
        return replace(fit, missing=tuple(s for s in fit.missing if slots[s].role not in roles))

    def _is_told(self, heading: int, fit: Alignment) -> bool:
        """Return whether a section is plainly what it fills, by what it calls itself (下步措施) or by what stands below it.

        Then it is called as one likes.
        """
        slot = next(s for s, h in fit.filled.items() if h == heading)
        role, node = self.slots[slot].role, self.nodes[heading]
        if label(node.name, self.grammar) == role:
            return True
        told = role == "problems" and self._dimensions_below(node) >= LEAST_FLAT
        return told and not self._is_misspelt(heading, fit.renamed[heading])

    def _is_misspelt(self, heading: int, wording: str) -> bool:
        """Return whether one character alone was mistaken in a heading as long as the title."""
        name, title = self.nodes[heading].name, self.grammar.normal(wording)
        return len(name) == len(title) and sum(map(str.__ne__, name, title)) == 1

    @cached_property
    def _labelled(self) -> set[str]:
        """The roles that labels in the text announce, if they do so under half of the dimensions at least."""
        nodes = self.outline.nodes
        least = max(LEAST_LABELS, sum(node.heading == "dimension" for node in nodes) / 2)
        counts = Counter(role for role, _, _ in self.labels)
        counts.update(label(node.name, self.grammar) for node in nodes if node.depth)
        return {role for role, count in counts.items() if role and count >= least}

    def _labelled_tops(self) -> list[Node]:
        """Find the top headings that hold their own problems and measures, by label (一、效率方面, then （一）存在的问题)."""
        tops = [node for node in self.nodes if self._labels_below(node) > {"problems"}]
        return tops if len(tops) >= LEAST_FLAT else []

    def _labels_below(self, node: Node) -> set[str]:
        below = (label(each.name, self.grammar) for each in self.under.get(node.number, ()) if is_level(each))
        return {role for role in below if role}

    def _headless_dimensions(self) -> list[Node]:
        """Find dimensions that stand at level 1: the problems section has no heading, or lost it."""
        roles = {self.profile.sections[s].role for s in self.fit.filled}
        if "problems" in roles:
            return []
        free = [node for h, node in enumerate(self.nodes) if h in self.fit.unexpected]
        if not self.profile.dimensions:
            aspects = [node for node in free if node.heading == "dimension" or self.names_aspect(node)]
            return aspects if len(aspects) >= LEAST_FLAT else []
        found = align([node.name for node in free], self.profile.dimensions, self.grammar)
        headings = {*found.filled.values(), *found.repeats}
        return [free[h] for h in sorted(headings)] if len(found.filled) >= LEAST_FLAT else []


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
