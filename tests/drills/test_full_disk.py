"""A disk that is really full, and a limit of file size: the entry is refused, nothing earlier is lost."""

import contextlib
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db import OperationalError, connection

from tests.drills.writers import Home, a_home, opened, visits_are_sound, write_one
from vado.record.tests.kept import KeptWords

pytestmark = [pytest.mark.drill, pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]

ROOM_LEFT_BYTES = 256 * 1024
ENTRIES_THAT_DO_NOT_FIT = 2_000


def copied_to(folder: Path) -> Path:
    """The test's database, whole and without free pages, in another place."""
    place = folder / "vado.sqlite3"
    with contextlib.closing(sqlite3.connect(place)) as copy:
        connection.connection.backup(copy)
        copy.execute("VACUUM")
    return place


@contextlib.contextmanager
def living_in(place: Path) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(place)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@contextlib.contextmanager
def small_file_system(folder: Path, size: int) -> Iterator[Path]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextlib.contextmanager
def largest_file(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)


def written_until_it_is_full(home: Home) -> list[UUID]:
    kept: list[UUID] = []
    for _entry in range(ENTRIES_THAT_DO_NOT_FIT):
        try:
            kept.append(write_one(home))
        except OperationalError as refused:
            assert "disk" in str(refused)  # noqa: PT017 - what was kept before it counts
            return kept
    raise AssertionError("the disk was never full")


def check_nothing_was_lost(home: Home, kept: list[UUID]) -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    leaves = {leaf.version: leaf.fact.words for leaf in opened(home).leaves(KeptWords)}
    assert set(kept) <= set(leaves)
    assert all(words == f"entry {version.hex}" for version, words in leaves.items())
    assert visits_are_sound(home)


def fill_a_file_system(folder: Path, home: Home) -> list[UUID]:
    """With nothing but the error between the last entry that was kept and the first one afterwards."""
    connection.ensure_connection()
    whole, mounted = copied_to(folder), folder / "small"
    mounted.mkdir()
    size = whole.stat().st_size
    with (
        small_file_system(mounted, 2 * size + ROOM_LEFT_BYTES) as small,
        living_in(Path(shutil.copy(whole, small))),
    ):
        kept = written_until_it_is_full(home)
        subprocess.run(["mount", "-o", f"remount,size={4 * size + 8_000_000}", str(small)], check=True)
        kept.append(write_one(home))
        check_nothing_was_lost(home, kept)
    return kept


def fill_a_file(folder: Path, home: Home) -> list[UUID]:
    connection.ensure_connection()
    place = copied_to(folder)
    with living_in(place):
        with largest_file(place.stat().st_size + ROOM_LEFT_BYTES):
            kept = written_until_it_is_full(home)
        kept.append(write_one(home))
        check_nothing_was_lost(home, kept)
    return kept


def _can_mount() -> bool:
    """Only somebody with that right may; elsewhere the limit of file size stands for the full disk alone."""
    effective = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("CapEff"))
    sys_admin = 21
    return bool(int(effective.split()[1], 16) >> sys_admin & 1)


FULL: list[Callable[[Path, Home], list[UUID]]] = [fill_a_file, *([fill_a_file_system] if _can_mount() else [])]


@pytest.mark.parametrize("fill", FULL)
def test_what_does_not_fit_is_refused_and_what_was_kept_stays(
    tmp_path: Path, fill: Callable[[Path, Home], list[UUID]]
) -> None:
    assert len(fill(tmp_path, a_home())) > 1
