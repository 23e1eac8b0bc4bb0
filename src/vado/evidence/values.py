"""From what was given to numbers: one value a day, None where a day is not known."""

import math
from collections.abc import Iterable

from vado.evidence.errors import BadLevel, NotANumber, NotFinite

LARGEST = 1e100  # its square is still a number

PLAIN = frozenset({int, float, bool, type(None)})

Days = Iterable[float | int | bool | None]


def days(values: Days) -> list[float | None]:
    """The days as floats; a NaN counts as not known. Text, infinities and giants are refused with their place."""
    given = values if isinstance(values, list | tuple) else list(values)
    is_plain = set(map(type, given)) <= PLAIN and all(v is None or -LARGEST <= v <= LARGEST for v in given)
    if is_plain:  # the usual diary, without a look at each day
        return [value if value is None else float(value) for value in given]
    return [_day(value, place) for place, value in enumerate(given, start=1)]


def checked_level(level: float) -> float:
    """A confidence level between 0 and 1."""
    if not 0 < level < 1:
        raise BadLevel(value=level)
    return float(level)


def known(values: Iterable[float | None]) -> list[float]:
    """The days that are known."""
    return [value for value in values if value is not None]


def _day(value: object, place: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, str | bytes):
        raise NotANumber(place=place, value=value)
    try:
        number = float(value)  # type: ignore[arg-type]  # numpy's numbers too; what is none is refused below
    except (TypeError, ValueError):
        raise NotANumber(place=place, value=value) from None
    except OverflowError:
        raise NotFinite(place=place, value="a number beyond 1e308") from None
    if math.isnan(number):
        return None
    if abs(number) > LARGEST:
        raise NotFinite(place=place, value=number)
    return number


def middle_of(values: Iterable[float]) -> float:
    """The median.

    >>> middle_of([3, 1, 2, 10])
    2.5
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
