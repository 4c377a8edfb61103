"""Who checked and against what, on standard error: for formats of machines in which no place is for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docklint.cli.output import warn
from docklint.reports.imprint import tool
from docklint.reports.words import chosen_words
from docklint.results import FileResult, Run, Summary
from docklint.texts import Texts


class ImprintLine:
    """A reporter that learns the profiles of a run, and can tell them with the version and the day of the rules."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._profiles: Counter[str] = Counter()

    def begin(self, run: Run) -> None:
        """Say nothing: what was recognised shows only at the end."""

    def file(self, result: FileResult) -> None:
        """Note the profile of a file that was checked."""
        if result.profile:
            title = result.profile.title_in(self._texts.lang)
            self._profiles[chosen_words(result.profile.id, title, result.chosen_by, self._texts)] += 1

    def end(self, summary: Summary) -> None:
        """Say nothing: the reports may still fail to be written."""

    def tell(self) -> None:
        """Say who it was, if anything was checked."""
        if told := self._texts("general.semicolon").join(self._told()):
            made = tool()
            warn(self._texts("cli.checked-by", version=made["version"], day=made["rules"], profiles=told))

    def _told(self) -> Iterator[str]:
        if len(self._profiles) == 1:
            yield from self._profiles
        else:
            for words, count in self._profiles.most_common():
                yield self._texts("cli.drafts-each", words=words, count=count)
