"""Takes the pictures of the guides on plans; see `pictures`."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, ViewportSize

from tests.browser.pictures import picture
from tests.browser.plans_kept import PLAN
from tests.cast import lived_today, own_record_of
from vado.diary.facts import Amount, CheckIn, DayAnswer, DayStatement, Sureness, Use
from vado.people.actions import sign_up
from vado.people.models import Account
from vado.plans.conditions import AtMost, DaysWithout, NotAlone, OnlyBetween, Per
from vado.plans.facts import Aim, Goal, GoalStatus, PlanSettings, UsePlan
from vado.record import Actor, Fact, Purpose, open_to_write
from vado.record.lived_day import Lived
from vado.record.writing import Sent

SCREEN, PHONE = ViewportSize(width=1000, height=700), ViewportSize(width=360, height=780)
DAYS, BEGUN = 130, 45
WORDS = {
    "en": ("cider", "Friday evenings that I remember", "an hour in which nobody needs anything", "Water first."),
    "es": ("sidra", "viernes de los que me acuerdo", "una hora en que nadie necesite nada", "Primero, agua."),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["en", "es"])
def test_take_pictures(browser: Browser, live_server: Any, language: str) -> None:
    account = sign_up(chosen=f"M {language}", passphrase="four words by the ford", now=timezone.now()).account
    with open_to_write(Actor(account.pk), own_record_of(account), Purpose.OWN, now=timezone.now()) as record:
        record.put_many([Sent(fact) for fact in _written(lived_today(), language)])
    for name, address, size in (
        ("today", reverse("today"), PHONE),
        ("plan", reverse("plans:use-plan", args=[PLAN]), SCREEN),
        ("days-beside-a-plan", reverse("me:days"), PHONE),
        ("what-has-changed", reverse("plans:changed"), SCREEN),
    ):
        context = browser.new_context(viewport=size, locale=language)
        context.add_cookies([_cookie(account, live_server.url)])
        picture(context.new_page(), live_server.url + address, f"{name}-{language}")
        context.close()


def _cookie(account: Account, address: str) -> Any:
    client = Client()
    client.force_login(account)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": address}


def _written(today: dt.date, language: str) -> list[Fact]:
    """Four months of somebody who drinks less on fewer evenings since there is a plan."""
    drink, goal, wants, own = WORDS[language]
    begun = today - dt.timedelta(days=BEGUN)
    few, free = AtMost(token="few", limit=2, unit="can", per=Per.DAY), DaysWithout(token="free", days=4)
    hours, somebody = OnlyBetween(token="late", earliest=dt.time(18), latest=dt.time(23)), NotAlone(token="somebody")
    plan = UsePlan(
        plan=PLAN.hex,
        from_on=begun,
        substance=drink,
        substance_code="alcohol",
        conditions=(few, free, hours, somebody),
        wants=wants,
        own_sentences=(own,),
        confidence=7,
    )
    wanted = Goal(written_on=begun, words=goal, aim=Aim.LESS, status=GoalStatus.TRYING, substance=drink)
    held = PlanSettings(held_plan=PLAN.hex, held_condition="few")
    return [plan, wanted, held, *(fact for back in range(1, DAYS) for fact in _day(today, back, drink))]


def _day(today: dt.date, back: int, drink: str) -> list[Fact]:
    on = today - dt.timedelta(days=back)
    slept = CheckIn(when=Lived(on=on), sleep=(4 if back > BEGUN else 6) + back % 2)
    if back % 11 == 0:
        return []
    if back % 7 in ((0, 2) if back < BEGUN else (0, 1, 3, 4, 5)):
        cans = Amount(Sureness.EXACT, float(2 + (back % 5 == 0) + 2 * (back > BEGUN)), None, "can")
        at = dt.time(19 + back % 3, 30)
        return [slept, Use(when=Lived(on=on, at=at), substance=drink, substance_code="alcohol", amount=cans)]
    return [slept, DayStatement(when=Lived(on=on), answer=DayAnswer.NOTHING_USED)]
