"""One fact of every kind of meetings, as it is kept today."""

import datetime as dt

from vado.meetings import facts
from vado.record.facts import Fact
from vado.record.lived_day import Lived

_WHEN = Lived(on=dt.date(2026, 11, 20), at=dt.time(10, 0), zone="America/Santiago", utc_offset_minutes=-180)

MEETINGS: tuple[Fact, ...] = (
    facts.Meeting(when=_WHEN, called_off=True, by=facts.Writer.THERAPIST),
    facts.ToTalkAbout(when=_WHEN, words="Friday, and the handover", talked=True),
    facts.Agreed(
        when=_WHEN,
        words="bring the sleep page",
        whose=facts.Whose.THERAPIST,
        went=facts.Went.PARTLY,
        by=facts.Writer.THERAPIST,
    ),
    facts.MeetingAnswers(when=_WHEN, heard=8, worked_on=7, way=6, free_to_say_no=9),
    facts.FeltOff(when=_WHEN, words="I felt told off", would_help="asking first", mended=True),
    facts.Repair(when=_WHEN, strain="0" * 32, words="I was worried and hurried", by=facts.Writer.THERAPIST),
    facts.Hope(by=facts.Writer.THERAPIST, agrees=True, words="fewer nights alone with it"),
)
