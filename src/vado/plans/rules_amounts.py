"""What one unit of an entry is in another unit: grams, standard drinks, an own one. What nobody said is not known."""

import functools
from collections.abc import Iterable, Mapping

import msgspec

from vado import catalogue
from vado.diary.marks import MarkKey, substance_key
from vado.plans.facts import UnitHolds
from vado.plans.rules_substances import class_of

GRAMS, STANDARD_DRINK, ALCOHOL = "g", "standard_drink", "alcohol"


class Holdings(msgspec.Struct, frozen=True):
    """What the person said their units hold and cost, and the standard drink of their country."""

    grams: Mapping[tuple[str, str], float] = {}
    prices: Mapping[tuple[str, str], float] = {}
    currency: str = ""
    drink_grams: float | None = None


def holdings_of(said: Iterable[UnitHolds], country: str) -> Holdings:
    """The holdings of one person; nothing is assumed of a unit that they said nothing about."""
    known = list(said)
    drink = catalogue.standard_drink(country) if country else None
    grams = {
        (_key(one), same_unit(one.unit)): catalogue.ethanol_grams(one.ml, one.percent)
        for one in known
        if one.ml is not None and one.percent is not None
    }
    prices = {(_key(one), same_unit(one.unit)): one.price for one in known if one.price is not None}
    currency = next((one.currency for one in known if one.currency), "")
    return Holdings(grams, prices, currency, drink.grams if drink else None)


def _key(one: UnitHolds) -> str:
    return substance_key(one.substance_code, one.substance)


@functools.lru_cache(maxsize=512)
def same_unit(unit: str) -> str:
    """Two spellings of one unit, for one and for many, are one unit.

    >>> same_unit("Copas") == same_unit("copa")
    True
    """
    return unit.strip().casefold().rstrip("s")


def factor_to(key: MarkKey, unit: str, wanted: str, holdings: Holdings) -> float | None:
    """What one unit of a substance is in the wanted unit; None where nobody said."""
    own = same_unit(unit)
    if own == wanted:
        return 1.0
    if wanted not in (GRAMS, STANDARD_DRINK):
        return None
    grams = _grams_in_one(key, own, holdings)
    if grams is None or wanted == GRAMS:
        return grams
    return grams / holdings.drink_grams if holdings.drink_grams else None


def _grams_in_one(key: MarkKey, unit: str, holdings: Holdings) -> float | None:
    """Grams of alcohol in one unit."""
    if (key, unit) in holdings.grams:
        return holdings.grams[key, unit]
    if unit == STANDARD_DRINK and class_of(key) == ALCOHOL:
        return holdings.drink_grams
    return 1.0 if unit == GRAMS and class_of(key) == ALCOHOL else None
