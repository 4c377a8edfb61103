"""Ends of lines in a Word file: paragraphs joined and parted, line breaks taken out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from docklint.document import Line
from docklint.word.cutting import Cutter, Spot
from docklint.word.editable import Editable, Reason
from docklint.word.source import SourceNode
from docklint.word.splice import Splices

_BETWEEN = frozenset(
    {
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd"),
    }
)
"""What may stand between two paragraphs that become one."""
_ONCE = frozenset({"sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo"})
"""Of a paragraph's properties, what its mark alone has: a second paragraph must not."""
_GONE = frozenset({"del", "moveFrom", "vanish"})
_STORIES = ("body", "table")


class Marks:
    """The ends of the lines of one document, and what is to become of them."""

    def __init__(self, editable: Editable, cutter: Cutter, splices: Splices) -> None:
        self.editable = editable
        self.cutter = cutter
        self.splices = splices
        self.source, self.w = editable.source, editable.w
        self._signs: dict[SourceNode, str] = {}
        self._joined: dict[SourceNode, SourceNode] = {}
        self._claims: dict[SourceNode, bool] = {}
        self._parted: set[SourceNode] = set()
        self._partings: Counter[SourceNode] = Counter()

    def refusal(self, offset: int) -> Reason | None:
        """Return why the line end at `offset` cannot be deleted; None if it can."""
        above, below = self._lines(offset)
        if above.part != below.part or above.part not in _STORIES:
            return Reason.LINE_END
        if above.contents or below.contents:
            return Reason.CONTENTS
        first, second = self._last_paragraph(above), self._paragraph(below)
        if first is second:
            found = self._break(above, below)
            return Reason.LINE_END if found is None else self.editable.refusal_of(found)
        if above.label or below.label or not self._can_join(first, second):
            return Reason.LINE_END
        return self.editable.refusal_of(first) or self.editable.refusal_of(second)

    def claim_join(self, offset: int) -> bool:
        """Say whether the line end at `offset` can go together with the edits claimed before, and claim it."""
        above, below = self._lines(offset)
        first, second = self._last_paragraph(above), self._paragraph(below)
        return first is second or self._claim((first, second), joining=True)

    def claim_spot(self, spot: Spot, breaks: int) -> bool:
        """Say the same of words with so many line ends, to be inserted at a spot."""
        paragraph = self._around(spot)
        if paragraph is None or not (breaks or spot.node is paragraph):
            return True
        self._partings[paragraph] += breaks
        return self._claim((paragraph,), joining=False)

    def join(self, offset: int, sign: str | None) -> None:
        """Delete a line end; `sign`: how a deletion is told of, None if it is not tracked."""
        above, below = self._lines(offset)
        first, second = self._last_paragraph(above), self._paragraph(below)
        if first is second:
            self._take_out(self._break(above, below), sign)
        elif sign is None:
            self._joined[first] = second
        else:
            self._signs[first] = sign

    def can_part(self, spot: Spot, line: Line) -> bool:
        """Say whether the paragraph can be parted at a spot in a line: in no wrapper, and without a number."""
        return self._around(spot) is not None and not line.label

    def part(self, spot: Spot, said: Sequence[str], sign: Callable[[], str]) -> str:
        """Return XML that ends the paragraph at a spot and goes on in others, each saying one of `said`.

        `sign`: makes what tells of an inserted paragraph, empty if that is not tracked. The last part keeps the
        paragraph's own mark; those before it have its properties, but for what only one can have.
        """
        paragraph = self._around(spot)
        assert paragraph is not None, "refused before"
        properties = paragraph.child(self.w.p_pr)
        heads = [] if paragraph in self._parted else [self._signed(paragraph, sign(), _ONCE)]
        self._partings[paragraph] -= len(said)
        marked = len(said) - (not self._partings[paragraph])
        heads += [self._signed(paragraph, sign(), _ONCE) for _ in range(marked)]
        if paragraph not in self._parted:
            self._parted.add(paragraph)
            self._set_properties(paragraph, heads.pop(0))
        if not self._partings[paragraph]:
            heads.append("" if properties is None else self.source.bytes_of(properties).decode())
        raw = paragraph.raw
        return "".join(f"</{raw}><{raw}>{head}{each}" for head, each in zip(heads, said, strict=True))

    def empty(self, line: Line) -> Spot | Reason:
        """Return the spot in a paragraph without text; a reason if there is none."""
        if line.part not in _STORIES:
            return Reason.TEXT_BOX if line.part == "textbox" else Reason.ELSEWHERE
        if line.contents:
            return Reason.CONTENTS
        lines = self.editable.document.lines
        at = bisect_right(lines, line.start, key=lambda each: each.start) - 1
        beside = (lines[each] for each in (at - 1, at + 1) if 0 <= each < len(lines))
        alone = all(each.paragraph != line.paragraph for each in beside if each.part in _STORIES)
        if not alone or line.paragraph > len(self.editable.paragraphs):
            return Reason.LINE_END
        paragraph = self._paragraph(line)
        return self.editable.refusal_of(paragraph) or Spot(paragraph, 1, True)

    def splice(self) -> None:
        """Make the edits of the marks of joined paragraphs."""
        for paragraph, sign in self._signs.items():
            self._set_properties(paragraph, self._signed(paragraph, sign, frozenset()))
        followers = set(self._joined.values())
        for first in self._joined:
            if first not in followers:
                self._join(self._chain(first))

    def _claim(self, paragraphs: tuple[SourceNode, ...], *, joining: bool) -> bool:
        claimed = [self._claims.setdefault(each, joining) for each in paragraphs]
        return all(each is joining for each in claimed)

    def _lines(self, offset: int) -> tuple[Line, Line]:
        lines = self.editable.document.lines
        at = bisect_right(lines, offset, key=lambda line: line.start) - 1
        return lines[at], lines[at + 1]

    def _paragraph(self, line: Line) -> SourceNode:
        return self.editable.paragraphs[line.paragraph - 1]

    def _last_paragraph(self, line: Line) -> SourceNode:
        """Return the paragraph that a line ends with: the marks of those before it are gone."""
        pieces = list(self.editable.places.real(line.start, line.end))
        if not pieces:
            return self._paragraph(line)
        atom = self.editable.places.atoms[pieces[-1][0].atom]
        return next(each for each in atom.ancestors() if each.tag == self.w.p)

    def _around(self, spot: Spot) -> SourceNode | None:
        """Return the paragraph that a spot stands in directly, or in a run of."""
        run = spot.node.parent
        around = spot.node if spot.node.tag == self.w.p else run.parent if run is not None else None
        return around if around is not None and around.tag == self.w.p else None

    def _break(self, above: Line, below: Line) -> SourceNode | None:
        """Return the line break between two lines of a paragraph, if it is the only thing there that breaks."""
        real, atoms = self.editable.places.real, self.editable.places.atoms
        before, after = list(real(above.start, above.end)), list(real(below.start, below.end))
        if not before or not after:
            return None
        between = atoms[before[-1][0].atom + 1 : after[0][0].atom]
        breaks = [each for each in between if each.local in ("br", "cr")]
        return breaks[0] if len(breaks) == 1 and breaks[0].get(self.w.type) is None else None

    def _take_out(self, found: SourceNode | None, sign: str | None) -> None:
        assert found is not None, "refused before"
        if sign is None:
            self.cutter.drop(found, 0, 1)
        else:
            self.cutter.put(Spot(found, 0, False, True), sign.removesuffix("/>") + ">")
            self.cutter.put(Spot(found, 1, True, True), f"</{sign[1:].split()[0]}>")

    def _can_join(self, first: SourceNode, second: SourceNode) -> bool:
        """Say whether nothing stands between two paragraphs, and the first one's mark is an ordinary one."""
        if first.parent is None or first.parent is not second.parent:
            return False
        siblings = first.parent.children
        between = siblings[siblings.index(first) + 1 : siblings.index(second)]
        properties = first.child(self.w.p_pr)
        look = None if properties is None else properties.child(self.w.r_pr)
        ends_section = properties is not None and properties.child(self.w("sectPr")) is not None
        gone = look is not None and any(each.local in _GONE for each in look)
        if ends_section or gone or any(map(self._turns, (first, second))):
            return False
        return all(each.local in _BETWEEN for each in between)

    def _turns(self, paragraph: SourceNode) -> bool:
        """Say whether a page or column begins within a paragraph: joined, its line would break elsewhere."""
        return any(each.local == "br" and each.get(self.w.type) is not None for each in paragraph.below())

    def _set_properties(self, paragraph: SourceNode, written: str) -> None:
        properties = paragraph.child(self.w.p_pr)
        if properties is not None:
            self.splices.replace(properties.start, properties.end, written.encode())
        elif written:
            self.splices.prepend(paragraph, written.encode())

    def _signed(self, paragraph: SourceNode, sign: str, without: frozenset[str]) -> str:
        """Return a paragraph's properties with a sign on its mark, first in its look, and `without` some."""
        properties = paragraph.child(self.w.p_pr)
        w = self.cutter.dialect(paragraph)
        look = f"<{w.open('rPr')}>{sign}</{w('rPr')}>" if sign else ""
        if properties is None:
            return f"<{w.open('pPr')}>{look}</{w('pPr')}>" if look else ""
        splices = Splices(self.source)
        self.cutter.leave_out(splices, properties, without)
        old = properties.child(self.w.r_pr)
        inserted = None if old is None else old.child(self.w("ins"))
        if old is None:
            last = next((each for each in properties if each.local in ("sectPr", "pPrChange")), None)
            if last is None:
                splices.append(properties, look.encode())
            else:
                splices.insert(last.start, look.encode())
        elif inserted is not None and "ins" not in without:
            splices.insert(inserted.end, sign.encode())
        else:
            splices.prepend(old, sign.encode())
        return splices.part_of(properties.start, properties.end).decode()

    def _chain(self, first: SourceNode) -> list[SourceNode]:
        chain = [first]
        while chain[-1] in self._joined:
            chain.append(self._joined[chain[-1]])
        return chain

    def _join(self, chain: list[SourceNode]) -> None:
        """Make one paragraph of several; it has the last one's mark and properties, as in Word."""
        last = chain[-1]
        properties = last.child(self.w.p_pr)
        head = self.source.start_tag(last) + (b"" if properties is None else self.source.bytes_of(properties))
        for each in chain:
            begin, end = self._inside(each)
            tail = f"</{last.raw}>".encode() if each is last else b""
            opening = head if each is chain[0] else b""
            if each.empty:
                self.splices.replace(each.start, each.end, opening + tail)
                continue
            self.splices.replace(each.start, begin, opening)
            self.splices.replace(end, each.end, tail)

    def _inside(self, paragraph: SourceNode) -> tuple[int, int]:
        properties = paragraph.child(self.w.p_pr)
        return paragraph.inside if properties is None else properties.end, paragraph.close
