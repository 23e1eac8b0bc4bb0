"""Normal, t, F, beta, chi-square and binomial probabilities in plain Python: nothing heavy to import."""

import math
from collections.abc import Callable
from functools import lru_cache

TINY = 1e-300
STEPS = 500
PRECISION = 1e-16
BISECTIONS = 200
MOST_EXACT = 1_000  # trials whose ways still are floating-point numbers


def normal_cdf(x: float) -> float:
    """The probability that a standard normal value is at most x."""
    return 0.5 * math.erfc(-x / math.sqrt(2))


@lru_cache(maxsize=256)
def normal_quantile(p: float) -> float:
    """The value below which a standard normal value lies with probability p.

    >>> round(normal_quantile(0.975), 11)
    1.95996398454
    """
    return _invert(normal_cdf, p, -40.0, 0.0) if p <= 0.5 else -normal_quantile(1 - p)


def t_cdf(x: float, df: float) -> float:
    """The probability that a t value with df degrees of freedom is at most x."""
    if math.isinf(df):
        return normal_cdf(x)
    tail = 0.5 * beta_cdf(df / (df + x * x), df / 2, 0.5)
    return 1 - tail if x > 0 else tail


@lru_cache(maxsize=1024)
def t_quantile(p: float, df: float) -> float:
    """The value below which a t value lies with probability p.

    >>> round(t_quantile(0.975, 10), 9)
    2.228138852
    """
    if math.isinf(df):
        return normal_quantile(p)
    if p < 0.5:
        return -t_quantile(1 - p, df)
    bound = 2.0
    while t_cdf(bound, df) < p:
        bound *= 2
    return _invert(lambda x: t_cdf(x, df), p, 0.0, bound)


def f_cdf(x: float, df1: float, df2: float) -> float:
    """The probability that an F value is at most x."""
    return beta_cdf(df1 * x / (df1 * x + df2), df1 / 2, df2 / 2) if x > 0 else 0.0


def chi_square_cdf(x: float, df: float) -> float:
    """The probability that a chi-square value is at most x."""
    half = x / 2  # that of the smallest number is nothing
    return _gamma_cdf(df / 2, half) if half > 0 else 0.0


def binomial_tail(at_least: int, n: int, p: float) -> float:
    """The probability of at least so many successes in n trials.

    >>> binomial_tail(8, 8, 0.5)
    0.00390625
    """
    successes = range(max(at_least, 0), n + 1)
    if n <= MOST_EXACT or not 0 < p < 1:
        return math.fsum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in successes)
    one, other, all_ways = math.log(p), math.log1p(-p), math.lgamma(n + 1)
    return math.fsum(
        math.exp(all_ways - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * one + (n - k) * other) for k in successes
    )


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Press et al. 2007, section 6.4)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(1 - x, b, a)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) * _beta_fraction(x, a, b) / a


def _beta_fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < PRECISION:
            break
    return value


def _gamma_cdf(a: float, x: float) -> float:
    """The regularised lower incomplete gamma function, by its series or its continued fraction."""
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for n in range(1, STEPS * 20):
            term *= x / (a + n)
            total += term
            if term < total * PRECISION:
                break
        return front * total
    return 1 - front * _gamma_fraction(a, x)


def _gamma_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = 1 / TINY, 1 / b
    value = d
    for n in range(1, STEPS * 20):
        term, b = -n * (n - a), b + 2
        d = 1 / _away_from_zero(term * d + b)
        c = _away_from_zero(b + term / c)
        value *= c * d
        if abs(c * d - 1) < PRECISION:
            break
    return value


def _away_from_zero(x: float) -> float:
    return x if abs(x) > TINY else TINY


def _invert(cdf: Callable[[float], float], p: float, low: float, high: float) -> float:
    """Where a rising function reaches p: bisection down to neighbouring numbers."""
    for _step in range(BISECTIONS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if cdf(middle) < p else (low, middle)
    return (low + high) / 2
