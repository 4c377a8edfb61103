"""A result as text, and back. The document is not part of it: it is read from the draft again."""

from __future__ import annotations

import json
from typing import Any

from docklint.document import Document
from docklint.packs import Library
from docklint.results import FileResult
from docklint.rules import Edit, Finding, Fix, Related, Severity, Suppression
from docklint.spans import Span
from docklint.suppressions import SuppressTable
from docklint.values import Value


def dump(result: FileResult, library: Library) -> bytes | None:
    """Return the text of a result; None of one not to be kept.

    What JSON does not give back as it was is not kept, nor is the result of a run in which a rule crashed:
    it may have been in want of time or memory.
    """
    if result.document is None or result.profile is None or "crashed" in result.statuses.values():
        return None
    kept = {name: getattr(result, name) for name in _KEPT} | {"profile": result.profile.id}
    try:
        text = json.dumps(kept, ensure_ascii=False, default=_fields).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError):
        return None
    return text if load(text, result.document, library) == result else None


def load(text: bytes, document: Document, library: Library) -> FileResult:
    """Return the result that `text` holds of `document`."""
    kept: dict[str, Any] = json.loads(text.decode("utf-8", "surrogatepass"))
    own = {
        "profile": library.profiles[kept["profile"]],
        "findings": tuple(map(_finding, kept["findings"])),
        "spare": tuple(SuppressTable(*table) for table in kept["spare"]),
    }
    return FileResult(path=document.path, document=document, **{**kept, **own})


_KEPT = tuple(name for name in FileResult._fields if name not in ("path", "document", "profile", "error"))


def _fields(value: object) -> list[Any]:
    """Return the fields of a value in their order, as JSON gives those of a named tuple by itself."""
    if not isinstance(value, Value):
        raise TypeError(type(value).__name__)
    return [getattr(value, name) for name in value._fields]


def _finding(fields: list[Any]) -> Finding:
    code, name, severity, message, help, span, quote, headings, identity, data, related, fix, why = fields
    return Finding(
        code,
        name,
        Severity(severity),
        message,
        help,
        Span(*span),
        quote,
        tuple(headings),
        tuple(identity),
        data,
        tuple(map(_related, related)),
        fix and _fix(fix),
        why and Suppression(*why),
    )


def _related(fields: list[Any]) -> Related:
    role, span, headings = fields
    return Related(role, Span(*span), tuple(headings))


def _fix(fields: list[Any]) -> Fix:
    safety, edits = fields
    return Fix(safety, tuple(Edit(Span(*span), text) for span, text in edits))
