"""Rules, hits and findings: values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property

from docklint.document import Mark
from docklint.spans import Span
from docklint.structure.draft import Draft
from docklint.tuples import NamedTuple
from docklint.typed import Any, ClassVar, Literal
from docklint.values import Value

STRUCTURE_NOT_FOUND = "DL901"
NOTICES = "DL9"
"""How the codes of what docklint says about itself begin; that a paper has no structure is said of the paper."""

RuleStatus = Literal["passed", "findings", "not-applicable", "disabled", "crashed"]
"""What became of a rule in a file."""
Safety = Literal["safe", "unsafe"]
"""Whether a fix can change what a draft says."""


def is_notice(code: str) -> bool:
    """Return whether a rule of this code says something about docklint itself, and not about the paper."""
    return code.startswith(NOTICES) and code != STRUCTURE_NOT_FOUND


class Severity(StrEnum):
    """How bad a finding is. The order of the members, worst first, is the order of the severities."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Related(NamedTuple):
    """Another place that explains a finding. `role` says what it is: `dimension`, `first`, `candidate`, …

    `heading_path`: the headings above the place; checks leave it empty, the engine fills it in.
    """

    role: str
    span: Span
    heading_path: tuple[str, ...] = ()


class Edit(NamedTuple):
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


class Fix(Value):
    """A proposal: edits that are made together or not at all, in the order of the text, none overlapping another.

    `safe`: it cannot change what the draft says; `unsafe`: the author may have meant something else. `title`: what it
    does, in the language of its finding; checks leave it empty, the engine says it.
    """

    safety: Safety
    edits: tuple[Edit, ...]
    title: str = ""


class Requirement(NamedTuple):
    """The sentence that a demand of a profile comes from. `source`: what it stands in, such as the notice's name; empty
    where the profile does not say.
    """

    text: str
    source: str = ""


class Hit(Value):
    """What a check saw: a place, and the values its message needs (they become the finding's `data`).

    `explains`: further places at which a rule that yields to this one has nothing new to say. `about`: further places
    where a hit of a rule that this one yields to makes it superfluous. `variant`: which wording of the rule's message
    fits; empty for the plain one. `requirement`: what demands the part that is wrong.
    """

    span: Span
    values: Mapping[str, Any] = {}
    related: tuple[Related, ...] = ()
    explains: tuple[Span, ...] = ()
    variant: str = ""
    fix: Fix | None = None
    about: tuple[Span, ...] = ()
    requirement: Requirement | None = None


class Check(Value):
    """A kind of check: a value whose fields are the options a rule may set, `no_options` excepted.

    Pure: it reads the draft and nothing else. `whole_file`: it looks at the document, not at the structure, so
    it runs once however many drafts a file holds. `values`: the names of the values its hits carry, for kinds
    of other packages; those of docklint's own stand in `checks.KINDS`, so that nothing need be imported.
    `regexes`: the options that are regular expressions, which are compiled when a pack is loaded. `own`: the options that
    make a rule the one it is among those of its kind: its pack sets them, and nobody is told to change them.
    """

    whole_file: ClassVar[bool] = False
    no_options: ClassVar[tuple[str, ...]] = ()
    values: ClassVar[tuple[str, ...]] = ()
    regexes: ClassVar[tuple[str, ...]] = ()
    own: ClassVar[tuple[str, ...]] = ()

    def applies(self, draft: Draft) -> bool:
        """Return whether there is anything to check; if not, the rule is reported as `not-applicable`."""
        return True

    def spares(self, draft: Draft) -> Iterable[Span]:
        """Return where hits of a check of the whole file do not count; asked of each of the file's drafts."""
        return ()

    def __call__(self, draft: Draft) -> Iterable[Hit]:
        """Yield the hits in document order."""
        raise NotImplementedError


class RuleText(Value):
    """A rule's words in one language. `message` may hold `{values}`.

    `variants`: other messages by name; `helps`: by the same names, the advice for those that need their own. `checks`:
    what is looked at, for lists of what was checked; empty: the summary, which names the fault, must do.
    """

    summary: str
    why: str
    message: str
    help: str
    variants: Mapping[str, str] = {}
    helps: Mapping[str, str] = {}
    checks: str = ""

    @property
    def looked_at(self) -> str:
        """What the rule looks at, or else the fault it names."""
        return self.checks or self.summary

    def render_message(self, hit: Hit) -> str:
        """Put the hit's values into the message that fits it."""
        message = self.variants.get(hit.variant, self.message)
        return message.format_map(_quoted_inside(message, hit.values))

    def render_help(self, hit: Hit) -> str:
        """Return the advice that fits the hit."""
        return self.helps.get(hit.variant, self.help)


_TURNED = str.maketrans("“”‘’", "‘’“”")


def _quoted_inside(message: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values as they stand in a message: a quotation inside a quotation has the other marks (GB/T 15834)."""
    quoting = {
        name: value.translate(_TURNED)
        for name, value in values.items()
        if isinstance(value, str) and 0 < value.count("“") == value.count("”") and _is_quoted(name, message)
    }
    return {**values, **quoting} if quoting else values


def _is_quoted(name: str, message: str) -> bool:
    before, found, _ = message.partition(f"{{{name}}}")
    return bool(found) and before.count("“") > before.count("”")


class Sample(Value):
    """An example of a rule: a draft and what must be pointed at in it (`spans`, of `text`; none: a good one).

    `profile`: the profile to check it with. `fixed`: the text after the rule's fixes, if it has any.
    `markdown`: the sample is Markdown. `marks`: what a DOCX would hold beside this text. `limits`: how long
    the profile lets a paper be.
    """

    text: str
    spans: tuple[Span, ...] = ()
    profile: str = "generic"
    fixed: str | None = None
    markdown: bool = False
    marks: tuple[Mark, ...] = ()
    limits: Mapping[str, int] = {}


class Rule(Value):
    """A check with its options filled in, a code, a voice and examples.

    `yields_to`: codes whose hits make a hit of this rule at the same place superfluous. `enabled`: whether it
    runs unless selected or ignored. `source`, `source_en`: the standard or notice the demand comes from.
    """

    code: str
    name: str
    check: Check
    severity: Severity
    zh: RuleText
    en: RuleText
    bad: tuple[Sample, ...]
    good: tuple[Sample, ...]
    yields_to: tuple[str, ...] = ()
    enabled: bool = True
    source: str = ""
    source_en: str = ""
    kind: str = ""

    def text_in(self, lang: str) -> RuleText:
        """Return the words in `zh` or `en`."""
        return self.en if lang == "en" else self.zh


class Suppression(Value):
    """Why a finding does not count. `kind`: `config`, `comment` or `baseline`."""

    kind: str
    reason: str


class Finding(Value):
    """A hit told to a person. Places stay spans; a report turns them into lines and columns.

    `heading_path`: the headings above the place, outermost first. `identity`: what tells it from all others of
    the file and stays the same while the draft is edited elsewhere.
    """

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    span: Span
    quote: str
    heading_path: tuple[str, ...]
    identity: tuple[str, ...]
    data: Mapping[str, Any] = {}
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    suppressed: Suppression | None = None
    requirement: Requirement | None = None

    @property
    def is_notice(self) -> bool:
        """Whether docklint speaks of itself: what it could not check is no fault of the paper."""
        return is_notice(self.code)

    @cached_property
    def fingerprint(self) -> str:
        """The identity in 16 hexadecimal digits."""
        # Late, and only when asked: the hash library loads OpenSSL, 4 MB that a person's report needs not.
        from hashlib import sha256

        return sha256("\0".join(self.identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]
