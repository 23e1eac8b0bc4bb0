"""Two phases, checked once: what every index takes."""

import datetime as dt
import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.errors import EmptyPhase, OverlappingPhases
from vado.evidence.scales import Improvement
from vado.evidence.values import days, known

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array = NDArray[float64]


@dataclass(frozen=True, slots=True)
class DaysUsed:
    """How many days were used and how many were missing, and which (numbered by the calendar from the first day on)."""

    n_before: int
    n_after: int
    missing_before: int
    missing_after: int
    missing_at: tuple[int, ...]


@dataclass(frozen=True)
class Pair:
    """The days of two phases with the direction of improvement; missing days stay in their places.

    `starts_on` holds the first date of each phase where the dates are known: days between the phases are then neither
    used nor closed up. Without dates the first day after follows the last day before.
    """

    before_days: tuple[float | None, ...]
    after_days: tuple[float | None, ...]
    improvement: Improvement
    starts_on: tuple[dt.date, dt.date] | None = None

    @functools.cached_property
    def between(self) -> int:
        """How many days lie between the phases and belong to neither."""
        if self.starts_on is None:
            return 0
        first, first_after = self.starts_on
        return (first_after - first).days - len(self.before_days)

    @functools.cached_property
    def first_after(self) -> int:
        """The number of the first day after, counted from the first day before as 1."""
        return len(self.before_days) + self.between + 1

    @functools.cached_property
    def first_weekday(self) -> int:
        """The weekday of the first day, 0 for Monday; without dates the first day is day 0 of its own week."""
        return 0 if self.starts_on is None else self.starts_on[0].weekday()

    def like(self, before: Iterable[float | None], after: Iterable[float | None]) -> "Pair":
        """Other values on the same days."""
        return Pair(tuple(before), tuple(after), self.improvement, self.starts_on)

    @functools.cached_property
    def before(self) -> list[float]:
        """The known days of the first phase."""
        return known(self.before_days)

    @functools.cached_property
    def after(self) -> list[float]:
        """The known days of the second phase."""
        return known(self.after_days)

    @functools.cached_property
    def before_at(self) -> list[int]:
        """The numbers of the known days of the first phase."""
        return [at for at, day in enumerate(self.before_days, start=1) if day is not None]

    @functools.cached_property
    def after_at(self) -> list[int]:
        """The numbers of the known days of the second phase."""
        return [at for at, day in enumerate(self.after_days, start=self.first_after) if day is not None]

    @functools.cached_property
    def sign(self) -> float:
        """1 where more is better, -1 where less is."""
        return 1.0 if self.improvement is Improvement.INCREASE else -1.0

    @functools.cached_property
    def signed(self) -> "tuple[Array, Array]":
        """Both phases as arrays in which more is better."""
        import numpy as np

        return np.array(self.before) * self.sign, np.array(self.after) * self.sign

    @functools.cached_property
    def comparisons(self) -> "Array":
        """For each day before (rows) and after (columns): 1 better, 0 the same, -1 worse."""
        import numpy as np

        a, b = self.signed
        return np.sign(b - a[:, None])

    @functools.cached_property
    def moments(self) -> "tuple[Moments, Moments]":
        """Number, mean and variance of each phase."""
        return moments(self.before), moments(self.after)

    @functools.cached_property
    def used(self) -> DaysUsed:
        """How many days were used, how many are missing, and which."""
        m, n = len(self.before), len(self.after)
        where = tuple(
            at
            for first, side in ((1, self.before_days), (self.first_after, self.after_days))
            if None in side
            for at, day in enumerate(side, start=first)
            if day is None
        )
        return DaysUsed(m, n, len(self.before_days) - m, len(self.after_days) - n, where)


@dataclass(frozen=True, slots=True)
class Moments:
    """Number of days, mean and sample variance (NaN for a single day)."""

    n: int
    mean: float
    variance: float


def moments(values: list[float]) -> Moments:
    """Number, mean and variance; a phase whose days are all alike has exactly no variance."""
    n = len(values)
    mean = math.fsum(values) / n
    if n < 2:
        return Moments(n, mean, math.nan)
    if min(values) == max(values):
        return Moments(n, values[0], 0.0)
    return Moments(n, mean, math.fsum([(value - mean) ** 2 for value in values]) / (n - 1))


def pair(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    improvement: Improvement | str,
    starts_on: tuple[dt.date, dt.date] | None = None,
) -> Pair:
    """Two phases of one value a day, None where a day is not known; with the first date of each where dates are known.

    >>> pair([5, None, 6], [2, 3], improvement="decrease").used
    DaysUsed(n_before=2, n_after=2, missing_before=1, missing_after=0, missing_at=(2,))
    >>> pair([5, 6], [2, 3], improvement="decrease", starts_on=(dt.date(2026, 3, 2), dt.date(2026, 3, 9))).after_at
    [8, 9]

    Shape: two sequences of any length; values in units of your own, one a day.
    Errors: `NotANumber`, `NotFinite`, `EmptyPhase`, `OverlappingPhases`.
    Source: no formula; days keep their places as in Huitema and McKean 2000.
    """
    made = Pair(tuple(days(before)), tuple(days(after)), Improvement(improvement), starts_on)
    for label, values in (("before", made.before), ("after", made.after)):
        if not values:
            raise EmptyPhase(label=label)
    if starts_on is not None and made.between < 0:
        raise OverlappingPhases(one="before", other="after", day=starts_on[1])
    return made
