"""What can go wrong, one type a cause.

    DocklintError
    ├── DraftError            one draft cannot be read; the others go on
    │   ├── Missing               no such file
    │   ├── Unreadable            the system refuses to read it
    │   ├── Forbidden             no permission to read it
    │   ├── NotAFile              a folder, a pipe or a device
    │   ├── TooLarge              beyond the limit
    │   ├── TooLong               more text than any draft has
    │   ├── NoDrafts              a folder in which there is no draft
    │   ├── Broken                docklint itself failed on it
    │   ├── Empty                 nothing in it
    │   ├── UnknownFormat         not .docx, .txt or .md
    │   │   └── NoSuffix              … for the name says nothing
    │   ├── Binary                a text file's name, but not text
    │   ├── Undecodable           text in no encoding we know
    │   ├── OldFormat             .doc, .wps, .odt, .rtf
    │   │   ├── Convertible           … and LibreOffice is there to read it
    │   │   ├── NoConverter           … and LibreOffice, asked for, is not
    │   │   ├── ConversionFailed      … and LibreOffice could not read it
    │   │   └── ConversionTimeout     … and LibreOffice did not come to an end
    │   └── PackageError          a .docx that is no sound OOXML package (word/)
    ├── PluginError           an installed plugin does not work; the run goes on without it
    └── SetupError            the command line, a configuration, a pack or a profile is wrong

A sentence for the reader stands beside each cause in both languages; `{…}` are filled from the keywords.
"""

from __future__ import annotations

from typing import ClassVar


class DocklintError(Exception):
    """Anything docklint says to its user instead of a result. `str()` gives the Chinese sentence."""

    code: ClassVar[str] = "error"
    zh: ClassVar[str] = "{detail}"
    en: ClassVar[str] = "{detail}"

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def message(self, lang: str = "zh") -> str:
        """Return the sentence in `zh` or `en`."""
        return (self.en if lang == "en" else self.zh).format(**self.values)

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> tuple[object, ...]:
        """Survive pickling between worker processes, which would drop keyword arguments."""
        return (_rebuild, (type(self), self.values))


def _rebuild(cause: type[DocklintError], values: dict[str, object]) -> DocklintError:
    return cause(**values)


class DraftError(DocklintError):
    """One draft cannot be read."""


class NotFound(DraftError):
    code = "not-found"
    zh = "找不到这个文件。请检查路径和文件名。"
    en = "No such file. Check the path and the name."


class Unreadable(DraftError):
    code = "unreadable"
    zh = "无法读取：{detail}。请检查权限，或关闭正在使用它的程序后重试。"
    en = "Cannot be read: {reason}. Check its permissions, or close the program that uses it."


class Forbidden(DraftError):
    code = "forbidden"
    zh = "没有读取权限。请检查文件权限，或先把它复制到自己的文件夹。"
    en = "No permission to read it. Check its permissions, or copy it to a folder of your own first."


class NotAFile(DraftError):
    code = "not-a-file"
    zh = "不是普通文件（可能是文件夹、管道或设备）。请给出文稿文件的路径。"
    en = "Not a regular file (perhaps a folder, a pipe or a device). Give the path of a draft."


class TooLarge(DraftError):
    code = "too-large"
    zh = "文件太大（超过 {limit} MB）。请确认它是文稿；如果插了很多图片，请先压缩或删去图片。"
    en = "Too large (over {limit} MB). Make sure it is a draft; if it holds many pictures, shrink them."


class TooLong(DraftError):
    code = "too-long"
    zh = (
        "文稿太长（超过 {limit:,} 个字符的上限，空格和标点也计入），不予检查。请确认选对了文件；"
        "确要检查的，请按章节分成几个文件，每个不超过 {limit:,} 个字符，分别检查。"
    )
    en = (
        "Too long (over the limit of {limit:,} characters, blanks included), and was not checked. Make sure it is the "
        "right file; to check it all the same, split it by chapters into files of at most {limit:,} characters each."
    )


