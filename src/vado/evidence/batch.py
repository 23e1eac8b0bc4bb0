"""Many series at once: the usual indices of a thousand diaries over arrays, the same numbers as one by one."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.baseline_tau import SLACK
from vado.evidence.distributions import normal_quantile
from vado.evidence.errors import EmptyPhase
from vado.evidence.ratios import variance_of_log_median
from vado.evidence.scales import Improvement
from vado.evidence.values import days, middle_of

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

Days = Iterable[float | None]
Part = list[tuple[list[float | None], list[float | None]]]
AT_A_TIME = 250  # series a pass: what a pass holds does not grow with their number
NEWTON_STEPS = 12


@dataclass(frozen=True)
class Batch:
    """One column an index, one row a series; NaN where the index does not exist for a series."""

    nap: "Array"
    nap_se: "Array"
    nap_low: "Array"
    nap_high: "Array"
    tau_u: "Array"
    smd: "Array"
    smd_se: "Array"
    lrr: "Array"
    lrr_se: "Array"
    pnd: "Array"
    pem: "Array"
    pand: "Array"
    ird: "Array"
    pogo: "Array"
    pogo_se: "Array"
    tau_bc: "Array"
    tau: "Array"
    tau_se: "Array"
    lrm: "Array"
    lrm_se: "Array"


def batch(
    series: Sequence[tuple[Days, Days]],
    *,
    improvement: Improvement | str,
    goal: float | None = None,
    has_all: bool = True,
    level: float = 0.95,
) -> Batch:
    """Counts of many series: NAP with error and interval, Tau-U (Parker), SMD (baseline, corrected), LRR (corrected),
    Tau, and with `has_all` PND, PEM, PAND, IRD, PoGO, Tau-BC, LRM with its error. The same numbers as one by one.

    >>> found = batch([([5, 4, 6, 5], [2, 3, 1]), ([1, None, 2], [1, 2, 2])], improvement="decrease")
    >>> [round(float(value), 3) for value in found.nap]
    [1.0, 0.417]
    """
    import numpy as np

    sign = 1.0 if Improvement(improvement) is Improvement.INCREASE else -1.0
    z2 = normal_quantile((1 + level) / 2) ** 2
    parts = [_pass(part, sign, z2, goal, has_all) for part in _in_parts(series)]
    names = Batch.__dataclass_fields__
    return Batch(*(np.concatenate([part[name] for part in parts]) for name in names))


def _in_parts(series: Sequence[tuple[Days, Days]]) -> Iterator[Part]:
    for at in range(0, len(series), AT_A_TIME):
        yield [(days(before), days(after)) for before, after in series[at : at + AT_A_TIME]]


def _padded(phases: list[list[float]]) -> "tuple[Array, Array]":
    """Rows of known days filled up with NaN, and their lengths."""
    import numpy as np

    lengths = np.array([len(phase) for phase in phases])
    values = np.full((len(phases), int(lengths.max())), np.nan)
    values[np.arange(values.shape[1]) < lengths[:, None]] = [day for phase in phases for day in phase]
    return values, lengths.astype(float)


def _pass(part: Part, sign: float, z2: float, goal: float | None, has_all: bool) -> "dict[str, Array]":
    import numpy as np

    known = [[[day for day in phase if day is not None] for phase in pair] for pair in part]
    for place, (before, after) in enumerate(known, start=1):
        if not before or not after:
            raise EmptyPhase(label=f"{'before' if not before else 'after'} of series {place}")
    a, m = _padded([pair[0] for pair in known])
    b, n = _padded([pair[1] for pair in known])
    with np.errstate(invalid="ignore", divide="ignore"):
        found = _overlap(a * sign, b * sign, m, n, z2)
        rising = _rising(a) * sign
        found["tau_u"] = (found.pop("s") - rising) / (m * n)
        found |= {"tau": 2 * found["nap"] - 1, "tau_se": 2 * found["nap_se"]}
        found |= _moments(a, b, m, n, sign, goal)
        rest = {**_rest(part, a * sign, b * sign, m, n), **_medians(known, sign)} if has_all else {}
        found |= rest or dict.fromkeys(REST, np.full(len(m), np.nan))
    return found


REST = ("pnd", "pem", "pand", "ird", "tau_bc", "lrm", "lrm_se")


def _rising(a: "Array") -> "Array":
    """Kendall's S of each row: later days that are higher, less those that are lower; NaN compare as neither."""
    import numpy as np

    is_later = np.triu(np.ones((a.shape[1], a.shape[1]), dtype=bool), 1)
    later, earlier = a[:, None, :], a[:, :, None]
    up = ((later > earlier) & is_later).sum(axis=(1, 2))
    found: Array = up - ((later < earlier) & is_later).sum(axis=(1, 2)).astype(float)
    return found


