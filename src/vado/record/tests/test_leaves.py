"""Leaves: kept, edited, found again, erased; and what happens when somebody touches the sealed bytes."""

import datetime as dt
import uuid
from typing import Any

import msgspec
import pytest

from vado.diary.facts import Amount, Anchor, CheckIn, Note, Sureness, Use
from vado.record import (
    Actor,
    ChangedUnderItsId,
    Drawer,
    Fact,
    Leaf,
    LeafGone,
    NewerShape,
    Outcome,
    Record,
    Sent,
    TamperedLeaf,
    UnfitFact,
    UnknownLeaf,
    WhyUnreadable,
    batch,
    create_record,
)
from vado.record.encoding import encode_fact
from vado.record.lived_day import Lived
from vado.record.models import Version

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 20)


def note(words: str, on: dt.date = DAY) -> Note:
    return Note(when=Lived(on), words=words)


@pytest.fixture
def record() -> Record:
    return create_record(Actor(uuid.uuid4(), "a sign-in"), now=NOW)


def words(record: Record, since: dt.date | None = None, until: dt.date | None = None) -> list[str]:
    return [leaf.fact.words for leaf in record.leaves(Note, since, until)]


def test_an_edit_takes_the_place_of_what_it_follows(record: Record) -> None:
    first = record.put(note("one"))
    second = record.put(note("two"), leaf_id=first.id, follows=[first.version])
    assert (words(record), second.heads) == (["two"], 1)
    assert [leaf.version for leaf in record.history(first.id)] == [first.version, second.version]


def test_two_edits_at_once_are_both_kept_until_one_follows_both(record: Record) -> None:
    first = record.put(note("one"))
    left = record.put(note("left"), leaf_id=first.id, follows=[first.version])
    right = record.put(note("right"), leaf_id=first.id, follows=[first.version])
    assert right.heads == 2
    assert [leaf.heads for leaf in record.leaves(Note)] == [2, 2]
    record.put(note("both"), leaf_id=first.id, follows=[left.version, right.version])
    assert words(record) == ["both"]


def test_a_leaf_of_another_kind_is_not_there(record: Record) -> None:
    kept = record.put(note("one"))
    assert record.heads_of((Use, Note), kept.id) == [kept]
    with pytest.raises(UnknownLeaf):
        record.heads_of(Use, kept.id)


def two_edits(record: Record, drawer: Drawer | None = None) -> list[Leaf[Fact]]:
    first = record.put(note("one"), drawer=drawer)
    for said in ("left", "right"):
        record.put(note(said), leaf_id=first.id, follows=[first.version])
    return record.heads(first.id)


@pytest.mark.parametrize(("keeps_all", "kept"), [(False, ["left"]), (True, ["left", "right"])])
def test_of_two_edits_the_chosen_one_stands_and_the_other_may_become_a_leaf(
    record: Record, kept: list[str], *, keeps_all: bool
) -> None:
    heads = two_edits(record)
    assert record.settle(heads, heads[0].version.hex, keeps_all=keeps_all) is heads[0]
    assert (sorted(words(record)), {leaf.heads for leaf in record.leaves(Note)}) == (kept, {1})


def test_two_edits_that_are_only_mine_stay_so_when_both_are_kept(record: Record) -> None:
    heads = two_edits(record, Drawer.OWN)
    record.settle(heads, heads[0].version.hex, keeps_all=True)
    assert [leaf.drawer for leaf in record.leaves(Note)] == [Drawer.OWN, Drawer.OWN]


def test_a_version_that_is_no_head_any_more_settles_nothing(record: Record) -> None:
    heads = two_edits(record)
    record.settle(heads, heads[0].follows[0].hex)
    assert sorted(words(record)) == ["left", "right"]
    record.settle(heads, heads[0].version.hex)
    stands = record.heads(heads[0].id)
    record.settle(stands, heads[0].version.hex, keeps_all=True)
    assert record.heads(heads[0].id) == stands


def test_sending_twice_changes_nothing(record: Record) -> None:
    sent = Sent(note("one"), uuid.uuid4(), uuid.uuid4())
    assert record.put_many([sent, sent]) == [Outcome.NEW, Outcome.SAME]
    assert record.put_many([sent]) == [Outcome.SAME]
    assert record.put(sent.fact, leaf_id=sent.leaf_id, version_id=sent.version_id).version == sent.version_id
    assert words(record) == ["one"]


def test_other_words_under_the_same_id_are_refused(record: Record) -> None:
    kept = record.put(note("one"))
    with pytest.raises(ChangedUnderItsId):
        record.put(note("two"), leaf_id=kept.id, version_id=kept.version)
    assert words(record) == ["one"]


