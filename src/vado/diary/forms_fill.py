"""Several days in one form: a row for each day, every row may be left out."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping

from django.http import QueryDict

from vado.diary.rules_fill import DayChoice, RowSaid

MOST_ROWS = 31


def rows_said(answers: QueryDict, today: dt.date, earliest: dt.date) -> list[RowSaid]:
    """What each row says; days that are none, lie ahead or come too early are left out."""
    days = (_day(said) for said in answers.getlist("day")[:MOST_ROWS])
    asked = dict.fromkeys(day for day in days if day is not None and earliest <= day <= today)
    return [_row(answers, day) for day in asked]


def _row(answers: QueryDict, day: dt.date) -> RowSaid:
    said = answers.get(f"choice-{day.isoformat()}", "")
    choice = DayChoice(said) if said in set(DayChoice) else DayChoice.SKIP
    return RowSaid(day, choice, tuple(_ids(answers.getlist(f"dose-{day.isoformat()}"))))


def token_said(answers: QueryDict) -> uuid.UUID:
    """The token that makes sending twice harmless; a page without one gets a fresh one."""
    return next(iter(_ids([answers.get("token", "")])), uuid.uuid4())


def _ids(said: Iterable[str]) -> Iterable[uuid.UUID]:
    for words in dict.fromkeys(said):
        try:
            yield uuid.UUID(words)
        except ValueError:
            continue  # no id that this page could have sent


def _day(said: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None


def said_by_day(rows: Iterable[RowSaid]) -> Mapping[dt.date, RowSaid]:
    """The rows by their day."""
    return {row.on: row for row in rows}
