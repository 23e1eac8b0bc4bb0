"""Two waves as SVG: the twelve moments of an unwrapping, and the urge as it was tapped."""

import itertools
import math
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH, HEIGHT = 340, 104
_MARGIN, _FLOOR, _CREST = 14, 84, 64
_CREST_AT = 6  # the urge, among the twelve moments
_BREADTH = 2.1


def twelve_moments(filled: Sequence[bool], current: int | None = None) -> SafeString:
    """A hill of twelve dots: full where something is written, larger where one is now. Decorative: words say it too."""
    dots = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="{}" r="{}"/>',
        (
            (_look(number, is_filled, current), *_dot(number, len(filled)), 7 if number == current else 4.5)
            for number, is_filled in enumerate(filled)
        ),
    )
    return _drawing("wave moments", _path(_hill(len(filled))), dots)


def _look(number: int, is_filled: bool, current: int | None) -> str:
    return "now" if number == current else "full" if is_filled else "open"


def _dot(number: float, count: int) -> tuple[float, float]:
    step = (WIDTH - 2 * _MARGIN) / (count - 1)
    rise = math.exp(-(((number - _CREST_AT) / _BREADTH) ** 2))
    return round(_MARGIN + number * step, 1), round(_FLOOR - _CREST * rise, 1)


def _hill(count: int) -> list[tuple[float, float]]:
    return [_dot(part / 4, count) for part in range((count - 1) * 4 + 1)]


def urge_wave(taps: Sequence[tuple[int, int]]) -> SafeString:
    """The heights as they were tapped, over the time that it took. Decorative: a sentence and a table say it too."""
    if not taps:
        return _drawing("wave", "", SafeString())
    last = max(seconds for seconds, _height in taps) or 1
    points = [_point(seconds / last, height) for seconds, height in taps]
    highest = max(range(len(taps)), key=lambda number: taps[number][1])
    x, y = points[highest]
    crest = format_html(
        '<circle class="now" cx="{}" cy="{}" r="7"/><text x="{}" y="{}" text-anchor="{}">{}</text>',
        x,
        y,
        x + (12 if x < WIDTH / 2 else -12),
        max(y, 16),
        "start" if x < WIDTH / 2 else "end",
        _("%(height)d, at minute %(minute)d") % {"height": taps[highest][1], "minute": round(taps[highest][0] / 60)},
    )
    others = format_html_join("", '<circle class="full" cx="{}" cy="{}" r="3"/>', points)
    return _drawing("wave", _path(_smooth(points)), others + crest)


def _point(share: float, height: int) -> tuple[float, float]:
    return round(_MARGIN + share * (WIDTH - 2 * _MARGIN), 1), round(_FLOOR + 8 - height * 8, 1)


def _smooth(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Between two taps an S-shaped slope: nothing between them is higher or lower than both."""
    drawn = list(points[:1])
    for (x, y), (next_x, next_y) in itertools.pairwise(points):
        for part in range(1, 9):
            share = part / 8
            slope = (1 - math.cos(math.pi * share)) / 2
            drawn.append((round(x + (next_x - x) * share, 1), round(y + (next_y - y) * slope, 1)))
    return drawn


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{'L' if number else 'M'}{x} {y}" for number, (x, y) in enumerate(points))


def _drawing(look: str, path: str, marks: SafeString) -> SafeString:
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true" focusable="false"><path d="{}"/>{}</svg>',
        look,
        WIDTH,
        HEIGHT,
        path,
        marks,
    )
