"""Generalised linear models by reweighted least squares: Poisson, negative binomial, logistic, positive amounts."""

import enum
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

STEPS = 100
TOLERANCE = 1e-11
FARTHEST = 30.0  # a linear predictor beyond which a fit has run away


class Family(enum.StrEnum):
    """The mean-variance relation; logistic has its own link, the others the logarithm."""

    POISSON = "Poisson"
    NEGATIVE_BINOMIAL = "negative binomial"
    LOGISTIC = "logistic"
    AMOUNT = "positive amount"


@dataclass(frozen=True)
class Fitted:
    """Coefficients, inverse information (dispersion 1), scores a day, fitted means, and whether it settled."""

    beta: "Array"
    bread: "Array"
    scores: "Array"
    mean: "Array"
    has_settled: bool


def fit_family(x: "Array", y: "Array", family: Family, alpha: float = 0.0) -> Fitted:
    """Fit one family; `alpha` is the overdispersion of the negative binomial (variance mean + alpha mean squared)."""
    import numpy as np

    mean = (y + 0.5) / 2 if family is Family.LOGISTIC else np.maximum(y, 0.1 * max(float(y.mean()), 1e-3))
    eta = np.log(mean / (1 - mean)) if family is Family.LOGISTIC else np.log(mean)
    beta, has_settled = np.zeros(x.shape[1]), False
    for _step in range(STEPS):
        mean, weight, slope = _at(eta, family, alpha)
        target = eta + (y - mean) / slope
        root = np.sqrt(weight)
        following = np.linalg.lstsq(x * root[:, None], target * root, rcond=None)[0]
        change = float(np.abs(following - beta).max())
        beta = following
        eta = np.clip(x @ beta, -FARTHEST, FARTHEST)
        if change < TOLERANCE * max(1.0, float(np.abs(beta).max())):
            has_settled = True
            break
    mean, weight, slope = _at(eta, family, alpha)
    bread = np.linalg.pinv((x * weight[:, None]).T @ x)
    is_inside = float(np.abs(x @ beta).max()) < FARTHEST - 1
    return Fitted(
        beta,
        np.asarray(bread, dtype=np.float64),
        x * (weight / slope * (y - mean))[:, None],
        mean,
        has_settled and is_inside,
    )


def _at(eta: "Array", family: Family, alpha: float) -> "tuple[Array, Array, Array]":
    """Mean, working weight and slope of the mean at a linear predictor."""
    import numpy as np

    if family is Family.LOGISTIC:
        mean = 1 / (1 + np.exp(-eta))
        slope = mean * (1 - mean)
        return mean, slope, slope
    mean = np.exp(eta)
    if family is Family.AMOUNT:
        return mean, np.ones_like(mean), mean
    return mean, mean / (1 + alpha * mean), mean


def overdispersion(y: "Array", mean: "Array") -> float:
    """The alpha of the negative binomial with the greatest likelihood at these means; 0 where there is none."""
    from vado.evidence.searching import smallest

    counts = [int(value) for value in y]

    def against(log_alpha: float) -> float:
        return -_log_likelihood(counts, mean.tolist(), math.exp(log_alpha))

    log_alpha = smallest(against, math.log(1e-6), math.log(1e3), 31, 1e-8)
    return 0.0 if log_alpha <= math.log(1e-6) + 1e-3 else math.exp(log_alpha)


def _log_likelihood(counts: list[int], means: list[float], alpha: float) -> float:
    size = 1 / alpha
    constant = size * math.log(size) - math.lgamma(size)
    return math.fsum(
        math.lgamma(y + size) + constant - (y + size) * math.log(size + mu) + y * math.log(mu)
        for y, mu in zip(counts, means, strict=True)
    )
