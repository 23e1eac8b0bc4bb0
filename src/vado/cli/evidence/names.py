"""Names in the reader's language: indices' variants, methods, priors, goals, statistics, models and their terms."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.evidence.change import METHOD_AMOUNTS, METHOD_YES_NO
from vado.evidence.modelled import Model
from vado.evidence.plan_record import EDITED
from vado.evidence.synthesis import Goal, Prior
from vado.evidence.terms import CHANGE, LEVEL, SLOPE, TREND

Words = str | Promise

GOALS: dict[Goal, Words] = {
    Goal.STOP: _("to stop"),
    Goal.PAUSE: _("a pause"),
    Goal.LESS: _("less"),
    Goal.ONLY_SOME: _("some substances, others not"),
    Goal.SAFER: _("safer"),
    Goal.KEEP: _("to keep it as it is"),
    Goal.UNDECIDED: _("not decided"),
}

PRIORS: dict[Prior, Words] = {
    Prior.HALF_NORMAL: _("half-normal"),
    Prior.WIDER: _("half-normal, twice as wide"),
    Prior.HALF_CAUCHY: _("half-Cauchy"),
}

METHODS: dict[str, Words] = {
    "moment estimator, multiple baseline": _("moment estimator"),
    "REML, random level and AR(1) errors": _("REML with AR(1) errors"),
}

STATISTICS: dict[str, Words] = {
    "mean difference": _("difference of means"),
    "median difference": _("difference of medians"),
    "NAP": "NAP",
}

CHANGES: dict[str, Words] = {
    EDITED: _("the arrangement in the file is not the one that its seed draws"),
    "the days in the file follow another order than the plan": _(
        "the days in the file follow another order than the plan"
    ),
    "the days in the file begin on another date than the plan": _(
        "the days in the file begin on another date than the plan"
    ),
}

MODELS: dict[Model, Words] = {
    Model.ROBUST: _("level, trend and slope; errors robust to dependence"),
    Model.AR1: _("level, trend and slope; AR(1) errors"),
    Model.RATE: _("negative binomial rate"),
    Model.RATE_TREND: _("negative binomial rate; level, trend and slope"),
    Model.DAYS: _("hurdle: on how many days"),
    Model.DAYS_TREND: _("hurdle: on how many days; level, trend and slope"),
    Model.AMOUNT: _("hurdle: how much on those days"),
    Model.AMOUNT_TREND: _("hurdle: how much on those days; level, trend and slope"),
}

TERMS: dict[str, Words] = {
    LEVEL: _("level before"),
    TREND: _("trend a day"),
    CHANGE: _("change of level"),
    SLOPE: _("change of slope a day"),
}

PROVED: dict[str, Words] = {
    METHOD_AMOUNTS: _(
        "difference of two means of days; long-run variance by equal-weighted cosines with t limits "
        "(Lazarus, Lewis, Stock and Watson 2018)"
    ),
    METHOD_YES_NO: _(
        "difference of two shares of days; hybrid interval (Newcombe 1998, method 10) on the effective number of "
        "days by equal-weighted cosines with t limits (Lazarus, Lewis, Stock and Watson 2018)"
    ),
    "cases": _("cases"),
    "phases": _("phases"),
    "method": _("method"),
    "version": _("version"),
    "dates": _("dates"),
    "days known": _("days known"),
    "days missing": _("days missing"),
    "changes": _("changes"),
    "why": _("why"),
    "drawn": _("drawn"),
    "yes": _("yes"),
    "no": _("no"),
    "arrangements": _("arrangements"),
    "seed": _("seed"),
}

VARIANTS: dict[str, Words] = {
    "unbiased": _("unbiased error"),
    "minimum": _("fewest days taken away"),
    "sort": _("by sorting"),
    "A vs. B": _("A against B"),
    "A vs. B - Trend A": _("A against B, less the trend of A"),
    "A vs. B + Trend B": _("A against B, with the trend of B"),
    "A vs. B + Trend B - Trend A": _("A against B, with the trend of B, less that of A"),
    "parker": "Parker 2011",
    "complete": _("complete"),
    "tarlow": "Tarlow 2017",
    "Theil-Sen": "Theil-Sen",
    "Kendall": "Kendall",
    "baseline SD": _("SD before"),
    "pooled SD": _("pooled SD"),
    "corrected": _("corrected"),
    "count": _("count"),
    "rate": _("rate"),
    "proportion": _("proportion"),
    "percentage": _("percentage"),
    "other": _("other scale"),
    "log scale": _("log scale"),
}

INDICES: dict[str, Words] = {
    "gradual effect": _("gradual effect"),
    "LRR increasing": _("LRR increasing"),
    "LRR decreasing": _("LRR decreasing"),
}

SOURCES: dict[str, Words] = {
    "the person": _("the person"),
    "percent reduction": _("percent reduction"),
    "Witkiewitz et al. 2017; accepted by EMA 2010 and FDA 2025": _(
        "Witkiewitz et al. 2017; accepted by EMA 2010 and FDA 2025"
    ),
}


def index_words(name: str) -> str:
    """The name of an index; most are the same letters everywhere."""
    return str(INDICES.get(name, name))


def variant_words(variant: str) -> str:
    """A variant, part by part."""
    return ", ".join(str(VARIANTS.get(part, part)) for part in variant.split(", ")) if variant else ""


def source_words(source: str) -> str:
    """Where a definition comes from."""
    return str(SOURCES.get(source, source))
