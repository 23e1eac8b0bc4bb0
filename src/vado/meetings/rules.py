"""Everything about meetings that can be decided from values. `today` and `now` are arguments."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from vado.diary.rules_when import is_future
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Went, Writer
from vado.people.facts import DiarySettings
from vado.record import Drawer, Fact, Leaf

F = TypeVar("F", bound=Fact)

LINES_ON_TOP = 10
DAYS_WITHOUT_A_MEETING = 14  # [D] what is looked at together when no meeting is known
MOST_DAYS_SHOWN = 35  # [D] five rows of a week; what lies further back is told in one line
DAYS_TO_ANSWER = 4  # [D] how long after a meeting the four lines are offered
DAYS_LOOKED_BACK = 400  # [D] meetings and their words further back are on the page of everything
DAYS_LOOKED_AHEAD = 400


class Between(msgspec.Struct, frozen=True):
    """The last meeting, the next one, and the days that lie between the last one and today."""

    last: Leaf[Meeting] | None
    next: Leaf[Meeting] | None
    days: tuple[dt.date, ...]

    @property
    def since(self) -> dt.date:
        """The first of the days."""
        return self.days[0]


def between(meetings: Iterable[Leaf[Meeting]], settings: DiarySettings, now: dt.datetime, today: dt.date) -> Between:
    """Where this moment lies among the meetings; one that was called off is none."""
    held = [leaf for leaf in meetings if not leaf.fact.called_off]
    ahead = [leaf for leaf in held if is_future(leaf.fact.when, settings, now)]
    behind = [leaf for leaf in held if leaf not in ahead]
    last = max(behind, key=_time_of, default=None)
    return Between(last, min(ahead, key=_time_of, default=None), _days_since(last, today))


def _days_since(last: Leaf[Meeting] | None, today: dt.date) -> tuple[dt.date, ...]:
    wanted = (today - last.fact.when.on).days + 1 if last else DAYS_WITHOUT_A_MEETING
    count = max(1, min(wanted, MOST_DAYS_SHOWN))
    return tuple(today - dt.timedelta(days=back) for back in reversed(range(count)))


def _time_of(leaf: Leaf[Any]) -> tuple[dt.date, dt.time, int]:
    when = leaf.fact.when
    return when.on, when.at or dt.time(), leaf.sequence


def wanted(topics: Iterable[Leaf[ToTalkAbout]]) -> list[Leaf[ToTalkAbout]]:
    """What the person still wants to talk about, the newest first."""
    return sorted((leaf for leaf in topics if not leaf.fact.talked), key=_time_of, reverse=True)


def agreed_open(lines: Iterable[Leaf[Agreed]]) -> list[Leaf[Agreed]]:
    """What was agreed and is not answered yet, in the order in which it was agreed. Two heads are two lines."""
    return sorted((leaf for leaf in lines if leaf.fact.went is Went.OPEN), key=_time_of)


def agreed_since(lines: Iterable[Leaf[Agreed]], since: dt.date) -> list[Leaf[Agreed]]:
    """The lines of the last meeting and of the days since, whatever came of them, and older ones that are open."""
    return sorted((leaf for leaf in lines if leaf.fact.went is Went.OPEN or leaf.fact.when.on >= since), key=_time_of)


def strains_let_go(strains: Iterable[Leaf[FeltOff]]) -> list[Leaf[FeltOff]]:
    """Strains that the person let go: what lies in "only me" is nobody else's."""
    return [leaf for leaf in strains if leaf.drawer is not Drawer.OWN]


def open_strains(strains: Iterable[Leaf[FeltOff]]) -> list[Leaf[FeltOff]]:
    """Strains that were let go and are not mended, the newest first."""
    still = (leaf for leaf in strains_let_go(strains) if not leaf.fact.mended)
    return sorted(still, key=_time_of, reverse=True)


def repairs_of(strain: Leaf[FeltOff], repairs: Iterable[Leaf[Repair]]) -> list[Leaf[Repair]]:
    """What both wrote about one strain, in the order in which it was written."""
    mine = (leaf for leaf in repairs if leaf.fact.strain == strain.id.hex)
    return sorted(mine, key=lambda leaf: leaf.sequence)


def may_be_answered(last: Leaf[Meeting] | None, answers: Iterable[Leaf[MeetingAnswers]], today: dt.date) -> bool:
    """Whether the four lines are offered: a meeting was lately, and nothing was answered since."""
    if last is None or (today - last.fact.when.on).days > DAYS_TO_ANSWER:
        return False
    return not any(leaf.fact.when.on >= last.fact.when.on for leaf in answers)


class Hopes(msgspec.Struct, frozen=True):
    """Both hopes, each with its leaf where one was kept."""

    person: Leaf[Hope] | None
    therapist: Leaf[Hope] | None

    @property
    def are_shown(self) -> bool:
        """Both agreed; with one "no" neither is shown."""
        return all(hope is not None and hope.fact.agrees for hope in (self.person, self.therapist))

    def of(self, writer: Writer) -> Leaf[Hope] | None:
        """The leaf of one of the two."""
        return self.person if writer is Writer.PERSON else self.therapist


def hopes_among(leaves: Iterable[Leaf[Hope]]) -> Hopes:
    """The newest of each."""
    newest = {leaf.fact.by: leaf for leaf in sorted(leaves, key=lambda leaf: leaf.sequence)}
    return Hopes(newest.get(Writer.PERSON), newest.get(Writer.THERAPIST))


def shared_out(limits: Sequence[int], lines: int = LINES_ON_TOP) -> list[int]:
    """How many lines each part gets on top: one in turn, in their order, until all have theirs or none is left.

    >>> shared_out([5, 1, 0, 9])
    [5, 1, 0, 4]
    >>> sum(shared_out([9, 9, 9]))
    10
    """
    given = [0] * len(limits)
    while sum(given) < lines and given != list(limits):
        for place, limit in enumerate(limits):
            if given[place] < limit and sum(given) < lines:
                given[place] += 1
    return given
