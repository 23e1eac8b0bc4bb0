"""A whole record goes out and comes in: nothing lost, nothing twice, and taken back on request."""

import csv
import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vado import exchange
from vado.diary.facts import Amount, CheckIn, DayAnswer, DayStatement, Note, OnlyMineField, Sureness, Use
from vado.exchange.errors import FileTooLarge, NewerExport, NotAnExport, UnknownImport
from vado.exchange.json import WhyNotTaken
from vado.exchange.json_file import read_file
from vado.record import Actor, Drawer, Fact, Record, create_record
from vado.record.lived_day import Lived

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
EVENING = Lived(on=dt.date(2026, 11, 1), at=dt.time(21, 30), zone="America/Santiago", utc_offset_minutes=-180)
WINE = Use(
    when=EVENING,
    substance="vino",
    substance_code="wine",
    amount=Amount(Sureness.RANGE, 2, 3.5, "glass"),
    meanings=("connection", "lo mío"),
    gave="=cercanía",
)


def new_record() -> Record:
    return create_record(Actor(uuid4()), now=NOON)


def written_record() -> Record:
    record = new_record()
    note = record.put(Note(when=EVENING, words="first"))
    record.put(WINE)
    record.put(CheckIn(when=EVENING, mood=4, own_items={"calma": 7}))
    record.put(DayStatement(when=Lived(on=dt.date(2026, 11, 2)), answer=DayAnswer.NOTHING_USED))
    record.put(Note(when=EVENING, words="mine alone"), drawer=Drawer.OWN)
    record.put(OnlyMineField(leaf=note.id.hex, field="note", words="hidden"))
    record.put(Note(when=EVENING, words="second"), leaf_id=note.id, follows=[note.version])
    return record


def facts_in(record: Record) -> list[tuple[UUID, Drawer, Fact]]:
    return [
        (leaf.id, leaf.drawer, leaf.fact) for leaf in record.leaves(Fact) if not isinstance(leaf.fact, exchange.Import)
    ]


def altered(content: bytes, **changes: Any) -> bytes:
    whole = json.loads(content)
    whole["leaves"][0].update(changes)
    return json.dumps(whole).encode()


@pytest.mark.django_db
@pytest.mark.parametrize("with_history", [False, True])
def test_a_record_brought_into_an_empty_one_is_equal(with_history: bool) -> None:
    record, empty = written_record(), new_record()
    content = exchange.export_json(record, with_history=with_history)
    report = exchange.import_json(empty, content)
    assert report.refused == ()
    assert facts_in(empty) == facts_in(record)
    if with_history:
        assert exchange.export_json(empty, with_history=True) == content


@pytest.mark.django_db
def test_history_comes_along_when_asked_for() -> None:
    record, empty = written_record(), new_record()
    exchange.import_json(empty, exchange.export_json(record, with_history=True))
    leaf = next(leaf for leaf in empty.leaves(Note) if leaf.fact.words == "second")
    assert [str(getattr(one.fact, "words", "")) for one in empty.history(leaf.id)] == ["first", "second"]


@pytest.mark.django_db
def test_twice_changes_nothing() -> None:
    record, other = written_record(), new_record()
    content = exchange.export_json(record)
    exchange.import_json(other, content)
    before = exchange.export_json(other)
    report = exchange.import_json(other, content)
    assert (report.id, report.new, report.same) == (None, 0, 6)
    assert exchange.export_json(other) == before
    assert exchange.import_json(record, content).new == 0


@pytest.mark.django_db
def test_an_import_adds_to_what_is_here() -> None:
    other = new_record()
    kept = other.put(Note(when=EVENING, words="was here"))
    report = exchange.import_json(other, exchange.export_json(written_record()))
    assert report.new == 6
    assert kept.fact in [fact for _id, _drawer, fact in facts_in(other)]


@pytest.mark.django_db
def test_an_import_is_taken_back_and_can_come_in_once_more() -> None:
    other = new_record()
    other.put(Note(when=EVENING, words="was here"))
    before, content = exchange.export_json(other), exchange.export_json(written_record())
    for _time in range(2):
        report = exchange.import_json(other, content)
        assert report.new == 6
        assert report.id is not None
        assert exchange.import_json(other, content).new == 0
        exchange.undo_import(other, report.id)
        assert exchange.export_json(other) == before


@pytest.mark.django_db
def test_an_edit_made_elsewhere_follows_what_it_followed_there() -> None:
    record, copy = written_record(), new_record()
    exchange.import_json(copy, exchange.export_json(record))
    leaf = next(leaf for leaf in copy.leaves(Note) if leaf.fact.words == "second")
    copy.put(Note(when=EVENING, words="elsewhere"), leaf_id=leaf.id, follows=[leaf.version])
    report = exchange.import_json(record, exchange.export_json(copy))
    assert (report.new, report.second_heads, report.same) == (1, 0, 5)
    assert [getattr(head.fact, "words", "") for head in record.heads(leaf.id)] == ["elsewhere"]
    assert report.id is not None
    exchange.undo_import(record, report.id)
    assert [getattr(head.fact, "words", "") for head in record.heads(leaf.id)] == ["second"]


