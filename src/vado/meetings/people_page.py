"""The list of people, read from all their records together."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from vado.diary.facts import DayStatement
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.rules_when import today_of
from vado.meetings.facts import FeltOff, Meeting, ToTalkAbout
from vado.meetings.rules import DAYS_LOOKED_AHEAD
from vado.meetings.rules_people import PersonLine, in_order, last_entry_of, with_meetings
from vado.people.access import may_read, purposes_of
from vado.people.arrival import Arrival
from vado.people.called import called_in
from vado.people.facts import DiarySettings, Profile
from vado.record import Drawer, Leaf, OpenedRecords, Purpose, Record, last_written, open_many

DAYS_OF_ENTRIES = 21  # [D] an entry further back is told as "not lately"; a list opens no more than it tells
OF_MEETINGS = (Meeting, ToTalkAbout, FeltOff)
OF_PROFILE = (Profile, DiarySettings)
OF_DIARY = (*ENTRY_TYPES, DayStatement)


def people_of(arrival: Arrival) -> list[PersonLine]:
    """Everybody whose door is open to somebody, for whatever they may come in for."""
    lines: list[PersonLine] = []
    for purpose in purposes_of(arrival.roles):
        opened = open_many(arrival.actor, purpose, may_read(arrival.roles, purpose), now=arrival.at)
        lines += _lines(opened, purpose, arrival.at)
    return in_order(lines)


def _lines(opened: OpenedRecords, purpose: Purpose, now: dt.datetime) -> Iterable[PersonLine]:
    """The list of a therapist tells of meetings; everybody else's tells names."""
    today = now.date()
    profiles = opened.leaves(OF_PROFILE, since=today, until=today)
    if purpose is not Purpose.CARE:
        return [_named(record, profiles.get(record.id, []), purpose) for record in opened.records]
    soon = today + dt.timedelta(days=1)
    entries = opened.leaves(OF_DIARY, since=today - dt.timedelta(days=DAYS_OF_ENTRIES), until=soon)
    ahead = today + dt.timedelta(days=DAYS_LOOKED_AHEAD)
    meetings = opened.leaves(OF_MEETINGS, since=today - dt.timedelta(days=1), until=ahead)  # what is open is of no day
    return [
        _told(record, profiles.get(record.id, []), entries.get(record.id, []), meetings.get(record.id, []), now)
        for record in opened.records
    ]


def _named(record: Record, profile: list[Leaf[Any]], purpose: Purpose) -> PersonLine:
    return PersonLine(
        id=record.id,
        name=called_in(record, [leaf for leaf in profile if isinstance(leaf.fact, Profile)]),
        shows_meetings=purpose is Purpose.CARE,
        shows_diary=Drawer.DIARY in record.drawers,
        may_restore=purpose is Purpose.CARE,
    )


def _told(
    record: Record,
    profile: list[Leaf[Any]],
    entries: list[Leaf[Any]],
    meetings: list[Leaf[Any]],
    now: dt.datetime,
) -> PersonLine:
    settings = last_written(leaf for leaf in profile if isinstance(leaf.fact, DiarySettings))
    days = settings.fact if settings else DiarySettings()
    line = msgspec.structs.replace(_named(record, profile, Purpose.CARE), last_entry=last_entry_of(entries))
    return with_meetings(line, meetings, days, now, today_of(days, now))
