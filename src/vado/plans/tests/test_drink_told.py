"""Where grams are counted with a standard drink, the page says how many, whence, and whether it is checked."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.utils import translation

from tests.signed_in import Open
from vado import catalogue
from vado.people.facts import DiarySettings
from vado.plans.conditions import AtMost
from vado.plans.drink_told import DrinkTold, drink_told
from vado.plans.facts import UsePlan
from vado.plans.tests.conftest import said, today
from vado.plans.tests.test_changed import months

DRINKS, CANS = "1" * 32, "2" * 32
LONG_AGO, FAR_AHEAD = dt.date(2020, 1, 1), dt.date(2090, 1, 1)
WORDS = {
    "en": ("counted as 14 g of pure alcohol", "To be verified."),
    "es": ("se cuenta como 14 g de alcohol puro", "Por verificar."),
}


@pytest.mark.parametrize(
    ("country", "on", "is_to_be_verified"),
    [("AR", LONG_AGO, True), ("CL", LONG_AGO, False), ("CL", FAR_AHEAD, True)],
)
def test_unchecked_and_expired_ones_are_to_be_verified(country: str, on: dt.date, is_to_be_verified: bool) -> None:
    drink = catalogue.standard_drink(country)
    assert drink is not None
    for language in WORDS:
        with translation.override(language):
            source = catalogue.source_in(language, drink.source)
            assert drink_told(country, on) == DrinkTold("14", source, is_to_be_verified)


@pytest.mark.parametrize("country", ["", "XX"])
def test_where_no_drink_is_known_nothing_is_said(country: str) -> None:
    assert drink_told(country, LONG_AGO) is None


@pytest.mark.parametrize("language", WORDS)
def test_the_pages_that_count_with_it_say_so(person: Client, diary: Open, written: object, language: str) -> None:
    months(written)
    diary().put(DiarySettings(vocabulary="AR"))
    person.post("/language/", {"language": language, "next": "/me/"})
    person.post("/me/changed/choose/", said(risk_basis="both"))
    diary().put(UsePlan(plan=DRINKS, from_on=today(), conditions=(AtMost(token="a", limit=2, unit="standard_drink"),)))
    diary().put(UsePlan(plan=CANS, from_on=today(), conditions=(AtMost(token="b", limit=2, unit="can"),)))
    plan = f"/me/plan/{uuid.UUID(DRINKS)}/"
    for address in ("/me/changed/", "/me/holds/", "/me/plan/new/", plan, f"{plan}change/"):
        html = person.get(address).content.decode()
        assert all(words in html for words in WORDS[language]), address
    assert WORDS[language][1] not in person.get(f"/me/plan/{uuid.UUID(CANS)}/").content.decode()
