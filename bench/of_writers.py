"""Many writers at once: how many entries a second, and the worst wait of any of them."""

import os
import struct
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

from django.db import connection

from bench.figures import Figure, at_least, at_most
from bench.of_record import NOW, a_use
from vado.record import Actor, Purpose, create_record, open_to_write

SECONDS = 3.0
WAIT = struct.Struct("d")


def figures() -> Iterator[Figure]:
    """By the clock, 3 s. PostgreSQL: 8 processes back to back. SQLite: 2 processes, 8 clients in turn with a pause."""
    if connection.vendor == "postgresql":
        waits = _run(processes=8, records=8, pause=0.0)
        yield at_least("8 writers on 8 records", len(waits) / SECONDS, "entries a second", 500)
        yield at_most("8 writers on 8 records, worst wait", max(waits) * 1000, "ms", 200)
    else:
        waits = _run(processes=2, records=8, pause=0.002)
        yield at_least("2 workers, 8 clients", len(waits) / SECONDS, "entries a second", 100)
        yield at_most("2 workers, 8 clients, worst wait", max(waits) * 1000, "ms", 500)


def _run(processes: int, records: int, pause: float) -> list[float]:
    homes = []
    for _record in range(records):
        actor = Actor(uuid4(), uuid4().hex)
        homes.append((actor, create_record(actor, now=NOW).id))
    connection.close()
    pipes = [_start(homes[number::processes], pause) for number in range(processes)]
    return [wait for pipe in pipes for wait in _read(pipe)]


def _start(homes: list[tuple[Actor, UUID]], pause: float) -> int:
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return reading
    try:
        waits = _write_for_a_while(homes, pause)
        with os.fdopen(writing, "wb") as file:
            file.write(b"".join(WAIT.pack(wait) for wait in waits))
    finally:
        os._exit(0)


def _write_for_a_while(homes: list[tuple[Actor, UUID]], pause: float) -> list[float]:
    """The pause is the time in which a worker of a real site renders its page, outside the transaction."""
    waits: list[float] = []
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        actor, record_id = homes[len(waits) % len(homes)]
        started = time.monotonic()
        with open_to_write(Actor(actor.id, uuid4().hex), record_id, Purpose.OWN, now=NOW) as record:
            record.put(a_use(len(waits) % 300))
        waits.append(time.monotonic() - started)
        time.sleep(pause)
    return waits


def _read(pipe: int) -> list[float]:
    with os.fdopen(pipe, "rb") as file:
        return [wait for (wait,) in WAIT.iter_unpack(file.read())]
