"""Measures everything on SQLite and on PostgreSQL, each in a process of its own, and shows the table."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.figures import Figure
from bench.place import fresh_place

RESULTS = Path(__file__).with_name("results.json")


def main(arguments: list[str]) -> int:
    """With `--one` the figures of one database as JSON; else all, as a table and a file."""
    if arguments[:1] == ["--one"]:
        sys.stdout.buffer.write(msgspec.json.encode(list(_measured(arguments[1]))))
        return 0
    found = [*_child(""), *_on_postgresql()]
    RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    _show(found)
    return 0 if all(figure.ok is not False for figure in found) else 1


def _measured(address: str) -> Iterator[Figure]:
    with fresh_place(address) as kind:
        from bench import of_import, of_record, of_serving, of_signing_in, of_start, of_writers

        groups = [of_record.figures(), of_writers.figures(kind), of_serving.figures(kind)]
        once = [of_import.figures(), of_signing_in.figures(), of_start.figures()]
        for group in [*groups, *once] if kind == "SQLite" else groups:
            for figure in group:
                named = msgspec.structs.replace(figure, name=f"{kind}: {figure.name}")
                print(f"{named.name}: {named.value:g} {named.unit}", file=sys.stderr, flush=True)
                yield named


def _on_postgresql() -> list[Figure]:
    address = os.environ.get("DATABASE_URL", "")
    if address:
        return _child(address)
    from tests.postgresql import private_cluster

    with private_cluster() as own:
        return _child(own)


def _child(address: str) -> list[Figure]:
    done = subprocess.run([sys.executable, "-m", "bench", "--one", address], check=True, stdout=subprocess.PIPE)
    return msgspec.json.decode(done.stdout, type=list[Figure])


def _show(found: list[Figure]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("what", "figure", "limit", "unit", "", title="Vado, medians of five")
    for figure in found:
        mark = {True: "[green]ok", False: "[red]over", None: ""}[figure.ok]
        limit = "" if figure.limit is None else f"{figure.limit:g}"
        table.add_row(figure.name, f"{figure.value:g}", limit, figure.unit, mark)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
