"""docklint's own comments: replaced, taken out, told apart; everybody else's to the byte."""

from __future__ import annotations

import re
from itertools import count

import pytest

from docklint.readers import docx
from docklint.spans import Span
from docklint.word.notes import Note, add_notes, own_tags, remove_notes
from docklint.word.own import SUMMARY, Tag, is_tag, tags
from tests import docx_builder as b
from tests.word_writing.writing import (
    DATE,
    WRITTEN,
    anchored,
    annotated,
    built,
    markers,
    note,
    notes_on,
    own,
    read,
    tag,
    undeclared,
    unlike,
    with_part,
)

_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
_CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_FOREIGN = b.comment(3, b.para("请核实", para_id="0A000001"), author="李青")


def _comments(data: bytes) -> str:
    return b.entries(data)["word/comments.xml"].decode()


def _commented() -> bytes:
    return built(b.para("甲", b.commented(3, "乙丙"), "丁"), "戊己", comments=[_FOREIGN])


def _extended(*entries: tuple[str, str, int]) -> str:
    inside = "".join(
        f'<w15:commentEx w15:paraId="{name}"{f" w15:paraIdParent={chr(34)}{parent}{chr(34)}" if parent else ""} w15:done="{done}"/>'
        for name, parent, done in entries
    )
    return f'<w15:commentsEx xmlns:w15="{_W15}">{inside}</w15:commentsEx>'


def _with_identities(data: bytes, extended: str, ids: str = "", lasting: str = "") -> bytes:
    data = with_part(
        data,
        "commentsExtended",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        extended,
    )
    if ids:
        kind = "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds"
        data = with_part(
            data, "commentsIds", kind, f'<w16cid:commentsIds xmlns:w16cid="{_CID}">{ids}</w16cid:commentsIds>'
        )
    if lasting:
        kind = "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible"
        inside = f'<w16cex:commentsExtensible xmlns:w16cex="{_CEX}">{lasting}</w16cex:commentsExtensible>'
        data = with_part(data, "commentsExtensible", kind, inside)
    return data


def test_only_what_must_change_does() -> None:
    data = undeclared(built("甲乙", headers=["页眉"], footnotes=["注"]))
    assert unlike(data, annotated(data, "乙")) == WRITTEN


def test_entries_keep_their_order_and_dates() -> None:
    data = built("甲乙", headers=["页眉"])
    assert list(b.entries(annotated(data, "乙"))) == [*b.entries(data), "word/comments.xml"]


def test_the_same_notes_give_the_same_bytes() -> None:
    data = built("甲乙丙")
    once = annotated(data, "乙")
    assert annotated(once, "乙") == once
    assert annotated(data, "乙") == once


def test_no_notes_change_nothing() -> None:
    data = built("甲乙丙")
    assert b.entries(add_notes(data, read(data), [])) == b.entries(data)


def test_a_second_run_replaces_and_drops() -> None:
    once = annotated(built("甲乙丙丁"), "甲乙", "丁")
    document = read(once)
    twice = add_notes(once, document, [note(2, 3, 7)])
    assert list(own(read(twice))) == [(tag(7),)]
    assert anchored(twice) == ["丙"]
    assert markers(twice) == ["<0", "0>", "0"]


def test_foreign_comments_stay_to_the_byte() -> None:
    data = _commented()
    after = annotated(data, "乙", "戊己")
    assert _FOREIGN in _comments(after)
    assert markers(after)[:3] == ["<3", "<4", "4>"]
    assert annotated(after, "乙", "戊己") == after
    assert b.entries(remove_notes(after)[0])["word/comments.xml"] == b.entries(data)["word/comments.xml"]


def test_ids_are_above_dangling_markers_too() -> None:
    data = built(b.para(b.commented(41, "甲"), "乙"), comments=[_FOREIGN])
    assert markers(annotated(data, "乙")) == ["<41", "41>", "41", "<42", "42>", "42"]


