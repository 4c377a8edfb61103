"""The licences of what the wheel needs: `python -m tools.notices [FILE]` writes them down as they are installed here.

Only what a plain installation brings counts, with what that needs in turn; nothing of the tools for development.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_NAMED = re.compile(r"[\w.-]+")
_LICENCE = re.compile(r"(?:^|/)(?:licen[cs]es?|copying|notice|authors)[^/]*$", re.IGNORECASE)


def needed(name: str = "docklint") -> dict[str, Distribution]:
    """Return what a package needs, and that again, by name in order; what is not installed here is not needed here."""
    found: dict[str, Distribution] = {}
    waiting = list(_requirements(distribution(name)))
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        try:
            found[each] = distribution(each)
        except PackageNotFoundError:
            # Asked for on another system or an older Python.
            continue
        waiting += _requirements(found[each])
    return dict(sorted(found.items()))


def notices() -> Iterator[str]:
    """Yield the text: who, which version, under which terms, and these word by word."""
    yield "What docklint needs, and its terms.\n"
    for name, package in needed().items():
        fields = package.metadata.json
        terms = str(fields.get("license_expression") or fields.get("license") or "see below")
        yield f"\n{'=' * 72}\n{name} {package.version}: {terms.splitlines()[0]}\n{'=' * 72}\n"
        texts = list(licence_texts(package))
        yield "\n\n".join(texts) if texts else "The package brings no text of its licence."
        yield "\n"


def licence_texts(package: Distribution) -> Iterator[str]:
    """Yield the files in which a package says its terms."""
    for file in sorted(package.files or (), key=str):
        if ".dist-info/" in str(file) and _LICENCE.search(str(file)):
            yield file.read_text("utf-8").strip()


def _requirements(package: Distribution) -> Iterator[str]:
    for requirement in package.requires or ():
        if "extra ==" not in requirement and (found := _NAMED.match(requirement)):
            yield re.sub(r"[-_.]+", "-", found[0]).lower()


def main(arguments: Sequence[str]) -> int:
    """Write the notices to a file, or to standard output."""
    text = "".join(notices())
    if arguments:
        Path(arguments[0]).write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
