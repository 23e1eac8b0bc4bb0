"""What is decided about meetings from values alone."""

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

import pytest

from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Went, Writer
from vado.meetings.rules import (
    DAYS_WITHOUT_A_MEETING,
    MOST_DAYS_SHOWN,
    agreed_since,
    between,
    hopes_among,
    may_be_answered,
    open_strains,
    repairs_of,
    shared_out,
    wanted,
)
from vado.meetings.rules_people import PersonLine, in_order, with_meetings
from vado.people.facts import DiarySettings
from vado.record import Drawer, Fact, Leaf
from vado.record.lived_day import Lived

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
SETTINGS = DiarySettings()
F = TypeVar("F", bound=Fact)
numbers = itertools.count(1)


def leaf(fact: F, drawer: Drawer | None = None, leaf_id: int = 0) -> Leaf[F]:
    number = next(numbers)
    known = UUID(int=leaf_id or number).bytes
    return Leaf(known, UUID(int=number).bytes, b"", number, drawer or fact.drawer, fact)


def day(back: int, at: dt.time | None = None) -> Lived:
    on = TODAY - dt.timedelta(days=back)
    return Lived(on=on, at=at, utc_offset_minutes=0 if at else None)


def meeting(back: int, at: dt.time | None = None, *, called_off: bool = False) -> Leaf[Meeting]:
    return leaf(Meeting(when=day(back, at), called_off=called_off))


@pytest.mark.parametrize(
    ("meetings", "last", "following"),
    [
        ([], None, None),
        ([meeting(7), meeting(14)], 7, None),
        ([meeting(7), meeting(-7), meeting(-14)], 7, -7),
        ([meeting(7), meeting(3, called_off=True), meeting(-7, called_off=True), meeting(-14)], 7, -14),
        ([meeting(0, dt.time(10)), meeting(0, dt.time(16))], 0, 0),
        ([meeting(0)], 0, None),
    ],
)
def test_a_moment_lies_between_the_last_meeting_and_the_next(
    meetings: Sequence[Leaf[Meeting]], last: int | None, following: int | None
) -> None:
    found = between(meetings, SETTINGS, NOW, TODAY)
    assert (found.last and found.last.fact.when.on) == (None if last is None else day(last).on)
    assert (found.next and found.next.fact.when.on) == (None if following is None else day(following).on)


@pytest.mark.parametrize(
    ("meetings", "count"),
    [
        ([], DAYS_WITHOUT_A_MEETING),
        ([meeting(7)], 8),
        ([meeting(0, dt.time(10))], 1),
        ([meeting(300)], MOST_DAYS_SHOWN),
    ],
)
def test_the_days_begin_with_the_last_meeting_and_end_today(meetings: Sequence[Leaf[Meeting]], count: int) -> None:
    days = between(meetings, SETTINGS, NOW, TODAY).days
    assert len(days) == count
    assert days[-1] == TODAY


def test_what_was_talked_about_is_off_the_list_and_the_newest_is_first() -> None:
    topics = [
        leaf(ToTalkAbout(when=day(9), words="old")),
        leaf(ToTalkAbout(when=day(1), words="new")),
        leaf(ToTalkAbout(when=day(2), words="talked", talked=True)),
    ]
    assert [one.fact.words for one in wanted(topics)] == ["new", "old"]


def test_an_old_line_stays_as_long_as_it_is_open() -> None:
    lines = [
        leaf(Agreed(when=day(60), words="old and open")),
        leaf(Agreed(when=day(60), words="old and done", went=Went.DONE)),
        leaf(Agreed(when=day(7), words="done since", went=Went.DONE)),
    ]
    assert [one.fact.words for one in agreed_since(lines, day(7).on)] == ["old and open", "done since"]


def test_two_who_write_one_line_at_once_are_two_lines() -> None:
    heads = [leaf(Agreed(when=day(1), words=words), leaf_id=5) for words in ("mine", "yours")]
    assert [one.fact.words for one in agreed_since(heads, day(7).on)] == ["mine", "yours"]


def test_a_strain_is_open_when_it_was_let_go_and_is_not_mended() -> None:
    strains = [
        leaf(FeltOff(when=day(3), words="only me"), Drawer.OWN),
        leaf(FeltOff(when=day(2), words="let go")),
        leaf(FeltOff(when=day(9), words="mended", mended=True)),
    ]
    assert [one.fact.words for one in open_strains(strains)] == ["let go"]


def test_a_repair_belongs_to_its_strain() -> None:
    strain = leaf(FeltOff(when=day(3), words="told off"))
    repairs = [
        leaf(Repair(when=day(2), strain=strain.id.hex, words="I hurried", by=Writer.THERAPIST)),
        leaf(Repair(when=day(2), strain="0" * 32, words="of another")),
        leaf(Repair(when=day(1), strain=strain.id.hex, words="thanks")),
    ]
    assert [one.fact.words for one in repairs_of(strain, repairs)] == ["I hurried", "thanks"]


@pytest.mark.parametrize(
    ("met", "answered", "offered"),
    [(1, None, True), (1, 1, False), (1, 8, True), (5, None, False), (None, None, False)],
)
def test_the_four_lines_are_offered_after_a_meeting_and_once(
    met: int | None, answered: int | None, offered: bool
) -> None:
    last = None if met is None else meeting(met)
    answers = [] if answered is None else [leaf(MeetingAnswers(when=day(answered), heard=7))]
    assert may_be_answered(last, answers, TODAY) is offered


@pytest.mark.parametrize(
    ("person", "therapist", "shown"),
    [(True, True, True), (True, False, False), (False, True, False), (None, True, False), (True, None, False)],
)
def test_hopes_are_shown_when_both_agree(person: bool | None, therapist: bool | None, shown: bool) -> None:
    said = [(Writer.PERSON, person), (Writer.THERAPIST, therapist)]
    found = hopes_among([leaf(Hope(by=by, agrees=agrees)) for by, agrees in said if agrees is not None])
    assert found.are_shown is shown


@pytest.mark.parametrize(
    ("limits", "given"),
    [([0, 0, 0], [0, 0, 0]), ([2, 1, 3], [2, 1, 3]), ([20, 1, 20], [5, 1, 4]), ([1, 0, 30], [1, 0, 9])],
)
def test_ten_lines_are_shared_out_in_turn(limits: list[int], given: list[int]) -> None:
    assert shared_out(limits) == given


def test_the_list_is_in_the_order_of_meetings_and_then_of_names() -> None:
    def line(name: str, *leaves: Leaf[Meeting]) -> PersonLine:
        return with_meetings(PersonLine(id=UUID(int=1), name=name), leaves, SETTINGS, NOW, TODAY)

    lines = [
        line("Zoe"),
        line("later", meeting(-9)),
        line("ana", meeting(4)),
        line("today", meeting(0, dt.time(16))),
        line("soon", meeting(-1)),
    ]
    assert [one.name for one in in_order(lines)] == ["today", "soon", "later", "ana", "Zoe"]
