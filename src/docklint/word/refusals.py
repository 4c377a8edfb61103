"""Why nothing is written into a Word file, one type a cause; and the look at a package that finds out.

WriteRefused
├── Signed                a digital signature would break
├── Protected             its protection forbids what was asked for
├── NotWritable           not a Word file, or read through a converted copy that is gone
├── NoPlace               nothing in the body that a comment could stand at
├── NotEditable           text that must not be edited as text
└── WriteFailed           what was written does not read as it should
"""

from __future__ import annotations

from docklint.document import Document
from docklint.errors import DraftError
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
    "readOnly": ("只读", "read only"),
    "forms": ("只许填写窗体", "forms only"),
    "comments": ("只许批注", "comments only"),
    "trackedChanges": ("只许修订", "tracked changes only"),
}


class WriteRefused(DraftError):
    """Nothing was written."""

    code = "not-written"


class Signed(WriteRefused):
    code = "signed"
    zh = "文档带有数字签名，改动后签名就会失效，没有写入。请先另存一份不带签名的副本。"
    en = "The document is signed, and a change would break the signature; nothing was written. Save an unsigned copy."


class Protected(WriteRefused):
    code = "protected"
    zh = "文档设有“限制编辑”（{zh_kind}），没有写入。请在“审阅”中停止保护后再试。"
    en = "The document is protected ({kind}); nothing was written. Stop the protection under Review."


class NotWritable(WriteRefused):
    code = "not-writable"
    zh = "只有直接读取的 Word 文档（.docx）才能写入，这一份不是。请另存为 .docx 后再试。"
    en = "Only a Word file (.docx) that was read as such can be written to. Save it as .docx."


class NoPlace(WriteRefused):
    code = "no-place"
    zh = "文档正文没有任何段落，批注无处可加，没有写入。"
    en = "The body of the document has no paragraph that a comment could stand at; nothing was written."


class NotEditable(WriteRefused):
    code = "not-editable"
    zh = "第 {line} 行的“{quote}”不能当作文字修改（{zh_reason}），没有写入。"
    en = "“{quote}” in line {line} cannot be edited as text ({reason}); nothing was written."


class WriteFailed(WriteRefused):
    code = "write-failed"
    zh = "写好的文档重新读取后与应有的内容不符，已放弃，原文件没有改动。请把这份文档的情况告诉开发者。"
    en = "What was written does not read as it should ({detail}) and was given up. Please report this document."


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
        zh_kind, en_kind = _KINDS[kind]
        raise Protected(zh_kind=zh_kind, kind=en_kind)


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
