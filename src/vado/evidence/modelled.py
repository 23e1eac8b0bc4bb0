"""The models that two phases of days can carry, each fitted or with the reason why it was not."""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from vado.evidence.change import is_yes_no
from vado.evidence.counts import count_regression, hurdle
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair
from vado.evidence.piecewise import regression
from vado.evidence.saying import Told
from vado.evidence.scales import Scale
from vado.evidence.terms import Errors, Fit

ENOUGH_FOR_WEEKDAYS = 28  # known days on each side for six weekday terms: four of each weekday [D]


class Model(enum.StrEnum):
    """Which model."""

    ROBUST = "level, trend, slope; robust errors"
    AR1 = "level, trend, slope; AR(1) errors"
    RATE = "negative binomial rate"
    RATE_TREND = "negative binomial rate; level, trend, slope"
    DAYS = "hurdle: days"
    DAYS_TREND = "hurdle: days; level, trend, slope"
    AMOUNT = "hurdle: amount"
    AMOUNT_TREND = "hurdle: amount; level, trend, slope"


OF_DAYS = frozenset({Model.DAYS, Model.DAYS_TREND})
OF_AMOUNTS = frozenset({Model.AMOUNT, Model.AMOUNT_TREND})
WITHOUT_TREND = frozenset({Model.RATE, Model.DAYS, Model.AMOUNT})


@dataclass(frozen=True)
class Modelled:
    """A model with its fit, or why there is none; `has_week` tells of weekday terms."""

    model: Model
    fit: Fit | None
    why_not: str
    has_week: bool

    @property
    def told(self) -> Told:
        """What the two figures of its sentence are."""
        if self.model in (Model.ROBUST, Model.AR1):
            return Told.AFTER
        return Told.LEVELS if self.model in WITHOUT_TREND else Told.FIRST_DAY


def models_of(pair: Pair, scale: Scale | str, *, level: float = 0.95) -> tuple[Modelled, ...]:
    """Level, trend and slope under two kinds of errors; for counts rates and hurdles, for yes or no their days part,
    each with the level alone and with the same terms: level, trend, slope, days of the week.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([4, 6, 5, 3, 7, 9, 8] * 4, [2, 3, 1, 2, 3, 5, 5] * 4, improvement="decrease")
    >>> [one.model.value for one in models_of(days, "count") if one.fit][:3]
    ['level, trend, slope; robust errors', 'level, trend, slope; AR(1) errors', 'negative binomial rate']

    Shape: a `Pair`; each fit in the units of the days, or on the log scale for counts.
    Errors: `BadLevel`; what the days cannot carry is no error, it says why.
    Source: Huitema and McKean 2000; McCullagh and Nelder 1989; Mullahy 1986.
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
    return (*found, *_of_counts(pair, level, has_week=has_week))


def _of_counts(pair: Pair, level: float, *, has_week: bool) -> Iterator[Modelled]:
    """Rate, days and amounts, each without and with a trend."""
    plain, trended = (_parts(pair, level, trend=trend, has_week=has_week) for trend in (False, True))
    if is_yes_no((pair.before_days, pair.after_days)):
        yield from (plain[0], trended[0])
        return
    for model, trend in ((Model.RATE, False), (Model.RATE_TREND, True)):
        yield _tried(model, partial(_rate, pair, level, trend=trend, has_week=has_week), has_week=has_week)
    yield from (plain[0], trended[0], plain[1], trended[1])


def _parts(pair: Pair, level: float, *, trend: bool, has_week: bool) -> tuple[Modelled, Modelled]:
    """The days and the amounts; a part whose weekdays tell use from none is fitted without them, and says so."""
    weekly, bare = (
        hurdle(pair, has_trend=trend, has_slope=trend, has_week=week, level=level) for week in (has_week, False)
    )
    days, amount = (Model.DAYS_TREND, Model.AMOUNT_TREND) if trend else (Model.DAYS, Model.AMOUNT)
    return (
        Modelled(days, weekly.any_use or bare.any_use, bare.why_no_days, has_week and weekly.any_use is not None),
        Modelled(amount, weekly.amount or bare.amount, bare.why_no_amount, has_week and weekly.amount is not None),
    )


def _rate(pair: Pair, level: float, *, trend: bool, has_week: bool) -> Fit:
    return count_regression(pair, has_trend=trend, has_slope=trend, has_week=has_week, level=level)


def _tried(model: Model, fitted: Callable[[], Fit], *, has_week: bool) -> Modelled:
    try:
        return Modelled(model, fitted(), "", has_week)
    except BadModel as problem:
        return Modelled(model, None, str(problem.values["reason"]), has_week)
