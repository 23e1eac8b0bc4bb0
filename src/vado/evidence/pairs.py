"""Two phases, checked once: what every index takes."""

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.errors import EmptyPhase
from vado.evidence.scales import Improvement
from vado.evidence.values import days, known

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array = NDArray[float64]


@dataclass(frozen=True, slots=True)
class DaysUsed:
    """How many days were used and how many were missing, and which (numbered from the first day on)."""

    n_before: int
    n_after: int
    missing_before: int
    missing_after: int
    missing_at: tuple[int, ...]


@dataclass(frozen=True)
class Pair:
    """The days of two phases with the direction of improvement; missing days stay in their places."""

    before_days: tuple[float | None, ...]
    after_days: tuple[float | None, ...]
    improvement: Improvement

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
        first = len(self.before_days) + 1
        return [at for at, day in enumerate(self.after_days, start=first) if day is not None]

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
        missing = len(self.before_days) + len(self.after_days) - m - n
        everything = (*self.before_days, *self.after_days) if missing else ()
        where = tuple(at for at, day in enumerate(everything, start=1) if day is None)
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


def pair(before: Iterable[float | None], after: Iterable[float | None], *, improvement: Improvement | str) -> Pair:
    """Two phases of one value a day, None where a day is not known.

    >>> pair([5, None, 6], [2, 3], improvement="decrease").used
    DaysUsed(n_before=2, n_after=2, missing_before=1, missing_after=0, missing_at=(2,))

    Errors: `NotANumber`, `NotFinite`, `EmptyPhase`.
    """
    made = Pair(tuple(days(before)), tuple(days(after)), Improvement(improvement))
    for label, values in (("before", made.before), ("after", made.after)):
        if not values:
            raise EmptyPhase(label=label)
    return made
