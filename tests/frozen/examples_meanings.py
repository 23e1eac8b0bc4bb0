"""One fact of every kind in which somebody looks at what use is for."""

import datetime as dt

from vado.balance import facts as weighed
from vado.diary.facts import UrgeEnding
from vado.meanings import facts
from vado.meanings import facts_map as drawn
from vado.meanings import facts_voices as heard
from vado.meanings import facts_wave as ridden
from vado.record.facts import Fact
from vado.record.lived_day import Lived

_WHEN = Lived(on=dt.date(2026, 11, 20), at=dt.time(22, 30), zone="America/Santiago", utc_offset_minutes=-180)

MEANINGS: tuple[Fact, ...] = (
    facts.Unwrapping(
        when=_WHEN,
        about="piscola",
        entry="0" * 32,
        ended=facts.Ended.USED_LESS,
        words={"event": "the phone rang", "voice": "you may", "whose": "mine"},
        height=7,
        first_sign_at=dt.time(21, 50),
        acted_at=dt.time(22, 30),
        meanings=("inner_critic", "to rest"),
        waits=True,
    ),
    drawn.MapNode(
        words="not good enough",
        sort=drawn.NodeSort.VOICE,
        meaning="inner_critic",
        liked=drawn.Liked.UNWANTED,
        place=1,
        by=drawn.Hand.BOTH,
        drawn_on=_WHEN.on,
        until=dt.date(2026, 12, 1),
        before=(
            drawn.NodeThen(
                until=dt.date(2026, 11, 25),
                off_since=dt.date(2026, 11, 23),
                words="her voice",
                sort=drawn.NodeSort.PERSON,
                meaning="habit",
                liked=drawn.Liked.BOTH,
                place=2,
            ),
        ),
    ),
    drawn.MapArrow(
        source="1" * 32,
        target="2" * 32,
        does=drawn.Does.EASES,
        strength=6,
        strength_least=4,
        strength_most=8,
        changeable=3,
        held_by=drawn.Hand.BOTH,
        by=drawn.Hand.THERAPIST,
        since="since March",
        note="on weekdays",
        speaks_for=("3" * 32,),
        speaks_against=("4" * 32,),
        drawn_on=_WHEN.on,
        until=dt.date(2026, 12, 1),
        before=(
            drawn.ArrowThen(
                until=dt.date(2026, 11, 25),
                off_since=dt.date(2026, 11, 23),
                source="1" * 32,
                target="5" * 32,
                does=drawn.Does.RAISES,
                held_by=drawn.Hand.PERSON,
                strength=7,
                strength_least=5,
                strength_most=9,
                changeable=2,
                since="since school",
                note="every day",
                speaks_for=("3" * 32,),
                speaks_against=("6" * 32,),
            ),
        ),
    ),
    drawn.WhatIf(node="1" * 32, words="I could go to bed", by=drawn.Hand.THERAPIST, on=_WHEN.on),
    ridden.UrgeWave(
        when=_WHEN,
        began_at=dt.datetime(2026, 11, 21, 1, 30, tzinfo=dt.UTC),
        taps=((0, 5), (90, 8)),
        ending=UrgeEnding.PASSED,
        wanted="an hour of quiet",
        meanings=("inner_critic",),
        is_over=True,
    ),
    ridden.Helped(what="cold_water", on=_WHEN.on),
    ridden.OwnAlternative(words="the allotment"),
    heard.VoiceLine(side=heard.Side.WANTS_ELSE, words="and the morning?", on=_WHEN.on, answers="5" * 32),
    heard.FormulationPart(
        section=heard.Section.CRITIC,
        by=drawn.Hand.THERAPIST,
        words="my own by now",
        on=_WHEN.on,
        sees_otherwise=True,
        before=(heard.PartThen(_WHEN.on, "my father's"),),
    ),
    weighed.BalanceItem(
        pan=weighed.Kind.HARM,
        whom=weighed.Whom.PEOPLE,
        words="my daughter goes to her room",
        substance="wine",
        weights=(weighed.Weight(_WHEN.on, 3), weighed.Weight(dt.date(2026, 11, 25))),
        ready=6,
        next_step="ask her",
        until=dt.date(2026, 12, 1),
    ),
    weighed.SideItem(
        field=weighed.Field.STAY_GOOD, words="an hour", weights=(weighed.Weight(_WHEN.on, 4),), until=_WHEN.on
    ),
    weighed.ComesTo(words="worth it on Fridays", on=_WHEN.on),
    weighed.WordsLeft(words="the evenings are better", signed="your sister", asked="my sister", on=_WHEN.on),
)
