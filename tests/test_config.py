"""Configuration: where it is found, what it says for which draft, and every mistake in one go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docklint.errors import SetupError
from docklint.settings import Request, Settings
from docklint.settings.config import Config, read
from docklint.settings.globs import matches
from docklint.settings.search import Search
from docklint.workspace import Workspace
from tests.running import FAULTY, docklint

FULL = """
profile = "generic"
select = ["RED", "EXA"]
ignore = ["RED103"]
fail-on = "error"
lang = "en"
revisions = "original"
rules-path = "ours"
baseline = "known.json"

[rules.RED101]
severity = "info"

[rules.RED101.en]
message = "mind {text}"

[[per-file]]
pattern = "group/*.txt"
profile = "2024"
ignore = ["EXA"]
"""


def write(folder: Path, text: str, name: str = "docklint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def settings(path: Path, request: Request | None = None) -> Settings:
    return Workspace(request or Request()).of(str(path)).settings


def mistakes(path: Path, lang: str = "en", request: Request | None = None) -> list[str]:
    with pytest.raises(SetupError) as caught:
        Workspace(request or Request()).of(str(path))
    return caught.value.message(lang).splitlines()[1:]


def test_every_key_arrives(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    write(tmp_path, FULL).with_name("known.json").write_text('{"docklint_baseline": 1, "files": {}}', "utf-8")
    workspace = Workspace(Request())
    given = workspace.of(str(tmp_path / "a.txt")).settings
    assert (given.profile, given.profile_by, given.lang, given.revisions) == (
        "generic",
        "config",
        "en",
        "original",
    )
    assert given.rules_path == (tmp_path / "ours",)
    assert given.rules["RED101"] == {"severity": "info", "en": {"message": "mind {text}"}}
    assert workspace.fail_on(str(tmp_path)) == "error"
    assert workspace.config(str(tmp_path)).baseline == tmp_path / "known.json"


def test_severity_wording_and_options_reach_the_finding(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    write(tmp_path, FULL.replace('baseline = "known.json"', ""))
    result = Workspace(Request()).of(str(tmp_path / "a.txt")).check_bytes("a.txt", FAULTY.encode())
    assert [(each.code, each.severity, each.message) for each in result.findings] == [
        ("RED101", "info", "mind *")
    ]


def test_an_option_of_a_rule(tmp_path: Path) -> None:
    write(tmp_path, 'profile = "generic"\n[rules.RED101]\nneeds = ["@"]\n')
    result = Workspace(Request()).of(str(tmp_path / "a.txt")).check_bytes("a.txt", FAULTY.encode())
    assert [each.code for each in result.findings] == []


def test_new_words_reach_a_rule_that_speaks_through_a_variant(tmp_path: Path) -> None:
    write(
        tmp_path, 'profile = "2023-theme-education"\n[rules.EXA101.zh]\nmessage = "第{number}项请补事例。"\n'
    )
    data = (Path(__file__).parents[1] / "examples" / "faulty.txt").read_bytes()
    result = Workspace(Request()).of(str(tmp_path / "a.txt")).check_bytes("a.txt", data)
    assert [each.message for each in result.findings if each.code == "EXA101"] == ["第2项请补事例。"]


def test_the_nearest_file_upward_holds(tmp_path: Path) -> None:
    write(tmp_path, 'profile = "2024"')
    write(tmp_path / "inner", 'profile = "2025"')
    (tmp_path / "inner" / "deep").mkdir()
    assert settings(tmp_path / "a.txt").profile == "2024"
    assert settings(tmp_path / "other" / "a.txt").profile == "2024"
    assert settings(tmp_path / "inner" / "deep" / "a.txt").profile == "2025"


def test_drafts_of_one_run_each_have_their_own(tmp_path: Path) -> None:
    write(tmp_path / "a", 'profile = "2024"')
    write(tmp_path / "b", 'profile = "2025"')
    workspace = Workspace(Request())
    chosen = [workspace.of(str(tmp_path / name / "x.txt")).settings.profile for name in ("a", "b", "a")]
    assert chosen == ["2024", "2025", "2024"]


def test_a_project_file_with_our_table(tmp_path: Path) -> None:
    write(tmp_path, '[tool.docklint]\nprofile = "2024"', "pyproject.toml")
    write(tmp_path / "b", '[project]\nname = "uses-docklint"', "pyproject.toml")
    write(tmp_path / "c", '[tool]\ndocklint = { profile = "2025" }', "pyproject.toml")
    assert settings(tmp_path / "a.txt").profile == "2024"
    assert settings(tmp_path / "b" / "a.txt").profile == "2024"
    assert settings(tmp_path / "c" / "a.txt").profile == "2025"
    write(tmp_path, 'profile = "generic"')
    assert settings(tmp_path / "a.txt").profile == "generic"


def test_faults_in_a_project_file_name_the_whole_key(tmp_path: Path) -> None:
    write(tmp_path, "[tool.docklint]\nlang = 3\n[[tool.docklint.suppress]]\n", "pyproject.toml")
    told = mistakes(tmp_path / "a.txt")
    assert f"  {tmp_path / 'pyproject.toml'}: tool.docklint.lang: must be a string, not 3" in told
    assert any("tool.docklint.suppress[1].reason: this key is missing" in line for line in told)


def test_config_and_isolated(tmp_path: Path) -> None:
    write(tmp_path, 'profile = "2024"')
    other = write(tmp_path / "other", 'profile = "2025"', "mine.toml")
    assert settings(tmp_path / "a.txt", Request(config=other)).profile == "2025"
    assert settings(tmp_path / "a.txt", Request(isolated=True)).profile == "auto"


def test_a_folder_of_that_name_is_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "docklint.toml").mkdir()
    assert Search().nearest(str(tmp_path / "a.txt")) != str(tmp_path / "docklint.toml")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_with_or_without_a_byte_order_mark(tmp_path: Path, mark: bytes, end: bytes) -> None:
    lines = ["[rules.RED101.zh]", 'message = "请改“{text}”"', ""]
    (tmp_path / "docklint.toml").write_bytes(mark + end.join(line.encode() for line in lines))
    assert settings(tmp_path / "a.txt").rules["RED101"] == {"zh": {"message": "请改“{text}”"}}


REMOVED = {
    "zh": "{}：{}：这一项已经取消（检查结果不再留存），请删去这一行",
    "en": "{}: {}: this key was removed (results are no longer kept); delete the line",
}


@pytest.mark.parametrize("value", ["true", "false", '"somewhere"'])
@pytest.mark.parametrize(
    ("name", "table", "key"),
    [("docklint.toml", "", "cache"), ("pyproject.toml", "[tool.docklint]\n", "tool.docklint.cache")],
)
def test_a_removed_key_is_one_mistake_whatever_its_value(
    tmp_path: Path, name: str, table: str, key: str, value: str
) -> None:
    file = write(tmp_path, f'{table}profile = "2024"\ncache = {value}\n', name)
    for lang, told in REMOVED.items():
        assert mistakes(tmp_path / "a.txt", lang) == [f"  {told.format(file, key)}"]


def test_a_removed_key_is_not_what_was_meant(tmp_path: Path) -> None:
    file = write(tmp_path, "cach = true\ncache = true\n[[per-file]]\npattern = 'a.txt'\ncache = true\n")
    first, second, third = mistakes(tmp_path / "a.txt")
    assert first == f"  {REMOVED['en'].format(file, 'cache')}"
    assert "per-file[1].cache: no such key" in second
    assert third.startswith(f"  {file}: cach: no such key")
    assert "“cache”" not in third
    assert "cache," not in third


def test_a_removed_key_stops_every_run_that_heeds_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, "cache = false\n")
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    for words in (("check", "a.txt"), ("outline", "a.txt"), ("config", "show")):
        ran = docklint(*words, "--lang", "en", cwd=tmp_path)
        assert (ran.status, ran.text) == (2, "")
        assert ran.said.splitlines()[1:] == [f"  {REMOVED['en'].format(file, 'cache')}"]


def test_all_mistakes_at_once_with_key_and_nearest_name(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
profil = "2024"
profile = "2042"
select = ["EXA10", "EXB1", 3]
fail-on = "warn"
lang = 3
rules-path = ["none"]
[[per-file]]
ignore = "x"
profile = "2O25"
[[suppress]]
rule = "EXA999"
quote = ""
[rules.RED1O1]
[rules.RED101]
severity = "fatal"
patern = []
[rules.RED101.zh]
message = "{txt}"
[rules.missing-example]
""",
    )
    assert mistakes(tmp_path / "a.txt") == [
        f"  {file}: {fault}"
        for fault in (
            "select[3]: must be a string that is not empty",
            "fail-on: no such value “warn”; did you mean “warning”?",
            "lang: must be a string, not 3",
            "rules-path[1]: no such folder “none”",
            "per-file[1].pattern: this key is missing",
            "per-file[1].ignore: must be a list of strings, not 'x'",
            "suppress[1].quote: must not be empty",
            "suppress[1].reason: this key is missing",
            "profil: no such key “profil”; did you mean “profile”?",
            "select[2]: no rule “EXB1”; did you mean “EXA104”?",
            "suppress[1].rule: no rule “EXA999”; did you mean “EXA104”?",
            "rules.RED1O1: no rule “RED1O1”; did you mean “RED101”?",
            "rules.RED101.severity: no such value “fatal” (known: error, warning, info)",
            "rules.RED101.zh.message: no such placeholder “txt”; did you mean “text”?",
            "rules.RED101.patern: no such option “patern”; did you mean “patterns”?",
            "rules.missing-example: no rule “missing-example”; did you mean “EXA101”?",
            "profile: no profile “2042”: what was demanded in 2042 does not ship with docklint; draft a profile with docklint profiles derive NOTICE.docx and name its file",
            "per-file[1].profile: no profile “2O25”; did you mean 2025?",
        )
    ]
    assert all("：" in line for line in mistakes(tmp_path / "a.txt", "zh"))


