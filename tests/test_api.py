"""The Python API: what is public, what it returns and what it raises."""

from __future__ import annotations

import doctest
import json
import typing
from pathlib import Path

import pytest

import docklint
from docklint import api
from tests.docx_builder import typed
from tests.running import CLEAN, FAULTY, READY
from tests.running import docklint as run

ROOT = Path(__file__).parents[1]


def check(draft: str | bytes | Path, profile: str = "generic", **more: typing.Any) -> docklint.Result:
    return docklint.check(draft, profile=profile, **more)


def test_the_public_names_are_sorted_and_complete() -> None:
    assert docklint.__all__ == sorted(docklint.__all__)
    assert api.__all__ == sorted(api.__all__)
    assert {*docklint.__all__} - {"__version__"} == {*api.__all__}
    for name in docklint.__all__:
        assert getattr(docklint, name) is not None
    assert {*docklint.__all__} <= {*dir(docklint)}
    with pytest.raises(AttributeError, match="chekc"):
        _ = docklint.chekc


def test_every_value_a_result_holds_is_public() -> None:
    """Walk the types of the fields: whatever of docklint's comes up must be importable from docklint."""
    waiting: list[object] = [docklint.Result]
    seen: set[object] = set()
    while waiting:
        one = waiting.pop()
        waiting += typing.get_args(one)
        if not isinstance(one, type) or one in seen or not one.__module__.startswith("docklint"):
            continue
        seen.add(one)
        assert one.__name__ in docklint.__all__, one
        hints = typing.get_type_hints(one)
        waiting += [kind for name, kind in hints.items() if not name.startswith("_")]
    assert {docklint.Finding, docklint.Span, docklint.Suppression, docklint.Fix, docklint.Edit} <= seen


def test_it_is_typed() -> None:
    assert (ROOT / "src" / "docklint" / "py.typed").is_file()


def test_the_example_of_the_documentation() -> None:
    assert doctest.testmod(api).failed == 0


def test_text() -> None:
    result = check(FAULTY)
    (finding,) = result.findings
    assert (finding.code, finding.severity, finding.quote) == ("RED101", docklint.Severity.ERROR, "*")
    assert result.position(finding.span.start) == docklint.Position(3, 56)
    assert result.text == FAULTY
    assert (result.path, result.profile, result.ok) == ("-", "generic", False)
    assert result.rules["RED101"] == "findings"


def test_a_path_and_bytes_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, "utf-8")
    expected = check(FAULTY).findings
    for draft in (path, str(path), FAULTY.encode(), FAULTY.encode("gbk")):
        assert check(draft).findings == expected
    (tmp_path / "a.docx").write_bytes(typed(FAULTY))
    for document in (tmp_path / "a.docx", typed(FAULTY)):
        assert [each.code for each in check(document).findings] == ["RED101"]


def test_a_file_without_a_suffix_of_drafts_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.pages").write_text(FAULTY, "utf-8")
    with pytest.raises(docklint.DraftError, match=r"\.pages"):
        check(str(tmp_path / "a.pages"))


def test_a_name_tells_the_format() -> None:
    text = CLEAN.replace("学习不够系统", "**学习**不够系统")
    assert check(text, name="a.md").ok
    assert check(text, name="a.md").path == "a.md"
    assert not check(text).ok


@pytest.mark.parametrize("text", ["PK 不是压缩包", "一句话", "\ufeff一、存在的问题", "坏\udc80字"])
def test_text_is_text(text: str) -> None:
    assert [each.code for each in check(text).findings]


def test_it_agrees_with_the_command_line(tmp_path: Path) -> None:
    import json

    path = tmp_path / "a.txt"
    path.write_text(FAULTY, "utf-8")
    told = json.loads(run("check", path, "--profile", "generic", "-f", "json").out)
    result = check(path)
    assert json.loads(json.dumps(result.as_dict(), default=str)) == {
        **told["files"][0],
        "profile": {**told["files"][0]["profile"]},
    }
    assert result.exit_status() == told["exit_code"] == 1
    assert result.exit_status("never") == 0


def test_options() -> None:
    assert check(FAULTY, ignore=["RED101"]).ok
    assert check(FAULTY, select="TXT,SEC").ok
    english = check(FAULTY, lang="en").findings[0].message
    assert english != check(FAULTY).findings[0].message


def test_a_configuration_only_if_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = '[[suppress]]\nrule = "RED101"\nquote = "*"\nreason = "理由"\n'
    file = tmp_path / "docklint.toml"
    file.write_text(f'profile = "generic"\nlang = "en"\n{table}', "utf-8")
    (tmp_path / "a.txt").write_text(FAULTY, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert docklint.check(tmp_path / "a.txt", profile="generic").findings[0].suppressed is None
    result = docklint.check("a.txt", config=file)
    assert result.profile == "generic"
    assert result.findings[0].suppressed == docklint.Suppression("config", "理由")
    assert result.ok
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    idle = docklint.check("a.txt", config=file)
    assert [each.code for each in idle.findings] == ["DL904"]


def test_what_goes_wrong(tmp_path: Path) -> None:
    with pytest.raises(docklint.DraftError, match="找不到"):
        check(tmp_path / "none.txt")
    with pytest.raises(docklint.DraftError, match="空"):
        check("")
    with pytest.raises(docklint.SetupError, match="2042"):
        check(CLEAN, profile="2042")
    with pytest.raises(docklint.SetupError, match="RED999"):
        check(CLEAN, ignore=["RED999"])
    with pytest.raises(docklint.SetupError, match="语言"):
        check(CLEAN, lang="fr")
    with pytest.raises(docklint.SetupError, match=r"none\.toml"):
        check(CLEAN, config=tmp_path / "none.toml")
    assert issubclass(docklint.DraftError, docklint.DocklintError)
    assert issubclass(docklint.SetupError, docklint.DocklintError)


def test_a_profile_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    for name in ("one", "two"):
        path.write_text(f'id = "{name}"\ntitle = "试用"\nextends = "base"\n', "utf-8")
        assert check(CLEAN, profile=str(path)).profile == name


def test_results_are_values() -> None:
    assert check(FAULTY) == check(FAULTY)
    result = check(FAULTY)
    for value, field in ((result, "path"), (result.findings[0], "code")):
        with pytest.raises(AttributeError):
            setattr(value, field, "b")


def test_the_verdict_is_the_command_s_and_tells_why(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text(FAULTY, encoding="utf-8")
    said = json.loads(run("check", "稿.txt", "--profile", "generic", "-f", "json", cwd=tmp_path).out)
    result = check(tmp_path / "稿.txt")
    assert result.verdict == said["files"][0]["verdict"] == "revise"
    assert [*result.verdict_reasons()] == said["files"][0]["verdict_reasons"]
    assert result.verdict_reasons("en") != result.verdict_reasons()
    ready = docklint.check(READY)
    assert (ready.verdict, ready.verdict_reasons()) == ("ready", ())


def test_no_more_findings_of_a_rule_are_kept_than_asked_for() -> None:
    text = FAULTY.replace("*年没有改过", "*年没有改过，*处不清楚，*人没有参加")
    assert len(check(text, select=["RED101"]).findings) == 3
    few = check(text, select=["RED101"], max_findings=1)
    assert len(few.findings) == 1
    assert "3" in few.verdict_reasons()[0]
    with pytest.raises(docklint.SetupError, match="max_findings"):
        check(text, max_findings=0)
