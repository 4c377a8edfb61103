"""The evaluation can tell a good method from a bad one."""

from __future__ import annotations

import pytest

from . import method as asking
from .baselines import by_bigrams, by_position
from .evaluate import Outcome, main, mistakes, outcomes, report, total
from .method import Trial, Verdict, original
from .sample import KINDS, load

TRIALS = [("links", kind) for kind in KINDS] + [
    ("as-is", "COR101"),
    ("as-is", "COR102"),
    ("removal", "COR101"),
    ("addition", "COR102"),
]


def oracle(trial: Trial) -> Verdict:
    """Answer with the labels."""
    links = {link for link in trial.sample.links if link[2] in (*trial.measures, *trial.sample.causes)}
    answered = {start for kind, start, _ in links if kind == "cause-measure"}
    serving = {end for kind, _, end in links if kind != "dimension-cause"}
    return Verdict(
        frozenset(links), frozenset(trial.sample.causes) - answered, frozenset(trial.measures) - serving
    )


def mute(trial: Trial) -> Verdict:
    """Answer nothing."""
    return Verdict(frozenset(), frozenset(), frozenset())


def _run(method: object) -> list[Outcome]:
    return list(outcomes(load(), method))  # type: ignore[arg-type]  # any of the methods above


@pytest.mark.parametrize(("trial", "subject"), TRIALS)
def test_the_labels_score_full_marks(trial: str, subject: str) -> None:
    counts = total(_run(oracle), trial, subject)
    assert counts.right > 0
    assert (counts.precision, counts.recall, counts.f1) == (1, 1, 1)


@pytest.mark.parametrize(("trial", "subject"), TRIALS)
def test_silence_finds_nothing_and_raises_no_alarm(trial: str, subject: str) -> None:
    counts = total(_run(mute), trial, subject)
    assert (counts.right, counts.wrong, counts.recall) == (0, 0, 0)


@pytest.mark.parametrize("method", [by_position, by_bigrams])
def test_baselines_are_neither_perfect_nor_useless(method: object) -> None:
    counts = total(_run(method), "links", "cause-measure")
    assert 0.3 < counts.f1 < 0.9


def test_mistakes_are_told_with_their_draft() -> None:
    told = list(mistakes(_run(mute)))
    assert told[0].startswith("01-shuili themes links cause-measure  missed")


def test_report_has_a_line_for_every_trial() -> None:
    assert len(list(report(_run(oracle)))) == 1 + len(TRIALS) + 6


def test_command_line_measures_one_split(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--split", "heldout", "--method", f"{__package__}.baselines:by_position"])
    assert capsys.readouterr().out.startswith(f"{len(load()) // 2} drafts\n")


def test_docklint_is_understood_by_the_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = load()[0]
    answers = {
        "outline": {
            "nodes": [
                {"id": "n1", "kind": "dimension", "title": sample.dimensions[0]},
                {"id": "n2", "kind": "cause", "title": sample.causes[0]},
                {"id": "n3", "kind": "measure", "title": sample.measures[1]},
            ]
        },
        "matrix": {"links": [{"from": "n2", "to": "n3", "kind": "cause-measure"}]},
        "check": {
            "files": [
                {
                    "findings": [
                        {"code": "COR101", "location": {"quote": f"（二）{sample.causes[1]}。"}},
                        {"code": "COR102", "location": {"quote": sample.measures[0]}},
                    ]
                }
            ]
        },
    }
    monkeypatch.setattr(asking, "_run", lambda command, *_: answers[command])
    monkeypatch.setattr(asking, "is_shipped", lambda profile: True)
    verdict = asking.docklint(original(sample))
    assert verdict.links == {("cause-measure", sample.causes[0], sample.measures[1])}
    assert verdict.unanswered == {sample.causes[1]}
    assert verdict.idle == {sample.measures[0]}
