"""Loading packs: what is sound becomes values, what is not is named with file, key path and nearest name."""

from __future__ import annotations

from pathlib import Path

import pytest

from docklint import packs
from docklint.checks.text_pattern import TextPattern
from docklint.errors import SetupError
from docklint.linter import Linter
from docklint.packs.braces import LIMIT, expand
from docklint.rules import RuleText, Severity
from docklint.settings import Settings

RULE = """
[[rule]]
code = "OUR101"
name = "no-etcetera"
check = "text-pattern"
severity = "warning"
options = { patterns = ["等等"] }
[rule.zh]
summary = "用了“等等”"
why = "事项应当列全。"
message = "“{text}”含糊，应列全。"
help = "请列全。"
[rule.en]
summary = "etcetera"
why = "List all."
message = "“{text}” is vague."
help = "List all."
"""
PROFILE = """
id = "ours"
title = "本单位"
extends = "2024"
"""


def test_the_rules_that_ship_load_without_their_examples() -> None:
    library = packs.load()
    assert library.rules["RED101"].bad == ()
    assert packs.load(samples=True).rules["RED101"].bad


def test_rules_come_sorted_by_code() -> None:
    assert list(packs.load().rules) == sorted(packs.load().rules)


def test_the_lexicon_knows_the_titles_of_every_profile() -> None:
    lexicon = packs.load().lexicon
    assert {"查摆出的突出问题", "存在问题原因分析"} <= set(lexicon.section_titles)
    assert {"理论学习", "政治信仰", "带头干事创业、担当作为"} <= set(lexicon.dimension_titles)
    assert "題".translate(lexicon.simplification) == "题"


def test_an_abstract_profile_is_there_only_to_be_extended() -> None:
    assert "base" not in packs.load().profiles


def test_a_pack_of_one_s_own(tmp_path: Path) -> None:
    library = packs.load([_write(tmp_path, "ours.toml", RULE).parent])
    rule = library.rules["OUR101"]
    assert rule.severity is Severity.WARNING
    assert rule.check == TextPattern(patterns=("等等",), trusted=False)
    assert "RED101" in library.rules


def test_only_what_ships_is_trusted() -> None:
    check = packs.load().rules["RED101"].check
    assert isinstance(check, TextPattern)
    assert check.trusted


def test_a_comment_in_a_pack_s_pattern_is_only_a_comment(tmp_path: Path) -> None:
    changed = RULE.replace('"等等"', "'''(?#mobile numbers)1[0-9]{10}'''", 1)
    folder = _write(tmp_path, "ours.toml", changed).parent
    linter = Linter(Settings(rules_path=(folder,), select=("OUR101",)))
    result = linter.check_bytes("draft.txt", "手机13912345678。".encode())
    assert [finding.quote for finding in result.findings if finding.code == "OUR101"] == ["13912345678"]


def test_a_byte_order_mark_and_crlf_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xef\xbb\xbf" + RULE.replace("\n", "\r\n").encode())
    assert "OUR101" in packs.load([tmp_path]).rules


