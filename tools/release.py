"""A release in one step: `python -m tools.release VERSION` (CONTRIBUTING.md says when).

It writes the version and the day of the rules, moves what stands under *Unreleased* of the changelog below the version, lets
the pages name its tag, builds the wheel and the source archive into `dist/`, has twine check both, and puts the notices
of third parties and the one-file page beside them. It commits, tags and publishes
nothing: the last lines say what a person does then.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from tools import notices
from tools.check import ROOT
from tools.page import __main__ as one_file

TAGGED = ("README.md", "docs/editors.md")
"""The pages that name a tag."""
WHEELS = ("README.zh-CN.md", "docs/start.zh.md")
"""The pages that name the wheel's file."""
_WHEEL = re.compile(r"docklint-[\w.]+-py3-none-any\.whl")
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?")
_REV = re.compile(r"^(\s*rev: )v\S+", re.MULTILINE)


def write(root: Path, version: str, day: str) -> None:
    """Write version and day (YYYY-MM-DD) wherever they stand. Raises `ValueError` for what is no version or was released."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version} is no version such as 1.2.3")
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    if f"\n## {version} " in changelog:
        raise ValueError(f"{version} stands in the changelog already")
    if "\n## Unreleased\n" not in changelog:
        raise ValueError("the changelog has no ## Unreleased")
    released = changelog.replace("\n## Unreleased\n", f"\n## Unreleased\n\n## {version} ({day})\n", 1)
    (root / "CHANGELOG.md").write_text(released, "utf-8")
    module = root / "src" / "docklint" / "version.py"
    text = re.sub(r'__version__ = ".*"', f'__version__ = "{version}"', module.read_text("utf-8"))
    module.write_text(re.sub(r'RULES_DAY = ".*"', f'RULES_DAY = "{day}"', text), "utf-8")
    for page in TAGGED:
        _rewrite(root / page, _REV, rf"\g<1>v{version}")
    for page in WHEELS:
        _rewrite(root / page, _WHEEL, f"docklint-{version}-py3-none-any.whl")


def _rewrite(page: Path, pattern: re.Pattern[str], put: str) -> None:
    told, count = pattern.subn(put, page.read_text("utf-8"))
    if not count:
        raise ValueError(f"{page.name} no longer names {pattern.pattern}")
    page.write_text(told, "utf-8")


def build(root: Path) -> list[Path]:
    """Build and check both archives; return them. Raises `CalledProcessError` if either step fails."""
    dist = root / "dist"
    for old in dist.glob("docklint-*"):
        old.unlink()
    subprocess.run([sys.executable, "-m", "build", "--outdir", dist, root], check=True)
    archives = sorted(dist.glob("docklint-*"))
    subprocess.run([sys.executable, "-m", "twine", "check", "--strict", *archives], check=True)
    notices.main([str(dist / "THIRD-PARTY-NOTICES.txt")])
    return [*archives, *_page(dist)]


def _page(dist: Path) -> Iterator[Path]:
    """Build the one-file page where that can be done; elsewhere the builder has said why it cannot."""
    if one_file.main(["--output", str(dist)]) == 0:
        yield dist / one_file.NAME
        yield dist / f"{one_file.NAME}.zip"
    else:
        sys.stderr.write("the one-file page is not built: python -m tools.page\n")


def main(arguments: Sequence[str]) -> int:
    """Prepare a release of this checkout."""
    if len(arguments) != 1:
        sys.stderr.write("python -m tools.release VERSION\n")
        return 2
    (version,) = arguments
    if find_spec("twine") is None:
        sys.stderr.write("twine is not installed, nothing was written: python -m pip install twine\n")
        return 1
    try:
        write(ROOT, version, date.today().isoformat())
        archives = build(ROOT)
    except (ValueError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    told = "".join(f"  {archive.relative_to(ROOT)}\n" for archive in archives)
    sys.stdout.write(
        f"Built and checked:\n{told}"
        "Now: python -m tools.docs; python -m tools.readme; python -m tools.check --all; git diff; then\n"
        f"  git commit -am 'Version {version}'\n  git tag v{version}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
