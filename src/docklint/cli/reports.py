"""The reports of one run: what they must not take the place of, who writes them, and what is said of them at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

from docklint.cli.output import warn
from docklint.cli.report_file import told_to
from docklint.cli.report_places import ReportPlace, told
from docklint.reports import FOR_PEOPLE, NAMELESS, ReportOptions
from docklint.results import Reporter, Summary
from docklint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.runner.targets import Target


class Reports:
    """The reports of a run over `targets`, each in its place."""

    def __init__(
        self, places: Sequence[ReportPlace], targets: Sequence[Target], stdin_name: str, view: ReportOptions
    ) -> None:
        self._places = places
        self._view = view
        self._drafts = [target.path for target in targets]
        self._names = {
            place: _names(targets, stdin_name, place.format, view) for place in places if place.is_folder
        }

    @property
    def are_for_people(self) -> bool:
        """Whether one of them leaves out what is told on standard error."""
        return any(place.format in FOR_PEOPLE for place in self._places)

    @property
    def are_nameless(self) -> bool:
        """Whether one of them cannot say who made it."""
        return any(place.format in NAMELESS for place in self._places)

    def refuse(self, force: bool) -> None:
        """Raise `SetupError` if one would take the place of what is no report of ours, or is open in Word."""
        for path in self._files():
            # Late, here and below: most reports go to standard output.
            from docklint.cli.draft_output import refuse_open
            from docklint.cli.overwriting import refuse_overwriting

            refuse_overwriting(path, self._drafts, force)
            refuse_open(path)

    def refuse_used(self, in_use: Iterable[Path]) -> None:
        """Raise `SetupError` if one would take the place of a file that decides what is in it."""
        if replaced := [path for path in self._files() if path.is_file()]:
            from docklint.cli.overwriting import refuse_in_use

            used = tuple(in_use)
            for path in replaced:
                refuse_in_use(path, used)

    @contextmanager
    def opened(self) -> Iterator[Sequence[Reporter]]:
        """Return who writes them; they are there when the context ends, or the old ones are."""
        with ExitStack() as stack:
            yield [self._reporter(place, stack) for place in self._places]

    def tell(self, summary: Summary) -> None:
        """Say where they are, and how much is in them."""
        if written := told(self._places):
            counts = {key: getattr(summary, key) for key in ("files", "error", "warning", "info")}
            count = summary.error + summary.warning + summary.info
            warn(self._view.texts("cli.written", outputs=written, count=count, **counts))

    def _reporter(self, place: ReportPlace, stack: ExitStack) -> Reporter:
        if place.is_folder:
            from docklint.cli.report_folder import FolderReporter

            return FolderReporter(place, self._names[place], self._view)
        return stack.enter_context(told_to(place.path, place.format, self._view))

    def _files(self) -> Iterator[Path]:
        """Yield all that is going to be written."""
        for place in self._places:
            if place.path is not None and not place.is_folder:
                yield place.path
            elif place.path is not None:
                from docklint.cli.report_folder import files

                yield from files(place.path, self._names[place])


def _names(targets: Sequence[Target], stdin_name: str, format: str, view: ReportOptions) -> Mapping[str, str]:
    from docklint.cli.report_folder import names

    return names(targets, stdin_name, format, view)
