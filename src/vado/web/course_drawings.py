"""The course of one measure over time as a small drawing: then and now as soft bands, unknown weeks as gaps."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from vado.diary.dates_shown import short_date
from vado.plans.finding_words import Row
from vado.plans.rules_change import Point
from vado.plans.rules_windows import Window

WIDTH, HEIGHT, SIDE, TOP, FOOT = 320.0, 84.0, 6.0, 8.0, 20.0
DOTS_UP_TO = 40  # more points than that are a line alone


def course(points: Sequence[Point], then: Window, now: Window, title: str, words: str, top: float | None) -> SafeString:
    """One measure as SVG; its title and sentence are what a screen reader says."""
    if not points:
        return SafeString()
    place = _Places(points, top)
    return format_html(
        '<svg class="course" viewBox="0 0 320 84" role="img" aria-label="{}. {}"><title>{}</title>{}</svg>',
        title,
        words,
        title,
        mark_safe("".join((*_bands(place, then, now), *_line(place, points), *_feet(points)))),  # noqa: S308 - numbers and dates of ours
    )


class _Places:
    """From days and values to places in the drawing; every drawing of a page has the same axis of time."""

    def __init__(self, points: Sequence[Point], top: float | None) -> None:
        self.first = points[0].on.toordinal()
        step = points[1].on.toordinal() - self.first if len(points) > 1 else 7
        self.step, self.days = step, max(1, points[-1].on.toordinal() + step - self.first)
        known = [point.value for point in points if point.value is not None]
        self.low = min(0.0, *known) if known else 0.0
        self.high = top if top is not None else (max(known) if known else 1.0)
        if known and min(known) > 0 and top is None and min(known) > 0.5 * max(known):
            self.low = min(known) - (max(known) - min(known) or 1.0) * 0.3

    def x(self, day: float) -> float:
        inside = min(max(day - self.first, 0.0), float(self.days))
        return round(SIDE + inside / self.days * (WIDTH - 2 * SIDE), 1)

    def y(self, value: float) -> float:
        span = (self.high - self.low) or 1.0
        return round(HEIGHT - FOOT - (value - self.low) / span * (HEIGHT - FOOT - TOP), 1)

    def middle(self, point: Point) -> float:
        return self.x(point.on.toordinal() + self.step / 2)


def _bands(place: _Places, then: Window, now: Window) -> Iterable[str]:
    for name, window in (("then", then), ("now", now)):
        left, right = place.x(window.first.toordinal()), place.x(window.last.toordinal() + 1)
        width = max(2.0, round(right - left, 1))
        yield f'<rect class="{name}" x="{left}" y="2" width="{width}" height="{HEIGHT - FOOT}" rx="4"/>'


def _line(place: _Places, points: Sequence[Point]) -> Iterable[str]:
    """Neighbours are joined; a gap stays a gap."""
    pieces: list[list[str]] = [[]]
    for point in points:
        if point.value is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{place.middle(point)},{place.y(point.value)}")
    yield from (f'<polyline points="{" ".join(piece)}"/>' for piece in pieces if len(piece) > 1)
    with_dots = len(points) <= DOTS_UP_TO
    for piece in pieces:
        if with_dots or len(piece) == 1:
            yield from (_dot(spot) for spot in piece)


def _dot(spot: str) -> str:
    x, y = spot.split(",")
    return f'<circle cx="{x}" cy="{y}" r="3"/>'


def _feet(points: Sequence[Point]) -> Iterable[str]:
    yield f'<text x="{SIDE}" y="{HEIGHT - 4}">{short_date(points[0].on)}</text>'
    if len(points) > 1:
        yield f'<text class="end" x="{WIDTH - SIDE}" y="{HEIGHT - 4}">{short_date(points[-1].on)}</text>'


def table_rows(rows: Iterable[Row]) -> SafeString:
    """The rows behind a drawing, made in one place: twenty tables of sixty rows cost more in a template."""
    return mark_safe("".join(map(_row, rows)))  # noqa: S308 - dates and numbers of ours


def _row(row: Row) -> str:
    numbers = f'<td class="number">{row.value}</td><td class="number">{row.known}</td>'
    return f'<tr><th scope="row">{short_date(row.on)}</th>{numbers}</tr>'