def test_ids_beyond_all_numbers() -> None:
    largest = b.comment(2147483647, "请核实")
    data = built(b.para(b.commented(2147483647, "甲"), "乙"), comments=[largest])
    assert markers(annotated(data, "乙"))[-3:] == ["<0", "0>", "0"]


@pytest.mark.parametrize("comments", ["", "<w:comments/>", "<w:comments> </w:comments>"])
def test_a_part_that_is_missing_or_empty(comments: str) -> None:
    data = undeclared(built("甲乙"))
    if comments:
        part = comments.replace("<w:comments", f'<w:comments xmlns:w="{b.W}"', 1)
        data = with_part(data, "comments", f"{b.R}/comments", part)
    after = annotated(data, "乙")
    assert anchored(after) == ["乙"]
    assert annotated(after, "乙") == after
    types = b.entries(after)["[Content_Types].xml"].decode()
    assert types.count('PartName="/word/comments.xml"') == 1
    rels = b.entries(after)["word/_rels/document.xml.rels"].decode()
    assert rels.count("/comments") == 1


def test_a_relationship_that_dangles_is_used() -> None:
    data = with_part(built("甲乙"), "comments", f"{b.R}/comments", "")
    data = b.zipped({name: part for name, part in b.entries(data).items() if name != "word/comments.xml"})
    after = annotated(data, "乙")
    assert anchored(after) == ["乙"]
    assert b.entries(after)["word/_rels/document.xml.rels"] == b.entries(data)["word/_rels/document.xml.rels"]


def test_a_main_part_without_relationships() -> None:
    entries = b.entries(undeclared(built("甲乙", styles="")))
    data = b.zipped({name: part for name, part in entries.items() if name != "word/_rels/document.xml.rels"})
    after = annotated(data, "乙")
    assert anchored(after) == ["乙"]
    assert annotated(after, "乙") == after


def test_taking_out_leaves_the_text_and_no_trace() -> None:
    data = undeclared(built("甲乙丙"))
    after, kept = remove_notes(annotated(data, "乙"))
    assert kept == ()
    assert read(after) == read(undeclared(built(b.para(*map(b.run, "甲乙丙")))))
    assert unlike(data, after) == {"word/document.xml"}
    assert "omment" not in b.entries(after)["word/document.xml"].decode()


def test_taking_out_of_what_has_none_gives_it_back() -> None:
    data = _commented()
    assert remove_notes(data) == (data, ())


def test_whole_runs_need_no_cut_and_come_back_to_the_byte() -> None:
    data = undeclared(built(b.para("甲", b.run("乙"), "丙")))
    assert remove_notes(annotated(data, "乙"))[0] == data


def test_the_reader_tells_own_comments_apart() -> None:
    data = _commented()
    document, after = read(data), read(annotated(data, "乙", "戊己"))
    assert after.text == document.text
    assert after.lines == document.lines
    assert [mark for mark in after.marks if mark.kind != "own"] == list(document.marks)
    assert len(own(after)) == 2


def test_paragraphs_are_counted_on_behind_an_own_comment() -> None:
    data = _commented()
    once = annotated(data, "乙")
    first, second = re.findall(r"<w:comment .*?</w:comment>", _comments(once))
    parts: dict[str, bytes | str] = dict(b.entries(once))
    parts["word/comments.xml"] = _comments(once).replace(first + second, second + first)
    line = read(b.zipped(parts)).lines[-1]
    assert (line.part, line.paragraph) == ("comment", 3)


def test_whoever_the_author_is_said_to_be() -> None:
    data = built("甲乙丙")
    once = add_notes(data, read(data), notes_on(read(data), "乙"), author="王主任", initials="王", date=DATE)
    assert 'w:author="王主任"' in _comments(once)
    assert f'w:date="{DATE}"' in _comments(once)
    assert remove_notes(once)[0] != once
    foreign = built(b.para(b.commented(0, "甲")), comments=[b.comment(0, "请核实", author="docklint")])
    assert remove_notes(foreign) == (foreign, ())


