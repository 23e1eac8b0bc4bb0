"""Baseline-corrected Tau: the trend before is taken off, then the phases are compared (Tarlow 2017)."""

import enum
import itertools
import math
from dataclasses import replace

from vado.evidence.cautions import Caution
from vado.evidence.distributions import normal_cdf
from vado.evidence.effect import Effect, Index
from vado.evidence.kendall import between, tau_b, variance_of_s, within
from vado.evidence.nonoverlap import NapError, tau
from vado.evidence.pairs import Pair
from vado.evidence.trend import theil_sen
from vado.evidence.values import known

TAU_BC = Index(
    "Tau-BC", 0.0, "Tau after the Theil-Sen trend of the days before is taken off the whole series",
    "Tarlow 2017; Tau error as Parker et al. 2011 and Newcombe 2006",
)  # fmt: skip
PRETEST_LEVEL = 0.05  # Tarlow 2017
SLACK = 1e-9  # differences of corrected days below this share of their size are ties


class Form(enum.StrEnum):
    """Which Tau is taken of the corrected days."""

    NONOVERLAP = "Theil-Sen"
    KENDALL = "Kendall"


def baseline_corrected_tau(
    pair: Pair,
    *,
    form: Form | str = Form.NONOVERLAP,
    is_pretested: bool = False,
    closes_gaps: bool = False,
    error: NapError | str = NapError.UNBIASED,
    level: float = 0.95,
) -> Effect:
    """Baseline-corrected Tau. Missing days keep their places, unless `closes_gaps` numbers the known days anew.

    With `is_pretested` the trend is taken off only where Kendall's test finds one at 5 % (Tarlow 2017).

    >>> from vado.evidence.pairs import pair
    >>> baseline_corrected_tau(pair([1, 2, 3, 4, 5], [6, 7, 8, 9], improvement="increase")).estimate
    0.0
    """
    form = Form(form)
    variant = f"{form.value}{', pretested' if is_pretested else ''}{', gaps closed' if closes_gaps else ''}"
    if len(pair.before) < 2:
        return TAU_BC.none(pair, Caution.ONE_DAY_PHASE, level=level, variant=variant)
    if is_pretested and trend_probability(pair.before) > PRETEST_LEVEL:
        slope, intercept = 0.0, 0.0
    else:
        slope, intercept = theil_sen(_numbers(pair, closes_gaps)[0], pair.before)
    corrected = _corrected(pair, slope, intercept, closes_gaps)
    details = (("slope", slope), ("intercept", intercept))
    told: tuple[Caution, ...] = (Caution.INDEPENDENT_DAYS, Caution.TREND_UNCERTAIN)
    told = (*told, Caution.GAPS_CLOSED) if closes_gaps and pair.used.missing_at else told
    if form is Form.KENDALL:
        return _kendall_form(pair, corrected, variant, level, told, details)
    plain = tau(corrected, level=level, error=error)
    return replace(
        plain, name=TAU_BC.name, variant=variant, method=TAU_BC.method, source=TAU_BC.source,
        days=pair.used, details=details, cautions=(*told, *plain.cautions[1:]),
    )  # fmt: skip


def trend_probability(values: list[float]) -> float:
    """Kendall's two-sided test of a trend, with ties and continuity correction."""
    import numpy as np

    s = abs(within(np.array(values)).s)
    variance = variance_of_s(range(len(values)), values)
    return 1.0 if variance <= 0 or s == 0 else 2 * normal_cdf(-(s - 1) / math.sqrt(variance))


def _numbers(pair: Pair, closes_gaps: bool) -> tuple[list[int], list[int]]:
    m, n = len(pair.before), len(pair.after)
    if closes_gaps:
        return list(range(1, m + 1)), list(range(m + 1, m + n + 1))
    return pair.before_at, pair.after_at


def _corrected(pair: Pair, slope: float, intercept: float, closes_gaps: bool) -> Pair:
    before_at, after_at = _numbers(pair, closes_gaps)
    values, at = [*pair.before, *pair.after], [*before_at, *after_at]
    rest = merged([y - intercept - slope * place for y, place in zip(values, at, strict=True)])
    m = len(pair.before)
    return Pair(tuple(rest[:m]), tuple(rest[m:]), pair.improvement)  # known days only: their places are taken off


def merged(values: list[float]) -> list[float]:
    """The values with those that differ in the last digits only made equal: days on the line are ties.

    >>> merged([0.3, 0.1 + 0.2, 0.5])
    [0.3, 0.3, 0.5]
    """
    near = SLACK * max(map(abs, values), default=0.0)
    order = sorted(range(len(values)), key=values.__getitem__)
    found = list(values)
    for earlier, later in itertools.pairwise(order):
        if values[later] - values[earlier] <= near:
            found[later] = found[earlier]
    return found


def _kendall_form(
    pair: Pair,
    corrected: Pair,
    variant: str,
    level: float,
    told: tuple[Caution, ...],
    details: tuple[tuple[str, float], ...],
) -> Effect:
    phase = [0.0] * len(pair.before) + [1.0] * len(pair.after)
    values = [*known(corrected.before_days), *known(corrected.after_days)]
    score = between(corrected.comparisons)
    estimate = tau_b(phase, values, score)
    if math.isnan(estimate):
        return TAU_BC.none(pair, Caution.NOTHING_VARIES, level=level, variant=variant)
    variance = variance_of_s(phase, values)
    p = 2 * normal_cdf(-max(abs(score.s) - 1, 0) / math.sqrt(variance))
    se = math.sqrt(2 / len(values) * (1 - estimate**2))  # Tarlow 2017
    return TAU_BC.effect(
        pair, estimate, level=level, variant=variant, se=se, cautions=(*told, Caution.NO_INTERVAL),
        details=(*details, ("p", p)),
    )  # fmt: skip
