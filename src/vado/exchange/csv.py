"""Tables in: a strict reader that never holds more than a line, and says of each row it refuses why."""

import csv
import enum
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from vado.exchange.errors import FileTooLarge, LineTooLong, MissingColumns, NotATable, WrongEncoding

LARGEST_FILE_BYTES = 64 * 1024 * 1024
LONGEST_LINE_BYTES = 64 * 1024
MOST_COLUMNS = 200
DELIMITERS = (",", ";", "\t")  # a Spanish spreadsheet writes semicolons
MEGABYTE = 1024 * 1024

_UTF_8_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


class WhyRefused(enum.StrEnum):
    """Why a row of a table was left out."""

    CUT_OFF = "cut_off"
    WRONG_NUMBER_OF_CELLS = "wrong_number_of_cells"


class Row(NamedTuple):
    """One row of a table by the names of its columns."""

    line: int
    cells: Mapping[str, str]


class RefusedRow(NamedTuple):
    """A row that was left out."""

    line: int
    why: WhyRefused


def read_table(source: BinaryIO, required: Sequence[str]) -> Iterator[Row | RefusedRow]:
    """The rows of a CSV file in UTF-8, one at a time; the header has at least the required columns.

    A last line without its end may have been cut off inside a number: it is refused, never guessed.
    Raises `NotATable`, `WrongEncoding`, `LineTooLong`, `MissingColumns`, `FileTooLarge`.
    """
    lines = _Lines(source)
    header, delimiter = _header(lines, required)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            raise NotATable(lines.number) from problem
        if cells is None:
            return
        if cells:
            yield _row(lines, header, cells)


def _row(lines: "_Lines", header: Sequence[str], cells: Sequence[str]) -> Row | RefusedRow:
    if lines.is_cut_off:
        return RefusedRow(lines.number, WhyRefused.CUT_OFF)
    if len(cells) != len(header):
        return RefusedRow(lines.number, WhyRefused.WRONG_NUMBER_OF_CELLS)
    return Row(lines.number, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})


def _header(lines: "_Lines", required: Sequence[str]) -> tuple[list[str], str]:
    first = next(lines, None)
    if first is None or lines.is_cut_off:
        raise NotATable
    candidates = [(_names_in(first, delimiter), delimiter) for delimiter in DELIMITERS]
    names, delimiter = min(candidates, key=lambda found: len(set(required) - set(found[0])))
    if missing := [name for name in required if name not in names]:
        raise MissingColumns(missing)
    if len(names) > MOST_COLUMNS or len(names) != len(set(names)):
        raise NotATable
    return names, delimiter


def _names_in(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=delimiter, strict=True), [])]
    except csv.Error:
        return []


class _Lines:
    """The lines of a file, each read within bounds and decoded by itself."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._bytes_read = 0
        self.number = 0
        self.is_cut_off = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._source.readline(LONGEST_LINE_BYTES + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.is_cut_off = not line.endswith((b"\n", b"\r"))
        self._check_size(line)
        if self.number == 1:
            line = _without_mark(line)
        return self._decoded(line)

    def _check_size(self, line: bytes) -> None:
        self._bytes_read += len(line)
        if len(line) > LONGEST_LINE_BYTES:
            raise LineTooLong(self.number)
        if self._bytes_read > LARGEST_FILE_BYTES:
            raise FileTooLarge(LARGEST_FILE_BYTES // MEGABYTE)

    def _decoded(self, line: bytes) -> str:
        if b"\x00" in line:
            raise NotATable(self.number)
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError as problem:
            raise WrongEncoding(self.number) from problem


def _without_mark(line: bytes) -> bytes:
    for mark, found in _OTHER_MARKS.items():
        if line.startswith(mark):
            raise WrongEncoding(1, found)
    return line.removeprefix(_UTF_8_MARK)
