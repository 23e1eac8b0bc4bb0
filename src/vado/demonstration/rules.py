"""From a story to a diary: the same story, last day and seed give the same entries."""

import datetime as dt
import random
from collections.abc import Iterator

from vado.demonstration.stories import Habitual, Moment, Story
from vado.diary.facts import (
    Amount,
    CheckIn,
    DayAnswer,
    DayStatement,
    Intention,
    Note,
    Step,
    Sureness,
    Urge,
    UrgeEnding,
    Use,
)
from vado.record.facts import Fact
from vado.record.lived_day import DEFAULT_DAY_STARTS_AT, Lived, lived_at

DAYS_A_MONTH = 30
SHARE_OF_DAYS_WITH_WORDS = 0.35  # on most evenings people write what and how much, and no more
SHARE_OF_DAYS_WITH_CHECK_IN = 0.4
SHARE_OF_DAYS_RECALLED = 0.15
MISSING_SPELL_DAYS = (4, 9)  # people stop writing for a while, most of all when things go badly
CHANCE_OF_A_MISSING_SPELL = 0.012


def diary_of(story: Story, last_day: dt.date, seed: int) -> list[Fact]:
    """Every entry of the person's diary up to that day, oldest first."""
    first_day = last_day - dt.timedelta(days=story.months * DAYS_A_MONTH - 1)
    draw = random.Random(f"{seed} {story.code}")
    facts: list[Fact] = []
    unwritten_until = -1
    for day in range(story.months * DAYS_A_MONTH):
        if draw.random() < CHANCE_OF_A_MISSING_SPELL * _how_bad(story, day):
            unwritten_until = day + draw.randint(*MISSING_SPELL_DAYS)
        is_written = day > unwritten_until and draw.random() < story.written
        on = first_day + dt.timedelta(days=day)
        if is_written:
            facts.extend(_written_day(story, day, on, draw))
        facts.extend(_moment(story, each, on) for each in story.moments if each.day == day)
    return facts


def _how_bad(story: Story, day: int) -> float:
    return max((each.often for each in story.spells if each.from_day <= day <= each.to_day), default=1.0)


def _written_day(story: Story, day: int, on: dt.date, draw: random.Random) -> Iterator[Fact]:
    recalled = draw.random() < SHARE_OF_DAYS_RECALLED
    used = [
        use
        for habitual in story.uses
        if draw.random() < _chance(story, habitual, day, on)
        for use in [_use(story, habitual, day, on, recalled, draw)]
    ]
    yield from used
    if not used and draw.random() < story.none_said:
        yield DayStatement(when=Lived(on=on, zone=story.zone), answer=DayAnswer.NOTHING_USED, recalled=recalled)
    if draw.random() < SHARE_OF_DAYS_WITH_CHECK_IN:
        yield _check_in(story, on, bool(used), draw)


def _chance(story: Story, habitual: Habitual, day: int, on: dt.date) -> float:
    chance = habitual.weekdays[on.weekday()]
    for spell in story.spells:
        if spell.touches(day, habitual.substance_code):
            chance *= spell.often
    return min(chance, 0.97)


def _use(story: Story, habitual: Habitual, day: int, on: dt.date, recalled: bool, draw: random.Random) -> Use:
    with_words = draw.random() < SHARE_OF_DAYS_WITH_WORDS
    return Use(
        when=_when(story, habitual.hours, on, draw),
        substance=habitual.word,
        substance_code=habitual.substance_code,
        amount=_amount(story, habitual, day, draw),
        route=habitual.route,
        where=_pick(habitual.places, draw),
        with_whom=_pick(habitual.company, draw),
        intention=draw.choice((None, None, Intention.PLANNED, Intention.UNPLANNED)),
        gave=_pick(habitual.gave, draw) if with_words else "",
        cost=_pick(habitual.cost, draw) if with_words else "",
        meanings=habitual.meanings if with_words else (),
        recalled=recalled,
    )


def _amount(story: Story, habitual: Habitual, day: int, draw: random.Random) -> Amount:
    much = 1.0
    for spell in story.spells:
        if spell.touches(day, habitual.substance_code):
            much *= spell.much
    least = max(1.0, float(round(draw.randint(*habitual.amount) * much)))
    kind = draw.random()
    if kind < 0.06:
        return Amount(sureness=Sureness.UNKNOWN, unit=habitual.unit)
    if kind < 0.16:
        return Amount(sureness=Sureness.RANGE, least=least, most=least + 2, unit=habitual.unit)
    sureness = Sureness.ABOUT if kind < 0.4 else Sureness.EXACT
    unit = habitual.one if habitual.one and least == 1 else habitual.unit
    return Amount(sureness=sureness, least=least, unit=unit)


def _when(story: Story, hours: tuple[int, int], on: dt.date, draw: random.Random) -> Lived:
    if draw.random() < 0.15:
        return Lived(on=on, zone=story.zone)
    minutes = (draw.randint(hours[0] * 60, hours[1] * 60 - 1) // 5) * 5
    at = dt.time(minutes // 60 % 24, minutes % 60)
    return lived_at(on, at, story.zone, DEFAULT_DAY_STARTS_AT)


def _check_in(story: Story, on: dt.date, used: bool, draw: random.Random) -> CheckIn:
    mood = draw.gauss(4.8 if used else 5.6, 1.6)
    return CheckIn(
        when=_when(story, (9, 22), on, draw),
        mood=_rating(mood),
        sleep=_rating(draw.gauss(4.5 if used else 6.0, 1.8)) if draw.random() < 0.8 else None,
        stress=_rating(draw.gauss(5.5, 1.8)) if draw.random() < 0.6 else None,
        energy=_rating(mood + draw.gauss(0, 1)) if draw.random() < 0.5 else None,
    )


def _rating(value: float) -> int:
    return min(10, max(0, round(value)))


def _moment(story: Story, moment: Moment, on: dt.date) -> Fact:
    when = lived_at(on, dt.time(21, 10), story.zone)
    if moment.kind == "step":
        return Step(when=when, words=moment.words)
    if moment.kind == "note":
        return Note(when=when, words=moment.words)
    ending = UrgeEnding(moment.ending) if moment.ending else None
    return Urge(when=when, strength=moment.strength, ending=ending, what_happened=moment.words)


def _pick(words: tuple[str, ...], draw: random.Random) -> str:
    return draw.choice(words) if words else ""
