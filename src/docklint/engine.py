"""Run rules over drafts and turn what they saw into findings. Sees only Rule values and Drafts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from docklint.document import Document
from docklint.errors import DocklintError
from docklint.places import Places
from docklint.rules import Finding, Hit, Related, Rule
from docklint.spans import Span
from docklint.structure.draft import Draft


class Outcome(NamedTuple):
    """What a set of rules says about one file: the status of each rule by code, and the sorted findings."""

    statuses: Mapping[str, str]
    findings: tuple[Finding, ...]


class _Sighting(NamedTuple):
    rule: Rule
    hit: Hit
    message: str


class _Run(NamedTuple):
    rule: Rule
    status: str
    sightings: tuple[_Sighting, ...] = ()
    crash: BaseException | None = None


def run(rules: Iterable[Rule], drafts: Sequence[Draft], crashed: Rule, lang: str = "zh") -> Outcome:
    """Run every rule over the drafts of one file (at least one) and tell what they saw in `zh` or `en`.

    A rule that raises becomes a finding of `crashed`, whose message may name the `rule` and the `reason`, the
    type of the exception; the others still run.
    """
    runs = [_run(rule, drafts, lang) for rule in rules]
    sightings = list(_unexplained([sighting for each in runs for sighting in each.sightings]))
    sightings += [_crash(each, crashed, lang) for each in runs if each.crash]
    seen = {sighting.rule.code for sighting in sightings}
    return Outcome(
        {each.rule.code: _status(each, seen) for each in runs},
        tuple(_findings(sightings, drafts, lang)),
    )


def tell(rule: Rule, hits: Iterable[Hit], drafts: Sequence[Draft], lang: str = "zh") -> tuple[Finding, ...]:
    """Tell hits that no check saw, but the linter itself, in the words of `rule`."""
    voice = rule.voice(lang)
    return tuple(_findings((_Sighting(rule, hit, voice.tell(hit)) for hit in hits), drafts, lang))


def _run(rule: Rule, drafts: Sequence[Draft], lang: str) -> _Run:
    try:
        seen = [draft for draft in _seen_by(rule, drafts) if rule.check.applies(draft)]
        hits = [hit for draft in seen for hit in rule.check(draft)]
        voice = rule.voice(lang)
        sightings = tuple(_Sighting(rule, hit, voice.tell(hit)) for hit in hits)
        _check_places(hits, len(drafts[0].document.text))
    except (Exception, SystemExit) as error:
        return _Run(rule, "crashed", crash=error)
    return _Run(rule, "passed" if seen else "not-applicable", sightings)


def _check_places(hits: Iterable[Hit], length: int) -> None:
    """Raise `IndexError` for a place outside the text: no report could show it."""
    for hit in hits:
        for start, end in (hit.span, *(related.span for related in hit.related)):
            if not 0 <= start <= end <= length:
                raise IndexError(f"{start}:{end}")


def _seen_by(rule: Rule, drafts: Sequence[Draft]) -> Sequence[Draft]:
    return drafts[:1] if rule.check.whole_file else drafts


def _status(each: _Run, seen: set[str]) -> str:
    return "findings" if each.rule.code in seen else each.status


def _crash(each: _Run, crashed: Rule, lang: str) -> _Sighting:
    hit = Hit(Span(0, 0), {"rule": each.rule.code, "reason": _reason(each.crash, lang)})
    return _Sighting(crashed, hit, crashed.voice(lang).tell(hit))


def _reason(crash: BaseException | None, lang: str) -> str:
    return crash.message(lang) if isinstance(crash, DocklintError) else type(crash).__name__


def _unexplained(sightings: Sequence[_Sighting]) -> Iterator[_Sighting]:
    """Drop what a rule saw at a place that a rule it yields to explains."""
    yielding = {code for sighting in sightings for code in sighting.rule.yields_to}
    places: dict[str, list[Span]] = defaultdict(list)
    for sighting in sightings:
        if sighting.rule.code in yielding:
            places[sighting.rule.code] += (sighting.hit.span, *sighting.hit.explains)
    covers = {code: _Cover(spans) for code, spans in places.items()}
    for sighting in sightings:
        if not any(sighting.hit.span in covers[code] for code in sighting.rule.yields_to if code in covers):
            yield sighting


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


def _findings(sightings: Iterable[_Sighting], drafts: Sequence[Draft], lang: str) -> Iterator[Finding]:
    places = Places(drafts)
    insertions = _Insertions(drafts[0].document)
    counts: Counter[tuple[str, ...]] = Counter()
    for sighting in sorted(sightings, key=_order):
        span = sighting.hit.span
        identity = places.identity(sighting.rule.code, span)
        counts[identity] += 1
        yield Finding(
            code=sighting.rule.code,
            name=sighting.rule.name,
            severity=sighting.rule.severity,
            message=sighting.message,
            help=sighting.rule.voice(lang).help,
            span=span,
            quote=drafts[0].text(span),
            heading_path=places.heading_path(span),
            fingerprint=_fingerprint(*identity, str(counts[identity])),
            data={**sighting.hit.values, **insertions.around(span)},
            related=tuple(_located(each, places) for each in sighting.hit.related),
            fix=sighting.hit.fix,
        )


def _located(related: Related, places: Places) -> Related:
    return related._replace(heading_path=places.heading_path(related.span))


def _order(sighting: _Sighting) -> tuple[int, str, int]:
    return sighting.hit.span.start, sighting.rule.code, sighting.hit.span.end


def _fingerprint(*identity: str) -> str:
    # Late: the hash library loads OpenSSL, which a draft without findings need not wait for.
    from hashlib import sha256

    return sha256("\0".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Insertions:
    """Who inserted which text, from the tracked changes of a DOCX."""

    def __init__(self, document: Document) -> None:
        self._marks = sorted(mark for mark in document.marks if mark.kind == "insertion")
        self._starts = [mark.start for mark in self._marks]

    def around(self, span: Span) -> Mapping[str, Any]:
        """Give `author` and `date` of the insertion that `span` lies in; nothing if it lies in none."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end > self._marks[at].end:
            return {}
        return {"author": self._marks[at].author, "date": self._marks[at].date}
