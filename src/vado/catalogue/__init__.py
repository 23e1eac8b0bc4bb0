"""Facts about the world as files with source and verify-by date, and their loader."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping

from vado.catalogue import loading
from vado.catalogue.broken import BrokenCatalogue
from vado.catalogue.combinations import Pair, combinations, source_of
from vado.catalogue.facts_of_the_world import (
    Alternative,
    CheckedFact,
    CountryLines,
    CountryWords,
    EmergencyNumber,
    EthanolDensity,
    FactDue,
    HelpLine,
    Meaning,
    Named,
    Route,
    StandardDrink,
    Strategy,
    Substance,
    Tag,
    Unit,
    source_in,
)

__all__ = [
    "Alternative",
    "BrokenCatalogue",
    "CheckedFact",
    "CountryLines",
    "CountryWords",
    "EmergencyNumber",
    "EthanolDensity",
    "FactDue",
    "HelpLine",
    "Meaning",
    "Named",
    "Route",
    "StandardDrink",
    "Strategy",
    "Substance",
    "Tag",
    "Unit",
    "UnknownSubstance",
    "alternative_groups",
    "alternatives",
    "class_name",
    "combinations",
    "countries",
    "due",
    "ethanol_density",
    "ethanol_grams",
    "help_in",
    "help_lines",
    "meanings",
    "name_of",
    "routes",
    "source_in",
    "standard_drink",
    "standard_drinks",
    "strategies",
    "strategies_for",
    "substance",
    "substances",
    "traditions",
    "units",
    "vocabulary",
    "words",
]


class UnknownSubstance(KeyError):
    """The catalogue has no substance of that code."""


@functools.cache
def substances() -> tuple[Substance, ...]:
    """All substances, in the order of their classes."""
    return tuple(one for group in loading.substances_file().classes for one in group.members())


def substance(code: str) -> Substance:
    """The substance of that code; raises `UnknownSubstance`."""
    try:
        return _by_code()[code]
    except KeyError as problem:
        raise UnknownSubstance(code) from problem


def class_name(class_code: str, language: str) -> str:
    """The name of a class of substances, or its code where the class is unknown."""
    names = {group.code: group.names for group in loading.substances_file().classes}
    return names.get(class_code, {}).get(language, class_code)


def name_of(code: str, language: str, country: str = "") -> str:
    """The neutral name of a substance, in the country's form where that differs."""
    names = substance(code).names
    return names.get(f"{language}_{country}", names[language])


def units() -> tuple[Unit, ...]:
    """What amounts are counted in."""
    return loading.measures_file().units


def routes() -> tuple[Route, ...]:
    """The ways of taking a substance."""
    return loading.measures_file().routes


def meanings() -> tuple[Meaning, ...]:
    """What use can be for."""
    return loading.meanings_file().meanings


def alternative_groups() -> tuple[Named, ...]:
    """The groups of alternatives, in the order in which they are shown."""
    return loading.alternatives_file().groups


def alternatives() -> tuple[Alternative, ...]:
    """What can be done with an urge besides obeying or fighting it."""
    return loading.alternatives_file().alternatives


def traditions() -> tuple[Named, ...]:
    """Where strategies come from."""
    return loading.strategies_file().traditions


def strategies() -> tuple[Strategy, ...]:
    """Things to try that may serve the same need as use does."""
    return loading.strategies_file().strategies


def strategies_for(meaning: str) -> tuple[Strategy, ...]:
    """Those that may serve one meaning, in the order of the file: no order of worth."""
    return tuple(one for one in strategies() if meaning in one.serves)


def countries() -> tuple[str, ...]:
    """Countries whose words are known."""
    return tuple(one.country for one in loading.vocabulary_file().countries)


def vocabulary(country: str) -> CountryWords | None:
    """The words of a country, with their source and whether natives have checked them."""
    return next((one for one in loading.vocabulary_file().countries if one.country == country), None)


def words(country: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """What people call substances there, by code; without a country, what every country of the language says.

    Somebody keeps the words of their country whatever the language of the pages.
    """
    chosen = vocabulary(country)
    return chosen.words if chosen else _words_of_language(language)


def standard_drinks() -> tuple[StandardDrink, ...]:
    """Grams of ethanol in one drink, by country."""
    return loading.ethanol_file().standard_drinks


def standard_drink(country: str) -> StandardDrink | None:
    """One country's drink, or None where no source is known."""
    return next((one for one in standard_drinks() if one.country == country), None)


def ethanol_density() -> EthanolDensity:
    """Grams in a millilitre of ethanol, with its source."""
    return loading.ethanol_file().density


def ethanol_grams(volume_ml: float, strength_percent: float) -> float:
    """Grams of ethanol in a drink of that volume and strength by volume.

    >>> round(ethanol_grams(330, 5), 1)
    13.0
    """
    if not 0 <= volume_ml < float("inf"):
        raise ValueError("a volume is a number of millilitres, zero or more")
    if not 0 <= strength_percent <= 100:
        raise ValueError("a strength lies between 0 and 100 percent")
    return volume_ml * strength_percent / 100 * ethanol_density().grams_per_ml


def help_lines() -> tuple[CountryLines, ...]:
    """Whom one can call, by country."""
    return loading.lines_file().countries


def help_in(country: str) -> CountryLines | None:
    """Whom one can call in that country, or None where no numbers are known."""
    return next((one for one in help_lines() if one.code == country), None)


def due(today: dt.date, within_days: int) -> list[FactDue]:
    """Facts to be checked, soonest first: never checked, or with a date that comes within these days."""
    horizon = today + dt.timedelta(days=within_days)
    found = [_due(kind, of, fact, today) for kind, of, fact in _checked_facts() if fact.is_to_be_verified(horizon)]
    return sorted(found, key=lambda fact: (fact.verify_by, fact.kind, fact.of))


@functools.cache
def _by_code() -> Mapping[str, Substance]:
    return {one.code: one for one in substances()}


@functools.cache
def _words_of_language(language: str) -> Mapping[str, tuple[str, ...]]:
    spoken = [one.words for one in loading.vocabulary_file().countries if one.language == language]
    codes = dict.fromkeys(code for known in spoken for code in known)
    return {code: _without_doubles(known.get(code, ()) for known in spoken) for code in codes}


def _without_doubles(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for one in lists for word in one))


def _checked_facts() -> Iterator[tuple[str, str, CheckedFact]]:
    yield "density of ethanol", "", ethanol_density()
    for drink in standard_drinks():
        yield "standard drink", drink.country, drink
    for country_words in loading.vocabulary_file().countries:
        yield "words for substances", country_words.country, country_words
    for country in help_lines():
        yield "emergency number", country.code, country.emergency
        for line in country.lines:
            yield "line", f"{country.code} {line.number}", line
    for pair in combinations().pairs:
        yield "combination", pair.id, pair


def _due(kind: str, of: str, fact: CheckedFact, today: dt.date) -> FactDue:
    source = source_of(fact) if isinstance(fact, Pair) else fact.source
    return FactDue(kind, of, source, fact.verify_by, fact.tag is Tag.UNCHECKED, fact.verify_by <= today)
