"""What a person and their therapist have kept of meetings, and the pages that show it to either."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse

from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Whose, Writer
from vado.record import Fact, Record
from vado.record.lived_day import Lived

OF_BOTH = ("since", "agreed", "agreed-new", "next", "hopes")
OF_THE_PERSON = ("topic-new", "answers", "felt-off")


def keep_meetings(record: Record, today: dt.date) -> dict[str, UUID]:
    """Some of everything; gives the leaves that have a page of their own."""
    when = Lived(on=today - dt.timedelta(days=2))
    strain = record.put(FeltOff(when=when, words="slept from eleven", would_help="quiet"))
    agreed = record.put(Agreed(when=when, words="left the third can closed", whose=Whose.THERAPIST))
    more: list[Fact] = [
        Meeting(when=Lived(on=today - dt.timedelta(days=3))),
        Meeting(when=Lived(on=today + dt.timedelta(days=4), at=dt.time(10, 0), utc_offset_minutes=0)),
        ToTalkAbout(when=when, words="payday, and cider"),
        MeetingAnswers(when=Lived(on=today - dt.timedelta(days=10)), heard=8, way=6),
        Repair(when=when, strain=strain.id.hex, words="quiet", by=Writer.THERAPIST),
        Hope(by=Writer.PERSON, agrees=True, words="quiet"),
        Hope(by=Writer.THERAPIST, agrees=True, words="cider"),
    ]
    for fact in more:
        record.put(fact)
    return {"agreed": agreed.id, "strain": strain.id}


def meetings_pages(kept: Mapping[str, UUID], record_id: UUID | None = None) -> dict[str, str]:
    """Every page of meetings that can be opened by its address alone, for the person or through a door."""
    through = [] if record_id is None else [record_id]
    space = "meetings" if record_id is None else "with-meetings"
    names = OF_BOTH if record_id else (*OF_BOTH, *OF_THE_PERSON)
    pages = {f"meetings-{name}": reverse(f"{space}:{name}", args=through) for name in names}
    pages["meetings-turned"] = pages["meetings-since"] + "?turned"
    for name, leaf in (("agreed-change", "agreed"), ("strain", "strain"), ("repair", "strain")):
        pages[f"meetings-{name}"] = reverse(f"{space}:{name}", args=[*through, kept[leaf]])
    if record_id is None:
        pages["meetings-erase"] = reverse("meetings:erase", args=[kept["agreed"]])
    return pages
