"""The engine: running, yielding, crashing, and findings that keep their fingerprints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint import engine
from docklint.document import Document, Line, Mark, Piece
from docklint.grammar import Grammar
from docklint.profile import Lexicon, Profile
from docklint.rules import Check, Finding, Hit, Rule, RuleText, Severity
from docklint.spans import Range, Span
from docklint.structure.draft import Binding, Draft, Ordinal, Part
from docklint.structure.normalise import body
from docklint.values import replace

TEXT = "一、存在的问题\n一是学得不深。\n二是学得不深。\n"
VOICE = RuleText("s", "w", "看到{text}", "h", {"odd": "怪事{text}"})


class Sees(Check):
    """Hits every occurrence of a word."""

    word: str
    explains: tuple[Span, ...] = ()
    variant: str = ""

    def applies(self, draft: Draft) -> bool:
        return self.word != "n/a"

    def __call__(self, draft: Draft) -> Iterator[Hit]:
        at = draft.document.text.find(self.word)
        while at >= 0:
            span = Span(at, at + len(self.word))
            yield Hit(span, {"text": self.word}, explains=self.explains, variant=self.variant)
            at = draft.document.text.find(self.word, at + 1)


class Raises(Check):
    def __call__(self, draft: Draft) -> Iterator[Hit]:
        yield Hit(Span(0, 1), {"text": ""})
        raise RecursionError


def rule(code: str, check: Check, **other: object) -> Rule:
    known = Rule(code, "a-name", check, Severity.WARNING, VOICE, VOICE, (), ())
    return replace(known, **other)


CRASHED = rule("DL903", Sees("n/a"), zh=RuleText("", "", "{rule}出错：{reason}", ""))


def draft(text: str = TEXT, marks: Sequence[Mark] = ()) -> Draft:
    document = Document(
        "a.txt", text, (Line(0, len(text)),), (Piece(0, len(text), "", 0, 0),), marks=tuple(marks)
    )
    whole = Range(0, len(text))
    return Draft(
        document,
        Profile("generic", "通用"),
        Grammar(Lexicon({})),
        body.read(document),
        whole,
        tuple(_parts(text)),
        Binding(),
        Binding(),
        Range(0, 0),
        Range(len(text), len(text)),
    )


def _parts(text: str) -> Iterator[Part]:
    title = text.index("存在的问题")
    yield Part(
        id=0,
        kind="section",
        parent=None,
        range=Range(title - 2, len(text)),
        title=Range(title, title + 5),
        claim=Range(title - 2, title + 5),
        body=Range(title + 5, len(text)),
        ordinal=Ordinal(style="chinese", value=1, range=Range(title - 2, title)),
        role="problems",
    )
    for number, start in enumerate((at for at in range(len(text)) if text.startswith("是", at)), 1):
        end = text.index("。", start) + 1
        place = Range(start - 1, end)
        yield Part(
            id=number,
            kind="problem",
            parent=0,
            range=place,
            title=Range(start + 1, end - 1),
            claim=place,
            body=Range(end, end),
            ordinal=Ordinal(style="is", value=number, range=Range(start - 1, start + 1)),
        )


def findings(*rules: Rule, on: Draft | None = None) -> list[Finding]:
    return list(engine.run(rules, [on or draft()], CRASHED).findings)


def test_a_hit_becomes_a_finding_with_words_and_place() -> None:
    (one,) = findings(rule("AAA101", Sees("二是")))
    assert (one.message, one.quote, one.help) == ("看到二是", "二是", "h")
    assert one.heading_path == ("一、存在的问题", "二是")
    assert dict(one.data) == {"text": "二是"}


def test_a_variant_has_its_own_words() -> None:
    (one,) = findings(rule("AAA101", Sees("二是", variant="odd")))
    assert one.message == "怪事二是"


def test_findings_are_sorted_by_place_then_code() -> None:
    seen = findings(rule("BBB101", Sees("一是")), rule("AAA101", Sees("一是")), rule("CCC101", Sees("存在")))
    assert [finding.code for finding in seen] == ["CCC101", "AAA101", "BBB101"]


def test_statuses_tell_what_happened() -> None:
    rules = [
        rule("AAA101", Sees("一是")),
        rule("AAA102", Sees("n/a")),
        rule("AAA103", Sees("无")),
        rule("AAA104", Raises()),
    ]
    outcome = engine.run(rules, [draft()], CRASHED)
    assert outcome.statuses == {
        "AAA101": "findings",
        "AAA102": "not-applicable",
        "AAA103": "passed",
        "AAA104": "crashed",
    }


def test_a_crash_is_a_finding_that_names_the_rule_and_nothing_else_is_lost() -> None:
    first, second = findings(rule("AAA104", Raises()), rule("AAA101", Sees("二是")))
    assert (first.code, first.message) == ("DL903", "AAA104出错：RecursionError")
    assert second.code == "AAA101"


def test_a_message_that_lacks_a_value_is_a_crash_of_its_rule() -> None:
    (one,) = findings(rule("AAA101", Sees("二是"), zh=RuleText("", "", "{nothing}", "")))
    assert one.code == "DL903"


@pytest.mark.parametrize("explains", [(), (Span(TEXT.index("二是"), TEXT.index("二是") + 1),)])
def test_a_rule_yields_where_another_explains_the_place(explains: tuple[Span, ...]) -> None:
    strong = rule("AAA101", Sees("一是" if explains else "二是", explains))
    seen = findings(rule("BBB101", Sees("二是"), yields_to=("AAA101",)), strong)
    assert [finding.code for finding in seen] == ["AAA101"]


def test_a_rule_does_not_yield_elsewhere_nor_to_a_rule_that_does_not_run() -> None:
    weak = rule("BBB101", Sees("二是"), yields_to=("AAA101",))
    assert [finding.code for finding in findings(weak, rule("AAA101", Sees("一是")))] == ["AAA101", "BBB101"]
    assert [finding.code for finding in findings(weak)] == ["BBB101"]


SPANS = st.builds(lambda at, size: Span(at, at + size), st.integers(0, 30), st.integers(0, 5))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_the_cover_agrees_with_overlaps(spans: list[Span], asked: Span) -> None:
    assert (asked in engine._Cover(spans)) == any(asked.overlaps(span) for span in spans)


def test_inserted_text_names_its_author() -> None:
    at = TEXT.index("二是")
    marks = [Mark("insertion", at, at + 5, "审稿人", "2023-12-01T09:00:00Z"), Mark("deletion", 0, 9, "别人")]
    one, two = findings(rule("AAA101", Sees("二是")), rule("AAA102", Sees("一是")), on=draft(marks=marks))
    assert "author" not in one.data
    assert (two.data["author"], two.data["date"]) == ("审稿人", "2023-12-01T09:00:00Z")


def test_a_whole_file_rule_runs_once_for_several_drafts() -> None:
    class Whole(Sees):
        whole_file = True

    assert len(engine.run([rule("AAA101", Whole("二是"))], [draft(), draft()], CRASHED).findings) == 1
    assert len(engine.run([rule("AAA101", Sees("二是"))], [draft(), draft()], CRASHED).findings) == 2


def test_fingerprints_are_unique_and_survive_edits_elsewhere() -> None:
    look = rule("AAA101", Sees("不深"))
    before = findings(look)
    assert len({finding.fingerprint for finding in before}) == 2
    edited = "青禾县档案馆\n" + TEXT.replace("一是学得不深。\n", "一是别的问题。\n一是学得不深。\n")
    after = findings(look, on=draft(edited))
    assert [finding.fingerprint for finding in after] == [finding.fingerprint for finding in before]


def test_a_fingerprint_does_not_depend_on_the_ordinal() -> None:
    class Claims(Check):
        def __call__(self, draft: Draft) -> Iterator[Hit]:
            return (Hit(draft.span(part.claim), {"text": ""}) for part in draft.of("problem"))

    one = findings(rule("AAA101", Claims()), on=draft("一、存在的问题\n一是学得不深。"))
    two = findings(rule("AAA101", Claims()), on=draft("一、存在的问题\n一是做得不实。二是学得不深。"))
    assert one[0].fingerprint == two[1].fingerprint != two[0].fingerprint
