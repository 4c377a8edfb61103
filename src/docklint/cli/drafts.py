"""Results on their way to the report: what a folder holds beside drafts is left out, the rest is counted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from docklint.cli.output import warn, warn_converted
from docklint.cli.paths import Target
from docklint.errors import Binary, Empty, NoDrafts
from docklint.reports.plain import safe
from docklint.results import FileResult, Summary


class Drafts:
    """The results of drafts, in order; once they were iterated, `summary` and `others` are final.

    `others`: how many text files of folders are no drafts. With a language, a file that failed is told on
    standard error as soon as it comes by, and (unless `quiet`) one that was converted.
    """

    def __init__(
        self,
        paths: Sequence[str],
        found: Sequence[Target],
        results: Iterable[FileResult],
        lang: str | None,
        quiet: bool = False,
    ) -> None:
        self.summary = Summary()
        self.others = 0
        self._paths = paths
        self._found = found
        self._results = results
        self._lang = lang
        self._quiet = quiet

    def __iter__(self) -> Iterator[FileResult]:
        for result in self._with_empty_folders():
            self.summary = self.summary.plus(result)
            if self._lang:
                self._tell(result, self._lang)
            yield result

    def _tell(self, result: FileResult, lang: str) -> None:
        if result.error:
            warn(f"{safe(result.path)}: {result.error.message(lang)}")
        elif result.document and not self._quiet:
            warn_converted(result.document, lang)

    def _with_empty_folders(self) -> Iterator[FileResult]:
        kept: list[str] = []
        for target, result in zip(self._found, self._results, strict=True):
            if target.folder and _is_other(result):
                self.others += 1
                continue
            kept.append(os.path.abspath(target.path))
            yield result
        for folder in filter(os.path.isdir, self._paths):
            if not any(path.startswith(os.path.join(os.path.abspath(folder), "")) for path in kept):
                yield FileResult(folder, error=NoDrafts())


def _is_other(result: FileResult) -> bool:
    if not result.path.lower().endswith((".txt", ".md")):
        return False
    return isinstance(result.error, Binary | Empty) or (result.error is None and not result.recognised)
