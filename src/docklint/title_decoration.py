"""What stands around the words of a title: words that open or close it, and quotes."""

from __future__ import annotations

from itertools import accumulate


def without_remarks(title: str) -> str:
    """Leave out what stands in brackets beside a title: how many, what is meant."""
    first, *others = title.split("（")
    return first + "".join(map(_without_remark, others))


def _without_remark(behind: str) -> str:
    """Return what stands behind an opening bracket without what it holds; with it, if it is not closed in its line."""
    remark, closing, rest = behind.partition("）")
    return rest if closing and "\n" not in remark else f"（{behind}"


def stripped_start(title: str, openers: tuple[str, ...]) -> str:
    """Take openers off a title, as long as something is left of it."""
    while title.startswith(openers):
        shorter = next(title.removeprefix(word) for word in openers if title.startswith(word))
        if not shorter:
            break
        title = shorter
    return title


def stripped_end(title: str, closers: tuple[str, ...]) -> str:
    """Take closers off a title, as long as something is left of it."""
    while title.endswith(closers):
        shorter = next(title.removesuffix(word) for word in closers if title.endswith(word))
        if not shorter:
            break
        title = shorter
    return title


def unquoted(title: str) -> str:
    """Take the quotes around a title off; one whose partner stands within it (做到“两个维护”) stays."""
    inside = title.strip("“”‘’ ")
    depths = list(accumulate((mark in "“‘") - (mark in "”’") for mark in inside))
    is_whole = not depths or (min(depths) >= 0 and not depths[-1])
    return inside if is_whole else title.strip()
