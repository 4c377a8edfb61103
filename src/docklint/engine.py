"""Run rules over drafts and turn what they saw into findings. Sees only Rule values and Drafts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docklint.document import Document
from docklint.errors import DocklintError
from docklint.fingerprints import Fingerprints
from docklint.rules import Finding, Fix, Hit, Related, Rule, RuleStatus
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple
from docklint.typed import Any
from docklint.values import Value


class Outcome(Value):
    """What a set of rules says about one file: the status of each rule by code, and the findings, sorted."""

    statuses: Mapping[str, RuleStatus]
    reports: tuple[_Report, ...]
    drafts: tuple[Draft, ...]
    lang: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings at once."""
        return tuple(self.told())

    def told(self) -> Iterator[Finding]:
        """Yield the findings, each made when it is asked for: a hostile draft has more than anybody keeps."""
        return _findings(self.reports, self.drafts, self.lang)


class _Report(NamedTuple):
    rule: Rule
    hit: Hit


def run(rules: Iterable[Rule], drafts: Sequence[Draft], crashed: Rule, lang: str = "zh") -> Outcome:
    """Run every rule over the drafts of one file (at least one) and tell what they saw in `zh` or `en`.

    A rule that raises becomes a finding of `crashed`, whose message may name the `rule` and the `reason`, the
    type of the exception; the others still run. Draft by draft, so that what several checks derive from one
    need be kept for that one alone.
    """
    runs = [_Run(rule, lang) for rule in rules]
    for number, draft in enumerate(drafts):
        for each in runs:
            each.check(draft, number == 0)
    reports = list(_without_explained([report for each in runs for report in each.reports]))
    reports += [_crash(each.rule, each.crash, crashed, lang) for each in runs if each.crash]
    seen = {report.rule.code for report in reports}
    return Outcome(
        {each.rule.code: "findings" if each.rule.code in seen else each.status for each in runs},
        tuple(sorted(reports, key=_order)),
        tuple(drafts),
        lang,
    )


def report(rule: Rule, hits: Iterable[Hit], drafts: Sequence[Draft], lang: str = "zh") -> tuple[Finding, ...]:
    """Tell hits that no check saw, but the linter itself, in the words of `rule`."""
    return tuple(_findings(sorted((_Report(rule, hit) for hit in hits), key=_order), drafts, lang))


class _Run:
    """One rule at work: what it has seen so far, or what stopped it."""

    def __init__(self, rule: Rule, lang: str) -> None:
        self.rule = rule
        self.status: RuleStatus = "not-applicable"
        self.reports: list[_Report] = []
        self.crash: BaseException | None = None
        self._lang = lang

    def check(self, draft: Draft, first: bool) -> None:
        """Let the rule look at one draft; one that raised does not look at another, and has seen nothing.

        A check of the whole file sees all with the first, and learns from each which places it must spare.
        """
        if self.crash:
            return
        try:
            if first or not self.rule.check.whole_file:
                self._check(draft)
            if self.reports and self.rule.check.whole_file:
                self._spare(tuple(self.rule.check.spares(draft)))
        except (Exception, SystemExit) as error:
            self.status, self.reports, self.crash = "crashed", [], error

    def _check(self, draft: Draft) -> None:
        if not self.rule.check.applies(draft):
            return
        self.status = "passed"
        words, length = self.rule.text_in(self._lang), len(draft.document.text)
        for hit in self.rule.check(draft):
            _check_places(hit, length)
            # A message that cannot be made is a crash of its rule; it is made anew when it is told.
            words.render_message(hit)
            words.render_help(hit)
            self.reports.append(_Report(self.rule, hit))

    def _spare(self, places: Sequence[Span]) -> None:
        if places:
            spared = _Cover(places)
            self.reports = [report for report in self.reports if report.hit.span not in spared]


def _check_places(hit: Hit, length: int) -> None:
    """Raise `IndexError` for a place outside the text: no report could show it."""
    for start, end in (hit.span, *(related.span for related in hit.related)):
        if not 0 <= start <= end <= length:
            raise IndexError(f"{start}:{end}")
    if hit.fix:
        # Late, here and below: most hits come without a fix.
        from docklint.proposals import check_edits

        check_edits(hit.fix, length)


