"""The seven parts of a safety plan, in Vado's own words and order; cite Stanley and Brown 2012."""

import re
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext_lazy as _

from vado.safety.facts import SafetyPlan
from vado.safety.rows import Text

# At least three digits, perhaps with spaces, dots, dashes or brackets between; *4141 and +34 too.
PHONE = re.compile(r"(?<![\w@])[+*(]?\d(?:[\d .()/-]*\d)?(?:\b|$)")
FEWEST_DIGITS, MOST_DIGITS = 3, 15


class Part(msgspec.Struct, frozen=True):
    """One part: the question, a hint, and the field of the fact."""

    field: str
    question: Text
    hint: Text


PARTS = (
    Part("signs", _("How do I notice that it is getting dark?"), _("Thoughts, moods, a place, a time of day.")),
    Part("alone", _("What can I do by myself that has helped?"), _("Small things. Walk, shower, music, the dog.")),
    Part("places", _("Which people and places take my mind off it?"), _("No need to talk about it there.")),
    Part(
        "people",
        _("Whom can I tell, and ask for help?"),
        _("Names and numbers. A number can then be called with one tap."),
    ),
    Part("lines", _("Which professionals and lines can I call?"), _("A doctor, a therapist, a night line.")),
    Part(
        "safer_place",
        _("How do I make the place safer?"),
        _("What could hurt me, out of reach. A stock of pills or drugs counts too. Who can keep it for me?"),
    ),
    Part("reasons", _("What do I want to be here for?"), _("Big or small. One is enough.")),
)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the person's words; with `dial`, a number that a phone can call."""

    words: str
    dial: str = ""


class PartShown(msgspec.Struct, frozen=True):
    """One part with what the person wrote."""

    question: Text
    pieces: tuple[Piece, ...]


def parts_shown(plan: SafetyPlan) -> list[PartShown]:
    """The parts that have words, in their order."""
    written = [(part.question, getattr(plan, part.field)) for part in PARTS]
    return [PartShown(question, tuple(pieces(words))) for question, words in written if words]


def pieces(words: str) -> Iterator[Piece]:
    """The words cut where a telephone number stands.

    >>> [piece.dial for piece in pieces("Marta 600 11 22 33, at 7")]
    ['', '600112233', '']
    """
    end = 0
    for found in PHONE.finditer(words):
        dial = "".join(sign for sign in found[0] if sign.isdigit() or sign in "+*")
        if FEWEST_DIGITS <= sum(sign.isdigit() for sign in dial) <= MOST_DIGITS:
            if found.start() > end:
                yield Piece(words[end : found.start()])
            yield Piece(found[0], dial)
            end = found.end()
    if end < len(words):
        yield Piece(words[end:])
