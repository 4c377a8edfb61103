"""A run: files are checked one after the other or several at a time, and reporters are told in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import closing

from docklint.errors import Binary, Empty, NoDrafts, OwnReport
from docklint.results import FileResult, Reporter, Run, Skipped, Summary
from docklint.runner.check_one import check_one
from docklint.runner.targets import STDIN, Target, place
from docklint.texts import Text
from docklint.typed import TYPE_CHECKING
from docklint.values import Value, replace
from docklint.workspace import Workspace

if TYPE_CHECKING:
    from docklint.runner.unused_tables import UnusedTables


class Plan(Value):
    """What to check. `paths`: as they were named; `targets`: the files they stand for, in order.

    `stdin_name`: what the file `-` is called. `jobs`: so many processes work on it, none more than there are files.
    `skipped`: what is passed over without a look. `named_only`: no folder was named, and files that were are treated
    like a folder's.
    """

    paths: tuple[str, ...]
    targets: tuple[Target, ...]
    stdin_name: str = ""
    jobs: int = 1
    skipped: tuple[Skipped, ...] = ()
    named_only: bool = False


def run(workspace: Workspace, plan: Plan, reporters: Sequence[Reporter]) -> Summary:
    """Check what is planned. Raises `SetupError`, before anything is told, when some configuration is wrong."""
    workspace.prepare(place(target.path, plan.stdin_name) for target in plan.targets)
    unused, telling = _unused_tables(workspace), _Telling(plan, reporters)
    telling.begin()
    with closing(_results(workspace, plan)) as results:
        for result in results:
            telling.take(unused.passed(result) if unused else (result,))
    telling.take(unused.rest() if unused else ())
    return telling.end()


def _unused_tables(workspace: Workspace) -> UnusedTables | None:
    """Return what finds out which `[[suppress]]` tables are idle; None if there are none."""
    if not workspace.has_suppress_tables:
        return None
    # Late: most configurations suppress nothing.
    from docklint.runner.unused_tables import UnusedTables

    return UnusedTables(workspace)


def _results(workspace: Workspace, plan: Plan) -> Generator[FileResult]:
    jobs = min(plan.jobs, len(plan.targets))
    if jobs < 2 or any(target.path == STDIN for target in plan.targets):
        return (check_one(workspace, target, plan.stdin_name) for target in plan.targets)
    return _in_parallel(workspace, plan.targets, jobs)


def _in_parallel(workspace: Workspace, targets: Sequence[Target], jobs: int) -> Generator[FileResult]:
    # Late: most runs check a single file.
    from docklint.runner.pool import in_parallel
    from docklint.runner.sent import check_and_send, failed_to_send, received
    from docklint.runner.worker import Work

    work = Work(check_and_send, failed_to_send)
    with closing(in_parallel(workspace, targets, jobs, work)) as all_sent:
        for sent in all_sent:
            yield received(workspace, sent)


class _Telling:
    """Results on their way to the reporters: what a folder holds beside drafts is left out, the rest is counted."""

    def __init__(self, plan: Plan, reporters: Sequence[Reporter]) -> None:
        self._plan = plan
        self._reporters = reporters
        self._awaited = deque(plan.targets)
        self._kept: list[str] = []
        self._summary = Summary()
        self._skipped = [*plan.skipped]

    def begin(self) -> None:
        """Tell that the run begins."""
        for reporter in self._reporters:
            reporter.begin(Run(len(self._plan.targets)))

    def take(self, results: Sequence[FileResult]) -> None:
        """Tell the results of the next files."""
        for result in results:
            target = self._awaited.popleft()
            if target.folder and isinstance(result.error, OwnReport):
                continue
            if target.folder and _is_other(result):
                self._skip(result)
            else:
                self._kept.append(os.path.abspath(target.path))
                self._tell(result)

    def end(self) -> Summary:
        """Tell which folders hold no draft, and that all is told."""
        for folder in filter(os.path.isdir, self._plan.paths):
            inside = os.path.join(os.path.abspath(folder), "")
            if not any(path.startswith(inside) for path in self._kept):
                self._tell(FileResult(folder, error=NoDrafts()))
        summary = replace(self._summary, skipped=tuple(self._skipped))
        for reporter in self._reporters:
            reporter.end(summary)
        return summary

    def _skip(self, result: FileResult) -> None:
        key = "skipped.no-draft-named" if self._plan.named_only else "skipped.no-draft"
        reason = result.error.text if result.error else Text(key)
        self._skipped.append(Skipped(result.path, reason, may_be_draft=False))

    def _tell(self, result: FileResult) -> None:
        self._summary = self._summary.plus(result)
        for reporter in self._reporters:
            reporter.file(result)


def _is_other(result: FileResult) -> bool:
    if not result.path.lower().endswith((".txt", ".md")):
        return False
    return isinstance(result.error, Binary | Empty) or (result.error is None and not result.recognised)
