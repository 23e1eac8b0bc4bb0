"""Who gets in, what they see, and what is written about it."""

import datetime as dt
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from vado.diary.facts import Note, Use
from vado.people.facts import DiarySettings
from vado.record import (
    Act,
    Actor,
    Consent,
    Door,
    DoorState,
    Drawer,
    IncompleteConsent,
    InvitationClosed,
    LeafGone,
    NoDoor,
    OwnDrawerClosed,
    Purpose,
    ReadOnlyDoor,
    Record,
    accept_invitation,
    create_record,
    open_many,
    open_record,
    open_to_write,
)
from vado.record.lived_day import Lived
from vado.record.models import StoredDoor, StoredRecord, Wrap
from vado.record.tests.kept import consent

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
DAY = dt.date(2026, 11, 20)


def use(words: str = "wine") -> Use:
    return Use(when=Lived(DAY), substance=words)


@pytest.fixture
def person() -> Actor:
    return Actor(uuid.uuid4(), "a sign-in")


@pytest.fixture
def therapist() -> Actor:
    return Actor(uuid.uuid4(), "another sign-in")


@pytest.fixture
def record(person: Actor) -> Record:
    return create_record(person, now=NOW)


def let_in(record: Record, actor: Actor, until: dt.datetime | None = None) -> Door:
    code = record.make_invitation([Drawer.DIARY], Purpose.CARE, consent(), until, now=NOW)
    return accept_invitation(actor, code, now=NOW)


def words_seen(record: Record) -> list[str]:
    return [leaf.fact.substance for leaf in record.leaves(Use)]


def acts(record: Record) -> list[Act]:
    return [visit.act for visit in record.visits()]


def test_the_person_reads_what_they_wrote(person: Actor, record: Record) -> None:
    record.put(use())
    assert words_seen(open_record(person, record.id, Purpose.OWN, now=LATER)) == ["wine"]


def test_own_openings_leave_one_visit_a_sign_in(person: Actor, record: Record) -> None:
    for _page in range(3):
        open_record(person, record.id, Purpose.OWN, now=NOW)
    open_record(Actor(person.id, "the phone"), record.id, Purpose.OWN, now=NOW)
    assert acts(record) == [Act.OPENED, Act.CREATED]


def test_every_opening_through_a_door_leaves_a_visit(record: Record, therapist: Actor) -> None:
    let_in(record, therapist)
    for _page in range(2):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)
    assert acts(record)[:3] == [Act.OPENED, Act.OPENED, Act.DOOR_OPENED]


def test_a_stranger_is_refused_and_the_refusal_is_a_visit(record: Record) -> None:
    stranger = Actor(uuid.uuid4())
    with pytest.raises(NoDoor):
        open_record(stranger, record.id, Purpose.CARE, now=LATER)
    assert record.visits()[0].act is Act.REFUSED
    assert record.visits()[0].actor == stranger.id


def test_refusals_do_not_fill_the_page_of_visits(record: Record) -> None:
    for _try in range(30):
        with pytest.raises(NoDoor):
            open_record(Actor(uuid.uuid4()), record.id, Purpose.CARE, now=NOW)
    assert acts(record).count(Act.REFUSED) == 20


def test_a_record_that_is_not_there_answers_like_a_closed_one(person: Actor) -> None:
    with pytest.raises(NoDoor):
        open_record(person, uuid.uuid4(), Purpose.OWN, now=NOW)


def test_a_door_opens_its_drawers_and_no_other(record: Record, therapist: Actor) -> None:
    record.put(use())
    record.put(DiarySettings(zone="America/Santiago"))
    let_in(record, therapist)
    opened = open_record(therapist, record.id, Purpose.CARE, now=LATER)
    assert opened.drawers == {Drawer.DIARY}
    assert words_seen(opened) == ["wine"]
    assert list(opened.leaves(DiarySettings)) == []


def test_a_door_serves_one_purpose(record: Record, therapist: Actor) -> None:
    let_in(record, therapist)
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.RESEARCH, now=LATER)


def test_an_expired_door_opens_nothing_at_the_next_request(record: Record, therapist: Actor) -> None:
    let_in(record, therapist, until=LATER)
    open_record(therapist, record.id, Purpose.CARE, now=LATER - dt.timedelta(seconds=1))
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)


