"""Numbers for a table at the terminal, with a comma where the language has one."""

from django.utils.translation import get_language


def figure(value: float | None, places: int = 3) -> str:
    """A number in few digits; a dash where there is none.

    >>> figure(0.123456), figure(None), figure(1e7)
    ('0.123', '–', '1e+07')
    """
    if value is None:
        return "–"
    text = f"{value:.{places}f}" if abs(value) < 1e6 else f"{value:.{places}g}"
    return text.replace(".", ",") if get_language() == "es" else text


def interval(low: float | None, high: float | None, places: int = 3) -> str:
    """An interval; a dash where there is none."""
    return "–" if low is None or high is None else f"{figure(low, places)} … {figure(high, places)}"


def percent(share: float) -> str:
    """A share in whole percent; never 0 % or 100 % where it is neither.

    >>> percent(0.67), percent(0.9999), percent(1.0)
    ('67%', '>99%', '100%')
    """
    if 0.995 <= share < 1:
        return ">99%"
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"
