"""Reads the three files of a study's timeline followback into timelines, and keeps account of what it refused."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from vado.diary.rules_timeline import (
    PERSON_COLUMNS,
    USE_COLUMNS,
    VISIT_COLUMNS,
    RowRefused,
    Timeline,
    WhyNot,
    add_use,
    add_visit,
    participant_in,
)
from vado.exchange.csv import RefusedRow, Row, read_table
from vado.exchange.errors import MissingFile

PERSONS_FILE = "ctn0094_persons.csv"
USES_FILE = "ctn0094_tlfb_days.csv"
VISITS_FILE = "ctn0094_visits.csv"


class Refusal(NamedTuple):
    """A row that was refused: where it stands and why."""

    file: str
    line: int
    why: WhyNot


class Study(NamedTuple):
    """What the files hold."""

    timelines: dict[str, Timeline]
    refusals: list[Refusal]


def read_study(folder: Path) -> Study:
    """The timelines of a folder; raises `MissingFile`, and `TableError` for a file that is no such table."""
    study = Study({}, [])
    missing = [name for name in (PERSONS_FILE, USES_FILE, VISITS_FILE) if not (folder / name).is_file()]
    if missing:
        raise MissingFile(str(folder / missing[0]))
    for name, columns, take in (
        (PERSONS_FILE, PERSON_COLUMNS, _add_person),
        (USES_FILE, USE_COLUMNS, add_use),
        (VISITS_FILE, VISIT_COLUMNS, add_visit),
    ):
        study.refusals.extend(_take_rows(folder / name, columns, take, study.timelines))
    return study


def _take_rows(
    path: Path,
    columns: Sequence[str],
    take: Callable[[dict[str, Timeline], Mapping[str, str]], None],
    timelines: dict[str, Timeline],
) -> Iterator[Refusal]:
    with path.open("rb") as source:
        for row in read_table(source, columns):
            why = _refusal_of(row, take, timelines)
            if why is not None:
                yield Refusal(path.name, row.line, why)


def _refusal_of(
    row: Row | RefusedRow,
    take: Callable[[dict[str, Timeline], Mapping[str, str]], None],
    timelines: dict[str, Timeline],
) -> WhyNot | None:
    if isinstance(row, RefusedRow):
        return WhyNot(row.why.value)
    try:
        take(timelines, row.cells)
    except RowRefused as refused:
        return refused.why
    return None


def _add_person(timelines: dict[str, Timeline], cells: Mapping[str, str]) -> None:
    participant = participant_in(cells)
    if participant.label in timelines:
        raise RowRefused(WhyNot.REPEATED)
    timelines[participant.label] = Timeline(participant)
