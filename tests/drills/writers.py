"""Writer processes that are forked warm, say what they have kept, and are killed in the middle."""

import datetime as dt
import fcntl
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connection

from vado.record import Actor, Purpose, Record, create_record, open_to_write
from vado.record.tests.kept import KeptWords

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


def write_one(home: Home) -> UUID:
    """One entry at a sign-in of its own, so that every entry has its visit; both are one commit."""
    version = uuid4()
    with open_to_write(Actor(home.actor, uuid4().hex), home.record, Purpose.OWN, now=NOON) as record:
        record.put(KeptWords(words=f"entry {version.hex}"), version_id=version)
    return version


def write_until_killed(home: Home, acknowledge: int) -> None:
    while True:
        os.write(acknowledge, f"{write_one(home).hex}\n".encode())


def opened(home: Home) -> Record:
    with open_to_write(Actor(home.actor, uuid4().hex), home.record, Purpose.OWN, now=NOON) as record:
        return record


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


@contextmanager
def running(work: Callable[[int], None], count: int) -> Iterator[list[Child]]:
    children = [fork(work) for _one in range(count)]
    yield children


def rest(seconds: float) -> None:
    time.sleep(seconds)


def _whole_lines(pipe: int) -> list[UUID]:
    """An acknowledgement that was cut in half was never given."""
    with os.fdopen(pipe, "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    return [UUID(hex=line.decode()) for line in lines if len(line) == _LINE_BYTES - 1]