@pytest.mark.django_db
def test_two_edits_at_once_stand_side_by_side_until_taken_back() -> None:
    record = written_record()
    copy = new_record()
    exchange.import_json(copy, exchange.export_json(record))
    leaf = next(leaf for leaf in copy.leaves(Note) if leaf.fact.words == "second")
    copy.put(Note(when=EVENING, words="elsewhere"), leaf_id=leaf.id, follows=[leaf.version])
    record.put(Note(when=EVENING, words="here"), leaf_id=leaf.id, follows=[leaf.version])
    report = exchange.import_json(record, exchange.export_json(copy))
    assert report.refused == ()
    assert (report.second_heads, report.same) == (1, 5)
    assert {str(getattr(head.fact, "words", "")) for head in record.heads(leaf.id)} == {"here", "elsewhere"}
    assert report.id is not None
    exchange.undo_import(record, report.id)
    assert [getattr(head.fact, "words", "") for head in record.heads(leaf.id)] == ["here"]


@pytest.mark.django_db
def test_what_was_erased_here_stays_erased() -> None:
    record = written_record()
    content = exchange.export_json(record)
    leaf = next(leaf for leaf in record.leaves(Use))
    record.remove(leaf.id)
    report = exchange.import_json(record, content)
    assert [one.why for one in report.refused] == [WhyNotTaken.ERASED]
    assert "erased" in str(report.refused[0])


@pytest.mark.django_db
def test_nothing_else_is_taken_back() -> None:
    with pytest.raises(UnknownImport):
        exchange.undo_import(new_record(), uuid4())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"kind": "moonlight"}, WhyNotTaken.UNREADABLE),
        ({"shape": 99}, WhyNotTaken.UNREADABLE),
        ({"shape": 0}, WhyNotTaken.UNREADABLE),
        ({"fact": {"when": {"on": "2026-02-31"}, "words": "x"}}, WhyNotTaken.UNREADABLE),
        ({"fact": []}, WhyNotTaken.UNREADABLE),
        ({"fact": None}, WhyNotTaken.UNREADABLE),
        ({"kind": "import", "fact": {"import_id": "x"}}, WhyNotTaken.UNREADABLE),
        ({"drawer": "attic"}, WhyNotTaken.WRONG_DRAWER),
        ({"drawer": "safety"}, WhyNotTaken.WRONG_DRAWER),
    ],
)
def test_one_leaf_that_does_not_fit_leaves_the_others_be(changes: dict[str, Any], why: WhyNotTaken) -> None:
    other = new_record()
    report = exchange.import_json(other, altered(exchange.export_json(written_record()), **changes))
    assert [one.why for one in report.refused] == [why]
    assert report.new == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\x00", b"PK\x03\x04", b'{"format":"other","version":1}', b"\xff\xfe{"]
)
def test_a_file_of_another_kind_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnExport):
        exchange.import_json(new_record(), content)


@pytest.mark.django_db
def test_half_a_file_is_refused_whole() -> None:
    content, other = exchange.export_json(written_record()), new_record()
    with pytest.raises(NotAnExport):
        exchange.import_json(other, content[: len(content) // 2])
    assert facts_in(other) == []


def test_a_file_of_two_gigabytes_is_refused_after_what_we_take(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as large:
        large.truncate(2 * 1024**3)
    with pytest.raises(FileTooLarge, match="64 MB"):
        exchange.content_of(tmp_path / "large.json")


@pytest.mark.django_db
def test_a_report_tells_its_counts_and_reasons() -> None:
    content = altered(exchange.export_json(written_record()), kind="moonlight")
    words = str(exchange.import_json(new_record(), content))
    assert words.startswith("New: 5. Already here: 0.")
    assert "moonlight" in words


def test_a_later_version_is_named() -> None:
    with pytest.raises(NewerExport):
        read_file(b'{"format":"vado-record","version":99,"leaves":"other"}')


@given(st.binary(max_size=300))
def test_any_bytes_end_in_an_error_of_ours(content: bytes) -> None:
    with pytest.raises(exchange.ExchangeError):
        read_file(content)


def test_a_message_comes_in_the_language_of_the_reader() -> None:
    with translation.override("es"):
        assert "Vado" in str(NotAnExport())
        assert str(NotAnExport()).startswith("Este no es un archivo")


@pytest.mark.django_db
def test_tables_hold_every_kind_and_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(exchange.export_csv(written_record()))) as archive:
        assert set(archive.namelist()) == {
            "check_in.csv",
            "day_statement.csv",
            "note.csv",
            "only_mine_field.csv",
            "use.csv",
        }
        use = next(csv.DictReader(io.StringIO(archive.read("use.csv").decode("utf-8-sig"))))
    assert use["when_on"] == "2026-11-01"
    assert use["amount_most"] == "3.5"
    assert use["meanings"] == "connection; lo mío"
    assert use["gave"] == "'=cercanía"


@pytest.mark.django_db
def test_the_import_itself_is_never_exported() -> None:
    other = new_record()
    exchange.import_json(other, exchange.export_json(written_record()))
    assert b"import_id" not in exchange.export_json(other)
    with zipfile.ZipFile(io.BytesIO(exchange.export_csv(other))) as archive:
        assert "import.csv" not in archive.namelist()
