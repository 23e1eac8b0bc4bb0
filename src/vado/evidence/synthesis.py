"""Many people: the mean change, how much people differ, and what to expect for the next person.

Two stages: each person's estimate with its standard error, then a random-effects model in which the spread between
people is integrated over a grid, exactly, with a half-normal prior that is shown beside the result of two others
(Röver 2020). Nothing is simulated. Three things are kept apart: the interval of the mean, the interval of the spread,
and the predictive interval for the next person (Higgins, Thompson and Spiegelhalter 2009).
"""

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.distributions import chi_square_cdf
from vado.evidence.errors import NobodyToPool
from vado.evidence.scales import Improvement
from vado.evidence.values import LARGEST, checked_level

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

GRID = 240
NEGLIGIBLE = 1e-11  # of the probability: spreads that carry less are let go
BISECTIONS = 80
FEW = 10  # below it the spread rests on its prior (facts 6.5) [D]
MOVES = 0.25  # of the interval's width: a prior that moves the mean or a limit by more is told [D]


class Goal(enum.StrEnum):
    """Kinds of goals that are never pooled unasked."""

    STOP = "stop"
    PAUSE = "pause"
    LESS = "less"
    ONLY_SOME = "only some"
    SAFER = "safer"
    KEEP = "keep"
    UNDECIDED = "undecided"


ASK_FOR_LESS = (Goal.STOP, Goal.PAUSE, Goal.LESS, Goal.ONLY_SOME)  # goals that fewer days of use speak to


class Prior(enum.StrEnum):
    """What is assumed beforehand of the spread between people."""

    HALF_NORMAL = "half-normal"
    WIDER = "half-normal, twice as wide"
    HALF_CAUCHY = "half-Cauchy"


@dataclass(frozen=True, slots=True)
class Person:
    """One person's estimate in natural units; `estimate` is None for somebody who came but gave none."""

    name: str
    estimate: float | None
    se: float | None
    goal: Goal | None = None
    moderator: float | None = None
    limits: tuple[float, float] | None = None  # the person's own interval, where it is not estimate and normal reach

    def showed(self, sign: float, reach: float) -> bool:
        """Whether their own interval lies wholly on the side of improvement."""
        if self.estimate is None or self.se is None:
            return False
        low, high = self.limits or (self.estimate - reach * self.se, self.estimate + reach * self.se)
        return low > 0 if sign > 0 else high < 0


@dataclass(frozen=True, slots=True)
class Synthesis:
    """The mean, the spread, and the next person; `change` is in the units of the people's estimates.

    `chance` is the probability that the next person changes in the direction of improvement by more than
    `threshold`. `others` holds the mean with its interval, and the predictive interval, under the two other priors.
    `goal` is the kind of goal that these people share; None where none was told, or where kinds were pooled.
    """

    goal: Goal | None
    people: int
    pooled: int
    left_out: tuple[str, ...]
    mean: float
    low: float
    high: float
    spread: float
    spread_low: float
    spread_high: float
    next_low: float
    next_high: float
    chance: float
    threshold: float
    level: float
    prior: Prior
    prior_scale: float
    others: tuple["UnderPrior", ...]
    q: float
    q_p: float
    showed: int
    attempts: int
    shrunk: tuple[tuple[str, float], ...]
    method: str
    source: str
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class UnderPrior:
    """The same synthesis under another assumption."""

    prior: Prior
    mean: float
    low: float
    high: float
    spread: float
    next_low: float
    next_high: float
    chance: float


def synthesise(
    people: Sequence[Person],
    *,
    improvement: Improvement | str,
    threshold: float = 0.0,
    level: float = 0.95,
    prior_scale: float | None = None,
    pools_goals: bool = False,
) -> tuple[Synthesis, ...]:
    """One synthesis for each kind of goal, or one for all where `pools_goals` asks; who gave no estimate is counted.

    `prior_scale` is that of the half-normal for the spread; by default twice the median standard error or the standard
    deviation of the estimates, whichever is larger: wide enough not to rule out what is seen. Replication is
    counted as people whose own interval lies wholly on the side of improvement, out of all who were pooled.

    >>> people = [Person(f"P{n}", d, 0.8) for n, d in enumerate([-2.0, -1.0, -3.0, -1.5, -0.5, -2.5])]
    >>> found, = synthesise(people, improvement="decrease")
    >>> round(found.mean, 2), found.next_low < found.low < found.high < found.next_high
    (-1.75, True)

    Shape: one `Person` each; everything in the units of the estimates.
    Errors: `NobodyToPool` without a single estimate; `BadLevel`.
    Source: Higgins, Thompson and Spiegelhalter 2009; Röver 2020.
    """
    level, sign = checked_level(level), -1.0 if Improvement(improvement) is Improvement.DECREASE else 1.0
    if not any(has_estimate(person) for person in people):
        raise NobodyToPool
    kinds = sorted({person.goal for person in people}, key=str)
    told: tuple[Caution, ...] = ()
    groups = [list(people)]
    if len(kinds) > 1 and pools_goals:
        told = (Caution.POOLED_OPPOSITE_GOALS,)
    elif len(kinds) > 1:
        told = (Caution.OPPOSITE_GOALS,)
        groups = [[person for person in people if person.goal is kind] for kind in kinds]
    return tuple(
        _of_group(group, sign, threshold, level, prior_scale, (*told, *_axis(group)))
        for group in groups
        if any(map(has_estimate, group))
    )


