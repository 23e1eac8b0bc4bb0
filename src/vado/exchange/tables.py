"""A whole record out as tables to read: one CSV file a kind, in one zip. The faithful copy is the JSON file."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from vado.exchange.facts import Import
from vado.record import Fact, Leaf, Record

# A spreadsheet takes a cell that begins so for a formula and may run it.
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
_SAYINGS: dict[type, Callable[[Any], str]] = {}
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # when somebody took their record along is nobody's business


def export_csv(record: Record) -> bytes:
    """One table for each kind of fact that this door opens, in UTF-8 with a mark, as a zip."""
    by_kind: dict[str, list[Leaf[Fact]]] = {}
    for leaf in record.leaves(Fact):
        if not isinstance(leaf.fact, Import):
            by_kind.setdefault(leaf.fact.kind, []).append(leaf)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, leaves in sorted(by_kind.items()):
            archive.writestr(zipfile.ZipInfo(f"{kind}.csv", ZIP_TIME), _table(leaves), zipfile.ZIP_DEFLATED)
        if record.unreadable:
            archive.writestr(zipfile.ZipInfo("not_read.csv", ZIP_TIME), _unread(record))
    return packed.getvalue()


def _table(leaves: Sequence[Leaf[Fact]]) -> bytes:
    rows = [{"id": str(leaf.id), "drawer": leaf.drawer.name.lower(), **_cells(leaf.fact)} for leaf in leaves]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return _written(columns, rows)


def _unread(record: Record) -> bytes:
    rows = [{"id": str(one.leaf_id), "reason": str(one.reason)} for one in record.unreadable]
    return _written(["id", "reason"], rows)


def _written(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(fact: Fact) -> dict[str, str]:
    named = ((field, getattr(fact, field)) for field in fact.__struct_fields__)
    return {name: cell for field, value in named for name, cell in _flat(field, value)}


def _flat(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _flat(f"{name}_{field}", getattr(value, field))
    elif isinstance(value, Mapping):
        yield name, _guarded("; ".join(f"{key}: {inner}" for key, inner in value.items()))
    elif isinstance(value, tuple):
        yield name, _guarded("; ".join(map(_said, value)))
    else:
        yield name, _cell(value)


def said_in_tables(kind: type, saying: Callable[[Any], str]) -> None:
    """How a part of a fact that comes in lists is told in a cell, in the words of the page."""
    _SAYINGS[kind] = saying


def _said(one: object) -> str:
    saying = next((_SAYINGS[kind] for kind in type(one).__mro__ if kind in _SAYINGS), None)
    if saying is not None:
        return saying(one)
    if isinstance(one, msgspec.Struct):
        return ", ".join(f"{name} {cell}" for name, cell in _flat_parts(one))
    return str(one)


def _flat_parts(one: msgspec.Struct) -> Iterator[tuple[str, str]]:
    return ((name, cell) for field in one.__struct_fields__ for name, cell in _flat(field, getattr(one, field)) if cell)


def _cell(value: object) -> str:
    if value is None:
        return ""
    plain = msgspec.to_builtins(value)
    return _guarded(plain) if isinstance(plain, str) else str(plain)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_BEGINNINGS) else text
