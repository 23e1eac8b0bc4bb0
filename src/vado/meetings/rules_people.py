"""The list of the people who let a therapist in: what stands beside each name, and in which order."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from vado.meetings.facts import FeltOff, Meeting, ToTalkAbout
from vado.meetings.rules import between, open_strains, wanted
from vado.people.facts import DiarySettings
from vado.record import Leaf, one_head_each
from vado.record.lived_day import Lived


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """One person of the list. No score, no flag: what they wrote for this, and when the two meet."""

    id: UUID
    name: str
    shows_meetings: bool = False
    shows_diary: bool = False
    may_restore: bool = False
    last_entry: dt.date | None = None
    next_meeting: Lived | None = None
    topic: str = ""
    topics: int = 0
    strains: int = 0


def last_entry_of(entries: Iterable[Leaf[Any]]) -> dt.date | None:
    """The last lived day on which something was written."""
    return max((leaf.fact.when.on for leaf in entries), default=None)


def with_meetings(
    line: PersonLine, leaves: Iterable[Leaf[Any]], settings: DiarySettings, now: dt.datetime, today: dt.date
) -> PersonLine:
    """The line with the next meeting, what the person wants to talk about, and strains that they let go."""
    known = one_head_each(leaves)
    times = between(_of(known, Meeting), settings, now, today)
    topics = wanted(_of(known, ToTalkAbout))
    return msgspec.structs.replace(
        line,
        next_meeting=times.next.fact.when if times.next else None,
        topic=topics[0].fact.words if topics else "",
        topics=len(topics),
        strains=len(open_strains(_of(known, FeltOff))),
    )


def in_order(lines: Iterable[PersonLine]) -> list[PersonLine]:
    """By the next meeting, the soonest first; those without one after them, by name."""
    return sorted(lines, key=_place)


def _place(line: PersonLine) -> tuple[bool, dt.date, dt.time, str]:
    when = line.next_meeting
    if when is None:
        return True, dt.date.max, dt.time.max, line.name.casefold()
    return False, when.on, when.at or dt.time.max, line.name.casefold()


def _of(leaves: list[Leaf[Any]], kind: type) -> list[Leaf[Any]]:
    return [leaf for leaf in leaves if isinstance(leaf.fact, kind)]
