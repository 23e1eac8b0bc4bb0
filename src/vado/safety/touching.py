"""Whether a sentence touches suicide or overdose: words and items of a list, in both languages, and nothing more.

No score and no judgement: it decides whether a page shows a gentle line to the person who wrote. Nothing of it is kept.
"""

import functools
import importlib.resources
import re
from collections.abc import Iterable

import msgspec

from vado.safety.classes import folded

APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´", ""))
NO_WORD = re.compile(r"[^\w\s]+")
BETWEEN_SENTENCES = re.compile(r"[.!?;]+")
DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # "pleaaase"
GROUP, WORDS_BETWEEN = re.compile(r"\{([a-z_]+)\}"), re.compile(r" \.\.(\d) ")


class TouchingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of touching.toml: what touches, and what is taken out before looking."""

    innocent: tuple[str, ...]
    touching: tuple[str, ...]
    groups: dict[str, str]  # other ways to say one part of a sentence; an item names it in braces


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
    return any(touching.search(innocent.sub(" | ", plain(one))) for one in BETWEEN_SENTENCES.split(words))


def touch_any(sentences: Iterable[str]) -> bool:
    """Whether one of these touches.

    >>> touch_any(["", "a walk", "me quiero morir"]), touch_any([])
    (True, False)
    """
    return any(map(touches, sentences))


def plain(words: str) -> str:
    """Words without capitals, accents, apostrophes, other signs, drawn out letters and doubled spaces."""
    bare = NO_WORD.sub(" ", folded(words.translate(APOSTROPHES)))
    return " ".join(DRAWN_OUT.sub(r"\1", bare).split())


@functools.cache
def listed() -> TouchingFile:
    """The two lists as they are printed in the guide."""
    content = importlib.resources.files("vado.safety").joinpath("touching.toml").read_bytes()
    return msgspec.toml.decode(content, type=TouchingFile)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _any_of(listed().innocent), _any_of(listed().touching)


def _any_of(items: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(_spelled_out, items))})\b".replace("ñ", "n"))


def _spelled_out(item: str) -> str:
    """A pattern of the item: its groups put in, and so many words left open as it says."""
    for _ in range(2):  # a group may name another one
        item = GROUP.sub(lambda named: f"(?:{listed().groups[named[1]]})", item)
    return WORDS_BETWEEN.sub(r"(?: \\w+){0,\1} ", item)
