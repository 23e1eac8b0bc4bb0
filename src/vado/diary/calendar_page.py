"""A calendar as a page shows it: a cell for each day with its marks, and the same in words."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vado.diary.facts import DayAnswer, DayStatement
from vado.diary.marks import ShapeOf
from vado.diary.rules_calendar import DayMark, DayState, DayView, Month
from vado.diary.rules_day_amount import DayAmount
from vado.diary.timeline import number_shown
from vado.diary.vocabulary import name_among, unit_words

LONGEST_IN_A_MARK = 4  # letters that fit in a shape; a longer number is told in words alone
Names = Mapping[str, str]
AddressOf = Callable[[dt.date], str]


class Mark(msgspec.Struct, frozen=True):
    """One drawing: a shape of the design or an own character, the number in it, and its words."""

    shape: str
    number: str = ""
    words: str = ""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One day, ready to be shown."""

    on: dt.date
    number: int
    address: str
    look: str  # classes
    is_today: bool
    marks: tuple[Mark, ...]
    anchors: tuple[str, ...]
    words: str


class Weekday(msgspec.Struct, frozen=True):
    """The head of a column."""

    name: str | Promise
    short: str | Promise


STATE_MARKS = {
    DayState.NOTHING_USED: "nothing",
    DayState.NONE_REPORTED: "reported",
    DayState.DO_NOT_KNOW: "unknown",
}


def cells_of(days: Iterable[DayView | None], names: Names, address_of: AddressOf) -> list[Cell | None]:
    """The cells of these days, in their order."""
    return [None if day is None else cell_of(day, names, address_of(day.on)) for day in days]


def cell_of(day: DayView, names: Names, address: str) -> Cell:
    """One day with its marks and its words."""
    marks = _marks(day)
    return Cell(
        on=day.on,
        number=day.on.day,
        address="" if day.state is DayState.FUTURE else address,
        look=day.state.replace("_", "-") + (" today" if day.is_today else ""),
        is_today=day.is_today,
        marks=marks,
        anchors=day.anchors,
        words=_words_of(day, [mark.words for mark in marks if mark.words], names),
    )


def _marks(day: DayView) -> tuple[Mark, ...]:
    if day.marks:
        return tuple(_mark(mark) for mark in day.marks)
    if day.state in STATE_MARKS:
        return (Mark(STATE_MARKS[day.state]),)
    return (Mark("written"),) if day.other_entries else ()


def _mark(mark: DayMark) -> Mark:
    number = _number(mark.amount)
    shown = number if len(number) <= LONGEST_IN_A_MARK else ""
    return Mark(mark.shape.symbol or mark.shape.shape, shown, _mark_words(mark, number))


def _number(amount: DayAmount) -> str:
    if amount.least is None:
        return ""
    least = number_shown(amount.least)
    return least if amount.most is None else f"{least}–{number_shown(amount.most)}"


def _mark_words(mark: DayMark, number: str) -> str:
    """What a mark stands for: the word, and how much where that is known."""
    if number:
        unit = unit_words(mark.amount.unit, mark.amount.most or mark.amount.least or 0)
        amount = f"{number} {unit}".strip()
        return f"{mark.word} {_('about %(amount)s') % {'amount': amount} if mark.amount.about else amount}"
    if mark.times == 1:
        return mark.word
    times = ngettext("%(count)d time", "%(count)d times", mark.times) % {"count": mark.times}
    return f"{mark.word} {times}"


def day_words(day: DayView, names: Names) -> str:
    """A day as a screen reader says it: the date, then what was written, then what it is a day of."""
    return _words_of(day, [_mark_words(mark, _number(mark.amount)) for mark in day.marks], names)


def _words_of(day: DayView, marked: Sequence[str], names: Names) -> str:
    said = [*marked, *(statement_words(statement, names) for statement in day.statements)]
    if day.other_entries:
        said.append(ngettext("%(count)d note", "%(count)d notes", day.other_entries) % {"count": day.other_entries})
    if day.recalled:
        said.append(_("written later"))
    if day.state is DayState.NOT_WRITTEN:
        said.append(_("not written"))
    said += day.anchors
    date = date_words(day.on)
    return f"{date}: {', '.join(said)}" if said else date


def date_words(on: dt.date) -> str:
    """Sunday 22 November; put together here, because Django's own formatting costs a third of the page."""
    return _date_words(on, get_language() or "en")


@functools.lru_cache(maxsize=366)
def _date_words(on: dt.date, _language: str) -> str:  # the language tells one kept answer from the other
    named = {"weekday": WEEKDAYS[on.weekday()], "day": on.day, "month": MONTHS[on.month]}
    return _("%(weekday)s %(day)d %(month)s") % named


def statement_words(statement: DayStatement, names: Names) -> str:
    """What was said of a whole day."""
    about = ", ".join(name_among(names, code) for code in statement.substance_codes)
    if statement.answer is DayAnswer.DO_NOT_KNOW:
        words = _("not known")
    elif statement.source or about:
        words = _("none reported")
    else:
        words = _("nothing used")
    return f"{words} ({about})" if about else words


def legend_of(days: Sequence[DayView], shapes: Mapping[str, ShapeOf]) -> list[Mark]:
    """What the marks on this page stand for."""
    keys = {mark.key for day in days for mark in day.marks}
    marks = [Mark(shape.symbol or shape.shape, "", shape.word) for key, shape in shapes.items() if key in keys]
    states = {day.state for day in days}
    words = {
        DayState.NOTHING_USED: _("nothing used"),
        DayState.NONE_REPORTED: _("none reported"),
        DayState.DO_NOT_KNOW: _("not known"),
    }
    marks += [Mark(STATE_MARKS[state], "", words[state]) for state in words if state in states]
    if any(not day.marks and day.other_entries and day.state is DayState.WRITTEN for day in days):
        marks.append(Mark("written", "", _("something else written")))
    return marks


def weekdays_from(begins_on: int) -> list[Weekday]:
    """The seven column heads."""
    order = [(begins_on + step) % 7 for step in range(7)]
    return [Weekday(WEEKDAYS[day], WEEKDAYS_ABBR[day]) for day in order]


def weeks_of(month: Month, names: Names, address_of: AddressOf) -> list[list[Cell | None]]:
    """The rows of a month."""
    return [cells_of(week, names, address_of) for week in month.weeks]


def days_written_words(count: int) -> str:
    """How many days have something written."""
    return ngettext("%(count)d day written", "%(count)d days written", count) % {"count": count}
