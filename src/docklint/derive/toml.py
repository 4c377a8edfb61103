"""Writing a proposal as the TOML of a profile, each value under the sentence it came from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from docklint.derive.proposal import EXTRA, USUAL, Found, Proposal, ProposedPart
from docklint.texts import Texts


def write(proposal: Proposal, name: str, texts: Texts) -> str:
    """Write the profile `name` (its id); comments in the language of `texts`."""
    return "\n".join(_lines(proposal, name, texts)) + "\n"


def _lines(proposal: Proposal, name: str, texts: Texts) -> Iterator[str]:
    yield _comment(texts("derive.proposed"))
    for doubt in dict.fromkeys((*proposal.undecided, *proposal.doubts)):
        yield _comment(texts("derive.undecided", doubt=doubt))
    yield f"id = {_quoted(name)}"
    yield from _source(proposal.title, texts)
    yield f"title = {_quoted(proposal.title.value if proposal.title else name)}"
    yield 'extends = "base"'
    if proposal.undecided:
        yield _comment(texts("derive.delete-undecided"))
        told = ", ".join(_quoted(text.told_in(texts)) for text in proposal.undecided)
        yield f"undecided = [{told}]"
    yield from _value("audience", proposal.audience, texts)
    yield from _value("example", proposal.example, texts)
    yield from _recognise(proposal, texts)
    yield from _limits(proposal, texts)
    sections = _sections(proposal)
    for at, part in enumerate(sections):
        yield from _section(part, proposal, texts)
        yield from _place(part, sections[at + 1 :])
    if proposal.sections:
        yield from _unlisted({part.role for part in sections}, texts)


def _recognise(proposal: Proposal, texts: Texts) -> Iterator[str]:
    if proposal.years:
        yield ""
        yield "[recognise]"
        yield from _source(proposal.years[0], texts)
        yield f"years = [{', '.join(_quoted(year.value) for year in proposal.years)}]"


def _limits(proposal: Proposal, texts: Texts) -> Iterator[str]:
    if proposal.limits:
        yield ""
        yield from _line(proposal.limits_source or Found("", "", 0), texts)
        yield "[limits]"
        yield from (f"{key} = {value}" for key, value in proposal.limits.items())
        yield from _words(proposal.limits_source or Found("", "", 0))


def _sections(proposal: Proposal) -> tuple[ProposedPart, ...]:
    """Name at least the section that holds the dimensions."""
    if any(part.role == "problems" for part in proposal.sections) or not proposal.dimensions:
        return proposal.sections
    return (ProposedPart("problems", None, proposal.dimensions[0]), *proposal.sections)


def _section(part: ProposedPart, proposal: Proposal, texts: Texts) -> Iterator[str]:
    yield ""
    yield from _line(part.source, texts)
    yield "[[section]]"
    yield f"role = {_quoted(part.role)}"
    if part.title:
        yield f"title = {_quoted(part.title.value)}"
    if part.required is not None:
        yield f"required = {'true' if part.required else 'false'}"
    if part.required is False and part.role in USUAL:
        # Where it stands, if at all, the document does not say.
        yield "anywhere = true"
    yield from _words(part.source)
    if part.role == "problems":
        yield from _dimensions(proposal, texts)


def _place(part: ProposedPart, behind: Sequence[ProposedPart]) -> Iterator[str]:
    """Say before which of the usual parts one stands that no profile knows; it would be the last otherwise."""
    following = next((each.role for each in behind if each.role in USUAL), None)
    if following and part.role.startswith(EXTRA):
        yield f"before = {_quoted(following)}"


def _unlisted(listed: Collection[str], texts: Texts) -> Iterator[str]:
    """Ask for no more parts than the document names."""
    for role in USUAL:
        if role not in listed:
            yield ""
            yield _comment(texts("derive.not-named"))
            yield "[[section]]"
            yield f"role = {_quoted(role)}"
            yield "required = false"


def _dimensions(proposal: Proposal, texts: Texts) -> Iterator[str]:
    for dimension in proposal.dimensions:
        yield from ("  " + line for line in _line(dimension, texts))
        yield "  [[section.dimension]]"
        yield f"  name = {_quoted(dimension.value)}"
        aliases = proposal.aliases.get(dimension.value, ())
        if aliases:
            yield f"  aliases = [{', '.join(map(_quoted, aliases))}]"
        yield from ("  " + line for line in _words(dimension))


def _line(value: Found, texts: Texts) -> Iterator[str]:
    if value.source:
        yield _comment(texts("derive.line", line=value.line))


def _words(value: Found) -> Iterator[str]:
    if value.source:
        yield f"source = {_quoted(value.source)}"


def _value(key: str, value: Found | None, texts: Texts) -> Iterator[str]:
    if value:
        yield from _source(value, texts)
        yield f"{key} = {_quoted(value.value)}"


def _source(value: Found | None, texts: Texts) -> Iterator[str]:
    if value and value.source:
        yield _comment(texts("derive.source", line=value.line, sentence=value.source))


def _comment(words: str) -> str:
    return "# " + words.replace("\n", " ")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
