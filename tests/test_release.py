"""A release: every place that names the version names the new one; what the wheel needs is told with its terms."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from docklint.version import RULES_DAY, __version__
from tests.installing import ROOT, done
from tools import notices, release

WRITTEN = ("CHANGELOG.md", "src/docklint/version.py", *release.TAGGED, *release.WHEELS)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in WRITTEN:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_every_place_names_the_new_version(tree: Path) -> None:
    release.write(tree, "7.8.9", "2031-02-03")
    texts = {name: (tree / name).read_text("utf-8") for name in WRITTEN}
    assert '__version__ = "7.8.9"' in texts["src/docklint/version.py"]
    assert 'RULES_DAY = "2031-02-03"' in texts["src/docklint/version.py"]
    assert "\n## Unreleased\n\n## 7.8.9 (2031-02-03)\n" in texts["CHANGELOG.md"]
    for page in release.TAGGED:
        assert re.findall(r"rev: (\S+)", texts[page]) == ["v7.8.9"]
    for page in release.WHEELS:
        assert set(re.findall(r"docklint-([\w.]+)-py3", texts[page])) == {"7.8.9"}
    with pytest.raises(ValueError, match="already"):
        release.write(tree, "7.8.9", "2031-02-03")
    with pytest.raises(ValueError, match="no version"):
        release.write(tree, "v8", "2031-02-03")


def test_the_tag_that_the_pages_name_is_of_this_version() -> None:
    for page in release.TAGGED:
        assert set(re.findall(r"^\s*rev: v(\S+)", (ROOT / page).read_text("utf-8"), re.M)) == {__version__}
    assert date.fromisoformat(RULES_DAY)


def test_the_wheel_that_the_pages_name_is_of_this_version() -> None:
    for page in release.WHEELS:
        assert set(re.findall(r"docklint-([\w.]+)-py3", (ROOT / page).read_text("utf-8"))) == {__version__}


def test_without_twine_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "find_spec", lambda name: None)
    monkeypatch.setattr(release, "write", lambda *each: pytest.fail("written"))
    assert release.main(["7.8.9"]) == 1
    assert "pip install twine" in capsys.readouterr().err


def test_notices_name_all_that_the_wheel_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]}  # type: ignore[index]
    found = notices.needed()
    assert asked <= found.keys()
    assert "markdown-it-py" in found, "what rich needs in turn"
    assert not {"pytest", "mypy", "hypothesis"} & found.keys()
    text = "".join(notices.notices())
    for name, package in found.items():
        assert f"\n{name} {package.version}: " in text
        assert list(notices.licence_texts(package)), name


@pytest.mark.network
def test_an_installation_without_network(tmp_path: Path) -> None:
    """What the start page says: everything into a folder, and from there onto a machine that has no network."""
    from tests.installing import copy_sources

    sources = copy_sources(tmp_path / "docklint")
    done(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", sources, cwd=tmp_path
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    done(sys.executable, "-m", "pip", "download", "--quiet", "-d", "folder", wheel, cwd=tmp_path)
    done(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    python = next(each for each in tmp_path.glob("venv/*/python*") if each.is_file())
    # No index and no way to one: a proxy that is not there.
    gone = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "HTTPS_PROXY": "http://127.0.0.1:9"}
    install = (python, "-m", "pip", "install", "--no-index", "--find-links", "folder", "docklint")
    done(*install, cwd=tmp_path, **gone)
    shutil.copy(ROOT / "examples" / "clean.docx", tmp_path / "draft.docx")
    done(python, "-m", "docklint", "check", "draft.docx", "-o", "报告.docx", cwd=tmp_path, **gone)
    assert (tmp_path / "报告.docx").read_bytes().startswith(b"PK")
