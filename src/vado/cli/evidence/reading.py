"""Diaries from CSV and JSON: one row a day, or dated rows; read row by row and refused beyond what a diary can hold."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vado.cli.evidence.cells import GAPS, check_columns, number, rows_with_lines
from vado.cli.evidence.refusals import DoubleColumn, NoLabel, NotADate, NotADiary, TooManyRows, TwoPhasesNeeded
from vado.evidence.cautions import Caution
from vado.evidence.diaries import LONGEST, Entry, Gap, Phase, diary
from vado.evidence.errors import PhasesTurned, SameLabel
from vado.evidence.pairs import Pair, pair

LARGEST_JSON = 50_000_000


@dataclass(frozen=True)
class Columns:
    """Which column is what, and which phases are compared."""

    value: str
    phase: str
    date: str
    before: str
    after: str

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that are read."""
        return tuple(name for name in (self.value, self.phase, self.date) if name)


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
    for at, (_line, row) in enumerate(rows_with_lines(file, columns.used, amounts=(columns.value,))):
        if at >= LONGEST:
            raise TooManyRows(file=file.name, limit=LONGEST)
        yield row


def loaded(file: Path) -> Any:
    """What a file of JSON holds; nesting without end and numbers of thousands of digits are no diary either."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _value in pairs]
        for name in names:
            if names.count(name) > 1:
                raise DoubleColumn(file=file.name, column=name)
        return dict(pairs)

    try:
        return json.loads(file.read_text("utf-8"), object_pairs_hook=once)
    except DoubleColumn:
        raise
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
    check_columns(file, columns.used, list(content[0]) if content else [])
    yield from content


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
    others = _others(phases, before, after)
    return Read(days, (before, after), "", _told(others), (), others)


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
    others = _others(ends, before, after)
    told = (*kept.cautions, *_told(others))
    return Read(days, (before, after), f"{kept.first} - {kept.last}", told, gaps, others)


def _told(others: tuple[str, ...]) -> tuple[str, ...]:
    return (Caution.MORE_PHASES,) if others else ()


def _others(labels: Iterable[str], before: str, after: str) -> tuple[str, ...]:
    return tuple(label for label in labels if label not in (before, after))


def _date(value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        raise NotADate(value=value) from None
