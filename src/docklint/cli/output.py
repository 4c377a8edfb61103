"""Where results go: standard output in its own encoding or in UTF-8, or a file that is replaced at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol, TextIO

import typer

from docklint.document import Document
from docklint.errors import SetupError
from docklint.reports.plain import safe
from docklint.texts import Texts

LINE_PREFIX = "docklint: "
READER_GONE = 141
"""Exit status when the reader of standard output went away: what a shell reports for SIGPIPE."""


def warn(message: str) -> None:
    """Say something on standard error."""
    write_stderr(f"{LINE_PREFIX}{message}\n")


def write_stderr(text: str) -> None:
    """Write to standard error; where that cannot be done there is nobody left to tell, and the status says it."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        # What is left in the buffer would fail again at exit, with status 120.
        discard_rest(sys.stderr)


def warn_converted(document: Document, texts: Texts) -> None:
    """Say of a document that came through LibreOffice what that means for its findings."""
    if document.converted:
        warn(f"{safe(document.path)}: {texts('cli.converted')}")


def replace_unencodable() -> None:
    """Make both streams replace what their encoding lacks: help texts hold Chinese too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


class Sink(Protocol):
    """Where a report goes, piece by piece."""

    def put(self, pieces: Iterable[str]) -> None: ...


@contextmanager
def opened(output: Path | None, utf8: bool) -> Iterator[Sink]:
    """Return where a report goes: standard output or, all at once when the report is complete, the file `output`.

    `utf8`: whatever the encoding of standard output is. A file is always UTF-8. Raises `SetupError` when the
    place cannot be written to, and only then; an old file then stays as it was.
    """
    if output is None:
        stream = _Standard(utf8)
        yield stream
        stream.flush()
    else:
        with _File(output) as file:
            yield file


def write(pieces: Iterable[str], output: Path | None, utf8: bool) -> None:
    """Write a text to standard output, or to `output` all at once, as `opened` does."""
    with opened(output, utf8) as sink:
        sink.put(pieces)


def create(output: Path, text: str) -> None:
    """Write a new file; one that is there already is never touched. Raises `SetupError` if it cannot be written."""
    try:
        _create(output, text)
    except FileExistsError as error:
        raise SetupError("setup.exists", output=output) from error
    except OSError as error:
        raise unwritable(output, error) from error


def _create(output: Path, text: str) -> None:
    with open(output, "xb") as file:
        try:
            file.write(_utf8(text))
            file.flush()
        except OSError:
            output.unlink()
            raise


def discard_rest(stream: TextIO | None = None) -> None:
    """Discard what is still to be written (to standard output), or the interpreter would complain on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def for_terminal(stream: object) -> bool:
    """Return whether a person watches the stream and colours are welcome (https://no-color.org)."""
    with_progress = getattr(stream, "isatty", lambda: False)()
    return with_progress and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _Standard:
    """Standard output."""

    def __init__(self, utf8: bool) -> None:
        self._utf8 = utf8
        with told(None):
            sys.stdout.flush()

    def put(self, pieces: Iterable[str]) -> None:
        """Write what is there so far."""
        text = "".join(pieces)
        with told(None):
            if self._utf8:
                sys.stdout.buffer.write(_utf8(text))
            else:
                sys.stdout.write(text)

    def flush(self) -> None:
        """Have everything written."""
        with told(None):
            sys.stdout.flush()


class _File:
    """A file that takes its place when it is complete; devices and pipes are written to where they are."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._target = Path(os.path.realpath(output))
        # Renaming would put a file in the place of /dev/null, /dev/stdout or a pipe.
        self._in_place = self._target.exists() and not self._target.is_file()
        self._draft = self._target.with_name(f".{self._target.name}.{os.getpid()}.tmp")

    def __enter__(self) -> _File:
        with told(self._output):
            self._file = open(self._target, "wb") if self._in_place else open(self._draft, "xb")
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            with told(self._output):
                self._file.close()
                if kind is None and not self._in_place:
                    os.replace(self._draft, self._target)
        finally:
            if not self._in_place:
                self._draft.unlink(missing_ok=True)

    def put(self, pieces: Iterable[str]) -> None:
        """Write what is there so far."""
        data = _utf8("".join(pieces))
        with told(self._output):
            self._file.write(data)


@contextmanager
def told(output: Path | None) -> Iterator[None]:
    """Turn what goes wrong with writing, and nothing else should happen inside, into the error that says so."""
    try:
        yield
    except BrokenPipeError as error:
        # Typer would answer with 1, which means findings.
        discard_rest()
        raise typer.Exit(READER_GONE) from error
    except OSError as error:
        if output is None:
            # What a full disk left in the buffer would fail again at exit, with a traceback and status 120.
            discard_rest()
        raise unwritable(output, error) from error


def _utf8(piece: str) -> bytes:
    # A file name that is not text in the system's encoding comes as lone surrogates.
    return piece.encode("utf-8", "replace")


def unwritable(output: Path | None, error: OSError) -> SetupError:
    """Build the error that says which place could not be written to, and why."""
    # Late: only who fails needs the words for it.
    from docklint.error_texts import of_system

    reason = of_system(error, writing=True)
    if output is None:
        return SetupError("setup.unwritable-stdout", reason=reason)
    return SetupError("setup.unwritable", output=output, reason=reason)
