"""How the change goes with something about the people: a meta-regression on one moderator."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.errors import BadModel, NobodyToPool
from vado.evidence.synthesis import Person, has_estimate
from vado.evidence.values import LARGEST

if TYPE_CHECKING:
    from vado.evidence.pairs import Array


@dataclass(frozen=True, slots=True)
class Moderation:
    """How the change goes with something about the person: the slope, its interval, the spread that is left."""

    slope: float
    low: float
    high: float
    spread: float
    people: int
    level: float
    method: str = "random-effects meta-regression, spread by REML on a grid, Knapp and Hartung limits"
    source: str = "Knapp and Hartung 2003"


def _has_moderator(person: Person) -> bool:
    return person.moderator is not None and abs(person.moderator) <= LARGEST


def _who_tells(people: Sequence[Person]) -> list[Person]:
    kept = [person for person in people if has_estimate(person) and _has_moderator(person)]
    if len(kept) < 3:
        raise NobodyToPool
    if len({person.moderator for person in kept}) < 2:
        raise BadModel(reason="the moderator is the same for everybody")
    return kept


def moderated(people: Sequence[Person], *, level: float = 0.95) -> Moderation:
    """The slope of the change on a moderator, with the small-sample limits of Knapp and Hartung (2003).

    >>> people = [Person(str(n), 0.5 * n + (-1) ** n * 0.1, 0.3, moderator=float(n)) for n in range(8)]
    >>> round(moderated(people).slope, 1)
    0.5

    Shape: one `Person` each with a moderator; the slope is in units of the estimates a unit of the moderator.
    Errors: `NobodyToPool` below three people, `BadModel` where all have the same moderator.
    Source: Knapp and Hartung 2003.
    """
    import numpy as np

    from vado.evidence.distributions import t_quantile
    from vado.evidence.searching import smallest

    kept = _who_tells(people)
    y = np.array([person.estimate for person in kept], dtype=float)
    s = np.array([person.se for person in kept], dtype=float)
    x = np.stack([np.ones(len(kept)), np.array([person.moderator for person in kept], dtype=float)], axis=1)

    def fitted(spread: float) -> "tuple[Array, Array, float, Array]":
        w = 1 / (s**2 + spread**2)
        information = (x * w[:, None]).T @ x
        beta = np.linalg.solve(information, (x * w[:, None]).T @ y)
        left = float(w @ (y - x @ beta) ** 2)
        return beta, information, left, w

    def deviance(spread: float) -> float:
        _beta, information, left, w = fitted(spread)
        return left - float(np.log(w).sum()) + float(np.linalg.slogdet(information)[1])

    spread = smallest(deviance, 0.0, 3 * float(np.std(y)) + 1e-9, 61)
    beta, information, left, _w = fitted(spread)
    df = len(kept) - 2
    se = math.sqrt(float(np.linalg.inv(information)[1, 1]) * max(left / df, 1.0))
    reach = t_quantile((1 + level) / 2, df) * se
    slope = float(beta[1])
    return Moderation(slope, slope - reach, slope + reach, spread, len(kept), level)
