"""Reads the catalogue's own files, each once and when it is first asked for."""

import functools
import importlib.resources
from typing import Any, TypeVar

import msgspec

from vado.catalogue.broken import decoded
from vado.catalogue.facts_of_the_world import (
    Alternative,
    CountryLines,
    CountryWords,
    EthanolDensity,
    Meaning,
    Named,
    Route,
    StandardDrink,
    Strategy,
    Substance,
    Unit,
)

File = TypeVar("File")


class SubstanceClass(msgspec.Struct, frozen=True):
    """A class as its file has it; substances inherit its units and routes."""

    code: str
    names: dict[str, str]
    units: tuple[str, ...]
    routes: tuple[str, ...]
    substances: tuple[dict[str, Any], ...]

    def members(self) -> tuple[Substance, ...]:
        """The substances of the class, whole."""
        inherited = {"class_code": self.code, "units": self.units, "routes": self.routes}
        return tuple(msgspec.convert(inherited | own, Substance, strict=True) for own in self.substances)


class SubstancesFile(msgspec.Struct, frozen=True):
    """The shape of substances.toml."""

    classes: tuple[SubstanceClass, ...]


class MeasuresFile(msgspec.Struct, frozen=True):
    """The shape of measures_of_use.toml."""

    units: tuple[Unit, ...]
    routes: tuple[Route, ...]


class EthanolFile(msgspec.Struct, frozen=True):
    """The shape of ethanol.toml."""

    density: EthanolDensity
    standard_drinks: tuple[StandardDrink, ...]


class VocabularyFile(msgspec.Struct, frozen=True):
    """The shape of vocabulary.toml."""

    countries: tuple[CountryWords, ...]


class AlternativesFile(msgspec.Struct, frozen=True):
    """The shape of alternatives.toml."""

    groups: tuple[Named, ...]
    alternatives: tuple[Alternative, ...]


class StrategiesFile(msgspec.Struct, frozen=True):
    """The shape of strategies.toml."""

    traditions: tuple[Named, ...]
    strategies: tuple[Strategy, ...]


class MeaningsFile(msgspec.Struct, frozen=True):
    """The shape of meanings.toml."""

    meanings: tuple[Meaning, ...]


class LinesFile(msgspec.Struct, frozen=True):
    """The shape of lines.toml."""

    countries: tuple[CountryLines, ...]


@functools.cache
def substances_file() -> SubstancesFile:
    return _read("substances.toml", SubstancesFile)


@functools.cache
def measures_file() -> MeasuresFile:
    return _read("measures_of_use.toml", MeasuresFile)


@functools.cache
def ethanol_file() -> EthanolFile:
    return _read("ethanol.toml", EthanolFile)


@functools.cache
def vocabulary_file() -> VocabularyFile:
    return _read("vocabulary.toml", VocabularyFile)


@functools.cache
def meanings_file() -> MeaningsFile:
    return _read("meanings.toml", MeaningsFile)


@functools.cache
def lines_file() -> LinesFile:
    return _read("lines.toml", LinesFile)


@functools.cache
def alternatives_file() -> AlternativesFile:
    return _read("alternatives.toml", AlternativesFile)


@functools.cache
def strategies_file() -> StrategiesFile:
    return _read("strategies.toml", StrategiesFile)


def _read(name: str, shape: type[File]) -> File:
    text = importlib.resources.files("vado.catalogue").joinpath(name).read_bytes()
    return decoded(name, text, shape)
