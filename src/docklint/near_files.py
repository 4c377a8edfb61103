"""Files and folders that a name which is not there was likely meant as, and how they are written in a command."""

from __future__ import annotations

import os
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

MOST = 2000
"""So many names of a folder are looked at; who has more would wait."""
SHOWN = 3
LIKE = 0.75
"""How like (0-1) a name must be to be suggested."""
_PLAIN = frozenset("@%+=:,./-_")


def for_shell(word: str) -> str:
    """Return a word as it is typed in a command: in quotes only where a shell would take it for something else."""
    if all(sign.isalnum() or sign in _PLAIN or sign > "\u2fff" for sign in word) and word.strip():
        return word
    return f'"{word}"' if os.name == "nt" or not set(word) & set('"$`!\\') else shlex.quote(word)


def near_files(path: str, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files that `path` was likely meant as, as one would write them; none if nothing comes near.

    First what differs by a forgotten suffix, the width of its signs, capitals or blanks, then a name of which `path` is what
    a shell left of it at a blank, then the likest names. `suffixes`: of files that may be meant, in lower case.
    """
    folder, given = os.path.split(path)
    names = _names(folder, os.DirEntry.is_file)
    return _written(folder, _near(given, [name for name in names if name.lower().endswith(suffixes)]))


def near_folders(path: str) -> tuple[str, ...]:
    """Return the folders that `path` was likely meant as or, if it is within one that is not there, that one was.

    Each ends with a stroke.
    """
    folder, given = os.path.split(path.rstrip(f"{os.sep}{os.altsep or ''}"))
    while folder and given and not os.path.exists(folder):
        folder, given = os.path.split(folder)
    near = _near(given, _names(folder, os.DirEntry.is_dir)) if given else ()
    return tuple(f"{each}/" for each in _written(folder, near))


def _near(given: str, names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_alike(given, names))) or tuple(_cut(given, names)) or _likest(given, names)


def _written(folder: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(os.path.join(folder, name) for name in islice(names, SHOWN))


def has_blank(path: str) -> bool:
    """Return whether a shell would part the path at a blank."""
    return any(sign.isspace() for sign in path)


def _names(folder: str, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    try:
        with os.scandir(folder or os.curdir) as entries:
            return sorted(entry.name for entry in islice(entries, MOST) if wanted(entry))
    except (OSError, ValueError):
        return []


def _alike(given: str, names: list[str]) -> Iterator[str]:
    wanted = _plain(given)
    yield from (name for name in names if _plain(name) == wanted)
    yield from (
        name
        for name in names
        if _plain(os.path.splitext(name)[0]) in (wanted, _plain(os.path.splitext(given)[0]))
    )


def _plain(name: str) -> str:
    """Return a name without what is hard to tell apart: full and half width, capitals, blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _cut(given: str, names: list[str]) -> Iterator[str]:
    """Yield the names with blanks of which a shell would have made `given` and more."""
    return (name for name in names if given in name.split() and len(name.split()) > 1)


def _likest(given: str, names: list[str]) -> tuple[str, ...]:
    # Late: only a mistake needs it.
    from difflib import get_close_matches

    by_plain = {_plain(name): name for name in names}
    near = get_close_matches(_plain(given)[:80], by_plain, n=SHOWN, cutoff=LIKE)
    return tuple(by_plain[name] for name in near)
