"""Old formats through LibreOffice: the real one where it is installed, and false ones that misbehave."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from docklint import readers
from docklint.errors import (
    ConversionFailed,
    ConversionTimeout,
    Convertible,
    Empty,
    NoConverter,
    OldFormat,
    UnknownFormat,
)
from docklint.readers import convert
from tests import docx_builder as build
from tests.running import FAULTY, docklint

SOFFICE = shutil.which("soffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(os.name != "posix", reason="the false ones are shell scripts")
RTF = b"{\\rtf1 x}"


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one draft in every old format LibreOffice can write."""
    folder = tmp_path_factory.mktemp("old")
    source = folder / "稿.docx"
    source.write_bytes(build.typed(FAULTY))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    for suffix in ("doc", "odt", "rtf"):
        command = [
            str(SOFFICE),
            home,
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(folder),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copy(folder / "稿.doc", folder / "稿.wps")
    shutil.rmtree(folder / "home")
    return folder


@needs_soffice
@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf", ".wps"])
def test_an_old_format_shows_the_lines_of_the_text(old: Path, suffix: str) -> None:
    path = old / f"稿{suffix}"
    before = sorted(os.listdir(old)), path.read_bytes()
    document = readers.read(str(path), convert=True)
    assert document.text.strip() == FAULTY.strip()
    assert (document.path, document.format, document.converted) == (str(path), "docx", True)
    assert (sorted(os.listdir(old)), path.read_bytes()) == before


@needs_soffice
@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf"])
def test_the_findings_are_those_of_the_docx(old: Path, suffix: str) -> None:
    told = [
        docklint("check", "--format=concise", *more, cwd=old)
        for more in (["稿.docx"], ["--convert", f"稿{suffix}"])
    ]
    assert told[1].text.replace(f"稿{suffix}", "稿.docx") == told[0].text
    assert told[0].status == told[1].status == 1
    assert "不能写回" in told[1].said
    assert "不能写回" not in told[0].said


@needs_soffice
def test_a_folder_includes_old_formats_only_if_they_are_converted(old: Path) -> None:
    files = docklint("check", "--format=concise", "--convert", "--select=RED", ".", cwd=old).text.split("\n")
    assert {line.partition(":")[0] for line in files if line} == {
        f"稿.{each}" for each in ("doc", "docx", "odt", "rtf", "wps")
    }
    plainly = docklint("check", "--format=concise", "--select=RED", ".", cwd=old).text.split("\n")
    assert [("旧格式" in line) for line in plainly if line.startswith("稿.doc:")] == [True]


@needs_soffice
@pytest.mark.parametrize("command", ["text", "outline", "matrix"])
def test_other_commands_convert_too(old: Path, command: str) -> None:
    plain = docklint(command, "稿.docx", cwd=old)
    through = docklint(command, "--convert", "稿.doc", cwd=old)
    assert through.text.replace("稿.doc\n", "稿.docx\n").strip() == plain.text.strip()
    assert "LibreOffice" in through.said


@needs_soffice
def test_standard_input_is_converted(old: Path) -> None:
    given = (old / "稿.rtf").read_bytes()
    ran = docklint("text", "--convert", "--stdin-filename=稿.rtf", "-", given=given)
    assert ran.text.strip() == FAULTY.strip()


@needs_soffice
def test_a_damaged_file_is_an_error_though_libreoffice_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "稿.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    with pytest.raises(ConversionFailed):
        readers.read(str(path), convert=True)


class _Telltale(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 -- the names http.server calls

    def log_message(self, *_: object) -> None:
        """Be silent."""


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    """A server that remembers what it was asked for."""
    _Telltale.asked = []
    with HTTPServer(("127.0.0.1", 0), _Telltale) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@needs_soffice
def test_nothing_outside_the_file_is_fetched(old: Path, server: HTTPServer) -> None:
    address = f"http://127.0.0.1:{server.server_port}/x.png"
    parts = build.entries((old / "稿.odt").read_bytes())
    frame = f'<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame>'
    parts["content.xml"] = parts["content.xml"].replace(b"</text:p>", frame.encode() + b"</text:p>", 1)
    assert "按照通知要求" in convert.read("稿.odt", build.zipped(parts)).text
    assert _Telltale.asked == []


def false_soffice(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a LibreOffice on the path that does what `script` says; `$out` is where its result is expected."""
    program = folder / "soffice"
    # The last two arguments are the folder and the source.
    program.write_text(f'#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\nout="$1"\n{script}\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.defpath}")


@needs_shell
@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("exit 0", ConversionFailed),
        ("exit 1", ConversionFailed),
        ("kill -SEGV $$", ConversionFailed),
        ('mkdir -p "$out/draft.docx"', ConversionFailed),
        ("sleep 600", ConversionTimeout),
        ("sleep 600 & sleep 600", ConversionTimeout),
    ],
)
def test_a_conversion_that_comes_to_nothing(
    script: str, cause: type[OldFormat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false_soffice(tmp_path, monkeypatch, script)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with pytest.raises(cause) as caught:
        convert.read("稿.rtf", RTF, seconds=0.2 if cause is ConversionTimeout else 60)
    for lang in ("zh", "en"):
        assert ".rtf" in caught.value.message(lang)
    assert os.listdir(tmp_path) == ["soffice"]


@needs_shell
def test_what_it_writes_is_read_as_a_docx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made").write_bytes(build.typed("一、甲"))
    false_soffice(tmp_path, monkeypatch, f'mkdir -p "$out"; cp "{tmp_path}/made" "$out/draft.docx"')
    assert convert.read("稿.rtf", RTF).text == "一、甲"


@needs_shell
@pytest.mark.parametrize("ending", [KeyboardInterrupt, None])
def test_whatever_happens_its_whole_process_group_is_gone(
    ending: type[BaseException] | None, tmp_path: Path
) -> None:
    """A grandchild holds the writing end of a pipe: it is gone when the reading end sees the end of the file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        _leave_group(f"(echo up; exec sleep 600) >'{pipe}' & wait $!", reading, ending)
        assert select.select([reading], [], [], 60)[0]
        assert os.read(reading, 10) == b""
    finally:
        os.close(reading)


def _leave_group(script: str, reading: int, ending: type[BaseException] | None) -> None:
    """Start a group, and leave it by an exception or without one as soon as its grandchild has spoken."""
    try:
        with convert._group(["/bin/sh", "-c", script], "/"):
            assert select.select([reading], [], [], 60)[0]
            assert os.read(reading, 10) == b"up\n"
            if ending:
                raise ending
    except KeyboardInterrupt:
        assert ending is KeyboardInterrupt


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"", Empty), (b"\n ", Empty), ("只是文字".encode(), ConversionFailed), (b"\x89PNG", ConversionFailed)],
)
def test_what_is_no_old_format_never_reaches_libreoffice(
    data: bytes, cause: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "find", lambda: pytest.fail("asked for LibreOffice"))
    with pytest.raises(cause):
        convert.read("稿.doc", data)


