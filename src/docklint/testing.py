"""The strict tester of rules: every example of every rule, run through the real linter.

For authors of packs: `python -m docklint.testing FOLDER…` tests the rules in those folders (without a folder:
the ones that ship with docklint) and prints what is wrong, with `--rule CODE` only those whose code begins so; in a test
suite, `RuleTester` does the same:

    tester = RuleTester(["our-rules"])

    @pytest.mark.parametrize("case", tester.cases(), ids=str)
    def test_example(case):
        assert tester.failures(case) == []

An example fails when the rule points at anything but exactly what `⟦…⟧` marks, when another rule finds an
error or a warning in it (rules that look at the whole file, whatever its structure, may be shown on fragments
and are spared this; so is a rule that the example's rule yields to there), or when a message is not filled in. So does one
in which a fix of the rule leaves its finding there, brings another, or does more when it is made again, or whose fixes do
not lead to the text that the example gives as `fixed`.
A rule fails when it has no bad or no good example, an example twice, a bad example without marks, a good one
with, or a code in `yields-to` that it yields to in none of its examples.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from re import search

from docklint import packs, readers
from docklint.document import Document
from docklint.errors import SetupError
from docklint.fixing.proof import broken_promises, fixed_by
from docklint.linter import RULE_CRASHED, Linter
from docklint.results import FileResult
from docklint.rules import Finding, Rule, Sample, Severity
from docklint.settings import Settings
from docklint.spans import Span
from docklint.tuples import NamedTuple
from docklint.values import replace

LANGUAGES = ("zh", "en")


class Case(NamedTuple):
    """One example of one rule. `kind`: `bad` or `good`; `number`: 1-based among those of its kind."""

    rule: Rule
    kind: str
    number: int
    sample: Sample

    def __str__(self) -> str:
        return f"{self.rule.code}-{self.kind}{self.number}"


class RuleTester:
    """Tests the rules of the folders `paths`, or those that ship with docklint when there is none.

    `only`: the beginnings of the codes to be tested; all if there is none.
    Raises `SetupError` when a pack does not load.
    """

    def __init__(self, paths: Iterable[str | Path] = (), only: Iterable[str] = ()) -> None:
        self.paths = tuple(Path(path) for path in paths)
        self._only = tuple(only) or ("",)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules under test, with their examples."""
        builtin = packs.load().rules if self.paths else {}
        library = packs.load(self.paths, samples=True)
        shipped = (rule for code, rule in library.rules.items() if code not in builtin)
        return tuple(rule for rule in shipped if rule.code.startswith(self._only))

    def cases(self) -> list[Case]:
        """Return every example of every rule."""
        return [
            Case(rule, kind, number, sample)
            for rule in self.rules
            for kind, samples in (("bad", rule.bad), ("good", rule.good))
            for number, sample in enumerate(samples, start=1)
        ]

    def failures(self, case: Case) -> list[str]:
        """Say, one English sentence each, in what the example does not do what it shows."""
        return [
            *self._disagreements(case.rule, case.sample, case.sample.spans),
            *self._badly_told(case),
            *self._badly_fixed(case),
        ]

    def _disagreements(self, rule: Rule, sample: Sample, wanted: Sequence[Span]) -> Iterator[str]:
        result = self._result(rule, sample)
        if result.statuses.get(rule.code) == "crashed":
            yield f"{rule.code} crashed: {_reasons(result)}"
        found = [finding.span for finding in result.findings if finding.code == rule.code]
        yield from (f"does not point at {_shown(sample, span)}" for span in _minus(wanted, found))
        yield from (f"points at {_shown(sample, span)}" for span in _minus(found, wanted))
        others = () if rule.check.whole_file else result.findings
        loud = [each for each in others if each.code != rule.code and each.severity is not Severity.INFO]
        yielded = self.yielded(rule, sample) if loud else ()
        for finding in loud:
            if finding.code not in yielded:
                yield f"{finding.code} points at {_shown(sample, finding.span)}"

    def idle_failures(self, rule: Rule) -> list[str]:
        """Say, one English sentence each, to which codes the rule yields in none of its examples."""
        shown = {code for sample in (*rule.bad, *rule.good) for code in self.yielded(rule, sample)}
        return [f"no example yields to {code}" for code in rule.yields_to if code not in shown]

    def yielded(self, rule: Rule, sample: Sample) -> tuple[str, ...]:
        """Return the codes that each by itself take a hit of the rule away in an example."""
        return tuple(code for code in rule.yields_to if self._yields(rule, code, sample))

    def _yields(self, rule: Rule, code: str, sample: Sample) -> bool:
        free = self._hits(replace(rule, yields_to=()), code, sample)
        return free > 0 and self._hits(replace(rule, yields_to=(code,)), code, sample) < free

    def _hits(self, rule: Rule, beside: str, sample: Sample) -> int:
        """Count what the rule finds in an example when the rule `beside` alone runs as well."""
        library = _linter(self.paths, sample.profile, "zh", rule.enabled, _limits(sample)).library
        settings = Settings(profile=sample.profile, rules_path=self.paths, select=(rule.code, beside))
        linter = Linter(settings, replace(library, rules={**library.rules, rule.code: rule}))
        return sum(finding.code == rule.code for finding in linter.check(_document(sample)).findings)

    def _badly_told(self, case: Case) -> Iterator[str]:
        for lang in LANGUAGES:
            for finding in self._result(case.rule, case.sample, lang).findings:
                if finding.code == case.rule.code and not _is_filled(finding):
                    yield f"a message ({lang}) is not filled in: {finding.message}"

    def _badly_fixed(self, case: Case) -> Iterator[str]:
        linter = _linter(self.paths, case.sample.profile, "zh", case.rule.enabled, _limits(case.sample))
        document = _document(case.sample)
        yield from broken_promises(linter, document, case.rule.code)
        if case.sample.fixed is not None:
            fixed = replace(case.sample, text=case.sample.fixed, spans=(), fixed=None)
            yield from (f"the fixed text: {fault}" for fault in self._disagreements(case.rule, fixed, ()))
            mended = fixed_by(linter, document, case.rule.code)
            if mended not in (case.sample.fixed, case.sample.text):
                yield f"the fixes make of it: {mended}"

    def _result(self, rule: Rule, sample: Sample, lang: str = "zh") -> FileResult:
        linter = _linter(self.paths, sample.profile, lang, rule.enabled, _limits(sample))
        return linter.check(_document(sample))


