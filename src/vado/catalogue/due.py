"""Prints the facts that somebody has to check: `python -m vado.catalogue.due [DATE] [DAYS]`.

Run, never imported: inside the package the name `due` belongs to the function.
"""

import datetime as dt
import sys

from rich.console import Console
from rich.table import Table

from vado import catalogue

LOOK_AHEAD_DAYS = 90


def table_of(facts: list[catalogue.FactDue]) -> Table:
    """The facts as a table, soonest first."""
    table = Table("fact", "verify by", "state", "source", title="Facts to be verified")
    for fact in facts:
        table.add_row(fact.what, fact.verify_by.isoformat(), _state(fact), fact.source)
    return table


def _state(fact: catalogue.FactDue) -> str:
    if fact.is_expired:
        return "expired: shown as to be verified"
    return "unchecked: shown as to be verified" if fact.is_unchecked else "falls due"


def main(arguments: list[str]) -> None:
    """Print what falls due from the date given, or from today."""
    today = dt.date.fromisoformat(arguments[0]) if arguments else dt.datetime.now(dt.UTC).date()
    within_days = int(arguments[1]) if len(arguments) > 1 else LOOK_AHEAD_DAYS
    Console(width=None if sys.stdout.isatty() else 160).print(table_of(catalogue.due(today, within_days)))


if __name__ == "__main__":
    main(sys.argv[1:])
