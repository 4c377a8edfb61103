"""What is shipped: the wheel and the source archive, and docklint as installed from them."""

from __future__ import annotations

import json
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.installing import ROOT, Environment, copy_sources, done, run
from tests.running import READY

DRAFT = ROOT / "examples" / "faulty.docx"
PREPARED = {
    "docklint/packs/finished.py",
    "docklint/packs/prepared.py",
    "docklint/texts/prepared_zh.py",
    "docklint/texts/prepared_en.py",
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sources(tmp_path_factory.mktemp("build") / "docklint")


@pytest.fixture(scope="module")
def archives(sources: Path) -> Path:
    """Build the source archive, and the wheel from it."""
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", sources.parent / "dist")
    done(*build, sources, cwd=sources.parent)
    return sources.parent / "dist"


@pytest.fixture(scope="module")
def installed(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("installed") / "venv")
    environment.install(_only(archives, "*.whl"))
    return environment


def test_wheel_holds_the_package_the_rules_and_nothing_else(sources: Path, archives: Path) -> None:
    names = ZipFile(_only(archives, "*.whl")).namelist()
    shipped = {name for name in names if ".dist-info/" not in name}
    package = {f"docklint/{name}" for name in _files(sources / "src" / "docklint")}
    rules = {f"docklint/builtin/{name}" for name in _files(sources / "rules")}
    assert shipped == package | rules | PREPARED
    assert "docklint/builtin/profiles/base.toml" in shipped
    assert "docklint/py.typed" in shipped
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_source_archive_holds_what_a_build_takes(sources: Path, archives: Path) -> None:
    with tarfile.open(_only(archives, "*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    taken = {f"{top}/{name}" for top in ("src", "rules") for name in _files(sources / top)}
    alone = {
        ".pre-commit-hooks.yaml",
        "hatch_build.py",
        "LICENSE",
        "PKG-INFO",
        "README.zh-CN.md",
        "pyproject.toml",
    }
    assert names == taken | alone


def test_installed_wheel_checks_like_the_checkout(installed: Environment) -> None:
    there = done(installed.python, "-c", "import docklint; print(docklint.__file__)", cwd=installed.folder)
    assert Path(there.strip()).is_relative_to(installed.folder)
    here = run(sys.executable, "-m", "docklint", "check", "-f", "concise", DRAFT, cwd=ROOT, PYTHONPATH="src")
    codes = [line.rpartition("[")[2].rstrip("]") for line in here.stdout.splitlines()]
    assert [each["code"] for each in installed.findings(DRAFT)] == codes != []


def test_installed_wheel_finds_all_it_ships(installed: Environment) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["name"]
    assert done(installed.docklint, "--version", cwd=installed.folder).startswith(f"{version} ")
    assert "EXA101" in done(installed.docklint, "rules", cwd=installed.folder)
    assert "2025" in done(installed.docklint, "profiles", cwd=installed.folder)
    assert '"$schema"' in done(installed.docklint, "schema", "check", cwd=installed.folder)


PARSED = """
import json, sys
from docklint.packs import Faults, builtin, files
ready = files.prepared(files.PREPARED) if sys.argv[1] == "ready" else {}
files.prepared = lambda module: ready
shipped = sorted(builtin().rglob("*.toml"))
print(json.dumps([len(ready), len(shipped), [files.table(path, Faults()).raw for path in shipped]]))
"""


def test_a_wheel_s_files_are_parsed_when_it_is_built(installed: Environment) -> None:
    ready = json.loads(done(installed.python, "-c", PARSED, "ready", cwd=installed.folder))
    parsed = json.loads(done(installed.python, "-c", PARSED, "from-text", cwd=installed.folder))
    assert (ready[0], ready[1]) == (parsed[1], parsed[1])
    for table in parsed[2]:
        for rule in table.get("rule", ()):
            rule.pop("bad", None)
            rule.pop("good", None)
    assert ready[2] == parsed[2]


def test_a_wheel_s_texts_are_parsed_when_it_is_built(installed: Environment) -> None:
    told = "import docklint.texts, sys\nprint(docklint.texts.load(sys.argv[1])('report.clean'), 'tomllib' in sys.modules)"
    for lang, words in (("zh", "没有发现问题。"), ("en", "Nothing to report.")):
        ran = done(installed.python, "-X", "utf8", "-c", told, lang, cwd=installed.folder)
        assert ran.strip() == f"{words} False"


FINISHED = """
from docklint import packs
from docklint.packs import loading, shipped
from docklint.packs.finishing import SORTED, finish
ready, made = shipped.ready_library(packs.builtin()), loading.loaded([], {}, False)
alike = [repr(each) for each in (ready.rules, ready.profiles, ready.lexicon.fields, ready.lexicon.themes)]
assert alike == [repr(each) for each in (made.rules, made.profiles, made.lexicon.fields, made.lexicon.themes)]
assert {**ready.lexicon.words} == {key: words for key, words in made.lexicon.words.items() if key not in SORTED}
held, titles = dict(ready.grammar._made), ready.grammar.known_titles
fresh = finish(made).grammar
assert held and [make for make, *_ in held] == [make for make, *_ in fresh._made]
assert titles == fresh.known_titles and ready.grammar.lexicon is ready.lexicon
for (make, *_), value in held.items():
    if type(value).__module__ == "docklint.values" or make.__name__ in ("theme_index", "tags_of_words", "same_things", "unusual"):
        assert value == fresh.once(make), make
shipped.PYTHON = ("another", 3, 99)
print(type(ready).__name__, shipped.ready_library(packs.builtin()))
"""


def test_a_wheel_s_library_is_finished_when_it_is_built_and_serves_the_python_that_built_it(
    installed: Environment,
) -> None:
    assert done(installed.python, "-c", FINISHED, cwd=installed.folder) == "Library None\n"


LIGHT = """
import sys
from docklint.cli import main
main()
print("loaded:", *sorted({"typing", "pathlib", "urllib.parse", "tomllib", "json", "typer"} & sys.modules.keys()))
"""


def test_a_plain_check_loads_none_of_what_a_wheel_has_finished_or_few_drafts_need(
    installed: Environment, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(READY, "utf-8")
    told = done(installed.python, "-X", "utf8", "-c", LIGHT, "check", draft, cwd=installed.folder)
    assert told.splitlines()[-1] == "loaded:"


def test_a_file_edited_in_place_is_read_as_it_is_now(archives: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install(_only(archives, "*.whl"))
    rules = environment.site / "docklint" / "builtin" / "examples.toml"
    text = rules.read_text("utf-8").replace('name = "missing-example"', 'name = "no-example"')
    rules.write_text(text, "utf-8", newline="\n")
    assert "no-example" in {each["name"] for each in environment.findings(DRAFT)}


def test_installed_rules_hold_their_examples(installed: Environment) -> None:
    assert done(installed.python, "-m", "docklint.testing", cwd=installed.folder).endswith(" 0 failures\n")


def test_editable_install_reads_the_rules_of_the_checkout(tmp_path: Path) -> None:
    checkout = copy_sources(tmp_path / "checkout")
    environment = Environment(tmp_path / "venv")
    environment.install("--editable", checkout)
    rules = checkout / "rules" / "examples.toml"
    rules.write_text(rules.read_text("utf-8").replace("missing-example", "no-example"), "utf-8")
    rule = rules.read_text("utf-8").replace('check = "no-example"', 'check = "missing-example"')
    rules.write_text(rule, "utf-8")
    assert (environment.site / "docklint" / "builtin" / "examples.toml").is_file(), (
        "no stale copy to pass over"
    )
    assert "no-example" in {each["name"] for each in environment.findings(DRAFT)}


def _only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def _files(folder: Path) -> Iterator[str]:
    """Yield the names of all files below `folder`, relative to it."""
    return (
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )


PLAIN = """
import sys
before = set(sys.modules)
from docklint.cli import main
sys.argv = ["docklint", "check", "draft.txt"]
main()
print(*sorted({"re", "pickle", "signal", "typing", "pathlib"} & (set(sys.modules) - before)), file=sys.stderr)
"""


def test_a_plain_check_imports_neither_patterns_nor_what_unpacks_objects(
    installed: Environment, tmp_path: Path
) -> None:
    (tmp_path / "draft.txt").write_text((ROOT / "benchmarks/draft.txt").read_text("utf-8"), "utf-8")
    ran = run(installed.python, "-c", PLAIN, cwd=tmp_path)
    assert ran.stderr.strip() == ""
    assert "RED101" in ran.stdout
