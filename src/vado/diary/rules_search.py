"""Finding the person's own words again: every text is read, nothing is indexed."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from vado.record.facts import Fact

AROUND = 60  # letters shown before and after the words found
LEAST_LETTERS = 2
NOT_WORDS = frozenset({"occasion", "source", "zone", "unit", "route", "substance_code", "symbol", "leaf", "field"})


class Excerpt(msgspec.Struct, frozen=True):
    """The place where the words stand."""

    before: str
    found: str
    after: str


def folded(words: str) -> str:
    """Without case and accents, letter for letter, so that places in it are places in the original.

    >>> folded("Áé ñ")
    'ae n'
    """
    return "".join(_bare(letter) for letter in words)


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    bare = unicodedata.normalize("NFD", letter)[0].casefold()
    return bare if len(bare) == 1 else letter


def terms_of(query: str) -> list[str]:
    """The words looked for; shorter ones than two letters find nothing."""
    return [term for term in folded(query).split() if len(term) >= LEAST_LETTERS]


def found_in(fact: Fact, terms: list[str]) -> Excerpt | None:
    """Where a fact holds all the terms, or None; they may stand in different fields."""
    texts = list(texts_of(fact))
    plain = [folded(text) for text in texts]
    if not terms or not all(any(term in words for words in plain) for term in terms):
        return None
    text, start = next((texts[n], words.find(terms[0])) for n, words in enumerate(plain) if terms[0] in words)
    return _excerpt(text, start, start + len(terms[0]))


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = ("…" if first else "") + text[first:start]
    return Excerpt(before, text[start:end], text[end:last] + ("…" if last < len(text) else ""))


def texts_of(fact: Fact) -> Iterator[str]:
    """Every text of a fact that a person wrote."""
    for field in msgspec.structs.fields(fact):
        if field.name not in NOT_WORDS:
            yield from _texts(getattr(fact, field.name))


def _texts(value: Any) -> Iterable[str]:  # a field may be of any type; only texts are looked at
    if type(value) is str:
        return [value] if value else []
    if isinstance(value, dict):
        return [name for name in value if isinstance(name, str)]
    if isinstance(value, tuple):
        return [part for part in value if isinstance(part, str)]
    return []
