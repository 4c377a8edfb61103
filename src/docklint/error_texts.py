"""Why the system refused a file, and why a text is no TOML, in both languages. Asked only when something failed."""

from __future__ import annotations

import errno
from re import search
from typing import NamedTuple


class Reason(NamedTuple):
    """The same in Chinese and English."""

    zh: str
    en: str


def of_system(error: OSError, writing: bool = False) -> Reason:
    """Say why a file cannot be read, or written to; what is not known here is told in the system's words."""
    known = {**_SYSTEM, **(_WRITING if writing else {})}.get(error.errno or 0)
    own = error.strerror or type(error).__name__
    return known or Reason(own, own)


def of_toml(error: ValueError) -> Reason:
    """Return where and why a text is no TOML; `error`: from tomllib, whose line and column count from 1."""
    told = str(error)
    place = search(r"^(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)$", told)
    what = place[1] if place else told
    zh = next((zh for words, zh in _TOML.items() if words in what), what)
    where = f"第 {place[2]} 行第 {place[3]} 列" if place and place[2] else "文件末尾"
    return Reason(f"{where}：{zh}", told)


_SYSTEM = {
    errno.ENOENT: Reason("没有这个文件，请检查路径", "no such file; check the path"),
    errno.ENOTDIR: Reason("没有这个文件，请检查路径", "no such file; check the path"),
    errno.EISDIR: Reason("这是一个文件夹", "it is a folder"),
    errno.EACCES: Reason("没有权限", "permission denied"),
    errno.EPERM: Reason("没有权限", "permission denied"),
    errno.ENOSPC: Reason("磁盘已满", "the disk is full"),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: Reason("磁盘已满", "the disk is full"),
    errno.EFBIG: Reason("文件超过了系统允许的大小", "larger than the system allows"),
    errno.EROFS: Reason("磁盘是只读的", "the disk is read-only"),
    errno.EIO: Reason("磁盘读写出错", "the disk failed"),
    errno.ELOOP: Reason("快捷方式（符号链接）互相指向", "symbolic links lead in a circle"),
    errno.ENAMETOOLONG: Reason("文件名太长", "the name is too long"),
}
_WRITING = {
    errno.ENOENT: Reason("没有这个文件夹", "no such folder"),
    errno.ENOTDIR: Reason("没有这个文件夹", "no such folder"),
}
# In the words of tomllib; what a later version words otherwise is shown as it stands.
_TOML = {
    "Unescaped '\\'": "引号里的反斜杠要写成 \\\\，或改用单引号",
    "Invalid hex value": "引号里的反斜杠要写成 \\\\，或改用单引号",
    "Unterminated string": "引号没有成对",
    "Illegal character '\\n'": "引号没有成对",
    "Illegal character": "有不能使用的字符",
    "Unclosed array": "方括号没有成对",
    "Unclosed inline table": "花括号没有成对",
    "at the end of a table declaration": "表名后面缺少方括号",
    "at the end of an array declaration": "表名后面缺少方括号",
    "Expected '=' after a key": "键名后面缺少等号",
    "Expected newline or end of document": "这一行后面有多余的内容",
    "Invalid initial character for a key": "键名应为英文字母、数字、“-”或“_”，其他文字要加英文引号",
    "Invalid statement": "键名应为英文字母、数字、“-”或“_”，其他文字要加英文引号",
    "Cannot overwrite": "同一个键写了两次",
    "Duplicate inline table key": "同一个键写了两次",
    "Cannot declare": "同一个表写了两次",
    "Cannot mutate": "这个表已经写过，不能再加内容",
    "Invalid value": "值不正确，文字要加英文引号",
    "Invalid date": "日期不正确",
}
