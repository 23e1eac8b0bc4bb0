"""A study's timeline followback as facts: what each row means, decided from values alone.

The data are days counted from consent, yes or no for each substance. Between the first and the last report every day
was asked about, so a day without a row there is "none reported"; outside it nothing is known and nothing is written.
"""

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from vado.diary.facts import Anchor, DayAnswer, DayStatement, Use
from vado.record.facts import Fact
from vado.record.lived_day import Lived

SOURCE = "ctn0094"
# The data have no dates. Day 0, the day of consent, becomes a Monday that no trial began on.
DAY_ZERO = dt.date(2000, 1, 3)
# The subset dropped what was reported outside these days, so a day without a row is unknown there.
FIRST_DAY, LAST_DAY = -35, 210
FURTHEST_DAY = 3650
SUBSTANCES = frozenset({"alcohol", "amphetamine", "benzodiazepine", "cannabis", "cocaine", "opioid"})
VISIT_WORDS: Mapping[str, str] = {
    "visit": "Study visit",
    "final": "Last study visit",
    "no visit": "No study visit on this day",
    "missing": "Study visit not recorded",
}

PERSON_COLUMNS = (
    "person",
    "trial",
    "arm",
    "randomised_day",
    "first_report_day",
    "last_report_day",
    "first_dose_day",
    "last_dose_day",
)
USE_COLUMNS = ("person", "substance", "day")
VISIT_COLUMNS = ("person", "day", "status")


class WhyNot(enum.StrEnum):
    """Why a row was refused."""

    CUT_OFF = "cut_off"
    WRONG_NUMBER_OF_CELLS = "wrong_number_of_cells"
    NO_PERSON = "no_person"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_SUBSTANCE = "unknown_substance"
    UNKNOWN_STATUS = "unknown_status"
    NOT_A_DAY = "not_a_day"
    OUTSIDE_THE_DAYS_ASKED = "outside_the_days_asked"
    REPEATED = "repeated"


class RowRefused(Exception):
    """A row that means nothing we could keep."""

    def __init__(self, why: WhyNot) -> None:
        super().__init__(why)
        self.why = why


class Participant(msgspec.Struct, frozen=True):
    """One person of a study, by the label that the study gave."""

    label: str
    trial: str
    arm: str
    first_report_day: int
    last_report_day: int
    milestones: tuple[tuple[str, int], ...] = ()


class Timeline(msgspec.Struct):
    """What one person reported: days of use, and visits."""

    participant: Participant
    uses: set[tuple[int, str]] = msgspec.field(default_factory=set)
    visits: set[tuple[int, str]] = msgspec.field(default_factory=set)

    @property
    def days_asked(self) -> range:
        """The days between the first and the last report, as far as the subset tells of them."""
        first, last = self.participant.first_report_day, self.participant.last_report_day
        return range(max(first, FIRST_DAY), min(last, LAST_DAY) + 1)

    @property
    def days_of_use(self) -> int:
        """Days with at least one substance."""
        return len({day for day, _substance in self.uses})

    @property
    def days_none_reported(self) -> int:
        """Days asked about without any report."""
        return len(self.days_asked) - self.days_of_use


def participant_in(cells: Mapping[str, str]) -> Participant:
    """The person of a row; raises `RowRefused`."""
    if not cells["person"]:
        raise RowRefused(WhyNot.NO_PERSON)
    first, last = day_in(cells["first_report_day"]), day_in(cells["last_report_day"])
    if last < first:
        raise RowRefused(WhyNot.NOT_A_DAY)
    return Participant(cells["person"], cells["trial"], cells["arm"], first, last, tuple(_milestones(cells)))


def add_use(timelines: Mapping[str, Timeline], cells: Mapping[str, str]) -> None:
    """Adds a day of use to the person's timeline; raises `RowRefused`."""
    timeline, day = _whose(timelines, cells), day_in(cells["day"])
    if cells["substance"] not in SUBSTANCES:
        raise RowRefused(WhyNot.UNKNOWN_SUBSTANCE)
    if day not in timeline.days_asked:
        raise RowRefused(WhyNot.OUTSIDE_THE_DAYS_ASKED)
    _add_once(timeline.uses, (day, cells["substance"]))


def add_visit(timelines: Mapping[str, Timeline], cells: Mapping[str, str]) -> None:
    """Adds a visit to the person's timeline; raises `RowRefused`."""
    timeline, day = _whose(timelines, cells), day_in(cells["day"])
    if cells["status"] not in VISIT_WORDS:
        raise RowRefused(WhyNot.UNKNOWN_STATUS)
    _add_once(timeline.visits, (day, cells["status"]))


def day_in(cell: str) -> int:
    """The day that a cell names, counted from consent; raises `RowRefused` for anything but a whole number of days.

    >>> day_in("-9")
    -9
    """
    digits = cell.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise RowRefused(WhyNot.NOT_A_DAY)
    day = int(cell)
    if abs(day) > FURTHEST_DAY:
        raise RowRefused(WhyNot.NOT_A_DAY)
    return day


def date_of(day: int) -> dt.date:
    """The made-up date that stands for a day of the study."""
    return DAY_ZERO + dt.timedelta(days=day)


def facts_of(timeline: Timeline) -> Iterator[tuple[str, Fact]]:
    """The facts of one person, each with the words of its source from which its id is made."""
    yield from _use_facts(timeline.uses)
    yield from _silent_days(timeline)
    yield from _anchor_facts(timeline)


def _use_facts(uses: Iterable[tuple[int, str]]) -> Iterator[tuple[str, Fact]]:
    for day, substance in sorted(uses):
        fact = Use(when=_on(day), substance=substance, substance_code=substance, recalled=True, source=SOURCE)
        yield f"use {day} {substance}", fact


def _silent_days(timeline: Timeline) -> Iterator[tuple[str, Fact]]:
    days_of_use = {day for day, _substance in timeline.uses}
    for day in timeline.days_asked:
        if day not in days_of_use:
            said = DayStatement(when=_on(day), answer=DayAnswer.NOTHING_USED, recalled=True, source=SOURCE)
            yield f"none {day}", said


def _anchor_facts(timeline: Timeline) -> Iterator[tuple[str, Fact]]:
    words = [(day, VISIT_WORDS[status]) for day, status in timeline.visits]
    words.append((0, f"Consent to {timeline.participant.trial}, person {timeline.participant.label}"))
    words += [(day, milestone) for milestone, day in timeline.participant.milestones]
    for day, said in sorted(words):
        yield f"anchor {day} {said}", Anchor(on=date_of(day), words=said)


def _on(day: int) -> Lived:
    return Lived(on=date_of(day))


def _milestones(cells: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    named = {
        "randomised_day": f"Assigned to: {cells['arm']}",
        "first_dose_day": "First dose of the study medicine",
        "last_dose_day": "Last dose of the study medicine",
    }
    for column, words in named.items():
        if cells[column] not in {"", "NA"}:
            yield words, day_in(cells[column])


def _whose(timelines: Mapping[str, Timeline], cells: Mapping[str, str]) -> Timeline:
    timeline = timelines.get(cells["person"])
    if timeline is None:
        raise RowRefused(WhyNot.UNKNOWN_PERSON)
    return timeline


def _add_once(known: set[tuple[int, str]], row: tuple[int, str]) -> None:
    if row in known:
        raise RowRefused(WhyNot.REPEATED)
    known.add(row)


def pieces(facts: Sequence[tuple[str, Fact]], size: int) -> Iterator[Sequence[tuple[str, Fact]]]:
    """The facts in pieces of that size at most."""
    for start in range(0, len(facts), size):
        yield facts[start : start + size]
