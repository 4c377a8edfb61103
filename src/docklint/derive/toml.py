"""Writing a proposal as the TOML of a profile, each value under the sentence it came from."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docklint.derive.proposal import USUAL, Found, Proposal, ProposedPart


def write(proposal: Proposal, name: str, lang: str = "zh") -> str:
    """Write the profile `name` (its id); comments in `zh` or `en`."""
    return "\n".join(_lines(proposal, name, lang)) + "\n"


def _lines(proposal: Proposal, name: str, lang: str) -> Iterator[str]:
    yield _say(
        lang, "docklint 根据文件拟出的方案，请核对后使用。", "Proposed by docklint; check it before use."
    )
    for doubt in proposal.doubts:
        yield _say(lang, f"未能确定：{doubt.zh}", f"Undecided: {doubt.en}")
    yield f"id = {_quoted(name)}"
    yield from _source(proposal.title, lang)
    yield f"title = {_quoted(proposal.title.value if proposal.title else name)}"
    yield 'extends = "base"'
    yield from _value("audience", proposal.audience, lang)
    yield from _value("example", proposal.example, lang)
    yield from _recognise(proposal, lang)
    sections = _sections(proposal)
    for part in sections:
        yield from _section(part, proposal, lang)
    if proposal.sections:
        yield from _unlisted({part.role for part in sections}, lang)


def _recognise(proposal: Proposal, lang: str) -> Iterator[str]:
    if proposal.years:
        yield ""
        yield "[recognise]"
        yield from _source(proposal.years[0], lang)
        yield f"years = [{', '.join(_quoted(year.value) for year in proposal.years)}]"


def _sections(proposal: Proposal) -> tuple[ProposedPart, ...]:
    """Name at least the section that holds the dimensions."""
    if any(part.role == "problems" for part in proposal.sections) or not proposal.dimensions:
        return proposal.sections
    return (ProposedPart("problems", None, proposal.dimensions[0]), *proposal.sections)


def _section(part: ProposedPart, proposal: Proposal, lang: str) -> Iterator[str]:
    yield ""
    yield from _source(part.source, lang)
    yield "[[section]]"
    yield f"role = {_quoted(part.role)}"
    if part.title:
        yield f"title = {_quoted(part.title.value)}"
    if part.required is not None:
        yield f"required = {'true' if part.required else 'false'}"
    if part.role == "problems":
        yield from _dimensions(proposal, lang)


def _unlisted(listed: Collection[str], lang: str) -> Iterator[str]:
    """Ask for no more parts than the document names."""
    for role in USUAL:
        if role not in listed:
            yield ""
            yield _say(lang, "文件没有列出这一部分。", "The document does not name this part.")
            yield "[[section]]"
            yield f"role = {_quoted(role)}"
            yield "required = false"


def _dimensions(proposal: Proposal, lang: str) -> Iterator[str]:
    told = ""
    for dimension in proposal.dimensions:
        if dimension.source != told:
            yield from ("  " + line for line in _source(dimension, lang))
        told = dimension.source
        yield "  [[section.dimension]]"
        yield f"  name = {_quoted(dimension.value)}"


def _value(key: str, value: Found | None, lang: str) -> Iterator[str]:
    if value:
        yield from _source(value, lang)
        yield f"{key} = {_quoted(value.value)}"


def _source(value: Found | None, lang: str) -> Iterator[str]:
    if value:
        yield _say(lang, f"第 {value.line} 行：{value.source}", f"line {value.line}: {value.source}")


def _say(lang: str, zh: str, en: str) -> str:
    return "# " + (en if lang == "en" else zh).replace("\n", " ")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
