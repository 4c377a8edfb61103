"""The look at a package before anything is written into it."""

from __future__ import annotations

from docklint.document import Document
from docklint.texts import Text
from docklint.word.errors import NotWritable, Protected, Signed
from docklint.word.names import names_of, on
from docklint.word.package import Package

_SIGNATURES = "_xmlsignatures/"
_FORBIDS = {
    "comments": frozenset({"readOnly", "forms"}),
    "changes": frozenset({"readOnly", "forms", "comments"}),
    "silent": frozenset({"readOnly", "forms", "comments", "trackedChanges"}),
}
"""What is to be written, and the kinds of protection that forbid it."""
_KINDS = {
    "readOnly": "read-only",
    "forms": "forms",
    "comments": "comments",
    "trackedChanges": "tracked-changes",
}
"""The kinds by their names in the catalogue."""


def check_document(document: Document) -> None:
    """Refuse what no Word file stands behind. Raises `NotWritable`."""
    if document.format != "docx" or document.converted:
        raise NotWritable()


def check_package(package: Package, purpose: str) -> None:
    """Refuse a package that must not be written to. `purpose`: `comments`, `changes` or `silent`.

    Raises `Signed` or `Protected`.
    """
    if any(name.startswith(_SIGNATURES) for name in package.names()):
        raise Signed()
    kind = protection(package)
    if kind in _FORBIDS[purpose]:
        raise Protected(kind=Text(f"protection.{_KINDS[kind]}"))


def protection(package: Package) -> str:
    """Return what the document's protection still allows (`w:documentProtection/@w:edit`); empty: everything."""
    for each in package.relationships(package.main()):
        part = package.name(each.target) if each.kind == "settings" and each.target else None
        if part is None:
            continue
        root = package.parse(part)
        w = names_of(root.tag)
        for child in root:
            if w is not None and child.tag == w("documentProtection"):
                enforced = child.get(w("enforcement"))
                return (child.get(w("edit")) or "") if enforced is not None and on(enforced) else ""
    return ""
