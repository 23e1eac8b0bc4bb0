"""How each entry of a reference file is computed here, at which tolerance, and where a peer is known to be wrong."""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vado.evidence.baseline_tau import baseline_corrected_tau
from vado.evidence.dependence import autocorrelation
from vado.evidence.designs import StartPoints, started
from vado.evidence.differences import smd
from vado.evidence.distributions import binomial_tail, normal_cdf
from vado.evidence.dual_criterion import beyond_trend, days_on_trend, dual_criterion
from vado.evidence.effect import Effect
from vado.evidence.goal import percent_of_goal
from vado.evidence.nonoverlap import ird, nap, pand, pem, pnd, tau
from vado.evidence.pairs import Pair
from vado.evidence.planning import Plan
from vado.evidence.randomisation import arrangements_of
from vado.evidence.ratios import lor, lrm, lrr
from vado.evidence.reference_models import piecewise_fields
from vado.evidence.statistics_of_arrangements import Statistic
from vado.evidence.tau_u import Part, kendall_variance, tau_u
from vado.evidence.values import middle_of

Fields = dict[str, float | None]
Compute = Callable[[Pair, Mapping[str, Any], str], Fields]

LEFT_OUT: dict[str, str] = {}  # fields that a file may hold and the library leaves out, with the reason
POLICY = {
    "zero-width": "a zero-width interval at full separation; none is given here",
    "infinite": "an infinite value for days that carry no estimate; here none, with the reason",
    "two-day": "0 with error 0 for a two-day baseline, because its correction is 0; here no estimate",
    "silent": "no value where one exists",
    "rounding": "an exact tie is lost or won by rounding",
}


@dataclass(frozen=True)
class Recipe:
    """The beginning of an entry's name and how to compute its fields."""

    begins: str
    compute: Compute
    loose: Mapping[str, float]
    own_check: str = ""
    is_tau: bool = False

    def tolerance(self, field: str) -> float:
        """The tolerance of a field, relative above 1."""
        last = field.rsplit(".", maxsplit=1)[-1]
        return self.loose.get(last, self.loose.get("*", 1e-9))

    def from_own(self, value: float) -> float:
        """The own check of NAP on this entry's scale."""
        return 2 * value - 1 if self.is_tau else value

    def known_wrong(self, field: str, expected: float | None, found: float | None) -> str:
        """Why the peer's value is known not to hold; empty where it is not."""
        if expected is None or math.isnan(expected):
            return POLICY["silent"] if found is not None else POLICY["infinite"]
        if found is None and math.isinf(expected):
            return POLICY["infinite"]
        if found is None and self.begins.startswith("SMD"):
            return POLICY["two-day"] if expected == 0 else POLICY["infinite"]
        if found is None and (
            abs(expected) == 1 or field.rsplit(".", maxsplit=1)[-1] in ("S", "D", "ties", "pairs", "pos", "neg")
        ):
            return POLICY["zero-width"] if abs(expected) == 1 else ""
        return ""


def _of_effect(effect: Effect) -> Fields:
    return {"est": effect.estimate, "se": effect.se, "ci_lower": effect.low, "ci_upper": effect.high}


def _options(entry: str) -> dict[str, str]:
    _name, _bracket, inside = entry.partition("[")
    parts = (part.partition("=") for part in inside.rstrip("]").split(","))
    return {name: value for name, sign, value in parts if sign}


ERRORS = {"unbiased": "unbiased", "Hanley": "Hanley-McNeil", "null": "null"}


