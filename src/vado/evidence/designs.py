"""Designs in which something is drawn: which arrangements were possible, and the drawing of one.

An arrangement is one label a day for each case: 0 before or without, 1 after or with. Start points: Edgington
1975; several people: Marascuilo and Busk 1988 (each drawn alone) and Wampold and Worsham 1986 (fixed starts,
people drawn); three changes of phase: Onghena 1992; alternation and blocks: Onghena and Edgington 1994.
"""

import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.errors import BadDesign

if TYPE_CHECKING:
    from numpy.random import Generator

Labels = tuple[int, ...]
Arrangement = tuple[Labels, ...]


class Design(ABC):
    """A set of arrangements that were equally likely beforehand."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many arrangements there are."""

    @abstractmethod
    def arrangements(self) -> Iterator[Arrangement]:
        """All of them, one by one."""

    @abstractmethod
    def draw(self, rng: "Generator") -> Arrangement:
        """One of them at random."""

    @property
    @abstractmethod
    def lengths(self) -> tuple[int, ...]:
        """How many days each case has."""

    @property
    def smallest_p(self) -> float:
        """The smallest p-value that this design can reach."""
        return 1 / self.count

    def has(self, arrangement: Arrangement) -> bool:
        """Whether an arrangement was possible."""
        return any(arrangement == one for one in self.arrangements())


def started(days: int, first: int) -> Labels:
    """The labels of one case whose second phase begins with day `first` (counted from 1)."""
    return (0,) * (first - 1) + (1,) * (days - first + 1)


@dataclass(frozen=True)
class StartPoints(Design):
    """Each case draws the first day of its second phase, alone; one case or several (a multiple baseline)."""

    days: tuple[int, ...]
    firsts: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a start that leaves a phase empty."""
        if len(self.days) != len(self.firsts) or not self.days:
            raise BadDesign(reason="each case needs its number of days and its possible first days")
        for days, firsts in zip(self.days, self.firsts, strict=True):
            if not firsts or min(firsts) < 2 or max(firsts) > days:
                raise BadDesign(reason="a phase would have no day")
            if len(set(firsts)) < len(firsts):
                raise BadDesign(reason="a first day is named twice")

    @classmethod
    def of(cls, *days: int, at_least: int) -> "StartPoints":
        """All starts that leave at least so many days in each phase.

        >>> StartPoints.of(17, at_least=3).count
        12
        """
        return cls(days, tuple(tuple(range(at_least + 1, n - at_least + 2)) for n in days))

    @property
    def count(self) -> int:
        """The product of the possible starts."""
        return math.prod(len(firsts) for firsts in self.firsts)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of each case."""
        return self.days

    def arrangements(self) -> Iterator[Arrangement]:
        """Every combination of starts."""
        for firsts in itertools.product(*self.firsts):
            yield tuple(started(days, first) for days, first in zip(self.days, firsts, strict=True))

    def draw(self, rng: "Generator") -> Arrangement:
        """A start for each case."""
        return tuple(
            started(days, firsts[int(rng.integers(len(firsts)))])
            for days, firsts in zip(self.days, self.firsts, strict=True)
        )

    def has(self, arrangement: Arrangement) -> bool:
        """Whether each case began on one of its days."""
        return len(arrangement) == len(self.days) and all(
            any(labels == started(days, first) for first in firsts)
            for labels, days, firsts in zip(arrangement, self.days, self.firsts, strict=True)
        )


