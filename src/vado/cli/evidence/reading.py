"""Diaries from CSV and JSON: one row a day, or dated rows; read row by row and refused beyond what a diary can hold."""

import csv
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vado.evidence.diaries import LONGEST, Entry, Gap, Phase, diary
from vado.evidence.errors import EvidenceError, NotANumber, PhasesTurned, SameLabel
from vado.evidence.pairs import Pair, pair

LARGEST_JSON = 50_000_000
UNKNOWN = frozenset({"", "NA", "na", "None", "null", "."})
GAPS = {gap.value: gap for gap in Gap}
TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")  # 1,234 is a thousand and more to one reader, 1.234 to another


class FileRefused(EvidenceError):
    """A file that is no diary; `code` says how."""

    code = "file-refused"
    message = "{reason}"


class TooManyRows(FileRefused):
    """More rows than the days of a life."""

    code = "too-many-rows"
    message = "{file} has more than {limit} rows. A diary of one person has at most one a day."


class NoColumn(FileRefused):
    """A column that is not there."""

    code = "no-column"
    message = "{file} has no column {column!r}. It has: {columns}."


class NotADate(FileRefused):
    """Something that is no date."""

    code = "not-a-date"
    message = "{value!r} is not a date. Dates are written as 2026-03-31."


class NoLabel(FileRefused):
    """A row that belongs to no phase."""

    code = "no-label"
    message = "Row {place} has nothing under {column!r}. Each row belongs to a phase."


class TwoReadings(FileRefused):
    """A number that two readers would read differently."""

    code = "two-readings"
    message = (
        "Day {place} has {value!r}, which can be read in two ways. Write no mark for thousands, a point for a fraction."
    )


class NotADiary(FileRefused):
    """Neither CSV nor JSON of the kinds that are read."""

    code = "not-a-diary"
    message = "{file} is not a diary that can be read: a .csv with a heading, or a .json with rows or with A and B."


class TwoPhasesNeeded(FileRefused):
    """Not two phases."""

    code = "two-phases-needed"
    message = "Two phases are needed; the file has: {labels}."


@dataclass(frozen=True)
class Columns:
    """Which column is what, and which phases are compared."""

    value: str
    phase: str
    date: str
    before: str
    after: str


@dataclass(frozen=True)
class Read:
    """What a file held: the days of the two phases, their labels, dates if there were any, cautions of the diary."""

    pair: Pair
    labels: tuple[str, str]
    dates: str
    cautions: tuple[str, ...]
    gaps: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()


def read(file: Path, columns: Columns, improvement: str) -> Read:
    """The two phases of a file."""
    rows = _json_rows(file, columns) if file.suffix == ".json" else _csv_rows(file, columns)
    return _dated(rows, columns, improvement) if columns.date else _in_order(rows, columns, improvement)


def _csv_rows(file: Path, columns: Columns) -> Iterator[Mapping[str, Any]]:
    if file.suffix != ".csv":
        raise NotADiary(file=file.name)
    with file.open(newline="", encoding="utf-8-sig") as lines:
        try:
            table = csv.DictReader(lines)
            _check_columns(file, columns, table.fieldnames or [])
            for number, row in enumerate(table):
                if number >= LONGEST:
                    raise TooManyRows(file=file.name, limit=LONGEST)
                yield row
        except (UnicodeDecodeError, csv.Error):
            raise NotADiary(file=file.name) from None


def loaded(file: Path) -> Any:
    """What a file of JSON holds; nesting without end and numbers of thousands of digits are no diary either."""
    try:
        return json.loads(file.read_text("utf-8"))
    except (ValueError, RecursionError):
        raise NotADiary(file=file.name) from None


def _json_rows(file: Path, columns: Columns) -> Iterator[Mapping[str, Any]]:
    if file.stat().st_size > LARGEST_JSON:
        raise TooManyRows(file=file.name, limit=LONGEST)
    content = loaded(file)
    if isinstance(content, dict) and isinstance(content.get("A"), list) and isinstance(content.get("B"), list):
        content = [{columns.phase: label, columns.value: day} for label in "AB" for day in content[label]]
    if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
        raise NotADiary(file=file.name)
    if len(content) > LONGEST:
        raise TooManyRows(file=file.name, limit=LONGEST)
    _check_columns(file, columns, list(content[0]) if content else [])
    yield from content


def _check_columns(file: Path, columns: Columns, there: Iterable[str]) -> None:
    names = list(there)
    for column in filter(None, (columns.value, columns.phase, columns.date)):
        if column not in names:
            raise NoColumn(file=file.name, column=column, columns=", ".join(names) or "-")


