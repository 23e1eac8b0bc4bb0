"""Non-overlap: how often a day after is better than a day before. It says how consistently, never by how much."""

import bisect
import enum
import math

from vado.evidence.cautions import Caution
from vado.evidence.distributions import normal_quantile
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Pair
from vado.evidence.values import middle_of

NAP = Index(
    "NAP", 0.5, "share of all pairs of days in which the day after is better, ties one half; score interval",
    "Parker and Vannest 2009; interval Newcombe 2006, method 5",
)  # fmt: skip
TAU = Index(
    "Tau", 0.0, "pairs better less pairs worse, as a share of all pairs; the interval of NAP, rescaled",
    "Parker, Vannest, Davis and Sauber 2011; interval Newcombe 2006, method 5",
)  # fmt: skip
PND = Index("PND", None, "share of days after that beat the best day before", "Scruggs, Mastropieri and Casto 1987")
PEM = Index("PEM", 0.5, "share of days after that beat the median of the days before, ties one half", "Ma 2006")
PAND = Index(
    "PAND", None, "share of days left when the fewest are taken away that leave no overlap",
    "Parker, Hagan-Burke and Vannest 2007; minimum as formulated by Pustejovsky 2019",
)  # fmt: skip
IRD = Index(
    "IRD", 0.0, "difference of two improvement rates, from the minimum of days taken away",
    "Parker, Vannest and Brown 2009",
)  # fmt: skip

NEWTON_STEPS = 60


class NapError(enum.StrEnum):
    """Which standard error of NAP."""

    UNBIASED = "unbiased"  # Sen 1967; Mee 1990
    HANLEY = "Hanley-McNeil"  # Hanley and McNeil 1982
    NULL = "null"  # the known variance if nothing differed


class PandWay(enum.StrEnum):
    """Which of the two published ways to PAND; they differ, sometimes greatly."""

    MINIMUM = "minimum"
    SORT = "sort"


def nap(pair: Pair, *, level: float = 0.95, error: NapError | str = NapError.UNBIASED) -> Effect:
    """Non-overlap of all pairs: 0.5 is no difference, 1 is every day after better than every day before.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9], improvement="increase")
    >>> round(nap(days).estimate, 3)
    0.964
    """
    share = _nap_share(pair)
    limits = newcombe_limits(share, len(pair.before), len(pair.after), level)
    error = NapError(error)
    return NAP.effect(
        pair, share, level=level, variant=error.value, se=_nap_error(pair, share, error), limits=limits,
        cautions=_nap_cautions(pair, share),
    )  # fmt: skip


def tau(pair: Pair, *, level: float = 0.95, error: NapError | str = NapError.UNBIASED) -> Effect:
    """Tau: NAP on the scale from -1 to 1, with NAP's error and interval rescaled."""
    share = _nap_share(pair)
    low, high = newcombe_limits(share, len(pair.before), len(pair.after), level)
    error = NapError(error)
    se = _nap_error(pair, share, error)
    return TAU.effect(
        pair, 2 * share - 1, level=level, variant=error.value, se=None if se is None else 2 * se,
        limits=(2 * low - 1, 2 * high - 1), cautions=_nap_cautions(pair, share),
    )  # fmt: skip


def _nap_share(pair: Pair) -> float:
    return float(pair.comparisons.sum()) / (2 * pair.comparisons.size) + 0.5


def _nap_cautions(pair: Pair, share: float) -> tuple[Caution, ...]:
    told = [Caution.INDEPENDENT_DAYS]
    if share in (0.0, 1.0):
        told.append(Caution.FULL_SEPARATION)
    if min(len(pair.before), len(pair.after)) == 1:
        told.append(Caution.ONE_DAY_PHASE)
    return tuple(told)


def _nap_error(pair: Pair, share: float, error: NapError) -> float | None:
    m, n = len(pair.before), len(pair.after)
    if error is NapError.NULL:
        return math.sqrt((m + n + 1) / (12 * m * n))
    if share in (0.0, 1.0):  # half a pair is taken as overlapping, so that the error is not zero
        half = 1 / (2 * m * n)
        inner = m * n if error is NapError.HANLEY else (m - 1) * (n - 1)
        return math.sqrt(half * (1 - half) / inner) if inner else None
    wins = pair.comparisons * 0.5 + 0.5
    of_before, of_after = wins.sum(axis=1), wins.sum(axis=0)
    q1 = float(of_before @ of_before) / (m * n * n)
    q2 = float(of_after @ of_after) / (m * m * n)
    if error is NapError.HANLEY:
        return math.sqrt(
            max(0.0, share * (1 - share) + (n - 1) * (q1 - share**2) + (m - 1) * (q2 - share**2)) / (m * n)
        )
    if m == 1 or n == 1:
        return None
    squares = float((wins * wins).sum()) / (m * n)
    whole = share - (m + n - 1) * share**2 + n * q1 + m * q2 - 2 * squares
    return math.sqrt(max(0.0, whole / ((m - 1) * (n - 1))))


