"""The cells of a month as HTML, made in one place: a template of ten tags a day costs more than all that it shows."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from vado.diary.calendar_page import Cell, Mark
from vado.plans.held_page import HeldMark
from vado.web.drawings import mark

OUTSIDE = '<td class="outside"></td>'
NOTHING_HELD: Mapping[dt.date, HeldMark] = {}
HIDDEN = 'aria-hidden="true"'  # the words of a day say what its drawings show


def week_rows(weeks: Iterable[Sequence[Cell | None]], held: Mapping[dt.date, HeldMark] = NOTHING_HELD) -> SafeString:
    """The rows of a month; words of the person are escaped where they are put in.

    `held`: one sentence of a plan beside the days, where the person turned it on.
    """
    rows = (f"<tr>{''.join(OUTSIDE if cell is None else _cell(cell, held) for cell in week)}</tr>" for week in weeks)
    return mark_safe("".join(rows))  # noqa: S308 - every part is ours or escaped


def _cell(cell: Cell, held: Mapping[dt.date, HeldMark]) -> str:
    beside = held.get(cell.on)
    drawn = f"{_drawn(cell)}{_held(beside)}{_named(cell.anchors)}"
    if not cell.address:  # a day to come: its words are its date
        date = f'<time class="words" datetime="{cell.on.isoformat()}">{escape(cell.words)}</time>'
        return f'<td class="{cell.look}"><div class="day">{drawn}{date}</div></td>'
    words = f"{cell.words}; {beside.answer}" if beside else cell.words
    inside = f'{drawn}<span class="words">{escape(words)}</span>'
    now = ' aria-current="date"' if cell.is_today else ""
    return f'<td class="{cell.look}"><a href="{escape(cell.address)}"{now}>{inside}</a></td>'


def _drawn(cell: Cell) -> str:
    date = f'<span class="date" {HIDDEN}>{cell.number}</span>'
    return f'{date}<span class="marks" {HIDDEN}>{_marks(cell.marks)}</span>'


def _held(beside: HeldMark | None) -> str:
    return f'<span class="beside-plan" {HIDDEN}>{mark(beside.shape)}</span>' if beside else ""


def _marks(marks: Iterable[Mark]) -> str:
    return "".join(mark(one.shape, one.number) for one in marks)


def _named(anchors: Iterable[str]) -> str:
    return "".join(f'<span class="anchor" {HIDDEN}>{escape(anchor)}</span>' for anchor in anchors)
