"""What LibreOffice made of a Word file, taken from the flat OpenDocument text it saved: an independent reader."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = {_OFFICE + "annotation", _TEXT + "tracked-changes", _TEXT + "note", _TEXT + "sequence-decls"}


_MOST = 100
"""So many files a call: of more than some 250 arguments `soffice` drops the rest and reports success."""


def converted(files: Mapping[str, bytes], folder: Path, soffice: str) -> dict[str, ElementTree.Element]:
    """Have LibreOffice save packages as flat OpenDocument: name → root.

    A file that is missing afterwards is tried once more, alone. Fails if one is missing then.
    """
    source, target = folder / "in", folder / "out"
    source.mkdir()
    for name, data in files.items():
        (source / f"{name}.docx").write_bytes(data)
    paths = sorted(source.iterdir())
    for at in range(0, len(paths), _MOST):
        _convert(paths[at : at + _MOST], folder, soffice)
    for path in paths:
        if not (target / f"{path.stem}.fodt").is_file():
            _convert([path], folder, soffice)
    missing = [path.stem for path in paths if not (target / f"{path.stem}.fodt").is_file()]
    assert not missing, f"LibreOffice did not save {missing}"
    return {path.stem: ElementTree.parse(path).getroot() for path in target.iterdir()}


def _convert(paths: Sequence[Path], folder: Path, soffice: str) -> None:
    subprocess.run(
        [soffice, f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless", "--convert-to", "fodt",
         "--outdir", str(folder / "out"), *map(str, paths)],
        check=False, capture_output=True, timeout=600, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def commented(root: ElementTree.Element) -> dict[str, str]:
    """Give what every comment says (its last line) and the text it stands at; empty for one without a range."""
    said: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    ended: dict[str, str] = {}
    for event, value in _events(_body(root)):
        if event == "annotation":
            name, words = value.split("\0")
            ended[words] = ""
            said[name] = words
            texts[name] = []
        elif event == "annotation-end" and value in texts:
            ended[said[value]] = "".join(texts.pop(value))
        elif event == "text":
            for each in texts.values():
                each.append(value)
    return ended


def final(root: ElementTree.Element) -> str:
    """Give the text with all tracked changes accepted."""
    return _without(root, "deletion")


def original(root: ElementTree.Element) -> str:
    """Give the text with all tracked changes refused."""
    return _without(root, "insertion")


def _without(root: ElementTree.Element, kind: str) -> str:
    """Give the text outside all changes of a kind; LibreOffice leaves deleted text where it was."""
    regions = (each for each in root.iter(_TEXT + "changed-region") if each.find(_TEXT + kind) is not None)
    gone = {each.get(_TEXT + "id") for each in regions}
    out, within = [], set[str]()
    for event, value in _events(_body(root)):
        if event == "change-start" and value in gone:
            within.add(value)
        elif event == "change-end":
            within.discard(value)
        elif event == "text" and not within:
            out.append(value)
    return "".join(out)


def _body(root: ElementTree.Element) -> ElementTree.Element:
    found = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert found is not None
    return found


def _events(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield texts and marks in document order."""
    local = element.tag.rpartition("}")[2]
    if element.tag == _OFFICE + "annotation":
        lines = ["".join(each.itertext()) for each in element.iter(_TEXT + "p")]
        yield "annotation", f"{element.get(_OFFICE + 'name')}\0{lines[-1] if lines else ''}"
    elif local == "annotation-end":
        yield "annotation-end", element.get(_OFFICE + "name") or ""
    elif local in ("change-start", "change-end"):
        yield local, element.get(_TEXT + "change-id") or ""
    elif local == "s":
        yield "text", " " * int(element.get(_TEXT + "c") or 1)
    elif local == "tab":
        yield "text", "\t"
    if element.tag in _SKIPPED:
        return
    spoken = element.tag.startswith(_TEXT) or local == "content-control"
    if spoken and element.text:
        yield "text", element.text
    for child in element:
        yield from _events(child)
        if spoken and child.tail:
            yield "text", child.tail
