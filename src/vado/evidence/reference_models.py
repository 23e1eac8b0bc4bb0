"""Piecewise regressions of a reference file, in the peers' coding, likelihood and stopping rule."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vado.evidence.distributions import normal_cdf, t_cdf
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair
from vado.evidence.piecewise import Likelihood, best_lag1, solve
from vado.evidence.terms import CHANGE, LEVEL, SLOPE, TREND, Columns, columns

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

NAMES = {LEVEL: "(Intercept)", TREND: "mt", CHANGE: "phaseB", SLOPE: "interB"}
PEER_PRECISION, PEER_STEPS = 1e-8, 25  # the peer stops when the deviance changes by less than this share

Fields = dict[str, float | None]


def piecewise_fields(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    """Coefficient, error, statistic and p of each term, by the peer's names."""
    try:
        model = columns(days, starts_at=1.0 if "H-M" in entry else 0.0)
        if "poisson" in entry:
            return _named(model, *_peer_poisson(model), math.inf)
        if "AR=1" in entry:
            return _autoregressive(model)
        solved = solve(model, 0.0, Likelihood.REML)
    except BadModel:
        return {}
    return _named(model, solved.beta, solved.covariance, float(len(model.y) - len(model.names)))


def _autoregressive(model: Columns) -> Fields:
    """The peer keeps times in the trend and numbers the known days anew in the correlation."""
    import numpy as np

    closed = replace(model, at=np.arange(len(model.y), dtype=float))
    phi = best_lag1(closed, Likelihood.ML)
    solved = solve(closed, phi, Likelihood.ML)
    return {"phi": phi, **_named(model, solved.beta, solved.covariance, float(len(model.y) - len(model.names)))}


def _named(model: Columns, beta: "Array", covariance: "Array", df: float) -> Fields:
    fields: Fields = {}
    for place, name in enumerate(model.names):
        b, variance = float(beta[place]), float(covariance[place, place])
        se = math.sqrt(variance) if variance > 0 and math.isfinite(variance) else None
        statistic = None if se is None else b / se
        values = {"b": b, "se": se, "stat": statistic, "p": None if statistic is None else _p(statistic, df)}
        fields |= {f"{NAMES[name]}.{key}": value for key, value in values.items()}
    return fields


def _p(statistic: float, df: float) -> float:
    return 2 * (normal_cdf(-abs(statistic)) if math.isinf(df) else t_cdf(-abs(statistic), df))


def _peer_poisson(model: Columns) -> "tuple[Array, Array]":
    """Reweighted least squares with the peer's start, stopping rule, and errors from the last weights used."""
    import numpy as np

    x, y = model.x, model.y
    mean = y + 0.1
    eta, earlier = np.log(mean), math.inf
    beta: Array = np.zeros(x.shape[1])
    covariance: Array = np.zeros((x.shape[1], x.shape[1]))
    for _step in range(PEER_STEPS):
        root = np.sqrt(mean)
        beta = np.asarray(np.linalg.lstsq(x * root[:, None], (eta + (y - mean) / mean) * root, rcond=None)[0])
        covariance = np.asarray(np.linalg.inv((x * mean[:, None]).T @ x))
        eta = x @ beta
        mean = np.exp(eta)
        ratio = np.where(y > 0, y, 1.0) / mean
        deviance = 2 * float((np.where(y > 0, y * np.log(ratio), 0.0) - (y - mean)).sum())
        if abs(deviance - earlier) / (abs(deviance) + 0.1) < PEER_PRECISION:
            break
        earlier = deviance
    return beta, covariance
