"""A study comes in whole, tells "none reported" from "unknown", and twice changes nothing."""

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.utils import translation
from rich.console import Console

from vado.diary.facts import Anchor, DayStatement, Use
from vado.diary.rules_calendar import DayState, month_of
from vado.diary.rules_timeline import DAY_ZERO, WhyNot, date_of
from vado.diary.tests.study_files import PERSONS, USES, write_study
from vado.diary.timeline_files import read_study
from vado.diary.timeline_import import PRACTICE_NAME, Imported, import_timeline, run
from vado.diary.timeline_summary import NOT_WRITTEN, WHY_NOT
from vado.exchange.errors import MissingColumns, MissingFile, TableError
from vado.people.models import Membership, Practice
from vado.people.staff_names import practice_name
from vado.record import Act, Actor, Drawer, Fact, OpenedRecords, Outcome, Purpose, house_key, open_many, open_record
from vado.record.erasure import erase_record
from vado.record.visits import VisitKeys, visits_of

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
LATER = dt.date(2001, 1, 1)


def bring(folder: Path) -> Imported:
    return import_timeline(folder, now=NOON, rest=lambda _seconds: None)


def seen(imported: Imported) -> OpenedRecords:
    return open_many(imported.researcher.actor, Purpose.RESEARCH, {Drawer.DIARY}, now=NOON)


def facts_in(imported: Imported, place: int) -> list[Fact]:
    record_id = imported.kept[place].record_id
    record = open_record(imported.researcher.actor, record_id, Purpose.RESEARCH, now=NOON)
    return [leaf.fact for leaf in record.leaves(Fact)]


def everything(imported: Imported) -> dict[UUID, list[tuple[UUID, UUID, Fact]]]:
    return {
        record.id: [(leaf.id, leaf.version, leaf.fact) for leaf in record.leaves(Fact)]
        for record in seen(imported).records
    }


@pytest.mark.django_db
def test_each_person_has_a_record_that_the_researcher_sees(tmp_path: Path) -> None:
    imported = bring(write_study(tmp_path))
    assert len(seen(imported).records) == 2
    practice = Practice.objects.get()
    assert practice_name(practice) == PRACTICE_NAME
    assert Membership.objects.get(practice=practice).account_id == imported.researcher.actor.id


@pytest.mark.django_db
def test_the_days_are_as_reported(tmp_path: Path) -> None:
    facts = facts_in(bring(write_study(tmp_path)), 0)
    uses = {(fact.when.on, fact.substance_code) for fact in facts if isinstance(fact, Use)}
    assert uses == {(date_of(-2), "opioid"), (date_of(-2), "alcohol"), (date_of(1), "alcohol")}
    silent = {fact.when.on for fact in facts if isinstance(fact, DayStatement)}
    assert silent == {date_of(day) for day in (-1, 0, 2, 3, 4)}
    assert {fact.words for fact in facts if isinstance(fact, Anchor) and fact.on == DAY_ZERO} == {
        "Study visit",
        "Consent to CTN-0027, person P001",
    }


@pytest.mark.django_db
def test_a_day_outside_the_reports_is_unknown_and_one_inside_is_none_reported(tmp_path: Path) -> None:
    facts = facts_in(bring(write_study(tmp_path)), 0)
    states = {day.on: day.state for day in month_of(facts, DAY_ZERO.replace(day=1), LATER).days}
    assert states[date_of(1)] is DayState.WRITTEN
    assert states[date_of(2)] is DayState.NONE_REPORTED
    assert states[date_of(5)] is DayState.NOT_WRITTEN


@pytest.mark.django_db
def test_amounts_stay_unknown(tmp_path: Path) -> None:
    uses = [fact for fact in facts_in(bring(write_study(tmp_path)), 0) if isinstance(fact, Use)]
    assert all(use.amount.least is None for use in uses)


@pytest.mark.django_db
def test_twice_changes_nothing(tmp_path: Path) -> None:
    folder = write_study(tmp_path)
    first = everything(bring(folder))
    second = bring(folder)
    assert everything(second) == first
    assert not second.researcher.login
    assert all(set(kept.outcomes) == {Outcome.SAME} for kept in second.kept)


