"""The conditions of a plan that can be held against a diary: a small typed set, each an own sentence of the person."""

import datetime as dt
import enum
from typing import Annotated

import msgspec

Limit = Annotated[float, msgspec.Meta(ge=0)]  # zero is valid and means none
DaysOfAWeek = Annotated[int, msgspec.Meta(ge=0, le=7)]
Hours = Annotated[float, msgspec.Meta(gt=0, le=24 * 28)]


class Per(enum.StrEnum):
    """The stretch that an amount is counted over."""

    OCCASION = "occasion"
    DAY = "day"
    WEEK = "week"


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="asks"):
    """What every condition has: a token that stays the same from version to version."""

    token: str


class AtMost(Asked, frozen=True, kw_only=True, tag="at_most"):
    """At most so much per occasion, lived day or week, in grams of alcohol, standard drinks or an own unit."""

    limit: Limit
    unit: str
    per: Per = Per.OCCASION


class DaysWith(Asked, frozen=True, kw_only=True, tag="days_with"):
    """At most, or at least, so many days a week with use."""

    days: DaysOfAWeek
    at_least: bool = False


class DaysWithout(Asked, frozen=True, kw_only=True, tag="days_without"):
    """At least, or at most, so many days a week without use."""

    days: DaysOfAWeek
    at_most: bool = False


class OnlyBetween(Asked, frozen=True, kw_only=True, tag="only_between"):
    """Not before one hour, not after another; one of them may stay open."""

    earliest: dt.time | None = None
    latest: dt.time | None = None


class Pace(Asked, frozen=True, kw_only=True, tag="pace"):
    """So many minutes between one and the next."""

    minutes: Annotated[int, msgspec.Meta(gt=0, le=24 * 60)]


class GapAfter(Asked, frozen=True, kw_only=True, tag="gap_after"):
    """Not until so many hours after something else."""

    other: str
    other_code: str = ""
    hours: Hours


class NeverWith(Asked, frozen=True, kw_only=True, tag="never_with"):
    """Never together with something else, before or after, within so many hours."""

    other: str
    other_code: str = ""
    hours: Hours


class NotAlone(Asked, frozen=True, kw_only=True, tag="not_alone"):
    """With somebody there. The words for being alone are the person's own."""

    alone_words: tuple[str, ...] = ()


class NotIn(Asked, frozen=True, kw_only=True, tag="not_in"):
    """Not in a place."""

    place: str


class NotWhen(Asked, frozen=True, kw_only=True, tag="not_when"):
    """Not in a mood: in the person's words, and if they like below a mood from 0 to 10."""

    mood: str = ""
    mood_below: Annotated[int, msgspec.Meta(ge=1, le=10)] | None = None


class NotBefore(Asked, frozen=True, kw_only=True, tag="not_before"):
    """Not in the hours before a duty that comes on certain weekdays."""

    duty: str
    weekdays: tuple[Annotated[int, msgspec.Meta(ge=0, le=6)], ...]  # Monday is 0
    at: dt.time
    hours: Hours


Condition = (
    AtMost | DaysWith | DaysWithout | OnlyBetween | Pace | GapAfter | NeverWith | NotAlone | NotIn | NotWhen | NotBefore
)
OF_A_WEEK = (DaysWith, DaysWithout)


def is_of_a_week(condition: Condition) -> bool:
    """Whether it can be answered for whole weeks alone, so that no day bears its mark.

    >>> is_of_a_week(DaysWithout(token="a", days=4))
    True
    """
    return isinstance(condition, OF_A_WEEK) or (isinstance(condition, AtMost) and condition.per is Per.WEEK)
