"""Numbers for a table at the terminal."""


def figure(value: float | None, places: int = 3) -> str:
    """A number in few digits; a dash where there is none.

    >>> figure(0.123456), figure(None), figure(1e7)
    ('0.123', '–', '1e+07')
    """
    if value is None:
        return "–"
    return f"{value:.{places}f}" if abs(value) < 1e6 else f"{value:.{places}g}"


def interval(low: float | None, high: float | None, places: int = 3) -> str:
    """An interval; a dash where there is none."""
    return "–" if low is None or high is None else f"{figure(low, places)} … {figure(high, places)}"
