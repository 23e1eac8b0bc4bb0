"""What Today offers around a meeting: to write what one wants to talk about, and the four lines afterwards."""

import datetime as dt

import msgspec

from vado.meetings.facts import Meeting, MeetingAnswers
from vado.meetings.reading import Kept, Moment
from vado.meetings.rules import DAYS_TO_ANSWER, between, may_be_answered
from vado.record import Record, one_head_each
from vado.record.lived_day import Lived

DAYS_BEFORE = 2  # [D] how long before a meeting its line stands on Today


class Offer(msgspec.Struct, frozen=True):
    """Either may be nothing, and nothing is asked for."""

    soon: Lived | None
    may_answer: bool


def offer_of(record: Record, at: Moment) -> Offer:
    """Looks at a few days alone, so that Today stays quick."""
    since, until = at.today - dt.timedelta(days=DAYS_TO_ANSWER), at.today + dt.timedelta(days=DAYS_BEFORE)
    kept = Kept(tuple(record.leaves((Meeting, MeetingAnswers), since, until)))
    times = between(one_head_each(kept.of(Meeting)), at.settings, at.now, at.today)
    return Offer(
        soon=times.next.fact.when if times.next else None,
        may_answer=may_be_answered(times.last, kept.of(MeetingAnswers), at.today),
    )
