"""What the ten people think about it: unwrappings, a map, a balance, voices, a page for two."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID, uuid5

from vado.balance.facts import BalanceItem, SideItem, Weight, WordsLeft
from vado.demonstration.stories import Story
from vado.demonstration.understandings import (
    Arrow,
    Episode,
    Laid,
    LetterRead,
    SideLaid,
    Understanding,
    Voices,
    understandings,
)
from vado.diary.facts import Use
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.facts_map import Hand, MapArrow, MapNode
from vado.meanings.facts_voices import FormulationPart, Side, VoiceLine
from vado.meanings.rules_map import free_place
from vado.record.facts import Drawer, Fact
from vado.record.lived_day import Lived
from vado.record.writing import Sent

DRAWN_DAYS_AGO = 40
WEIGHED_DAYS_AGO = 120
WEIGHED_AGAIN_DAYS_AGO = 34
SPOKE_DAYS_AGO = 78
LETTER_DAYS_AGO = 20
THOUGHT_DAYS_AGO = 26
_IDS = UUID("6f5b7c1e-0c53-4f0e-9a56-2f9d1f0a7c33")


def meanings_of(story: Story, diary: Sequence[Fact], today: dt.date) -> list[Sent]:
    """What that person keeps, with the ids by which the map's arrows find their things."""
    told = understandings()[story.code]
    ids = {thing.key: uuid5(_IDS, f"{story.code} {thing.key} {today}") for thing in told.things}
    return [
        *(Sent(_unwrapping(episode, story, _day_of(episode, diary, today))) for episode in told.unwrappings),
        *_things(told, ids, today - dt.timedelta(days=DRAWN_DAYS_AGO)),
        *(Sent(_arrow(arrow, ids, today - dt.timedelta(days=DRAWN_DAYS_AGO))) for arrow in told.arrows),
        *(Sent(_item(laid, today)) for laid in told.items),
        *(Sent(_side(laid, today)) for laid in told.sides),
        *_letter(told.letter, today),
        *_lines(told.voices, f"{story.code} {today}", today),
        *_thoughts(told, Hand.PERSON, today),
    ]


def thoughts_of_the_therapist(story: Story, today: dt.date) -> list[Sent]:
    """What the other hand writes on the page for two, through the door."""
    return _thoughts(understandings()[story.code], Hand.THERAPIST, today)


def _thoughts(told: Understanding, hand: Hand, today: dt.date) -> list[Sent]:
    on = today - dt.timedelta(days=THOUGHT_DAYS_AGO)
    return [
        Sent(FormulationPart(section=one.section, by=hand, words=one.words, on=on, sees_otherwise=one.sees_otherwise))
        for one in told.thoughts
        if one.by is hand
    ]


def _day_of(episode: Episode, diary: Sequence[Fact], today: dt.date) -> dt.date:
    """The last day up to the told one on which the diary says the same: that it was used, or that it was not."""
    told = today - dt.timedelta(days=episode.days_ago)
    used = {fact.when.on for fact in diary if isinstance(fact, Use) and fact.substance == episode.about}
    days = (told - dt.timedelta(days=back) for back in range((told - min(used)).days + 1))
    return next(day for day in days if (day in used) is (episode.ended is not Ended.NOT_USED))


def _unwrapping(episode: Episode, story: Story, on: dt.date) -> Unwrapping:
    return Unwrapping(
        when=Lived(on=on, zone=story.zone),
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
