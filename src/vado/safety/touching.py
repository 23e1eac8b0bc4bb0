"""Whether a sentence touches suicide or overdose: words and items of a list, in both languages, and nothing more.

No score and no judgement: it decides whether a page shows a gentle line to the person who wrote. Nothing of it is kept.
"""

import functools
import importlib.resources
import re
import unicodedata
from collections.abc import Iterable

import msgspec

APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´", ""))
NO_WORD = re.compile(r"[^\w\s]+")


class TouchingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of touching.toml: what touches, and what is taken out before looking."""

    innocent: tuple[str, ...]
    touching: tuple[str, ...]


def touches(words: str) -> bool:
    """Whether a sentence touches suicide or overdose. Idioms are taken out before looking.

    >>> touches("I don't want to be alive any more"), touches("I was dying of laughter")
    (True, False)
    >>> touches("Me quiero morir"), touches("Me muero de risa")
    (True, False)
    """
    if not words:
        return False
    innocent, touching = _patterns()
    return bool(touching.search(innocent.sub(" ", plain(words))))


def touch_any(sentences: Iterable[str]) -> bool:
    """Whether one of these touches.

    >>> touch_any(["", "a walk", "me quiero morir"]), touch_any([])
    (True, False)
    """
    return any(map(touches, sentences))


def plain(words: str) -> str:
    """Words without capitals, accents (ñ stays), apostrophes, other signs and doubled spaces."""
    kept = words.casefold().translate(APOSTROPHES).replace("ñ", "\0")
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(sign))
    return " ".join(NO_WORD.sub(" ", bare.replace("\0", "ñ")).split())


@functools.cache
def listed() -> TouchingFile:
    """The two lists as they are printed in the guide."""
    content = importlib.resources.files("vado.safety").joinpath("touching.toml").read_bytes()
    return msgspec.toml.decode(content, type=TouchingFile)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _any_of(listed().innocent), _any_of(listed().touching)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")
