"""Where results go: standard output in its own encoding or in UTF-8, or a file that is replaced at once."""

from __future__ import annotations

import os
import sys
from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from docklint.cli.writing import discard_rest, told, unwritable, utf8
from docklint.document import Document
from docklint.errors import SetupError
from docklint.neutral import safe_lines, shown
from docklint.texts import Texts
from docklint.typed import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

LINE_PREFIX = "docklint: "
IN_MEMORY = 2**23
"""So many characters of a report that is not complete yet are kept in memory."""


def warn(message: str) -> None:
    """Say something on standard error."""
    write_stderr(f"{LINE_PREFIX}{message}\n")


def write_stderr(text: str) -> None:
    """Write to standard error; where that cannot be done there is nobody left to tell, and the status says it."""
    try:
        sys.stderr.write(safe_lines(text))
        sys.stderr.flush()
    except OSError:
        # What is left in the buffer would fail again at exit, with status 120.
        discard_rest(sys.stderr)


def warn_converted(document: Document, texts: Texts) -> None:
    """Say of a document that came through LibreOffice what that means for its findings."""
    if document.converted:
        warn(f"{shown(document.path)}: {texts('cli.converted')}")


def replace_unencodable() -> None:
    """Make both streams replace what their encoding lacks: help texts hold Chinese too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


class Sink(Protocol):
    """Where a report goes, piece by piece."""

    def put(self, pieces: Iterable[str]) -> None: ...


class ByteSink(Protocol):
    """Where a report goes that is no text."""

    def put_bytes(self, data: bytes) -> None: ...


@contextmanager
def opened(output: Path | None, utf8: bool, streams: bool = False) -> Iterator[Sink]:
    """Return where a report goes: standard output or the file `output`. Both get it when it is complete.

    `utf8`: whatever the encoding of standard output is. A file is always UTF-8. `streams`: every line makes sense
    without those behind it, so standard output gets whole lines as they come. Raises `SetupError` when the place
    cannot be written to, and only then; an old file then stays as it was.
    """
    if output is not None:
        # Late, here and below: most reports go to standard output.
        from docklint.cli.replaced_file import ReplacedFile

        with ReplacedFile(output) as file:
            yield file
    elif streams:
        yield _Standard(utf8)
    else:
        with Kept() as kept:
            yield kept
            standard = _Standard(utf8)
            for piece in kept.pieces():
                standard.put((piece,))


@contextmanager
def opened_for_bytes(output: Path | None) -> Iterator[ByteSink]:
    """Return where a report goes that is no text: standard output or the file `output`, as `opened` does."""
    if output is None:
        yield _Standard(utf8=True)
        return
    from docklint.cli.replaced_file import ReplacedFile

    with ReplacedFile(output) as file:
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
            file.write(utf8(text))
            file.flush()
        except OSError:
            output.unlink()
            raise


def for_terminal(stream: object) -> bool:
    """Return whether a person watches the stream and colours are welcome (https://no-color.org)."""
    with_progress = getattr(stream, "isatty", lambda: False)()
    return with_progress and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _Standard:
    """Standard output, written to at once: what was put stands there when `put` returns."""

    def __init__(self, utf8: bool) -> None:
        encoding, errors = (
            ("utf-8", "replace") if utf8 else (sys.stdout.encoding, sys.stdout.errors or "replace")
        )
        self._encode = getincrementalencoder(encoding)(errors).encode
        self._is_watched = sys.stdout.isatty()
        self._line_end = "\n" if utf8 else os.linesep
        with told(None):
            sys.stdout.flush()

    def put(self, pieces: Iterable[str]) -> None:
        """Write what is there so far."""
        text = "".join(pieces)
        if self._is_watched:
            # What a report leaves exact, as data, must not drive the terminal either.
            text = safe_lines(text)
        data = self._encode(text if self._line_end == "\n" else text.replace("\n", self._line_end))
        self.put_bytes(data)

    def put_bytes(self, data: bytes) -> None:
        """Write bytes as they are."""
        with told(None):
            _write_all(data)


def _write_all(data: bytes) -> None:
    """Write to standard output; unbuffered (`python -u`), it may take a part only and say so."""
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) or 0 :]
    sys.stdout.buffer.flush()


class Kept:
    """A report that is not complete yet, in memory and, from some size on, in a file that nobody sees."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._file: IO[str] | None = None

    def __enter__(self) -> Kept:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._file:
            self._file.close()

    def put(self, pieces: Iterable[str]) -> None:
        """Keep what is there so far."""
        for piece in pieces:
            self._pieces.append(piece)
            self._size += len(piece)
        if self._size > IN_MEMORY:
            self._move_to_file()

    def pieces(self) -> Iterator[str]:
        """Yield what was kept, in order."""
        if self._file:
            self._move_to_file()
            self._file.seek(0)
            while piece := self._file.read(IN_MEMORY):
                yield piece
        yield "".join(self._pieces)

    def _move_to_file(self) -> None:
        # Late: most reports are small.
        from tempfile import TemporaryFile

        with _unkept():
            self._file = self._file or TemporaryFile(  # noqa: SIM115
                "w+", encoding="utf-8", errors="surrogatepass", newline=""
            )
            self._file.writelines(self._pieces)
            self._file.flush()
        self._pieces, self._size = [], 0


@contextmanager
def _unkept() -> Iterator[None]:
    """Say so where the system has no room for a report that waits to be complete."""
    try:
        yield
    except OSError as error:
        from docklint.error_texts import of_system

        raise SetupError("setup.no-room", reason=of_system(error, writing=True)) from error
