"""What others have said in the comments of a package."""

from __future__ import annotations

from collections import Counter

from docklint.word.parts import Parts
from docklint.word.threads import Threads

Remark = tuple[str, str, bool]
"""A comment of somebody else: author, words, and whether it is resolved."""


def remarks(data: bytes) -> Counter[Remark]:
    """Count the comments of others, replies to docklint's own among them. Raises a `PackageError`."""
    threads = Threads(Parts(data))
    return Counter(
        (each.author, threads.words(each), each.done) for each in threads.comments if not each.tags
    )
