"""A smell alarm, not a target: files and functions that outgrow the reader."""

import ast
from collections.abc import Iterator

from tests.architecture.sources import Source, everything, program

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
VAGUE_NAMES = frozenset({"utils", "helpers", "manager", "data", "info", "process", "misc", "common"})


def _functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_no_file_outgrows_its_reader() -> None:
    long = [f"{source.place}: {source.lines} lines" for source in everything() if source.lines > LONGEST_FILE]
    assert not long, "\n".join(long)


def test_no_function_outgrows_a_screen() -> None:
    long = [
        f"{source.place}:{function.lineno} {function.name}: {length} lines"
        for source in everything()
        for function in _functions(source)
        if (length := (function.end_lineno or function.lineno) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_files_are_named_after_what_they_hold() -> None:
    vague = [source.place for source in program() if source.path.stem in VAGUE_NAMES]
    assert not vague, "\n".join(vague)
