"""A run whose results become the rows of an overview."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from docklint.likeness.folder import compare
from docklint.overview.likest import likest, of_files
from docklint.overview.rows import Alike, PaperId, Row, checked, not_reached, passed_over
from docklint.reports import ReportOptions
from docklint.reports.desk.overview import OverviewEntry, OverviewResult, entries
from docklint.reports.desk.words import percent
from docklint.results import FileResult, Reporter, Run, Summary
from docklint.runner.papers import Gathered
from docklint.runner.run import Plan, run
from docklint.runner.targets import passed_over as passed_over_below
from docklint.values import replace
from docklint.workspace import Workspace


class OverviewRun:
    """Papers that were read and compared, on their way to being checked; a reporter of that."""

    def __init__(
        self, workspace: Workspace, gathered: Gathered, threshold: float, view: ReportOptions
    ) -> None:
        self.gathered = gathered
        self._workspace = workspace
        self._threshold = threshold
        self._likeness = compare(gathered.papers, threshold)
        self._shapes = {file.path: file.shapes for file in gathered.files}
        self._rows: dict[str, tuple[Row, ...]] = {}
        self.done = 0
        self.view = replace(view, remarks=self._remarks(view))

    @property
    def copies(self) -> Sequence[tuple[str, str, bool]]:
        """The pairs of papers that are the same: both paths, and whether the second is of an earlier year."""
        papers = self._likeness.papers
        return [
            (papers[pair.first].path, papers[pair.second].path, papers[pair.second].past)
            for pair in self._likeness.pairs
            if pair.identical
        ]

    def check(self, paths: Sequence[str], reporters: Sequence[Reporter], jobs: int) -> None:
        """Check the papers; `reporters` are told as well."""
        skipped = tuple(passed_over_below(paths, self._workspace.request.convert))
        plan = Plan(tuple(paths), self.gathered.targets, jobs=jobs, skipped=skipped)
        run(self._workspace, plan, (*reporters, self))

    def begin(self, run: Run) -> None:
        """Take note of nothing."""

    def file(self, result: FileResult) -> None:
        """Make the rows of a result, one for each paper of the file."""
        if os.path.isdir(result.path):
            # A folder among several that holds no paper is no paper either.
            return
        path = result.path
        self._rows[path] = tuple(checked(result, self._shapes.get(path, ()), self._alike))
        self.done += 1

    def end(self, summary: Summary) -> None:
        """Make rows of what was passed over."""
        self._rows |= {each.path: (passed_over(each),) for each in summary.skipped}

    def report(self, names: Mapping[str, str]) -> OverviewEntry:
        """Return the overview as far as there is one. `names`: of the reports that are written, by path."""
        rest = {target.path: (not_reached(target.path),) for target in self.gathered.targets}
        reports = {
            path: name
            for path, name in names.items()
            if self._rows.get(path, rest[path])[0].status == "checked"
        }
        past = len(self.gathered.of(past=True))
        result = OverviewResult(
            list(chain.from_iterable((rest | self._rows).values())), self._threshold, past, reports
        )
        return entries(result, self.view.texts)

    def _remarks(self, view: ReportOptions) -> Mapping[str, str]:
        """Say of every paper how like others it is: a figure, and nobody's name or words."""
        return {
            path: view.texts(
                "overview.remark",
                score=percent(alike.score),
                threshold=percent(self._threshold),
                pairs=alike.pairs,
            )
            for path, alike in of_files(self._alike).items()
        }

    @cached_property
    def _alike(self) -> Mapping[PaperId, Alike]:
        """How like others every paper of this year is."""
        return likest(self._likeness)
