"""The gradual-effects model: a change that builds up day by day instead of at once."""

import math
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Pair
from vado.evidence.searching import smallest

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

GRADUAL = Index(
    "gradual effect", 0.0,
    "level change that approaches its end by a constant share a day, least squares, at the last day",
    "Swan and Pustejovsky 2018",
)  # fmt: skip
FEWEST = 4  # three parameters and one day
GRID = 21
LARGEST = 0.99
ROUNDING = 1e-24  # squares this small beside the days are rounding


def gradual_effect(pair: Pair, *, level: float = 0.95) -> Effect:
    """The change reached by the last day after, in the units of the days; improvement is positive.

    `omega` in the details is the share of the change that is still to come after each day: 0 is at once. The error is
    that of the tangent plane (Swan and Pustejovsky 2018), with the days at their true places.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([6, 6.2, 5.8, 6, 6.1, 5.9], [4, 3, 2.6, 2.2, 2.1, 2], improvement="decrease")
    >>> effect = gradual_effect(days)
    >>> round(effect.estimate, 1), round(effect.detail("omega"), 1)
    (4.0, 0.5)
    """
    n = len(pair.before) + len(pair.after)
    if n < FEWEST or len(pair.after) < 2:
        return GRADUAL.none(pair, Caution.TOO_FEW_DAYS, level=level)
    import numpy as np

    y = np.array([*pair.before, *pair.after])
    if y.min() == y.max():
        return GRADUAL.none(pair, Caution.NOTHING_VARIES, level=level)
    steps = np.array([0] * len(pair.before) + [at - pair.first_after + 1 for at in pair.after_at], dtype=float)
    omega = smallest(lambda w: _left_over(y, _reached(steps, w)), 0.0, LARGEST, GRID)
    x = _reached(steps, omega)
    slope, left = _slope(y, x), _left_over(y, x)
    left = 0.0 if left < ROUNDING * float(y @ y) else left  # met exactly: no error, not a tiny one
    se = _error(steps, omega, slope, left / max(n - 3, 1))
    told = (Caution.AT_THE_EDGE,) if omega in (0.0, LARGEST) else ()
    return GRADUAL.normal(pair, pair.sign * slope, se, level=level, cautions=told, details=(("omega", omega),))


def _reached(steps: "Array", omega: float) -> "Array":
    """The share of the last day's effect that is reached after so many days with treatment."""
    last = float(steps.max())
    share: Array = (1 - omega**steps) / (1 - omega**last)
    return share


def _slope(y: "Array", x: "Array") -> float:
    centred = x - x.mean()
    return float(centred @ y / (centred @ centred))


def _left_over(y: "Array", x: "Array") -> float:
    rest = y - y.mean() - _slope(y, x) * (x - x.mean())
    return float(rest @ rest)


def _error(steps: "Array", omega: float, slope: float, variance: float) -> float:
    """The standard error of the change, with omega estimated too; without it where omega is 0."""
    import numpy as np

    columns = [np.ones_like(steps), _reached(steps, omega)]
    if omega > 1e-3:
        small = 1e-6
        columns.append(slope * (_reached(steps, omega + small) - _reached(steps, omega - small)) / (2 * small))
    plane = np.stack(columns, axis=1)
    information = plane.T @ plane
    if np.linalg.cond(information) > 1e12:
        return math.nan
    return math.sqrt(variance * float(np.linalg.inv(information)[1, 1]))
