"""Two voices over the months as two lanes: a dot where each spoke, and a thread to what it answered."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from vado.meanings.facts_voices import Side
from vado.meanings.rules_voices import Spoken

WIDTH, HEIGHT = 340, 96
_MARGIN, _RADIUS = 12, 6
_HEIGHT_OF: Mapping[Side, int] = {Side.WANTS_IT: 24, Side.WANTS_ELSE: 72}


def lanes(told: Sequence[Spoken], since: dt.date, until: dt.date) -> SafeString:
    """Decorative: the words beside it and the page of both voices say it too."""
    placed = {one.id: _place(one, since, until) for one in told}
    threads = format_html_join("", '<path d="M{} {}L{} {}"/>', _threads(told, placed))
    dots = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="{}" r="{}"/>',
        ((one.line.side.value, *placed[one.id], _RADIUS) for one in told),
    )
    rows = format_html_join("", '<line x1="0" y1="{0}" x2="{1}" y2="{0}"/>', ((y, WIDTH) for y in _HEIGHT_OF.values()))
    return format_html(
        '<svg class="lanes" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}{}{}</svg>',
        WIDTH,
        HEIGHT,
        rows,
        threads,
        dots,
    )


def _place(one: Spoken, since: dt.date, until: dt.date) -> tuple[float, int]:
    days = (until - since).days or 1
    share = min(max((one.line.on - since).days / days, 0), 1)
    return round(_MARGIN + share * (WIDTH - 2 * _MARGIN), 1), _HEIGHT_OF[one.line.side]


def _threads(told: Sequence[Spoken], placed: Mapping[str, tuple[float, int]]) -> list[tuple[float, int, float, int]]:
    """From an answer to what it answers, where both lie in different lanes."""
    pairs = ((one.id, one.line.answers) for one in told if one.to is not None and not one.to_itself)
    return [(*placed[answer], *placed[to]) for answer, to in pairs if to in placed]