def number(value: object, place: int) -> float | None:
    """A cell as a number; an empty one, or a kind of gap, is not known."""
    if value is None or isinstance(value, int | float):
        return value
    text = str(value).strip()
    if text in UNKNOWN or text in GAPS:
        return 0.0 if GAPS.get(text) is Gap.ANSWERED_NONE else None
    if TWO_WAYS.fullmatch(text):
        raise TwoReadings(place=place, value=text)
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise NotANumber(place=place, value=text) from None


def _label(row: Mapping[str, Any], columns: Columns, place: int) -> str:
    label = row.get(columns.phase)
    if label is None or not str(label).strip():
        raise NoLabel(place=place, column=columns.phase)
    return str(label).strip()


def rows_of(file: Path, columns: Columns) -> list[tuple[str, float | None]]:
    """Every row as a day with its label, for designs whose phases come back: in the order of the file, or of its dates.

    A date between two others without a row is a day that is not known; it belongs to the phase that runs on.
    """
    rows = _json_rows(file, columns) if file.suffix == ".json" else _csv_rows(file, columns)
    told = [
        (_date(row.get(columns.date)) if columns.date else None, _label(row, columns, place),
         number(row.get(columns.value), place))
        for place, row in enumerate(rows, start=1)
    ]  # fmt: skip
    if not columns.date:
        return [(label, value) for _on, label, value in told]
    kept = diary([Entry(on, value) for on, _label, value in told if on is not None])
    labels = {on: label for on, label, _value in told}
    days = [kept.first + dt.timedelta(days=at) for at in range((kept.last - kept.first).days + 1)]
    running, label = [], ""
    for day in days:
        label = labels.get(day, label)
        running.append(label)
    return [*zip(running, kept.days(kept.first, kept.last), strict=True)]


def _chosen(labels: list[str], columns: Columns) -> tuple[str, str]:
    before = columns.before or (labels[0] if labels else "")
    after = columns.after or next((label for label in labels if label != before), "")
    if before not in labels or after not in labels or before == after:
        raise TwoPhasesNeeded(labels=", ".join(labels) or "-")
    return before, after


def _in_order(rows: Iterable[Mapping[str, Any]], columns: Columns, improvement: str) -> Read:
    """Each row is a day. A label that comes back after another is a second phase of that name, and is refused."""
    phases: dict[str, list[float | None]] = {}
    last = None
    for place, row in enumerate(rows, start=1):
        label = _label(row, columns, place)
        if label != last and label in phases:
            raise SameLabel(label=label)
        phases.setdefault(label, []).append(number(row.get(columns.value), place))
        last = label
    before, after = _chosen(list(phases), columns)
    if list(phases).index(before) > list(phases).index(after):
        raise PhasesTurned(before=before, after=after)
    days = pair(phases[before], phases[after], improvement=improvement)
    return Read(days, (before, after), "", (), (), _others(phases, before, after))


def _dated(rows: Iterable[Mapping[str, Any]], columns: Columns, improvement: str) -> Read:
    """Each row is a dated day; days without a row are not known. A phase goes from its first date to its last."""
    entries, ends = [], dict[str, tuple[dt.date, dt.date]]()
    for place, row in enumerate(rows, start=1):
        on, label, value = _date(row.get(columns.date)), _label(row, columns, place), row.get(columns.value)
        first, last = ends.get(label, (on, on))
        ends[label] = (min(first, on), max(last, on))
        entries.append(Entry(on, number(value, place), GAPS.get(str(value).strip())))
    phases = [Phase(label, first, last) for label, (first, last) in ends.items()]
    kept = diary(entries, phases)
    before, after = _chosen([phase.label for phase in kept.phases], columns)
    if kept.phase(before).first > kept.phase(after).first:
        raise PhasesTurned(before=before, after=after)
    days = kept.pair(before, after, improvement=improvement)
    counts = [kept.gaps(before), kept.gaps(after)]
    gaps = tuple((gap.value, sum(count[gap] for count in counts)) for gap in Gap)
    return Read(
        days, (before, after), f"{kept.first} - {kept.last}", tuple(kept.cautions), gaps, _others(ends, before, after)
    )


def _others(labels: Iterable[str], before: str, after: str) -> tuple[str, ...]:
    return tuple(label for label in labels if label not in (before, after))


def _date(value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise NotADate(value=value) from None
