"""How far a day resembles the day before it, and what that costs an average."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

COSINES_RATE, COSINES_POWER = 0.4, 2 / 3  # Lazarus, Lewis, Stock and Watson 2018, their recommended rule

Days = Sequence[float | None]


def mean_of(days: Days) -> float:
    """The mean of the known days."""
    present = [day for day in days if day is not None]
    return math.fsum(present) / len(present)


def deviations(days: Days) -> list[float | None]:
    """Each known day less the mean of the known days; what is not known stays so, at its place."""
    mean = mean_of(days)
    return [None if day is None else day - mean for day in days]


def lag1(sides: Sequence[Days]) -> float | None:
    """The plain lag-1 autocorrelation around each side's own mean; None without variation or neighbouring days.

    Products are taken of days that are both known and follow each other, and are brought to the same
    count as the squares, so that gaps are neither closed up nor counted as zero (Parzen 1963).
    """
    squares = products = 0.0
    n = pairs = 0
    for side in sides:
        if not any(day is not None for day in side):
            continue
        e = deviations(side)
        squares += math.fsum(x * x for x in e if x is not None)
        n += sum(x is not None for x in e)
        neighbours = [x * y for x, y in itertools.pairwise(e) if x is not None and y is not None]
        products += math.fsum(neighbours)
        pairs += len(neighbours)
    if squares == 0 or not pairs:
        return None
    full_pairs = max(n - len(sides), 1)
    return max(-1.0, min(1.0, products / squares * full_pairs / pairs))


def lag1_corrected(plain: float, n: int) -> float:
    """The lag-1 autocorrelation with its first-order bias of -(1 + 4 rho)/n taken off (Marriott and Pope 1954).

    >>> round(lag1_corrected(0.2, 40), 3)
    0.25
    """
    return max(-0.99, min(0.99, (n * plain + 1) / (n - 4))) if n > 8 else plain


@dataclass(frozen=True)
class Inflation:
    """By how much the variance of a mean exceeds that of independent days, with its degrees of freedom."""

    factor: float
    df: float


def inflation(sides: Sequence[Days]) -> Inflation | None:
    """The variance inflation of a mean, shared by the sides; None where no side varies.

    Each side's long-run variance comes from projections of its deviations on the lowest cosines
    (equal-weighted cosines: Müller 2004; Lazarus, Lewis, Stock and Watson 2018, with their 0.4 n^(2/3)
    cosines and t critical values). A weekly cycle lies above these frequencies and does not pass
    for dependence. Days not known have weight zero at their place (Parzen 1963). The sides share one
    factor, weighted by cosines, because short phases cannot carry two.
    """
    parts = [part for side in sides if (part := _inflation_of_one(side)) is not None]
    df = sum(part.df for part in parts)
    if not df:
        return None
    return Inflation(sum(part.factor * part.df for part in parts) / df, df)


def _inflation_of_one(days: Days) -> Inflation | None:
    present = [(place, day) for place, day in enumerate(days) if day is not None]
    n, span = len(present), len(days)
    if n < 3:
        return None
    mean = math.fsum(day for _, day in present) / n
    squares = math.fsum((day - mean) ** 2 for _, day in present)
    if squares == 0:
        return None
    count = max(1, round(COSINES_RATE * n**COSINES_POWER))
    total = 0.0
    for cosine in range(1, count + 1):
        weights = [math.cos(math.pi * cosine * (place + 0.5) / span) for place, _ in present]
        centre = math.fsum(weights) / n
        length = math.fsum((w - centre) ** 2 for w in weights)
        projection = math.fsum((w - centre) * (day - mean) for w, (_, day) in zip(weights, present, strict=True))
        total += projection**2 / length if length > 0 else 0.0
    return Inflation(total / count / (squares / (n - 1)), count)


def autocorrelation(days: Days, lag: int) -> float | None:
    """The plain autocorrelation of one stretch of days; None without variation or where a day is not known.

    >>> autocorrelation([1, 2, 3, 4], 1)
    0.25
    """
    if any(day is None for day in days):
        return None
    rest = [day for day in deviations(days) if day is not None]
    squares = math.fsum(value * value for value in rest)
    if squares == 0 or lag >= len(rest):
        return None
    return math.fsum(a * b for a, b in zip(rest, rest[lag:], strict=False)) / squares
