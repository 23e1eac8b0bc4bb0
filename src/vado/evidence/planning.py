"""The planner: draws the start or the order, says beforehand what can be reached, keeps what was changed."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.designs import Arrangement, Design
from vado.evidence.errors import BadDesign

if TYPE_CHECKING:
    from numpy.random import Generator


@dataclass(frozen=True)
class PlanChange:
    """A change of the plan after the start: what was planned before, why it was changed, and on which day."""

    earlier: Arrangement
    why: str
    on: dt.date | None = None


@dataclass(frozen=True)
class Plan:
    """A design with the arrangement that was drawn, or followed without a draw. Changes are kept, never hidden."""

    design: Design
    arrangement: Arrangement
    was_drawn: bool
    seed: int | None = None
    changes: tuple[PlanChange, ...] = ()
    drawn_on: dt.date | None = None
    begins_on: dt.date | None = None

    @property
    def first(self) -> Arrangement:
        """What was drawn, before any change."""
        return self.changes[0].earlier if self.changes else self.arrangement

    @property
    def smallest_p(self) -> float:
        """The smallest p-value that can be reached: known before the first day."""
        return self.design.smallest_p

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What a test on this plan must say."""
        told = [] if self.was_drawn and not self.changes else [Caution.NOT_RANDOMISED]
        return (*told, Caution.PLAN_CHANGED) if self.changes else tuple(told)

    def changed(self, arrangement: Arrangement, why: str, on: dt.date | None = None) -> "Plan":
        """The plan as it was followed in the end; the first one stays on record and the test is marked."""
        if tuple(map(len, arrangement)) != self.design.lengths:
            raise BadDesign(reason="the days of the cases are not those of the design")
        change = PlanChange(self.arrangement, why, on)
        return replace(self, arrangement=arrangement, changes=(*self.changes, change))


def draw_plan(design: Design, rng: "Generator", seed: int | None = None) -> Plan:
    """Draw one arrangement. Give the seed with the generator if the draw is to be repeatable by others.

    >>> import numpy as np
    >>> from vado.evidence.designs import StartPoints
    >>> plan = draw_plan(StartPoints.of(42, at_least=10), np.random.default_rng(7), seed=7)
    >>> plan.was_drawn, round(plan.smallest_p, 3)
    (True, 0.043)

    Shape: the arrangement has a tuple of labels a case, 0 without and 1 with, one a day.
    Errors: none; a design that leaves nothing to draw is refused when it is made.
    Source: Edgington 1975; Onghena 1992.
    """
    return Plan(design, design.draw(rng), was_drawn=True, seed=seed)


def followed(design: Design, arrangement: Arrangement) -> Plan:
    """What was done without a draw, held against the design it resembles; every test of it is marked.

    >>> from vado.evidence.designs import StartPoints, started
    >>> followed(StartPoints.of(20, at_least=5), (started(20, 9),)).cautions[0].value
    'not-randomised'

    Shape: a tuple of labels a case, 0 without and 1 with, one a day.
    Errors: `BadDesign` where the design could not have drawn it.
    Source: Edgington 1975.
    """
    if not design.has(arrangement):
        raise BadDesign(reason="what was done is not one of the arrangements of the design")
    return Plan(design, arrangement, was_drawn=False)


def days_needed(p: float, at_least: int) -> int:
    """The fewest days of one case for which a start-point design can reach p.

    >>> days_needed(0.05, at_least=7)
    33
    """
    if not 0 < p < 1 or at_least < 1:
        raise BadDesign(reason="p lies between 0 and 1, a phase has at least one day")
    starts = 1
    while 1 / starts > p:
        starts += 1
    return starts + 2 * at_least - 1
