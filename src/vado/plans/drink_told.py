"""The standard drink of the person's country, told wherever amounts are counted with it."""

import datetime as dt
from collections.abc import Iterable

import msgspec
from django.utils.translation import get_language

from vado import catalogue
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.plans.conditions import AtMost, Condition
from vado.plans.finding_words import number
from vado.plans.rules_amounts import GRAMS, STANDARD_DRINK


class DrinkTold(msgspec.Struct, frozen=True):
    """Its grams as they are written, where they come from, and whether somebody still has to check them."""

    grams: str
    source: str
    is_to_be_verified: bool


def drink_of(writing: Writing) -> DrinkTold | None:
    """That of the person who writes, today."""
    return drink_told(writing.settings.vocabulary, today_of(writing.settings, writing.now))


def counts_with_it(conditions: Iterable[Condition]) -> bool:
    """Whether an amount of a plan is counted in drinks, or in grams that drinks are turned into."""
    return any(isinstance(one, AtMost) and one.unit in (STANDARD_DRINK, GRAMS) for one in conditions)


def drink_told(country: str, today: dt.date) -> DrinkTold | None:
    """What a page says of it; nothing where the country is not known or has no drink of its own."""
    drink = catalogue.standard_drink(country) if country else None
    if drink is None:
        return None
    source = catalogue.source_in((get_language() or "en")[:2], drink.source)
    return DrinkTold(number(drink.grams), source, drink.is_to_be_verified(today))