@pytest.mark.django_db
def test_ids_and_dates_of_the_study_do_not_stand_in_the_clear(tmp_path: Path) -> None:
    imported = bring(write_study(tmp_path))
    assert len({kept.record_id for kept in imported.kept}) == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM record_version")
        sealed = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"opioid" not in sealed
    assert b"P001" not in sealed


@pytest.mark.django_db
def test_an_import_leaves_one_visit_a_record_however_often_it_is_run(tmp_path: Path) -> None:
    folder = write_study(tmp_path)
    bring(folder)
    imported = bring(folder)
    for kept in imported.kept:
        record = open_record(imported.researcher.actor, kept.record_id, Purpose.RESEARCH, now=NOON)
        assert record.visits_count == 2  # brought in, and this one
    keys = VisitKeys.of(house_key("visits"))
    first = visits_of(keys, keys.pseudonym(imported.kept[0].record_id))[-1]
    assert (first.act, first.drawers, first.purpose) == (Act.BROUGHT_IN, (Drawer.DIARY,), Purpose.RESEARCH)


@pytest.mark.django_db(transaction=True)
def test_a_record_of_a_study_that_was_erased_is_not_brought_back(tmp_path: Path) -> None:
    folder = write_study(tmp_path)
    gone, kept = (one.record_id for one in bring(folder).kept)
    erase_record(gone, None, NOON)
    again = bring(folder)
    assert set(again.kept[0].outcomes) == {Outcome.ERASED}
    assert [record.id for record in seen(again).records] == [kept]


@pytest.mark.django_db
def test_a_stranger_sees_nothing_of_it(tmp_path: Path) -> None:
    bring(write_study(tmp_path))
    assert open_many(Actor(UUID(int=1)), Purpose.RESEARCH, {Drawer.DIARY}, now=NOON).records == ()


BAD_ROWS = {
    "P009,alcohol,1": WhyNot.UNKNOWN_PERSON,
    "P001,moonlight,1": WhyNot.UNKNOWN_SUBSTANCE,
    "P001,alcohol,one": WhyNot.NOT_A_DAY,
    "P001,alcohol,1.5": WhyNot.NOT_A_DAY,
    "P001,alcohol,9999999999999": WhyNot.NOT_A_DAY,
    "P001,alcohol,--1": WhyNot.NOT_A_DAY,
    "P001,alcohol,٣": WhyNot.NOT_A_DAY,
    "P001,alcohol,": WhyNot.NOT_A_DAY,
    "P001,alcohol,5": WhyNot.OUTSIDE_THE_DAYS_ASKED,
    "P001,alcohol,1": WhyNot.REPEATED,
    "P001,alcohol": WhyNot.WRONG_NUMBER_OF_CELLS,
    "P001,alcohol,1,more": WhyNot.WRONG_NUMBER_OF_CELLS,
}


@pytest.mark.parametrize(("row", "why"), BAD_ROWS.items())
def test_a_row_that_means_nothing_is_refused_with_its_reason(tmp_path: Path, row: str, why: WhyNot) -> None:
    study = read_study(write_study(tmp_path, uses=f"{USES}{row}\n"))
    assert [(one.line, one.why) for one in study.refusals] == [(6, why)]


def test_a_last_line_without_its_end_may_be_cut_and_is_refused(tmp_path: Path) -> None:
    study = read_study(write_study(tmp_path, uses=f"{USES}P001,alcohol,3"))
    assert [one.why for one in study.refusals] == [WhyNot.CUT_OFF]


@pytest.mark.parametrize(
    "row", ["P003,T,A,1,5,1,1,,", "P003,T,A,1,x,1,1,,", ",T,A,1,0,1,1,,", "P001,T,A,1,0,1,1,,", "P003,T,A,?,0,1,1,,"]
)
def test_a_person_that_means_nothing_is_refused(tmp_path: Path, row: str) -> None:
    study = read_study(write_study(tmp_path, persons=f"{PERSONS}{row}\n"))
    assert len(study.refusals) == 1
    assert set(study.timelines) == {"P001", "P002"}


