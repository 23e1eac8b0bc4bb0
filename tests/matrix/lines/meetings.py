"""Meetings, in one's own record and through the door of a therapist that may write."""

import datetime as dt
from collections.abc import Callable, Iterator

from tests.cast import lived_today
from tests.matrix.lines import ONCE, Line
from tests.matrix.lines.diary import AT
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Writer
from vado.record import Fact
from vado.record.lived_day import Lived

LATER = lived_today() + dt.timedelta(days=9)
NOW = Lived(on=lived_today() - dt.timedelta(days=1))
LINE_AGREED, TOPIC, STRAIN, MEETING = ({"leaf_id": kind} for kind in ("agreed", "to_talk_about", "felt_off", "meeting"))
KEPT = Line(then="/me/meetings/ /with/", changes="record_version")


def canaries(say: Callable[[str], str]) -> Iterator[Fact]:
    yield Meeting(when=Lived(on=LATER))
    yield ToTalkAbout(when=NOW, words=say("topic"))
    yield Agreed(when=NOW, words=say("agreed"))
    yield MeetingAnswers(when=NOW, heard=3)
    yield FeltOff(when=NOW, words=say("strain"), would_help=say("wouldhelp"))
    yield Repair(when=AT, strain="0" * 32, words=say("repair"))
    yield Hope(by=Writer.PERSON, agrees=True, words=say("mywish"))
    yield Hope(by=Writer.THERAPIST, agrees=True, words=say("yourhope"))


def only_mine(say: Callable[[str], str]) -> Iterator[Fact]:
    yield FeltOff(when=NOW, words=say("strainmine"))
    yield ToTalkAbout(when=NOW, words=say("topicmine"))
    yield MeetingAnswers(when=NOW, heard=2)


def _of(start: str) -> dict[str, Line]:
    """The pages that both have."""
    when = {"version_id": ONCE, "on": LATER.isoformat()}
    return {
        f"{start}meetings/": Line(shows="topic agreed strain"),
        f"{start}meetings/agreed/": Line(shows="agreed"),
        f"{start}meetings/agreed/new/": KEPT._replace(
            post={"version_id": ONCE, "words": "tea"},
        ),
        f"{start}meetings/agreed/<uuid:leaf_id>/": KEPT._replace(
            shows="agreed",
            post={"version_id": ONCE, "words": "tea", "went": "done"},
            ids=LINE_AGREED,
        ),
        f"{start}meetings/next/": KEPT._replace(
            post=when,
        ),
        f"{start}meetings/next/<uuid:leaf_id>/off/": KEPT._replace(
            get=405,
            post={},
            ids=MEETING,
        ),
        f"{start}meetings/strain/<uuid:leaf_id>/": Line(shows="strain wouldhelp", ids=STRAIN),
        f"{start}meetings/strain/<uuid:leaf_id>/repair/": KEPT._replace(
            shows="strain",
            post={"version_id": ONCE, "words": "sorry"},
            ids=STRAIN,
        ),
        f"{start}meetings/hopes/": Line(shows="mywish yourhope"),
        f"{start}meetings/hopes/say/": KEPT._replace(
            get=405,
            post={"agrees": "yes"},
        ),
    }


LINES = {
    **_of("me/"),
    **_of("with/<uuid:record_id>/"),
    "me/meetings/topic/": KEPT._replace(
        post={"version_id": ONCE, "words": "tea"},
    ),
    "me/meetings/topic/<uuid:leaf_id>/": KEPT._replace(
        get=405,
        post={},
        ids=TOPIC,
    ),
    "me/meetings/answers/": KEPT._replace(
        post={"version_id": ONCE, "heard": "8"},
    ),
    "me/meetings/answers/<uuid:leaf_id>/only-me/": Line(
        get=405,
        post={},
        then="/me/meetings/answers/",
        changes="record_version record_tombstone",
        ids={"leaf_id": "meeting_answers"},
    ),
    "me/meetings/felt-off/": KEPT._replace(
        shows="strain strainmine",
        post={"version_id": ONCE, "words": "told off"},
    ),
    "me/meetings/strain/<uuid:leaf_id>/turn/": Line(
        get=405,
        post={"turn": "let_go"},
        then="/me/meetings/strain/",
        changes="record_version record_tombstone",
        ids=STRAIN,
    ),
    "me/meetings/<uuid:leaf_id>/erase/": Line(
        shows="topic", post={}, then="/me/meetings/", changes="record_version record_tombstone", ids=TOPIC
    ),
}
