"""From nodes with roles to the parts of a draft, unnumbered problems included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from docklint.grammar import Grammar
from docklint.spans import Range
from docklint.structure.binding.examples import examples
from docklint.structure.binding.markers import ExampleMarkers
from docklint.structure.binding.paragraphs import clauses, faulted_from, items
from docklint.structure.binding.roles import Roles
from docklint.structure.binding.sections import ITEMS
from docklint.structure.draft import Example, Ordinal, Part, PartKind
from docklint.structure.outline.labels import labels
from docklint.structure.outline.titles import title_end
from docklint.structure.outline.tree import Node, Outline
from docklint.tuples import NamedTuple

SENTENCE_STOPS = "。！？；"
_ROLES = {kind: role for role, kind in ITEMS.items()}


class _Stretch(NamedTuple):
    """What becomes a part once its number is known."""

    range: Range
    node: Node
    """The node that opens it, or the one above it."""
    kind: PartKind | None = None
    """The kind of a part that bears neither ordinal nor heading; None for a node's own."""

    def order(self) -> tuple[int, int, bool]:
        """Return the key by which stretches stand in the order of the document, what holds others first."""
        return self.range.start, -self.range.end, self.kind is not None


class PartBuilder:
    """Makes the parts of one draft."""

    def __init__(self, outline: Outline, roles: Roles, grammar: Grammar) -> None:
        self._outline = outline
        self._roles = roles
        self._grammar = grammar
        self._text = outline.reading.text

    def parts(self) -> tuple[Part, ...]:
        """Make the parts, numbered in document order; a part whose heading is lost is none."""
        found = sorted(self._stretches(), key=_Stretch.order)
        ids = {each.node.number: i for i, each in enumerate(found) if each.kind is None}
        return tuple(
            [
                self._of_node(i, self._id_above(each.node.parent, ids), each)
                if each.kind is None
                else self._plain(i, ids[each.node.number], each.range, each.kind)
                for i, each in enumerate(found)
            ]
        )

    def _stretches(self) -> Iterator[_Stretch]:
        nodes = self._outline.nodes
        told, kinds = self._roles.told, self._roles.kinds
        listed = {
            nodes[node].parent for node, kind in kinds.items() if kind != "section" and node not in told
        }
        for node in nodes:
            if not node.implied:
                yield _Stretch(Range(node.start, self._visible_end(node.start, node.end)), node)
                if node.number not in listed:
                    yield from self._unnumbered(node)

    def _id_above(self, node: int | None, ids: Mapping[int, int]) -> int | None:
        while node is not None and node not in ids:
            node = self._outline.nodes[node].parent
        return None if node is None else ids[node]

    def _of_node(self, number: int, parent: int | None, stretch: _Stretch) -> Part:
        node, (start, end) = stretch.node, stretch.range
        kind = self._roles.kinds[node.number]
        title = self._claimed(node) if kind == "problem" else node.title_end
        numbered = node.value is not None
        return Part(
            id=number,
            kind=kind,
            parent=parent,
            range=stretch.range,
            title=Range(node.title_start, title),
            claim=Range(start, self._claim_end(title, end)),
            body=Range(min(max(node.body_start, title), end), end),
            ordinal=Ordinal(style=node.style, value=node.value, range=Range(start, node.marker_end))
            if node.value is not None
            else None,
            role=self._roles.owner.get(node.number),
            name=self._roles.names.get(node.number),
            sequence=node.sequence if numbered else None,
            examples=self._examples(node.marker_end, end) if kind == "problem" else (),
            node=node.number,
            is_empty=end <= node.body_start,
            orphaned=node.parent is not None and self._outline.nodes[node.parent].implied,
            fault=node.fault,
        )

    def _plain(self, number: int, parent: int, place: Range, kind: PartKind) -> Part:
        start, end = place
        claim = faulted_from(self._text, start, end, self._grammar) if kind == "problem" else start
        title = title_end(self._text, claim, end, aspect=kind != "problem")
        return Part(
            id=number,
            kind=kind,
            parent=parent,
            range=place,
            title=Range(claim, title),
            claim=Range(claim, self._claim_end(title, end)),
            body=Range(min(title + 1, end), end),
            role=_ROLES[kind],
            examples=self._examples(start, end) if kind == "problem" else (),
        )

    def _claimed(self, node: Node) -> int:
        """Find where the claim of a problem ends; 一是在调研方面，走得少： only a dimension's title ends at 方面."""
        following = node.number + 1
        nodes = self._outline.nodes
        limit = min(nodes[following].start, node.end) if following < len(nodes) else node.end
        return max(title_end(self._text, node.title_start, limit, aspect=False), node.title_start)

    def _visible_end(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in "\n ":
            end -= 1
        return end

    def _claim_end(self, title: int, end: int) -> int:
        """Find where a claim ends: it keeps its stop; a colon leads on and is none."""
        return title + 1 if title < end and self._text[title] in SENTENCE_STOPS else min(title, end)

    @cached_property
    def _marks(self) -> list[int]:
        """Where in the paper an example marker may begin."""
        outline = self._outline
        return self._grammar.once(ExampleMarkers).places(self._text, outline.start, outline.end)

    def _examples(self, start: int, end: int) -> tuple[Example, ...]:
        found = examples(self._text, start, end, self._grammar, self._marks)
        return tuple(Example(marker=Range(a, b), range=Range(a, c)) for a, b, c in found)

    def _unnumbered(self, node: Node) -> Iterator[_Stretch]:
        """Yield problems, causes or measures that bear no ordinal: paragraphs, or clauses of a semicolon list."""
        kind = self._kind_below(node)
        if kind == "problem":
            for role, start, end in self._labelled(node):
                yield from self._items(start, end, node, ITEMS[role])
        elif kind:
            yield from self._items(node.body_start, node.end, node, kind)

    def _kind_below(self, node: Node) -> PartKind | None:
        kind = self._roles.kinds[node.number]
        if kind == "dimension":
            return "problem"
        holds = kind == "section" and node.number in self._roles.names
        return ITEMS.get(self._roles.owner.get(node.number, "")) if holds else None

    def _labelled(self, node: Node) -> Iterator[tuple[str, int, int]]:
        """Divide the text below a heading where a line names what follows (整改措施：…); the rest tells problems."""
        role, begin = "problems", node.body_start
        end = self._own_end(node)
        for following, start, after in labels(self._text, node.body_start, end, self._grammar):
            yield role, begin, start
            role, begin = following, after
        yield role, begin, end

    def _own_end(self, node: Node) -> int:
        """Return where a node's own text ends: before the sentence that leads in to the causes told within it."""
        nodes = self._outline.nodes
        return min(
            (b for a, b in self._roles.told.items() if nodes[a].parent == node.number), default=node.end
        )

    def _items(self, begin: int, stop: int, node: Node, kind: PartKind) -> Iterator[_Stretch]:
        found = items(self._text, begin, stop, self._grammar)
        if kind == "problem" and len(found) == 1:
            found = clauses(self._text, *found[0], self._grammar) or found
        if kind != "problem" and len(found) < 2 and begin == node.body_start:
            found = clauses(self._text, *found[0], self._grammar) if found else []
        return (_Stretch(Range(*place), node, kind) for place in found)
