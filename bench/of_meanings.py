"""The map of meanings read back: 200 things and 1,000 arrows, pure, and the page of a map as a person has one."""

import datetime as dt
import random
from collections.abc import Iterator

from bench.figures import Figure, at_most, cpu_ms
from vado.meanings.facts_map import Does, MapArrow, MapNode, NodeSort
from vado.meanings.layout import laid_out
from vado.meanings.rules_map import Map
from vado.meanings.rules_reading import read, ways_of

DAY = dt.date(2026, 11, 3)
THINGS, ARROWS = 200, 1_000
SORTS = list(NodeSort)


def figures() -> Iterator[Figure]:
    """CPU time of the readings."""
    tangled, chained = tangled_map(), chained_map()
    name = f"a map of {THINGS} things and {ARROWS} arrows read back"
    yield at_most(f"{name}, drawn at random", cpu_ms(lambda: read(tangled)), "ms CPU", 50)
    yield at_most(f"{name}, with no way back", cpu_ms(lambda: read(chained)), "ms CPU", 50)
    yield at_most("what leads to and from one thing of it", cpu_ms(lambda: ways_of(tangled, "0"), 5), "ms CPU", 50)
    yield at_most("its layout", cpu_ms(lambda: laid_out(tangled), 5), "ms CPU", 50)


def tangled_map() -> Map:
    """Arrows between any two things, the same at each run."""
    draw = random.Random(7)
    ends = [(draw.randrange(THINGS), draw.randrange(THINGS)) for _arrow in range(ARROWS)]
    return _map(ends)


def chained_map() -> Map:
    """Every arrow leads onward: nothing goes round, and every way has to be followed to its end."""
    return _map([(number % (THINGS - 6), number % (THINGS - 6) + 1 + number // THINGS) for number in range(ARROWS)])


def _map(ends: list[tuple[int, int]]) -> Map:
    nodes = {
        str(number): MapNode(words=f"thing {number}", sort=SORTS[number % 10], place=number // 10, drawn_on=DAY)
        for number in range(THINGS)
    }
    arrows = {
        str(number): MapArrow(source=str(source), target=str(target), does=Does.RAISES, drawn_on=DAY)
        for number, (source, target) in enumerate(ends)
    }
    return Map(nodes, arrows)