def _shared(group: Sequence[Person]) -> Goal | None:
    kinds = {person.goal for person in group}
    return kinds.pop() if len(kinds) == 1 else None


def _axis(group: Sequence[Person]) -> tuple[Caution, ...]:
    """Whether somebody's goal asks for something that this axis does not show."""
    others = {person.goal for person in group} - {None, *ASK_FOR_LESS}
    return (Caution.AXIS_NOT_THE_GOAL,) if others else ()


def has_estimate(person: Person) -> bool:
    """Numbers that can be weighed: an infinity, or an error whose square is none, is no estimate."""
    if person.estimate is None or person.se is None:
        return False
    return abs(person.estimate) <= LARGEST and 1 / LARGEST <= person.se <= LARGEST


def _of_group(
    group: Sequence[Person], sign: float, threshold: float, level: float, scale: float | None, told: tuple[Caution, ...]
) -> Synthesis:
    import numpy as np

    kept = [person for person in group if has_estimate(person)]
    y = np.array([person.estimate for person in kept], dtype=float)
    s = np.array([person.se for person in kept], dtype=float)
    scale = scale or default_scale(y, s)
    posteriors = {prior: Posterior.of(y, s, prior, scale) for prior in Prior}
    main = posteriors[Prior.HALF_NORMAL]
    results = {prior: _under(prior, posterior, level, sign, threshold) for prior, posterior in posteriors.items()}
    own = results[Prior.HALF_NORMAL]
    q, q_p = heterogeneity(y, s)
    tail = (1 - level) / 2
    reach = _normal_reach(level)
    others = (results[Prior.WIDER], results[Prior.HALF_CAUCHY])
    return Synthesis(
        goal=_shared(group), people=len(group), pooled=len(kept),
        left_out=tuple(person.name for person in group if not has_estimate(person)),
        mean=own.mean, low=own.low, high=own.high,
        spread=own.spread, spread_low=main.spread_quantile(tail), spread_high=main.spread_quantile(1 - tail),
        next_low=own.next_low, next_high=own.next_high, chance=own.chance, threshold=threshold, level=level,
        prior=Prior.HALF_NORMAL, prior_scale=scale, others=others, q=q, q_p=q_p,
        showed=sum(person.showed(sign, reach) for person in kept), attempts=len(kept),
        shrunk=tuple(zip((person.name for person in kept), main.shrunk(y, s).tolist(), strict=True)),
        method="two-stage random effects; spread integrated on a grid under a half-normal prior, mean flat",
        source="Higgins, Thompson and Spiegelhalter 2009; Röver 2020",
        cautions=(*told, *_cautions(group, kept, own, others)),
    )  # fmt: skip


def _normal_reach(level: float) -> float:
    from vado.evidence.distributions import normal_quantile

    return normal_quantile((1 + level) / 2)


def default_scale(y: "Array", s: "Array") -> float:
    """The scale of the half-normal prior when none is given [D]."""
    import numpy as np

    return float(max(2 * np.median(s), np.std(y, ddof=1) if len(y) > 1 else 0.0))


def heterogeneity(y: "Array", s: "Array") -> tuple[float, float]:
    """Cochran's Q and its p; (0, 1) for one person."""
    if len(y) < 2:
        return 0.0, 1.0
    weights = 1 / s**2
    mean = (weights @ y) / weights.sum()
    q = float(weights @ (y - mean) ** 2)
    return q, 1 - chi_square_cdf(q, len(y) - 1)