def test_mistakes_of_a_pack_are_told_beside_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'rules-path = ["ours"]\nlang = 3\n')
    write(tmp_path / "ours", "[[rule]]\ncode = 1\n", "own.toml")
    told = "\n".join(mistakes(tmp_path / "a.txt"))
    assert "lang: must be a string" in told
    assert "rule[1].code: must be a string" in told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfep\x00", "byte 0 is not UTF-8 text; save the file as UTF-8"),
        ("语言 = 1".encode("gbk"), "byte 0 is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00", "byte 0 is not UTF-8 text"),
        (b"\x00\x01\x02", "not sound TOML"),
        (b'profile = "2024', "not sound TOML"),
        (b'profile = "a"\nprofile = "b"', "not sound TOML"),
        (b"a = " + b"[" * 100_000, "nest too deeply"),
        (b"#" * 2**21, "too large (over 1 MB)"),
    ],
)
def test_what_is_no_configuration_is_said_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "docklint.toml").write_bytes(data)
    (line,) = mistakes(tmp_path / "a.txt")
    assert said in line
    assert str(tmp_path / "docklint.toml") in line


def test_a_file_that_is_not_there_or_not_readable(tmp_path: Path) -> None:
    (line,) = mistakes(tmp_path, request=Request(config=tmp_path / "none.toml"))
    assert "no such file" in line
    (line,) = mistakes(tmp_path, request=Request(config=tmp_path))
    assert "a folder, not a file" in line