def test_a_closed_door_opens_nothing_at_the_next_request(record: Record, therapist: Actor) -> None:
    door = let_in(record, therapist)
    record.close_door(door.id, now=LATER)
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)
    assert not Wrap.objects.filter(door_id=door.id).exists()
    assert [one.state for one in record.doors() if one.id == door.id] == [DoorState.CLOSED]


def test_closing_one_door_rolls_the_key_and_the_others_still_read(record: Record, therapist: Actor) -> None:
    record.put(use("before"))
    door, supervisor = let_in(record, therapist), Actor(uuid.uuid4())
    let_in(record, supervisor)
    record.close_door(door.id, now=LATER)
    record.put(use("after"))
    assert words_seen(open_record(supervisor, record.id, Purpose.CARE, now=LATER)) == ["before", "after"]


def test_a_closed_door_put_back_by_hand_opens_nothing(record: Record, therapist: Actor) -> None:
    door = let_in(record, therapist)
    wraps = list(Wrap.objects.filter(door_id=door.id).values())
    row = StoredRecord.objects.filter(id=record.id).values().get()
    record.close_door(door.id, now=LATER)
    Wrap.objects.bulk_create([Wrap(**wrap) for wrap in wraps])
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)
    StoredRecord.objects.filter(id=record.id).update(gate=row["gate"])
    with pytest.raises(Exception, match="key does not open"):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)


Forgery = Callable[[StoredDoor, uuid.UUID], None]


def _copy_to_a_stranger(door: StoredDoor, stranger: uuid.UUID) -> None:
    copied = StoredDoor(record_id=door.record_id, actor=stranger, epoch=door.epoch, terms=bytes(door.terms))
    copied.save(force_insert=True)
    for wrap in door.wraps.all():
        Wrap(door=copied, drawer=wrap.drawer, generation=wrap.generation, sealed=bytes(wrap.sealed)).save(
            force_insert=True
        )


def _rename_the_actor(door: StoredDoor, stranger: uuid.UUID) -> None:
    StoredDoor.objects.filter(id=door.id).update(actor=stranger)


def _invent_a_door(door: StoredDoor, stranger: uuid.UUID) -> None:
    StoredDoor(record_id=door.record_id, actor=stranger, epoch=1, terms=bytes(300)).save(force_insert=True)


@pytest.mark.parametrize("forge", [_copy_to_a_stranger, _rename_the_actor, _invent_a_door])
def test_a_door_forged_in_the_database_opens_nothing(record: Record, therapist: Actor, forge: Forgery) -> None:
    stranger = Actor(uuid.uuid4())
    forge(StoredDoor.objects.get(id=let_in(record, therapist).id), stranger.id)
    for purpose in Purpose:
        with pytest.raises(NoDoor):
            open_record(stranger, record.id, purpose, now=LATER)


def test_a_wrap_moved_to_another_drawer_opens_nothing(record: Record, therapist: Actor) -> None:
    door = let_in(record, therapist)
    Wrap.objects.filter(door_id=door.id).update(drawer=Drawer.VOICES)
    with pytest.raises(NoDoor):
        open_record(therapist, record.id, Purpose.CARE, now=LATER)


def test_no_door_can_name_the_drawer_only_me(record: Record) -> None:
    with pytest.raises(OwnDrawerClosed):
        record.make_invitation([Drawer.OWN], Purpose.CARE, consent(), None, now=NOW)


def test_what_goes_to_only_me_is_gone_for_an_open_door(record: Record, therapist: Actor) -> None:
    kept = record.put(use("mine"))
    record.put(use("shared"))
    let_in(record, therapist)
    record.move(kept.id, Drawer.OWN)
    opened = open_record(therapist, record.id, Purpose.CARE, now=LATER)
    assert words_seen(opened) == ["shared"]
    with pytest.raises(LeafGone):
        opened.leaf(kept.id)
    assert sorted(words_seen(record)) == ["mine", "shared"]
    record.move(kept.id, Drawer.DIARY)
    assert sorted(words_seen(open_record(therapist, record.id, Purpose.CARE, now=LATER))) == ["mine", "shared"]