@dataclass(frozen=True)
class Posterior:
    """The spread on a grid: its probabilities, and the mean given each spread with its variance."""

    spreads: "Array"
    weights: "Array"
    means: "Array"
    variances: "Array"

    @classmethod
    def of(cls, y: "Array", s: "Array", prior: Prior, scale: float) -> "Posterior":
        """The exact posterior, up to the grid."""
        import numpy as np

        top = 10 * max(scale, float(np.ptp(y)) / 2, float(s.max()) / 4)
        edges = np.linspace(0.0, 1.0, GRID + 1) ** 2 * top
        spreads, widths = (edges[1:] + edges[:-1]) / 2, np.diff(edges)
        precision = 1 / (s[None, :] ** 2 + spreads[:, None] ** 2)
        total = precision.sum(axis=1)
        means = precision @ y / total
        left = (precision * (y[None, :] - means[:, None]) ** 2).sum(axis=1)
        log = 0.5 * np.log(precision).sum(axis=1) - 0.5 * np.log(total) - 0.5 * left + _log_prior(spreads, prior, scale)
        weights = np.exp(log - log.max()) * widths
        weights /= weights.sum()
        kept = weights > NEGLIGIBLE
        return cls(spreads[kept], weights[kept] / weights[kept].sum(), means[kept], 1 / total[kept])

    def mean(self) -> float:
        """The posterior mean of the mean change."""
        return float(self.weights @ self.means)

    def spread_quantile(self, p: float) -> float:
        """A quantile of the spread between people."""
        import numpy as np

        return float(np.interp(p, np.cumsum(self.weights) - self.weights / 2, self.spreads))

    def quantile(self, p: float, *, is_next: bool) -> float:
        """A quantile of the mean, or of the next person."""
        deviations = self._deviations(is_next)
        low = float((self.means - 12 * deviations).min())
        high = float((self.means + 12 * deviations).max())
        span = high - low
        for _step in range(BISECTIONS):
            middle = (low + high) / 2
            if high - low < 1e-9 * span:
                break
            low, high = (middle, high) if self.below(middle, is_next=is_next) < p else (low, middle)
        return (low + high) / 2

    def below(self, value: float, *, is_next: bool) -> float:
        """The probability that the mean, or the next person, lies below a value."""
        deviations = self._deviations(is_next)
        z = ((value - self.means) / deviations / math.sqrt(2)).tolist()
        return math.fsum(w * 0.5 * math.erfc(-at) for w, at in zip(self.weights.tolist(), z, strict=True))

    def shrunk(self, y: "Array", s: "Array") -> "Array":
        """Each person's estimate, drawn towards the mean as far as the spread says."""
        share = s[None, :] ** 2 / (s[None, :] ** 2 + self.spreads[:, None] ** 2)
        drawn: Array = self.weights @ (share * self.means[:, None] + (1 - share) * y[None, :])
        return drawn

    def _deviations(self, is_next: bool) -> "Array":
        import numpy as np

        extra = self.spreads**2 if is_next else 0.0
        deviations: Array = np.sqrt(self.variances + extra)
        return deviations


def _log_prior(spreads: "Array", prior: Prior, scale: float) -> "Array":
    import numpy as np

    if prior is Prior.HALF_CAUCHY:
        cauchy: Array = -np.log1p((spreads / scale) ** 2)
        return cauchy
    width = 2 * scale if prior is Prior.WIDER else scale
    normal: Array = -0.5 * (spreads / width) ** 2
    return normal


def _under(prior: Prior, posterior: Posterior, level: float, sign: float, threshold: float) -> UnderPrior:
    tail = (1 - level) / 2
    better = posterior.below(sign * threshold, is_next=True)
    return UnderPrior(
        prior,
        posterior.mean(),
        posterior.quantile(tail, is_next=False),
        posterior.quantile(1 - tail, is_next=False),
        posterior.spread_quantile(0.5),
        posterior.quantile(tail, is_next=True),
        posterior.quantile(1 - tail, is_next=True),
        better if sign < 0 else 1 - better,
    )


def _cautions(
    group: Sequence[Person], kept: Sequence[Person], own: UnderPrior, others: tuple[UnderPrior, ...]
) -> tuple[Caution, ...]:
    told = []
    if len(kept) == 1:
        told.append(Caution.ONE_PERSON)
    if len(kept) < FEW:
        told.append(Caution.FEW_PEOPLE)
    allowed = MOVES * (own.next_high - own.next_low)
    moved = max(max(abs(one.next_low - own.next_low), abs(one.next_high - own.next_high)) for one in others)
    if moved > allowed:
        told.append(Caution.PRIOR_MATTERS)
    if len(kept) < len(group):
        told.append(Caution.LEFT_OUT_PEOPLE)
    return tuple(told)
