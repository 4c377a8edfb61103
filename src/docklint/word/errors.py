"""Why a `.docx` cannot be read, one type a cause.

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
"""

from __future__ import annotations

from docklint.errors import DraftError


class PackageError(DraftError):
    """A `.docx` that is no sound OOXML package. What a parser says of it (`detail`) is told in English only."""

    code = "package"


class NotDocx(PackageError):
    code = "not-a-docx"
    zh = "{zh_named}不是 Word 文档（{zh_kind}）。请用 Word 或 WPS 打开后另存为 .docx。"
    en = "{named} not a Word document ({kind}). Open it in Word or WPS and save it as .docx."

    def __init__(self, **values: object) -> None:
        super().__init__(**{"zh_named": "内容", "named": "This is", **values})

    def call(self, suffix: str) -> None:
        """Say what the file is called; without a suffix, as from standard input, only its content is spoken of."""
        if suffix:
            self.values.update(zh_named=f"扩展名是 {suffix}，内容却", named=f"Named {suffix}, but it is")


class OwnerFile(NotDocx):
    code = "owner-file"
    zh = "这是 Word 打开文档时留下的临时文件（~$ 开头），不是文档本身。请检查原来的文件。"
    en = "This is the temporary file (~$…) Word keeps while a document is open. Check the document itself."


class OldWord(NotDocx):
    code = "old-word"
    zh = "{zh_named}是旧格式（.doc 或 .wps）。请在 Word 或 WPS 中另存为 .docx 后再检查。"
    en = "{named} in an old format (.doc or .wps). Save it as .docx in Word or WPS."


class OtherOffice(NotDocx):
    code = "other-office"
    zh = "{zh_named}是{zh_kind}。请换成 Word 文档（.docx）后再检查。"
    en = "{named} {kind}. Give docklint a Word document (.docx)."


class Encrypted(PackageError):
    code = "encrypted"
    zh = "文档设有打开密码。请取消密码后另存，再检查。"
    en = "The document is encrypted. Remove its password and save it, then check again."


class Truncated(PackageError):
    code = "truncated"
    zh = "文件不完整，结尾部分缺失（可能没有下载或复制完）。请重新获取文件。"
    en = "The file is incomplete: its end is missing (a broken download or copy?). Get it again."


class Damaged(PackageError):
    code = "damaged"
    zh = "文件已损坏，内部的数据读不出来。请用 Word 或 WPS 打开并修复，另存后再检查。"
    en = "The file is damaged ({detail}). Let Word or WPS repair it, save it, and check again."


class BadXml(PackageError):
    code = "bad-xml"
    zh = "文档内部的“{part}”已损坏，读不出来。请用 Word 或 WPS 打开并修复，另存后再检查。"
    en = "“{part}” inside the document is not well-formed ({detail}). Let Word or WPS repair it and save it."


class DoctypeRefused(PackageError):
    code = "doctype"
    zh = "文档内部的“{part}”带有 DTD 声明，正常的 Word 文档没有，为安全起见不予读取。"
    en = "“{part}” inside the document declares a DTD, which no Word document does; refused for safety."


class NoMainPart(PackageError):
    code = "no-main-part"
    zh = "文件里没有正文部分，不是完整的 Word 文档。请用 Word 或 WPS 打开后另存为 .docx。"
    en = "The package holds no main document. Open it in Word or WPS and save it as .docx."


class UnsafeName(PackageError):
    code = "unsafe-name"
    zh = "文件内部有重复或不安全的条目名（{name}），为安全起见不予读取。"
    en = "The package holds an entry with a repeated or unsafe name ({name}); refused for safety."


class TooMuch(PackageError):
    """More than any draft needs; `limit` says how much is allowed."""


class TooManyBytes(TooMuch):
    code = "too-many-bytes"
    zh = "文件内部的“{part}”解压后太大（超过 {limit} MB），不像正常的文档，不予读取。"
    en = "“{part}” inside the file inflates to more than {limit} MB, unlike any document, and was not read."


class TextTooLarge(TooMuch):
    code = "text-too-large"
    zh = (
        "文档内部的“{part}”里有一处文字太大（超过 {limit} MB），不像正常的文档，不予读取。"
        "请在 Word 或 WPS 中把文稿分成几份，另存后再检查。"
    )
    en = "“{part}” inside the document holds one stretch of text over {limit} MB. Split the draft, and save the parts."


class TooManyEntries(TooMuch):
    code = "too-many-entries"
    zh = "文件内部的条目太多（超过 {limit} 个），不像正常的文档，不予读取。"
    en = "The package holds more than {limit} entries, unlike any document, and was not read."


class TooManyElements(TooMuch):
    code = "too-many-elements"
    zh = "文档内部的“{part}”过于庞大（超过 {limit} 个元素），不予读取。"
    en = "“{part}” inside the document holds more than {limit} elements and was not read."


class TooManyLines(TooMuch):
    code = "too-many-lines"
    zh = "文档的段落太多（超过 {limit} 行），不像一份文稿，不予检查。"
    en = "The document has more than {limit} lines, unlike any draft, and was not checked."


class TooManyPieces(TooMuch):
    code = "too-many-pieces"
    zh = "文档的文字在文件里被切得太碎（超过 {limit} 段），不像一份文稿，不予检查。请把文字粘贴到新文档里，另存后再检查。"
    en = "The text is cut into more than {limit} pieces, unlike any draft. Paste it into a new document and save it."


class TooManyMarks(TooMuch):
    code = "too-many-marks"
    zh = "文档的修订、批注和隐藏文字太多（超过 {limit} 处），不像一份文稿，不予检查。请先在“审阅”中处理修订和批注。"
    en = "The document has more than {limit} tracked changes, comments and hidden passages. Deal with them first."


class TooDeep(TooMuch):
    code = "too-deep"
    zh = "文档内部的“{part}”嵌套过深（超过 {limit} 层），不予读取。"
    en = "“{part}” inside the document is nested more than {limit} levels deep and was not read."
