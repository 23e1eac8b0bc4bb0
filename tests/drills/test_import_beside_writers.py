"""Somebody writes, entry after entry, while a study comes in: whoever writes waits little, and the import ends."""

import os
import random
import time
from functools import partial
from pathlib import Path

import pytest

from tests.drills.writers import NOON, Child, a_home, fork, opened, visits_are_sound, write_one
from vado.diary.tests.study_files import write_study
from vado.diary.timeline_import import import_timeline
from vado.record.models import StoredRecord
from vado.record.tests.kept import KeptWords

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

PEOPLE, DAYS, USES = 40, range(-30, 171), 6_000
WORST_WAIT_SECONDS = 0.5
HEADING = "person,trial,arm,randomised_day,first_report_day,last_report_day,last_visit_day,first_dose_day,last_dose_day"


def a_study(folder: Path) -> Path:
    chance = random.Random(20261128)  # noqa: S311
    people = [f"P{number:03}" for number in range(PEOPLE)]
    persons = [HEADING, *(f"{one},CTN-0027,Arm A,1,{DAYS[0]},{DAYS[-1]},{DAYS[-1]},1,{DAYS[-1]}" for one in people)]
    every = [f"{one},{what},{day}" for one in people for what in ("opioid", "alcohol", "cocaine") for day in DAYS]
    uses = ["person,substance,day", *sorted(chance.sample(every, USES))]
    return write_study(folder, persons=as_file(persons), uses=as_file(uses), visits=as_file(["person,day,status"]))


def as_file(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def import_here(folder: Path, _pipe: int) -> None:
    import_timeline(folder, now=NOON)


def is_running(child: Child) -> bool:
    pid, status = os.waitpid(child.pid, os.WNOHANG)
    assert status == 0, "the import stopped by itself"
    return pid == 0


def test_who_writes_while_a_study_comes_in_waits_little(tmp_path: Path) -> None:
    home, folder = a_home(), a_study(tmp_path)
    importing, kept, waits = fork(partial(import_here, folder)), [], []
    while is_running(importing):
        began = time.perf_counter()
        kept.append(write_one(home))
        waits.append(time.perf_counter() - began)
    assert StoredRecord.objects.count() == PEOPLE + 1
    assert {leaf.version for leaf in opened(home).leaves(KeptWords)} == set(kept)
    assert visits_are_sound(home)
    assert max(waits) < WORST_WAIT_SECONDS, f"{len(waits)} entries, the longest wait {max(waits) * 1000:.0f} ms"
