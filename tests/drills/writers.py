"""Writer processes that are forked warm, say what they have kept, and are killed in the middle."""

import datetime as dt
import fcntl
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connection

from vado.record import Actor, Purpose, Record, create_record, house_key, open_to_write
from vado.record.tests.kept import KeptWords
from vado.record.visits import VisitKeys, verify

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
_LINE_BYTES = 33
ROOM_BYTES = 1 << 20  # a writer whose pipe is full would wait for ever: nobody reads before it is killed


class Home(NamedTuple):
    """A person and their record."""

    actor: UUID
    record: UUID


def a_home() -> Home:
    actor = Actor(uuid4(), uuid4().hex)
    return Home(actor.id, create_record(actor, now=NOON).id)


def sign_in(home: Home) -> AbstractContextManager[Record]:
    """The person's record to write in, at a sign-in of its own, which leaves a visit of its own."""
    return open_to_write(Actor(home.actor, uuid4().hex), home.record, Purpose.OWN, now=NOON)


def write_one(home: Home) -> UUID:
    """One entry with its visit; both are one commit."""
    version = uuid4()
    with sign_in(home) as record:
        record.put(KeptWords(words=f"entry {version.hex}"), version_id=version)
    return version


def write_until_killed(home: Home, acknowledge: int) -> None:
    while True:
        os.write(acknowledge, f"{write_one(home).hex}\n".encode())


def opened(home: Home) -> Record:
    with sign_in(home) as record:
        return record


def visits_are_sound(home: Home) -> bool:
    """Whether the chain of visits has no gap and no forged link."""
    keys = VisitKeys.of(house_key("visits"))
    return verify(keys, keys.pseudonym(home.record)).is_sound


class Child(NamedTuple):
    """A forked process and the end of the pipe on which it acknowledges."""

    pid: int
    pipe: int

    def kill(self) -> list[UUID]:
        """Kill -9; gives everything that was acknowledged before."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return _whole_lines(self.pipe)

    def wait(self) -> int:
        """Its exit code."""
        _pid, status = os.waitpid(self.pid, 0)
        os.close(self.pipe)
        return os.waitstatus_to_exitcode(status)


def fork(work: Callable[[int], None]) -> Child:
    """Run `work(pipe)` in a child of this warm process; it opens its own connection."""
    connection.close()
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, ROOM_BYTES)
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    code = 1
    try:
        os.close(reading)
        work(writing)
        connection.close()
        code = 0
    finally:
        os._exit(code)


def kill_again_and_again(work: Callable[[int], None], kills: int, lives: tuple[float, float]) -> set[UUID]:
    """One writer after another, each killed after a life between these seconds; gives all that they acknowledged."""
    moments = random.Random(20261126)  # noqa: S311
    acknowledged: set[UUID] = set()
    for _kill in range(kills):
        child = fork(work)
        time.sleep(moments.uniform(*lives))
        acknowledged.update(child.kill())
    return acknowledged


def _whole_lines(pipe: int) -> list[UUID]:
    """An acknowledgement that was cut in half was never given."""
    with os.fdopen(pipe, "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    return [UUID(hex=line.decode()) for line in lines if len(line) == _LINE_BYTES - 1]