def test_an_edit_of_something_erased_says_so_and_revives_nothing(record: Record) -> None:
    kept = record.put(note("one"))
    record.remove(kept.id)
    with pytest.raises(LeafGone):
        record.put(note("two"), leaf_id=kept.id, follows=[kept.version])
    assert record.put_many([Sent(note("one"), kept.id, kept.version)]) == [Outcome.ERASED]
    with pytest.raises(LeafGone):
        record.leaf(kept.id)
    assert not Version.objects.filter(record_id=record.id).exists()


def test_a_leaf_that_never_was_is_unknown(record: Record) -> None:
    with pytest.raises(UnknownLeaf):
        record.leaf(uuid.uuid4())
    with pytest.raises(UnknownLeaf):
        record.put(note("two"), leaf_id=uuid.uuid4(), follows=[uuid.uuid4()])


def test_a_fact_that_breaks_its_type_is_refused_and_sinks_no_other(record: Record) -> None:
    absurd = CheckIn(when=Lived(DAY), mood=11)
    with pytest.raises(UnfitFact):
        record.put(absurd)
    with pytest.raises(UnfitFact):
        record.put(note("x" * 1_000_000))
    assert record.put_many([Sent(absurd), Sent(note("one"))]) == [Outcome.UNFIT, Outcome.NEW]


def test_days_outside_the_dates_are_left_out(record: Record) -> None:
    for on in (dt.date(2026, 10, 31), dt.date(2026, 11, 1), dt.date(2026, 11, 30), dt.date(2026, 12, 1)):
        record.put(note(on.isoformat(), on))
    assert words(record, dt.date(2026, 11, 1), dt.date(2026, 11, 30)) == ["2026-11-01", "2026-11-30"]
    assert len(words(record, since=dt.date(2026, 11, 1))) == 3


def test_a_fact_of_no_day_is_found_without_opening_the_months(record: Record) -> None:
    record.put(note("one"))
    record.put(Anchor(on=DAY, words="payday"))
    assert [leaf.fact.words for leaf in record.leaves(Anchor)] == ["payday"]


def test_the_cursor_gives_what_is_new_and_what_is_gone(record: Record) -> None:
    first = record.put(note("one"))
    changes = record.since(0)
    assert [leaf.id for leaf in changes.leaves] == [first.id]
    second = record.put(note("two"))
    record.remove(first.id)
    changes = record.since(changes.cursor)
    assert ([leaf.id for leaf in changes.leaves], changes.removed) == ([second.id], [first.id])
    assert record.since(changes.cursor).leaves == []


def test_keyed_ids_are_the_same_each_time_and_differ_between_records(record: Record) -> None:
    other = create_record(Actor(uuid.uuid4()), now=NOW)
    made = record.keyed_id(b"row 1", Drawer.DIARY)
    assert made == record.keyed_id(b"row 1", Drawer.DIARY)
    assert made.version == 8
    assert made != other.keyed_id(b"row 1", Drawer.DIARY)


ALTERATIONS: dict[str, Any] = {
    "the drawer": {"drawer": Drawer.OWN},
    "the generation": {"generation": 2},
    "the leaf": {"leaf_id": uuid.uuid4()},
    "the version": {"id": uuid.uuid4()},
    "what it follows": {"follows": uuid.uuid4().bytes},
    "the sealed bytes": {"sealed": bytes([1]) + bytes(300)},
    "the format": {"sealed": bytes([2]) + bytes(300)},
}


@pytest.mark.parametrize("part", ALTERATIONS)
def test_a_leaf_with_any_bound_part_altered_is_named_and_skipped(record: Record, part: str) -> None:
    record.put(note("untouched"))
    record.put(note("touched"))
    last = Version.objects.filter(record_id=record.id).order_by("-sequence")[0]
    Version.objects.filter(record_id=record.id, id=last.id).update(**ALTERATIONS[part])
    assert words(record) == ["untouched"]
    assert [one.reason for one in record.unreadable] == [WhyUnreadable.TAMPERED]
    with pytest.raises(TamperedLeaf):
        record.leaf(record.unreadable[0].leaf_id)


def test_a_leaf_moved_to_another_record_does_not_open(record: Record) -> None:
    other = create_record(Actor(uuid.uuid4()), now=NOW)
    record.put(note("moved"))
    Version.objects.filter(record_id=record.id).update(record_id=other.id)
    assert words(other) == []
    assert len(other.unreadable) == 1


