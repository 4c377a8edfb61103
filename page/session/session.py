"""One message, one answer: the door through which the page's worker speaks to docklint. page/README.md lists the messages."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docklint.errors import DocklintError, DraftError, InternalError, raised_at
from docklint.readers import LIMIT_MB
from docklint.reports.encoding import encode
from docklint.texts import load
from docklint.version import RULES_DAY, __version__
from page.session import writing
from page.session.advice import advice
from page.session.papers import SessionPapers
from page.session.rehearsal import rehearse
from page.session.settings import SessionSettings
from page.session.supports import Support
from page.session.words import words

Message = Mapping[str, Any]
Buffers = Sequence[bytes]
Told = tuple[dict[str, Any], bytes | None]


class Session:
    """Everything the page has told so far. Nothing of it is written anywhere but below `folder`, and there only settings."""

    def __init__(self, folder: str) -> None:
        """`folder`: an empty folder of the session's own; it becomes the working directory."""
        self._folder = Path(folder)
        os.chdir(folder)
        self._settled: tuple[Message, Sequence[Support]] = ({}, ())
        self._papers = SessionPapers(SessionSettings(self._folder, *self._settled))

    def ask(self, message: str, buffers: Buffers = ()) -> tuple[str, bytes | None]:
        """Answer a message: JSON in, JSON and perhaps the bytes of a file out; never raises.

        Where the page's message has an ArrayBuffer, this one has its number among `buffers`.
        """
        told: Message = json.loads(message)
        try:
            answer, data = self._doing(str(told.get("do")))(told, buffers)
            return encode({"id": told.get("id"), "ok": True, **answer}), data
        except Exception as error:
            return encode({"id": told.get("id"), "ok": False, **self._refused(told, error)}), None

    def _doing(self, do: str) -> Callable[[Message, Buffers], Told]:
        doings: Mapping[str, Callable[[Message, Buffers], Told]] = {
            "ready": self._ready,
            "setup": self._setup,
            "expect": self._expect,
            "check": self._check,
            "overview": self._overview,
            "html": self._report,
            "json": self._report,
            "docx": self._report,
            "annotated": self._annotated,
            "fixed": self._fixed,
            "forget": self._forget,
            "rehearse": self._rehearse,
        }
        return doings.get(do, self._unknown)

    def _ready(self, message: Message, buffers: Buffers) -> Told:
        return {"version": __version__, "rules_day": RULES_DAY, "limit_mb": LIMIT_MB}, None

    def _setup(self, message: Message, buffers: Buffers) -> Told:
        supports = [Support(each["name"], buffers[each["data"]]) for each in message.get("supports") or ()]
        try:
            settings = SessionSettings(self._folder, message, supports)
        except DocklintError:
            # The files of the settings that hold have to lie there again.
            SessionSettings(self._folder, *self._settled)
            raise
        self._settled = message, supports
        self._papers = SessionPapers(settings, self._papers.items())
        return {
            "profiles": settings.profiles,
            "profile": settings.profile,
            "supports": settings.taken,
            "rules": settings.rules,
            "language": settings.lang,
            "version": __version__,
            "rules_day": RULES_DAY,
            "limit_mb": LIMIT_MB,
        }, None

    def _expect(self, message: Message, buffers: Buffers) -> Told:
        self._papers.settings.expect(message["names"])
        return {}, None

    def _check(self, message: Message, buffers: Buffers) -> Told:
        key, name = message["key"], message["name"]
        told = {"key": key, **self._papers.taken(key, name, buffers[message["data"]])}
        error = self._papers.result(key).error
        if error is not None:
            raise _Unread(error, name, told)
        return told, None

    def _overview(self, message: Message, buffers: Buffers) -> Told:
        report = self._papers.overview(message["keys"])
        if not message.get("as"):
            return {"overview": report}, None
        return _saved(writing.overview(report, message["as"], self._papers.settings.texts))

    def _report(self, message: Message, buffers: Buffers) -> Told:
        # Word reports are made with python-docx, which needs lxml: a browser page has none.
        wanted = message["do"]
        format = "html" if wanted == "docx" else wanted
        told, data = _saved(writing.report(self._papers, message["key"], format))
        return {**told, "format": format}, data

    def _annotated(self, message: Message, buffers: Buffers) -> Told:
        return _saved(
            writing.annotated(
                self._papers,
                message["key"],
                with_fixes=bool(message.get("with_fixes")),
                author=str(message.get("author") or "").strip(),
                unsafe=bool(message.get("unsafe")),
            )
        )

    def _fixed(self, message: Message, buffers: Buffers) -> Told:
        unsafe, author = bool(message.get("unsafe")), str(message.get("author") or "").strip()
        saved, made = writing.fixed(self._papers, message["key"], unsafe, author)
        told, data = _saved(saved)
        return {**told, "made": made}, data

    def _forget(self, message: Message, buffers: Buffers) -> Told:
        self._papers.forget(message["key"])
        return {}, None

    def _rehearse(self, message: Message, buffers: Buffers) -> Told:
        rehearse(self._papers.settings)
        return {}, None

    def _unknown(self, message: Message, buffers: Buffers) -> Told:
        raise _Told(words(self._papers.settings.texts.lang)("session.unknown-message", do=message.get("do")))

    def _refused(self, message: Message, error: Exception) -> dict[str, Any]:
        """Say in a sentence what went wrong, in the language that was asked for last."""
        lang = "en" if message.get("language", self._papers.settings.lang) == "en" else "zh"
        if isinstance(error, _Unread):
            key = advice(error.name, error.error)
            said = {"advice": words(lang)(key)} if key else {}
            return {**error.told, **said, "error": error.error.message(lang), "code": error.error.code}
        if isinstance(error, _Told):
            return {"error": str(error), "code": "page"}
        if not isinstance(error, DocklintError):
            python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
            error = InternalError(detail=f"{raised_at(error)}, {python}")
        # The folder is nobody's: files are known by the names they were dropped with.
        said_of = error.text.told_in(load(lang)).replace(f"{self._folder}{os.sep}", "")
        return {"error": said_of, "code": error.code}


class _Told(Exception):
    """A sentence for the reader."""


class _Unread(Exception):
    """A draft that cannot be read, with what the page shows all the same."""

    def __init__(self, error: DraftError, name: str, told: Mapping[str, Any]) -> None:
        super().__init__(name)
        self.error, self.name, self.told = error, name, told


def _saved(saved: writing.Saved) -> Told:
    return {"name": saved.name}, saved.data
