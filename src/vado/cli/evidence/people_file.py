"""people.csv of a folder of diaries: who came, what they wanted, who started and stayed; only the name is needed."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from vado.cli.evidence.cells import UNKNOWN, plain, rows_with_lines, whole
from vado.cli.evidence.refusals import FileRefused
from vado.evidence.errors import NotANumber
from vado.evidence.outcomes import Sex
from vado.evidence.synthesis import Goal

NAME = "people.csv"
ANSWERS = {"yes": True, "no": False}
LEVELS = {"lower": Sex.LOWER, "higher": Sex.HIGHER}
GOALS = {goal.value: goal for goal in Goal}
MOST_PEOPLE = 100_000

Value = TypeVar("Value")


class NotAWord(FileRefused):
    """A word that its column does not know."""

    code = "not-a-word"
    message = "{file}: {value!r} under {column} is none of: {words}."


class PersonTwice(FileRefused):
    """One name on two rows."""

    code = "person-twice"
    message = "{file} names {name!r} twice. One row a person."


class TooManyPeople(FileRefused):
    """More people than a series is made for."""

    code = "too-many-people"
    message = "{file} has more than {limit} people."


@dataclass(frozen=True)
class About:
    """What is told of one person beside the days."""

    has_started: bool | None = None
    has_stayed: bool | None = None
    goal: Goal | None = None
    goal_met: bool | None = None
    harms_before: int | None = None
    harms_after: int | None = None
    levels: Sex = Sex.HIGHER
    moderator: float | None = None


NOTHING_TOLD = About()


def people_of(folder: Path) -> dict[str, About]:
    """Everybody of people.csv by name; nobody where there is none."""
    file = folder / NAME
    if not file.is_file():
        return {}
    told: dict[str, About] = {}
    for line, row in rows_with_lines(file, ("name",)):
        _add(told, row, line)
    return told


def _add(told: dict[str, About], row: Mapping[str, str | None], line: int) -> None:
    name = (row["name"] or "").strip()
    if name in told:
        raise PersonTwice(file=NAME, name=name)
    if len(told) >= MOST_PEOPLE:
        raise TooManyPeople(file=NAME, limit=MOST_PEOPLE)
    if name:
        told[name] = _about(row, line)


def _about(row: Mapping[str, str | None], line: int) -> About:
    return About(
        has_started=_word(row, "started", ANSWERS),
        has_stayed=_word(row, "stayed", ANSWERS),
        goal=_word(row, "goal", GOALS),
        goal_met=_word(row, "goal_met", ANSWERS),
        harms_before=_number(row, "harms_before", line, whole),
        harms_after=_number(row, "harms_after", line, whole),
        levels=_word(row, "levels", LEVELS) or Sex.HIGHER,
        moderator=_number(row, "moderator", line, _finite),
    )


def _cell(row: Mapping[str, str | None], column: str) -> str:
    text = (row.get(column) or "").strip()
    return "" if text in UNKNOWN else text


def _word(row: Mapping[str, str | None], column: str, words: Mapping[str, Value]) -> Value | None:
    text = _cell(row, column).lower().replace("_", " ")
    if text and text not in words:
        raise NotAWord(file=NAME, value=text, column=column, words=", ".join(words))
    return words.get(text)


def _finite(text: str) -> float:
    """Infinities and "nan" are read by `float`, and are no numbers of a person."""
    number = plain(text)
    if not math.isfinite(number):
        raise ValueError
    return number


def _number(row: Mapping[str, str | None], column: str, line: int, kind: Callable[[str], Value]) -> Value | None:
    text = _cell(row, column)
    try:
        return kind(text) if text else None
    except ValueError:
        raise NotANumber(place=line, value=text) from None