def newcombe_limits(share: float, m: float, n: float, level: float) -> tuple[float, float]:
    """Newcombe 2006, method 5: the symmetrised score interval of NAP, solved to the last digit.

    At 0 or 1 the equation has a trivial root at the end point; the other root is the limit.

    >>> [round(limit, 3) for limit in newcombe_limits(1.0, 2, 2, 0.95)]
    [0.386, 1.0]
    """
    z2 = normal_quantile((1 + level) / 2) ** 2
    low = 0.0 if share == 0 else 1 - _newcombe_upper(1 - share, m, n, z2)
    high = 1.0 if share == 1 else _newcombe_upper(share, m, n, z2)
    return low, high


def _newcombe_upper(share: float, m: float, n: float, z2: float) -> float:
    """The root above the share, by bisection into which Newton steps are let in."""
    h = (m + n) / 2 - 1
    c0, c1, mn = z2 * (2 + h), z2 * (1 + 2 * h), m * n

    def gap(x: float) -> tuple[float, float]:
        u, v, d = x * (1 - x), (2 - x) * (1 + x), share - x
        slope = mn * (-2 * d * v + d * d * (1 - 2 * x)) - (1 - 2 * x) * (c0 + 2 * c1 * u)
        return mn * d * d * v - u * (c0 + c1 * u), slope

    low, high = max(share, 1e-12), 1.0
    x = (low + high) / 2
    for _step in range(NEWTON_STEPS):
        value, slope = gap(x)
        low, high = (x, high) if value < 0 else (low, x)
        step = x - value / slope if slope else math.nan
        following = step if low < step < high else (low + high) / 2
        if abs(following - x) <= 2e-16:
            break
        x = following
    return x


def pnd(pair: Pair, *, level: float = 0.95) -> Effect:
    """Percentage of non-overlapping data, as a share: it falls as the days before grow more."""
    a, b = pair.signed
    share = float((b > a.max()).mean())
    return PND.effect(pair, share, level=level, cautions=(Caution.NO_INTERVAL, Caution.LENGTH_MATTERS))


def pem(pair: Pair, *, level: float = 0.95) -> Effect:
    """Percentage exceeding the median, as a share; ties count one half."""
    _a, b = pair.signed
    middle = middle_of(pair.before) * pair.sign
    share = float((b > middle).mean() + 0.5 * (b == middle).mean())
    return PEM.effect(pair, share, level=level, cautions=(Caution.NO_INTERVAL, Caution.LENGTH_MATTERS))


def pand(pair: Pair, *, level: float = 0.95, way: PandWay | str = PandWay.MINIMUM) -> Effect:
    """Percentage of all non-overlapping data, as a share, in one of its two published ways."""
    way = PandWay(way)
    kept = _kept_without_overlap(pair) if way is PandWay.MINIMUM else _kept_by_sorting(pair)
    share = kept / (len(pair.before) + len(pair.after))
    return PAND.effect(
        pair, share, level=level, variant=way.value, cautions=(Caution.NO_INTERVAL, Caution.LENGTH_MATTERS)
    )


def ird(pair: Pair, *, level: float = 0.95) -> Effect:
    """Robust improvement rate difference, from the minimum way to PAND."""
    m, n = len(pair.before), len(pair.after)
    share = _kept_without_overlap(pair) / (m + n)
    value = ((m + n) ** 2 * share - m * m - n * n) / (2 * m * n)
    return IRD.effect(pair, value, level=level, cautions=(Caution.NO_INTERVAL, Caution.LENGTH_MATTERS))


def _kept_without_overlap(pair: Pair) -> int:
    """The most days that can stay so that every kept day before is below every kept day after (Pustejovsky 2019)."""
    a, b = (sorted(values.tolist()) for values in pair.signed)
    return max(i + len(b) - (bisect.bisect_right(b, a[i - 1]) if i else 0) for i in range(len(a) + 1))


def _kept_by_sorting(pair: Pair) -> int:
    """Parker, Hagan-Burke and Vannest 2007: sort all days, split at the number of days before, count agreements.

    Equal days are ordered with the phase before first, so that the result is the same each time.
    """
    m = len(pair.before)
    marked = [(value, 0) for value in pair.before] + [(value, 1) for value in pair.after]
    falling = pair.sign < 0
    marked.sort(key=lambda mark: (mark[0], mark[1]), reverse=falling)
    after_in_front = sum(mark for _, mark in marked[:m])
    return len(marked) - 2 * after_in_front
