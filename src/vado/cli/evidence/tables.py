"""A calm table for the terminal: no walls, and names that stay in one piece."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table


def table(*headings: str, whole: Iterable[int] = (0,)) -> Table:
    """A table with these headings; the columns of `whole` are never broken."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    kept = set(whole)
    for place, heading in enumerate(headings):
        made.add_column(heading, no_wrap=place in kept, overflow="fold")
    return made


def show(made: Table) -> None:
    """Print it as wide as the terminal is."""
    Console().print(made)
