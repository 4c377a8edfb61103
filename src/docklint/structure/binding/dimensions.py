"""The dimensions of a paper's problems, matched to those of the profile."""

from __future__ import annotations

from collections.abc import Sequence

from docklint.structure.binding.alignment import Alignment, align
from docklint.structure.binding.sections import ITEMS, LEAST_FLAT, Sections
from docklint.structure.outline.labels import label
from docklint.structure.outline.tree import Node, highest, is_level
from docklint.structure.outline.wordings import wordings


class Dimensions:
    """The dimensions of the problems section, matched to the profile's."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self.nodes = sections.flat or self._below(sections.problems)
        self.numbers = {node.number for node in self.nodes}
        self.fit = self._fit()

    def _below(self, problems: Node | None) -> list[Node]:
        """Find the dimensions of the problems section, whatever the profile calls them.

        Without a list of dimensions in the profile, headings count as such only if something is listed below one
        of them or they are named like one (…方面): a plain list （一）…（二）… is a list of problems. A label
        (（一）存在的问题, （二）产生的原因) says what stands below it and is no dimension.
        """
        if problems is None:
            return []
        under, profile = self._sections.under, self._sections.profile
        children = under.get(problems.number, ())
        levels = highest([node for node in children if is_level(node)])
        headed = [node for node in levels if not label(node.name, self._sections.grammar)]
        if not levels:
            counted = [node for node in children if node.name]
            return counted if len(counted) >= LEAST_FLAT else []
        if profile.dimensions:
            return [node for node in headed if not self.is_aside(node)]
        if self._are_claims(headed):
            return []
        listed = any(under.get(node.number) for node in headed)
        looks_it = any(node.heading in ("dimension", "plain", "bold") for node in headed)
        return (
            headed
            if listed or looks_it or 2 * sum(map(self._sections.names_aspect, headed)) > len(headed)
            else []
        )

    def _are_claims(self, headed: Sequence[Node]) -> bool:
        """Return whether headings tell problems whose manifestations are listed below (具体表现为：一是…二是…)."""
        listing = [node for node in headed if self._sections.under.get(node.number)]
        return bool(listing) and 2 * sum(map(self._leads_to_manifestations, listing)) > len(listing)

    def _leads_to_manifestations(self, node: Node) -> bool:
        first = self._sections.under[node.number][0].start
        between = self._sections.outline.text(node.title_end, first).rstrip("：，\n")
        return between.endswith(self._sections.grammar["example-leads"])

    def is_aside(self, node: Node) -> bool:
        """Return whether a heading beside dimensions is a part that other papers give a section (典型案例剖析)."""
        profile, grammar = self._sections.profile, self._sections.grammar
        slot = wordings(profile.sections, grammar).exact(node.name)
        other = slot is not None and profile.sections[slot].role not in ITEMS
        return other and wordings(profile.dimensions, grammar).exact(node.name) is None

    def _fit(self) -> Alignment:
        """Match the dimensions; without a problems section they are neither there nor missing."""
        sections, profile = self._sections, self._sections.profile
        known = sections.problems is not None or bool(sections.flat)
        if not known or not profile.dimensions:
            return Alignment({})
        names = [node.name for node in self.nodes]
        return align(names, profile.dimensions, sections.grammar, profile.dimensions_ordered)