def _nap(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    return _of_effect(nap(days, error=ERRORS[_options(entry).get("se", "unbiased")]))


def _tau(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    return _of_effect(tau(days, error=ERRORS[_options(entry).get("se", "unbiased")]))


def _tau_bc(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    effect = baseline_corrected_tau(days, closes_gaps=True)
    return {**_of_effect(effect), **dict(effect.details)}


def _smd(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    options = _options(entry)
    is_pooled = options["sd"] == "pool"
    effect = smd(days, spread="pooled" if is_pooled else "baseline", is_corrected=options["bias_correct"] == "true")
    a, _b = days.moments
    sd = dict(effect.details).get("sd", math.sqrt(a.variance))
    return {**_of_effect(effect), "pooled_sd" if is_pooled else "baseline_sd": sd}


def _lrr(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    options = _options(entry)
    return _of_effect(
        lrr(
            days,
            scale=options["scale"],
            toward="increase" if entry.startswith("LRRi") else "decrease",
            is_corrected=options.get("bias_correct", "true") == "true",
            intervals=float(options["intervals"]) if "intervals" in options else None,
        )
    )


def _lor(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    options = _options(entry)
    intervals = float(options["intervals"]) if "intervals" in options else None
    is_corrected = options.get("bias_correct", "true") == "true"
    return _of_effect(lor(days, scale=options["scale"], is_corrected=is_corrected, intervals=intervals))


def _lrm(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    effect = lrm(days, by_delta=_options(entry).get("delta_method") == "true")
    return _of_effect(effect)


def _pogo(days: Pair, series: Mapping[str, Any], _entry: str) -> Fields:
    return _of_effect(percent_of_goal(days, series.get("goal")))


def _scan_nap(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    share = nap(days).estimate
    signs = days.comparisons * days.sign  # the peer's W has no direction: days before above days after
    wins, ties = int((signs > 0).sum()), int((signs == 0).sum())
    return {
        "nap_percent": None if share is None else 100 * share,
        "rescaled": None if share is None else 200 * share - 100,
        "pairs": float(signs.size),
        "ties": float(ties),
        "w": signs.size - wins - ties / 2,
        "p": _rank_p(days),
    }


def _rank_p(days: Pair) -> float:
    """The one-sided rank test that the peer prints beside NAP: normal, with ties and a continuity correction.

    Recomputed to check the peer, and not offered as an index: it shuffles single days, wrong where days depend.
    """
    m, n = len(days.before), len(days.after)
    counts = Counter([*days.before, *days.after])
    ties = sum(count**3 - count for count in counts.values())
    spread = math.sqrt(m * n / 12 * (m + n + 1 - ties / ((m + n) * (m + n - 1))))
    above = float(days.comparisons.sum()) / 2  # better less worse, halved: the distance of W from its mean
    return 1 - normal_cdf((above - 0.5) / spread) if spread else math.nan


def _percent(effect: Effect, name: str = "percent") -> Fields:
    return {name: None if effect.estimate is None else 100 * effect.estimate}


def _scan_pand(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    effect = pand(days, way="sort" if "sort" in entry else "minimum")
    n = len(days.before) + len(days.after)
    apart = float(round(n - n * (effect.estimate or 0.0)))
    m, moved = len(days.before), apart / 2
    phi = abs((m - moved) * (n - m - moved) - moved * moved) / (m * (n - m))
    return {**_percent(effect), "overlaps": apart, **({"phi": phi} if "sort" in entry else {})}


def _scan_pem(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    _a, b = days.signed
    middle = middle_of(days.before) * days.sign
    above = int((b > middle).sum())
    p = binomial_tail(above, len(days.after), 0.5)
    return {
        "percent": 100 * above / len(b), "positives": float(above), "total": float(len(b)), "binom_p": p,
    }  # fmt: skip


def _scan_pet(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    effect = beyond_trend(days)
    on_line = days_on_trend(days)
    n = len(days.after)
    most = (effect.estimate or 0.0) * n + on_line
    return {
        **_percent(effect), "binom_p": dict(effect.details).get("p"),
        "percent~": 100 * most / n, "binom_p~": binomial_tail(round(most), n, 0.5),
    }  # fmt: skip


def _scan_cdc(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    rule = dual_criterion(days)
    return {"n_exceeding": rule.beyond, "n_b": float(rule.days), "p": rule.p}


def _scan_tau_u(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    """All parts at once; what a part cannot give, its details still can."""
    fields: Fields = {}
    for part in Part:
        effect = tau_u(days, part=part, reading=_options(entry)["method"])
        details = dict(effect.details)
        row = {
            **{name: details.get(name) for name in ("S", "D", "ties", "pairs", "pos", "neg", "Z", "p")},
            **_spread_of_s(days, part, _options(entry)["method"]),
            "Tau": effect.estimate, "CI lower": effect.low, "CI upper": effect.high, "SE_Tau": effect.se,
        }  # fmt: skip
        fields |= {f"{part.value}.{name}": value for name, value in row.items()}
    return fields


def _spread_of_s(days: Pair, part: Part, method: str) -> Fields:
    """The peer's variance of S: without ties for single parts, unless the reading is Tarlow's."""
    n = {Part.TREND_A: len(days.before), Part.TREND_B: len(days.after)}.get(part, len(days.before) + len(days.after))
    variance = kendall_variance(days, part)
    if method != "tarlow" and part in (Part.TREND_A, Part.TREND_B):
        variance = n * (n - 1) * (2 * n + 5) / 18
    elif method != "tarlow" and part is Part.PHASES:
        variance = len(days.before) * len(days.after) * (n + 1) / 3
    return {"n": float(n), "VAR_S": variance, "SD_S": math.sqrt(variance)}


def _scan_smd(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    """The peer's differences have no direction: more is positive."""
    a, b = days.moments
    turned = days.sign
    values = {
        "Glass' delta": smd(days, spread="baseline", is_corrected=False),
        "Hedges' g": smd(days, spread="pooled", is_corrected=False),
        "Hedges' g correction": smd(days, spread="pooled"),
        "Cohen's d": smd(days, spread="average", is_corrected=False),
    }
    hedges, total = values["Hedges' g"].estimate, a.n + b.n
    second = (total - 3) / (total - 2.25) * math.sqrt((total - 2) / total)  # Durlak 2009
    spreads = {"sd hedges": values["Hedges' g"], "sd cohen": values["Cohen's d"]}
    return {
        "mA": a.mean, "mB": b.mean, "sdA": math.sqrt(a.variance), "sdB": math.sqrt(b.variance),
        **{name: dict(effect.details).get("sd") for name, effect in spreads.items()},
        **{name: None if e.estimate is None else turned * e.estimate for name, e in values.items()},
        "Hedges' g durlak correction": None if hedges is None else turned * hedges * second,
    }  # fmt: skip


def _scan_autocorrelation(days: Pair, _series: Mapping[str, Any], _entry: str) -> Fields:
    sides = {"A": days.before_days, "B": days.after_days, "all": (*days.before_days, *days.after_days)}
    return {
        f"{name}.Lag {lag}": autocorrelation(side, lag) if lag < len(side) else None
        for name, side in sides.items()
        for lag in (1, 2, 3)
    }


STATISTICS = {
    "Mean B-A": (Statistic.MEAN, False),
    "Mean |A-B|": (Statistic.MEAN, True),
    "NAP": (Statistic.NAP, False),
    "Median B-A": (Statistic.MEDIAN, False),
}


def _scan_randomisation(days: Pair, _series: Mapping[str, Any], entry: str) -> Fields:
    options = _options(entry)
    statistic, is_absolute = STATISTICS[options["stat"]]
    everything = [*days.before, *days.after]  # the peer closes gaps
    design = StartPoints.of(len(everything), at_least=int(options["limit"]))
    plan = Plan(design, (started(len(everything), len(days.before) + 1),), was_drawn=False)
    observed, found = arrangements_of([everything], plan, statistic)
    scale = 100.0 if statistic is Statistic.NAP else 1.0
    values = [scale * (abs(value) if is_absolute else value) for value in found.tolist()]
    own = scale * (abs(observed) if is_absolute else observed)
    mean = math.fsum(values) / len(values)
    return {
        "observed": own,
        "n_startpoints": float(len(values)),
        "p": sum(value >= own - 1e-9 * max(1, abs(own)) for value in values) / len(values),
        "p~": sum(value > own + 1e-9 * max(1, abs(own)) for value in values) / len(values) + 1 / len(values),
        "dist_mean": mean,
        "dist_sd": math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)),
        "dist_min": min(values),
        "dist_max": max(values),
    }


EXACT: Mapping[str, float] = {}
LOOSE_NAP = {"ci_lower": 5e-5, "ci_upper": 5e-5}
LOOSE_TAU = {"ci_lower": 1e-4, "ci_upper": 1e-4}
OWN_NAP = "NAP[newcombe5]"

RECIPES: tuple[Recipe, ...] = (
    Recipe("NAP[newcombe5]", _nap, EXACT),
    Recipe("NAP", _nap, LOOSE_NAP, OWN_NAP),
    Recipe("Tau[", _tau, LOOSE_TAU, OWN_NAP, is_tau=True),
    Recipe("Tau_BC", _tau_bc, LOOSE_TAU, OWN_NAP, is_tau=True),
    Recipe("Tau_U", lambda days, _series, _entry: {"est": tau_u(days).estimate}, EXACT),
    Recipe("PND", lambda days, _series, _entry: _of_effect(pnd(days)), EXACT),
    Recipe("PEM", lambda days, _series, _entry: _of_effect(pem(days)), EXACT),
    Recipe("PAND", lambda days, _series, _entry: _of_effect(pand(days)), EXACT),
    Recipe("IRD", lambda days, _series, _entry: _of_effect(ird(days)), EXACT),
    Recipe("SMD", _smd, EXACT),
    Recipe("LRR", _lrr, EXACT),
    Recipe("LOR", _lor, EXACT),
    Recipe("LRM", _lrm, EXACT),
    Recipe("PoGO", _pogo, EXACT),
    Recipe("nap", _scan_nap, EXACT),
    Recipe("pnd", lambda days, _series, _entry: _percent(pnd(days)), EXACT),
    Recipe("pem", _scan_pem, EXACT),
    Recipe("pet", _scan_pet, EXACT),
    Recipe("pand", _scan_pand, EXACT),
    Recipe("ird", lambda days, _series, _entry: {"ird": ird(days).estimate}, EXACT),
    Recipe("cdc", _scan_cdc, EXACT),
    Recipe("tau_u", _scan_tau_u, EXACT),
    Recipe("smd", _scan_smd, EXACT),
    Recipe("autocorr", _scan_autocorrelation, EXACT),
    Recipe("rand_test_exact", _scan_randomisation, EXACT),
    Recipe("plm[AR", piecewise_fields, {"*": 1e-4}),
    Recipe("plm", piecewise_fields, {"*": 1e-7}),
)
