"""Old formats by way of LibreOffice: converted to .docx in a temporary folder, then read as one.

Nothing is written beside the draft: LibreOffice works on a copy, with a profile of its own that runs no macros
and follows no links. Automatic numbers may suffer on the way, and places lead into the converted copy, so
findings cannot be written back.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from docklint.document import Document
from docklint.errors import ConversionFailed, ConversionTimeout, Empty, NoConverter
from docklint.readers import docx, load
from docklint.values import replace

TIMEOUT_SECONDS = 60.0
"""How long one conversion may take; usually it is one or two seconds."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "%ProgramFiles%/LibreOffice/program/soffice.com",
    "%ProgramFiles(x86)%/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
"""Where LibreOffice is installed without being on the PATH; on Windows `soffice.exe` would not be waited for."""
_LEADS = (
    b"\xd0\xcf\x11\xe0",  # Word 6 to 2003, WPS
    b"\xdb\xa5",  # Word 2
    b"PK\x03\x04",  # OpenDocument, or a .docx under an old name
    b"{\\rtf",
    b"<?xml",  # flat OpenDocument, Word 2003 XML
)
"""How such a file may begin. Anything else LibreOffice would take for plain text, and read gibberish."""
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_HARDENED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    + "</oor:items>\n"
)


_WATCH = """exec 3<&0 </dev/null
{ read -r nothing <&3; rm -rf "$1"; kill -9 0; } &
exec 3<&-
shift
"$@"
"""
"""A shell that ends its process group when its standard input ends: the other side of that is ours alone."""


def read(path: str, data: bytes, revisions: str = "final", seconds: float = TIMEOUT_SECONDS) -> Document:
    """Read an old format through LibreOffice. `revisions`: `final` or `original`.

    Raises `Empty`, `NoConverter` where LibreOffice is not installed, `ConversionTimeout` after `seconds`,
    `ConversionFailed`, or what the .docx reader raises.
    """
    suffix = os.path.splitext(path)[1].lower()
    if not data.strip():
        raise Empty()
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_LEADS):
        raise ConversionFailed(suffix=suffix)
    return replace(docx.read(path, _converted(data, suffix, seconds), revisions), converted=True)


def find() -> str | None:
    """Find LibreOffice: on the PATH, or where its installers put it."""
    on_path = (shutil.which(name) for name in _NAMES)
    return next((found for found in (*on_path, *_installed()) if found), None)


def _installed() -> Iterator[str]:
    for place in _PLACES:
        path = os.path.expandvars(os.path.expanduser(place))
        if os.path.isfile(path) and os.access(path, os.X_OK):
            yield path


def _converted(data: bytes, suffix: str, seconds: float) -> bytes:
    program = find()
    if program is None:
        raise NoConverter(suffix=suffix)
    with TemporaryDirectory(prefix="docklint-", ignore_cleanup_errors=True) as folder:
        source, out = Path(folder, "draft" + suffix), Path(folder, "out")
        source.write_bytes(data)
        _run(_command(program, _profile(Path(folder, "profile")), source, out), folder, suffix, seconds)
        result = out / "draft.docx"
        # The exit status says nothing: it is 0 for a file that could not be converted.
        if not result.is_file():
            raise ConversionFailed(suffix=suffix)
        return load(str(result))


def _profile(home: Path) -> Path:
    """Lay down a profile of its own: the user's may be in use, and must stay as it is."""
    user = home / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_HARDENED, "utf-8")
    return home


def _command(program: str, profile: Path, source: Path, out: Path) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:Office Open XML Text",
        "--outdir",
        str(out),
        str(source),
    ]


def _run(command: list[str], folder: str, suffix: str, seconds: float) -> None:
    try:
        with _group(command, folder) as process:
            process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise ConversionTimeout(suffix=suffix, seconds=round(seconds)) from error
    except OSError as error:
        raise ConversionFailed(suffix=suffix) from error


@contextmanager
def _group(command: list[str], folder: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command in a process group of its own; whatever happens, Ctrl-C too, none of it is left behind.

    The program is a script that starts others, and these would live on if it alone were killed. Where there is a shell,
    it waits beside them for our own end, which nobody can foresee, and takes the folder with the copy away.
    """
    nothing = subprocess.DEVNULL
    watched = command if sys.platform == "win32" else ["/bin/sh", "-c", _WATCH, "sh", folder, *command]
    process = subprocess.Popen(
        watched, cwd=folder, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, start_new_session=True
    )
    try:
        yield process
    finally:
        _kill(process)
        process.wait()
        if process.stdin:
            process.stdin.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        # Windows has no process groups to kill; its own tool ends a process with all it started.
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
