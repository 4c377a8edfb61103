"""A notice in place of a profile: read once for a whole run, told in three lines, kept if wished."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docklint.cli.output import warn, write
from docklint.cli.overwriting import refuse_overwriting
from docklint.errors import DraftError, SetupError
from docklint.near_files import for_shell
from docklint.neutral import shown
from docklint.settings import Request
from docklint.texts import Texts, load
from docklint.values import replace

if TYPE_CHECKING:
    from docklint.derive.proposal import Proposal

ID = "notice"
"""The id of a profile that was read from a notice and has no other name."""


@contextmanager
def read_from(
    notice: str | None, audience: str, saved: Path | None, asked: Request, quiet: bool, force: bool
) -> Iterator[Request]:
    """Give the request with the profile that `notice` demands; without a notice, as it is.

    `saved`: where the profile is kept. Raises `SetupError` for a notice that cannot be read, and for options that
    contradict it.
    """
    _refuse(notice, audience, saved, asked)
    if notice is None:
        yield asked
        return
    refuse_overwriting(saved, [notice], force)
    texts = load(asked.lang or "zh")
    proposal = proposed(notice, audience, asked.rules_path, asked.convert, texts)
    with TemporaryDirectory(prefix="docklint-") as folder:
        profile = saved or Path(folder) / f"{ID}.toml"
        keep(proposal, profile, saved.stem if saved else ID, texts)
        if not quiet:
            _tell(proposal, notice, saved, texts)
        yield replace(asked, profile=str(profile), by_notice=True)


def refuse_among_drafts(notice: str | None, drafts: Iterable[str]) -> None:
    """Raise `SetupError` if the notice is one of the drafts to be checked."""
    for draft in drafts if notice and os.path.exists(notice) else ():
        if os.path.exists(draft) and os.path.samefile(draft, notice or ""):
            raise SetupError("setup.notice-is-draft", path=shown(draft))


def proposed(notice: str, audience: str, rules_path: Sequence[Path], convert: bool, texts: Texts) -> Proposal:
    """Return what a notice demands of one audience; `audience` empty: of the one it speaks of first."""
    # Late: only who has a notice needs them.
    from docklint import derive, packs, readers
    from docklint.derive.told import chosen

    try:
        document = readers.read(notice, "final", convert)
    except DraftError as error:
        reason = error.text.told_in(texts)
        raise SetupError("setup.notice-unreadable", path=shown(notice), reason=reason) from error
    return chosen(derive.derive(document, packs.load(tuple(rules_path))), audience)


def keep(proposal: Proposal, profile: Path, id: str, texts: Texts) -> None:
    """Write a proposal as a profile."""
    from docklint.derive import toml

    name = "-".join(id.split()) or ID
    write(toml.write(proposal, name, texts), profile, utf8=True)


def _refuse(notice: str | None, audience: str, saved: Path | None, asked: Request) -> None:
    if notice is not None and asked.profile is not None:
        raise SetupError("setup.profile-and-notice")
    if notice is not None and notice.endswith(".toml"):
        raise SetupError("setup.notice-is-profile", path=shown(notice), typed=for_shell(notice))
    for option, value in (("--audience", audience), ("--save-profile", saved)):
        if value and notice is None:
            raise SetupError("setup.needs-notice", option=option)


def _tell(proposal: Proposal, notice: str, saved: Path | None, texts: Texts) -> None:
    # Late: only who has a notice needs it.
    from docklint.derive.told import told

    for sentence in told(proposal, os.path.basename(notice), texts):
        warn(sentence)
    if saved:
        warn(texts("cli.notice-saved", file=saved, typed=for_shell(str(saved))))
