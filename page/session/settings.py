"""Settings from the page's choices and from the files dropped beside drafts; the linter that comes of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from docklint import derive, packs, readers
from docklint.derive import toml
from docklint.derive.kind import kind_of
from docklint.derive.reading import Notice
from docklint.derive.told import chosen, told
from docklint.errors import DraftError, SetupError
from docklint.linter import Linter
from docklint.packs.table import Faults
from docklint.readers import is_draft_name
from docklint.reports import ReportOptions
from docklint.settings import AUTO, Request
from docklint.settings.config import read as read_config
from docklint.settings.search import NAME, PROJECT
from docklint.texts import Texts, load
from docklint.workspace import Workspace
from page.session.supports import Support
from page.session.words import words

NOTICE = "notice"
"""The id of a profile that was read from a notice, as `docklint check --notice` has it."""
PACKS = Path("packs")
"""The folder for packs that no configuration speaks of."""
_NO_DRAFT = "draft.docx"


class SessionSettings:
    """What holds until the page says otherwise.

    `folder`: where supports are written, the process's working directory. `message`: `language`, `profile`, `fail_on`,
    `select`, `ignore`, `audience`, each of which may be missing. Raises `SetupError`, in whose sentence all that is wrong
    with a file stands.
    """

    def __init__(self, folder: Path, message: Mapping[str, Any], supports: Sequence[Support]) -> None:
        self._folder = folder
        self._message = message
        self.lang = str(message.get("language") or "zh")
        self.texts: Texts = load("en" if self.lang == "en" else "zh")
        self.taken: list[dict[str, Any]] = []
        self._profiles: dict[str, str] = {}
        self._config: Path | None = None
        self._rules_path: tuple[Path, ...] = ()
        _emptied(folder)
        self._place(folder, supports)
        self.workspace = Workspace(self._request())
        self.linter = self.workspace.of(_NO_DRAFT)

    def expect(self, names: Iterable[str]) -> None:
        """Lay an empty file for every draft there is: whether a `[[suppress]]` is idle depends on which others there are."""
        for name in filter(is_draft_name, names):
            # A name that no system takes stands for nothing.
            with suppress(OSError, ValueError):
                Support(name, b"").placed(self._folder)

    def of(self, name: str) -> Linter:
        """Return the linter for a draft of this name."""
        return self.workspace.of(name)

    def view(self, name: str) -> ReportOptions:
        """Return how reports on a draft are to look, as the command line has them."""
        linter = self.of(name)
        fail_on = self.workspace.fail_on(name)
        return ReportOptions(lang=linter.settings.lang, fail_on=fail_on, library=linter.library)

    @property
    def profiles(self) -> list[dict[str, str]]:
        """The profiles there are, by id and title, those of dropped files among them."""
        library = self.linter.library.profiles.values()
        return [{"id": each.id, "title": each.title_in(self.lang)} for each in library]

    @property
    def profile(self) -> str:
        """The profile drafts are held against: an id, or `auto`."""
        return next(
            (id for id, path in self._profiles.items() if path == self.linter.settings.profile),
            self.linter.settings.profile,
        )

    @property
    def rules(self) -> dict[str, dict[str, Any]]:
        """What the codes mean."""
        return {code: self._rule(code) for code in self.linter.library.rules}

    def _rule(self, code: str) -> dict[str, Any]:
        rule = self.linter.library.rules[code]
        said = rule.text_in(self.lang)
        return {
            "name": rule.name,
            "severity": rule.severity.value,
            "checks": said.looked_at,
            "summary": said.summary,
            "why": said.why,
        }

    def _request(self) -> Request:
        wanted = str(self._message.get("profile") or AUTO)
        if wanted == AUTO and self._profiles:
            wanted = [*self._profiles][-1]
        profile = self._profiles.get(wanted, wanted)
        return Request(
            profile=None if profile == AUTO else profile,
            select=tuple(self._message.get("select") or ()),
            ignore=tuple(self._message.get("ignore") or ()),
            fail_on=self._message.get("fail_on") or None,
            rules_path=self._rules_path,
            lang=self.lang,
            config=self._config,
        )

    def _place(self, folder: Path, supports: Sequence[Support]) -> None:
        """Write the supports where docklint finds them, settings first: they may say where packs lie."""
        tables = [each for each in supports if each.name.lower().endswith((".toml", ".json"))]
        kinds = {each: each.table_kind() for each in tables}
        for kind in ("config", "baseline", "pack", "profile", "unknown"):
            for each in (each for each in tables if kinds[each] == kind):
                getattr(self, f"_take_{kind}")(folder, each)
        for each in supports:
            if each not in kinds:
                self._take_document(folder, each)

    def _take_config(self, folder: Path, support: Support) -> None:
        place = support.placed(folder)
        if place.name not in (NAME, PROJECT):
            self._config = place.relative_to(folder)
        self._note(support, "config")

    def _take_baseline(self, folder: Path, support: Support) -> None:
        support.placed(folder)
        self._note(support, "baseline")

    def _take_pack(self, folder: Path, support: Support) -> None:
        place = support.placed(folder)
        if not any(place.is_relative_to(one) for one in self._configured(folder)):
            place.unlink()
            Support(str(PACKS / place.name), support.data).placed(folder)
            self._rules_path = (PACKS,)
        self._note(support, "pack")

    def _take_profile(self, folder: Path, support: Support) -> None:
        place = support.placed(folder)
        path = str(place.relative_to(folder))
        (id,) = packs.load(self._rules_path, (path,)).given
        self._profiles[id] = path
        self._note(support, "profile", profile=id)

    def _take_unknown(self, folder: Path, support: Support) -> None:
        self._note(support, "unknown", lines=[words(self.texts.lang)("support.unknown", name=support.name)])

    def _take_document(self, folder: Path, support: Support) -> None:
        """Read a notice; what is none is told so, and not taken for one."""
        try:
            document = readers.parse(support.name, readers.within_limit(support.data))
        except DraftError as error:
            reason = error.text.told_in(self.texts)
            raise SetupError("setup.notice-unreadable", path=support.file_name, reason=reason) from error
        library = packs.load(self._rules_path)
        if kind_of(Notice(document, library.grammar)) == "paper":
            said = words(self.texts.lang)("support.draft", name=support.file_name)
            self._note(support, "draft", lines=[said])
            return
        proposals = derive.derive(document, library)
        proposal = chosen(proposals, str(self._message.get("audience") or ""))
        place = folder / f"{NOTICE}.toml"
        place.write_text(toml.write(proposal, NOTICE, self.texts), "utf-8")
        self._profiles[NOTICE] = place.name
        audiences = [each.audience.value for each in proposals if each.audience]
        lines = list(told(proposal, support.file_name, self.texts))
        self._note(support, "notice", profile=NOTICE, lines=lines, audiences=audiences)

    def _note(self, support: Support, kind: str, **more: object) -> None:
        self.taken.append({"name": support.name, "as": kind, **more})

    def _configured(self, folder: Path) -> Iterator[Path]:
        """Yield the folders of packs that the configurations at hand name."""
        for file in (*folder.rglob(NAME), *((folder / self._config,) if self._config else ())):
            yield from read_config(file, Faults()).rules_path


def _emptied(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink()
