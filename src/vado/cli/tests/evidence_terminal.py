"""`vado evidence` run as from a terminal, and diaries for it."""

import random
from pathlib import Path

from typer.testing import CliRunner, Result

from vado.cli.commands import app


def run(*words: str | Path) -> Result:
    """One command, with what it printed."""
    return CliRunner().invoke(app, ["evidence", *map(str, words)])


def csv_of(place: Path, rows: str, heading: str = "value,phase") -> Path:
    """A file with a heading and rows."""
    place.write_text(f"{heading}\n{rows}", "utf-8")
    return place


def diary(folder: Path, name: str = "one.csv", seed: int = 3, before: int = 28, after: int = 35) -> Path:
    """A diary of whole numbers that fall after some day, with a few missing days."""
    chance = random.Random(seed)  # noqa: S311
    days = [f"{chance.choice([2, 3, 5, 6])},A" for _day in range(before)]
    days += [f"{chance.choice(['', 0, 0, 1, 2])},B" for _day in range(after)]
    return csv_of(folder / name, "\n".join(days))
