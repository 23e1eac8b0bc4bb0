"""What a page of meetings reads from a record: at once, and never what is for the person alone."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar, cast

import msgspec
from django.utils import timezone

from vado.diary.rules_when import today_of
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Writer
from vado.meetings.rules import DAYS_LOOKED_AHEAD, DAYS_LOOKED_BACK, Hopes, hopes_among
from vado.people.facts import DiarySettings
from vado.people.my_days import settings_of
from vado.record import Drawer, Fact, Leaf, Record
from vado.record.lived_day import Lived, lived_now

F = TypeVar("F", bound=Fact)

OF_BOTH = (Meeting, ToTalkAbout, Agreed, FeltOff, Repair)
KINDS: tuple[type[Fact], ...] = (*OF_BOTH, MeetingAnswers)


class Moment(msgspec.Struct, frozen=True):
    """When a page is read: the person's settings, now, and their lived day."""

    settings: DiarySettings
    now: dt.datetime
    today: dt.date

    def lived(self) -> Lived:
        """Now, as the person lives it."""
        return lived_now(self.now, self.settings.zone, self.settings.day_starts_at)


def moment(record: Record) -> Moment:
    """This moment in the person's own days."""
    settings, now = settings_of(record), timezone.now()
    return Moment(settings, now, today_of(settings, now))


class Kept(msgspec.Struct, frozen=True):
    """Everything of meetings that was read, by its kind."""

    leaves: tuple[Leaf[Any], ...]

    def of(self, kind: type[F]) -> list[Leaf[F]]:
        """The leaves of one kind, in the order they were written."""
        return [cast("Leaf[F]", leaf) for leaf in self.leaves if isinstance(leaf.fact, kind)]


def around(record: Record, today: dt.date) -> Kept:
    """Meetings and what belongs to them, of a year and a bit to both sides of today."""
    since = today - dt.timedelta(days=DAYS_LOOKED_BACK)
    until = today + dt.timedelta(days=DAYS_LOOKED_AHEAD)
    return Kept(tuple(record.leaves(KINDS, since, until)))


def hopes_of(record: Record) -> Hopes:
    """What each of the two hopes."""
    return hopes_among(record.leaves(Hope))


def shown_to_both(leaves: Iterable[Leaf[F]]) -> list[Leaf[F]]:
    """Without what is kept for the person alone: a page for two shows the person what it shows the other."""
    return [leaf for leaf in leaves if leaf.drawer is not Drawer.OWN]


def writer_of(record: Record) -> Writer:
    """Who writes here: the person in their own record, and through a door the therapist."""
    return Writer.PERSON if record.is_own else Writer.THERAPIST
