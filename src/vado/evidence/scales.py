"""What kind of number a day carries, and what zero and the bounds mean on it."""

import enum
import math
from collections.abc import Sequence

from vado.evidence.errors import NotAChoice, OutsideScale


class Scale(enum.StrEnum):
    """The scale of a day's value."""

    COUNT = "count"
    RATE = "rate"
    PROPORTION = "proportion"
    PERCENTAGE = "percentage"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> "Scale":
        raise NotAChoice(value=value, choices=", ".join(cls))


class Improvement(enum.StrEnum):
    """Which direction the person counts as better; always said, never guessed."""

    INCREASE = "increase"
    DECREASE = "decrease"

    @classmethod
    def _missing_(cls, value: object) -> "Improvement":
        raise NotAChoice(value=value, choices=", ".join(cls))


BOUNDS = {
    Scale.COUNT: (0.0, math.inf),
    Scale.RATE: (0.0, math.inf),
    Scale.PROPORTION: (0.0, 1.0),
    Scale.PERCENTAGE: (0.0, 100.0),
    Scale.OTHER: (-math.inf, math.inf),
}


def check_scale(days: Sequence[float | None], scale: Scale) -> None:
    """Refuse a value that its scale does not have, with its place."""
    low, high = BOUNDS[scale]
    for place, day in enumerate(days, start=1):
        if day is not None and not low <= day <= high:
            raise OutsideScale(place=place, value=day, scale=scale.value, low=low, high=high)


def truncation(scale: Scale, observation_length: float | None, intervals: float | None) -> float:
    """The constant D by which a mean of zero is set to 1/(2Dn) (Pustejovsky 2018, J Sch Psychol 68:99).

    Infinity where nothing is known of the observation: then no mean is touched.
    """
    if scale is Scale.COUNT:
        return 1.0
    if scale is Scale.RATE:
        return observation_length or math.inf
    if scale is Scale.PROPORTION:
        return intervals or math.inf
    if scale is Scale.PERCENTAGE:
        return intervals / 100 if intervals else math.inf
    return math.inf
