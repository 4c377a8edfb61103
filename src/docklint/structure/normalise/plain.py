"""A document with nothing undone but looks: look-alikes are ordinary, signs nobody sees and markup are left out.

Most drafts have neither and are plain as they stand; to see that costs one look at the characters they are made
of. What rules about words see is this, what structure is made from, too.

Markdown is read by patterns and not by a parser. markdown-it-py was tried for it: its inline tokens bear no
positions (blocks have lines alone), so every place would have to be searched for again; by CommonMark 中共*局党组、*局
is emphasis, and redactions would be lost; importing it takes as long as checking a draft; and half of what is met
here is Markdown pasted into other files, which a parser of Markdown cannot be asked about. What is read: front
matter, headings (`##`, closed or underlined), quotes, bullets, task boxes, lines across, fences, tables, lists
that count by themselves, references; escapes, entities, tags, links, images, notes, code, emphasis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docklint.document import Document
from docklint.structure.normalise.lookalikes import BREAKS, odd, ordinary
from docklint.structure.normalise.reading import Reading, Substitution, edited, through
from docklint.typed import TYPE_CHECKING, Pattern
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.structure.normalise.emphasis import Redacted

_PASTED_SIGNS = "#\\&<["
"""One character each: to look for two takes ten times as long."""


def plain(document: Document, has_odd: bool, redacted: Callable[[], Redacted]) -> Reading | None:
    """Return the whole document in ordinary characters and without markup; None if it stands so already.

    `has_odd`: it may hold characters that look or act like others. `redacted`: asked only where there is markup.
    """
    odd_signs = odd(set(document.text)) if has_odd else []
    reading = _ordinary(document.text, odd_signs) if odd_signs else None
    text = reading.text if reading else document.text
    if document.markdown or any(sign in text for sign in _PASTED_SIGNS) or ("*" in text and "**" in text):
        reading = _without_markup(text, reading, document.markdown, redacted())
    return None if reading and reading.text == document.text else reading


def _ordinary(text: str, signs: Iterable[str]) -> Reading:
    """Make look-alikes ordinary, leave out what nobody sees, and end lines where a reader does."""
    same = {ord(sign): ordinary(sign) for sign in signs if ordinary(sign) and sign not in BREAKS}
    text = text.translate(same) if same else text
    others = "".join(sign for sign in signs if ord(sign) not in same)
    if not others:
        return Reading(text, (0,), (0,))
    # Late: few drafts hold any.
    import re

    return edited(text, _unseen(text, re.compile(f"[{re.escape(others)}]+")))


def _unseen(text: str, signs: Pattern[str]) -> Iterator[Substitution]:
    for match in signs.finditer(text):
        start, end = match.span()
        at_edge = start == 0 or end == len(text) or "\n" in (text[start - 1], text[end])
        broken = None if at_edge else next((at for at in range(start, end) if text[at] in BREAKS), None)
        if broken is None:
            yield Substitution(start, end)
            continue
        yield Substitution(start, broken)
        yield Substitution(broken, broken + 1, "\n")
        yield Substitution(broken + 1, end)


def _without_markup(text: str, reading: Reading | None, markdown: bool, redacted: Redacted) -> Reading | None:
    # Late: most drafts have none.
    from docklint.structure.normalise.blocks import blocks, front_matter, pasted
    from docklint.structure.normalise.emphasis import emphasis
    from docklint.structure.normalise.inline import inline, restored

    steps: tuple[Callable[[str], Iterable[Substitution]], ...] = (
        (front_matter, lambda text: inline(text, True), blocks)
        if markdown
        else (lambda text: inline(text, False), pasted)
    )
    for step in steps:
        edits = list(step(text))
        if edits:
            reading = through(reading, edited(text, edits))
            text = reading.text
    found = emphasis(text, markdown, redacted)
    reading = through(reading, found) if found else reading
    return replace(reading, text=restored(reading.text)) if reading else None