@pytest.mark.parametrize(
    ("old", "new", "path", "en"),
    [
        ("severity", "sevrity", "rule[1].sevrity", "did you mean “severity”?"),
        ('"warning"', '"warn"', "rule[1].severity", "did you mean “warning”?"),
        ('"warning"', "3", "rule[1].severity", "must be a string, not 3"),
        ('code = "OUR101"', "", "rule[1].code", "this key is missing"),
        ('"OUR101"', '"our1"', "rule[1].code", "is no code"),
        ('"OUR101"', '"RED101"', "rule[1].code", "is already used"),
        ('"no-etcetera"', '"No Etcetera"', "rule[1].name", "must be kebab-case"),
        ('"text-pattern"', '"text-patern"', "rule[1].check", "did you mean “text-pattern”?"),
        ("patterns =", "pattern =", "rule[1].options.pattern", "did you mean “patterns”?"),
        ("patterns =", "pattern =", "rule[1].options.patterns", "this option is missing"),
        ('["等等"]', '"等等"', "rule[1].options.patterns", "must be a list of strings"),
        ('["等等"]', "[1]", "rule[1].options.patterns", "must be a list of strings"),
        ('["等等"] }', '["等等"], trusted = true }', "rule[1].options.trusted", "no such option"),
        ("“{text}” is", "“{txt}” is", "rule[1].en.message", "did you mean “text”?"),
        ("“{text}” is", "{} is", "rule[1].en.message", "malformed placeholder"),
        ("“{text}” is", "{text", "rule[1].en.message", "malformed placeholder"),
        ("“{text}” is", "{text.x} is", "rule[1].en.message", "malformed placeholder"),
        ("“{text}” is", "{text!r} is", "rule[1].en.message", "malformed placeholder"),
        ('summary = "etcetera"', "", "rule[1].en.summary", "this key is missing"),
        ('"List all."\nmessage', '""\nmessage', "rule[1].en.why", "must not be empty"),
        ("[rule.en]", "[rule.fr]", "rule[1].en", "this key is missing"),
        (
            "[rule.en]",
            "[rule.zh.variants]\nlast = '甲'\n[rule.en]",
            "rule[1].en.variants.last",
            "other language",
        ),
        (
            'severity = "warning"',
            'severity = "info"\nyields-to = ["RED11"]',
            "yields-to",
            "did you mean “RED101”?",
        ),
        ("[[rule]]", "[rule]", "rule", "must be tables of the form [[rule]]"),
        ("[[rule]]", "[[rules]]", "rules", "did you mean “rule”?"),
        ("[[rule]]", "[[rule]", "ours.toml", "not sound TOML"),
    ],
)
def test_what_is_wrong_in_a_rule_is_named(tmp_path: Path, old: str, new: str, path: str, en: str) -> None:
    assert old in RULE
    message = _refused([_write(tmp_path, "ours.toml", RULE.replace(old, new, 1)).parent])
    assert any(path in line and en in line for line in message.splitlines()), message


def test_examples_of_a_foreign_pack_are_read_strictly(tmp_path: Path) -> None:
    pack = RULE + '[[rule.bad]]\ntext = "⟦等等"\nprofil = "2024"\n'
    message = _refused([_write(tmp_path, "ours.toml", pack).parent])
    assert "rule[1].bad[1].text: ⟦ and ⟧ do not pair" in message
    assert "did you mean “profile”?" in message


def test_all_faults_are_told_at_once_in_both_languages(tmp_path: Path) -> None:
    _write(tmp_path, "a.toml", RULE.replace("severity", "sevrity").replace("help", "halp"))
    _write(tmp_path, "b.toml", "x = ")
    with pytest.raises(SetupError) as caught:
        packs.load([tmp_path])
    zh, en = caught.value.message("zh"), caught.value.message("en")
    assert en.count("a.toml") == 6
    assert en.count("b.toml") == 1
    assert len(zh.splitlines()) == len(en.splitlines())
    assert "是不是“severity”？" in zh


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "no such folder" in _refused([tmp_path / "nowhere"])


def test_a_pack_that_is_no_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes("# 规则".encode("gb18030"))
    assert "byte 2 is not UTF-8" in _refused([tmp_path])


def test_a_profile_of_one_s_own_extends_another(tmp_path: Path) -> None:
    text = (
        PROFILE
        + """
without = ["rectification"]
order = "free"
[rules.EXA101]
severity = "error"
[proportions]
problems = 0.3
[[section]]
role = "causes"
title = "原因"
aliases = ["{甲|乙}{丙|}"]
[[section]]
role = "study"
before = "problems"
title = "会前学习情况"
required = false
[[section]]
role = "problems"
without = ["带头履行全面从严治党政治责任"]
[[section.dimension]]
name = "带头增强党性、严守纪律、砥砺作风"
words = ["夜校"]
[[section.dimension]]
name = "带头服务读者"
"""
    )
    library = packs.load([], [_write(tmp_path, "p.toml", text)])
    compiled, parent = library.profiles["ours"], library.profiles["2024"]
    assert library.given == ("ours",)
    roles = [slot.role for slot in compiled.sections]
    assert roles == ["study", "problems", "case-analysis", "causes", "measures", "personal", "named"]
    causes, inherited = compiled.slot("causes"), parent.slot("causes")
    assert causes
    assert inherited
    assert causes.titles[:5] == ("原因", "甲丙", "甲", "乙丙", "乙")
    assert inherited.title in causes.aliases
    assert [slot.title for slot in compiled.dimensions[:-1]] == [
        slot.title for slot in parent.dimensions[:-1]
    ]
    assert compiled.dimensions[-1].title == "带头服务读者"
    assert "夜校" in compiled.dimensions[1].words
    assert set(parent.dimensions[1].words) <= set(compiled.dimensions[1].words)
    assert (compiled.ordered, compiled.example, compiled.years) == (False, parent.example, ())
    assert compiled.rules == {"EXA101": {"severity": "error"}}
    assert compiled.proportions["problems"] == 0.3