def _overlap(a: "Array", b: "Array", m: "Array", n: "Array", z2: float) -> "dict[str, Array]":
    import numpy as np

    better, worse = b[:, None, :] > a[:, :, None], b[:, None, :] < a[:, :, None]
    of_a, of_b = better.sum(axis=2, dtype=np.int32), better.sum(axis=1, dtype=np.int32)
    not_a, not_b = worse.sum(axis=2, dtype=np.int32), worse.sum(axis=1, dtype=np.int32)
    wins, losses = of_a.sum(axis=1).astype(float), not_a.sum(axis=1).astype(float)
    s = wins - losses
    share = s / (2 * m * n) + 0.5
    of_before = np.where(np.isnan(a), 0.0, 0.5 * (n[:, None] + of_a - not_a))
    of_after = np.where(np.isnan(b), 0.0, 0.5 * (m[:, None] + of_b - not_b))
    q1, q2 = (of_before**2).sum(axis=1) / (m * n * n), (of_after**2).sum(axis=1) / (m * m * n)
    squares = (wins + 0.25 * (m * n - wins - losses)) / (m * n)
    variance = share - (m + n - 1) * share**2 + n * q1 + m * q2 - 2 * squares
    is_apart, half = (share == 0) | (share == 1), 1 / (2 * m * n)
    variance = np.where(is_apart, half * (1 - half), np.maximum(variance, 0.0)) / ((m - 1) * (n - 1))
    se = np.where((m > 1) & (n > 1), np.sqrt(variance), np.nan)
    high = np.where(share == 1, 1.0, _upper(share, m, n, z2))
    low = np.where(share == 0, 0.0, 1 - _upper(1 - share, m, n, z2))
    return {"s": s, "nap": share, "nap_se": se, "nap_low": low, "nap_high": high}


def _upper(share: "Array", m: "Array", n: "Array", z2: float) -> "Array":
    """Newcombe's upper root for all series: bisection to a good start, then Newton."""
    import numpy as np

    h, mn = (m + n) / 2 - 1, m * n
    c0, c1 = z2 * (2 + h), z2 * (1 + 2 * h)
    low, high = np.maximum(share, 1e-12), np.ones_like(share)
    for _step in range(NEWTON_STEPS):
        x = (low + high) / 2
        u = x * (1 - x)
        is_below = mn * (share - x) ** 2 * (2 - x) * (1 + x) < u * (c0 + c1 * u)
        low, high = np.where(is_below, x, low), np.where(is_below, high, x)
    x = (low + high) / 2
    for _step in range(NEWTON_STEPS):
        u, v, d = x * (1 - x), (2 - x) * (1 + x), share - x
        value = mn * d * d * v - u * (c0 + c1 * u)
        slope = mn * (-2 * d * v + d * d * (1 - 2 * x)) - (1 - 2 * x) * (c0 + 2 * c1 * u)
        x = np.clip(x - value / np.where(slope == 0, 1.0, slope), share, 1.0)
    return x


def _moments(a: "Array", b: "Array", m: "Array", n: "Array", sign: float, goal: float | None) -> "dict[str, Array]":
    import numpy as np

    mean_a, mean_b = np.nansum(a, axis=1) / m, np.nansum(b, axis=1) / n
    var_a = np.nansum((a - mean_a[:, None]) ** 2, axis=1) / (m - 1)
    var_b = np.nansum((b - mean_b[:, None]) ** 2, axis=1) / (n - 1)
    correction = 1 - 3 / (4 * (m - 1) - 1)
    exists = (m > 2) & (var_a > 0)
    smd = np.where(exists, sign * correction * (mean_b - mean_a) / np.sqrt(np.where(exists, var_a, 1.0)), np.nan)
    smd_se = correction * np.sqrt(1 / m + var_b / (n * np.where(exists, var_a, np.nan)) + smd**2 / (2 * (m - 1)))
    sides = [
        (np.maximum(mean, 1 / (2 * k)), np.maximum(var, 1 / k**3), k)
        for mean, var, k in ((mean_a, var_a, m), (mean_b, var_b, n))
    ]
    (ma, va, _), (mb, vb, _) = sides
    is_nothing = (mean_a == 0) & (mean_b == 0)
    log_ratio = np.log(mb) + vb / (2 * n * mb**2) - np.log(ma) - va / (2 * m * ma**2)
    found = {"smd": smd, "smd_se": smd_se, "lrr": np.where(is_nothing, np.nan, log_ratio),
             "lrr_se": np.where(is_nothing, np.nan, np.sqrt(va / (m * ma**2) + vb / (n * mb**2)))}  # fmt: skip
    way = np.nan if goal is None else goal - mean_a
    share = (mean_b - mean_a) / np.where(way == 0, np.nan, way)
    pogo_se = 100 * np.sqrt((var_a / m + var_b / n + share**2 * var_a / m) / np.where(way == 0, np.nan, way) ** 2)
    return found | {"pogo": 100 * share, "pogo_se": np.where(pogo_se > 0, pogo_se, np.nan)}


