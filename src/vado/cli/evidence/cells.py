"""Cells of a spreadsheet saved in either language: a comma or a semicolon between, a point or a comma within."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vado.cli.evidence.refusals import DoubleColumn, NoColumn, NotADiary, NotUtf8, TooManyCells, TwoReadings
from vado.evidence.diaries import Gap
from vado.evidence.errors import NotANumber

UNKNOWN = frozenset({"", "NA", "na", "NaN", "nan", "None", "null", "."})
GAPS = {gap.value: gap for gap in Gap}
TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")  # 1,234 is a thousand and more to one reader, 1.234 to another
POINT_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")  # and 1.234 where commas make fractions
FRACTION = re.compile(r"[+-]?\d+,\d+")
BETWEEN = ",;\t"
LONGEST_HEADING = 100_000

Row = dict[str, str]


def rows_with_lines(file: Path, used: Sequence[str], amounts: Sequence[str] = ()) -> Iterator[tuple[int, Row]]:
    """Row by row with the number of its line; nothing is held. The mark between the cells is that of the heading.

    Where semicolons or tabs stand between, a comma in a column of `amounts` is that of a fraction.
    """
    with file.open(newline="", encoding="utf-8-sig") as lines:
        try:
            heading = lines.readline(LONGEST_HEADING)
            lines.seek(0)
            between = max(BETWEEN, key=heading.count)  # the comma where there is none at all
            table = csv.DictReader(lines, delimiter=between, restval="")
            check_columns(file, used, table.fieldnames or ())
            for row in table:
                if any(row.pop(None, ())):
                    raise TooManyCells(file=file.name, line=table.line_num)
                if between != ",":
                    row.update({name: _with_point(row[name], table.line_num) for name in amounts})
                yield table.line_num, row
        except UnicodeDecodeError:
            raise NotUtf8(file=file.name) from None
        except csv.Error:
            raise NotADiary(file=file.name) from None


def check_columns(file: Path, used: Sequence[str], there: Iterable[str]) -> None:
    """Each column that is read is there, and no heading stands over two columns."""
    names = list(there)
    for column in used:
        if column not in names:
            raise NoColumn(file=file.name, column=column, columns=", ".join(names) or "-")
    for name in names:
        if name and names.count(name) > 1:
            raise DoubleColumn(file=file.name, column=name)


def _with_point(cell: str, line: int) -> str:
    text = cell.strip()
    if POINT_TWO_WAYS.fullmatch(text):
        raise TwoReadings(place=line - 1, value=text)
    return text.replace(",", ".") if FRACTION.fullmatch(text) else cell


def number(value: object, place: int) -> float | None:
    """A cell as a number; an empty one, or a kind of gap, is not known."""
    if value is None or isinstance(value, int | float):
        return value
    text = str(value).strip()
    if text in UNKNOWN or text in GAPS:
        return 0.0 if GAPS.get(text) is Gap.ANSWERED_NONE else None
    if TWO_WAYS.fullmatch(text):
        raise TwoReadings(place=place, value=text)
    try:
        return plain(text)
    except ValueError:
        raise NotANumber(place=place, value=text) from None


def plain(text: str) -> float:
    """A number in digits of any script; an underscore, which Python would pass over, is no part of one."""
    if "_" in text:
        raise ValueError(text)
    return float(text.replace(",", "."))


def whole(text: str) -> int:
    """A whole number."""
    found = plain(text)
    if not found.is_integer():
        raise ValueError(text)
    return int(found)
