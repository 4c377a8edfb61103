"""docklint for Python: `docklint.check(draft) -> Result`, and the values a result is made of.

    >>> import docklint
    >>> text = "一、存在的问题\\n一是学习不够，*处没有整改。"
    >>> result = docklint.check(text, profile="generic", select=["RED"])
    >>> [(finding.code, result.position(finding.span.start)) for finding in result.findings]
    [('RED101', Position(line=2, column=8))]

A configuration is heeded only if it is named: a library must not depend on the folder it happens to run in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from docklint.errors import DocklintError, DraftError, SetupError
from docklint.readers import is_draft_name, load
from docklint.results import FileResult, summarise
from docklint.rules import Edit, Finding, Fix, Related, Requirement, RuleStatus, Severity, Suppression
from docklint.runner.unused_tables import UnusedTables
from docklint.settings import AUTO, LANGUAGES, Request, unknown
from docklint.spans import Lines, Position, Span
from docklint.texts import load as texts
from docklint.values import replace
from docklint.verdict import Word
from docklint.workspace import Workspace

__all__ = [
    "DocklintError",
    "DraftError",
    "Edit",
    "Finding",
    "Fix",
    "FixResult",
    "Position",
    "Related",
    "Requirement",
    "Result",
    "SetupError",
    "Severity",
    "Span",
    "Suppression",
    "annotate",
    "check",
    "fix",
]

_TEXT = "-.txt"
"""What text without a name is called: its first characters must not make it anything but text."""


@dataclass(frozen=True)
class Result:
    """What came of checking one draft.

    `path`: as it was given, `-` for text. `profile`: the id of the profile it was held against. `text`: what
    every offset refers to. `findings`: sorted by place; those with `suppressed` set do not count. `rules`: per
    code `passed`, `findings`, `not-applicable`, `disabled` or `crashed`.
    """

    path: str
    profile: str
    text: str
    findings: tuple[Finding, ...]
    rules: Mapping[str, RuleStatus]
    _file: FileResult = field(repr=False, compare=False)

    @property
    def ok(self) -> bool:
        """Return whether `docklint check` would exit with 0: no error, no warning, no crashed rule."""
        return self.exit_status() == 0

    def exit_status(self, fail_on: str = "warning") -> int:
        """Return the exit status of `docklint check`: 0, 1 or 3. `fail_on`: the mildest severity that gives 1."""
        return summarise([self._file]).exit_status(fail_on)

    @property
    def verdict(self) -> Word:
        """Return what becomes of the paper: `ready`, `revise`, `return` or `unchecked`."""
        return self._file.verdict.word

    def verdict_reasons(self, lang: str = "zh") -> tuple[str, ...]:
        """Return why, in sentences; empty for `ready`."""
        return tuple(reason.told_in(texts(_language(lang))) for reason in self._file.verdict.reasons)

    def position(self, offset: int) -> Position:
        """Turn an offset (code points in `text`) into a 1-based line and column (code points)."""
        return self._lines.position(offset)

    def as_dict(self, lang: str = "zh") -> dict[str, Any]:
        """Return the draft's entry in the JSON report (one element of its `files`)."""
        # Late: only callers who want JSON need the report.
        from docklint.reports.json import file_entry

        return file_entry(self._file, texts(lang))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)


def check(
    draft: str | bytes | os.PathLike[str],
    *,
    profile: str = AUTO,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules_path: Iterable[str | Path] = (),
    config: str | Path | None = None,
    lang: str = "zh",
    name: str = "",
    max_findings: int | None = None,
) -> Result:
    """Check one draft.

    `draft`: a path, the text itself, or the bytes of a file. A `str` is a path if it is one line that ends in a
    suffix of drafts (`.docx`, `.txt`, `.md`) or names a file, else text. `name`: what text or bytes are called;
    its suffix tells the format (`a.md` is Markdown). `profile`: an id, a TOML file, or `auto`. `select`,
    `ignore`: codes or prefixes. `rules_path`: folders of more packs. `config`: a `docklint.toml`; what is said
    here wins over it. `lang`: the language of messages, `zh` or `en`. `max_findings`: how many findings of one rule are
    kept, at least 1 (None: as configured, or 1,000); the verdict counts all.

    Raises `DraftError` if the draft cannot be read and `SetupError` if something named does not exist.
    """
    if max_findings is not None and max_findings < 1:
        raise SetupError("setup.not-a-number", option="max_findings", value=max_findings)
    request = replace(_request(profile, select, ignore, rules_path, config, lang), max_findings=max_findings)
    return _result(_checked(draft, name, request))


@dataclass(frozen=True)
class FixResult:
    """What fixing a draft came to.

    `data`: the file as it is then, the same bytes if there was nothing to do. `text`: what docklint reads in it. `made`,
    `left`: the findings whose fixes were made, and were not, with their places in the draft as it was before any round in
    which they were found. `result`: what checking it again finds.
    """

    data: bytes
    text: str
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]
    result: Result


