"""Whether a file is a report of docklint's own: such a file may be replaced, and is never taken for a draft.

A report is known by what only a report has: a JSON, XML or HTML head of ours, lines of findings in their layout, the
title of a Word report, or the sentence that ends it, in either language. A baseline, a configuration or a profile is no
report, and neither is what `docklint text` prints.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from docklint.document import Document
from docklint.patterns import compiled
from docklint.texts import load
from docklint.typed import IO, Pattern

WORD_MARK = "docklint-report"
"""The identifier among the properties of every Word report."""
_PROPERTIES = "docProps/core.xml"
_HEAD, _TAIL, _SHORT = 4096, 4096, 1024
_Layout = tuple[tuple[str, ...], str]
"""A pattern of how a report begins, behind words of which it has one: most drafts have none, and nothing is compiled."""
_MACHINE: tuple[_Layout, ...] = (
    (
        ('{"schema_version": ',),
        r'\{"schema_version": \d+, "(?:tool": \{"name": "docklint"|path": |type": "(?:finding|file|summary)")',
    ),
    (
        ('{"$schema": ',),
        r'\{"\$schema": "[^"]*", "version": "2\.1\.0", "runs": \[\{"tool": \{"driver": \{"name": "docklint"',
    ),
    (('"engine_name": "docklint"',), r'\[\n\{"type": "issue", "engine_name": "docklint"'),
    (('<testsuites name="docklint"',), r'<\?xml [^>]*>\n<testsuites name="docklint"'),
    (("## docklint: ",), r"## docklint: "),
    ((",title=docklint",), r"::(?:error|warning|notice) file=[^\n]*,title=docklint"),
    # concise: one line a finding
    (
        (": error: ", ": warning: ", ": info: "),
        r"[^\n]+:\d+:\d+: (?:error|warning|info): [^\n]* \[[A-Z]{2,8}\d{3}\]",
    ),
)
_COUNT = 7
_COUNTS = dict.fromkeys(
    (
        *("checked", "error", "warning", "info", "suppressed", "failed", "notices", "unchecked"),
        *("sections", "dimensions", "problems", "causes", "measures"),
    ),
    _COUNT,
)
"""Any number, for every count that a sentence has."""
_ESCAPED = {ord(sign): f"\\{sign}" for sign in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_TOTALS = ("report.total", "report.outline-total", "matrix.caption")
"""The sentences that end a report."""


def is_own_report(path: str) -> bool:
    """Return whether the file holds a report of docklint's, in any format, language and encoding; never raises."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
            file.seek(max(len(head), file.seek(0, 2) - _TAIL))
            tail = head + file.read()
    except (OSError, ValueError):
        return False
    if head.startswith(b"PK"):
        return is_untouched_office_report(path)
    return is_report(*_decoded(head, tail))


def is_own_data(data: bytes) -> bool:
    """Return whether these bytes, which came without a file, are such a report; never raises."""
    if data.startswith(b"PK"):
        # Late: most reports are text.
        from io import BytesIO

        return is_untouched_office_report(BytesIO(data))
    return is_report(*_decoded(data[:_HEAD], data[:_HEAD] + data[max(_HEAD, len(data) - _TAIL) :]))


def is_untouched_office_report(path: str | IO[bytes]) -> bool:
    """Return whether it is a Word file or workbook that nobody has saved since docklint wrote it; never raises.

    The file may be in memory. Office programs name whoever saves a file: what somebody wrote into a report is theirs.
    """
    # Late: most reports are text.
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as package, package.open(_PROPERTIES) as part:
            told = part.read(_HEAD).decode("utf-8", "ignore")
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, BadZipFile, zlib.error):
        return False
    # A workbook's maker has no field for an identifier.
    marked = any(f"<dc:{field}>{WORD_MARK}<" in told for field in ("identifier", "description"))
    return marked and "<cp:lastModifiedBy>docklint " in told


def is_own_document(document: Document) -> bool:
    """Return whether what was read as a draft is a report."""
    text = document.text
    if document.format == "docx":
        return _is_word_report(text)
    return is_report(text[:_HEAD], text[-_TAIL:])


def is_report(head: str, tail: str) -> bool:
    """Return whether a text is a report; `head`, `tail`: its first and last thousands of characters, at least."""
    start = head.lstrip("\ufeff").replace("\r\n", "\n")
    if start == "[]\n" or _begins_as(_MACHINE, start):
        return True
    langs = _languages(start[:_SHORT], tail[-_SHORT:])
    return _has_our_title(start, langs) or _has_our_layout(start, langs) or _ends_as_ours(tail, langs)


def _languages(*samples: str) -> tuple[str, ...]:
    """Return the languages a report may be in: English sentences do not stand in a Chinese draft."""
    return ("zh", "en") if any(map(is_english, samples)) else ("zh",)


def is_english(sample: str) -> bool:
    """Return whether two Latin words of four letters and two stand side by side, or more of a word."""
    words = filter(None, sample.replace(".", " ").replace(":", " ").split(" "))
    return any(_is_latin(one[-4:], 4) and _is_latin(other[:2], 2) for one, other in pairwise(words))


def _is_latin(word: str, length: int) -> bool:
    return len(word) == length and word.isascii() and word.isalpha()


def _decoded(head: bytes, tail: bytes) -> tuple[str, str]:
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        # A character may be cut at the end of what was read.
        head.decode(encoding) if len(head) < _HEAD else head[:-4].decode(encoding, "strict")
    except UnicodeDecodeError as error:
        encoding = "gb18030" if len(head) < _HEAD or error.start < len(head) - 8 else encoding
    return head.decode(encoding, "ignore"), tail.decode(encoding, "ignore")


