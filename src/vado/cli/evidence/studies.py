"""A folder of timeline-followback files: persons, days of use, visits; yes or no a day."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vado.cli.evidence.cells import rows_with_lines, whole
from vado.cli.evidence.people_file import NOTHING_TOLD, About
from vado.cli.evidence.refusals import FileRefused
from vado.evidence.errors import NotANumber
from vado.evidence.pairs import Pair
from vado.evidence.scales import Improvement

BASELINE_DAYS = 30
FARTHEST_DAY = 36_525
MOST_PERSONS, MOST_DAYS = 100_000, 5_000_000
PERSON_COLUMNS = ("person", "randomised_day", "first_report_day", "last_report_day")
DAY_COLUMNS = ("person", "substance", "day")
HEADING = re.compile(r"^#+\s*What to know", re.IGNORECASE)


class NotAStudy(FileRefused):
    """A folder without the files of a study."""

    code = "not-a-study"
    message = "{folder} has neither diaries (.csv) nor timeline-followback files."


class StudyTooLong(FileRefused):
    """More rows than the studies that are read here can have."""

    code = "study-too-long"
    message = "{file} has more than {limit} rows; a study that is read here has fewer."


class NoSuchSubstance(FileRefused):
    """A substance that nobody reported."""

    code = "no-such-substance"
    message = "Nobody reported {substance!r}. Reported were: {substances}."


@dataclass(frozen=True)
class Participant:
    """One person: the days before and after, None where nothing is known, and what is told beside them."""

    name: str
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]
    has_started: bool
    has_stayed: bool
    about: About = NOTHING_TOLD
    cautions: tuple[str, ...] = ()
    starts_on: tuple[dt.date, dt.date] | None = None

    def pair(self, improvement: str) -> Pair:
        """Both phases on their dates, where those are known; either may be empty."""
        return Pair(self.before, self.after, Improvement(improvement), self.starts_on)

    @property
    def days(self) -> tuple[float | None, ...]:
        """All days in their order."""
        return (*self.before, *self.after)


@dataclass(frozen=True)
class Study:
    """The participants of one question, such as one substance."""

    name: str
    participants: tuple[Participant, ...]
    cautions: tuple[str, ...] = ()
    key: str = ""  # for the names of files, where the name is a sentence


def is_study(folder: Path) -> bool:
    """Whether the folder has a table of persons and one of days of use."""
    return bool(list(folder.glob("*persons.csv")) and list(folder.glob("*tlfb_days.csv")))


def studies(folder: Path, substances: tuple[str, ...], window: int) -> Iterator[Study]:
    """One study a substance. Days between a person's first and last report without use are days of no use;
    days outside are not known. After the day of randomisation everybody has `window` days."""
    persons = list(_rows(next(folder.glob("*persons.csv")), PERSON_COLUMNS, MOST_PERSONS))
    uses: dict[str, dict[str, set[int]]] = {}
    for line, row in _rows(next(folder.glob("*tlfb_days.csv")), DAY_COLUMNS, MOST_DAYS):
        uses.setdefault(row["substance"], {}).setdefault(row["person"], set()).add(_day(row, "day", line))
    for substance in substances or tuple(sorted(uses)):
        if substance not in uses:
            raise NoSuchSubstance(substance=substance, substances=", ".join(sorted(uses)) or "-")
        days = uses[substance]
        participants = (_participant(row, line, days.get(row["person"], set()), window) for line, row in persons)
        yield Study(substance, tuple(participants))


def _rows(file: Path, columns: tuple[str, ...], limit: int) -> Iterator[tuple[int, dict[str, str]]]:
    """Row by row with the number of its line; more rows than a study can have are refused."""
    for number, (line, row) in enumerate(rows_with_lines(file, columns)):
        if number >= limit:
            raise StudyTooLong(file=file.name, limit=limit)
        yield line, row


def _day(row: dict[str, str], column: str, line: int) -> int:
    try:
        day = whole(row[column])
    except ValueError:
        raise NotANumber(place=line, value=row[column]) from None
    if abs(day) > FARTHEST_DAY:
        raise NotANumber(place=line, value=day)
    return day


def _participant(row: dict[str, str], line: int, days: set[int], window: int) -> Participant:
    zero, first, last = (_day(row, name, line) for name in ("randomised_day", "first_report_day", "last_report_day"))
    end = zero + window

    def known(day: int) -> float | None:
        return float(day in days) if first <= day <= last else None

    last_seen = _day(row, "last_visit_day", line) if row.get("last_visit_day") else last
    return Participant(
        row["person"],
        tuple(known(day) for day in range(zero - BASELINE_DAYS, zero)),
        tuple(known(day) for day in range(zero, end)),
        has_started=bool(row.get("first_dose_day")),
        has_stayed=last_seen >= end - 1,
    )


def caveats(folder: Path) -> list[str]:
    """What the folder's own README says one has to know, word for word."""
    page = folder / "README.md"
    if not page.is_file():
        return []
    lines = page.read_text("utf-8", errors="replace").splitlines()
    begins = next((at for at, line in enumerate(lines) if HEADING.match(line)), None)
    if begins is None:
        return []
    found = []
    for line in lines[begins + 1 :]:
        if line.startswith("#"):
            break
        if line.startswith("- "):
            found.append(line[2:])
    return found
