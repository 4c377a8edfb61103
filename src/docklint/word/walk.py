"""One pass over one part: what it knows while it walks, and the few things every element's handler needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docklint.document import Unread
from docklint.errors import TooLong
from docklint.typed import NoReturn, TypeAlias
from docklint.values import Value
from docklint.word import errors, guard
from docklint.word.lines import Place, Sheet, Strip, Trace
from docklint.word.names import ATOMS, PARA_ID, Names
from docklint.word.numbering import Counters, Numbering
from docklint.word.styles import Style, Styles
from docklint.word.xml import Element, descend

REMOVED = {"final": frozenset({"del", "moveFrom"}), "original": frozenset({"ins", "moveTo"})}
"""Which tracked changes take their text away in a view."""


class Field:
    """A complex field: its instruction until `separate`, its result after it."""

    __slots__ = ("code", "contents", "result")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.result = False
        self.contents = False


class Paragraph:
    """What the open paragraph of a flow says of itself.

    `gone` and `hidden` speak of its mark. `speaks`: its style alone gives it a number, a level or a hidden mark.
    `reformatted`: the mark of a tracked change of its properties.
    """

    __slots__ = (
        "bold",
        "gone",
        "hidden",
        "ilvl",
        "num_id",
        "outline",
        "reformatted",
        "speaks",
        "style",
        "vanish",
    )

    def __init__(self, style: Style, *, bold: bool = False, vanish: bool = False) -> None:
        self.style = style
        self.bold = bool(style.bold) or bold
        self.vanish = bool(style.vanish) or vanish
        self.num_id: int | None = None
        self.ilvl: int | None = None
        self.outline: int | None = None
        self.reformatted: Trace | None = None
        self.gone = False
        self.hidden = self.vanish
        self.speaks = self.hidden or bool(style.num_id or style.outline or style.contents)


class Flow:
    """A run of paragraphs that follow one another: a story, or one text box in it.

    `line`: the strip being filled. `joined`: the last paragraph's mark is gone, so the next goes on in its
    line. `hushed`: fields whose instruction is open. `contents`: open tables of contents. `turned`: a page
    break awaits text. `hidden`, `bold`: the look of the open run; `unlooked`: its properties, if nobody
    needed them so far. `rows`: rows of tables so far; `cell`: the row and column of the next cell.
    """

    def __init__(self, part: str, counters: Counters, paragraph: Paragraph) -> None:
        self.part = part
        self.counters = counters
        self.strips: list[Strip] = []
        self.line: Strip | None = None
        self.joined = False
        self.fields: list[Field] = []
        self.hushed = self.contents = self.tables = self.rows = 0
        self.cell = (0, 0)
        self.turned = False
        self.hidden = False
        self.bold = False
        self.unlooked: Element | None = None
        self.paragraph = paragraph

    def flush(self) -> None:
        """End a line that waited for a paragraph to join; a paragraph of which nothing is left is no line."""
        if self.joined and self.line and not (self.line.size or self.line.label):
            self.line.dropped = True
        self.joined = False


class Budget:
    """What all parts may still use up together."""

    __slots__ = ("characters", "lines", "marks", "pieces")

    def __init__(self) -> None:
        self.lines = guard.MAX_LINES
        self.pieces = guard.MAX_PIECES
        self.marks = guard.MAX_MARKS
        self.characters = guard.MAX_CHARACTERS

    def restore(self, before: Budget) -> None:
        """Forget what was used up since `before` was copied."""
        self.lines, self.pieces = before.lines, before.pieces
        self.marks, self.characters = before.marks, before.characters

    def refuse(self) -> NoReturn:
        """Say what is used up. Raises `TooManyPieces` or `TooLong`."""
        if self.pieces < 0:
            raise errors.TooManyPieces(limit=guard.MAX_PIECES)
        raise TooLong(limit=guard.MAX_CHARACTERS)


class View(Value):
    """What the whole document is read with. `fields=False`: show instructions as well (a field is broken)."""

    styles: Styles
    numbering: Numbering
    revisions: str
    budget: Budget
    fields: bool = True


Handler: TypeAlias = Callable[["Walk", Element], None]


class Walk:
    """The state of one pass over one part."""

    def __init__(self, source: str, part: str, w: Names, table: Mapping[str, Handler], view: View) -> None:
        self.source = source
        self.part = part
        self.w = w
        self.table = table
        self.view = view
        self.budget = view.budget
        self.styles = view.styles
        self.removes = REMOVED[view.revisions]
        self.plain = self.paragraph(None)
        self.flow = Flow(part, Counters(), self.plain)
        self.flows = [self.flow]
        self.box_counters = Counters()
        self.atom = self.paragraphs = self.removed = self.contents = 0
        self.page = 1
        self.para_ids: dict[str, int] = {}
        self.traces: list[Trace] = []
        self.tracking: list[Trace] = []
        self.anchors: dict[str, list[Place]] = {}
        self.comments: dict[str, Trace] = {}
        self.unread: dict[Unread, None] = {}
        self.references: list[str] = []
        self.hides = self.tracks = self.looks = self.reformats = True
        self.preserves = False

    def children(self, element: Element) -> None:
        """Handle an element's children; what nobody knows is looked through, so that no text is lost."""
        find = self.table.get
        for child in element:
            handler = find(child.tag)
            if handler is not None:
                handler(self, child)
            elif len(child):
                self.children(child)

    def put(self, text: str, atom: int, offset: int = 0) -> None:
        """Take text that stands at `offset` of an atom: show it, or record that it is hidden or gone.

        Raises `TooManyPieces` or `TooLong`.
        """
        flow = self.flow
        if self.removed or flow.hushed or flow.hidden or flow.line is None:
            self._swallow(text)
            return
        if flow.turned:
            self.break_line()
        if self.tracking:
            for trace in self.tracking:
                trace.texts.append(text)
        # Counted and added here and not in calls: a long draft has tens of thousands of pieces.
        budget, line, size = self.budget, flow.line, len(text)
        budget.pieces -= 1
        budget.characters -= size
        if budget.pieces < 0 or budget.characters < 0:
            budget.refuse()
        column, line.size = line.size, line.size + size
        line.pieces.append((column, line.size, atom, offset))
        line.chunks.append(text)
        if flow.bold is not line.bold and not text.isspace():
            line.bold = flow.bold and line.bold is not False

    def break_line(self) -> None:
        """Go on in a new line of the same paragraph."""
        flow, old = self.flow, self.flow.line
        flow.turned = False
        if old is not None:
            self.begin_line(old.part, old.paragraph, old.para_id, old.contents).heading = old.heading

    def begin_line(self, part: str, paragraph: int, para_id: str | None, contents: bool) -> Strip:
        """Begin a line of the open flow. Raises `TooManyLines`."""
        flow = self.flow
        self.budget.lines -= 1
        if self.budget.lines < 0:
            raise errors.TooManyLines(limit=guard.MAX_LINES)
        line = flow.line = Strip(part, paragraph, para_id, self.page, contents)
        flow.strips.append(line)
        return line

    def place(self) -> Place:
        """Give the place that has been reached."""
        line = self.flow.line
        if line is None:
            line = self.begin_line(self.flow.part, self.paragraphs, None, False)
            line.dropped = True
        return Place(line, line.size)

    def trace(self, kind: str, element: Element | None = None) -> Trace:
        """Begin a mark here, by the author and at the date the element names; or go on with one that ends here.

        Raises `TooManyMarks`.
        """
        author = date = None
        if element is not None:
            author, date = element.get(self.w("author")), element.get(self.w("date"))
        here = self.place()
        last = self.traces[-1] if self.traces else None
        if last and last.goes_on(kind, author, date, here) and last not in self.tracking:
            return last
        self.budget.marks -= 1
        if self.budget.marks < 0:
            raise errors.TooManyMarks(limit=guard.MAX_MARKS)
        trace = Trace(kind, author, date, here)
        self.traces.append(trace)
        return trace

    def skip(self, element: Element) -> None:
        """Pass over an element: nothing of it shows, but its atoms and paragraphs count."""
        if not len(element):
            return
        wanted = [*map(self.w, ATOMS)]
        self.atom += sum(1 for _ in descend(element, *wanted))
        self.atom -= sum(1 for tabs in descend(element, self.w("tabs")) for _ in descend(tabs, *wanted))
        for paragraph in descend(element, self.w.p):
            self.paragraphs += 1
            self.identify(paragraph)

    def paragraph(self, style_id: str | None) -> Paragraph:
        """Give a paragraph of a style; without one, of the default style."""
        styles = self.styles
        return Paragraph(styles.paragraph(style_id), bold=styles.default_bold, vanish=styles.default_vanish)

    def own(self) -> Paragraph:
        """Give the open paragraph to change it; the plain one is shared."""
        if self.flow.paragraph is self.plain:
            self.flow.paragraph = self.paragraph(None)
        return self.flow.paragraph

    def identify(self, paragraph: Element) -> str | None:
        """Give a paragraph's id, and count how often the part uses it."""
        para_id = paragraph.get(PARA_ID)
        if para_id is not None:
            self.para_ids[para_id] = self.para_ids.get(para_id, 0) + 1
        return para_id

    def as_viewed(self, properties: Element, change: str) -> Element:
        """Give the properties of the view: in the original one, those before a tracked change of them."""
        if self.view.revisions != "original":
            return properties
        tag = self.w(change)
        old = next((inner for child in properties if child.tag == tag for inner in child), None)
        return properties if old is None else old

    def leave_unread(self, reason: str) -> None:
        """Note that something here was not read."""
        self.unread[Unread(self.source, reason)] = None

    def sheets(self) -> list[Sheet]:
        """Give the finished flows: the story, then its text boxes."""
        paged = self.part == "body" and self.page > 1
        return [Sheet(self.source, flow.strips, self.para_ids, paged) for flow in self.flows]

    def _swallow(self, text: str) -> None:
        """Record text not shown: gone with a tracked change, or hidden. A field's instruction is neither."""
        if self.removed:
            for trace in self.tracking:
                trace.texts.append(text)
        elif self.flow.hidden and not self.flow.hushed:
            self.trace("hidden").texts.append(text)
