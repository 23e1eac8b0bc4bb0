"""What an index returns: estimate, error, interval, days, method, source, cautions."""

import math
from dataclasses import dataclass

from vado.evidence.cautions import Caution
from vado.evidence.distributions import normal_quantile
from vado.evidence.pairs import DaysUsed, Pair


@dataclass(frozen=True, slots=True)
class Effect:
    """One index of one pair of phases. More is better, whatever the direction; `null` is the value of no effect.

    `estimate` is None where the index does not exist for these days, and `why_not` says why. `se`, `low` and `high`
    are None where no sound method exists. `details` holds what the method found on the way.
    """

    name: str
    variant: str
    estimate: float | None
    se: float | None
    low: float | None
    high: float | None
    level: float
    null: float | None
    days: DaysUsed
    method: str
    source: str
    cautions: tuple[Caution, ...]
    details: tuple[tuple[str, float], ...] = ()

    @property
    def why_not(self) -> Caution | None:
        """Why there is no estimate."""
        return self.cautions[0] if self.estimate is None else None

    def detail(self, name: str) -> float:
        """One of the details by its name."""
        return dict(self.details)[name]


@dataclass(frozen=True, slots=True)
class Index:
    """The name, value of no effect, method and source of an index: written once, shared by its results."""

    name: str
    null: float | None
    method: str
    source: str

    def effect(
        self,
        days: Pair,
        estimate: float,
        *,
        level: float,
        variant: str = "",
        se: float | None = None,
        limits: tuple[float, float] | None = None,
        cautions: tuple[Caution, ...] = (),
        details: tuple[tuple[str, float], ...] = (),
    ) -> Effect:
        """A result with an estimate."""
        se = None if se is None or not math.isfinite(se) else se
        low, high = limits or (None, None)
        return Effect(
            self.name, variant, estimate, se, low, high, level, self.null, days.used,
            self.method, self.source, cautions, details,
        )  # fmt: skip

    def normal(
        self,
        days: Pair,
        estimate: float,
        se: float,
        *,
        level: float,
        variant: str = "",
        cautions: tuple[Caution, ...] = (),
        details: tuple[tuple[str, float], ...] = (),
    ) -> Effect:
        """A result with a normal interval; days are taken as independent, and it says so."""
        told = (*cautions, Caution.INDEPENDENT_DAYS)
        if not math.isfinite(se) or se <= 0:
            told = (*cautions, Caution.NOTHING_VARIES if se == 0 else Caution.ONE_DAY_PHASE)
            return self.effect(days, estimate, level=level, variant=variant, cautions=told, details=details)
        reach = normal_quantile((1 + level) / 2) * se
        limits = (estimate - reach, estimate + reach)
        return self.effect(
            days, estimate, level=level, variant=variant, se=se, limits=limits, cautions=told, details=details
        )

    def none(
        self,
        days: Pair,
        why: Caution,
        *,
        level: float,
        variant: str = "",
        details: tuple[tuple[str, float], ...] = (),
    ) -> Effect:
        """No estimate, and why."""
        return Effect(
            self.name, variant, None, None, None, None, level, self.null, days.used, self.method, self.source,
            (why,), details,
        )  # fmt: skip