def test_without_a_date_none_is_written() -> None:
    assert "w:date" not in _comments(annotated(built("甲乙"), "乙"))


def test_a_tag_in_the_middle_is_somebody_quoting() -> None:
    words = [b.para(str(tag(1))), b.para("我看不必改")]
    data = built(b.para(b.commented(0, "甲")), comments=[b.comment(0, *words)])
    assert remove_notes(data) == (data, ())
    assert "我看不必改" in read(data).text


def test_tags() -> None:
    assert is_tag(SUMMARY)
    assert is_tag(Tag("NUM101", "0123456789abcdef"))
    assert not is_tag(Tag("num101", "0123456789abcdef"))
    assert not is_tag(Tag("NUM101", "x"))
    assert tags(["说明", f"{tag(1)} {tag(2)}", " "]) == (tag(1), tag(2))
    assert tags(["说明", f"{tag(1)}。"]) == ()
    assert tags(["[EXA101\u00a0·\u00a00123456789abcdef]"]) == (Tag("EXA101", "0123456789abcdef"),)


def test_tags_that_would_not_be_known_again() -> None:
    data = built("甲")
    for wrong in ((), (Tag("EXA101", "x"),)):
        with pytest.raises(ValueError, match="known again"):
            add_notes(data, read(data), [Note(Span(0, 1), ("说明",), wrong)])


def test_persons_that_word_lists_go_with_their_last_word() -> None:
    persons = "".join(f'<w15:person w15:author="{name}"/>' for name in ("docklint", "李青", "周一帆"))
    kind = "http://schemas.microsoft.com/office/2011/relationships/people"
    for inserted in (False, True):
        block = b.para("甲", b.inserted("丁", author="docklint") if inserted else "丁", b.commented(3, "乙"))
        data = annotated(built(block, comments=[_FOREIGN]), "甲")
        data = with_part(data, "people", kind, f'<w15:people xmlns:w15="{_W15}">{persons}</w15:people>')
        after = b.entries(remove_notes(data)[0])["word/people.xml"].decode()
        assert ("docklint" in after) is inserted
        assert "李青" in after


def _answered(done: int = 0, reply: bool = True) -> bytes:
    """Two own comments, the first of which somebody answered or marked as done, as Word saves it."""
    data = annotated(built("甲乙丙丁"), "乙", "丁")
    parts: dict[str, bytes | str] = dict(b.entries(data))
    numbers = count()
    comments = re.sub(
        "<w:p>((?:(?!<w:p>).)*)</w:p></w:comment>",
        lambda found: f'<w:p w14:paraId="0B00000{next(numbers)}">{found[1]}</w:p></w:comment>',
        _comments(data).replace("<w:comments ", f'<w:comments xmlns:w14="{_W14}" '),
    )
    answer = b.comment(2, b.para("已改", para_id="0B000002")) if reply else ""
    parts["word/comments.xml"] = comments.replace("</w:comments>", f"{answer}</w:comments>")
    entries = [
        ("0B000000", "", done),
        ("0B000001", "", 0),
        *([("0B000002", "0B000000", done)] if reply else []),
    ]
    names = [name for name, _, _ in entries]
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="{name}" w16cid:durableId="1{name[1:]}"/>' for name in names
    )
    lasting = "".join(f'<w16cex:commentExtensible w16cex:durableId="1{name[1:]}"/>' for name in names)
    return _with_identities(b.zipped(parts), _extended(*entries), ids, lasting)


@pytest.mark.parametrize(("done", "reply"), [(0, True), (1, False), (1, True)])
def test_answered_and_resolved_ones_stay_and_are_told_once(done: int, reply: bool) -> None:
    data = _answered(done, reply)
    assert own_tags(data) == ((tag(0), tag(1)), (tag(0),))
    after = annotated(data, "乙", "丁")
    assert sorted(own(read(after))) == [(tag(0),), (tag(1),)]
    kept = re.findall(r'<w:comment w:id="0".*?</w:comment>', _comments(data))
    assert kept[0] in _comments(after)
    assert ("已改" in _comments(after)) is reply
    assert annotated(after, "乙", "丁") == after
    gone = add_notes(after, read(after), [])
    assert list(own(read(gone))) == [(tag(0),)]


