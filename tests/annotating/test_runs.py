"""However a word processor has cut the runs, every finding is told at its characters."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import docklint
from tests import docx_builder as b
from tests.annotating.drafts import TEXT, findings, told
from tests.word_writing.writing import read


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 100_000))
def test_cut_anywhere(seed: int) -> None:
    _holds(b.split_runs(TEXT, Random(seed)))


def test_one_run_a_character() -> None:
    _holds(b.package(*(b.para(*map(b.run, line)) for line in TEXT.split("\n"))))


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_other_encodings(encoding: str) -> None:
    parts: dict[str, bytes | str] = dict(b.entries(b.typed(TEXT)))
    body = b.entries(b.typed(TEXT))["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("UTF-8", encoding.upper(), 1).encode(encoding)
    _holds(b.zipped(parts))


def _holds(data: bytes) -> None:
    found = {f"{each.code} {each.fingerprint}": each.span for each in findings(data) if each.quote}
    annotated = docklint.annotate(data)
    there = dict(told(annotated))
    assert len(found) > 5
    assert {tag: there[tag] for tag in found} == found
    assert read(annotated).text == read(data).text
    assert docklint.annotate(annotated) == annotated
    assert [each.fingerprint for each in findings(annotated)] == [each.fingerprint for each in findings(data)]