def _rest(part: Part, a: "Array", b: "Array", m: "Array", n: "Array") -> "dict[str, Array]":
    """PND, PEM, PAND, IRD and baseline-corrected Tau; more is better in `a` and `b`."""
    import numpy as np

    best = np.nanmax(a, axis=1)
    ordered = np.sort(a, axis=1)  # NaN stand at the end
    rows = np.arange(len(m))
    middle = (ordered[rows, ((m - 1) // 2).astype(int)] + ordered[rows, (m // 2).astype(int)]) / 2
    pem = ((b > middle[:, None]).sum(axis=1) + 0.5 * (b == middle[:, None]).sum(axis=1)) / n
    above = (b[:, None, :] > ordered[:, :, None]).sum(axis=2)
    kept = np.where(np.isnan(ordered), 0, above + np.arange(1, a.shape[1] + 1))
    pand = np.maximum(kept.max(axis=1), n) / (m + n)
    return {
        "pnd": (b > best[:, None]).sum(axis=1) / n,
        "pem": pem,
        "pand": pand,
        "ird": ((m + n) ** 2 * pand - m * m - n * n) / (2 * m * n),
        "tau_bc": _baseline_corrected(part, a, b, m, n),
    }


def _medians(known: list[list[list[float]]], sign: float) -> "dict[str, Array]":
    """LRM of each series: an order of its own for every phase, so there is nothing to do for all of them at once."""
    import numpy as np

    logs, errors = np.full(len(known), np.nan), np.full(len(known), np.nan)
    for place, (before, after) in enumerate(known):
        middles = middle_of(before), middle_of(after)
        if min(*before, *after) >= 0 and 0 not in middles:
            logs[place] = sign * math.log(middles[1] / middles[0])
            error = math.sqrt(sum(variance_of_log_median(phase, by_delta=False) for phase in (before, after)))
            errors[place] = error if 0 < error < math.inf else math.nan
    return {"lrm": logs, "lrm_se": errors}


def _baseline_corrected(part: Part, a: "Array", b: "Array", m: "Array", n: "Array") -> "Array":
    """Tau after the Theil-Sen trend at the days' true places; days on the line to the last digits are ties."""
    import numpy as np

    places = [[at for at, day in enumerate([*x, *y], start=1) if day is not None] for x, y in part]
    at_a, _ = _padded([[float(p) for p in one[: int(k)]] for one, k in zip(places, m, strict=True)])
    at_b, _ = _padded([[float(p) for p in one[int(k) :]] for one, k in zip(places, m, strict=True)])
    i, j = np.triu_indices(a.shape[1], 1)
    slope = _middle((a[:, j] - a[:, i]) / (at_a[:, j] - at_a[:, i]), (m * (m - 1) / 2).astype(int))
    rest_a, rest_b = a - slope[:, None] * at_a, b - slope[:, None] * at_b
    gap = rest_b[:, None, :] - rest_a[:, :, None]
    largest = np.maximum(np.nanmax(np.abs(rest_a), axis=1), np.nanmax(np.abs(rest_b), axis=1))
    near = SLACK * np.maximum(largest, 1e-300)
    signs = np.where(np.abs(gap) <= near[:, None, None], 0.0, np.sign(gap))
    return np.where(m > 1, np.nansum(signs, axis=(1, 2)) / (m * n), np.nan)


def _middle(values: "Array", counts: "Array") -> "Array":
    """The median of each row's first `counts` values in order; NaN stand at the end."""
    import numpy as np

    ordered = np.sort(values, axis=1)
    rows = np.arange(len(counts))
    counts = np.maximum(counts, 1).astype(int)
    middle: Array = (ordered[rows, (counts - 1) // 2] + ordered[rows, counts // 2]) / 2
    return middle
