"""Kendall's S, tau and their variances with ties: what the Tau family stands on."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vado.evidence.pairs import Array


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs that rise, fall and tie; S is rising less falling."""

    rising: int
    falling: int
    ties: int

    @property
    def s(self) -> int:
        """Kendall's S."""
        return self.rising - self.falling

    @property
    def pairs(self) -> int:
        """All pairs."""
        return self.rising + self.falling + self.ties

    def __add__(self, other: "Score") -> "Score":
        return Score(self.rising + other.rising, self.falling + other.falling, self.ties + other.ties)

    def turned(self) -> "Score":
        """The same pairs with their direction turned."""
        return Score(self.falling, self.rising, self.ties)


def between(comparisons: "Array") -> Score:
    """The score of all pairs of a day before and a day after, from their signs."""
    size, total = comparisons.size, int(comparisons.sum())
    different = int((comparisons * comparisons).sum())
    return Score((different + total) // 2, (different - total) // 2, size - different)


def within(values: "Array") -> Score:
    """The score of all pairs of days of one phase, in their order."""
    import numpy as np

    n = len(values)
    if n < 2:
        return Score(0, 0, 0)
    signs = np.sign(values[None, :] - values[:, None])[_upper(n)]
    return between(signs)


_UPPER: dict[int, "tuple[Array, Array]"] = {}


def _upper(n: int) -> "tuple[Array, Array]":
    import numpy as np

    if n not in _UPPER and n <= 400:
        _UPPER[n] = np.triu_indices(n, 1)  # type: ignore[assignment]
    return _UPPER[n] if n in _UPPER else np.triu_indices(n, 1)  # type: ignore[return-value]


def tie_groups(values: Sequence[float]) -> list[int]:
    """How many values share each value, where more than one does."""
    return [count for count in Counter(values).values() if count > 1]


def variance_of_s(x: Sequence[float], y: Sequence[float]) -> float:
    """The variance of S under independence, with ties in both (Kendall 1970, chapter 4).

    >>> variance_of_s(range(10), range(10))
    125.0
    """
    n = len(x)
    tx, ty = tie_groups(x), tie_groups(y)
    whole = _triple(n) - sum(map(_triple, tx)) - sum(map(_triple, ty))
    variance = whole / 18
    if tx and ty:
        variance += sum(map(_pairs, tx)) * sum(map(_pairs, ty)) / (2 * n * (n - 1))
        if n > 2:
            cubes = sum(t * (t - 1) * (t - 2) for t in tx) * sum(t * (t - 1) * (t - 2) for t in ty)
            variance += cubes / (9 * n * (n - 1) * (n - 2))
    return variance


def tau_b(x: Sequence[float], y: Sequence[float], score: Score) -> float:
    """Kendall's tau-b: S over the pairs that are not tied in x and in y; NaN where all are."""
    pairs = _pairs(len(x)) / 2
    free_x = pairs - sum(map(_pairs, tie_groups(x))) / 2
    free_y = pairs - sum(map(_pairs, tie_groups(y))) / 2
    return score.s / math.sqrt(free_x * free_y) if free_x > 0 and free_y > 0 else math.nan


def _triple(t: int) -> float:
    return t * (t - 1) * (2 * t + 5)


def _pairs(t: int) -> float:
    return t * (t - 1)
