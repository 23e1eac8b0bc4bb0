"""How quick the machine is just now: other rows are as much slower on a slower or a busy one."""

from collections.abc import Iterator

from bench.figures import Figure, at_most, cpu_ms
from vado.record.sealing import keyed_hash

ADDITIONS = 100_000
HASHES = 10_000


def figures() -> Iterator[Figure]:
    """CPU of the same fixed work each time, 5 rounds of 10: where it takes longer, so does every other row."""
    yield at_most("100,000 additions", cpu_ms(_add, 10), "CPU ms", None)
    yield at_most("10,000 keyed hashes", cpu_ms(_hash, 10), "CPU ms", None)


def _add() -> int:
    total = 0
    for number in range(ADDITIONS):
        total += number
    return total


def _hash() -> None:
    for _time in range(HASHES):
        keyed_hash(b"k" * 32, b"a few bytes")
