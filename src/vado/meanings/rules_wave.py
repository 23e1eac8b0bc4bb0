"""Riding an urge: taps that arrive late or two times are one wave; what helped this person comes first for them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

Tap = tuple[int, int]

LONGEST_WAVE = 12 * 60 * 60  # seconds; a page left open over night is no wave any more
MOST_TAPS = 1_000
HIGHEST = 10


def taps_said(said: str) -> list[Tap]:
    """The taps that a page sends, as "90:7,200:6"; whatever is no tap is left out.

    >>> taps_said("90:7,200:6,x,300:11,-1:2")
    [(90, 7), (200, 6)]
    """
    taps = []
    for part in said.split(",")[:MOST_TAPS]:
        seconds, _colon, height = part.partition(":")
        if seconds.isdecimal() and height.isdecimal() and len(seconds) < 7 and len(height) < 3:
            taps.append((int(seconds), int(height)))
    return [tap for tap in taps if tap[0] <= LONGEST_WAVE and tap[1] <= HIGHEST]


def with_taps(known: Sequence[Tap], more: Iterable[Tap]) -> tuple[Tap, ...]:
    """All taps in their order; the same one sent two times is one, and what is known is never changed."""
    merged = dict(more) | dict(known)
    return tuple(sorted(merged.items())[:MOST_TAPS])


def seconds_since(began_at: dt.datetime, now: dt.datetime) -> int:
    """How long it is since the wave began."""
    return min(LONGEST_WAVE, max(0, round((now - began_at).total_seconds())))


def is_long_ago(began_at: dt.datetime, now: dt.datetime) -> bool:
    """Whether no more is tapped on it: its height is asked no more, what it wanted can still be said."""
    return seconds_since(began_at, now) >= LONGEST_WAVE


class WaveTold(msgspec.Struct, frozen=True):
    """A wave in numbers that the person tapped themselves."""

    minutes: int
    first: int
    highest: int
    highest_at_minute: int
    last: int


def told(taps: Sequence[Tap]) -> WaveTold | None:
    """From the first tap to the last; None before there is one."""
    if not taps:
        return None
    highest = max(taps, key=lambda tap: tap[1])
    return WaveTold(round(taps[-1][0] / 60), taps[0][1], highest[1], round(highest[0] / 60), taps[-1][1])


def helped_first(codes: Sequence[str], helped: Iterable[str]) -> tuple[str, ...]:
    """What has helped this person, most often first; then nothing: the whole list stands in its own order beside it.

    >>> helped_first(["tea", "walk", "song"], ["walk", "song", "walk", "my own"])
    ('walk', 'song', 'my own')
    """
    often = Counter(helped)
    order: Mapping[str, int] = {code: number for number, code in enumerate(codes)}
    return tuple(sorted(often, key=lambda what: (-often[what], order.get(what, len(order)), what)))