def test_every_single_bit_counts(record: Record) -> None:
    record.put(note("one"))
    sealed = bytes(Version.objects.get(record_id=record.id).sealed)
    for place in range(0, len(sealed), 7):
        altered = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        Version.objects.filter(record_id=record.id).update(sealed=altered)
        assert words(record) == []


def test_a_newer_shape_is_named_kept_and_not_editable(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Note, "shape", 2)
    monkeypatch.setattr(Note, "upcasters", {1: dict})
    written = record.put(note("from the future"))
    monkeypatch.undo()
    assert words(record) == []
    assert [(one.reason, one.kind) for one in record.unreadable] == [(WhyUnreadable.NEWER_SHAPE, "note")]
    with pytest.raises(NewerShape):
        record.put(note("edited"), leaf_id=written.id, follows=[written.version])


def test_an_older_shape_is_brought_up_when_read(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.put(note("old"))
    monkeypatch.setattr(Note, "shape", 2)
    monkeypatch.setattr(Note, "upcasters", {1: lambda old: {**old, "words": old["words"] + ", brought up"}})
    assert words(record) == ["old, brought up"]


def test_an_entry_of_another_kind_keeps_its_kind(record: Record) -> None:
    record.put(Use(when=Lived(DAY), substance="wine"))
    record.put(note("one"))
    assert [type(leaf.fact) for leaf in record.leaves((Use, Note))] == [Use, Note]


def test_a_number_is_the_same_fact_however_it_was_given(record: Record) -> None:
    sent = Sent(Use(when=Lived(DAY), substance="wine", amount=Amount(Sureness.EXACT, 2)), uuid.uuid4(), uuid.uuid4())
    again = sent._replace(fact=Use(when=Lived(DAY), substance="wine", amount=Amount(Sureness.EXACT, 2.0)))
    assert encode_fact(sent.fact) == encode_fact(again.fact)
    assert record.put_many([sent, again]) == [Outcome.NEW, Outcome.SAME]


def test_what_was_kept_before_numbers_were_made_alike_is_still_the_same_fact(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = Sent(Use(when=Lived(DAY), substance="wine", amount=Amount(Sureness.EXACT, 2)), uuid.uuid4(), uuid.uuid4())
    as_before = encode_fact(sent.fact).replace(msgspec.msgpack.encode(2.0), msgspec.msgpack.encode(2))
    monkeypatch.setattr(batch, "encode_fact", lambda _fact: as_before)
    assert record.put_many([sent]) == [Outcome.NEW]
    monkeypatch.undo()
    assert record.put_many([sent]) == [Outcome.SAME]


@pytest.fixture
def apart(record: Record) -> tuple[uuid.UUID, Record]:
    """A leaf of October that two people on the way edited at once: one took it to November."""
    october, november = dt.date(2026, 10, 20), dt.date(2026, 11, 2)
    first = record.put(note("one", october))
    record.put(note("here", october), leaf_id=first.id, follows=[first.version])
    record.put(note("there", november), leaf_id=first.id, follows=[first.version])
    return first.id, record


def test_two_heads_in_two_months_are_told_in_both(apart: tuple[uuid.UUID, Record]) -> None:
    _leaf_id, record = apart
    for since, until, said in (
        (dt.date(2026, 10, 1), dt.date(2026, 10, 31), "here"),
        (dt.date(2026, 11, 1), dt.date(2026, 11, 30), "there"),
    ):
        assert [(leaf.fact.words, leaf.heads) for leaf in record.leaves(Note, since, until)] == [(said, 2)]


def test_two_heads_in_two_months_are_one_again_when_one_follows_both(apart: tuple[uuid.UUID, Record]) -> None:
    leaf_id, record = apart
    heads = [leaf.version for leaf in record.heads(leaf_id)]
    record.put(note("both", dt.date(2026, 11, 2)), leaf_id=leaf_id, follows=heads)
    assert words(record, dt.date(2026, 10, 1), dt.date(2026, 10, 31)) == []
    (leaf,) = record.leaves(Note, dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    assert (leaf.fact.words, leaf.heads) == ("both", 1)
    assert len(record.heads(leaf_id)) == 1


def test_a_phone_that_asks_what_is_new_gets_both_heads(apart: tuple[uuid.UUID, Record]) -> None:
    leaf_id, record = apart
    before_the_second = record.heads(leaf_id)[0].sequence
    assert [(leaf.fact, leaf.heads) for leaf in record.since(before_the_second).leaves] == [
        (head.fact, 2) for head in record.heads(leaf_id)
    ]
