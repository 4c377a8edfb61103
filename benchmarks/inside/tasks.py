"""The tasks, by name. All of them check through `docklint.check`, as any program may."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docklint
from benchmarks.inside import floors
from benchmarks.inside.timing import Times, interleaved
from benchmarks.shapes import shapes

SMALL, LARGE = "small", "large"
BUDGET = 5.0
"""Seconds after which a hostile shape is not checked once more."""


def check(draft: str, rounds: str, seed: str) -> Times:
    """A draft: its full check, and thirty passes over it. The rules are loaded before the first counted round."""
    data, patterns = Path(draft).read_bytes(), floors.passes()
    text = data.decode()
    ways = {
        "thirty passes": lambda: floors.search(patterns, text),
        "check": lambda: docklint.check(data, name="draft.txt"),
        "read and decode": lambda: Path(draft).read_bytes().decode(),
    }
    return interleaved(ways, int(rounds), int(seed))


def word(draft: str, rounds: str, seed: str) -> Times:
    """A DOCX: its full check, the least that is needed to see its text, and python-docx."""
    import docx

    from docklint.readers import parse as read

    data = Path(draft).read_bytes()
    ways = {
        "parse": lambda: floors.parse(data),
        "read": lambda: read("draft.docx", data, "final"),
        "check": lambda: docklint.check(data, name="draft.docx"),
        "python-docx": lambda: [each.text for each in docx.Document(io.BytesIO(data)).paragraphs],
    }
    return interleaved(ways, int(rounds), int(seed))


def written(draft: str, rounds: str, seed: str) -> Times:
    """A DOCX: annotated, fixed, and both in one copy, beside its check."""
    data = Path(draft).read_bytes()
    ways = {
        "check": _checking(data, "draft.docx"),
        "annotate": lambda: docklint.annotate(data, name="draft.docx"),
        "fix": lambda: docklint.fix(data, name="draft.docx"),
        "annotate --with-fixes": lambda: docklint.annotate(data, name="draft.docx", with_fixes=True),
    }
    return interleaved(ways, int(rounds), int(seed))


def told(draft: str, other: str, formats: str, rounds: str, seed: str) -> Times:
    """A draft's report in each of the formats, from a result that is there; two versions compared; and the checks."""
    from docklint.comparing.compare import compare, unbounded
    from docklint.linter import Linter
    from docklint.readers import parse as read
    from docklint.reports import ReportOptions, load
    from docklint.results import Run, summarise
    from docklint.settings import Settings

    linter = Linter(Settings())
    old, new = (read(path, Path(path).read_bytes(), "final") for path in (draft, other))
    result = linter.check(old)
    summary, view = summarise([result]), ReportOptions(library=linter.library)

    def report(format: str) -> Callable[[], object]:
        def written() -> object:
            whole = load(format)(view)
            text = [*whole.begin(Run(1)), *whole.file(result), *whole.end(summary)]
            return whole.data(summary) if whole.binary else text

        return written

    ways = {
        "check": lambda: linter.check(old),
        "two checks": lambda: [linter.check(old), linter.check(new)],
        "compare two versions": lambda: compare(unbounded(linter), old, new),
        **{f"report as {each}": report(each) for each in formats.split(",")},
    }
    return interleaved(ways, int(rounds), int(seed))


def growth(draft: str, rounds: str) -> Times:
    """A text of any length; the rules are loaded before."""
    docklint.check("a\n", name="draft.txt")
    return interleaved(
        {"check": _checking(Path(draft).read_bytes(), "draft.txt")}, int(rounds), 0, warm=False
    )


def hostile(name: str, share: str, rounds: str, seed: str) -> Times:
    """A hostile shape, and a quarter as much of it."""
    shape = shapes(float(share))[name]
    suffix = "draft.md" if name.startswith("Markdown") else "draft.txt"
    sizes = {SMALL: shape.size // 4, LARGE: shape.size}
    ways = {which: _checking(shape.text(size).encode(), suffix) for which, size in sizes.items()}
    docklint.check("a\n", name="draft.txt")
    return interleaved(ways, int(rounds), int(seed), warm=False, budget=BUDGET)


def desk(this: str, past: str, rounds: str, seed: str) -> Times:
    """Papers compared, and the least that takes: one pass over all of them that makes their strings of five characters.

    `read`, `examples` and `passages` (of the pairs that are told) are timed once.
    """
    from benchmarks.papers import papers
    from docklint.likeness.examples import shared_examples
    from docklint.likeness.folder import compare
    from docklint.likeness.passages import PassageFinder
    from docklint.likeness.wording import OwnPaper, PaperReader
    from docklint.linter import Linter
    from docklint.readers import parse as read
    from docklint.settings import Settings

    texts = papers(int(this) + int(past), int(seed))
    linter, reader = Linter(Settings()), PaperReader("zh")
    own: list[OwnPaper] = []

    def reduce_all() -> None:
        for at, text in enumerate(texts):
            drafts = linter.understand(read(f"{at}.txt", text.encode(), "final")).drafts
            own.extend(reader.papers(drafts, at >= int(this)))

    def passages() -> None:
        finder = PassageFinder(found.shared_by_many, found.step)
        for pair in found.pairs:
            finder.between(own[pair.first], own[pair.second])

    once = interleaved({"read": reduce_all}, 1, 0, warm=False)
    found = compare(own)
    ways = {"strings": lambda: floors.strings(texts), "compare": lambda: compare(own)}
    steps = {"examples": lambda: shared_examples(own), "passages": passages}
    return {
        **once,
        **interleaved(ways, int(rounds), int(seed), warm=False),
        **interleaved(steps, 1, 0, warm=False),
    }


def parse(folder: str) -> Times:
    """Unzip and parse every DOCX of a folder; this is measured from outside."""
    for path in Path(folder).iterdir():
        floors.parse(path.read_bytes())
    return {}


TASKS: dict[str, Callable[..., Times]] = {
    "check": check,
    "word": word,
    "written": written,
    "told": told,
    "growth": growth,
    "hostile": hostile,
    "desk": desk,
    "parse": parse,
}


def _checking(data: bytes, name: str) -> Callable[[], object]:
    return lambda: docklint.check(data, name=name)
