"""Without lxml the standard library's parser reads the same, with the same limits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docklint.readers import docx
from docklint.word import errors, guard, stories, xml
from tests import docx_builder as b
from tests.word.conftest import CORPUS
from tests.word.test_hostile import READ, REFUSED


@pytest.fixture(autouse=True)
def forgetting() -> Iterator[None]:
    """Remember no tree of one parser for the other."""
    stories._read_styles.cache_clear()
    yield
    stories._read_styles.cache_clear()


@pytest.fixture
def without_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the door find no lxml."""
    monkeypatch.setattr(xml, "etree", None)


@pytest.mark.parametrize("path", CORPUS[::4], ids=lambda path: path.name[:60])
def test_both_parsers_read_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if path.name.endswith("_password.docx"):
        pytest.skip("encrypted")
    with_lxml = docx.read("x", path.read_bytes())
    monkeypatch.setattr(xml, "etree", None)
    stories._read_styles.cache_clear()
    assert docx.read("x", path.read_bytes()) == with_lxml


_XML_CASES = [
    name
    for name, (_, cause) in REFUSED.items()
    if cause in (errors.BadXml, errors.DoctypeRefused, errors.TooDeep)
]


@pytest.mark.usefixtures("without_lxml")
@pytest.mark.parametrize("name", _XML_CASES)
def test_refused_alike(name: str) -> None:
    make, cause = REFUSED[name]
    with pytest.raises(cause):
        docx.read("x", make())


@pytest.mark.usefixtures("without_lxml")
@pytest.mark.parametrize(("make", "text"), READ.values(), ids=READ)
def test_read_alike(make: object, text: str) -> None:
    assert callable(make)
    assert docx.read("x", make()).text == text


@pytest.mark.usefixtures("without_lxml")
def test_text_around_comments_is_whole() -> None:
    assert docx.read("x", b.package(b.para("<w:r><w:t>前<!-- 注 -->后</w:t></w:r>"))).text == "前后"


@pytest.mark.usefixtures("without_lxml")
def test_elements_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_ELEMENTS", 100)
    with pytest.raises(errors.TooManyElements):
        docx.read("x", b.package(*(b.para("甲") for _ in range(60))))
