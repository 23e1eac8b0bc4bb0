"""Straight lines through the days of one phase: Theil-Sen and least squares, at the days' true places."""

import math
from collections.abc import Sequence

from vado.evidence.values import middle_of


def theil_sen(at: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """Slope and intercept: the median of all pairwise slopes, the median of what they leave (Sen 1968).

    >>> theil_sen([1, 2, 3, 4, 5], [2, 4, 6, 8, 100])
    (2.0, 0.0)
    """
    import numpy as np

    x, y = np.asarray(at, dtype=float), np.asarray(values, dtype=float)
    i, j = np.triu_indices(len(x), 1)
    slope = float(np.median((y[j] - y[i]) / (x[j] - x[i])))
    return slope, middle_of((y - slope * x).tolist())


def least_squares(at: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """Slope and intercept of the least-squares line; a single day has slope 0."""
    n = len(values)
    centre, mean = math.fsum(at) / n, math.fsum(values) / n
    length = math.fsum((x - centre) ** 2 for x in at)
    slope = math.fsum((x - centre) * (y - mean) for x, y in zip(at, values, strict=True)) / length if length else 0.0
    return slope, mean - slope * centre
