"""Plugins: the example package, installed as a stranger would install it, and packages that do not work."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.installing import ROOT, done
from tests.running import CLEAN, Ran, docklint

PLUGIN = ROOT / "examples" / "plugin"
DRAFT = CLEAN.replace("青禾县档案馆", "青禾县档案局", 1).replace(
    "每月组织一次集中学习。",
    "每月组织一次集中学习并安排两名同志交流体会，同时每季度开展一次专题研讨，年底前逐项检查落实。",
)
GENERIC = ("--profile", "generic")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the example into a folder of its own, with its metadata, as pip does."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(PLUGIN, folder / "source", ignore=shutil.ignore_patterns("__pycache__"))
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet")
    done(
        sys.executable,
        "-m",
        "pip",
        "install",
        *offline,
        "--target",
        folder / "site",
        folder / "source",
        cwd=folder,
    )
    return folder / "site"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the installed example that a test may break, with a draft beside it."""
    (tmp_path / "a.txt").write_text(DRAFT, "utf-8")
    return Path(shutil.copytree(built, tmp_path / "site"))


def check(site: Path, *arguments: str, before: str = "") -> Ran:
    path = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    return docklint("check", "a.txt", *GENERIC, *arguments, cwd=site.parent, before=path + before)


def codes(ran: Ran) -> list[str]:
    return [each["code"] for each in json.loads(ran.out)["files"][0]["findings"]]


def test_the_examples_of_its_rules_hold(built: Path) -> None:
    path = f"import sys; sys.path.insert(0, {str(built)!r})\nimport docklint.testing as t\n"
    rules = str(built / "docklint_example" / "rules")
    done(sys.executable, "-c", f"{path}sys.exit(t.main([{rules!r}]))", cwd=ROOT, PYTHONPATH="src")


def test_a_pack_is_used_when_it_is_named(site: Path) -> None:
    ran = check(site, "--pack", "example", "-f", "json")
    assert codes(ran) == ["ORG102", "ORG101"]
    report = json.loads(ran.out)["files"][0]
    assert report["findings"][1]["data"] == {"length": 46, "most": 40}
    assert report["rules"]["ORG101"] == "findings"


def test_the_configuration_may_name_it_and_set_options(site: Path) -> None:
    text = 'packs = ["example"]\n[rules.ORG101]\nmost = 200\n[rules.ORG102]\nseverity = "error"\n'
    (site.parent / "docklint.toml").write_text(text, "utf-8")
    ran = check(site, "-f", "json")
    assert codes(ran) == ["ORG102"]
    assert json.loads(ran.out)["summary"]["error"] == 1


@pytest.mark.parametrize("selector", ["ORG", "ORG102"])
def test_a_code_nobody_else_has_brings_its_pack(site: Path, selector: str) -> None:
    assert "ORG102" in codes(check(site, "--select", selector, "-f", "json"))


def test_a_code_in_the_configuration_brings_its_pack(site: Path) -> None:
    (site.parent / "docklint.toml").write_text('[rules.ORG102]\nseverity = "info"\n', "utf-8")
    assert "ORG102" in codes(check(site, "-f", "json"))


def test_without_being_asked_for_nothing_is_used_or_even_looked_for(site: Path) -> None:
    watch = (
        "import atexit; atexit.register(lambda: print('importlib.metadata' in sys.modules, file=sys.stderr))"
    )
    ran = check(site, "-f", "json", before=watch)
    assert codes(ran) == []
    assert "False" in ran.said


def test_a_pack_of_the_users_own_may_use_the_kind_of_check(site: Path) -> None:
    rules = (PLUGIN / "src" / "docklint_example" / "rules" / "org.toml").read_text("utf-8")
    (site.parent / "ours").mkdir()
    (site.parent / "ours" / "own.toml").write_text(rules.replace("ORG", "OWN"), "utf-8")
    ran = check(site, "--rules-path", "ours", "-f", "json")
    assert codes(ran) == ["OWN102", "OWN101"]


def test_a_message_may_only_name_the_values_of_the_kind(site: Path) -> None:
    rules = (PLUGIN / "src" / "docklint_example" / "rules" / "org.toml").read_text("utf-8")
    (site.parent / "ours").mkdir()
    (site.parent / "ours" / "own.toml").write_text(rules.replace("{length}个", "{lenght}个"), "utf-8")
    ran = check(site, "--rules-path", "ours")
    assert ran.status == 2
    assert "没有“lenght”这个占位词，是不是“length”？" in ran.said


