"""The standard drink of the person's country, told wherever amounts are counted with it."""

import datetime as dt

import msgspec
from django.utils.translation import get_language

from vado import catalogue
from vado.plans.finding_words import number


class DrinkTold(msgspec.Struct, frozen=True):
    """Its grams as they are written, where they come from, and whether somebody still has to check them."""

    grams: str
    source: str
    is_to_be_verified: bool


def drink_told(country: str, today: dt.date) -> DrinkTold | None:
    """What a page says of it; nothing where the country is not known or has no drink of its own."""
    drink = catalogue.standard_drink(country) if country else None
    if drink is None:
        return None
    source = catalogue.source_in((get_language() or "en")[:2], drink.source)
    return DrinkTold(number(drink.grams), source, drink.is_to_be_verified(today))
