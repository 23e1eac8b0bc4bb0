"""From what was given to numbers: one value a day, None where a day is not known."""

import math
from collections.abc import Iterable

from vado.evidence.errors import BadLevel, NotANumber, NotFinite

LARGEST = 1e100  # its square is still a number

Days = Iterable[float | int | bool | None]


def days(values: Days) -> list[float | None]:
    """The days as floats; a NaN counts as not known. Text, infinities and giants are refused with their place."""
    return [_day(value, place) for place, value in enumerate(values, start=1)]


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
