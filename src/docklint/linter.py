"""The one door: settings in, the library loaded once, a result for every document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from docklint import engine, packs, readers
from docklint.ceiling import Ceiling
from docklint.coverage import Understanding, covered
from docklint.document import Document
from docklint.errors import DraftError, InternalError, PluginError, SetupError, raised_at
from docklint.profile import FALLBACK, Profile
from docklint.results import FileResult
from docklint.rules import STRUCTURE_NOT_FOUND, Finding, Hit, Rule, RuleStatus
from docklint.rules_in_force import RulesInForce
from docklint.settings import AUTO, Settings, check_selectors
from docklint.spans import Span
from docklint.structure.binding.bind import bind
from docklint.structure.binding.recognise import Choice, recognise
from docklint.structure.draft import Draft
from docklint.structure.normalise import body
from docklint.structure.outline import papers
from docklint.structure.outline.tree import Outline
from docklint.suppressions import SuppressTable
from docklint.typed import TYPE_CHECKING
from docklint.values import replace
from docklint.verdict import Counting

if TYPE_CHECKING:
    from pathlib import Path

    from docklint.apply_suppressions import Judgement
    from docklint.baseline import Baseline

PROFILE_NOT_RECOGNISED, RULE_CRASHED = "DL902", "DL903"
UNUSED_SUPPRESSION = "DL904"


class Linter:
    """Checks documents with one set of settings. Raises `SetupError` when these name what is not there."""

    def __init__(
        self,
        settings: Settings,
        library: packs.Library | None = None,
        baseline: Baseline | None = None,
        failed: tuple[PluginError, ...] = (),
    ) -> None:
        """Load the library, unless a `library` for these settings is given.

        `baseline`: findings that are known and do not count. `failed`: installed packs that do not work.
        """
        self.settings = settings
        self.library = library or packs.load(settings.rules_path, profile_files(settings.profile))
        self.baseline = baseline
        self.failed = failed
        self._rules = RulesInForce(settings, self.library)
        check_selectors((*settings.select, *settings.ignore, *settings.rules), self.library.rules)
        self._named_profile  # noqa: B018  an unknown name must fail now, not at the first draft

    def check_file(self, path: str, named: bool = True) -> FileResult:
        """Read and check one file; what cannot be read becomes the result's error.

        `named`: the user asked for this very file, so a file without structure is a finding.
        """
        revisions, convert = self.settings.revisions, self.settings.convert
        return _guarded(path, lambda: self.check(readers.read(path, revisions, convert), named))

    def check_bytes(self, name: str, data: bytes) -> FileResult:
        """Read and check what came without a file; the suffix of `name` or else `data` tells the format."""
        revisions, convert = self.settings.revisions, self.settings.convert
        return _guarded(name, lambda: self.check(readers.parse(name, data, revisions, convert)))

    def check_seen(self, name: str, data: bytes) -> tuple[FileResult, Understanding | None]:
        """Do so, and return as well what was understood of it, for who shows that beside the findings."""
        seen: list[Understanding] = []

        def checked() -> FileResult:
            document = readers.parse(name, data, self.settings.revisions, self.settings.convert)
            seen.append(self.understand(_without_notes(document)))
            return self.judged(document, seen[0])

        result = _guarded(name, checked)
        return result, None if result.error else seen[0]

    def check(self, document: Document, named: bool = True) -> FileResult:
        """Check one document."""
        return self.judged(document, self.understand(_without_notes(document)), named)

    def judged(self, document: Document, view: Understanding, named: bool = True) -> FileResult:
        """Check a document that was understood already."""
        selection = self._rules.under(view.profile)
        rules, statuses = selection.chosen, selection.statuses
        not_applicable: dict[str, RuleStatus] = dict.fromkeys(_not_applicable(view, named), "not-applicable")
        busy = (self._informed(rule, view) for rule in rules if rule.code not in not_applicable)
        outcome = engine.run(busy, view.drafts, self.library.rules[RULE_CRASHED], self.settings.lang)
        not_applicable = {
            code: status for code, status in not_applicable.items() if statuses.get(code) == "passed"
        }
        result = FileResult(
            path=document.path,
            document=document,
            profile=view.profile,
            chosen_by=view.chosen_by,
            statuses={**statuses, **outcome.statuses, **not_applicable},
            recognised=view.has_section,
            papers=len(view.drafts),
            coverage=covered(view.drafts, selection, self._named_profile is not None, self.settings.lang),
        )
        return self._with_failed_plugins(self._judged(result, outcome, view.drafts), view.drafts)

    def _informed(self, rule: Rule, view: Understanding) -> Rule:
        """Tell the rule about unrecognised meetings which profile came nearest; no check knows the profiles."""
        if rule.code != PROFILE_NOT_RECOGNISED:
            return rule
        if view.year or view.nearest is None:
            return replace(rule, check=replace(rule.check, year=view.year))
        profile, lacking = view.nearest.profile, view.nearest.lacking
        title = (profile.title_en if self.settings.lang == "en" else "") or profile.title
        titles = tuple(slot.title for slot in lacking)
        return replace(rule, check=replace(rule.check, nearest=title, id=profile.id, lacking=titles))

    def report_unused(self, result: FileResult, tables: Iterable[SuppressTable]) -> FileResult:
        """Add to a result that no draft of the run had a use for these `[[suppress]]` tables."""
        if result.document is None or result.profile is None:
            return result
        # Late, here and below: few drafts come with an agreement about what does not count.
        from docklint.apply_suppressions import unused_table

        return self._with_hits(
            result,
            map(unused_table, tables),
            (self._blank(result.document, result.profile),),
        )

    def _judged(self, result: FileResult, outcome: engine.Outcome, drafts: Sequence[Draft]) -> FileResult:
        """Add the findings, suppress what was agreed not to count, and tell which agreements are idle."""
        assert result.document is not None
        ceiling, counting = Ceiling(self.settings.max_findings), Counting(result.coverage.papers)
        document = result.document

        def kept(findings: Iterable[Finding]) -> Iterable[Finding]:
            return ceiling.kept(counting.counted(findings))

        judgement = self._judgement(outcome, document, drafts, result, kept)
        findings = judgement.findings if judgement else tuple(kept(outcome.told()))
        unused_tables = judgement.unused_tables if judgement else ()
        applied = replace(
            result,
            findings=findings,
            omitted=ceiling.omitted,
            tally=counting.tally,
            unused_tables=unused_tables,
        )
        if judgement is None or not judgement.any_source:
            quiet = {UNUSED_SUPPRESSION: "not-applicable"} if self._reports_unused(result) else {}
            return replace(applied, statuses={**result.statuses, **quiet})
        return self._with_hits(applied, judgement.unused, drafts)

    def _judgement(
        self,
        outcome: engine.Outcome,
        document: Document,
        drafts: Sequence[Draft],
        result: FileResult,
        kept: Callable[[Iterable[Finding]], Iterable[Finding]],
    ) -> Judgement | None:
        """Suppress what was agreed not to count; None where nothing can have been agreed."""
        known = self.baseline.known(result.path) if self.baseline else {}
        if not (self.settings.suppress or known or document.marks or document.markdown):
            return None
        from docklint.apply_suppressions import SuppressionSources, apply

        name = self.baseline.name if self.baseline else ""
        agreements = SuppressionSources(self.settings.suppress, known, name)
        return apply(outcome.told(), document, drafts, agreements, result.statuses, kept)

    def _with_hits(self, result: FileResult, hits: Iterable[Hit], drafts: Sequence[Draft]) -> FileResult:
        """Add what is to be said of suppressions, if the rule for that runs."""
        chosen = self._rules.under(drafts[0].profile).chosen
        rule = next((rule for rule in chosen if rule.code == UNUSED_SUPPRESSION), None)
        told = engine.report(rule, hits, drafts, self.settings.lang) if rule else ()
        if not told:
            return result
        ceiling = Ceiling(self.settings.max_findings, result.findings, result.omitted)
        findings = sorted(
            (*result.findings, *ceiling.kept(told)),
            key=lambda each: (each.span.start, each.code, each.span.end),
        )
        statuses = {**result.statuses, UNUSED_SUPPRESSION: "findings"}
        return replace(result, statuses=statuses, findings=tuple(findings), omitted=ceiling.omitted)

    def _reports_unused(self, result: FileResult) -> bool:
        return result.statuses.get(UNUSED_SUPPRESSION) == "passed"

    def _with_failed_plugins(self, result: FileResult, drafts: Sequence[Draft]) -> FileResult:
        """Name the installed packs that do not work: what they would have found nobody knows."""
        if not self.failed:
            return result
        hits = [_failure(error) for error in self.failed]
        told = engine.report(self.library.rules[RULE_CRASHED], hits, drafts, self.settings.lang)
        statuses = {**result.statuses, RULE_CRASHED: "crashed"}
        return replace(result, statuses=statuses, findings=(*told, *result.findings))

    def _blank(self, document: Document, profile: Profile) -> Draft:
        return bind(_nothing(document, self.library), document, profile, self.library.grammar)

    def understand(self, document: Document) -> Understanding:
        """Find the structure of a document and bind it to the profile that was named or recognised."""
        outlines = papers.parse(document, self.library.grammar) or (_nothing(document, self.library),)
        chosen = [self._choose(each) for each in outlines]
        profiles = [each.profile or self.library.profiles[FALLBACK] for each in chosen]
        drafts = tuple(
            bind(each, document, profile, self.library.grammar, self.settings.unit)
            for each, profile in zip(outlines, profiles, strict=True)
        )
        chosen_by = AUTO if self.settings.profile == AUTO else self.settings.profile_by
        nearest = next((each.nearest for each in chosen if each.nearest), None)
        recognised = all(each.profile for each in chosen)
        year = next((each.year for each in chosen if each.year), "")
        return Understanding(drafts, profiles[0], chosen_by, recognised, nearest, year)

    def _choose(self, paper: Outline) -> Choice:
        """Choose for each paper of a file by itself: a collection may hold papers of several meetings."""
        if self._named_profile:
            return Choice(self._named_profile)
        return recognise(paper, self.library.profiles.values(), self.library.grammar)

    @cached_property
    def _named_profile(self) -> Profile | None:
        name, profiles = self.settings.profile, self.library.profiles
        if name == AUTO:
            return None
        if self.library.given:
            return profiles[self.library.given[-1]]
        if name not in profiles:
            # Late: only a mistake needs it.
            from docklint.settings import unknown_profile

            raise unknown_profile(name, [AUTO, *profiles])
        return profiles[name]


def _guarded(path: str, work: Callable[[], FileResult]) -> FileResult:
    """Return the result of a check; what goes wrong with the file becomes the result's error."""
    try:
        return work()
    except SetupError:
        raise
    except DraftError as error:
        return FileResult(path, error=error)
    except Exception as error:
        # One draft that docklint cannot digest must not cost the user the results of a thousand others.
        return FileResult(path, error=InternalError(detail=raised_at(error)))


def _without_notes(document: Document) -> Document:
    """Return the document as the rules see it; who writes no comments wrote no note to docklint."""
    if not document.marks:
        return document
    from docklint.suppression_notes import without_notes

    return without_notes(document)


def _nothing(document: Document, library: packs.Library) -> Outline:
    text = body.read(document, library.grammar)
    return Outline(text, 0, len(text.text), len(text.text), ())


def _failure(error: PluginError) -> Hit:
    name = f"{error.values['package']}: {error.values['name']}"
    return Hit(Span(0, 0), {"rule": name, "reason": str(error.values["detail"])}, variant="plugin")


def profile_files(profile: str) -> tuple[Path, ...]:
    """Return the profile's file to load, if it is named as one."""
    if not profile.endswith(".toml"):
        return ()
    # Late, here and elsewhere: a plain check needs no paths as objects, and importing these takes 3 ms.
    from pathlib import Path

    return (Path(profile),)


def _not_applicable(view: Understanding, named: bool) -> Iterator[str]:
    """Yield the rules about docklint's own understanding that have no occasion to speak."""
    if not named:
        yield STRUCTURE_NOT_FOUND
    if view.recognised or not any(draft.has_structure for draft in view.drafts):
        yield PROFILE_NOT_RECOGNISED
