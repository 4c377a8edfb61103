"""What comments say: of the findings at one place, and, once, of the draft as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from docklint.reports.imprint import made_by, tool
from docklint.reports.verdicts import verdict_line
from docklint.reports.words import chosen_words, unread_words
from docklint.results import FileResult
from docklint.rules import Finding
from docklint.texts import Texts

_SEVERITIES = ("error", "warning", "info")


def said_of(findings: Sequence[Finding], texts: Texts) -> tuple[str, ...]:
    """Return the paragraphs of a comment on the findings at one place: of each its message, then the advice."""
    told: list[str] = []
    for finding in findings:
        severity = texts(f"report.severity-{finding.severity.value}")
        told.append(texts("annotate.message", severity=severity, message=finding.message))
        if finding.help:
            told.append(texts("report.advice") + finding.help)
    # Two of one rule at one place share their advice.
    return tuple(dict.fromkeys(told))


def mended(findings: Sequence[Finding], texts: Texts) -> tuple[str, ...]:
    """Return the paragraphs of a comment on what is mended at one place by tracked changes."""
    told: list[str] = []
    for finding in findings:
        assert finding.fix is not None
        severity = texts(f"report.severity-{finding.severity.value}")
        told.append(texts("annotate.message", severity=severity, message=finding.message))
        told.append(texts("annotate.mended-here", title=finding.fix.title))
    return tuple(dict.fromkeys(told))


def summed_up(result: FileResult, places: int, lang: str, texts: Texts) -> tuple[str, ...]:
    """Return the paragraphs that sum a result up: the verdict and why, how many findings, held against what.

    The reasons of the verdict say what was not checked; where that is a part of the file, the part is named as well.
    `places`: how many are mended by tracked changes that nobody has accepted or refused yet.
    """
    return (
        _verdict(result, texts),
        _counts(result, texts),
        *([texts("annotate.mended", count=places)] if places else []),
        *_against(result, lang, texts),
        *_unchecked(result, texts),
        made_by(tool(), texts),
    )


def _verdict(result: FileResult, texts: Texts) -> str:
    verdict = result.verdict
    return verdict_line(verdict.word, [each.told_in(texts) for each in verdict.reasons], texts)


def _counts(result: FileResult, texts: Texts) -> str:
    live = Counter(finding.severity.value for finding in result.findings if finding.suppressed is None)
    for each in result.omitted:
        live[each.severity] += each.count
    if not live.total():
        return texts("report.clean" if result.verdict.word == "ready" else "report.clean-so-far")
    return texts("annotate.counts", count=live.total(), **{name: live[name] for name in _SEVERITIES})


def _against(result: FileResult, lang: str, texts: Texts) -> Iterator[str]:
    if result.profile is not None:
        title = result.profile.title_in(lang)
        yield texts(
            "annotate.sentence", words=chosen_words(result.profile.id, title, result.chosen_by, texts)
        )
    if result.papers > 1:
        yield texts("annotate.sentence", words=texts("report.papers", count=result.papers))


def _unchecked(result: FileResult, texts: Texts) -> Iterator[str]:
    for each in result.document.unread if result.document else ():
        told = texts("report.unread", part=each.part, what=unread_words(each.reason, texts))
        yield texts("annotate.sentence", words=told)
    for code, count in result.unlisted(False).items():
        yield texts("annotate.more", code=code, count=count)
