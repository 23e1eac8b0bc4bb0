"""A box for one letter: the code puts words in and never opens them; the person alone reads, or drops them unseen."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from vado.record import (
    LETTER_BOX_LASTS,
    SHAREABLE_DRAWERS,
    Act,
    Actor,
    InvitationClosed,
    LeafError,
    NoDoor,
    Purpose,
    Record,
    TamperedLeaf,
    UnknownLeaf,
    accept_invitation,
    drop_letter_box,
    leave_letter,
    letter_boxes,
    make_letter_box,
    open_record,
    take_letter,
)
from vado.record.erasure import replay_erasures
from vado.record.models import StoredLetterBox
from vado.record.tests.kept import NOON, KeptWords, a_record, consent, own, somebody, words_in

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "the evenings are better, and I worry about the mornings"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_OUTSIDE_FOLDER", str(tmp_path))


@pytest.fixture
def record() -> Record:
    return a_record(somebody(), "a day")


def left(code: str, words: str = WORDS, *, now: dt.datetime = NOON) -> None:
    leave_letter(code, words, "your sister", sending=uuid4(), now=now)


def row() -> StoredLetterBox:
    return StoredLetterBox.objects.get()


def test_a_letter_is_read_one_time_by_the_person_and_the_box_is_gone(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    (waiting,) = letter_boxes(record)
    assert (waiting.asked, waiting.has_letter, waiting.until) == ("my sister", False, NOON + LETTER_BOX_LASTS)
    left(code.lower())
    (box,) = letter_boxes(record)
    assert box.has_letter
    letter = take_letter(record, box.id)
    assert (letter.words, letter.signed, letter.left_at) == (WORDS, "your sister", NOON)
    assert letter_boxes(record) == []
    with pytest.raises(UnknownLeaf):
        take_letter(record, box.id)


def test_it_may_be_dropped_unseen_and_a_box_may_be_taken_back(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    left(code)
    assert drop_letter_box(record, row().id)
    assert not drop_letter_box(record, uuid4())
    assert letter_boxes(record) == []
    back = make_letter_box(record, "my brother")
    assert drop_letter_box(record, row().id)
    for closed in (code, back):
        with pytest.raises(InvitationClosed):
            left(closed)


def test_a_code_is_good_for_one_letter_and_sending_it_twice_keeps_one(record: Record) -> None:
    code, sending = make_letter_box(record, "my sister"), uuid4()
    leave_letter(code, WORDS, "", sending=sending, now=NOON)
    before = bytes(row().letter)
    leave_letter(code, WORDS, "", sending=sending, now=NOON)
    with pytest.raises(InvitationClosed):
        left(code, "something else")
    assert bytes(row().letter) == before


def test_a_code_ends_after_its_days_and_an_empty_box_goes_with_it(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    later = NOON + LETTER_BOX_LASTS
    with pytest.raises(InvitationClosed):
        left(code, now=later)
    again = open_record(record.actor, record.id, Purpose.OWN, now=later)
    assert letter_boxes(again) == []
    make_letter_box(again, "my brother")
    assert [box.asked for box in letter_boxes(again)] == ["my brother"]
    assert StoredLetterBox.objects.count() == 1


def test_a_letter_that_came_waits_as_long_as_it_likes(record: Record) -> None:
    left(make_letter_box(record, "my sister"))
    again = open_record(record.actor, record.id, Purpose.OWN, now=NOON + dt.timedelta(days=900))
    make_letter_box(again, "my brother")
    assert [box.asked for box in letter_boxes(again) if box.has_letter] == ["my sister"]


@pytest.mark.parametrize("code", ["", "AAAAAAAA", "ñandú", "x" * 5000])
def test_an_unknown_code_gets_the_same_answer(record: Record, code: str) -> None:
    make_letter_box(record, "my sister")
    with pytest.raises(InvitationClosed):
        left(code)


def test_nobody_reaches_a_box_through_a_door(record: Record) -> None:
    left(make_letter_box(record, "my sister"))
    therapist, box = somebody(), row().id
    accept_invitation(therapist, _invitation(record), now=NOON)
    through = open_record(therapist, record.id, Purpose.CARE, now=NOON)
    refused: list[Callable[[], object]] = [
        lambda: letter_boxes(through),
        lambda: make_letter_box(through, "x"),
        lambda: take_letter(through, box),
        lambda: drop_letter_box(through, box),
    ]
    for reach in refused:
        with pytest.raises(NoDoor):
            reach()
    with pytest.raises(LeafError):
        through.leaf(box)


def _invitation(record: Record) -> str:
    return record.make_invitation(SHAREABLE_DRAWERS, Purpose.CARE, consent(), None, now=NOON)


@pytest.mark.parametrize("column", ["letter", "opener"])
def test_one_altered_bit_opens_nothing_and_the_person_can_drop_it(record: Record, column: str) -> None:
    left(make_letter_box(record, "my sister"))
    for place in (0, 1, 40, -1):
        sealed = bytearray(getattr(row(), column))
        sealed[place] ^= 1
        before = bytes(getattr(row(), column))
        StoredLetterBox.objects.update(**{column: bytes(sealed)})
        with pytest.raises(TamperedLeaf):
            take_letter(record, row().id)
        StoredLetterBox.objects.update(**{column: before})
    StoredLetterBox.objects.update(**{column: b"short"})
    with pytest.raises(TamperedLeaf):
        take_letter(record, row().id)
    (box,) = letter_boxes(record)
    assert box.has_letter
    assert drop_letter_box(record, box.id)


def test_a_slot_that_was_altered_or_moved_takes_no_letter(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    other = make_letter_box(record, "my brother")
    first, second = (box.id for box in sorted(letter_boxes(record), key=lambda box: box.asked == "my brother"))
    slot = bytes(StoredLetterBox.objects.get(id=second).slot)
    StoredLetterBox.objects.filter(id=first).update(slot=slot)
    with pytest.raises(InvitationClosed):
        left(code)
    left(other)


def test_letters_that_were_swapped_in_the_database_open_nothing(record: Record) -> None:
    left(make_letter_box(record, "one"), "first")
    left(make_letter_box(record, "two"), "second")
    one, two = StoredLetterBox.objects.all()
    StoredLetterBox.objects.filter(id=one.id).update(letter=bytes(two.letter))
    with pytest.raises(TamperedLeaf):
        take_letter(record, one.id)


def test_a_low_order_point_in_place_of_a_key_opens_nothing(record: Record) -> None:
    left(make_letter_box(record, "one"))
    StoredLetterBox.objects.update(letter=bytes(32) + bytes(row().letter[32:]))
    with pytest.raises(TamperedLeaf):
        take_letter(record, row().id)


def test_what_was_taken_or_dropped_does_not_come_back_with_an_old_backup(record: Record) -> None:
    for words in ("read and gone", "never seen"):
        left(make_letter_box(record, "my sister"), words)
    first, second = StoredLetterBox.objects.all()
    take_letter(record, first.id)
    drop_letter_box(record, second.id)
    StoredLetterBox.objects.bulk_create([first, second])  # as an old backup has them
    assert replay_erasures() == 2
    assert letter_boxes(own(record.actor, record.id)) == []
    assert words_in(own(record.actor, record.id)) == ["a day"]


def test_an_erased_record_takes_its_boxes_along_and_a_letter_on_its_way_finds_nothing(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    record.erase(now=NOON)
    assert not StoredLetterBox.objects.exists()
    with pytest.raises(InvitationClosed):
        left(code)


def test_the_person_sees_that_words_were_asked_for_and_left(record: Record) -> None:
    left(make_letter_box(record, "my sister"))
    visits = own(record.actor, record.id).visits()
    acts = [visit.act for visit in visits]
    assert {Act.ASKED_FOR_WORDS, Act.WORDS_LEFT} <= set(acts)
    assert record.actor.id not in {visit.actor for visit in visits if visit.act is Act.WORDS_LEFT}


def test_a_letter_taken_and_kept_is_one_commit_or_none(record: Record) -> None:
    left(make_letter_box(record, "my sister"))

    def torn() -> None:
        from vado.record import open_to_write

        actor = Actor(record.actor.id, uuid4().hex)
        with open_to_write(actor, record.id, Purpose.OWN, now=NOON) as held:
            held.put(KeptWords(words=take_letter(held, row().id).words))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        torn()
    (box,) = letter_boxes(own(record.actor, record.id))
    assert take_letter(own(record.actor, record.id), box.id).words == WORDS


def test_a_stolen_database_shows_nothing_of_a_letter(record: Record) -> None:
    code = make_letter_box(record, "my sister")
    left(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM record_letter_box")
        stolen = b"".join(_bytes(value) for each in cursor.fetchall() for value in each)
    for told in (WORDS, "sister", code):
        assert told.encode() not in stolen


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
