"""Measures everything on SQLite and on PostgreSQL and shows the table. `python -m bench of_record` measures a part.

Each group of rows has a process and a database of its own: no row is read in the heap that another one left behind.
"""

import contextlib
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

import msgspec

from bench.figures import Figure
from bench.place import fresh_place

RESULTS = Path(__file__).with_name("results.json")

# module.function in this folder; what was measured is the function's first line
ON_BOTH = (
    "of_record.openings",
    "of_record.writes",
    "of_record.everything",
    "of_record.month",
    "of_record.caseload",
    "of_record.seals",
    "of_writers.figures",
    "of_serving.figures",
)
ON_SQLITE = (
    "of_machine.figures",
    "of_evidence.figures",
    "of_import.figures",
    "of_import.beside_pages",
    "of_signing_in.figures",
    "of_start.figures",
    "of_meanings.figures",
    "of_meetings.figures",
    "of_plans.figures",
    "of_safety.figures",
)


def main(arguments: list[str]) -> int:
    """With `--one` a group on one database as JSON; with names, groups whose names begin so; else all, and a file."""
    if arguments[:1] == ["--one"]:
        sys.stdout.buffer.write(msgspec.json.encode(list(_measured(*arguments[1:]))))
        return 0
    with _postgresql() as address:
        found = [figure for group, place in _asked(arguments, address) for figure in _child(group, place)]
    if not arguments:
        RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    _show(found)
    return 0 if all(figure.ok is not False for figure in found) else 1


def _asked(names: list[str], postgresql: str) -> Iterator[tuple[str, str]]:
    wanted = tuple(names)
    everything = [(group, "") for group in (*ON_BOTH, *ON_SQLITE)] + [(group, postgresql) for group in ON_BOTH]
    return (one for one in everything if not wanted or one[0].startswith(wanted))


def _measured(group: str, address: str) -> Iterator[Figure]:
    with fresh_place(address) as kind:
        module, _dot, name = group.partition(".")
        figures: Callable[[], Iterator[Figure]] = getattr(import_module(f"bench.{module}"), name)
        measured = (inspect.getdoc(figures) or "").partition("\n")[0]
        for figure in figures():
            named = msgspec.structs.replace(figure, name=f"{kind}: {figure.name}", measured=measured)
            print(f"{named.name}: {named.value:g} {named.unit}", file=sys.stderr, flush=True)
            yield named


@contextlib.contextmanager
def _postgresql() -> Iterator[str]:
    """The server that DATABASE_URL names, else one of our own."""
    address = os.environ.get("DATABASE_URL", "")
    if address:
        yield address
        return
    from tests.postgresql import private_cluster

    with private_cluster() as own:
        yield own


def _child(group: str, address: str) -> list[Figure]:
    command = [sys.executable, "-m", "bench", "--one", group, address]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return msgspec.json.decode(done.stdout, type=list[Figure])


def _show(found: list[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("what", "figure", "limit", "unit", "", title="Vado, medians of five")
    for measured, figures in groupby(found, key=lambda figure: figure.measured):
        table.add_section()
        table.add_row(f"[dim]{measured}")
        for figure in figures:
            mark = {True: "[green]ok", False: "[red]over", None: ""}[figure.ok]
            limit = "" if figure.limit is None else f"{figure.limit:g}"
            table.add_row(figure.name, f"{figure.value:g}", limit, figure.unit, mark)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
