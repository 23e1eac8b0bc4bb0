"""A door that may write lets in to write what both share, and nothing else."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import ClassVar

import pytest

from vado.record import (
    Act,
    Actor,
    Door,
    Drawer,
    LeafGone,
    NoDoor,
    OwnDrawerClosed,
    Purpose,
    ReadOnlyDoor,
    Record,
    accept_invitation,
    create_record,
    open_record,
    open_to_write,
)
from vado.record.facts import Fact, register
from vado.record.models import StoredDoor, Version, Wrap
from vado.record.tests.kept import NOON, KeptWords, consent, somebody, words_in
from vado.record.writing import Sent

pytestmark = pytest.mark.django_db


@register
class SharedWords(Fact, frozen=True, kw_only=True):
    kind: ClassVar[str] = "shared_words_of_a_test"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_shared_writing: ClassVar[bool] = True

    words: str


@register
class PlanWords(Fact, frozen=True, kw_only=True):
    kind: ClassVar[str] = "plan_words_of_a_test"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    words: str


@register
class MisplacedWords(Fact, frozen=True, kw_only=True):
    """A mistake in a room above: it calls shared what lies where no door leads."""

    kind: ClassVar[str] = "misplaced_words_of_a_test"
    drawer: ClassVar[Drawer] = Drawer.OWN
    is_shared_writing: ClassVar[bool] = True

    words: str


@pytest.fixture
def record() -> Record:
    return create_record(somebody(), now=NOON)


@pytest.fixture
def therapist() -> Actor:
    return somebody()


def let_in(record: Record, actor: Actor, *, may_write: bool, drawers: tuple[Drawer, ...] = ()) -> Door:
    named = drawers or (Drawer.DIARY, Drawer.PLAN)
    code = record.make_invitation(named, Purpose.CARE, consent(), None, now=NOON, may_write=may_write)
    return accept_invitation(actor, code, now=NOON)


def through(record: Record, actor: Actor) -> Record:
    return open_record(actor, record.id, Purpose.CARE, now=NOON)


def shared_in(record: Record) -> list[str]:
    return [leaf.fact.words for leaf in record.leaves(SharedWords)]


def test_the_person_chooses_whether_a_door_may_write(record: Record, therapist: Actor) -> None:
    let_in(record, therapist, may_write=False)
    assert not through(record, therapist).may_write
    with pytest.raises(ReadOnlyDoor):
        through(record, therapist).put(SharedWords(words="uninvited"))
    let_in(record, therapist, may_write=True)
    assert through(record, therapist).may_write
    assert [door.may_write for door in record.doors() if not door.is_own] == [False, True]


def test_what_both_share_is_written_read_by_both_and_seen_among_the_visits(record: Record, therapist: Actor) -> None:
    let_in(record, therapist, may_write=True)
    with open_to_write(therapist, record.id, Purpose.CARE, now=NOON) as opened:
        kept = opened.put(SharedWords(words="bring the sleep page"))
    record.put(SharedWords(words="call the doctor about the tablets"), leaf_id=kept.id, follows=(kept.version,))
    assert shared_in(through(record, therapist)) == shared_in(record) == ["call the doctor about the tablets"]
    assert [visit.act for visit in record.visits() if visit.actor == therapist.id][1:3] == [Act.WROTE, Act.OPENED]


def test_two_who_write_at_once_are_both_kept(record: Record, therapist: Actor) -> None:
    let_in(record, therapist, may_write=True)
    first = record.put(SharedWords(words="before"))
    record.put(SharedWords(words="mine"), leaf_id=first.id, follows=(first.version,))
    through(record, therapist).put(SharedWords(words="theirs"), leaf_id=first.id, follows=(first.version,))
    assert sorted(shared_in(record)) == ["mine", "theirs"]


Writing = Callable[[Record, Record], object]
UNSHARED: dict[str, Writing] = {
    "an entry": lambda door, _own: door.put(KeptWords(words="forged")),
    "a leaf of the plan": lambda door, _own: door.put(PlanWords(words="forged")),
    "shared words in only me": lambda door, _own: door.put(SharedWords(words="forged"), drawer=Drawer.OWN),
    "a kind that lies in only me": lambda door, _own: door.put(MisplacedWords(words="forged")),
    "shared words over an entry": lambda door, own: _over(door, own.put(KeptWords(words="mine")).id),
    "shared words over the plan": lambda door, own: _over(door, own.put(PlanWords(words="mine")).id),
    "shared words over what is for one alone": lambda door, own: _over(door, _alone(own)),
    "shared words over what was taken back": lambda door, own: _over(door, _taken_back(own)),
    "one entry in a batch of shared words": lambda door, _own: door.put_many(
        [Sent(SharedWords(words="forged")), Sent(KeptWords(words="forged"))]
    ),
    "two kinds as one leaf": lambda door, _own: door.put_many(
        [Sent(SharedWords(words="forged"), uuid.UUID(int=9)), Sent(PlanWords(words="forged"), uuid.UUID(int=9))]
    ),
    "erasing": lambda door, own: door.remove(own.put(SharedWords(words="mine")).id),
}


def _over(door: Record, leaf_id: uuid.UUID) -> None:
    versions = tuple(row.id for row in Version.objects.filter(leaf_id=leaf_id))
    door.put(SharedWords(words="forged"), leaf_id=leaf_id, follows=versions)


def _alone(own: Record) -> uuid.UUID:
    return own.put(SharedWords(words="mine"), drawer=Drawer.OWN).id


def _taken_back(own: Record) -> uuid.UUID:
    leaf = own.put(SharedWords(words="mine"))
    own.move(leaf.id, Drawer.OWN)
    return leaf.id


@pytest.mark.parametrize("write", UNSHARED.values(), ids=UNSHARED)
def test_nothing_else_can_be_written_altered_or_erased(record: Record, therapist: Actor, write: Writing) -> None:
    let_in(record, therapist, may_write=True)
    opened = through(record, therapist)
    with pytest.raises((ReadOnlyDoor, LeafGone)):
        write(opened, record)
    assert "forged" not in [*shared_in(record), *words_in(record)]
    assert "forged" not in [leaf.fact.words for leaf in record.leaves(PlanWords)]
    assert "forged" not in [leaf.fact.words for leaf in record.leaves(MisplacedWords)]


def test_a_writing_door_moves_nothing_and_makes_no_door(record: Record, therapist: Actor) -> None:
    let_in(record, therapist, may_write=True)
    leaf = record.put(SharedWords(words="ours"))
    opened = through(record, therapist)
    for forbidden in (
        lambda: opened.move(leaf.id, Drawer.OWN),
        lambda: opened.keep_mine(leaf.id, [PlanWords(words="forged")], lambda _fact: SharedWords(words="less")),
        lambda: opened.make_invitation([Drawer.PLAN], Purpose.CARE, consent(), None, now=NOON, may_write=True),
        lambda: opened.history(leaf.id),
        lambda: opened.erase(now=NOON),
    ):
        with pytest.raises(NoDoor):
            forbidden()


def test_no_writing_door_can_name_the_drawer_only_me(record: Record) -> None:
    with pytest.raises(OwnDrawerClosed):
        record.make_invitation([Drawer.OWN], Purpose.CARE, consent(), None, now=NOON, may_write=True)


def test_a_writing_door_closed_meanwhile_writes_nothing(record: Record, therapist: Actor) -> None:
    door = let_in(record, therapist, may_write=True)
    opened = through(record, therapist)
    record.close_door(door.id, now=NOON)
    with pytest.raises(NoDoor):
        opened.put(SharedWords(words="too late"))
    assert shared_in(record) == []


def test_a_writing_door_that_has_run_out_writes_nothing(record: Record, therapist: Actor) -> None:
    ends = NOON + dt.timedelta(hours=1)
    code = record.make_invitation([Drawer.PLAN], Purpose.CARE, consent(), ends, now=NOON, may_write=True)
    accept_invitation(therapist, code, now=NOON)
    with pytest.raises(NoDoor), open_to_write(therapist, record.id, Purpose.CARE, now=ends) as opened:
        opened.put(SharedWords(words="too late"))


Forgery = Callable[[StoredDoor, StoredDoor], None]


def _take_the_terms(reading: StoredDoor, writing: StoredDoor) -> None:
    StoredDoor.objects.filter(id=reading.id).update(terms=bytes(writing.terms), epoch=writing.epoch)


def _turn_a_bit(reading: StoredDoor, _writing: StoredDoor) -> None:
    terms = bytearray(reading.terms)
    terms[-20] ^= 1
    StoredDoor.objects.filter(id=reading.id).update(terms=bytes(terms))


def _take_terms_and_wraps(reading: StoredDoor, writing: StoredDoor) -> None:
    _take_the_terms(reading, writing)
    for wrap in writing.wraps.all():
        Wrap.objects.filter(door_id=reading.id, drawer=wrap.drawer, generation=wrap.generation).update(
            sealed=bytes(wrap.sealed)
        )


def _give_the_other_door(reading: StoredDoor, writing: StoredDoor) -> None:
    StoredDoor.objects.filter(id=writing.id).update(actor=reading.actor)


@pytest.mark.parametrize("forge", [_take_the_terms, _turn_a_bit, _take_terms_and_wraps, _give_the_other_door])
def test_a_reading_door_made_to_write_in_the_database_writes_nothing(
    record: Record, therapist: Actor, forge: Forgery
) -> None:
    reading = let_in(record, therapist, may_write=False)
    writing = let_in(record, somebody(), may_write=True)
    forge(StoredDoor.objects.get(id=reading.id), StoredDoor.objects.get(id=writing.id))
    with (
        pytest.raises((NoDoor, ReadOnlyDoor)),
        open_to_write(therapist, record.id, Purpose.CARE, now=NOON) as opened,
    ):
        opened.put(SharedWords(words="forged"))
    assert shared_in(record) == []
