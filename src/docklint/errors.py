"""What can go wrong, one type a cause.

    DocklintError
    ├── DraftError            one draft cannot be read; the others go on
    │   ├── NotFound              no such file (NotFoundNear, NotFoundForBlank: what was likely meant)
    │   ├── Unreadable            the system refuses to read it
    │   ├── Forbidden             no permission to read it
    │   ├── NotAFile              a folder, a pipe or a device
    │   ├── TooLarge              beyond the limit
    │   ├── TooLong               more text than any draft has
    │   ├── NoDrafts              a folder in which there is no draft
    │   ├── Broken                docklint itself failed on it
    │   ├── Empty                 nothing in it
    │   ├── OwnReport             what docklint itself wrote about a draft
    │   ├── UnknownFormat         not .docx, .txt or .md
    │   │   └── NoSuffix              … for the name says nothing
    │   ├── Binary                a text file's name, but not text
    │   ├── Undecodable           text in no encoding we know
    │   ├── OldFormat             .doc, .wps, .odt, .rtf
    │   │   ├── Convertible           … and LibreOffice is there to read it
    │   │   ├── NoConverter           … and LibreOffice, asked for, is not
    │   │   ├── ConversionFailed      … and LibreOffice could not read it
    │   │   └── ConversionTimeout     … and LibreOffice did not come to an end
    │   ├── PackageError          a .docx that is no sound OOXML package (word/)
    │   └── WriteRefused          a .docx that must not, or cannot, be written to (word/)
    ├── PluginError           an installed plugin does not work; the run goes on without it
    └── SetupError            the command line, a configuration, a pack or a profile is wrong

A cause's sentence for the reader stands in the catalogue (`docklint.texts`) under its code.
"""

from __future__ import annotations

import os

from docklint.texts import Text, load
from docklint.typed import ClassVar


class DocklintError(Exception):
    """Anything docklint says to its user instead of a result. `str()` gives the Chinese sentence.

    The keywords it is raised with are filled into its sentence.
    """

    code: ClassVar[str] = "error"
    sentence: ClassVar[str] = ""
    """Key of the sentence among `[errors]` of the catalogue; empty: the code is."""

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    @property
    def text(self) -> Text:
        """What is to be said, in no language yet."""
        return Text(f"errors.{self.sentence or self.code}", **self.values)

    def message(self, lang: str = "zh") -> str:
        """Return the sentence in `zh` or `en`."""
        return self.text.told_in(load("en" if lang == "en" else "zh"))

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling between worker processes, which would drop keyword arguments."""
        return (_rebuild, (type(self), self.values))


def _rebuild(cause: type[DocklintError], values: dict[str, object], *key: str) -> DocklintError:
    return cause(*key, **values)


def raised_at(error: Exception) -> str:
    """Tell where something went wrong that nobody foresaw, without a word of the draft: its type, file and line.

    Code that bears no line numbers, as the one-file page's, names the function instead.
    """
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    if frame is None:
        return f"{type(error).__name__}, ?"
    code, line = frame.tb_frame.f_code, frame.tb_lineno
    # Without line numbers it is None, or -1 in early releases of 3.11.
    place = line if line and line > 0 else code.co_name
    return f"{type(error).__name__}, {os.path.basename(code.co_filename)}:{place}"


class DraftError(DocklintError):
    """One draft cannot be read."""


class NotFound(DraftError):
    code = "not-found"


class NotFoundNear(NotFound):
    sentence = "not-found-near"


class NotFoundNearFolder(NotFound):
    sentence = "not-found-folder"


class NotFoundForBlank(NotFound):
    sentence = "not-found-blank"


class Unreadable(DraftError):
    code = "unreadable"


class Forbidden(DraftError):
    code = "forbidden"


class NotAFile(DraftError):
    code = "not-a-file"


class TooLarge(DraftError):
    code = "too-large"


class TooLong(DraftError):
    code = "too-long"


class NoDrafts(DraftError):
    code = "no-drafts"


class InternalError(DraftError):
    code = "internal-error"


class Empty(DraftError):
    code = "empty"


class OwnReport(DraftError):
    code = "own-report"


class UnknownFormat(DraftError):
    code = "unknown-format"


class NoSuffix(UnknownFormat):
    sentence = "unknown-format-no-suffix"


class Binary(DraftError):
    code = "not-text"


class Undecodable(DraftError):
    code = "undecodable"


class OldFormat(DraftError):
    code = "old-format"


class Convertible(OldFormat):
    sentence = "old-format-convertible"


class NoConverter(OldFormat):
    sentence = "old-format-no-converter"


class ConversionFailed(OldFormat):
    code = "conversion-failed"


class ConversionTimeout(OldFormat):
    code = "conversion-timeout"


class SetupError(DocklintError):
    """The command line, a configuration, a pack or a profile is wrong. `key`: its sentence in the catalogue."""

    code = "setup"

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(**values)
        self.key = key

    @classmethod
    def of(cls, text: Text) -> SetupError:
        """Build the error that says just this."""
        return cls(text.key, **text.values)

    @property
    def text(self) -> Text:
        """What is to be said, in no language yet."""
        return Text(self.key, **self.values)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.values, self.key))


class PluginError(DocklintError):
    """An installed plugin does not work. `package`, `name`: who brings it and as what; `detail`: what is wrong."""

    code = "plugin"
