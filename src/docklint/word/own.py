"""docklint's own comments in a Word file: known by the tag that their text ends with, and by nothing else.

Word keeps a comment's words through every saving, but neither attributes nor parts of others, and anybody may say that he
is docklint. So the tag, `[EXA101 · 0123456789abcdef]`, is the only mark of identity: a last paragraph of tags alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docklint.patterns import compiled
from docklint.tuples import NamedTuple
from docklint.word.names import Names
from docklint.word.xml import Element, descend

_TAG = r"\[\s*([A-Z]{2,8}[0-9]{3}|docklint)\s*·\s*([0-9a-f]{16}|summary|mended)\s*\]\s*"
_TAGS = rf"\s*(?:{_TAG.replace('(', '(?:')})+"


class Tag(NamedTuple):
    """What a comment is about: a rule's code and a finding's fingerprint; `docklint · summary` sums up.

    `docklint · mended`, behind others, says that what they are about is mended by tracked changes beside the comment.
    """

    code: str
    fingerprint: str

    def __str__(self) -> str:
        return f"[{self.code} · {self.fingerprint}]"


SUMMARY = Tag("docklint", "summary")
MENDED = Tag("docklint", "mended")


def tags(paragraphs: Sequence[str]) -> tuple[Tag, ...]:
    """Return the tags that a comment ends with; none if it is somebody else's."""
    last = next((each for each in reversed(paragraphs) if each.strip()), "")
    return (
        tuple(Tag(*found) for found in compiled(_TAG).findall(last))
        if compiled(_TAGS).fullmatch(last)
        else ()
    )


def is_tag(tag: Tag | str) -> bool:
    """Say whether a tag would be known again."""
    return tags([str(tag)]) == (tag,)


def texts(comment: Element, w: Names) -> list[str]:
    """Return the text of every paragraph of a `w:comment`, as the reader's tree has it."""
    return ["".join(_words(paragraph, w)) for paragraph in descend(comment, w.p)]


def _words(paragraph: Element, w: Names) -> Iterator[str]:
    found: Iterable[Element] = descend(paragraph, w.t)
    return (each.text or "" for each in found)
