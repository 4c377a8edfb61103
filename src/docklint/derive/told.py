"""What is said of a notice that takes a profile's place: what it demands, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docklint.derive.proposal import Proposal, ProposedPart
from docklint.neutral import shown
from docklint.texts import Texts

PARTS_LACK = "derive.parts-differ"
"""The doubt about parts that is told at every check."""


def chosen(proposals: Iterable[Proposal], audience: str = "") -> Proposal:
    """Return the proposal for an audience, and what is then decided as decided; the first if it is for nobody else."""
    first, *others = proposals
    for each in (first, *others) if audience and others else ():
        if each.audience and each.audience.value == audience:
            open_ = tuple(text for text in each.undecided if text.key != "derive.two-audiences")
            return each.__replace__(undecided=open_)
    return first


def told(proposal: Proposal, name: str, texts: Texts) -> Iterator[str]:
    """Yield the sentences on what is demanded in the notice called `name`: dimensions, parts, what has to be decided."""
    file, list_ = shown(name), texts("general.list")
    if proposal.is_model:
        yield texts("cli.notice-is-paper", file=file)
    for key, found in (
        ("dimensions", [(each.value, each.line) for each in proposal.dimensions]),
        (
            "parts",
            [
                (each.title.value if each.title else "", each.source.line)
                for each in _parts(proposal, required=True)
            ],
        ),
    ):
        if found:
            names = list_.join(name for name, _ in found)
            yield texts(f"cli.notice-{key}", file=file, line=found[0][1], count=len(found), names=names)
        else:
            yield texts(f"cli.notice-no-{key}", file=file)
    optional = [each.title.value for each in _parts(proposal, required=False) if each.title]
    if optional:
        yield texts("cli.notice-optional", names=list_.join(optional))
    for doubt in proposal.doubts:
        if doubt.key == PARTS_LACK:
            yield doubt.told_in(texts)
    if proposal.undecided:
        doubts = " ".join(doubt.told_in(texts) for doubt in proposal.undecided)
        yield texts("cli.notice-undecided", count=len(proposal.undecided), doubts=doubts)


def _parts(proposal: Proposal, required: bool) -> list[ProposedPart]:
    return [each for each in proposal.sections if each.title and (each.required is not False) == required]
