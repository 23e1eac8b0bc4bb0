"""How one thing weighed over the months, as a small SVG. One strip a thing: there is no line for all of them."""

import datetime as dt
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vado.balance.rules import Stretch

WIDTH, HEIGHT = 320, 44
_FLOOR, _STEP = 40, 9  # 0 lies on the floor, 4 is the highest


def strip(pieces: Sequence[Stretch], since: dt.date, until: dt.date) -> SafeString:
    """A step for each weight, a dotted line where nothing was said. Decorative: sentences beside it say it too."""
    drawn = format_html_join("", "{}", ((_piece(piece, since, until),) for piece in pieces))
    return format_html(
        '<svg class="strip" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
        '<path class="floor" d="M0 {}H{}"/>{}</svg>',
        WIDTH,
        HEIGHT,
        _FLOOR,
        WIDTH,
        drawn,
    )


def _piece(piece: Stretch, since: dt.date, until: dt.date) -> SafeString:
    left, right = _place(piece.since, since, until), _place(piece.until, since, until)
    right = max(right, left + 3)  # a day is seen too
    if piece.matters is None:
        return format_html('<path class="unsaid" d="M{} {}H{}"/>', left, _FLOOR - _STEP, right)
    top = _FLOOR - piece.matters * _STEP
    return format_html(
        '<path class="said" d="M{0} {2}V{1}H{3}V{2}Z"/><path class="height" d="M{0} {1}H{3}"/>',
        left,
        top,
        _FLOOR,
        right,
    )


def _place(day: dt.date, since: dt.date, until: dt.date) -> float:
    days = (until - since).days or 1
    return round(WIDTH * (day - since).days / days, 1)
