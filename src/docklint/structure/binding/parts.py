"""From nodes with roles to the parts of a draft, unnumbered problems included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docklint.grammar import Grammar
from docklint.structure.binding.examples import examples
from docklint.structure.binding.paragraphs import clauses, items
from docklint.structure.binding.roles import ITEMS, Roles
from docklint.structure.draft import Example, Ordinal, Part
from docklint.structure.normalise.reading import Reading
from docklint.structure.outline.labels import labels
from docklint.structure.outline.titles import title_end
from docklint.structure.outline.tree import Node, Outline

SENTENCE_STOPS = "。！？；"


_Stretch = tuple[int, int, Node, str]
"""What becomes a part once its number is known: start, end, and the node that opens it with an empty kind, or else
the node above it with the kind of a part that bears neither ordinal nor heading."""


def build(outline: Outline, roles: Roles, grammar: Grammar) -> tuple[Part, ...]:
    """Make the parts of a draft, numbered in document order, ghosts left out."""
    text = outline.reading.text
    listed = {outline.nodes[node].parent for node, kind in roles.kinds.items() if kind != "section"}
    visible = [node for node in outline.nodes if not node.implied]
    found: list[_Stretch] = [
        (node.start, _visible_end(text, node.start, node.end), node, "") for node in visible
    ]
    for node in visible:
        if node.number not in listed:
            found.extend(_unnumbered(node, outline, roles, grammar))
    found.sort(key=_order)
    ids = {node.number: i for i, (_, _, node, kind) in enumerate(found) if not kind}
    return tuple(
        [
            _plain(i, ids[node.number], start, end, kind, outline.reading, grammar)
            if kind
            else _numbered(i, _id_above(node.parent, ids, outline), end, node, outline, roles, grammar)
            for i, (start, end, node, kind) in enumerate(found)
        ]
    )


def _order(stretch: _Stretch) -> tuple[int, int, bool]:
    start, end, _, kind = stretch
    return start, -end, bool(kind)


def _id_above(node: int | None, ids: Mapping[int, int], outline: Outline) -> int | None:
    while node is not None and node not in ids:
        node = outline.nodes[node].parent
    return None if node is None else ids[node]


def _numbered(
    number: int, parent: int | None, end: int, node: Node, outline: Outline, roles: Roles, grammar: Grammar
) -> Part:
    reading, start = outline.reading, node.start
    text, place = reading.text, reading.place
    kind = roles.kinds[node.number]
    return Part(
        number,
        kind,
        parent,
        place(start, end),
        place(node.title_start, node.title_end),
        place(start, _claim_end(text, node.title_end, end)),
        place(min(node.body_start, end), end),
        None if node.value is None else Ordinal(node.style, node.value, place(start, node.marker_end)),
        roles.owner.get(node.number),
        roles.names.get(node.number),
        None if node.value is None else node.sequence,
        _examples(reading, node.marker_end, end, grammar) if kind == "problem" else (),
        node.number,
        end <= node.body_start,
        node.parent is not None and outline.nodes[node.parent].implied,
        node.fault,
    )


def _visible_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "\n ":
        end -= 1
    return end


def _claim_end(text: str, title: int, end: int) -> int:
    """A claim keeps its stop; a colon leads on and is none."""
    return title + 1 if title < end and text[title] in SENTENCE_STOPS else min(title, end)


def _examples(reading: Reading, start: int, end: int, grammar: Grammar) -> tuple[Example, ...]:
    found = examples(reading.text, start, end, grammar)
    return tuple(Example(reading.place(a, b), reading.place(a, c)) for a, b, c in found)


def _unnumbered(node: Node, outline: Outline, roles: Roles, grammar: Grammar) -> Iterator[_Stretch]:
    """Problems, causes or measures that bear no ordinal: paragraphs, or the clauses of a semicolon list."""
    kind = _kind_below(node, roles)
    if kind == "problem":
        for role, start, end in _labelled(outline.reading.text, node, grammar):
            yield from _items(start, end, node, ITEMS[role], outline.reading.text, grammar)
    elif kind:
        yield from _items(node.body_start, node.end, node, kind, outline.reading.text, grammar)


def _labelled(text: str, node: Node, grammar: Grammar) -> Iterator[tuple[str, int, int]]:
    """Divide the text below a heading where a line names what follows (整改措施：…); the rest tells problems."""
    role, begin = "problems", node.body_start
    for following, start, after in labels(text, node.body_start, node.end, grammar):
        yield role, begin, start
        role, begin = following, after
    yield role, begin, node.end


def _items(begin: int, stop: int, node: Node, kind: str, text: str, grammar: Grammar) -> Iterator[_Stretch]:
    found = items(text, begin, stop, grammar)
    if kind == "problem" and len(found) == 1:
        found = clauses(text, *found[0]) or found
    if kind != "problem" and len(found) < 2 and begin == node.body_start:
        found = clauses(text, *found[0]) if found else []
    for start, end in found:
        yield start, end, node, kind


def _kind_below(node: Node, roles: Roles) -> str | None:
    kind = roles.kinds[node.number]
    if kind == "dimension":
        return "problem"
    holds = kind == "section" and node.number in roles.names
    return ITEMS.get(roles.owner.get(node.number, "")) if holds else None


def _plain(
    number: int, parent: int, start: int, end: int, kind: str, reading: Reading, grammar: Grammar
) -> Part:
    text, place = reading.text, reading.place
    title = title_end(text, start, end)
    return Part(
        number,
        kind,
        parent,
        place(start, end),
        place(start, title),
        place(start, _claim_end(text, title, end)),
        place(min(title + 1, end), end),
        role={value: role for role, value in ITEMS.items()}[kind],
        examples=_examples(reading, start, end, grammar) if kind == "problem" else (),
    )
