"""Drafts with faults as Word files, and what annotated copies of them hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import docklint
from docklint.readers import docx
from docklint.spans import Span
from docklint.word.own import SUMMARY, tags
from tests import docx_builder as b

TEXT = """青禾县档案馆党支部对照检查材料
按照通知要求，青禾县档案馆认真查摆问题。现将对照检查情况报告如下。
一、存在的问题
（一）理论学习方面。一是学习不够系统。比如：*年的专题研讨准备不足。三是学用结合不紧。比如：查档流程三年没有改过。
（二）、工作作风方面。一是调研不深入，“群众有意见。二是服务不主动。比如：【待补充】。
三、整改措施
（一）加强理论学习。每月组织一次集中学习。
（二）改进工作作风。每人联系两个乡镇档案室。
"""


def draft() -> bytes:
    """A draft of one run a paragraph."""
    return b.typed(TEXT)


def findings(data: bytes) -> tuple[docklint.Finding, ...]:
    """What docklint finds."""
    return docklint.check(data, name="稿.docx").findings


def comments(data: bytes) -> dict[str, str]:
    """Give what docklint's own comments say, by the words they stand at."""
    document = docx.read("x", data)
    own = (mark for mark in document.marks if mark.kind == "own")
    return {document.text[mark.start : mark.end].lstrip("\n"): mark.text for mark in own}


def told(data: bytes) -> Iterator[tuple[str, Span]]:
    """Yield the codes that own comments end with, and where these stand; the one that sums up is left out."""
    for mark in docx.read("x", data).marks:
        if mark.kind == "own":
            for tag in tags(mark.text.split("\n")):
                if tag != SUMMARY:
                    yield f"{tag.code} {tag.fingerprint}", Span(mark.start, mark.end)


def replied(data: bytes, at: int, words: str, *, author: str = "李青") -> bytes:
    """Add a comment of somebody else's at the same place as the comment number `at`, as a word processor would."""
    parts: dict[str, bytes | str] = dict(b.entries(data))
    body = b.entries(data)["word/document.xml"].decode()
    for sign in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        body = re.sub(rf'<w:{sign} w:id="{at}"/>', rf'<w:{sign} w:id="{at}"/><w:{sign} w:id="900"/>', body)
    parts["word/document.xml"] = body
    comment = b.comment(900, b.para(words), author=author)
    said = b.entries(data)["word/comments.xml"].decode()
    parts["word/comments.xml"] = said.replace("</w:comments>", f"{comment}</w:comments>")
    return b.zipped(parts)
