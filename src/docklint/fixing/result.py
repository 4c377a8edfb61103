"""The file with its fixes made."""

from __future__ import annotations

from docklint.fixing.text_files import edited_bytes
from docklint.results import Fixed


def fixed_bytes(
    data: bytes, fixed: Fixed, *, plain: bool = False, author: str = "docklint", date: str | None = None
) -> bytes:
    """Return the bytes of a draft after `fixed`, which is what fixing `data` came to; the same where nothing is to be done.

    A Word file has the fixes as tracked changes by `author` (at `date`, ISO 8601; None for none), unless `plain`. Raises
    `WriteRefused` for one that must not be written to.
    """
    document = fixed.before.document
    assert document is not None, "what could not be read was not fixed"
    if document.format == "text":
        return edited_bytes(data, fixed.edits)
    # Late: only a Word file needs the writer.
    from docklint.word.changes import make_changes

    return make_changes(data, document, fixed.edits, author=author, date=date, tracked=not plain)