def _is_word_report(text: str) -> bool:
    """Return whether a Word file is a report: its title is ours, and it names docklint."""
    title = text.lstrip().partition("\n")[0].strip()
    return "docklint" in text and title in _in_all(("zh", "en"), "verdict.title", "overview.title")


def _has_our_title(start: str, langs: tuple[str, ...]) -> bool:
    """Return whether it is a page of ours: HTML, the Markdown of the matrix, or what is told of many papers."""
    # What is told of many papers as plain text has its title alone on its first line.
    of_many = _in_all(langs, "alike.title", "overview.title")
    if any(start.startswith(f"{title}\n") for title in of_many):
        return True
    if not start.startswith(("<!DOCTYPE html>\n", "# ")):
        return False
    titles = (*_in_all(langs, "verdict.title", "matrix.title"), *of_many)
    if start.startswith("<!DOCTYPE html>\n"):
        if '<meta name="generator" content="docklint ' in start.partition("<style>")[0]:
            return True
        policy = "default-src &#x27;none&#x27;; style-src " in start
        return policy and any(f"<title>{title}</title>" in start for title in titles)
    return any(start.startswith(f"# {title}\n\n") for title in titles)


def _has_our_layout(start: str, langs: tuple[str, ...]) -> bool:
    """Return whether it is a text report with findings, a matrix, a count of what each rule found, or an overview as CSV."""
    return start.startswith(_heads(langs)) or _begins_as(_layouts(langs), start)


@cache
def _heads(langs: tuple[str, ...]) -> tuple[str, ...]:
    """Return how an overview as CSV begins."""
    return tuple(f"{load(lang)('html.verdict')},{load(lang)('overview.head-path')}," for lang in langs)


def _begins_as(layouts: Iterable[_Layout], start: str) -> bool:
    patterns = [pattern for words, pattern in layouts if any(word in start for word in words)]
    return any(compiled(pattern).match(start) for pattern in patterns)


@cache
def _layouts(langs: tuple[str, ...]) -> tuple[_Layout, ...]:
    words = ("error", "warning", "info", "notice")
    severities = _in_all(langs, *(f"report.severity-{each}" for each in words))
    tables = _in_all(langs, "matrix.dimensions", "matrix.causes")
    places = _any_of(load(lang)("report.paragraph", number=7) for lang in langs).replace("7", r"\d+")
    unchecked = (*_in_all(langs, "verdict.one-unchecked"), *_not_checked(langs))
    severe, behind_blank = _any_of(severities), tuple(f" {word}" for word in severities)
    return (
        # concise, where nothing was found: the path, and why it is not checked.
        (tuple(f": {word}" for word in unchecked), rf"[^\n:]+: (?:{_any_of(unchecked)})[:：]"),
        # The path, perhaps some lines about the file and an empty one, then the first finding.
        (behind_blank, rf"[^\n]+\n(?:[^\n ][^\n]*\n){{0,40}}\n?  (?:\d+:\d+|{places}) +(?:{severe})  "),
        (tuple(f"\n{table}\n" for table in tables), rf"(?m)[^\n]+\n\n(?:{_any_of(tables)})\n.*\n-+ +-+"),
        (behind_blank, rf" *\d+  [A-Z]{{2,8}}\d{{3}} +(?:{severe}) +[a-z-]+\n"),
    )


def _not_checked(langs: tuple[str, ...]) -> list[str]:
    return [load(lang)("skipped.verdict", reason="").rstrip(" :：") for lang in langs]


def _ends_as_ours(tail: str, langs: tuple[str, ...]) -> bool:
    end = "".join(tail[-_SHORT:].split())
    return any(word in end for word in _of_totals(langs)) and _ending(langs).search(end) is not None


@cache
def _of_totals(langs: tuple[str, ...]) -> tuple[str, ...]:
    """Return of each sentence with a total the longest words between its counts, without blanks."""
    totals = ("".join(each.split()) for each in _in_all(langs, *_TOTALS))
    return tuple(max(each.split(str(_COUNT)), key=len) for each in totals)


@cache
def _ending(langs: tuple[str, ...]) -> Pattern[str]:
    """Return how a report ends: with its total, and perhaps what else there is to say of the run.

    Without the blanks at which lines are wrapped.
    """
    totals = _in_all(langs, *_TOTALS)
    more = _in_all(
        langs, *(f"report.total-{key}" for key in ("suppressed", "notices", "unchecked", "failed", "crashed"))
    )
    made_by = (load(lang)("report.made-by", version="\u2460", day="\u2460") for lang in langs)
    imprint = _either(made_by).replace("\u2460", r"[\w.+-]+")
    return compiled(f"(?:{_either(totals)})(?:{_either(more)})*(?:{imprint})?$")


@cache
def _in_all(langs: tuple[str, ...], *keys: str) -> tuple[str, ...]:
    """Return sentences of the catalogue in these languages."""
    return tuple(load(lang)(key, **_COUNTS) for key in keys for lang in langs)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(escaped, words))


def escaped(words: str) -> str:
    """Write words as a pattern of themselves; `re` would be imported for this alone."""
    return words.translate(_ESCAPED)


def _either(sentences: Iterable[str]) -> str:
    return _any_of("".join(each.split()) for each in sentences).replace("7", r"\d+")
