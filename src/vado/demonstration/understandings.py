"""The files of what the ten people think about it: their shapes, and how they are read."""

import datetime as dt
import functools
from importlib import resources

import msgspec

from vado.balance.facts import Field, Kind, Whom
from vado.meanings.facts import Ended
from vado.meanings.facts_map import Does, Hand, NodeSort
from vado.meanings.facts_voices import Section


class Episode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One time in slow motion."""

    days_ago: int
    about: str
    ended: Ended
    height: int
    first_sign_at: dt.time
    acted_at: dt.time
    meanings: tuple[str, ...]
    words: dict[str, str]


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something on the map, with a short key for its arrows."""

    key: str
    sort: NodeSort
    words: str
    meaning: str = ""


class Arrow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One arrow between two keys."""

    source: str
    target: str
    does: Does
    strength: int


class Laid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something on the balance, and how much it mattered then and matters now."""

    pan: Kind
    whom: Whom
    words: str
    mattered: int
    matters: int


class SideLaid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something good or less good of staying or changing, and how much it mattered then and matters now."""

    field: Field
    words: str
    mattered: int
    matters: int


class Voices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two lines of each voice: some months ago, and now."""

    before_wants_it: str
    before_wants_else: str
    wants_it: str
    wants_else: str


class LetterRead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody close left, and the person has read."""

    asked: str
    signed: str
    words: str


class Thought(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one hand wrote in one part of the page for two."""

    section: Section
    by: Hand
    words: str
    sees_otherwise: bool = False


class Understanding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything of one person."""

    unwrappings: tuple[Episode, ...]
    things: tuple[Thing, ...]
    arrows: tuple[Arrow, ...]
    items: tuple[Laid, ...]
    sides: tuple[SideLaid, ...]
    voices: Voices
    thoughts: tuple[Thought, ...]
    letter: LetterRead | None = None


@functools.cache
def understandings() -> dict[str, Understanding]:
    """By the code of the story, as in 03-rosario.toml."""
    folder = resources.files("vado.demonstration") / "stories" / "meanings"
    files = [each for each in folder.iterdir() if each.name.endswith(".toml")]
    return {
        each.name.removesuffix(".toml").split("-")[1]: msgspec.toml.decode(each.read_bytes(), type=Understanding)
        for each in files
    }