@dataclass(frozen=True)
class StaggeredStarts(Design):
    """The starts are fixed and different; who gets which is drawn."""

    days: tuple[int, ...]
    starts: tuple[int, ...]

    def __post_init__(self) -> None:
        """Refuse starts that do not fit."""
        if len(self.days) != len(self.starts) or len(set(self.starts)) < 2:
            raise BadDesign(reason="as many starts as people are needed, not all the same")
        if min(self.starts) < 2 or max(self.starts) > min(self.days):
            raise BadDesign(reason="a phase would have no day")

    @property
    def count(self) -> int:
        """The orders of the starts."""
        return len(set(itertools.permutations(self.starts)))

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of each case."""
        return self.days

    def arrangements(self) -> Iterator[Arrangement]:
        """Every order."""
        for order in sorted(set(itertools.permutations(self.starts))):
            yield tuple(started(days, first) for days, first in zip(self.days, order, strict=True))

    def draw(self, rng: "Generator") -> Arrangement:
        """One order."""
        order = rng.permutation(len(self.starts))
        return tuple(started(days, self.starts[int(at)]) for days, at in zip(self.days, order, strict=True))


@dataclass(frozen=True)
class Alternation(Design):
    """Each day of one case is with or without, in a drawn order with so many days with; runs may be kept short."""

    days: int
    days_with: int
    longest_run: int | None = None

    def __post_init__(self) -> None:
        """Refuse what leaves no order."""
        if not 0 < self.days_with < self.days:
            raise BadDesign(reason="both conditions need at least one day")
        if self.days > 24 and self.longest_run is not None:
            raise BadDesign(reason="short runs can be counted up to 24 days")
        if self.count == 0:
            raise BadDesign(reason="no order keeps the runs that short")

    @property
    def count(self) -> int:
        """All orders, or those with short runs."""
        if self.longest_run is None:
            return math.comb(self.days, self.days_with)
        return sum(1 for _ in self.arrangements())

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of the one case."""
        return (self.days,)

    def arrangements(self) -> Iterator[Arrangement]:
        """Every order that is allowed."""
        for places in itertools.combinations(range(self.days), self.days_with):
            chosen = set(places)
            labels = tuple(int(day in chosen) for day in range(self.days))
            if self._is_allowed(labels):
                yield (labels,)

    def draw(self, rng: "Generator") -> Arrangement:
        """One order, drawn anew until its runs are short enough."""
        while True:
            chosen = set(rng.choice(self.days, self.days_with, replace=False).tolist())
            labels = tuple(int(day in chosen) for day in range(self.days))
            if self._is_allowed(labels):
                return (labels,)

    def has(self, arrangement: Arrangement) -> bool:
        """Whether the number of days and the runs fit."""
        (labels,) = arrangement
        return len(labels) == self.days and sum(labels) == self.days_with and self._is_allowed(labels)

    def _is_allowed(self, labels: Labels) -> bool:
        limit = self.longest_run
        return limit is None or max(len(list(run)) for _, run in itertools.groupby(labels)) <= limit


@dataclass(frozen=True)
class Blocks(Design):
    """Blocks of days, each half with and half without; in each block the order of the halves is drawn (AB or BA)."""

    blocks: int
    days_a_half: int = 1

    def __post_init__(self) -> None:
        """Refuse an empty design."""
        if self.blocks < 1 or self.days_a_half < 1:
            raise BadDesign(reason="at least one block of at least two days is needed")

    @property
    def count(self) -> int:
        """Two orders a block."""
        return int(2**self.blocks)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of the one case."""
        return (2 * self.blocks * self.days_a_half,)

    def arrangements(self) -> Iterator[Arrangement]:
        """Every order of every block."""
        return (self._labels(order) for order in itertools.product((0, 1), repeat=self.blocks))

    def draw(self, rng: "Generator") -> Arrangement:
        """An order for each block."""
        return self._labels(rng.integers(2, size=self.blocks).tolist())

    def has(self, arrangement: Arrangement) -> bool:
        """Whether each block has one half of each kind."""
        (labels,) = arrangement
        half = self.days_a_half
        halves = [labels[at : at + half] for at in range(0, len(labels), half)]
        pairs = list(zip(halves[::2], halves[1::2], strict=False))
        return len(labels) == self.lengths[0] and all(
            len(set(one)) == len(set(other)) == 1 and one[0] != other[0] for one, other in pairs
        )

    def _labels(self, order: Sequence[int]) -> Arrangement:
        half = self.days_a_half
        return (tuple(label for first in order for label in (first,) * half + (1 - first,) * half),)


@dataclass(frozen=True)
class PhaseChanges(Design):
    """An ABAB design of one case: three days of change are drawn, each phase at least so long (Onghena 1992)."""

    days: int
    at_least: int
    changes: int = 3

    def __post_init__(self) -> None:
        """Refuse a series too short for its phases."""
        if self.at_least < 1 or self.changes < 1 or self._free < 0:
            raise BadDesign(reason="the days do not suffice for the phases")

    @property
    def _free(self) -> int:
        return self.days - (self.changes + 1) * self.at_least

    @property
    def count(self) -> int:
        """How many ways the free days can be laid between the phases."""
        return math.comb(self._free + self.changes, self.changes)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Days of the one case."""
        return (self.days,)

    def arrangements(self) -> Iterator[Arrangement]:
        """Every choice of days of change."""
        places = range(self._free + self.changes)
        return (self._labels(chosen) for chosen in itertools.combinations(places, self.changes))

    def draw(self, rng: "Generator") -> Arrangement:
        """One choice."""
        return self._labels(sorted(rng.choice(self._free + self.changes, self.changes, replace=False).tolist()))

    def _labels(self, chosen: Sequence[int]) -> Arrangement:
        edges = [place - at + (at + 1) * self.at_least for at, place in enumerate(chosen)]
        bounds = [0, *edges, self.days]
        return (
            tuple(
                phase % 2
                for phase, (first, end) in enumerate(itertools.pairwise(bounds))
                for _day in range(end - first)
            ),
        )