def rule_failures(rule: Rule) -> list[str]:
    """Return what is wrong with the set of a rule's examples; the rule for crashed rules cannot have any."""
    if rule.code == RULE_CRASHED:
        return []
    return [
        *(f"there is no {kind} example" for kind in ("bad", "good") if not getattr(rule, kind)),
        *(f"bad example {n} marks nothing" for n, one in enumerate(rule.bad, 1) if not one.spans),
        *(f"good example {n} marks something" for n, one in enumerate(rule.good, 1) if one.spans),
        *(f"the same example {count} times" for count in _repeated(rule)),
    ]


def main(arguments: Sequence[str]) -> int:
    """Test the packs in the folders named and print what is wrong. Exit status 0, 1 (failures) or 2."""
    given = _parser().parse_args(arguments)
    try:
        tester = RuleTester(given.folders, given.rule)
        cases = tester.cases()
    except SetupError as error:
        sys.stderr.write(f"{error.message('en')}\n")
        return 2
    if not tester.rules and given.rule:
        sys.stderr.write(f"no rule has a code that begins with {' or '.join(given.rule)}\n")
        return 2
    failures = [
        *(f"{rule.code}: {fault}" for rule in tester.rules for fault in rule_failures(rule)),
        *(f"{rule.code}: {fault}" for rule in tester.rules for fault in tester.idle_failures(rule)),
        *(f"{case}: {fault}" for case in cases for fault in tester.failures(case)),
    ]
    sys.stdout.writelines(f"{line}\n" for line in failures)
    sys.stdout.write(f"{len(tester.rules)} rules, {len(cases)} examples, {len(failures)} failures\n")
    return int(bool(failures))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m docklint.testing", description="Test rules by their examples.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="a pack; none: the rules of docklint")
    parser.add_argument(
        "--rule", action="append", default=[], metavar="CODE", help="only rules whose code begins so"
    )
    return parser


@lru_cache(maxsize=64)
def _linter(
    paths: tuple[Path, ...], profile: str, lang: str, default: bool, limits: tuple[tuple[str, int], ...]
) -> Linter:
    """Make the linter for a profile. `default`: the rules that are off by default stay so. `limits`: its own."""
    select = () if default else ("ALL",)
    linter = Linter(Settings(profile=profile, rules_path=paths, lang=lang, select=select))
    if not limits:
        return linter
    library = linter.library
    limited = replace(library.profiles[profile], limits=dict(limits))
    return Linter(linter.settings, replace(library, profiles={**library.profiles, profile: limited}))


def _limits(sample: Sample) -> tuple[tuple[str, int], ...]:
    return tuple(sample.limits.items())


def _document(sample: Sample) -> Document:
    name = "sample.md" if sample.markdown else "sample.txt"
    return replace(readers.parse(name, sample.text.encode()), marks=sample.marks)


def _is_filled(finding: Finding) -> bool:
    # Braces that the draft itself holds are no fault of the message.
    told = finding.message.replace(str(finding.data.get("text") or finding.quote or "{}"), "…")
    return not search(r"\{[A-Za-z_]*\}|“”|\bNone\b", told)


def _minus(some: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    return (Counter(some) - Counter(others)).elements()


def _repeated(rule: Rule) -> Iterator[int]:
    counts = Counter(
        (one.text, one.profile, one.markdown, one.marks, _limits(one)) for one in (*rule.bad, *rule.good)
    )
    return (count for count in counts.values() if count > 1)


def _shown(sample: Sample, span: Span) -> str:
    line = sample.text.count("\n", 0, span.start) + 1
    return f"“{sample.text[span.start : span.end]}” (line {line}, offset {span.start})"


def _reasons(result: FileResult) -> str:
    return "; ".join(finding.message for finding in result.findings if finding.code == RULE_CRASHED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
