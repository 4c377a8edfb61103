"""Putting things between the characters of runs: a run is cut where it must be, and what is no text is never copied.

A cut closes the run and opens another with the same properties; drawings, fields and references stay on the side where
they stand. Every cut of a part is known before the first is made, so that several may fall into one run or one `w:t`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docklint.word.names import XML_SPACE, Names
from docklint.word.numbers import Numbers
from docklint.word.runs import BLANKS
from docklint.word.source import Node, Source
from docklint.word.splice import Splices
from docklint.word.walk import ATOMS
from docklint.word.wording import parsed, text


class Spot(NamedTuple):
    """A place at a character. `node`: a text atom or another child of a run, or what stands beside runs.

    `offset`: code points into the text of a `w:t`; of anything else 0 is before it and 1 behind it. `behind`: the
    place belongs to the character before it, so at an edge it is behind that, else before the next. `tight`: no
    neighbour without text may come between.
    """

    node: Node
    offset: int
    behind: bool
    tight: bool = False


class Cutter:
    """All that is to be put between characters of one part."""

    def __init__(self, source: Source, numbers: Numbers) -> None:
        assert source.w is not None
        self.source = source
        self.w: Names = source.w
        self.numbers = numbers
        self._atoms = frozenset(map(self.w, ATOMS))
        self._inserts: dict[int, list[str]] = {}
        self._splits: dict[int, tuple[Node, list[str]]] = {}
        self._inner: dict[Node, dict[int, list[str]]] = {}
        self._deleted: dict[Node, list[tuple[int, int]]] = {}
        self._words: dict[Node, str] = {}

    def put(self, spot: Spot, xml: str) -> None:
        """Put XML that stands beside runs at a spot; at one spot, in the order of the calls."""
        node, run = spot.node, spot.node.parent
        if run is None or run.tag != self.w.r:
            self._insert(node.end if spot.behind else node.start, xml)
        elif self.is_inside(spot):
            self._inner.setdefault(node, {}).setdefault(spot.offset, []).append(xml)
        elif self.is_edge(spot):
            self._insert(run.end if spot.behind else run.start, xml)
        else:
            at = node.end if spot.behind else node.start
            self._splits.setdefault(at, (run, []))[1].append(xml)

    def is_inside(self, spot: Spot) -> bool:
        """Say whether the spot parts the text of a `w:t`."""
        if spot.node.tag != self.w.t:
            return False
        start, end = self.visible(spot.node)
        return start < spot.offset < end

    def is_edge(self, spot: Spot) -> bool:
        """Say whether nothing but what the spot may ignore stands between it and the edge of its run."""
        run = spot.node.parent
        assert run is not None
        at = run.children.index(spot.node)
        beside = run.children[at + 1 :] if spot.behind else run.children[:at]
        return not any(self._parts(each, spot.tight) for each in beside)

    def delete(self, node: Node, start: int, end: int) -> None:
        """Have characters of a `w:t` written as deleted text."""
        self._deleted.setdefault(node, []).append((start, end))

    def words(self, node: Node) -> str:
        """Return the text of a `w:t` as stored."""
        if node not in self._words:
            self._words[node] = parsed(self.source.content(node))
        return self._words[node]

    def visible(self, node: Node) -> tuple[int, int]:
        """Return which code points of a `w:t` show: blanks at its ends do not, unless it keeps them."""
        words = self.words(node)
        if self._preserved(node):
            return 0, len(words)
        start = len(words) - len(words.lstrip(BLANKS))
        return start, max(start, len(words.rstrip(BLANKS)))

    def splice(self, splices: Splices) -> None:
        """Make all edits."""
        for at, xml in self._inserts.items():
            splices.insert(at, "".join(xml).encode())
        for at, (run, xml) in self._splits.items():
            splices.insert(at, (f"</{run.raw}>{''.join(xml)}".encode()) + self._opening(run))
        for node in dict.fromkeys((*self._inner, *self._deleted)):
            splices.replace(node.start, node.end, b"".join(self._rewritten(node)))

    def _insert(self, at: int, xml: str) -> None:
        self._inserts.setdefault(at, []).append(xml)

    def _parts(self, child: Node, tight: bool) -> bool:
        """Say whether a child of a run parts a spot from the run's edge."""
        if child.tag == self.w.r_pr:
            return False
        if tight:
            return True
        return any(each.tag in self._atoms and self._shows(each) for each in child.below())

    def _shows(self, atom: Node) -> bool:
        return atom.tag != self.w.t or atom.inside != atom.close

    def _preserved(self, node: Node) -> bool:
        own = node.get(XML_SPACE)
        return (self.source.root.get(XML_SPACE) if own is None else own) == "preserve"

    def _rewritten(self, node: Node) -> Iterator[bytes]:
        """Write a `w:t` anew: its pieces, what comes between them, and which of them are deleted."""
        words, inner = self.words(node), self._inner.get(node, {})
        start, end = self.visible(node)
        run = node.parent
        assert run is not None
        cuts = [start, *sorted(inner), end]
        for at, (left, right) in enumerate(zip(cuts, cuts[1:], strict=False)):
            if at:
                yield f"</{run.raw}>{''.join(inner[left])}".encode() + self._opening(run)
            deleted = any(first <= left and right <= last for first, last in self._deleted.get(node, ()))
            yield from self._piece(node, words[left:right], deleted)

    def _piece(self, node: Node, words: str, deleted: bool) -> Iterator[bytes]:
        prefix = node.raw.rpartition(":")[0]
        name = node.raw if not deleted else f"{prefix}:delText" if prefix else "delText"
        tag = keeping_blanks(self.source, node)
        yield b"<" + name.encode() + tag[len(node.raw) + 1 :]
        yield text(words).encode() + f"</{name}>".encode()

    def _opening(self, run: Node) -> bytes:
        """Return what opens a copy of a run: its tag and its properties."""
        properties = run.child(self.w.r_pr)
        tag = self.source.start_tag(run)
        return tag if properties is None else tag + self.copied(properties)

    def copied(self, properties: Node) -> bytes:
        """Return properties to be written once more; tracked changes among them get numbers of their own."""
        splices = Splices(self.source)
        for each in properties.below():
            name = each.written(self.w.id)
            if name is not None:
                tag = self.source.start_tag(each) if not each.empty else self.source.bytes_of(each)
                pattern = rb"(\s" + re.escape(name.encode()) + rb"\s*=\s*)(?:\"[^\"]*\"|'[^']*')"
                found = re.search(pattern, tag)
                assert found is not None
                number = found[1] + f'"{self.numbers.next()}"'.encode()
                splices.replace(each.start + found.start(), each.start + found.end(), number)
        return splices.part_of(properties.start, properties.end)


def keeping_blanks(source: Source, node: Node) -> bytes:
    """Return the start tag of a `w:t` that keeps its blanks."""
    tag, name = source.start_tag(node), node.raw.encode()
    if node.get(XML_SPACE) is not None:
        return re.sub(rb"(\sxml:space\s*=\s*)(?:\"[^\"]*\"|'[^']*')", rb'\1"preserve"', tag)
    return b"<" + name + b' xml:space="preserve"' + tag[1 + len(name) :]