def fix(
    draft: str | bytes | os.PathLike[str],
    *,
    unsafe: bool = False,
    plain: bool = False,
    author: str = "docklint",
    date: str | None = None,
    profile: str = AUTO,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules_path: Iterable[str | Path] = (),
    config: str | Path | None = None,
    lang: str = "zh",
    name: str = "",
) -> FixResult:
    """Mend the mechanical faults of one draft. Nothing is written: what comes of it is in the result.

    `unsafe`: make fixes as well that the author may not have meant. A Word file gets tracked changes by `author` at `date`
    (ISO 8601; None for no date), or silent ones if `plain`. All else is as `check` takes it.

    Raises what `check` raises, and `DraftError` for a Word file that must not be written to.
    """
    # Late: who only checks needs none of it.
    from docklint.fixing.result import fixed_bytes
    from docklint.fixing.rounds import fix as fixed

    workspace = Workspace(_request(profile, select, ignore, rules_path, config, lang))
    called, data = _named_bytes(draft, name)
    outcome = fixed(workspace.of(called if called != _TEXT else ""), called, data, unsafe)
    result = _result(outcome.after)
    return FixResult(
        fixed_bytes(data, outcome, plain=plain, author=author, date=date),
        result.text,
        tuple(each.finding for each in outcome.made),
        tuple(each.finding for each in outcome.declined),
        result,
    )


def _named_bytes(draft: str | bytes | os.PathLike[str], name: str) -> tuple[str, bytes]:
    """Return what a draft is called, and its bytes."""
    if isinstance(draft, bytes):
        return name or "-", draft
    if isinstance(draft, os.PathLike) or _is_path(draft):
        return os.fspath(draft), load(os.fspath(draft))
    return name or _TEXT, draft.encode("utf-8", "replace")


def _request(
    profile: str,
    select: Iterable[str],
    ignore: Iterable[str],
    rules_path: Iterable[str | Path],
    config: str | Path | None,
    lang: str,
) -> Request:
    return Request(
        profile=None if config and profile == AUTO else profile,
        select=_codes(select),
        ignore=_codes(ignore),
        rules_path=tuple(map(Path, rules_path)),
        lang=_language(lang),
        config=Path(config) if config else None,
        isolated=config is None,
    )


def annotate(
    draft: bytes | os.PathLike[str] | str,
    *,
    profile: str = AUTO,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules_path: Iterable[str | Path] = (),
    config: str | Path | None = None,
    lang: str = "zh",
    name: str = "",
    author: str = "docklint",
    date: str | None = None,
    with_fixes: bool = False,
    unsafe: bool = False,
) -> bytes:
    """Check a Word draft and return its package with a comment at every finding; nothing is written to a file.

    `draft`: its bytes, or a path. `author`, `date` (ISO 8601, None for none): who comments, and when; without a date the
    same draft gives the same bytes. Comments of docklint's own that the draft holds are replaced, those that somebody
    answered or resolved stay. `with_fixes`: what `fix` mends (with `unsafe`: as there) is mended by tracked changes with a
    comment beside each, and the others are about what is left. The other parameters are those of `check`.

    Raises `DraftError` if the draft cannot be read or must not be written to, `SetupError` as `check` does.
    """
    # Late: who only checks needs no writer.
    from docklint.annotating import comments, mending

    path, data = _named_bytes(draft, name)
    request = _request(profile, select, ignore, rules_path, config, lang)
    signature = comments.Signature(author=author, date=date)
    if with_fixes:
        return mending.Mender(Workspace(request).of(path), signature, unsafe).annotated(path, data).data
    return comments.annotate(data, _checked(data, path, request), signature, lang).data


def _checked(draft: str | bytes | os.PathLike[str], name: str, request: Request) -> FileResult:
    workspace = _workspace(request) if _names_no_file(request) else Workspace(request)
    unused = UnusedTables(workspace)
    (result,) = (*unused.passed(_check(draft, name, workspace)), *unused.rest())
    return result


def _check(draft: str | bytes | os.PathLike[str], name: str, workspace: Workspace) -> FileResult:
    if isinstance(draft, bytes):
        return workspace.of(name).check_bytes(name or "-", draft)
    if isinstance(draft, os.PathLike) or _is_path(draft):
        return workspace.of(os.fspath(draft)).check_file(os.fspath(draft))
    told = workspace.of(name).check_bytes(name or _TEXT, draft.encode("utf-8", "replace"))
    return replace(told, path=name or "-")


def _is_path(draft: str) -> bool:
    return "\n" not in draft and (is_draft_name(draft, convert=True) or os.path.isfile(draft))


def _result(file: FileResult) -> Result:
    if file.error is not None:
        raise file.error
    assert file.document is not None
    assert file.profile is not None
    return Result(file.path, file.profile.id, file.document.text, file.findings, file.statuses, file)


def _names_no_file(request: Request) -> bool:
    profile = request.profile or ""
    return not (request.config or request.rules_path or profile.endswith(".toml"))


@lru_cache(maxsize=8)
def _workspace(request: Request) -> Workspace:
    """Keep what cannot change: loading the rules takes longer than checking a draft."""
    return Workspace(request)


def _codes(given: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given.split(",") if isinstance(given, str) else given))


def _language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise unknown("noun.language", lang, LANGUAGES)
    return lang
