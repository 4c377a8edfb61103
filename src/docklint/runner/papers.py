"""The papers that some paths stand for, as likeness sees them: read, not checked."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress

from docklint import readers
from docklint.coverage import Understanding
from docklint.document import Document
from docklint.errors import Binary, DraftError, Empty, InternalError, OwnReport, SetupError
from docklint.likeness.wording import OwnPaper, PaperReader
from docklint.overview.shape import Shape, shape
from docklint.results import Skipped
from docklint.runner.targets import STDIN, Target, place, standard_input, targets
from docklint.runner.worker import Work
from docklint.settings import Settings
from docklint.suppression_notes import without_notes
from docklint.texts import Text
from docklint.values import Value
from docklint.workspace import Workspace

FILES_A_WORKER = 10
"""Fewer files than these are not worth a process of their own."""


class ReadFile(Value):
    """What became of one file: its papers and what each consists of, why it could not be read (`error`), or that it was
    passed over (`skipped`).
    """

    path: str
    papers: tuple[OwnPaper, ...] = ()
    shapes: tuple[Shape, ...] = ()
    error: DraftError | None = None
    skipped: Text | None = None


class Gathered(Value):
    """What there is to compare, this year's before those of `--past`. `targets`: this year's files.
    `inside`: so many files of `--past` lie below the other paths, too, and count as past alone.
    """

    files: tuple[ReadFile, ...]
    targets: tuple[Target, ...] = ()
    inside: int = 0

    @cached_property
    def papers(self) -> tuple[OwnPaper, ...]:
        """All papers."""
        return tuple(paper for file in self.files for paper in file.papers)

    @property
    def failed(self) -> Iterator[tuple[str, DraftError]]:
        """The files that could not be read, and why."""
        return ((file.path, file.error) for file in self.files if file.error)

    @property
    def skipped(self) -> Iterator[Skipped]:
        """What a folder holds beside papers."""
        return (Skipped(file.path, file.skipped, may_be_draft=False) for file in self.files if file.skipped)

    def of(self, past: bool) -> Sequence[OwnPaper]:
        """Return the papers of this year, or of earlier ones."""
        return [paper for paper in self.papers if paper.past == past]


def gather(workspace: Workspace, paths: Sequence[str], past: Sequence[str], jobs: int = 1) -> Gathered:
    """Read all papers, in so many processes. Raises `SetupError` where a configuration is wrong, or a folder is both
    this year's and past.
    """
    _refuse_same(paths, past)
    convert = workspace.request.convert
    earlier = list(targets(past, convert))
    known = {os.path.abspath(target.path) for target in earlier}
    found = list(targets(paths, convert))
    current = [target for target in found if os.path.abspath(target.path) not in known]
    workspace.prepare(place(target.path, "") for target in (*current, *earlier))
    this = list(_read_all(workspace, current, Work(read_this, failed), jobs))
    of_past = list(_read_all(workspace, earlier, Work(read_past, failed), jobs))
    kept = [not _is_ours(*each) for each in zip(current, this, strict=True)]
    kept_past = [not _is_ours(*each) for each in zip(earlier, of_past, strict=True)]
    return Gathered(
        files=(*compress(this, kept), *compress(of_past, kept_past)),
        targets=tuple(compress(current, kept)),
        inside=len(found) - len(current),
    )


def _is_ours(target: Target, file: ReadFile) -> bool:
    """Return whether a folder held a report of ours, which is no paper and nothing that was passed over."""
    return bool(target.folder) and isinstance(file.error, OwnReport)


def _refuse_same(paths: Sequence[str], past: Sequence[str]) -> None:
    for path in paths:
        if path != STDIN and any(os.path.realpath(path) == os.path.realpath(each) for each in past):
            raise SetupError("setup.past-is-this", path=path)


def _read_all(
    workspace: Workspace, found: Sequence[Target], work: Work[ReadFile], jobs: int
) -> Iterator[ReadFile]:
    workers = min(jobs, len(found) // FILES_A_WORKER)
    if workers < 2:
        return (work.run(workspace, target) for target in found)
    # Late: a few files are read sooner than a process is started.
    from docklint.runner.pool import in_parallel

    return in_parallel(workspace, found, workers, work)


def read_this(workspace: Workspace, target: Target) -> ReadFile:
    """Read a file of this year."""
    return _read(workspace, target, past=False)


def read_past(workspace: Workspace, target: Target) -> ReadFile:
    """Read a file of an earlier year."""
    return _read(workspace, target, past=True)


def failed(path: str, error: DraftError) -> ReadFile:
    """Return what stands for a file that could not be read."""
    return ReadFile(path, error=error)


def _read(workspace: Workspace, target: Target, past: bool) -> ReadFile:
    try:
        return _papers(workspace, target, past)
    except SetupError:
        raise
    except (Binary, Empty) as error:
        other = target.folder and _is_text(target)
        return ReadFile(target.path, skipped=error.text) if other else failed(target.path, error)
    except DraftError as error:
        return failed(target.path, error)
    except Exception as error:
        # One file that docklint cannot digest must not cost the others their comparison.
        return failed(target.path, InternalError(detail=type(error).__name__))


def _papers(workspace: Workspace, target: Target, past: bool) -> ReadFile:
    if target.error:
        raise target.error
    linter = workspace.of(place(target.path, ""))
    document = _document(target.path, linter.settings)
    view = linter.understand(without_notes(document))
    if target.folder and not _is_paper(target, view):
        return ReadFile(target.path, skipped=Text("skipped.no-draft"))
    papers = tuple(PaperReader(linter.settings.lang).papers(view.drafts, past))
    shapes = () if past else tuple(shape(draft, linter.settings.lang) for draft in view.drafts)
    return ReadFile(target.path, papers, shapes)


def _document(path: str, settings: Settings) -> Document:
    if path == STDIN:
        return readers.parse(STDIN, standard_input(), settings.revisions, settings.convert)
    return readers.read(path, settings.revisions, settings.convert)


def _is_paper(target: Target, view: Understanding) -> bool:
    """Return whether a file that a folder held is one of the papers: what a check of the folder takes."""
    return view.has_section if _is_text(target) else any(draft.has_structure for draft in view.drafts)


def _is_text(target: Target) -> bool:
    return target.path.lower().endswith((".txt", ".md"))