@pytest.mark.parametrize(
    ("more", "path", "en"),
    [
        ("exemple = 'marker'", "exemple", "did you mean “example”?"),
        ("example = 'markers'", "example", "did you mean “marker”?"),
        ("order = 'any'", "order", "no such value “any”"),
        ("extra-sections = 1", "extra-sections", "must be true or false, not 1"),
        ("without = ['problem']", "without", "did you mean “problems”?"),
        ("[recognise]\nyear = ['2024']", "recognise.year", "did you mean “years”?"),
        ("[proportions]\nproblems = 2", "proportions.problems", "must be a number from 0 to 1"),
        ("[rules.EXA11]\nseverity = 'error'", "rules.EXA11", "did you mean “EXA101”?"),
        ("[rules.EXA102]\nleest = 3", "rules.EXA102.leest", "did you mean “least”?"),
        ("[rules.EXA102]\nleast = 'x'", "rules.EXA102.least", "must be an integer"),
        ("[rules.EXA102]\nseverity = 'bad'", "rules.EXA102.severity", "no such value"),
        ("[[section]]\nrole = 'new'", "section[1].title", "this key is missing"),
        ("[[section]]\nrole = 'new'\ntitle = '新'\nbefore = 'x'", "section[1].before", "no such part “x”"),
        ("[[section]]\nrole = 'causes'\nalias = ['x']", "section[1].alias", "did you mean “aliases”?"),
        ("[[section]]\nrole = 'causes'\naliases = ['{a']", "section[1].aliases[1]", "braces must pair"),
        ("[[section]]\nrole = 'causes'\n[[section]]\nrole = 'causes'", "section[2].role", "is given twice"),
        (
            "[[section]]\nrole = 'problems'\n[[section.dimension]]\nword = ['x']",
            "section[1].dimension[1].name",
            "miss",
        ),
    ],
)
def test_what_is_wrong_in_a_profile_is_named(tmp_path: Path, more: str, path: str, en: str) -> None:
    message = _refused([], [_write(tmp_path, "p.toml", PROFILE + more)])
    assert any(path in line and en in line for line in message.splitlines()), message


@pytest.mark.parametrize(
    ("text", "en"),
    [
        (PROFILE.replace("2024", "ours"), "profiles extend each other: ours → ours"),
        (PROFILE.replace("2024", "20224"), "did you mean “2024”?"),
        (PROFILE.replace('"ours"', '"2024"').replace('extends = "2024"', ""), "is already used in"),
        ("", "id: this key is missing"),
        ("id = ", "not sound TOML"),
    ],
)
def test_ids_and_parents(tmp_path: Path, text: str, en: str) -> None:
    assert en in _refused([], [_write(tmp_path, "p.toml", text)])


def test_a_circle_over_two_files(tmp_path: Path) -> None:
    a = _write(tmp_path, "a.toml", 'id = "a"\ntitle = "甲"\nextends = "b"')
    b = _write(tmp_path, "b.toml", 'id = "b"\ntitle = "乙"\nextends = "a"')
    assert "profiles extend each other" in _refused([], [a, b])


def test_a_profile_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be read" in _refused([], [tmp_path / "p.toml"])


def test_a_folder_may_bring_profiles_and_words(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    _write(tmp_path / "profiles", "ours.toml", PROFILE)
    _write(tmp_path, "lexicon.toml", 'example-markers = ["好比"]')
    library = packs.load([tmp_path])
    assert "ours" in library.profiles
    assert {"比如", "好比"} <= set(library.grammar["example-markers"])


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("example-markers = '好比'", "example-markers: must be a list of strings"),
        ("example-markers = ['好比', 1]", "example-markers[2]: must be a string"),
        ("traditional = '題'\nsimplified = ''", "both lines must be of one length"),
        ("[[theme]]\nname = '学习'\nwords = { '学风' = 'x' }", "a weight must be a number"),
        ("[[theme]]\nname = '学习'\nwords = { '学风' = 1 }\nweight = 2", "no such key “weight”"),
    ],
)
def test_what_is_wrong_in_a_lexicon_is_named(tmp_path: Path, text: str, en: str) -> None:
    assert en in _refused([_write(tmp_path, "lexicon.toml", text).parent])


