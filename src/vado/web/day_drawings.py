"""The cells of a month as HTML, made in one place: a template of ten tags a day costs more than all that it shows."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from vado.diary.calendar_page import Cell, Mark
from vado.web.drawings import mark

OUTSIDE = '<td class="outside"></td>'
HIDDEN = 'aria-hidden="true"'  # the words of a day say what its drawings show


def week_rows(weeks: Iterable[Sequence[Cell | None]]) -> SafeString:
    """The rows of a month; words of the person are escaped where they are put in."""
    rows = (f"<tr>{''.join(OUTSIDE if cell is None else _cell(cell) for cell in week)}</tr>" for week in weeks)
    return mark_safe("".join(rows))  # noqa: S308 - every part is ours or escaped


def _cell(cell: Cell) -> str:
    drawn = f"{_drawn(cell)}{_named(cell.anchors)}"
    if not cell.address:  # a day to come: its words are its date
        date = f'<time class="words" datetime="{cell.on.isoformat()}">{escape(cell.words)}</time>'
        return f'<td class="{cell.look}"><div class="day">{drawn}{date}</div></td>'
    inside = f'{drawn}<span class="words">{escape(cell.words)}</span>'
    now = ' aria-current="date"' if cell.is_today else ""
    return f'<td class="{cell.look}"><a href="{escape(cell.address)}"{now}>{inside}</a></td>'


def _drawn(cell: Cell) -> str:
    date = f'<span class="date" {HIDDEN}>{cell.number}</span>'
    return f'{date}<span class="marks" {HIDDEN}>{_marks(cell.marks)}</span>'


def _marks(marks: Iterable[Mark]) -> str:
    return "".join(mark(one.shape, one.number) for one in marks)


def _named(anchors: Iterable[str]) -> str:
    return "".join(f'<span class="anchor" {HIDDEN}>{escape(anchor)}</span>' for anchor in anchors)
