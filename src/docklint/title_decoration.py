"""What stands around the words of a title: words that open or close it, and quotes."""

from __future__ import annotations

from itertools import accumulate


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
