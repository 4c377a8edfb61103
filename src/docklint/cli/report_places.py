"""Where reports go and in which format each is, as `--output` and `--format` have it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from docklint.errors import SetupError
from docklint.neutral import shown
from docklint.typed import TYPE_CHECKING
from docklint.values import Value

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "index.html"
"""The list of the reports in a folder of them."""
FOR_FOLDERS = "html"
"""The format of a folder of reports if none is named."""
TO_LOOK_AT = ("html", "docx", "markdown", "text", "concise")


class ReportPlace(Value):
    """A report that is to be written. `path` None: standard output. `is_folder`: one report a draft, and an index."""

    format: str
    path: Path | None = None
    is_folder: bool = False


def places(outputs: Sequence[str], format: str | None) -> tuple[ReportPlace, ...]:
    """Return where which report goes; each place once. `format`: the one that was named, if any was.

    With several outputs a format that was named goes to those whose suffix allows it, the others follow theirs.
    Raises `SetupError` for a suffix that no format it could have agrees with.
    """
    if not outputs:
        return (ReportPlace(format or "text"),)
    # Late, here and below: most reports go to standard output.
    from docklint.reports.suffixes import could_be

    files = [output for output in outputs if not _is_folder(output)]
    fits_somewhere = len(files) < len(outputs) or any(could_be(_name(file), format) for file in files)
    found: dict[str, ReportPlace] = {}
    for output in outputs:
        place = _folder(output, format) if _is_folder(output) else _file(output, format, fits_somewhere)
        found.setdefault(os.path.realpath(output), place)
    return tuple(found.values())


def refuse_terminal(places: Iterable[ReportPlace], is_terminal: bool) -> None:
    """Raise `SetupError` if a page or a Word file would be poured over a terminal."""
    for place in places:
        if is_terminal and place.path is None and place.format in ("html", "docx"):
            raise SetupError("setup.page-on-terminal", format=place.format)


def to_open(places: Sequence[ReportPlace]) -> Path:
    """Return which of the files written a person wishes to see. Raises `SetupError` if none is written."""
    written = [place for place in places if place.path is not None]
    if not written:
        raise SetupError("setup.open-needs-output")
    best = min(written, key=lambda place: _rank(place.format))
    assert best.path is not None
    return best.path / INDEX if best.is_folder else best.path


def told(places: Iterable[ReportPlace]) -> tuple[str, ...]:
    """Return the files and folders as a sentence names them."""
    return tuple(shown(str(place.path) + os.sep * place.is_folder) for place in places if place.path)


def _rank(format: str) -> int:
    return TO_LOOK_AT.index(format) if format in TO_LOOK_AT else len(TO_LOOK_AT)


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def _folder(output: str, format: str | None) -> ReportPlace:
    from pathlib import Path

    return ReportPlace(format or FOR_FOLDERS, Path(output), is_folder=True)


def _file(output: str, format: str | None, fits_somewhere: bool) -> ReportPlace:
    from pathlib import Path

    from docklint.reports.suffixes import could_be, format_of_name

    name = _name(output)
    if os.path.exists(output) and not os.path.isfile(output):
        # A device or a pipe takes anything.
        return ReportPlace(format or "text", Path(output))
    asked = format if could_be(name, format) or not fits_somewhere else None
    return ReportPlace(format_of_name(name, asked), Path(output))


def _name(output: str) -> str:
    return os.path.basename(output)
