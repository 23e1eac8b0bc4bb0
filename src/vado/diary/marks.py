"""The mark of a substance in a calendar: the person's own symbol, or a shape of the design."""

import zlib
from collections.abc import Iterable, Sequence

import msgspec

from vado.diary.facts import OwnWord, Use

MarkKey = str
# Told apart without colour; every one covers about the same area.
SHAPES = ("circle", "triangle", "diamond", "square", "hexagon", "drop", "bar")


class ShapeOf(msgspec.Struct, frozen=True):
    """How one substance is drawn and called. `place` keeps the order of marks the same on every day."""

    word: str
    shape: str = ""
    symbol: str = ""
    place: int = 0


def substance_key(code: str, word: str) -> MarkKey:
    """What makes two entries the same substance: the code of the catalogue, or the person's own word."""
    return code or word.strip().casefold()


def shapes_for(uses: Iterable[Use], own_words: Sequence[OwnWord]) -> dict[MarkKey, ShapeOf]:
    """A shape for each substance: the chosen one, or one that follows from its name so that months agree."""
    chosen = {substance_key(own.substance_code, own.word): own for own in own_words}
    words = {substance_key(use.substance_code, use.substance): use.substance for use in uses}
    taken = {own.symbol for key, own in chosen.items() if key in words and own.symbol in SHAPES}
    shapes: dict[MarkKey, ShapeOf] = {}
    for key in sorted(words, key=lambda key: (_wished_place(key), key)):
        shapes[key] = _shape(key, words[key], chosen.get(key), taken)
        taken.add(shapes[key].shape)
    return shapes


def _shape(key: MarkKey, word: str, own: OwnWord | None, taken: set[str]) -> ShapeOf:
    called = own.word if own is not None and own.word else word
    if own is not None and own.symbol in SHAPES:
        return ShapeOf(called, own.symbol, "", SHAPES.index(own.symbol))
    if own is not None and own.symbol:
        return ShapeOf(called, "", own.symbol, _wished_place(key))
    place = _free_place(_wished_place(key), taken)
    return ShapeOf(called, SHAPES[place], "", place)


def _wished_place(key: MarkKey) -> int:
    return 0 if key == "alcohol" else zlib.crc32(key.encode()) % len(SHAPES)


def _free_place(wished: int, taken: set[str]) -> int:
    """The next shape nobody has; when all are taken two substances share one, and words tell them apart."""
    places = [(wished + step) % len(SHAPES) for step in range(len(SHAPES))]
    return next((place for place in places if SHAPES[place] not in taken), wished)
