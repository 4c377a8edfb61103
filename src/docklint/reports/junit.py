"""JUnit XML: a suite for each file, a test for each rule that could speak about it.

Tests keep their names while the draft is edited, so a CI server can say which were fixed. A test fails when one
of its findings is as severe as `--fail-on`; milder findings stand in its output.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from docklint import packs
from docklint.reports import Format, ReportOptions
from docklint.reports.entries import Entry, live, place, unlisted, worst_first
from docklint.reports.imprint import tool
from docklint.reports.json import file_entry, skipped_entries
from docklint.reports.verdicts import unchecked
from docklint.reports.xml import DECLARATION, element, opened
from docklint.results import FileResult, Summary
from docklint.rules import Severity


class JunitReport(Format):
    """The document; the counts of the whole come first, so nothing is written before the end."""

    def __init__(self, options: ReportOptions) -> None:
        super().__init__(options)
        rules = (options.library or packs.load()).rules
        self._names = {code: f"{code} {rule.name}" for code, rule in rules.items()}
        self._suites: list[_Suite] = []

    def file(self, result: FileResult) -> tuple[str, ...]:
        """Keep the suite of one file."""
        self._suites.append(_Suite(file_entry(result, self.options.texts), self.options, self._names))
        return ()

    def end(self, summary: Summary) -> Iterator[str]:
        """Yield the document."""
        totals = {key: sum(suite.counts[key] for suite in self._suites) for key in ("tests", *_OUTCOMES)}
        skipped = skipped_entries(summary, self.options.texts)
        totals["tests"] += len(skipped)
        totals["skipped"] += len(skipped)
        yield DECLARATION + opened("testsuites", name="docklint", **totals) + "\n"
        for suite in self._suites:
            yield from suite.lines()
        for each in skipped:
            yield from _passed_over(each)
        yield "</testsuites>\n"


class _Suite:
    """The tests of one file, each told as XML, and how many there are of each outcome."""

    def __init__(self, entry: Entry, options: ReportOptions, names: Mapping[str, str]) -> None:
        self._entry = entry
        self._texts = options.texts
        self._names = names
        self._fail_on = options.fail_on
        told = [_unread(entry)] if entry["error"] else list(self._rules())
        if reasons := unchecked(entry, self._texts):
            told.append(("skipped", _skipped_test("verdict", entry["path"], reasons)))
        outcomes = [outcome for outcome, _ in told]
        self._tests = [test for _, test in told]
        self.counts = {"tests": len(told), **{key: outcomes.count(key) for key in _OUTCOMES}}

    def lines(self) -> Iterator[str]:
        """Yield the suite."""
        yield "  " + opened("testsuite", name=self._entry["path"], **self.counts) + "\n"
        yield f"    <properties>{''.join(self._properties())}</properties>\n"
        yield from (f"    {test}\n" for test in self._tests)
        for told in unlisted(self._entry, self._texts):
            yield "    " + element("system-out", told) + "\n"
        for unread in self._entry["coverage"]["unread"]:
            yield "    " + element("system-out", f"{unread['part']}: {unread['message']}") + "\n"
        yield "  </testsuite>\n"

    def _properties(self) -> Iterator[str]:
        for key, value in tool().items():
            yield element("property", name=f"tool-{key}", value=value)
        if profile := self._entry["profile"]:
            yield element("property", name="profile", value=profile["id"])
        yield element("property", name="verdict", value=self._entry["verdict"])
        for reason in self._entry["verdict_reasons"]:
            yield element("property", name="verdict-reason", value=reason)

    def _rules(self) -> Iterator[tuple[str, str]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for finding in live(self._entry):
            found[finding["code"]].append(finding)
        statuses = {**dict.fromkeys(found, "findings"), **self._entry["rules"]}
        for code, status in sorted(statuses.items()):
            if status != "disabled" or code in found:
                yield self._rule(code, status, worst_first(found.get(code, ())))

    def _rule(self, code: str, status: str, findings: list[Entry]) -> tuple[str, str]:
        outcome, inside = self._outcome(status, findings)
        name = self._names.get(code, code)
        return outcome, opened("testcase", name=name, classname=self._entry["path"]) + inside + "</testcase>"

    def _outcome(self, status: str, findings: list[Entry]) -> tuple[str, str]:
        if status == "crashed":
            return "errors", element("error", message="the rule crashed", type="DL903")
        if status == "not-applicable" and not findings:
            return "skipped", element("skipped", message="not applicable")
        if not findings:
            return "passed", ""
        told = "\n".join(self._line(finding) for finding in findings)
        if not self._fails(findings[0]):
            return "passed", element("system-out", told)
        return "failures", element("failure", told, message=_title(findings), type=findings[0]["severity"])

    def _fails(self, finding: Entry) -> bool:
        if self._fail_on == "never":
            return False
        return Severity(finding["severity"]).rank <= Severity(self._fail_on).rank

    def _line(self, finding: Entry) -> str:
        return f"{self._entry['path']}:{place(finding)}: {finding['severity']}: {finding['message']}"


_OUTCOMES = ("failures", "errors", "skipped")


def _title(findings: list[Entry]) -> str:
    more = f" (+{len(findings) - 1})" if len(findings) > 1 else ""
    return f"{findings[0]['message']}{more}"


def _skipped_test(name: str, path: str, reason: str) -> str:
    return opened("testcase", name=name, classname=path) + element("skipped", message=reason) + "</testcase>"


def _passed_over(skipped: Mapping[str, str]) -> Iterator[str]:
    """Yield the suite of a file that nobody looked into."""
    counts = {"tests": 1, **dict.fromkeys(_OUTCOMES, 0), "skipped": 1}
    yield "  " + opened("testsuite", name=skipped["path"], **counts) + "\n"
    yield "    " + _skipped_test("read", skipped["path"], skipped["reason"]) + "\n"
    yield "  </testsuite>\n"


def _unread(entry: Entry) -> tuple[str, str]:
    error = entry["error"]
    inside = element("error", message=error["message"], type=error["code"])
    return "errors", opened("testcase", name="read", classname=entry["path"]) + inside + "</testcase>"
