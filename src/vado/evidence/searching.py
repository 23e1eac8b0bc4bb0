"""Finding where a function of one number is smallest."""

import math
from collections.abc import Callable

GOLDEN = (math.sqrt(5) - 1) / 2
STEPS = 60


def smallest(function: Callable[[float], float], low: float, high: float, grid: int, tolerance: float = 1e-7) -> float:
    """The place of the smallest value: the best of a grid, then golden section between its neighbours.

    >>> round(smallest(lambda x: (x - 0.3) ** 2, 0, 1, 11), 6)
    0.3
    """
    width = (high - low) / (grid - 1)
    places = [low + at * width for at in range(grid)]
    values = [function(place) for place in places]
    best = values.index(min(values))
    found = _golden(function, places[max(best - 1, 0)], places[min(best + 1, grid - 1)], tolerance)
    return found if function(found) < values[best] else places[best]


def _golden(function: Callable[[float], float], low: float, high: float, tolerance: float) -> float:
    inner, outer = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_inner, at_outer = function(inner), function(outer)
    for _step in range(STEPS):
        if high - low < tolerance:
            break
        if at_inner < at_outer:
            high, outer, at_outer = outer, inner, at_inner
            inner = high - GOLDEN * (high - low)
            at_inner = function(inner)
        else:
            low, inner, at_inner = inner, outer, at_outer
            outer = low + GOLDEN * (high - low)
            at_outer = function(outer)
    return (low + high) / 2
