"""Percent of the goal obtained: how far from the days before to what the person wants."""

import math

from vado.evidence.cautions import Caution
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Pair

POGO = Index(
    "PoGO", 0.0, "percent of the way from the mean before to the goal; error after Dunlap and Silver 1986",
    "Ferron, Goldstein, Olszewski and Rohrer 2020",
)  # fmt: skip


def percent_of_goal(pair: Pair, goal: float | None, *, level: float = 0.95) -> Effect:
    """Percent of goal obtained. The goal is the person's own; a goal already met before has no way left to go.

    >>> from vado.evidence.pairs import pair
    >>> percent_of_goal(pair([8, 12, 10], [4, 6, 5], improvement="decrease"), goal=0).estimate
    50.0
    """
    if goal is None:
        return POGO.none(pair, Caution.NO_GOAL, level=level)
    a, b = pair.moments
    way = goal - a.mean
    if way == 0:
        return POGO.none(pair, Caution.GOAL_AT_BASELINE, level=level)
    share = (b.mean - a.mean) / way
    variance = (a.variance / a.n + b.variance / b.n + share**2 * a.variance / a.n) / way**2
    told = (Caution.GOAL_BEHIND,) if pair.sign * way < 0 else ()
    return POGO.normal(pair, 100 * share, 100 * math.sqrt(variance), level=level, cautions=told)
