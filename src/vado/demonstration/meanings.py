"""What the ten people think about it: an unwrapping, a map, a balance, two voices, from files of their own."""

import datetime as dt
import functools
from importlib import resources
from uuid import UUID, uuid5

import msgspec

from vado.balance.facts import BalanceItem, Field, Kind, SideItem, Weight, Whom, WordsLeft
from vado.demonstration.stories import Story
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.facts_map import Does, MapArrow, MapNode, NodeSort
from vado.meanings.facts_voices import Side, VoiceLine
from vado.meanings.rules_map import free_place
from vado.record.facts import Drawer
from vado.record.lived_day import Lived
from vado.record.writing import Sent

DRAWN_DAYS_AGO = 40
WEIGHED_DAYS_AGO = 120
WEIGHED_AGAIN_DAYS_AGO = 34
SPOKE_DAYS_AGO = 78
LETTER_DAYS_AGO = 20
_IDS = UUID("6f5b7c1e-0c53-4f0e-9a56-2f9d1f0a7c33")


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


class Understanding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything of one person."""

    unwrapping: Episode
    things: tuple[Thing, ...]
    arrows: tuple[Arrow, ...]
    items: tuple[Laid, ...]
    sides: tuple[SideLaid, ...]
    voices: Voices
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


def meanings_of(story: Story, today: dt.date) -> list[Sent]:
    """What that person keeps, with the ids by which the map's arrows find their things."""
    told = understandings()[story.code]
    ids = {thing.key: uuid5(_IDS, f"{story.code} {thing.key} {today}") for thing in told.things}
    return [
        Sent(_unwrapping(told.unwrapping, story, today)),
        *_things(told, ids, today - dt.timedelta(days=DRAWN_DAYS_AGO)),
        *(Sent(_arrow(arrow, ids, today - dt.timedelta(days=DRAWN_DAYS_AGO))) for arrow in told.arrows),
        *(Sent(_item(laid, today)) for laid in told.items),
        *(Sent(_side(laid, today)) for laid in told.sides),
        *_letter(told.letter, today),
        *_lines(told.voices, f"{story.code} {today}", today),
    ]


def _unwrapping(episode: Episode, story: Story, today: dt.date) -> Unwrapping:
    return Unwrapping(
        when=Lived(on=today - dt.timedelta(days=episode.days_ago), zone=story.zone),
        about=episode.about,
        ended=episode.ended,
        words=episode.words,
        height=episode.height,
        first_sign_at=episode.first_sign_at,
        acted_at=episode.acted_at,
        meanings=episode.meanings,
    )


def _things(told: Understanding, ids: dict[str, UUID], on: dt.date) -> list[Sent]:
    placed: list[MapNode] = []
    for thing in told.things:
        place = free_place(placed, thing.sort)
        placed.append(MapNode(words=thing.words, sort=thing.sort, meaning=thing.meaning, place=place, drawn_on=on))
    return [Sent(node, ids[thing.key], ids[thing.key]) for node, thing in zip(placed, told.things, strict=True)]


def _arrow(arrow: Arrow, ids: dict[str, UUID], on: dt.date) -> MapArrow:
    source, target = ids[arrow.source].hex, ids[arrow.target].hex
    return MapArrow(source=source, target=target, does=arrow.does, strength=arrow.strength, drawn_on=on)


def _item(laid: Laid, today: dt.date) -> BalanceItem:
    weights = _weights(laid.mattered, laid.matters, today)
    return BalanceItem(pan=laid.pan, whom=laid.whom, words=laid.words, weights=weights)


def _side(laid: SideLaid, today: dt.date) -> SideItem:
    return SideItem(field=laid.field, words=laid.words, weights=_weights(laid.mattered, laid.matters, today))


def _weights(mattered: int, matters: int, today: dt.date) -> tuple[Weight, ...]:
    then = Weight(today - dt.timedelta(days=WEIGHED_DAYS_AGO), mattered)
    return (
        (then,) if mattered == matters else (then, Weight(today - dt.timedelta(days=WEIGHED_AGAIN_DAYS_AGO), matters))
    )


def _lines(voices: Voices, whose: str, today: dt.date) -> list[Sent]:
    """Some months ago both spoke, and lately both again; each time the second answers the first."""
    before, now = today - dt.timedelta(days=SPOKE_DAYS_AGO), today - dt.timedelta(days=5)
    pairs = ((before, voices.before_wants_it, voices.before_wants_else), (now, voices.wants_it, voices.wants_else))
    sent = []
    for on, wants_it, wants_else in pairs:
        first = uuid5(_IDS, f"{whose} voice {on}")
        sent.append(Sent(VoiceLine(side=Side.WANTS_IT, words=wants_it, on=on), first, first))
        sent.append(Sent(VoiceLine(side=Side.WANTS_ELSE, words=wants_else, on=on, answers=first.hex)))
    return sent


def _letter(letter: LetterRead | None, today: dt.date) -> list[Sent]:
    """For the person alone, as it is when it was read."""
    if letter is None:
        return []
    on = today - dt.timedelta(days=LETTER_DAYS_AGO)
    return [Sent(WordsLeft(words=letter.words, signed=letter.signed, asked=letter.asked, on=on), drawer=Drawer.OWN)]