def test_a_field_kept_for_me_takes_the_earlier_versions_along(record: Record, therapist: Actor) -> None:
    written = record.put(use("with the secret"))
    let_in(record, therapist)
    record.keep_mine(written.id, [Note(when=Lived(DAY), words="the secret")], lambda _fact: use("without"))
    opened = open_record(therapist, record.id, Purpose.CARE, now=LATER)
    assert words_seen(opened) == ["without"]
    assert list(opened.leaves(Note)) == []
    assert [leaf.drawer for leaf in record.history(written.id)] == [Drawer.OWN, Drawer.DIARY]
    assert [leaf.fact.words for leaf in record.leaves(Note)] == ["the secret"]


def test_doors_visits_history_and_writing_are_not_for_others(record: Record, therapist: Actor) -> None:
    leaf = record.put(use())
    let_in(record, therapist)
    opened = open_record(therapist, record.id, Purpose.CARE, now=LATER)
    for forbidden in (opened.doors, opened.visits, lambda: opened.history(leaf.id)):
        with pytest.raises(NoDoor):
            forbidden()
    with pytest.raises(ReadOnlyDoor):
        opened.put(use())


def test_a_code_opens_once_and_for_two_days(record: Record, therapist: Actor) -> None:
    code = record.make_invitation([Drawer.DIARY], Purpose.CARE, consent(), None, now=NOW)
    with pytest.raises(InvitationClosed):
        accept_invitation(therapist, code, now=NOW + dt.timedelta(hours=48))
    accept_invitation(therapist, f" {code[:4].lower()}-{code[4:]} ", now=LATER)
    with pytest.raises(InvitationClosed):
        accept_invitation(therapist, code, now=LATER)
    with pytest.raises(InvitationClosed):
        accept_invitation(therapist, "NOTACODE", now=LATER)


@pytest.mark.parametrize(
    "name", ["who", "recipient", "what", "purpose", "revocable", "signed_name", "language", "shown_by"]
)
def test_a_consent_is_complete_or_is_refused(name: str) -> None:
    elements = {part: getattr(consent(), part) for part in Consent.__struct_fields__}
    with pytest.raises(IncompleteConsent) as refused:
        Consent(**{**elements, name: " "})
    assert refused.value.missing == (name,)


def test_a_list_opens_each_record_once(record: Record, therapist: Actor) -> None:
    other = create_record(Actor(uuid.uuid4()), now=NOW)
    for one, words in ((record, "wine"), (other, "beer")):
        one.put(use(words))
        let_in(one, therapist)
    opened = open_many(therapist, Purpose.CARE, [Drawer.DIARY], now=LATER)
    read = opened.leaves(Use, since=DAY, until=DAY)
    assert {key: [leaf.fact.substance for leaf in leaves] for key, leaves in read.items()} == {
        record.id: ["wine"],
        other.id: ["beer"],
    }
    assert acts(record)[0] is Act.LISTED


def test_open_and_put_are_one_commit_of_few_statements(record: Record, therapist: Actor) -> None:
    person = Actor(record.actor.id, "a new sign-in")
    with CaptureQueriesContext(connection) as spoken, open_to_write(person, record.id, Purpose.OWN, now=LATER) as held:
        held.put(use())
    statements = [one["sql"] for one in spoken.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert len([sql for sql in statements if sql.split()[0] in {"SELECT", "INSERT", "UPDATE"}]) <= 4


def _put_and_fail(opening: AbstractContextManager[Record]) -> None:
    with opening as held:
        held.put(use())
        raise ZeroDivisionError


def test_a_write_that_fails_leaves_neither_visit_nor_leaf(record: Record) -> None:
    person = Actor(record.actor.id, "a new sign-in")
    held = open_to_write(person, record.id, Purpose.OWN, now=LATER)
    with pytest.raises(ZeroDivisionError):
        _put_and_fail(held)
    assert words_seen(record) == []
    assert acts(record) == [Act.CREATED]


def test_a_door_closed_in_mid_page_stops_the_write(record: Record, person: Actor) -> None:
    StoredDoor.objects.filter(actor=person.id).update(terms=bytes(300))
    with pytest.raises(NoDoor):
        record.put(use())
