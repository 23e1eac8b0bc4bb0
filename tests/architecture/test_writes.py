"""One spelling for every write: rows are written in `record` and `people` only; no error is swallowed."""

import ast
from collections.abc import Iterator

from tests.architecture.sources import Source, program

WRITES = frozenset({"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"})
ROOMS_WITH_TABLES = frozenset({"record", "people"})

# Calls that share a name with a write but write no row.
NO_ROWS = frozenset({"font.save", "instance.save"})


def _writes(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            spelled = ast.unparse(node.func)
            if spelled not in NO_ROWS:
                yield f"{source.place}:{node.lineno} {spelled}()"


def _swallowed(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and (node.type is None or _only_passes(node)):
            yield f"{source.place}:{node.lineno}"


def _only_passes(handler: ast.ExceptHandler) -> bool:
    return all(isinstance(statement, ast.Pass) for statement in handler.body)


def test_rows_are_written_in_two_rooms_only() -> None:
    elsewhere = [write for source in program() if source.room not in ROOMS_WITH_TABLES for write in _writes(source)]
    assert not elsewhere, "\n".join(elsewhere)


def test_only_two_rooms_have_tables() -> None:
    rooms = {
        source.room for source in program() if source.path.name == "models.py" or source.path.parent.name == "models"
    }
    assert rooms <= ROOMS_WITH_TABLES


def test_no_error_is_swallowed() -> None:
    silent = [place for source in program() for place in _swallowed(source)]
    assert not silent, "\n".join(silent)


def test_nothing_is_left_for_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    left = [
        f"{source.place}:{number}"
        for source in program()
        for number, line in enumerate(source.path.read_text().splitlines(), start=1)
        if any(mark in line for mark in marks)
    ]
    assert not left, "\n".join(left)
