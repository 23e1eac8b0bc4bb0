"""Days of several people, person by person: each correlation is a block of its own; nothing grows as all by all."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

FEWEST_PEOPLE = 3


@dataclass(frozen=True)
class Stack:
    """All known days of all people in one column, person after person; `first` is where each person begins."""

    y: "Array"
    after: "Array"
    person: "Array"
    at: "Array"
    first: "Array"
    count: int

    def people(self) -> Iterator[slice]:
        """The days of each person."""
        edges = [*self.first.astype(int).tolist(), len(self.y)]
        return (slice(edges[at], edges[at + 1]) for at in range(self.count))


def stacked(pairs: Sequence[Pair]) -> Stack:
    """The days of all; three people are needed, with one direction of improvement."""
    import numpy as np

    if len(pairs) < FEWEST_PEOPLE:
        raise BadModel(reason="a difference between people needs three people")
    if len({pair.improvement for pair in pairs}) > 1:
        raise BadModel(reason="people with opposite directions of improvement stand on no common axis")
    y = np.concatenate([[*pair.before, *pair.after] for pair in pairs])
    after = np.concatenate([[0.0] * len(pair.before) + [1.0] * len(pair.after) for pair in pairs])
    at = np.concatenate([[*pair.before_at, *pair.after_at] for pair in pairs]).astype(float)
    lengths = [len(pair.before) + len(pair.after) for pair in pairs]
    person = np.repeat(np.arange(len(pairs)), lengths).astype(float)
    first = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(float)
    return Stack(y, after, person, at, first, len(pairs))


def powers(lag1: float, apart: "Array") -> "Array":
    """The correlation of days so far apart, also for a negative lag-1."""
    import numpy as np

    odd = np.where(apart % 2 == 1, math.copysign(1.0, lag1), 1.0)
    powered: Array = np.where(apart == 0, 1.0, odd * abs(lag1) ** apart)
    return powered


def apart(stack: Stack, days: slice) -> "Array":
    """How many days lie between any two days of one person."""
    import numpy as np

    found: Array = np.abs(stack.at[days][:, None] - stack.at[days][None, :])
    return found


def correlations(stack: Stack, share: float, lag1: float) -> "list[Array]":
    """The correlation of each person's days: a shared part, and one that falls with the days between."""
    return [share + (1 - share) * powers(lag1, apart(stack, days)) for days in stack.people()]


def trace_of_projected(stack: Stack, blocks: "list[Array]", own: "Array") -> float:
    """The trace of P T, where P replaces each day by the mean of its group and a group is part of one person."""
    import numpy as np

    total = 0.0
    for days, block in zip(stack.people(), blocks, strict=True):
        member = (own[days][:, None] == np.unique(own[days])[None, :]).astype(float)
        total += float((np.einsum("ig,ij,jg->g", member, block, member) / member.sum(axis=0)).sum())
    return total


def trace_of_square(stack: Stack, blocks: "list[Array]", cells: "Array") -> float:
    """The trace of (C T)², where C takes off the mean of each cell and cells run across people."""
    import numpy as np

    count = int(cells.max()) + 1
    shared, squared, plain = np.zeros((count, count)), np.zeros(count), 0.0
    for days, block in zip(stack.people(), blocks, strict=True):
        places = cells[days].astype(int)  # one day a cell for each person
        shared[np.ix_(places, places)] += block
        squared[places] += (block * block).sum(axis=1)
        plain += float((block * block).sum())
    sizes = np.bincount(cells.astype(int), minlength=count)
    meaned = shared / sizes[:, None]
    return plain - 2 * float((squared / sizes).sum()) + float((meaned * meaned.T).sum())


def grams(stack: Stack, x: "Array", lag1: float) -> "tuple[Array, float]":
    """Products of the whitened columns (terms, days, ones) for each person, and the log size of the AR(1) part."""
    import numpy as np

    columns = np.column_stack([x, stack.y, np.ones(len(stack.y))])
    gaps = np.diff(stack.at)
    is_same = np.diff(stack.person) == 0
    rho = np.where(is_same, powers(lag1, np.where(is_same, gaps, 1.0)), 0.0)
    scale = np.sqrt(1 - rho**2)
    white = columns.copy()
    white[1:] = (columns[1:] - rho[:, None] * columns[:-1]) / scale[:, None]
    products = np.add.reduceat(white[:, :, None] * white[:, None, :], stack.first.astype(int))
    return products, 2 * float(np.log(scale).sum())


def with_shared_level(products: "Array", ratio: float) -> "tuple[Array, float]":
    """The sum of products once each person's level varies too, and what that adds to the log size."""
    import numpy as np

    ones = products[:, -1, -1]
    weight = ratio / (1 + ratio * ones)
    inner = products[:, :-1, :-1] - weight[:, None, None] * products[:, :-1, -1:] * products[:, -1:, :-1]
    summed: Array = inner.sum(axis=0)
    return summed, float(np.log1p(ratio * ones).sum())


def _with_the_same_gaps(stack: Stack) -> "list[list[slice]]":
    """People whose known days lie alike share their tables."""
    groups: dict[bytes, list[slice]] = {}
    for days in stack.people():
        groups.setdefault((stack.at[days] - stack.at[days][0]).tobytes(), []).append(days)
    return list(groups.values())


def information(
    stack: Stack, x: "Array", shape: "Callable[[Array], Array]", slopes: "Callable[[Array], list[Array]]"
) -> "Array":
    """The expected information of variance parameters by REML; `shape` and `slopes` take the days apart of a person."""
    import numpy as np

    count, terms = len(slopes(np.zeros((1, 1)))), x.shape[1]
    plain, inner = np.zeros((count, count)), np.zeros((count, count, terms, terms))
    single, bread = np.zeros((count, terms, terms)), np.zeros((terms, terms))
    for alike in _with_the_same_gaps(stack):
        gap = apart(stack, alike[0])
        inverse, given = np.linalg.inv(shape(gap)), slopes(gap)
        turned = [inverse @ slope for slope in given]
        plain += len(alike) * np.array([[float((one * other.T).sum()) for other in turned] for one in turned])
        for days in alike:
            weighted = inverse @ x[days]
            bread += x[days].T @ weighted
            sided = [slope @ weighted for slope in given]
            single += np.array([weighted.T @ side for side in sided])
            inner += np.array([[side.T @ inverse @ other for other in sided] for side in sided])
    back = np.linalg.inv(bread)
    found = np.empty((count, count))
    for i in range(count):
        for j in range(count):
            once = float(np.trace(back @ (inner[i, j] + inner[j, i])))
            twice = float(np.trace(back @ single[i] @ back @ single[j]))
            found[i, j] = (plain[i, j] - once + twice) / 2
    return found