def test_adjusting_a_rule() -> None:
    faults = packs.Faults()
    rule = packs.load().rules["EXA102"]
    settings = {"severity": "error", "enabled": False, "least": 12, "zh": {"message": "太短"}}
    adjusted = packs.adjust(rule, settings, "docklint.toml", "rules.EXA102", faults)
    assert (adjusted.severity, adjusted.enabled, adjusted.zh.message) == (Severity.ERROR, False, "太短")
    assert adjusted.zh.help == rule.zh.help
    assert getattr(adjusted.check, "least", None) == 12
    faults.settle()


def test_a_new_message_stands_for_the_variants_too() -> None:
    text_in = _reworded("EXA101", {"message": "“{dimension}”第{number}项请补事例。"})
    assert text_in.variants["marker"] == text_in.message
    # These have no dimension to tell.
    shipped = packs.load().rules["EXA101"].zh
    assert text_in.variants["nodim"] == shipped.variants["nodim"]
    assert text_in.variants["marker-nodim"] == shipped.variants["marker-nodim"]
    text_in = _reworded("EXA101", {"message": "请补事例。", "variants": {"nodim": "第{number}项请补。"}})
    assert text_in.variants == {
        **dict.fromkeys(shipped.variants, "请补事例。"),
        "nodim": "第{number}项请补。",
    }


def test_a_new_help_stands_for_the_helps_too() -> None:
    text_in = _reworded("NUM106", {"help": "请改。"})
    assert text_in.helps == {"problems": "请改。"}
    assert text_in.variants == packs.load().rules["NUM106"].zh.variants
    text_in = _reworded("DL904", {"help": "请改。", "helps": {"unknown": "请核对。"}})
    assert (text_in.helps["unknown"], text_in.helps["config"]) == ("请核对。", "请改。")


def test_a_profile_s_variants_give_way_to_a_later_message() -> None:
    rule, faults = packs.load().rules["EXA101"], packs.Faults()
    rule = packs.adjust(rule, {"zh": {"variants": {"marker": "甲"}}}, "p.toml", "", faults)
    assert (rule.zh.variants["marker"], rule.zh.message) == ("甲", packs.load().rules["EXA101"].zh.message)
    rule = packs.adjust(rule, {"zh": {"message": "乙"}}, "docklint.toml", "", faults)
    assert set(rule.zh.variants.values()) == {"乙"}
    faults.settle()


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        (
            "EXA101",
            {"variants": {"markr": "甲"}},
            "zh.variants.markr: no such variant “markr”; did you mean “marker”?",
        ),
        (
            "EXA102",
            {"variants": {"last": "甲"}},
            "zh.variants.last: no such variant “last” (there is none here)",
        ),
        ("NUM106", {"helps": {"problem": "甲"}}, "zh.helps.problem: no such variant “problem”; did you mean"),
        ("EXA101", {"message": "{numbr}"}, "zh.message: no such placeholder “numbr”; did you mean “number”?"),
        ("EXA101", {"variants": {"nodim": "{"}}, "zh.variants.nodim: malformed placeholder"),
    ],
)
def test_what_is_wrong_in_a_rewording_is_told_once(code: str, words: dict[str, object], told: str) -> None:
    with pytest.raises(SetupError) as caught:
        _reworded(code, words)
    [_, line] = caught.value.message("en").splitlines()
    assert told in line


def test_braces() -> None:
    assert expand("存在问题") == ("存在问题",)
    assert expand("{存在|查摆出}的{突出|}问题") == (
        "存在的突出问题",
        "存在的问题",
        "查摆出的突出问题",
        "查摆出的问题",
    )
    assert expand("{a|a}b") == ("ab",)
    for wrong in ("{a", "a}", "{a{b}}", "{a|b}" * 8):
        with pytest.raises(ValueError, match=r"."):
            expand(wrong)
    assert LIMIT < 2**8


def _reworded(code: str, words: dict[str, object]) -> RuleText:
    faults = packs.Faults()
    rule = packs.adjust(packs.load().rules[code], {"zh": words}, "docklint.toml", f"rules.{code}", faults)
    faults.settle()
    return rule.zh


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _refused(paths: list[Path], profiles: list[Path] | None = None) -> str:
    with pytest.raises(SetupError) as caught:
        packs.load(paths, profiles or [])
    return caught.value.message("en")