def test_without_libreoffice_the_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(convert, "_PLACES", ())
    with pytest.raises(NoConverter, match="没有找到"):
        readers.parse("稿.rtf", RTF, convert=True)
    with pytest.raises(OldFormat) as caught:
        readers.parse("稿.rtf", RTF)
    assert type(caught.value) is OldFormat
    assert "--convert" not in str(caught.value)


@needs_shell
def test_libreoffice_is_found_where_installers_put_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    false_soffice(tmp_path, monkeypatch, "exit 0")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMS", str(tmp_path))
    monkeypatch.setattr(convert, "_PLACES", ("/no/such/soffice", "$PROGRAMS/soffice"))
    assert convert.find() == str(tmp_path / "soffice")
    with pytest.raises(Convertible, match="--convert"):
        readers.parse("稿.doc", RTF)


@pytest.mark.parametrize(("name", "cause"), [("表.et", OldFormat), ("表.xls", UnknownFormat), ("稿", None)])
def test_what_is_never_converted(name: str, cause: type[Exception] | None) -> None:
    if cause is None:
        assert not readers.parse(name, b"text", convert=True).converted
    else:
        with pytest.raises(cause):
            readers.parse(name, RTF, convert=True)


@pytest.mark.parametrize(
    ("name", "plain", "converting"),
    [
        ("稿.doc", False, True),
        ("稿.WPS", False, True),
        ("稿.dot", False, False),
        ("~$稿.doc", False, False),
        ("稿.docx", True, True),
    ],
)
def test_names_of_drafts(name: str, plain: bool, converting: bool) -> None:
    assert readers.is_draft_name(name) is plain
    assert readers.is_draft_name(name, convert=True) is converting