@pytest.mark.skipif(os.name == "nt", reason="a named pipe")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (line,) = mistakes(tmp_path, request=Request(config=tmp_path / "pipe.toml"))
    assert "no regular file" in line


def test_a_circle_of_profiles(tmp_path: Path) -> None:
    for name, parent in (("one", "two"), ("two", "one")):
        text = f'id = "{name}"\ntitle = "甲"\nextends = "{parent}"\n'
        write(tmp_path / "ours" / "profiles", text, f"{name}.toml")
    write(tmp_path, 'rules-path = ["ours"]\nprofile = "one"\n')
    assert any("profiles extend each other: one → two → one" in line for line in mistakes(tmp_path / "a.txt"))


def test_a_profile_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'profile = "unit.toml"')
    assert mistakes(tmp_path / "a.txt")[0].endswith("profile: no such profile file “unit.toml”")
    write(tmp_path, 'id = "unit"\ntitle = "本单位"\nextends = "base"\n', "unit.toml")
    linter = Workspace(Request()).of(str(tmp_path / "inner" / "a.txt"))
    assert linter.check_bytes("a.txt", FAULTY.encode()).profile is not None
    result = linter.check_bytes("a.txt", FAULTY.encode())
    assert result.profile is not None
    assert (result.profile.id, result.chosen_by) == ("unit", "config")


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/y/a.md", True),
        ("x/*.md", "x/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("x/**/*.md", "x/y/z/a.md", True),
        ("x/**/*.md", "x/a.md", True),
        ("**/旧稿/*", "x/旧稿/a.txt", True),
        ("/x/*.md", "x/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a.txt", False),
        ("[a].txt", "a.txt", False),
        ("[a].txt", "[a].txt", True),
        ("***", "a.txt", True),
        ("班子*", "班子 对照检查.docx", True),
        ("e\u0301*", "\u00e9.md", True),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, str(tmp_path / path), tmp_path) is expected


def test_per_file_tables_add_up_and_the_last_profile_wins(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
profile = "generic"
[[per-file]]
pattern = ["*.txt", "*.md"]
profile = "2024"
ignore = ["COR"]
[[per-file]]
pattern = "old/*"
profile = "2025"
ignore = ["TXT"]
""",
    )
    assert settings(tmp_path / "a.docx").profile == "generic"
    assert settings(tmp_path / "a.txt").profile == "2024"
    old = settings(tmp_path / "old" / "a.txt")
    assert old.profile == "2025"
    assert old.below[0].ignore == ("COR", "TXT")
    assert settings(tmp_path / "a.txt", Request(profile="generic")).profile == "generic"


def test_nothing_is_read_of_a_configuration_that_is_not_there(tmp_path: Path) -> None:
    config = Workspace(Request(isolated=True)).config(str(tmp_path))
    assert config == Config()
    assert not config.exists


def test_reading_alone_raises_nothing(tmp_path: Path) -> None:
    from docklint.packs import Faults

    faults = Faults()
    read(tmp_path / "none.toml", faults)
    assert len(faults.seen) == 1
