"""The numbers of each country as a page shows them, in its language and with what has to be checked."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from vado import catalogue
from vado.catalogue import CheckedFact, source_in


class LineShown(msgspec.Struct, frozen=True):
    """One line of a country."""

    name: str
    number: str
    dial: str
    hours: str
    is_to_check: bool


class CountryShown(msgspec.Struct, frozen=True):
    """The numbers of one country."""

    code: str
    name: str
    numbers: tuple[str, ...]
    lines: tuple[LineShown, ...]
    sources: str
    verify_by: dt.date
    is_to_check: bool
    is_chosen: bool

    @property
    def emergency(self) -> str:
        """The emergency numbers, short."""
        return " / ".join(self.numbers)


def countries_shown(today: dt.date, language: str, chosen: str = "") -> list[CountryShown]:
    """Every country whose numbers are known; the chosen one comes first and stands open."""
    shown = [_shown(one, today, language, chosen) for one in catalogue.help_lines()]
    return sorted(shown, key=lambda one: (not one.is_chosen, one.name))


def _shown(country: catalogue.CountryLines, today: dt.date, language: str, chosen: str) -> CountryShown:
    facts: list[CheckedFact] = [country.emergency, *country.lines]
    return CountryShown(
        code=country.code,
        name=country.names[language],
        numbers=country.emergency.numbers,
        lines=tuple(_line(line, today, language) for line in country.lines),
        sources="; ".join(dict.fromkeys(source_in(language, fact.source) for fact in facts)),
        verify_by=min(fact.verify_by for fact in facts),
        is_to_check=country.emergency.is_to_be_verified(today),
        is_chosen=country.code == chosen,
    )


def _line(line: catalogue.HelpLine, today: dt.date, language: str) -> LineShown:
    hours: Mapping[str, str] = line.hours
    return LineShown(
        line.name[language], line.number, line.dial, hours.get(language, ""), line.is_to_be_verified(today)
    )