def test_side_parts_know_every_new_comment_and_no_old_one() -> None:
    after = b.entries(annotated(_answered(), "乙", "丁"))
    new = re.findall(r'w14:paraId="([0-9A-F]{8})"', after["word/comments.xml"].decode())
    extended = re.findall(r'w15:paraId="([0-9A-F]{8})"', after["word/commentsExtended.xml"].decode())
    ids = re.findall(
        r'paraId="([0-9A-F]{8})" w16cid:durableId="(\w+)"', after["word/commentsIds.xml"].decode()
    )
    lasting = re.findall(r'durableId="(\w+)"', after["word/commentsExtensible.xml"].decode())
    assert new == ["0B000000", "0B000002", new[2]]
    assert extended == new
    assert [name for name, _ in ids] == new
    assert [name for _, name in ids] == lasting
    assert int(new[2], 16) < 0x80000000
    assert int(lasting[2], 16) < 0x80000000


def test_removal_keeps_the_threads_of_others_and_says_so() -> None:
    after, kept = remove_notes(_answered())
    assert kept == (tag(0),)
    parts = b.entries(after)
    assert "已改" in parts["word/comments.xml"].decode()
    assert "0B000001" not in "".join(part.decode() for part in parts.values())
    assert "10000001" not in "".join(part.decode() for part in parts.values())
    resolved, kept = remove_notes(_answered(1, reply=False))
    assert kept == ()
    assert not own(read(resolved))


def test_a_reply_that_quotes_a_tag_is_its_writers() -> None:
    data = _answered()
    parts: dict[str, bytes | str] = dict(b.entries(data))
    parts["word/comments.xml"] = _comments(data).replace("已改", str(tag(1)))
    after, _ = remove_notes(b.zipped(parts))
    assert str(tag(1)) in _comments(after)


def test_foreign_threads_get_no_company_without_identity() -> None:
    data = _with_identities(_commented(), _extended(("0A000001", "", 0)))
    after = annotated(data, "戊己")
    extended = b.entries(after)["word/commentsExtended.xml"].decode()
    assert extended.count("<w15:commentEx ") == 2
    assert 'w15:paraId="0A000001" w15:done="0"' in extended
    assert (
        b.entries(remove_notes(after)[0])["word/commentsExtended.xml"]
        == b.entries(data)["word/commentsExtended.xml"]
    )


def test_one_id_twice_leaves_the_markers_to_the_other() -> None:
    data = annotated(built("甲乙丙"), "乙")
    parts: dict[str, bytes | str] = dict(b.entries(data))
    parts["word/comments.xml"] = _comments(data).replace(
        "</w:comments>", b.comment(0, "请核实") + "</w:comments>"
    )
    after, _ = remove_notes(b.zipped(parts))
    assert markers(after) == ["<0", "0>", "0"]
    assert "请核实" in _comments(after)


def test_words_that_xml_cannot_hold() -> None:
    data = built("甲")
    after = add_notes(data, read(data), [note(0, 1, 0, "控制\x0b符\x00<&>“\ud800")], author='李"<&')
    assert read(after).text == "甲"
    (mark,) = own(read(after)).values()
    assert mark.author == '李"<&'


def test_macros_are_carried_along() -> None:
    kind = "../../vnd.ms-word.document.macroEnabled.main+xml"
    data = built("甲乙", extra={"word/vbaProject.bin": b"\0\1"}, content_type=kind)
    after = annotated(data, "乙")
    assert len(own(docx.read("x.docm", after))) == 1
    assert b.entries(after)["word/vbaProject.bin"] == b"\0\1"
