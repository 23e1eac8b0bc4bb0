"""Takes the pictures of the guides on meetings; see `pictures`."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import Browser

from tests.browser.others import Practice
from tests.browser.pictures import picture
from tests.browser.stay import PHONE
from tests.cast import Part, write_profile
from vado.diary.facts import Amount, Step, Sureness, Use
from vado.meetings.facts import Agreed, Meeting, MeetingAnswers, ToTalkAbout, Whose
from vado.plans.facts import Goal, UsePlan
from vado.record import Record
from vado.record.lived_day import Lived

SCREEN = {"width": 1100, "height": 760}
WORDS = {
    "en": (
        "Friday, and the handover",
        "told my brother",
        "call the GP about the tablets",
        "bring the sleep page",
        "cider",
    ),
    "es": (
        "El viernes y el relevo",
        "se lo conté a mi hermano",
        "llamar por las pastillas",
        "traer la hoja del sueño",
        "sidra",
    ),
}
WANTS = {"en": "evenings without the handover in them", "es": "tardes sin el relevo adentro"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_take_pictures(browser: Browser, practice: Practice, language: str) -> None:
    record = practice.cast.open(Part.PERSON)
    for leaf in (*practice.meetings.values(), *(one.id for one in record.leaves((Goal, Step, Use, UsePlan)))):
        record.remove(leaf)
    _write(record, practice.day, language)
    screen = practice.sign_in(browser, locale=language, viewport=SCREEN).new_page()
    picture(screen, practice.address + reverse("with-meetings:since", args=[record.id]), f"since-last-time-{language}")
    picture(screen, practice.address + reverse("people:caseload"), f"list-of-people-{language}")
    phone = practice.sign_in(browser, Part.PERSON, locale=language, viewport=PHONE).new_page()
    picture(phone, practice.address + reverse("meetings:answers"), f"after-a-meeting-{language}")
    for page in (screen, phone):
        page.context.close()


def _write(record: Record, today: dt.date, language: str) -> None:
    """A week of somebody who is called M."""
    for leaf in [*record.leaves(ToTalkAbout), *record.leaves(MeetingAnswers), *record.leaves(Meeting)]:
        record.remove(leaf.id)
    topic, step, mine, yours, drink = WORDS[language]
    write_profile(record, "M.")
    last = Lived(on=today - dt.timedelta(days=6))
    record.put(Meeting(when=last))
    record.put(Meeting(when=Lived(on=today + dt.timedelta(days=1), at=dt.time(10, 0), utc_offset_minutes=0)))
    record.put(ToTalkAbout(when=Lived(on=today), words=topic))
    record.put(Step(when=Lived(on=today - dt.timedelta(days=2)), words=step))
    record.put(Agreed(when=last, words=mine, whose=Whose.PERSON))
    record.put(Agreed(when=last, words=yours, whose=Whose.THERAPIST))
    record.put(Goal(written_on=last.on, words=WANTS[language]))
    amount = Amount(Sureness.EXACT, 2.0, None, "can")
    record.put(
        Use(when=Lived(on=today - dt.timedelta(days=3)), substance=drink, substance_code="alcohol", amount=amount)
    )
    for weeks, rated in enumerate(((8, 8, 7, 9), (8, 7, 7, 8), (6, 6, 6, 5), (8, 8, 7, 8), (9, 8, 8, 9))):
        when = Lived(on=last.on - dt.timedelta(days=28 - 7 * weeks))
        heard, worked_on, way, free = rated
        record.put(MeetingAnswers(when=when, heard=heard, worked_on=worked_on, way=way, free_to_say_no=free))
