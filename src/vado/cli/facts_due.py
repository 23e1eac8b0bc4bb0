"""Facts of the world that somebody has to verify by a date: their names, and the table of `vado facts`."""

import datetime as dt
import sys

from rich.console import Console
from rich.table import Table

from vado import catalogue
from vado.cli.ground import terminal_language
from vado.cli.translated import marked as _
from vado.cli.translated import told

WIDTH_IN_A_FILE = 160
KINDS = (
    _("density of ethanol"),
    _("standard drink"),
    _("words for substances"),
    _("emergency number"),
    _("line"),
    _("combination"),
)


def show(today: dt.date, within_days: int) -> None:
    """Print what falls due within so many days, soonest first."""
    table = Table(told(_("fact")), told(_("verify by")), told(_("state")), told(_("source")))
    table.title = told(_("Facts to be verified"))
    for fact in catalogue.due(today, within_days):
        source = catalogue.source_in(terminal_language(), fact.source)
        table.add_row(named(fact), fact.verify_by.isoformat(), _state(fact), source)
    Console(width=None if sys.stdout.isatty() else WIDTH_IN_A_FILE).print(table)


def named(fact: catalogue.FactDue) -> str:
    """What the fact is of, in the language of the terminal."""
    return f"{told(fact.kind)} {fact.of}".strip()


def _state(fact: catalogue.FactDue) -> str:
    if fact.is_expired:
        return told(_("expired: shown as to be verified"))
    return told(_("unchecked: shown as to be verified") if fact.is_unchecked else _("falls due"))