def _crash(rule: Rule, crash: BaseException, crashed: Rule, lang: str) -> _Report:
    hit = Hit(Span(0, 0), {"rule": rule.code, "reason": _reason(crash, lang)})
    return _Report(crashed, hit)


def _reason(crash: BaseException, lang: str) -> str:
    return crash.message(lang) if isinstance(crash, DocklintError) else type(crash).__name__


def _without_explained(reports: Sequence[_Report]) -> Iterator[_Report]:
    """Drop what a rule saw at a place that a rule it yields to explains."""
    yielding = {code for report in reports for code in report.rule.yields_to}
    explained: dict[str, list[Span]] = defaultdict(list)
    for report in reports:
        if report.rule.code in yielding:
            explained[report.rule.code] += (report.hit.span, *report.hit.explains)
    covers = {code: _Cover(spans) for code, spans in explained.items()}
    for report in reports:
        places = (report.hit.span, *report.hit.about)
        explaining = [covers[code] for code in report.rule.yields_to if code in covers]
        if not any(place in cover for cover in explaining for place in places):
            yield report


class _Cover:
    """Many spans, asked whether one of them overlaps another span, as `Span.overlaps` means it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        ordered = sorted(spans)
        self._points = [span.start for span in ordered if span.start == span.end]
        for span in ordered:
            self._add(span)

    def _add(self, span: Span) -> None:
        if self._ends and span.start <= self._ends[-1]:
            self._ends[-1] = max(self._ends[-1], span.end)
        elif span.start < span.end:
            self._starts.append(span.start)
            self._ends.append(span.end)

    def __contains__(self, span: Span) -> bool:
        at = bisect_left(self._points, span.start)
        if at < len(self._points) and self._points[at] <= span.end:
            return True
        if span.start == span.end:
            at = bisect_right(self._starts, span.start) - 1
            return at >= 0 and span.start <= self._ends[at]
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and span.start < self._ends[at]


def _findings(reports: Iterable[_Report], drafts: Sequence[Draft], lang: str) -> Iterator[Finding]:
    """Yield the findings for reports, which are sorted."""
    places = Fingerprints(drafts)
    insertions = _Insertions(drafts[0].document)
    counts: Counter[tuple[str, ...]] = Counter()
    for report in reports:
        span, words = report.hit.span, report.rule.text_in(lang)
        identity = places.identity(report.rule.code, span)
        counts[identity] += 1
        yield Finding(
            code=report.rule.code,
            name=report.rule.name,
            severity=report.rule.severity,
            message=words.render_message(report.hit),
            help=words.render_help(report.hit),
            span=span,
            quote=drafts[0].document.text[span.start : span.end],
            heading_path=places.heading_path(span),
            identity=(*identity, str(counts[identity])),
            data={**report.hit.values, **insertions.around(report.hit)},
            related=tuple(_located(each, places) for each in report.hit.related),
            fix=_told(report.hit.fix, drafts[0].document, lang),
            requirement=report.hit.requirement,
        )


def _told(fix: Fix | None, document: Document, lang: str) -> Fix | None:
    if fix is None:
        return None
    from docklint.proposals import told

    return told(fix, document, lang)


def _located(related: Related, places: Fingerprints) -> Related:
    return related._replace(heading_path=places.heading_path(related.span))


def _order(report: _Report) -> tuple[int, str, int]:
    return report.hit.span.start, report.rule.code, report.hit.span.end


class _Insertions:
    """Who inserted which text, from the tracked changes of a DOCX."""

    def __init__(self, document: Document) -> None:
        self._marks = sorted(mark for mark in document.marks if mark.kind == "insertion")
        self._starts = [mark.start for mark in self._marks]

    def around(self, hit: Hit) -> Mapping[str, Any]:
        """Return `author` and `date` of the insertion that a hit lies in; nothing if it lies in none or names an author
        of its own.
        """
        span = hit.span
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end > self._marks[at].end or "author" in hit.values:
            return {}
        return {"author": self._marks[at].author, "date": self._marks[at].date}
