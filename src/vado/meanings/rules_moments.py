"""The twelve moments of an unwrapping: their order, what is open, how long it was from urge to act, what recurs."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from vado.diary.facts import Urge, UrgeEnding, Use
from vado.diary.rules_when import moment_of
from vado.meanings.facts import Ended, Unwrapping
from vado.record.lived_day import DEFAULT_DAY_STARTS_AT, Lived

# The hours before to the day after. Microanalysis in the book's tradition, arranged on one line of time (clinical
# facts 1.4, checked in substance only); the wording and the short way are the project's own.
MOMENTS = (
    "before",
    "event",
    "body",
    "feeling",
    "voice",
    "need",
    "urge",
    "choice",
    "act",
    "first",
    "later",
    "purpose",
)
SHORT_WAY = ("event", "purpose", "first")
BESIDE = {"voice": "whose", "need": "echo", "choice": "helped", "purpose": "another"}  # a second question, never needed
USED_AT_ALL = (Ended.USED, Ended.USED_LESS)
RECURRING = ("voice", "whose", "echo", "feeling", "need", "purpose", "helped")

JUST_USED_WITHIN = dt.timedelta(hours=6)  # own judgement: while it may still be at work, "tomorrow" is offered
LONGEST_LATENCY = dt.timedelta(hours=18)  # own judgement: beyond that the two times belong to two days


def is_filled(unwrapping: Unwrapping, moment: str) -> bool:
    """Whether anything was said of this moment."""
    if unwrapping.words.get(moment) or unwrapping.words.get(BESIDE.get(moment, "")):
        return True
    beside = {
        "body": unwrapping.first_sign_at,
        "urge": unwrapping.height,
        "act": unwrapping.ended or unwrapping.acted_at,
        "purpose": unwrapping.meanings or None,
    }
    return beside.get(moment) is not None


def following(moment: str, *, short: bool) -> str | None:
    """The moment that comes next on the short way or on the whole line; None at its end.

    >>> following("event", short=True), following("purpose", short=False)
    ('purpose', None)
    """
    way = SHORT_WAY if short and moment in SHORT_WAY else MOMENTS
    place = way.index(moment) + 1
    return way[place] if place < len(way) else None


def is_just_used(when: Lived, now: dt.datetime) -> bool:
    """Whether a use lies so short a while back that tomorrow may be the kinder hour to look at it."""
    if when.at is None or when.utc_offset_minutes is None:
        return False
    return now - JUST_USED_WITHIN <= moment_of(when, DEFAULT_DAY_STARTS_AT) <= now + JUST_USED_WITHIN


def latency(unwrapping: Unwrapping) -> dt.timedelta | None:
    """From the first sign of the wish to the act; over midnight too. None where one of the two is not known."""
    first, act = unwrapping.first_sign_at, unwrapping.acted_at
    if first is None or act is None:
        return None
    day = dt.date(2000, 1, 1)
    span = dt.datetime.combine(day, act) - dt.datetime.combine(day, first)
    span = span if span >= dt.timedelta() else span + dt.timedelta(days=1)
    return span if span <= LONGEST_LATENCY else None


def begun_from(entry: Use | Urge, entry_id: str) -> Unwrapping:
    """What a diary entry already tells, so that nothing is asked twice."""
    if isinstance(entry, Use):
        words = {"purpose": entry.wanted, "first": entry.gave, "later": entry.cost}
        return Unwrapping(
            when=entry.when,
            about=entry.substance,
            entry=entry_id,
            ended=Ended.USED,
            words={code: said for code, said in words.items() if said},
            acted_at=entry.when.at,
            meanings=entry.meanings,
        )
    words = {"act": entry.what_happened}
    return Unwrapping(
        when=entry.when,
        about=entry.substance,
        entry=entry_id,
        ended=ENDED_OF.get(entry.ending) if entry.ending else None,
        words={code: said for code, said in words.items() if said},
        height=entry.strength,
        first_sign_at=entry.when.at,
    )


ENDED_OF = {
    UrgeEnding.PASSED: Ended.NOT_USED,
    UrgeEnding.WAITED: Ended.NOT_USED,
    UrgeEnding.USED: Ended.USED,
    UrgeEnding.USED_LESS: Ended.USED_LESS,
}


def known_meanings(marked: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """What this person has named before, the newest first: theirs to take up, never concluded from their words.

    >>> known_meanings([("habit",), ("to sleep", "habit")])
    ('to sleep', 'habit')
    """
    newest_first = [meaning for each in reversed(list(marked)) for meaning in each]
    return tuple(dict.fromkeys(newest_first))


class Said(msgspec.Struct, frozen=True):
    """Own words about one moment, with their day."""

    on: dt.date
    words: str


def side_by_side(unwrappings: Iterable[Unwrapping]) -> dict[str, tuple[Said, ...]]:
    """The person's own words about the same moment over several episodes, in the order lived; nothing is counted."""
    ordered = sorted(unwrappings, key=lambda one: one.when.on)
    said = {
        moment: tuple(Said(one.when.on, words) for one in ordered if (words := one.words.get(moment)))
        for moment in RECURRING
    }
    return {moment: words for moment, words in said.items() if words}


def latencies(unwrappings: Iterable[Unwrapping]) -> tuple[tuple[dt.date, dt.timedelta], ...]:
    """How long it was from urge to act, day by day."""
    ordered = sorted(unwrappings, key=lambda one: one.when.on)
    return tuple((one.when.on, span) for one in ordered if (span := latency(one)) is not None)
