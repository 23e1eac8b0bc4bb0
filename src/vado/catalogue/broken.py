"""A row that cannot be read is refused when the file is loaded, with the file and the line."""

import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

File = TypeVar("File")

PLACE = re.compile(r"at `\$\.(?P<table>\w+)(?:\[(?P<row>\d+|\.\.\.)\])?(?P<rest>[^`]*)`")
TOLD_LINE = re.compile(r"line (\d+)")
KEY = re.compile(r"\.(\w+)")


class BrokenCatalogue(ValueError):
    """A file of the catalogue holds something that cannot be used; `line` is where to look."""

    def __init__(self, name: str, line: int, what: str) -> None:
        self.name, self.line, self.what = name, line, what
        super().__init__(f"{name}, line {line}: {what}")


def decoded(name: str, content: bytes, shape: type[File], check: Callable[[File], str] | None = None) -> File:
    """The file in its shape; raises `BrokenCatalogue`. `check` names a broken row as `$.table[row]: what`, or "".

    >>> class Shape(msgspec.Struct):
    ...     rows: list[dict[str, int]]
    >>> decoded("x.toml", b"[[rows]]\\na = 1\\n[[rows]]\\na = 'two'", Shape)
    Traceback (most recent call last):
    ...
    vado.catalogue.broken.BrokenCatalogue: x.toml, line 4: Expected `int`, got `str` - at `$.rows[1][...]`
    """
    try:
        read = msgspec.toml.decode(content, type=shape)
    except msgspec.DecodeError as problem:
        raise BrokenCatalogue(name, line_of(content.decode(errors="replace"), str(problem)), str(problem)) from problem
    found = check(read) if check else ""
    if found:
        raise BrokenCatalogue(name, line_of(content.decode(), found), found)
    return read


def line_of(text: str, problem: str) -> int:
    """The line that a problem speaks of: the one it names, or that of the row and the key in its path."""
    told = TOLD_LINE.search(problem)
    if told:
        return int(told[1])
    place = PLACE.search(problem)
    lines = text.splitlines()
    if place is None:
        return 1
    begins = _row_begins(lines, place["table"], int(place["row"] or 0))
    keys = KEY.findall(place["rest"])
    return _line_with(lines, begins, keys[-1] if keys else "")


def _row_begins(lines: list[str], table: str, row: int) -> int:
    headers = [number for number, line in enumerate(lines, start=1) if line.strip() in {f"[[{table}]]", f"[{table}]"}]
    return headers[row] if row < len(headers) else 1


def _line_with(lines: list[str], begins: int, key: str) -> int:
    """The first line of the row that sets the key, else the first that sets anything."""
    for number in range(begins + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.startswith("["):
            break
        if re.search(rf"\b{key}\b", line) if key else line.strip():
            return number
    return begins
