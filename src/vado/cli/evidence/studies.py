"""A folder of timeline-followback files: persons, days of use, visits; yes or no a day."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vado.cli.evidence.reading import FileRefused

BASELINE_DAYS = 30
HEADING = re.compile(r"^#+\s*What to know", re.IGNORECASE)


class NotAStudy(FileRefused):
    """A folder without the files of a study."""

    code = "not-a-study"
    message = "{folder} has neither diaries (.csv) nor timeline-followback files."


@dataclass(frozen=True)
class Participant:
    """One person: yes or no a day before and after the day of randomisation; None where nothing was reported."""

    name: str
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]
    has_started: bool
    has_stayed: bool


@dataclass(frozen=True)
class Study:
    """The participants for one substance."""

    substance: str
    participants: tuple[Participant, ...]


def is_study(folder: Path) -> bool:
    """Whether the folder has a table of persons and one of days of use."""
    return bool(list(folder.glob("*persons.csv")) and list(folder.glob("*tlfb_days.csv")))


def studies(folder: Path, substances: tuple[str, ...], window: int) -> Iterator[Study]:
    """One study a substance. Days between a person's first and last report without use are days of no use;
    days outside are not known. After the day of randomisation everybody has `window` days."""
    persons = _rows(next(folder.glob("*persons.csv")))
    uses: dict[str, dict[str, set[int]]] = {}
    for row in _rows(next(folder.glob("*tlfb_days.csv"))):
        uses.setdefault(row["substance"], {}).setdefault(row["person"], set()).add(int(row["day"]))
    for substance in substances or tuple(sorted(uses)):
        days = uses.get(substance, {})
        yield Study(substance, tuple(_participant(row, days.get(row["person"], set()), window) for row in persons))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _participant(row: dict[str, str], days: set[int], window: int) -> Participant:
    zero, first, last = (int(row[name]) for name in ("randomised_day", "first_report_day", "last_report_day"))
    end = zero + window

    def known(day: int) -> float | None:
        return float(day in days) if first <= day <= last else None

    return Participant(
        row["person"],
        tuple(known(day) for day in range(zero - BASELINE_DAYS, zero)),
        tuple(known(day) for day in range(zero, end)),
        has_started=bool(row.get("first_dose_day")),
        has_stayed=int(row.get("last_visit_day") or last) >= end - 1,
    )


def caveats(folder: Path) -> list[str]:
    """What the folder's own README says one has to know, word for word."""
    page = folder / "README.md"
    if not page.is_file():
        return []
    lines = page.read_text("utf-8").splitlines()
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
