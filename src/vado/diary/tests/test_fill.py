"""Filling several days, as a person does it."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.diary.facts import Amount, DayAnswer, DayStatement, Sureness, Use
from vado.record import Drawer
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

Diary = Open
WEEK = "/me/fill/?until=2026-03-08"
TOKEN = "7c1c3a39-3f6e-4a3b-8f0f-6d5f1e5d9a01"


def test_a_week_is_one_form_with_a_row_for_each_day(person: Client) -> None:
    html = person.get(WEEK).content.decode()
    assert html.count('name="day"') == 7
    assert html.count('value="skip" checked') == 7
    assert re.findall(r'name="day" value="([^"]+)"', html)[0] == "2026-03-08"


def test_a_week_is_kept_with_one_button_and_marked_as_recalled(person: Client, diary: Diary) -> None:
    dose = _a_dose(diary)
    answer = person.post("/me/fill/", _week(dose))
    assert answer.status_code == 302
    record = diary()
    uses = [leaf.fact for leaf in record.leaves(Use, dt.date(2026, 3, 1), dt.date(2026, 3, 31))]
    said = [leaf.fact for leaf in record.leaves(DayStatement)]
    assert [(use.when.on.day, use.substance, use.note, use.recalled) for use in uses] == [(8, "cider", "", True)]
    assert [(one.when.on.day, one.answer) for one in said] == [
        (7, DayAnswer.NOTHING_USED),
        (6, DayAnswer.DO_NOT_KNOW),
    ]


def test_sending_twice_keeps_the_week_once(person: Client, diary: Diary) -> None:
    dose = _a_dose(diary)
    for _tap in range(2):
        assert person.post("/me/fill/", _week(dose)).status_code == 302
    assert len(list(diary().leaves((Use, DayStatement)))) == 4


def test_a_week_is_taken_back_with_one_tap(person: Client, diary: Diary) -> None:
    person.post("/me/fill/", _week(_a_dose(diary)))
    assert "3 entries are kept" in person.get("/me/fill/kept/").content.decode()
    assert person.post("/me/fill/undo/").status_code == 302
    assert len(list(diary().leaves((Use, DayStatement)))) == 1


def test_a_dose_that_is_for_the_person_alone_stays_so(person: Client, diary: Diary) -> None:
    dose = _a_dose(diary)
    diary().move(dose.id, Drawer.OWN)
    person.post("/me/fill/", _week(dose))
    assert {leaf.drawer for leaf in diary().leaves(Use)} == {Drawer.OWN}


def test_a_day_that_says_two_things_is_asked_back_and_nothing_is_lost(person: Client, diary: Diary) -> None:
    dose = _a_dose(diary)
    answer = person.post("/me/fill/", {**_week(dose), "choice-2026-03-08": "nothing_used"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "two different things" in html
    assert 'name="choice-2026-03-07" value="nothing_used" checked' in html
    assert TOKEN in html
    assert list(diary().leaves(DayStatement)) == []


def test_a_dose_that_is_gone_is_asked_back(person: Client, diary: Diary) -> None:
    dose = _a_dose(diary)
    diary().remove(dose.id)
    assert person.post("/me/fill/", _week(dose)).status_code == 422


@pytest.mark.parametrize("day", ["2999-01-01", "1700-01-01", "2026-02-31", "tomorrow", ""])
def test_a_day_that_cannot_be_is_left_out(person: Client, diary: Diary, day: str) -> None:
    person.post("/me/fill/", {"token": TOKEN, "day": [day], f"choice-{day}": "nothing_used"})
    assert list(diary().leaves(DayStatement)) == []


def test_any_earlier_day_may_be_filled(person: Client, diary: Diary) -> None:
    day = "1999-12-31"
    person.post("/me/fill/", {"token": TOKEN, "day": [day], f"choice-{day}": "nothing_used"})
    (leaf,) = diary().leaves(DayStatement)
    assert leaf.fact.when.on == dt.date(1999, 12, 31)
    html = person.get("/me/fill/?until=1999-12-31").content.decode()
    assert html.count('name="day"') == 6
    assert "Friday 31 December: nothing used" in html


def _a_dose(diary: Diary) -> Any:
    """A use of an earlier month."""
    amount = Amount(Sureness.EXACT, 2, None, "can")
    when = Lived(on=dt.date(2026, 2, 1))
    return diary().put(Use(when=when, substance="cider", amount=amount, note="that evening"))


def _week(dose: Any) -> dict[str, Any]:
    return {
        "token": TOKEN,
        "day": ["2026-03-08", "2026-03-07", "2026-03-06", "2026-03-05"],
        "choice-2026-03-08": "skip",
        "dose-2026-03-08": [str(dose.id)],
        "choice-2026-03-07": "nothing_used",
        "choice-2026-03-06": "do_not_know",
        "choice-2026-03-05": "skip",
    }
