"""Score how a folder of notices with gold is read: `python -m tests.notices.score FOLDER [-v]`.

The folder holds samples (`NAME.gold.toml` beside the text, as in `data/`), compact files (`*.txt` whose notices begin with
`@@ `, as in `later/`), or both. Right drafts beside them (`NAME.draft.txt`, `NAME.AUDIENCE.draft.txt`) are checked against
their notices. `-v` tells each reading that is not exact; without it only figures are told, so that a set stays unseen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from docklint import packs, readers
from docklint.derive import derive
from docklint.derive.proposal import Proposal
from tests.running import docklint

from . import compact, sample
from .compact import Compact
from .sample import Reading, Sample


class Scored(NamedTuple):
    """A reading: of what, for whom, what was proposed, and whether its dimensions and its parts are right."""

    id: str
    audience: str
    proposal: Proposal
    dimensions: bool
    parts: bool
    draft: tuple[int, str] | None
    """Exit status and report of the right draft, None without one."""

    @property
    def is_false(self) -> bool:
        """Tell whether a wrong list of dimensions was proposed where none would have been better."""
        return bool(self.proposal.dimensions) and not self.dimensions

    @property
    def is_silent(self) -> bool:
        """Tell whether there is neither a list nor a word about it."""
        return not self.proposal.dimensions and not self.proposal.undecided


def score(folder: Path, drafts: bool = True) -> Iterator[Scored]:
    """Yield the readings of all samples and compact files of a folder; `drafts`: samples' right drafts are checked as well."""
    for each in sample.load(folder):
        yield from _of_sample(each, drafts)
    for path in compact.files(folder):
        for notice in compact.load(path.name, folder):
            yield _of_compact(notice, folder)


def _of_sample(each: Sample, drafts: bool) -> Iterator[Scored]:
    for reading in each.readings:
        with TemporaryDirectory() as place:
            file = each.put(Path(place))
            found = _proposal(file, reading.audience)
            told = _draft(reading.draft, file, reading.audience) if reading.draft and drafts else None
        yield Scored(each.id, reading.audience, found, *_fit_sample(each, reading, found), told)


def _fit_sample(each: Sample, reading: Reading, found: Proposal) -> tuple[bool, bool]:
    names, parts = tuple(one.value for one in found.dimensions), _parts(found)
    if each.kind == "neither":
        return not names, not parts
    return reading.accepts(names), reading.accepts_parts(parts)


def _of_compact(each: Compact, folder: Path) -> Scored:
    names = [f"{each.id}.{each.audience}.draft.txt"] if each.audience else [f"{each.id}.draft.txt"]
    draft = next((path for name in names if (path := folder / name).exists()), None)
    with TemporaryDirectory() as place:
        file = each.put(Path(place))
        found = _proposal(file, each.audience)
        told = _draft(draft, file, each.audience) if draft else None
    fits = each.accepts(tuple(one.value for one in found.dimensions)), each.accepts_parts(_parts(found))
    return Scored(each.id, each.audience, found, *fits, told)


def _proposal(file: Path, audience: str) -> Proposal:
    found = derive(readers.read(str(file), "final", False), packs.load())
    own = [each for each in found if audience and each.audience and each.audience.value == audience]
    return (own or found)[0]


def _parts(found: Proposal) -> list[tuple[str, bool]]:
    return compact.told_parts(found.sections)


def _draft(draft: Path, file: Path, audience: str) -> tuple[int, str]:
    options = ["--audience", audience] if audience else []
    ran = docklint("check", "--isolated", draft, "--notice", file, *options)
    return ran.status, ran.text


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _tell(scored: Scored) -> None:
    _say(f"{scored.id} {scored.audience} dimensions {scored.dimensions} parts {scored.parts}")
    _say(f"    {[each.value for each in scored.proposal.dimensions]} {_parts(scored.proposal)}")
    if scored.draft and scored.draft[0]:
        _say(scored.draft[1])


def main(folder: str, *options: str) -> None:
    """Print the figures of a folder."""
    all_ = list(score(Path(folder)))
    for each in all_ if "-v" in options else ():
        if not (each.dimensions and each.parts) or (each.draft and each.draft[0]):
            _tell(each)
    drafts = [each.draft[0] for each in all_ if each.draft]
    _say(f"readings {len(all_)}")
    _say(f"exact dimensions {sum(each.dimensions for each in all_)}")
    _say(f"exact parts {sum(each.parts for each in all_)}")
    _say(f"false dimensions {sum(each.is_false for each in all_)}")
    _say(f"no dimensions and no word of it {sum(each.is_silent for each in all_)}")
    _say(f"right drafts {len(drafts)}, without a finding {drafts.count(0)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
