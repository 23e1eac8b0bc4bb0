"""From the person's word for a substance or a unit to the code of the catalogue, and back."""

import functools
from collections.abc import Iterable, Mapping

import msgspec
from django.utils.translation import get_language

from vado import catalogue
from vado.diary.facts import OwnWord


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of one person: their own first, then those of their country, then those of the catalogue."""

    country: str
    language: str
    own_words: tuple[OwnWord, ...] = ()

    def words(self) -> Mapping[str, str]:
        """Every known word and the code that it stands for; own substances stand for no code."""
        known: dict[str, str] = {}
        for own in self.own_words:
            known.setdefault(own.word, own.substance_code)
        for code, words in catalogue.words(self.country, self.language).items():
            for word in words:
                known.setdefault(word, code)
        for substance in catalogue.substances():
            known.setdefault(self.name_of(substance.code), substance.code)
        return known

    def code_of(self, word: str) -> str:
        """The code that the word stands for, or nothing for a substance of their own."""
        said = _folded(word)
        own = next((own.substance_code for own in self.own_words if _folded(own.word) == said), None)
        return catalogue_words(self.country, self.language).get(said, "") if own is None else own

    def name_of(self, code: str) -> str:
        """How the person calls a substance of the catalogue."""
        own = next((own.word for own in self.own_words if own.substance_code == code), "")
        return own or catalogue.name_of(code, self.language, self.country)

    def unit_names(self) -> Mapping[str, str]:
        """Units by code, own ones first."""
        own = {unit: unit for word in self.own_words for unit in word.units}
        return {**own, **_names(catalogue.units(), self.language)}

    def unit_words(self, code: str, number: float) -> str:
        """The unit beside that number: 1 can, 2 cans. An own word stays as it was written."""
        return unit_beside(code, number, self.language)

    def unit_said(self, said: str) -> str:
        """The code of a unit in its word for one or for many, or the person's own word."""
        ones = {unit.code: unit.names.get(f"{self.language}_one", "") for unit in catalogue.units()}
        among_many = code_among(self.unit_names(), said)
        return among_many if among_many in self.unit_names() else code_among(ones, said)

    def route_names(self) -> Mapping[str, str]:
        """Routes by code."""
        return _names(catalogue.routes(), self.language)

    def meaning_names(self) -> Mapping[str, str]:
        """What use can be for, by code."""
        return _names(catalogue.meanings(), self.language)


@functools.lru_cache(maxsize=64)
def catalogue_words(country: str, language: str) -> Mapping[str, str]:
    """The words of a country and the names of the catalogue, folded, and what they stand for."""
    words = Vocabulary(country, language).words()
    return {_folded(word): code for word, code in reversed([*words.items()])}  # of two alike the first one stays


def code_among(names: Mapping[str, str], said: str) -> str:
    """The code whose name was said, or the person's own word. Nothing said is nothing, never a nameless code."""
    words = _folded(said)
    if not words:
        return ""
    return next((code for code, name in names.items() if words in {_folded(name), _folded(code)}), said.strip())


def name_among(names: Mapping[str, str], code: str) -> str:
    """The name of a code; an own word is its own name."""
    return names.get(code, code)


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


def _names(named: Iterable[catalogue.Named], language: str) -> Mapping[str, str]:
    return {one.code: one.names[language] for one in named}


def unit_beside(code: str, number: float, language: str) -> str:
    """The unit beside that number; an own word stays as it was written."""
    unit = _units().get(code)
    if unit is None:
        return code
    return unit.names.get(f"{language}_one" if number <= 1 else language, unit.names[language])


@functools.cache
def _units() -> Mapping[str, catalogue.Named]:
    return {unit.code: unit for unit in catalogue.units()}


def page_language() -> str:
    """English or Spanish."""
    return (get_language() or "en")[:2]


def unit_words(code: str, number: float) -> str:
    """The unit beside that number, in the language of the page: 1 can, 2 cans."""
    return unit_beside(code, number, page_language())


def substance_names() -> Mapping[str, str]:
    """Substances by code, in the language of the page and of no country."""
    return _substance_names(page_language())


@functools.cache
def _substance_names(language: str) -> Mapping[str, str]:
    return {substance.code: catalogue.name_of(substance.code, language, "") for substance in catalogue.substances()}