def broken(site: Path, name: str, text: str) -> None:
    (site / "docklint_example" / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise RuntimeError('boom')", "RuntimeError: boom"),
        ("import sys; sys.exit(7)", "SystemExit: 7"),
        ("import nothing_of_the_sort", "ModuleNotFoundError: No module named 'nothing_of_the_sort'"),
        ("def broken(:", "SyntaxError"),
        ("x = 1", "AttributeError"),
        ("LongSentence = 3", "not a class deriving docklint.rules.Check"),
        ("class LongSentence: pass", "not a class deriving docklint.rules.Check"),
    ],
)
def test_a_check_that_cannot_be_imported_is_named_and_the_others_run(
    site: Path, text: str, reason: str
) -> None:
    broken(site, "long_sentence.py", text)
    ran = check(site, "--pack", "example", "-f", "json")
    assert (ran.status, codes(ran)) == (3, ["DL903", "ORG102"])
    file = json.loads(ran.out)["files"][0]
    assert file["rules"]["ORG101"] == "crashed"
    assert "docklint-example" in file["findings"][0]["message"]
    assert reason in file["findings"][0]["message"]


@pytest.mark.parametrize(
    "fault", ["raise KeyError(draft)", "raise SystemExit(0)", "yield Hit(Span(0, 10**9))"]
)
def test_a_check_that_fails_on_a_draft_is_named_and_the_others_run(site: Path, fault: str) -> None:
    path = PLUGIN / "src" / "docklint_example" / "long_sentence.py"
    text = path.read_text("utf-8")
    broken(site, "long_sentence.py", text.replace("for measure in", f"{fault}\n        for measure in", 1))
    ran = check(site, "--pack", "example", "-f", "json")
    assert (ran.status, codes(ran)) == (3, ["DL903", "ORG102"])


def test_a_check_that_refuses_its_options_is_named(site: Path) -> None:
    text = (PLUGIN / "src" / "docklint_example" / "long_sentence.py").read_text("utf-8")
    refusal = (
        "most: int = 120\n\n    def __init__(self, **given: int) -> None:\n        raise ValueError('no')\n"
    )
    broken(site, "long_sentence.py", text.replace("most: int = 120\n", refusal))
    ran = check(site, "--pack", "example", "-f", "json")
    assert (ran.status, codes(ran)) == (3, ["DL903", "ORG102"])
    assert "ValueError: no" in ran.text


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("__init__.py", "raise RuntimeError('boom')", "RuntimeError: boom"),
        ("rules/org.toml", "[[rule", "not sound TOML"),
        ("rules/more.toml", '[[rule]]\ncode = "RED101"\n', "rule[1]"),
    ],
)
def test_a_pack_that_cannot_be_loaded_is_named_and_the_others_run(
    site: Path, name: str, text: str, reason: str
) -> None:
    broken(site, name, text)
    (site.parent / "a.txt").write_text(DRAFT.replace("三年", "*年"), "utf-8")
    ran = check(site, "--pack", "example", "-f", "json")
    assert (ran.status, codes(ran)) == (3, ["DL903", "RED101"])
    message = json.loads(ran.out)["files"][0]["findings"][0]["message"]
    assert "docklint-example: example" in message
    assert reason in message


def test_a_pack_that_is_not_installed_is_a_mistake(site: Path) -> None:
    ran = check(site, "--pack", "exampel")
    assert (ran.status, ran.out) == (2, b"")
    assert "没有安装“exampel”这个规则包，是不是“example”？" in ran.said
    (site.parent / "docklint.toml").write_text('packs = ["nothing"]\n', "utf-8")
    ran = check(site)
    assert ran.status == 2
    assert "没有安装“nothing”这个规则包" in ran.said


def test_a_configuration_cannot_name_code(site: Path) -> None:
    for text in ('packs = ["os"]', 'checks = ["os:system"]', '[rules.RED101]\ncheck = "os:system"'):
        (site.parent / "docklint.toml").write_text(text, "utf-8")
        assert check(site).status == 2


def test_what_it_brings_is_listed_and_explained_used_or_not(site: Path) -> None:
    path = f"import sys; sys.path.insert(0, {str(site)!r})\n"

    def told(*arguments: str) -> str:
        ran = docklint(*arguments, cwd=site.parent, before=path)
        assert (ran.status, ran.said) == (0, "")
        return ran.text

    assert "没有启用" in told("explain", "ORG101")
    assert "没有启用" not in told("explain", "ORG101", "--pack", "example")
    rules = {each["code"]: each["runs"] for each in json.loads(told("rules", "-f", "json"))["rules"]}
    assert rules["ORG101"] is False
    (site.parent / "docklint.toml").write_text(
        'packs = ["example"]\n[rules.ORG102]\nseverity = "error"\n', "utf-8"
    )
    assert "（错误）" in told("explain", "ORG102").splitlines()[0]
