"""A map of meanings that goes round, drawn by two hands."""

import datetime as dt
from uuid import UUID, uuid4

from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom, WordsLeft
from vado.meanings.facts_map import Does, Hand, Liked, MapArrow, MapNode, NodeSort, WhatIf
from vado.meanings.facts_voices import FormulationPart, Section, Side, VoiceLine
from vado.meanings.facts_wave import UrgeWave
from vado.record import Drawer, Fact, Record, leave_letter, make_letter_box
from vado.record.lived_day import Lived

THINGS = (
    ("bad handover", NodeSort.SITUATION, 0),
    ("the voice: not good enough", NodeSort.VOICE, 0),
    ("tight chest", NodeSort.STATE, 1),
    ("to rest", NodeSort.MEANING, 0),
    ("cider", NodeSort.USE, 0),
    ("ten minutes alone", NodeSort.STRATEGY, 1),
    ("quiet", NodeSort.NEAR, 0),
    ("bad sleep", NodeSort.LATER, 0),
)
ARROWS = ((0, 1), (1, 2), (1, 3), (3, 4), (2, 4), (4, 6), (4, 7), (7, 1))


def draw_a_map(record: Record, day: dt.date, entry: str) -> dict[str, UUID]:
    """Gives one thing and one arrow whose pages can be shown."""
    since = day - dt.timedelta(days=20)
    nodes = [
        record.put(MapNode(words=words, sort=sort, place=place, liked=Liked.BOTH, drawn_on=since)).id
        for words, sort, place in THINGS
    ]
    first = record.put(_arrow(nodes, 0, 1, Does.RAISES, since, strength=7, strength_least=5, speaks_for=(entry,)))
    for source, target in ARROWS[1:]:
        record.put(_arrow(nodes, source, target, Does.RAISES, day))
    record.put(_arrow(nodes, 5, 2, Does.EASES, day, strength=4))
    record.put(_arrow(nodes, 4, 2, Does.EASES, day))
    record.put(_arrow(nodes, 4, 2, Does.RAISES, day, held_by=Hand.THERAPIST, by=Hand.THERAPIST))
    record.put(WhatIf(node=nodes[2].hex, words="I could go straight to bed.", on=day))
    wave = record.put(_ridden(day)).id
    kept = {fact.kind: record.put(fact).id for fact in both_sides(day)}
    return {"laid": kept["balance_item"], **letters(record, day), "wave": wave, "thing": nodes[2], "arrow": first.id}


def letters(record: Record, day: dt.date) -> dict[str, UUID]:
    """One was read, one is asked for; the one that comes is left by somebody else, at an hour of its own."""
    said = WordsLeft(words="I saw you sleep in August.", signed="your sister", asked="my sister", on=day)
    make_letter_box(record, "my brother")
    return {"letter": record.put(said, drawer=Drawer.OWN).id}


def leave_a_letter(code: str, now: dt.datetime) -> None:
    """Somebody close writes, on a page of their own."""
    leave_letter(code, "One Sunday with you.", "S.", sending=uuid4(), now=now)


def both_sides(day: dt.date) -> list[Fact]:
    """Two voices, a page of two hands, a balance that moved."""
    then = day - dt.timedelta(days=60)
    return [
        VoiceLine(side=Side.WANTS_IT, words="An hour in which nobody asks me for anything.", on=day),
        VoiceLine(side=Side.WANTS_ELSE, words="And the morning after?", on=day),
        FormulationPart(section=Section.CRITIC, by=Hand.PERSON, words="My own by now.", on=then),
        FormulationPart(section=Section.CRITIC, by=Hand.THERAPIST, words="I hear your father.", on=day),
        BalanceItem(pan=Kind.BENEFIT, whom=Whom.ME, words="quiet", weights=(Weight(then, 4), Weight(day, 2))),
        BalanceItem(
            pan=Kind.HARM, whom=Whom.PEOPLE, words="my brother", substance="cider", weights=(Weight(then, 3),), ready=6
        ),
        SideItem(field=Field.STAY_GOOD, words="Fridays stay Fridays", weights=(Weight(then, 3),)),
        SideItem(field=Field.CHANGE_GOOD, words="mornings", weights=(Weight(day, 3),)),
        ComesTo(words="Worth it on Fridays.", on=day),
    ]


def _ridden(day: dt.date) -> UrgeWave:
    now = dt.datetime.now(dt.UTC)  # a wave of some time ago leads to its end
    taps = ((0, 4), (90, 6), (240, 8), (420, 7), (720, 3), (1020, 2))
    return UrgeWave(when=Lived(on=day, at=dt.time(19)), began_at=now, taps=taps, wanted="an hour of quiet")


def _arrow(nodes: list[UUID], source: int, target: int, does: Does, day: dt.date, **more: object) -> MapArrow:
    arrow = MapArrow(source=nodes[source].hex, target=nodes[target].hex, does=does, drawn_on=day)
    return type(arrow)(**{name: getattr(arrow, name) for name in arrow.__struct_fields__} | more)
