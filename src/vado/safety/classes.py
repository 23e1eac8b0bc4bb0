"""From a person's word to a substance or medicine, and from its code to a class. Recognised, never corrected."""

import difflib
import functools
import unicodedata
from collections.abc import Mapping

from vado import catalogue

CLOSE_ENOUGH = 0.8  # own judgement: one or two letters of a medicine's name
MOST_SUGGESTIONS = 3


def class_of(substance_code: str) -> str:
    """The class of a substance, or nothing for a code that the catalogue does not know.

    >>> class_of("beer"), class_of("moonlight")
    ('alcohol', '')
    """
    try:
        return catalogue.substance(substance_code).class_code
    except catalogue.UnknownSubstance:
        return ""


def code_of(word: str, country: str = "") -> str:
    """The substance or medicine that a word stands for in one of the two languages, or nothing.

    >>> code_of("Sertralina"), code_of("cocaine"), code_of("meth", "US"), code_of("meth"), code_of("moonlight")
    ('sertraline', 'cocaine', 'methamphetamine', '', '')
    """
    said = folded(word)
    return _names().get(said, "") or _words_of(country).get(said, "")


def is_other_word(word: str, code: str) -> bool:
    """Whether a code was found by a brand or a short form, which is to be verified, and not by the name itself.

    >>> is_other_word("Vivitrol", "naltrexone"), is_other_word("Naltrexona", "naltrexone"), is_other_word("moon", "")
    (True, False, False)
    """
    return bool(code) and _names().get(folded(word)) != code


def close_names(word: str, language: str) -> tuple[str, ...]:
    """Names that a misspelt word may have meant, nearest first; offered, and never put in its place.

    >>> close_names("sertralin", "en")
    ('Sertraline',)
    >>> close_names("🌙", "en")
    ()
    """
    codes = [_names()[name] for name in difflib.get_close_matches(folded(word), _names(), 6, CLOSE_ENOUGH)]
    return tuple(name_of(code, language) for code in dict.fromkeys(codes))[:MOST_SUGGESTIONS]


def name_of(code: str, language: str) -> str:
    """The name of a substance or a medicine, or its code where nobody knows it."""
    return _named().get(code, {}).get(language, code)


def folded(word: str) -> str:
    """A word without capitals, accents and doubled spaces."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


@functools.cache
def _named() -> Mapping[str, Mapping[str, str]]:
    known: list[catalogue.Named] = [*catalogue.substances(), *catalogue.combinations().medicines]
    return {one.code: one.names for one in known}


@functools.cache
def _names() -> Mapping[str, str]:
    return {folded(name): code for code, names in _named().items() for name in names.values()}


@functools.cache
def _words_of(country: str) -> Mapping[str, str]:
    """A word that stands for two things in two countries stands for neither where the country is not known."""
    lists = [catalogue.words(country, language) for language in ("en", "es")]
    lists.append(catalogue.combinations().also)
    stands_for: dict[str, set[str]] = {}
    for words in lists:
        for code, known in words.items():
            for word in known:
                stands_for.setdefault(folded(word), set()).add(code)
    return {word: next(iter(codes)) for word, codes in stands_for.items() if len(codes) == 1}