def test_days_that_the_subset_dropped_are_not_called_none_reported(tmp_path: Path) -> None:
    study = read_study(write_study(tmp_path, persons=f"{PERSONS}P003,T,A,1,-40,230,1,1,300\n"))
    assert study.refusals == []
    days_asked = study.timelines["P003"].days_asked
    assert (days_asked[0], days_asked[-1]) == (-35, 210)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (write_study(tmp_path) / "ctn0094_visits.csv").unlink()
    with pytest.raises(MissingFile, match="visits"):
        read_study(tmp_path)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingColumns) as problem:
        read_study(write_study(tmp_path, uses="person,day\n"))
    assert problem.value.columns == ("substance",)


@pytest.mark.parametrize("seed", range(30))
def test_files_damaged_anyhow_are_refused_or_read_in_part(tmp_path: Path, seed: int) -> None:
    """Any damage ends in a table's error or in rows refused: never in another exception, never in another person."""
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    damaged = bytearray((USES * 20).encode())
    for _hit in range(chance.randint(1, 20)):
        place = chance.randrange(len(damaged))
        damaged[place : place + chance.randint(0, 5)] = chance.randbytes(chance.randint(0, 5))
    write_study(tmp_path)
    (tmp_path / "ctn0094_tlfb_days.csv").write_bytes(damaged)
    try:
        study = read_study(tmp_path)
    except TableError:
        return
    assert set(study.timelines) == {"P001", "P002"}
    for timeline in study.timelines.values():
        assert {day for day, _substance in timeline.uses} <= set(timeline.days_asked)


@pytest.mark.django_db
def test_the_summary_has_a_line_for_each_person_and_each_reason(tmp_path: Path) -> None:
    with (tmp_path / "said.txt").open("w") as said:
        imported = run(write_study(tmp_path, uses=f"{USES}P009,alcohol,1\n"), Console(file=said, width=200), now=NOON)
    words = (tmp_path / "said.txt").read_text()
    assert "P001" in words
    assert "P002" in words
    assert "1 refused, unknown person, lines 6" in words
    assert imported.researcher.login in words


@pytest.mark.django_db
def test_the_summary_speaks_spanish_and_knows_every_reason(tmp_path: Path) -> None:
    with translation.override("es"), (tmp_path / "said.txt").open("w") as said:
        run(write_study(tmp_path, uses=f"{USES}P009,alcohol,1\n"), Console(file=said, width=200), now=NOON)
    words = (tmp_path / "said.txt").read_text()
    assert "1 sin aceptar, persona desconocida, líneas 6" in words
    assert "días con uso" in words
    assert set(WHY_NOT) == set(WhyNot)
    assert set(NOT_WRITTEN) == {outcome for outcome in Outcome if outcome.was_refused}


KILLED = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from django.conf import settings
from django.db import connection
from django.utils import translation
connection.close()
connection.settings_dict["NAME"] = sys.argv[2]
import datetime as dt
from pathlib import Path
from vado.diary.timeline_import import import_timeline
print("began", flush=True)
import_timeline(Path(sys.argv[1]), now=dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC), rest=lambda seconds: None)
"""


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_killed_at_any_moment_and_started_anew_it_ends_with_the_same_records(tmp_path: Path) -> None:
    folder = write_study(tmp_path, persons=_many_persons(), uses=_many_uses(), visits="person,day,status\n")
    for wait in (0.02, 0.1, 0.2, 0.35):
        _import_and_kill(folder, after_seconds=wait)
    imported = bring(folder)
    assert len(seen(imported).records) == 12
    for kept in imported.kept:
        assert set(kept.outcomes) <= {Outcome.NEW, Outcome.SAME}
    assert [len(leaves) for leaves in everything(imported).values()] == [_leaves_each()] * 12
    assert Membership.objects.count() == 1


def _import_and_kill(folder: Path, after_seconds: float) -> None:
    name = str(connection.settings_dict["NAME"])
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(folder), name], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"began\n"
    time.sleep(after_seconds)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()


def _many_persons() -> str:
    head = PERSONS.splitlines()[0]
    return "\n".join([head, *(f"P{n:03},T,A,1,-30,200,200,," for n in range(12)), ""])


def _many_uses() -> str:
    rows = (f"P{n:03},alcohol,{day}" for n in range(12) for day in range(-30, 200, 2))
    return "\n".join(["person,substance,day", *rows, ""])


def _leaves_each() -> int:
    return 231 + 2  # one for each day, and the anchors of consent and assignment
