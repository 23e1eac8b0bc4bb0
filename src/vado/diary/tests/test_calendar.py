"""The month and the last days, through the pages as a person and their reader see them."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.cast import lived_today
from tests.signed_in import Open
from vado.diary.facts import Amount, Anchor, CheckIn, DayAnswer, DayStatement, OwnWord, Sureness, Use
from vado.diary.views.calendar import home_parts
from vado.record import Drawer
from vado.record.facts import Fact
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db

Diary = Open
A_MONTH = "/me/days/2026/3/"
CIDER = Amount(Sureness.EXACT, 2, None, "can")


def on(day: int) -> Lived:
    return Lived(on=dt.date(2026, 3, day))


def keep(diary: Diary, *facts: Fact) -> Any:
    record = diary()
    return [record.put(fact) for fact in facts]


def shown(person: Client, address: str = A_MONTH) -> str:
    answer = person.get(address)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_an_empty_month_is_blank_and_says_that_blank_is_not_zero(person: Client, account: object) -> None:
    html = shown(person)
    assert "Blank is not zero" in html
    assert "0 days written" in html
    assert "Sunday 1 March: not written" in html


def test_every_day_says_in_words_what_its_marks_show(person: Client, diary: Diary) -> None:
    keep(
        diary,
        Use(when=on(2), substance="cider", substance_code="alcohol", amount=CIDER),
        DayStatement(when=on(3), answer=DayAnswer.NOTHING_USED),
        DayStatement(when=on(4), answer=DayAnswer.DO_NOT_KNOW),
        DayStatement(when=on(5), answer=DayAnswer.NOTHING_USED, substance_codes=("alcohol",), source="study"),
        CheckIn(when=on(6), mood=4),
        Anchor(on=dt.date(2026, 1, 31), words="payday", every_month=True),
    )
    html = shown(person)
    for words in ("Monday 2 March: cider 2", "Tuesday 3 March: nothing used", "Wednesday 4 March: not known"):
        assert words in html
    assert "Thursday 5 March: none reported (" in html
    assert "Friday 6 March: 1 note" in html
    assert "Tuesday 31 March: not written, payday" in html
    assert "5 days written" in html
    marks = {"mark-nothing", "mark-unknown", "mark-reported", "mark-written"}
    assert all(mark in html for mark in marks)


def test_the_persons_own_word_and_sign_are_shown(person: Client, diary: Diary) -> None:
    keep(
        diary,
        Use(when=on(2), substance="wine", substance_code="alcohol", amount=CIDER),
        OwnWord(substance_code="alcohol", word="vinito", symbol="☾"),
    )
    html = shown(person)
    assert "Monday 2 March: vinito 2" in html
    assert "☾" in html


@pytest.mark.parametrize("address", ["/me/days/2026/13/", "/me/days/1800/1/", "/me/days/9999/12/"])
def test_a_month_that_no_diary_has_does_not_exist(person: Client, address: str) -> None:
    assert person.get(address).status_code == 404


def test_the_first_month_of_all_has_none_before_it(person: Client) -> None:
    html = shown(person, "/me/days/1900/1/")
    assert 'rel="prev"' not in html
    assert 'rel="next"' in html


def test_an_empty_month_leads_to_the_last_written_one(person: Client, diary: Diary) -> None:
    assert "Last written" not in shown(person, "/me/days/")
    keep(diary, Use(when=on(2), substance="cider"))
    html = shown(person, "/me/days/")
    assert 'href="/me/days/2026/3/">Last written: March 2026' in html
    assert "Last written" not in shown(person)


def test_days_to_come_lead_nowhere(person: Client) -> None:
    tomorrow = lived_today() + dt.timedelta(days=2)
    html = shown(person, f"/me/days/{tomorrow.year}/{tomorrow.month}/")
    assert f"/me/day/{tomorrow.isoformat()}/" not in html


def test_the_page_is_a_table_with_a_caption_and_heads(person: Client) -> None:
    html = shown(person)
    assert "<caption" in html
    assert html.count('scope="col"') == 7
    assert html.count("<svg") == html.count('aria-hidden="true" focusable="false"')


def test_the_page_speaks_spanish(person: Client, diary: Diary) -> None:
    keep(diary, Use(when=on(2), substance="sidra", substance_code="alcohol", amount=CIDER))
    answer = person.get(A_MONTH, headers={"accept-language": "es"})
    html = answer.content.decode()
    assert "lunes 2 de marzo: sidra 2" in html
    assert "En blanco no es cero" in html


def test_home_shows_the_last_seven_days(diary: Diary) -> None:
    today = dt.date(2026, 3, 8)
    keep(diary, Use(when=on(7), substance="wine"), Use(when=on(1), substance="wine"))
    with translation.override("en"):
        parts = home_parts(diary(), today)
    assert [cell.on.day for cell in parts["cells"]] == [2, 3, 4, 5, 6, 7, 8]
    assert parts["days_written"] == "1 day written"


def test_anchors_are_kept_once_and_taken_away(person: Client, diary: Diary) -> None:
    form = {"version_id": "7c1c3a39-3f6e-4a3b-8f0f-6d5f1e5d9a01", "words": "payday", "on": "2026-01-31"}
    for _tap in range(2):
        assert person.post("/me/anchors/", {**form, "returns": "month"}).status_code == 302
    (leaf,) = diary().leaves(Anchor)
    assert leaf.fact == Anchor(on=dt.date(2026, 1, 31), words="payday", every_month=True)
    assert "payday" in shown(person, "/me/anchors/")
    assert person.post(f"/me/lasting/{leaf.id}/erase/").status_code == 302
    assert list(diary().leaves(Anchor)) == []


def test_an_anchor_without_a_day_is_asked_back(person: Client, diary: Diary) -> None:
    form = {"version_id": "7c1c3a39-3f6e-4a3b-8f0f-6d5f1e5d9a01", "words": "payday", "on": "2026-02-31"}
    html = person.post("/me/anchors/", {**form, "returns": "once"}).content.decode()
    assert "That day is not in the calendar" in html
    assert list(diary().leaves(Anchor)) == []


def test_a_new_word_for_the_same_substance_follows_the_old_one(person: Client, diary: Diary) -> None:
    for version, word in (
        ("7c1c3a39-3f6e-4a3b-8f0f-6d5f1e5d9a01", "vinito"),
        ("7c1c3a39-3f6e-4a3b-8f0f-6d5f1e5d9a02", "tinto"),
    ):
        form = {"version_id": version, "word": word, "substance_code": "alcohol", "units": "mug, half mug"}
        assert person.post("/me/words/", {**form, "shape": "drop"}).status_code == 302
    (leaf,) = diary().leaves(OwnWord)
    assert (leaf.fact.word, leaf.fact.units, leaf.fact.symbol) == ("tinto", ("mug", "half mug"), "drop")
    assert leaf.drawer is Drawer.DIARY