class NoDrafts(DraftError):
    code = "no-drafts"
    zh = "这个文件夹里没有可检查的文稿（.docx，或含有对照检查材料章节的 .txt、.md）。"
    en = "No draft in this folder (.docx, or a .txt or .md with the sections of such a paper)."


class InternalError(DraftError):
    code = "internal-error"
    zh = "检查它时 docklint 自身出错（{detail}），其余文稿不受影响。请把这一行和版本号告诉开发者。"
    en = "docklint itself failed on it ({detail}); other drafts are unaffected. Please report this line."


class Empty(DraftError):
    code = "empty"
    zh = "文件是空的（0 字节或只有空白）。请确认保存成功后再检查。"
    en = "The file is empty (zero bytes or blanks only). Make sure it was saved, then check again."


class UnknownFormat(DraftError):
    code = "unknown-format"
    zh = "不支持“{suffix}”格式。请另存为 .docx 或 .txt 后再检查。"
    en = "The format “{suffix}” is not supported. Save it as .docx or .txt."


class NoSuffix(UnknownFormat):
    zh = "不支持没有扩展名的文件，看不出它的格式。请在文件名末尾加上 .docx、.txt 或 .md 后再检查。"
    en = "The name has no suffix, so the format is not known. Add .docx, .txt or .md to the name."


class Binary(DraftError):
    code = "not-text"
    zh = "扩展名是文本，内容却不是（第 {offset} 字节处是二进制数据）。如果它是 Word 文件，请改回 .docx。"
    en = "Named as text, but it is not (binary data at byte {offset}). If it is a Word file, name it .docx."


class Undecodable(DraftError):
    code = "undecodable"
    zh = "无法识别文字编码：第 {offset} 字节处不是 UTF-8、UTF-16 或 GB18030。请用记事本另存为 UTF-8。"
    en = "Unknown text encoding: byte {offset} is not UTF-8, UTF-16 or GB18030. Save the file as UTF-8."


class OldFormat(DraftError):
    code = "old-format"
    zh = "这是旧格式（{suffix}）文档。请在 Word 或 WPS 中另存为 .docx 后再检查。"
    en = "This is an old format ({suffix}). Save it as .docx in Word or WPS."


class Convertible(OldFormat):
    zh = "这是旧格式（{suffix}）文档。请加上 --convert 经 LibreOffice 读取，或在 Word、WPS 中另存为 .docx 后再检查。"
    en = (
        "This is an old format ({suffix}). Add --convert to read it through LibreOffice, or save it as .docx."
    )


class NoConverter(OldFormat):
    zh = "这是旧格式（{suffix}）文档，--convert 要用的 LibreOffice 没有找到。请在 Word 或 WPS 中另存为 .docx 后再检查。"
    en = "An old format ({suffix}), and there is no LibreOffice to --convert it with. Save it as .docx."


class ConversionFailed(OldFormat):
    code = "conversion-failed"
    zh = (
        "LibreOffice 没能读出这个 {suffix} 文件（可能已损坏、设有密码，或内容不是这种格式）。"
        "请在 Word 或 WPS 中打开，另存为 .docx 后再检查。"
    )
    en = "LibreOffice could not read this {suffix} file (damaged, encrypted, or something else?). Save it as .docx."


class ConversionTimeout(OldFormat):
    code = "conversion-timeout"
    zh = "LibreOffice 转换这个 {suffix} 文件用了 {seconds} 秒还没有完成，已经停止。请在 Word 或 WPS 中另存为 .docx 后再检查。"
    en = "LibreOffice was stopped after {seconds} s without converting this {suffix} file. Save it as .docx."


class SetupError(DocklintError):
    """The command line, a configuration, a pack or a profile is wrong; `detail` says what, where, what to do."""

    code = "setup"

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh=zh, en=en)

    def message(self, lang: str = "zh") -> str:
        """Return the sentence in `zh` or `en`."""
        return str(self.values["en" if lang == "en" else "zh"])


class PluginError(DocklintError):
    """An installed plugin does not work. `package`, `name`: who brings it and as what; `detail`: what is wrong."""

    code = "plugin"
    zh = "{package} 的“{name}”：{detail}"
    en = "“{name}” of {package}: {detail}"
