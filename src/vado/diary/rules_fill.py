"""Filling several days at once: what the answers of a week come to, from values alone."""

import datetime as dt
import enum
import uuid
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from vado.diary.facts import DayAnswer, DayStatement, Use
from vado.diary.rules_entries import repeated
from vado.record.lived_day import Lived


class DayChoice(enum.StrEnum):
    """The answers of a row without a dose. Leaving a day out is as good as any other."""

    SKIP = "skip"
    NOTHING_USED = "nothing_used"
    DO_NOT_KNOW = "do_not_know"


ANSWERS = {
    DayChoice.NOTHING_USED: DayAnswer.NOTHING_USED,
    DayChoice.DO_NOT_KNOW: DayAnswer.DO_NOT_KNOW,
}


class RowSaid(msgspec.Struct, frozen=True):
    """What one row of the form says of its day."""

    on: dt.date
    choice: DayChoice = DayChoice.SKIP
    doses: tuple[uuid.UUID, ...] = ()  # leaves of earlier uses that are meant

    @property
    def contradicts_itself(self) -> bool:
        return bool(self.doses) and self.choice is not DayChoice.SKIP


class FilledDay(msgspec.Struct, frozen=True):
    """A fact of one day, with the id that makes sending twice harmless; `dose` is the use it repeats."""

    version_id: uuid.UUID
    fact: DayStatement | Use
    dose: uuid.UUID | None = None


def filled(
    rows: Iterable[RowSaid], doses: Mapping[uuid.UUID, Use], today: dt.date, zone: str, token: uuid.UUID
) -> list[FilledDay]:
    """The facts that the rows come to; the same form gives the same ids."""
    return [day for row in rows for day in _days_of(row, doses, row.on < today, zone, token)]


def _days_of(
    row: RowSaid, doses: Mapping[uuid.UUID, Use], recalled: bool, zone: str, token: uuid.UUID
) -> Iterator[FilledDay]:
    when = Lived(on=row.on, zone=zone)
    if row.choice in ANSWERS:
        said = DayStatement(when=when, answer=ANSWERS[row.choice], recalled=recalled)
        yield FilledDay(uuid.uuid5(token, f"{row.on} {row.choice}"), said)
    for dose in row.doses:
        use = msgspec.structs.replace(repeated(doses[dose]), when=when, recalled=recalled)
        yield FilledDay(uuid.uuid5(token, f"{row.on} {dose}"), use, dose)


def last_day_asked(asked: dt.date | None, today: dt.date) -> dt.date:
    """The last day of the form: the one asked for, or today; no day of the future."""
    return today if asked is None or asked > today else asked
