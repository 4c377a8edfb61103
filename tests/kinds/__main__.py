"""`python -m tests.kinds`: how many instances of each kind are met, what the tables of `not_yet` should lose or gain.

With --show, also in what the others differ.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.asking import Answers, missed
from tests.wanted import Instance

from .not_yet import NOT_YET
from .test_kinds import ALL


def lines(show: bool) -> Iterator[str]:
    """Yield what there is to say."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Answers(ALL, Path(folder))
        failing = {each.name: list(_failing(answers, each)) for each in ALL}
    kinds: dict[str, list[bool]] = defaultdict(list)
    for name, differing in failing.items():
        kinds[name[:2]].append(not differing)
        yield from _told(name, differing, show)
    yield from (f"{kind}: {sum(met)} of {len(met)}" for kind, met in sorted(kinds.items()))


def _failing(answers: Answers, instance: Instance) -> Iterator[tuple[str, list[str]]]:
    for aspect in instance.aspects:
        if differing := missed(answers, instance, aspect):
            yield aspect, differing


def _told(name: str, differing: list[tuple[str, list[str]]], show: bool) -> Iterator[str]:
    now = " ".join(aspect for aspect, _ in differing)
    if now != NOT_YET.get(name, ""):
        yield f'"{name}": "{now}",  # the table says “{NOT_YET.get(name, "")}”'
    if show and differing:
        yield name
        yield from (f"    {line}" for _, each in differing for line in each)


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(prog="python -m tests.kinds", description=__doc__)
    parser.add_argument("--show", action="store_true", help="tell in what each instance differs")
    sys.stdout.writelines(f"{line}\n" for line in lines(parser.parse_args().show))


if __name__ == "__main__":
    main()
