"""The covariance of estimates from dependent days: equal-weighted cosines of the scores."""

import math
from typing import TYPE_CHECKING

from vado.evidence.dependence import COSINES_POWER, COSINES_RATE

if TYPE_CHECKING:
    from vado.evidence.pairs import Array


def cosines_for(n: int) -> int:
    """How many cosines n days carry (Lazarus, Lewis, Stock and Watson 2018)."""
    return max(1, round(COSINES_RATE * math.pow(n, COSINES_POWER)))


def robust_covariance(scores: "Array", bread: "Array", at: "Array", parameters: int) -> "tuple[Array, int]":
    """The sandwich of a fit, and its degrees of freedom.

    `scores` has a row a known day (they sum to zero over the fit), `bread` is the inverse of their derivative. Each
    column of scores is projected on the lowest cosines over the true places of the days; at least as many cosines as
    parameters are used, so that no direction is left without variance. The n/(n - p) correction is applied.
    """
    import numpy as np

    n = len(at)
    count = min(max(cosines_for(n), parameters + 1), max(n - 1, 1))
    span = float(at.max() - at.min()) + 1
    waves = np.cos(np.pi * np.outer(np.arange(1, count + 1), at - at.min() + 0.5) / span)
    waves -= waves.mean(axis=1, keepdims=True)
    lengths = (waves**2).sum(axis=1, keepdims=True)
    projected = (waves / np.sqrt(np.where(lengths > 0, lengths, 1.0))) @ scores
    meat = projected.T @ projected / count * n * n / max(n - parameters, 1)
    independent = scores.T @ scores * n / max(n - parameters, 1)
    return _at_least(bread @ meat @ bread, bread @ independent @ bread), count


def _at_least(covariance: "Array", floor: "Array") -> "Array":
    """Scaled up where a variance would fall below that of independent days."""
    import numpy as np

    own, least = np.diag(covariance), np.maximum(np.diag(floor), 0.0)  # of an exact fit rounding may leave less than 0
    factor = np.sqrt(np.where(own < least, least / np.where(own > 0, own, 1.0), 1.0))
    scaled: Array = covariance * factor[:, None] * factor[None, :]
    return np.where(np.isfinite(scaled), scaled, floor)
