"""Why a `.docx` cannot be read, or is not written to, one type a cause.

PackageError
├── NotDocx               some other kind of file under this name
│   ├── OwnerFile             Word's lock file `~$…`
│   ├── OldWord               a binary .doc or .wps named .docx
│   └── OtherOffice           a workbook, slides, an OpenDocument text
├── Encrypted             a password stands before it
├── Truncated             the end is missing
├── Damaged               the zip does not hold what it says
├── BadXml                a part is not well-formed
├── DoctypeRefused        a part brings a DTD
├── NoMainPart            a package without a document
├── UnsafeName            an entry that points outside, or twice the same
└── TooMuch               more than any draft needs
    ├── TooManyBytes          inflated
    ├── TextTooLarge          in one stretch of text
    ├── TooManyEntries        files in the package
    ├── TooManyElements       XML elements
    ├── TooManyLines          paragraphs and line breaks
    ├── TooManyPieces         stretches the text is cut into
    ├── TooManyMarks          tracked changes, comments, hidden passages
    └── TooDeep               elements inside elements, fields inside fields
WriteRefused
├── Signed                a digital signature would break
├── Protected             its protection forbids what was asked for
├── NotWritable           not a Word file, or read through a converted copy that is gone
├── NoPlace               nothing in the body that a comment could stand at
├── NotEditable           text that must not be edited as text
└── WriteFailed           what was written does not read as it should
"""

from __future__ import annotations

from docklint.errors import DraftError
from docklint.texts import Text


class PackageError(DraftError):
    """A `.docx` that is no sound OOXML package. What a parser says of it (`english`) is told in English only."""

    code = "package"


class NotDocx(PackageError):
    code = "not-a-docx"

    def __init__(self, **values: object) -> None:
        super().__init__(**{"named": Text("kind.named-nothing"), **values})

    def call(self, suffix: str) -> None:
        """Say what the file is called; without a suffix, as from standard input, only its content is spoken of."""
        if suffix:
            self.values.update(named=Text("kind.named", suffix=suffix))


class OwnerFile(NotDocx):
    code = "owner-file"


class OldWord(NotDocx):
    code = "old-word"


class OtherOffice(NotDocx):
    code = "other-office"


class Encrypted(PackageError):
    code = "encrypted"


class Truncated(PackageError):
    code = "truncated"


class Damaged(PackageError):
    code = "damaged"


class BadXml(PackageError):
    code = "bad-xml"


class DoctypeRefused(PackageError):
    code = "doctype"


class NoMainPart(PackageError):
    code = "no-main-part"


class UnsafeName(PackageError):
    code = "unsafe-name"


class TooMuch(PackageError):
    """More than any draft needs; `limit` says how much is allowed."""


class TooManyBytes(TooMuch):
    code = "too-many-bytes"


class TextTooLarge(TooMuch):
    code = "text-too-large"


class TooManyEntries(TooMuch):
    code = "too-many-entries"


class TooManyElements(TooMuch):
    code = "too-many-elements"


class TooManyLines(TooMuch):
    code = "too-many-lines"


class TooManyPieces(TooMuch):
    code = "too-many-pieces"


class TooManyMarks(TooMuch):
    code = "too-many-marks"


class TooDeep(TooMuch):
    code = "too-deep"


class WriteRefused(DraftError):
    """Nothing was written."""

    code = "not-written"


class Signed(WriteRefused):
    code = "signed"


class Protected(WriteRefused):
    """`kind`: what its protection still allows."""

    code = "protected"


class NotWritable(WriteRefused):
    code = "not-writable"


class NoPlace(WriteRefused):
    code = "no-place"


class NotEditable(WriteRefused):
    """`line`, `quote`: the first characters that are no text to edit; `reason`: why."""

    code = "not-editable"


class WriteFailed(WriteRefused):
    code = "write-failed"
