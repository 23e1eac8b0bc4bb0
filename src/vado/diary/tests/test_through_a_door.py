"""What somebody sees through a door of the diary, and what they never see."""

import uuid

import msgspec
import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import consent, lived_today
from tests.signed_in import Open
from vado.diary.facts import OnlyMineField, Use
from vado.diary.keeping import keep_edit
from vado.diary.reading import entries_on
from vado.people.my_days import settings_of
from vado.record import (
    Actor,
    Drawer,
    Leaf,
    LeafGone,
    Purpose,
    ReadOnlyDoor,
    Record,
    accept_invitation,
    open_record,
)
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db


@pytest.fixture
def through_a_door(diary: Open) -> Open:
    """The record as a therapist opens it, with a door to the diary."""
    now, therapist = timezone.now(), Actor(uuid.uuid4())
    record = diary()
    code = record.make_invitation({Drawer.DIARY}, Purpose.CARE, consent(until=None, now=now), None, now=now)
    accept_invitation(therapist, code, now=now)
    return lambda: open_record(therapist, record.id, Purpose.CARE, now=timezone.now())


def keep(person: Client, kind: str, **said: str) -> None:
    sent = {"version_id": str(uuid.uuid4()), "when": "now", **said}
    assert person.post(f"/me/{kind}/", sent).status_code == 302


def test_a_field_and_an_entry_that_are_only_mine_are_in_no_door(
    person: Client, diary: Open, through_a_door: Open
) -> None:
    keep(person, "use", substance="cider", gave="quiet", cost="the quarrel", mine_cost="on")
    keep(person, "urge", strength="9", only_mine="on")
    shared = through_a_door()
    day = next(diary().leaves(Use)).fact.when.on
    (written,) = entries_on(shared, day)
    assert isinstance(written.entry, Use)
    assert (written.entry.gave, written.entry.cost, written.mine) == ("quiet", "", frozenset())
    assert not list(shared.leaves(OnlyMineField))
    assert shared.unreadable == ()
    assert len(entries_on(diary(), day)) == 2


def test_what_is_taken_back_later_is_gone_at_the_next_request(
    person: Client, diary: Open, through_a_door: Open
) -> None:
    keep(person, "use", substance="cider", cost="the quarrel")
    leaf_id = next(diary().leaves(Use)).id
    assert len(list(through_a_door().leaves(Use))) == 1
    person.post(f"/me/entry/{leaf_id}/only-me/", {"field": "whole"})
    assert not list(through_a_door().leaves(Use))
    with pytest.raises(LeafGone):
        through_a_door().leaf(leaf_id)


def test_a_door_reads_and_does_not_write(person: Client, diary: Open, through_a_door: Open) -> None:
    keep(person, "use", substance="cider")
    shared = through_a_door()
    assert settings_of(shared).zone == "UTC"
    with pytest.raises(ReadOnlyDoor):
        shared.remove(next(diary().leaves(Use)).id)


@pytest.fixture
def two_edits(diary: Open) -> tuple[Use, Leaf[Use], Leaf[Use]]:
    """A use, and two edits of it at once, each with a cost of its own."""
    record = diary()
    use = Use(when=Lived(on=lived_today()), substance="cider")
    first = record.put(use)
    left, right = (
        record.put(msgspec.structs.replace(use, cost=cost), leaf_id=first.id, follows=[first.version])
        for cost in ("the quarrel", "the money")
    )
    return use, left, right


def costs(record: Record) -> list[tuple[str, int]]:
    return [(leaf.fact.cost, leaf.heads) for leaf in record.leaves(Use)]


def test_two_edits_that_are_only_mine_are_in_no_door_when_both_are_kept(
    person: Client,
    diary: Open,
    through_a_door: Open,
    two_edits: tuple[Use, Leaf[Use], Leaf[Use]],
) -> None:
    _use, left, _right = two_edits
    person.post(f"/me/entry/{left.id}/only-me/", {"field": "whole"})
    version = diary().heads(left.id)[0].version.hex
    person.post(f"/me/entry/{left.id}/choose/", {"version": version, "keep": "both"})
    assert sorted(costs(diary())) == [("the money", 1), ("the quarrel", 1)]
    assert not costs(through_a_door())


def test_a_field_that_is_only_mine_leaves_both_of_two_edits(
    person: Client,
    diary: Open,
    through_a_door: Open,
    two_edits: tuple[Use, Leaf[Use], Leaf[Use]],
) -> None:
    _use, left, _right = two_edits
    person.post(f"/me/entry/{left.id}/only-me/", {"field": "cost"})
    assert costs(through_a_door()) == [("", 2), ("", 2)]
    assert len(through_a_door().heads(left.id)) == 2
    (kept,) = diary().leaves(OnlyMineField)
    assert sorted(kept.fact.words.split("\n\n")) == ["the money", "the quarrel"]
    assert {leaf.fact.cost for leaf in diary().history(left.id) if isinstance(leaf.fact, Use)} == {
        "",
        "the money",
        "the quarrel",
    }


def test_an_edit_begun_before_a_field_was_only_mine_does_not_tell_it(
    person: Client, diary: Open, through_a_door: Open
) -> None:
    keep(person, "use", substance="cider", cost="the quarrel")
    record = diary()
    seen = next(record.leaves(Use))
    person.post(f"/me/entry/{seen.id}/only-me/", {"field": "cost"})
    late = msgspec.structs.replace(seen.fact, cost="the quarrel, and the money", gave="quiet")
    keep_edit(diary(), seen.id, late, None, follows=(seen.version,), mine=())
    assert costs(through_a_door()) == [("", 2), ("", 2)]
    (kept,) = diary().leaves(OnlyMineField)
    assert kept.fact.words == "the quarrel\n\nthe quarrel, and the money"
