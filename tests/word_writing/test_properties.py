"""Whatever a text looks like and however its runs are cut."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docklint.spans import Span
from docklint.word.changes import make_changes
from docklint.word.least import least
from docklint.word.notes import Note, add_notes, remove_notes
from tests import docx_builder as b
from tests.word_writing.writing import anchored, edited, note, own, possible, read, some_edits

_CHARACTERS = st.sampled_from("甲乙丙丁一、（）“”，。 \u3000ab<&>'\"𠀀")
_TEXT = st.lists(st.text(_CHARACTERS, max_size=12), min_size=1, max_size=4).map("\n".join)
_SEED = st.integers(0, 10_000)
_SLOW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _single(text: str) -> bytes:
    """One run a character."""
    return b.package(*(b.para(*map(b.run, line)) for line in text.split("\n")))


def _mixed(text: str, seed: int) -> bytes:
    """Runs cut anywhere, some in wrappers, inserted, or with deleted text and drawings between."""
    random = Random(seed)
    return b.package(
        *(b.para(*(_odd(run, random) for run in b.cuts(line, random))) for line in text.split("\n"))
    )


def _odd(run: str, random: Random) -> str:
    if run.startswith("<w:r>") and random.random() < 0.3:
        return b.inserted(run, author="李青")
    drawing = "<w:r><w:drawing/></w:r>" if random.random() < 0.1 else ""
    return run + random.choice(("", "", "", b.deleted("删"), drawing))


def _packages(text: str, seed: int) -> list[bytes]:
    return [b.typed(text), _single(text), b.split_runs(text, Random(seed)), _mixed(text, seed)]


def _notes(text: str, random: Random, many: int) -> list[Note]:
    """Notes on one or more characters of one line each."""
    found = []
    for number in range(many):
        filled = [at for at, sign in enumerate(text) if sign != "\n"]
        if not filled:
            return []
        start = random.choice(filled)
        line_end = text.find("\n", start)
        end = random.randint(start + 1, len(text) if line_end < 0 else line_end)
        found.append(note(start, end, number))
    return found


@_SLOW
@given(_TEXT, _SEED, st.integers(1, 6))
def test_comments_at_any_place_of_any_run(text: str, seed: int, many: int) -> None:
    for data in _packages(text, seed):
        document = read(data)
        assert document.text == text
        notes = _notes(text, Random(seed), many)
        after = add_notes(data, document, notes)
        assert anchored(after) == [text[each.span.start : each.span.end] for each in notes]
        assert read(after).text == text
        assert add_notes(after, read(after), notes) == after
        removed, _ = remove_notes(after)
        assert read(removed).text == text
        assert not own(read(removed))


@_SLOW
@given(_TEXT, _SEED)
def test_changes_at_any_place_of_any_run(text: str, seed: int) -> None:
    for data in _packages(text, seed):
        document = read(data)
        edits = possible(data, document, some_edits(document, seed, 6, lines=True))
        tracked = make_changes(data, document, edits)
        silent = make_changes(data, document, edits, tracked=False)
        assert read(tracked).text == read(silent).text == edited(text, edits)
        assert read(tracked, "original").text == read(data, "original").text


@_SLOW
@given(_TEXT, _SEED)
def test_a_commented_text_can_be_changed_and_a_changed_one_commented(text: str, seed: int) -> None:
    data = _mixed(text, seed)
    notes = _notes(text, Random(seed), 3)
    commented = add_notes(data, read(data), notes)
    edits = possible(commented, read(commented), some_edits(read(commented), seed, 4))
    both = make_changes(commented, read(commented), edits)
    assert read(both).text == edited(text, edits)
    assert len(own(read(both))) == len(notes)
    changed = make_changes(data, read(data), edits)
    assert read(add_notes(changed, read(changed), [note(0, 0, 9)])).text == edited(text, edits)


@given(st.text("甲乙丙", max_size=12), st.text("甲乙丙", max_size=12))
def test_the_least_edit_leads_from_one_to_the_other(old: str, new: str) -> None:
    changes = least(old, new)
    assert edited(old, [(Span(each.start, each.end), each.text) for each in changes]) == new
    stays = len(old) - sum(each.end - each.start for each in changes)
    assert stays == _common(old, new)
    assert all(one.end < other.start for one, other in pairwise(changes))


def _common(old: str, new: str) -> int:
    """Count the longest common subsequence the plain way."""
    if not old or not new:
        return 0
    row = [0] * (len(new) + 1)
    for sign in old:
        before = 0
        for at, other in enumerate(new, 1):
            before, row[at] = row[at], before + 1 if sign == other else max(row[at], row[at - 1])
    return row[-1]
