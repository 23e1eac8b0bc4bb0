"""Which entries are about a substance: the same code, one of a class that was named, or the same own word."""

import functools
from collections.abc import Container

from vado import catalogue
from vado.diary.marks import MarkKey, substance_key


class Everything:
    """All substances together."""

    def __contains__(self, key: object) -> bool:
        return True


EVERYTHING = Everything()


def keys_about(code: str, word: str) -> Container[MarkKey]:
    """The keys of entries that belong to what was named; naming nothing means everything.

    >>> "beer" in keys_about("alcohol", "drink"), "alcohol" in keys_about("beer", "beer")
    (True, False)
    """
    if not code and not word.strip():
        return EVERYTHING
    return _members(substance_key(code, word))


@functools.lru_cache(maxsize=256)
def _members(key: MarkKey) -> frozenset[MarkKey]:
    """A class has the code of its general member: whoever says "alcohol" means beer as well."""
    members = {one.code for one in catalogue.substances() if one.class_code == key}
    return frozenset({key} | members)


@functools.lru_cache(maxsize=256)
def class_of(key: MarkKey) -> str:
    """The class of a substance of the catalogue; nothing for an own substance."""
    return next((one.class_code for one in catalogue.substances() if one.code == key), "")


def is_covered_by(key_code: str, key_word: str, codes: tuple[str, ...]) -> bool:
    """Whether a statement about these codes speaks of the whole of what was named; no codes means of everything."""
    if not codes:
        return True
    key = substance_key(key_code, key_word)
    return key in codes or class_of(key) in codes


def touches(key_code: str, key_word: str, codes: tuple[str, ...]) -> bool:
    """Whether a statement about these codes speaks of a part of what was named."""
    members = keys_about(key_code, key_word)
    return not codes or any(code in members for code in codes) or is_covered_by(key_code, key_word, codes)
