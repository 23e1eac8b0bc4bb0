"""The models that two phases of days can carry, each fitted or with the reason why it was not."""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from vado.evidence.change import is_yes_no
from vado.evidence.counts import count_regression, hurdle
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair
from vado.evidence.piecewise import regression
from vado.evidence.scales import Scale
from vado.evidence.terms import Errors, Fit

ENOUGH_FOR_WEEKDAYS = 28  # known days on each side for six weekday terms: four of each weekday [D]


class Model(enum.StrEnum):
    """Which model."""

    ROBUST = "level, trend, slope; robust errors"
    AR1 = "level, trend, slope; AR(1) errors"
    RATE = "negative binomial rate"
    DAYS = "hurdle: days"
    AMOUNT = "hurdle: amount"


@dataclass(frozen=True)
class Modelled:
    """A model with its fit, or why there is none; `has_week` tells of weekday terms."""

    model: Model
    fit: Fit | None
    why_not: str
    has_week: bool


def models_of(pair: Pair, scale: Scale | str, *, level: float = 0.95) -> tuple[Modelled, ...]:
    """Level, trend and slope under two kinds of errors; for counts a rate and a hurdle; for yes or no its days part.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([4, 6, 5, 3, 7, 9, 8] * 4, [2, 3, 1, 2, 3, 5, 5] * 4, improvement="decrease")
    >>> [one.model.value for one in models_of(days, "count") if one.fit][:3]
    ['level, trend, slope; robust errors', 'level, trend, slope; AR(1) errors', 'negative binomial rate']
    """
    has_week = min(len(pair.before), len(pair.after)) >= ENOUGH_FOR_WEEKDAYS
    found = [
        _tried(Model.ROBUST, lambda: regression(pair, has_week=has_week, level=level), has_week=has_week),
        _tried(
            Model.AR1, lambda: regression(pair, has_week=has_week, errors=Errors.AR1, level=level), has_week=has_week
        ),
    ]
    if Scale(scale) is not Scale.COUNT or min(*pair.before, *pair.after) < 0:
        return tuple(found)
    parts = hurdle(pair, has_week=has_week, level=level)
    days = Modelled(Model.DAYS, parts.any_use, parts.why_no_days, has_week)
    if is_yes_no((pair.before_days, pair.after_days)):
        return (*found, days)
    rate = _tried(Model.RATE, lambda: count_regression(pair, has_week=has_week, level=level), has_week=has_week)
    return (*found, rate, days, Modelled(Model.AMOUNT, parts.amount, parts.why_no_amount, has_week))


def _tried(model: Model, fitted: Callable[[], Fit], *, has_week: bool) -> Modelled:
    try:
        return Modelled(model, fitted(), "", has_week)
    except BadModel as problem:
        return Modelled(model, None, str(problem.values["reason"]), has_week)
