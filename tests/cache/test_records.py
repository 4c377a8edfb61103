"""A result becomes text, that text is sealed, and both come back as they were."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docklint import testing
from docklint.cache import records, seal
from docklint.linter import Linter
from docklint.results import FileResult
from docklint.rules import Edit, Finding, Fix, Related, Severity, Suppression
from docklint.settings import Settings
from docklint.spans import Span
from tests.running import FAULTY


@given(text=st.binary(max_size=200), key=st.binary(min_size=64, max_size=64))
def test_what_was_sealed_is_unsealed(text: bytes, key: bytes) -> None:
    assert seal.unseal(seal.seal(text, key), key) == text


@given(
    text=st.binary(max_size=60), at=st.integers(0, 75), flip=st.integers(1, 255), other=st.binary(max_size=64)
)
def test_what_was_touched_is_no_record(text: bytes, at: int, flip: int, other: bytes) -> None:
    key = b"k" * 64
    sealed = bytearray(seal.seal(text, key))
    assert seal.unseal(bytes(sealed), other) is None
    assert seal.unseal(bytes(sealed[:at]), key) is None or at >= len(sealed)
    sealed[at % len(sealed)] ^= flip
    assert seal.unseal(bytes(sealed), key) is None


SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
WORDS = st.text(max_size=9)
FINDINGS = st.builds(
    Finding,
    code=WORDS,
    name=WORDS,
    severity=st.sampled_from(Severity),
    message=WORDS,
    help=WORDS,
    span=SPANS,
    quote=st.text(st.characters(categories=["Lo", "Cs", "Cc"]), max_size=5),
    heading_path=st.lists(WORDS).map(tuple),
    identity=st.lists(WORDS).map(tuple),
    data=st.dictionaries(WORDS, st.none() | st.integers() | WORDS | st.lists(WORDS), max_size=3),
    related=st.lists(st.builds(Related, WORDS, SPANS, st.lists(WORDS).map(tuple)), max_size=2).map(tuple),
    fix=st.none()
    | st.builds(
        Fix,
        st.sampled_from(["safe", "unsafe"]),
        st.lists(st.builds(Edit, SPANS, WORDS), max_size=2).map(tuple),
    ),
    suppressed=st.none() | st.builds(Suppression, WORDS, WORDS),
)
LINTER = Linter(Settings(profile="generic"))
RESULT = LINTER.check_bytes("a.txt", FAULTY.encode())


@given(findings=st.lists(FINDINGS, max_size=3).map(tuple))
def test_findings_come_back_as_they_were(findings: tuple[Finding, ...]) -> None:
    result = _with(findings=findings)
    text = records.dump(result, LINTER.library)
    assert text is not None
    assert RESULT.document
    assert records.load(text, RESULT.document, LINTER.library) == result


@pytest.mark.parametrize("value", [(1, 2), {1: 2}, {1}, b"", float("nan")], ids=repr)
def test_what_would_come_back_otherwise_is_not_kept(value: object) -> None:
    finding = RESULT.findings[0].__replace__(data={"value": value})
    assert records.dump(_with(findings=(finding,)), LINTER.library) is None


def test_findings_of_every_rule_can_be_kept() -> None:
    for case in testing.RuleTester().cases():
        linter = Linter(Settings(profile=case.sample.profile), LINTER.library)
        for result in [
            linter.check_bytes("a.md" if case.sample.markdown else "a.txt", case.sample.text.encode())
        ]:
            assert records.dump(result, LINTER.library) is not None, case


def _with(**changes: Any) -> FileResult:
    return RESULT.__replace__(**changes)
