"""Where results go: standard output in its own encoding or in UTF-8, or a file that is replaced at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from docklint.document import Document
from docklint.errors import SetupError
from docklint.reports.plain import safe

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


def warn_converted(document: Document, lang: str) -> None:
    """Say of a document that came through LibreOffice what that means for its findings."""
    if document.converted:
        zh = "经 LibreOffice 转换后读取，自动编号可能与原文不同；检查结果不能写回原文件。"
        en = "read through LibreOffice; automatic numbers may differ, and nothing can be written back."
        warn(f"{safe(document.path)}: {en if lang == 'en' else zh}")


def replace_unencodable() -> None:
    """Make both streams replace what their encoding lacks: help texts hold Chinese too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def write(pieces: Iterable[str], output: Path | None, utf8: bool) -> None:
    """Write a report to standard output, or to `output` all at once.

    `utf8`: whatever the encoding of standard output is. A file is always UTF-8. Raises `SetupError` when the
    place cannot be written to; an old file then stays as it was.
    """
    try:
        if output is not None:
            _replace(output, pieces)
        elif utf8:
            _stream_bytes(pieces)
        else:
            _stream_text(pieces)
    except BrokenPipeError as error:
        # Typer would answer with 1, which means findings.
        discard_rest()
        raise typer.Exit(READER_GONE) from error
    except OSError as error:
        if output is None:
            # What a full disk left in the buffer would fail again at exit, with a traceback and status 120.
            discard_rest()
        raise unwritable(output, error) from error


def create(output: Path, text: str) -> None:
    """Write a new file; one that is there already is never touched. Raises `SetupError` if it cannot be written."""
    try:
        _create(output, text)
    except FileExistsError as error:
        raise SetupError(
            zh=f"{output} 已经存在，没有改动。要重新生成，请先把它改名或删去。",
            en=f"{output} exists and was not touched. Rename or delete it first.",
        ) from error
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


def _stream_text(pieces: Iterable[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def _stream_bytes(pieces: Iterable[str]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(_utf8(piece))
    sys.stdout.buffer.flush()


def _replace(output: Path, pieces: Iterable[str]) -> None:
    target = Path(os.path.realpath(output))
    if target.exists() and not target.is_file():
        # /dev/null, /dev/stdout and pipes are written to; renaming would put a file in their place.
        _fill(target, pieces, "wb")
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _fill(draft, pieces, "xb")
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _fill(path: Path, pieces: Iterable[str], mode: str) -> None:
    with open(path, mode) as file:
        for piece in pieces:
            file.write(_utf8(piece))


def _utf8(piece: str) -> bytes:
    # A file name that is not text in the system's encoding comes as lone surrogates.
    return piece.encode("utf-8", "replace")


def unwritable(output: Path | None, error: OSError) -> SetupError:
    """Build the error that says which place could not be written to, and why."""
    # Late: only who fails needs the words for it.
    from docklint.error_texts import of_system

    reason = of_system(error, writing=True)
    if output is None:
        return SetupError(
            zh=f"无法写入标准输出：{reason.zh}。", en=f"Cannot write to standard output: {reason.en}."
        )
    return SetupError(
        zh=f"无法写入 {output}：{reason.zh}。原有的文件没有改动。",
        en=f"Cannot write to {output}: {reason.en}. An old file is as it was.",
    )
