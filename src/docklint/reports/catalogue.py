"""Pages about rules and profiles, made from the rules and profiles themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from json import dumps

from docklint.profile import Profile, Slot
from docklint.reports.plain import safe, width, wrap
from docklint.reports.words import word
from docklint.rules import Rule, Sample

_WIDTH = 80
_PAGE: dict[str, tuple[str, str]] = {
    "why": ("为什么", "Why"),
    "message": ("提示原文", "Message"),
    "advice": ("怎么改", "What to do"),
    "bad": ("不好的例子（⟦ ⟧ 标出的是会被指出的地方）", "Bad example (what is pointed at stands in ⟦ ⟧)"),
    "good": ("好的例子", "Good example"),
    "options": ("可调的选项", "Options"),
    "yields": ("让位于", "Yields to"),
    "yields-note": (
        "同一处已由这些规则说明时，不再重复报告",
        "silent where these rules already explain the place",
    ),
    "source": ("依据", "Source"),
    "off": ("默认不启用", "off by default"),
    "example-marker": ("每个问题都要有“比如”之类引出的事例", "every problem needs an example with a marker"),
    "example-evidence": ("每个问题都要有具体事例，引出的词不限", "every problem needs a concrete example"),
    "example-off": ("不要求事例", "no examples demanded"),
    "sections": ("部分（按顺序）", "Sections, in order"),
    "sections-free": ("部分（顺序不限）", "Sections, in any order"),
    "none": ("不要求固定的标题", "no titles demanded"),
    "optional": ("可有可无", "optional"),
    "also": ("也可写作：", "or: "),
    "and-more": ("等 {count} 种写法", " and more, {count} wordings in all"),
}
_ALIASES_SHOWN = 3


def rule_list(rules: Iterable[Rule], lang: str) -> Iterator[str]:
    """Yield a line for each rule: code, severity, name and summary."""
    for rule in rules:
        severity = _padded(word(rule.severity.value, lang), 8)
        off = "" if rule.enabled else _in_brackets(_words("off", lang), lang)
        yield f"{rule.code:<7} {severity}{rule.name:<26} {rule.text_in(lang).summary}{off}\n"


def rule_page(rule: Rule, lang: str) -> Iterator[str]:
    """Yield the page of one rule."""
    text_in = rule.text_in(lang)
    yield f"{rule.code} {rule.name}{_in_brackets(word(rule.severity.value, lang), lang)}\n"
    yield from _block(text_in.summary, 0)
    yield from _section("why", text_in.why, lang)
    yield from _section("message", "\n".join((text_in.message, *_named("variants", text_in.variants))), lang)
    yield from _section("advice", "\n".join((text_in.help, *_named("helps", text_in.helps))), lang)
    for key, samples in (("bad", rule.bad), ("good", rule.good)):
        for sample in samples[:1]:
            yield f"\n{_words(key, lang)}\n"
            yield from _block(marked(sample), 2)
    yield from _section("options", "\n".join(options(rule)), lang)
    if rule.yields_to:
        codes = word("places", lang).join(rule.yields_to)
        yield from _section("yields", codes + _in_brackets(_words("yields-note", lang), lang), lang)
    yield from _section("source", _source(rule, lang), lang)


def marked(sample: Sample) -> str:
    """Return a sample's text with ⟦ ⟧ around what is to be pointed at."""
    text = sample.text
    for start, end in sorted(sample.spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text.strip("\n")


def options(rule: Rule) -> Iterator[str]:
    """Yield every option of a rule with its value, as `docklint.toml` would say it; long lists are left out."""
    for name in rule.check._fields:
        if name not in rule.check.no_options:
            yield f"{name.replace('_', '-')} = {_toml(getattr(rule.check, name))}"


def profile_list(profiles: Iterable[Profile], lang: str) -> Iterator[str]:
    """Yield a line for each profile: id and title."""
    for profile in profiles:
        yield f"{profile.id:<28} {_title(profile, lang)}\n"


def profile_page(profile: Profile, lang: str) -> Iterator[str]:
    """Yield the page of one profile: its sections and dimensions, whether examples are demanded, and its source."""
    yield f"{profile.id}  {_title(profile, lang)}\n{_words(f'example-{profile.example}', lang)}\n\n"
    yield from _demands(profile, lang)
    yield from _section("source", _source(profile, lang), lang)


def _demands(profile: Profile, lang: str) -> Iterator[str]:
    if not profile.sections:
        yield _words("none", lang) + "\n"
        return
    yield _words("sections" if profile.ordered else "sections-free", lang) + "\n"
    for section in profile.sections:
        yield from _slot(section, 1, lang)


def _slot(slot: Slot, depth: int, lang: str) -> Iterator[str]:
    optional = "" if slot.required else _in_brackets(_words("optional", lang), lang)
    yield f"{'  ' * depth}{slot.title}{optional}\n"
    if slot.aliases:
        shown = word("places", lang).join(slot.aliases[:_ALIASES_SHOWN])
        more = len(slot.aliases) > _ALIASES_SHOWN
        tail = _words("and-more", lang).format(count=len(slot.titles)) if more else ""
        yield from _block(_words("also", lang) + shown + tail, 2 * depth + 4)
    for dimension in slot.dimensions:
        yield from _slot(dimension, depth + 1, lang)


def _named(key: str, words: Mapping[str, str]) -> Iterator[str]:
    """Yield messages or helps with the keys under which `docklint.toml` may change them."""
    return (f"{key}.{name}: {text}" for name, text in words.items())


def _section(key: str, text: str, lang: str) -> Iterator[str]:
    if text:
        yield f"\n{_words(key, lang)}\n"
        yield from _block(text, 2)


def _block(text: str, indent: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n"):
        yield from (f"{' ' * indent}{line}\n" for line in wrap(safe(paragraph), _WIDTH - indent))


def _toml(value: object) -> str:
    """Write a value as TOML; JSON is the same for texts, numbers, flags and lists of them."""
    written = dumps(value, ensure_ascii=False)
    return written if width(written) <= _WIDTH else "[…]"


def _in_brackets(text: str, lang: str) -> str:
    return f" ({text})" if lang == "en" else f"（{text}）"


def _source(told: Rule | Profile, lang: str) -> str:
    return (told.source_en if lang == "en" else "") or told.source


def _title(profile: Profile, lang: str) -> str:
    return (profile.title_en if lang == "en" else "") or profile.title


def _padded(text: str, room: int) -> str:
    return text + " " * max(room - width(text), 1)


def _words(key: str, lang: str) -> str:
    return _PAGE[key][lang == "en"]
