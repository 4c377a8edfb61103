"""Putting things between the characters of runs: a run is cut where it must be, and what is no text is never copied.

A cut closes the run and opens another with the same properties; drawings, fields and references stay on the side where
they stand. Every cut of a part is known before the first is made, so that several may fall into one run or one `w:t`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docklint.tuples import NamedTuple
from docklint.word.names import ATOMS, XML_SPACE, Names
from docklint.word.numbers import Numbers
from docklint.word.runs import BLANKS
from docklint.word.source import Source, SourceNode
from docklint.word.splice import Splices
from docklint.word.wording import Dialect, dialect, parsed, text


class Spot(NamedTuple):
    """A place at a character. `node`: a text atom or another child of a run, or what stands beside runs.

    `offset`: code points into the text of a `w:t`; of anything else 0 is before it and 1 behind it. `behind`: the
    place belongs to the character before it, so at an edge it is behind that, else before the next. `tight`: no
    neighbour without text may come between.
    """

    node: SourceNode
    offset: int
    behind: bool
    tight: bool = False


class _Between(NamedTuple):
    """XML that stands beside runs, to come between two characters."""

    xml: str


class _Inside(NamedTuple):
    """XML that stands in a run, to come between two characters."""

    xml: str


class Cutter:
    """All that is to be put between characters of one part."""

    def __init__(self, source: Source, numbers: Numbers) -> None:
        assert source.w is not None
        self.source = source
        self.w: Names = source.w
        self.numbers = numbers
        self.texts = frozenset((self.w.t, self.w("delText")))
        self._atoms = frozenset(map(self.w, ATOMS))
        self._inserts: dict[int, list[str]] = {}
        self._splits: dict[int, tuple[SourceNode, list[str]]] = {}
        self._inner: dict[SourceNode, dict[int, list[_Between | _Inside | str]]] = {}
        self._deleted: dict[SourceNode, list[tuple[int, int]]] = {}
        self._dropped: dict[SourceNode, list[tuple[int, int]]] = {}
        self._words: dict[SourceNode, str] = {}
        self._looks: dict[SourceNode, SourceNode | None] = {}
        self._indexed: set[SourceNode] = set()
        self._index: dict[SourceNode, int] = {}

    def put(self, spot: Spot, xml: str) -> None:
        """Put XML that stands beside runs at a spot; at one spot, in the order of the calls."""
        node, run = spot.node, spot.node.parent
        if run is None or run.tag != self.w.r:
            self._insert(node.end if spot.behind else node.start, xml)
        elif self.is_inside(spot):
            self._inner.setdefault(node, {}).setdefault(spot.offset, []).append(_Between(xml))
        elif self.is_edge(spot):
            self._insert(run.end if spot.behind else run.start, xml)
        else:
            at = node.end if spot.behind else node.start
            self._splits.setdefault(at, (run, []))[1].append(xml)

    def is_inside(self, spot: Spot) -> bool:
        """Say whether the spot parts the text of a `w:t`."""
        if spot.node.tag not in self.texts:
            return False
        start, end = self.visible(spot.node)
        return start < spot.offset < end

    def is_edge(self, spot: Spot) -> bool:
        """Say whether nothing but what the spot may ignore stands between it and the edge of its run."""
        run = spot.node.parent
        assert run is not None
        if run not in self._indexed:
            self._indexed.add(run)
            self._index.update({child: at for at, child in enumerate(run.children)})
        at = self._index[spot.node]
        beside = range(at + 1, len(run.children)) if spot.behind else range(at)
        return not any(self._parts(run.children[each], spot.tight) for each in beside)

    def outside(self, spot: Spot, local: str) -> Spot:
        """Return the spot beside the wrappers of a kind at whose edge a spot is; the spot itself if there are none."""
        holder = spot.node.parent
        if holder is None or holder.tag != self.w.r or self.is_inside(spot) or not self.is_edge(spot):
            return spot
        run = holder
        while _is_edge_of(holder, self.w(local), behind=spot.behind):
            holder = holder.parent
            assert holder is not None
        return spot if holder is run else Spot(holder, 0, spot.behind)

    def write(self, spot: Spot, words: str) -> None:
        """Write words into the run at a spot, as if they had always stood there."""
        if spot.node.tag in self.texts:
            between = _Inside(self.content(spot.node, words)) if "\t" in words else words
            self._inner.setdefault(spot.node, {}).setdefault(spot.offset, []).append(between)
        else:
            self._insert(spot.node.end if spot.behind else spot.node.start, self.content(spot.node, words))

    def delete(self, node: SourceNode, start: int, end: int) -> None:
        """Have characters of a `w:t` written as deleted text."""
        self._deleted.setdefault(node, []).append((start, end))

    def drop(self, node: SourceNode, start: int, end: int) -> None:
        """Have characters left out; of what is no `w:t`, the whole."""
        self._dropped.setdefault(node, []).append((start, end))

    def content(self, beside: SourceNode, words: str) -> str:
        """Return what a run holds to say `words`, with the prefix that its neighbour `beside` has."""
        return (
            self.dialect(beside)
            .one("tab")
            .join(self._element(beside, "t", each) if each else "" for each in words.split("\t"))
        )

    def words(self, node: SourceNode) -> str:
        """Return the text of a `w:t` as stored."""
        if node not in self._words:
            self._words[node] = parsed(self.source.content(node))
        return self._words[node]

    def visible(self, node: SourceNode) -> tuple[int, int]:
        """Return which code points of a `w:t` show: blanks at its ends do not, unless it keeps them."""
        words = self.words(node)
        if self._preserved(node):
            return 0, len(words)
        start = len(words) - len(words.lstrip(BLANKS))
        return start, max(start, len(words.rstrip(BLANKS)))

    def dialect(self, beside: SourceNode) -> Dialect:
        """Return how the names of WordprocessingML are written beside a node."""
        return dialect(beside, self.source.root.tag[1:].partition("}")[0], "w")

    def _element(self, beside: SourceNode, local: str, words: str) -> str:
        w = self.dialect(beside)
        return f'<{w.open(local)} xml:space="preserve">{text(words)}</{w(local)}>'

    def splice(self, splices: Splices) -> None:
        """Make all edits."""
        for at, xml in self._inserts.items():
            splices.insert(at, "".join(xml).encode())
        for at, (run, xml) in self._splits.items():
            splices.insert(at, f"</{run.raw}>{''.join(xml)}".encode() + self._opening(run))
        for node in dict.fromkeys((*self._inner, *self._deleted, *self._dropped)):
            written = b"".join(self._rewritten(node)) if node.tag in self.texts else b""
            splices.replace(node.start, node.end, written)

    def _insert(self, at: int, xml: str) -> None:
        self._inserts.setdefault(at, []).append(xml)

    def _parts(self, child: SourceNode, tight: bool) -> bool:
        """Say whether a child of a run parts a spot from the run's edge."""
        if child.tag == self.w.r_pr:
            return False
        if tight:
            return True
        return any(each.tag in self._atoms and self._shows(each) for each in child.below())

    def _shows(self, atom: SourceNode) -> bool:
        return atom.tag not in self.texts or atom.inside != atom.close

    def _preserved(self, node: SourceNode) -> bool:
        own = node.get(XML_SPACE)
        return (self.source.root.get(XML_SPACE) if own is None else own) == "preserve"

    def _rewritten(self, node: SourceNode) -> Iterator[bytes]:
        """Write a `w:t` anew: its pieces, what comes between them, and which of them are deleted."""
        run = node.parent
        assert run is not None
        waiting = ""
        for piece in (*self._pieces(node), _Inside("")):
            if isinstance(piece, str):
                waiting += piece
                continue
            yield self._element(node, node.local, waiting).encode() if waiting else b""
            waiting = ""
            if isinstance(piece, _Between):
                yield f"</{run.raw}>{piece.xml}".encode() + self._opening(run)
            else:
                yield piece.xml.encode()

    def _pieces(self, node: SourceNode) -> Iterator[str | _Between | _Inside]:
        """Yield words that stay or come, words that are deleted, and what stands between them."""
        words, inner = self.words(node), self._inner.get(node, {})
        deleted, dropped = self._deleted.get(node, ()), self._dropped.get(node, ())
        start, end = self.visible(node)
        cuts = sorted({start, end, *inner, *(edge for each in (*deleted, *dropped) for edge in each)})
        for left, right in zip(cuts, [*cuts[1:], end], strict=True):
            yield from _together(inner.get(left, ()))
            if _within(left, right, deleted):
                yield _Inside(self._element(node, "delText", words[left:right]))
            elif not _within(left, right, dropped):
                yield words[left:right]

    def _opening(self, run: SourceNode) -> bytes:
        """Return what opens a copy of a run: its tag and its properties."""
        properties = self.look(run)
        tag = self.source.start_tag(run)
        return tag if properties is None else tag + self.copied(properties).encode()

    def look(self, holder: SourceNode) -> SourceNode | None:
        """Return the `w:rPr` of a run, or of a paragraph's properties; a long run is looked through once."""
        if holder not in self._looks:
            self._looks[holder] = holder.child(self.w.r_pr)
        return self._looks[holder]

    def copied(self, properties: SourceNode, without: frozenset[str] = frozenset()) -> str:
        """Return properties to be written once more, `without` some of them by local name.

        Tracked changes among them get numbers of their own.
        """
        splices = Splices(self.source)
        for each in self.leave_out(splices, properties, without):
            self._renumber(splices, each)
        return splices.part_of(properties.start, properties.end).decode()

    def leave_out(
        self, splices: Splices, properties: SourceNode, without: frozenset[str]
    ) -> list[SourceNode]:
        """Take elements out of properties by local name; return those that stay."""
        waiting, stay = [properties], []
        while waiting:
            node = waiting.pop()
            if node.local in without:
                splices.remove(node)
            else:
                stay.append(node)
                waiting.extend(node.children)
        return stay

    def reopened(self, node: SourceNode) -> str:
        """Return the start tag of an element once more, with a number of its own."""
        splices = Splices(self.source)
        self._renumber(splices, node)
        return splices.part_of(node.start, node.inside).decode()

    def _renumber(self, splices: Splices, node: SourceNode) -> None:
        name = node.written(self.w.id)
        if name is None:
            return
        pattern = rb"\s" + re.escape(name.encode()) + rb"\s*=\s*(?:\"([^\"]*)\"|'([^']*)')"
        found = re.compile(pattern).search(self.source.data, node.start, node.inside)
        assert found is not None, "the parser read it there"
        group = 1 if found[1] is not None else 2
        splices.replace(found.start(group), found.end(group), str(self.numbers.next()).encode())


def _is_edge_of(node: SourceNode, tag: str, *, behind: bool) -> bool:
    """Say whether an element is the last child, or the first behind the properties, of an element of a kind."""
    if node.parent is None or node.parent.tag != tag:
        return False
    beside = [each for each in node.parent.children if not each.local.endswith("Pr")]
    return beside[-1 if behind else 0] is node


def _together(between: Iterable[_Between | _Inside | str]) -> Iterator[_Between | _Inside | str]:
    """Yield what stands beside runs at one place as one: between two such there is no run."""
    waiting = ""
    for each in between:
        if isinstance(each, _Between):
            waiting += each.xml
            continue
        if waiting:
            yield _Between(waiting)
        waiting = ""
        yield each
    if waiting:
        yield _Between(waiting)


def _within(left: int, right: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return left < right and any(first <= left and right <= last for first, last in ranges)
