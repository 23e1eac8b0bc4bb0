"""The reader takes tables and nothing else, and never more than a line at a time."""

import io
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.exchange.csv import LONGEST_LINE_BYTES, RefusedRow, Row, WhyRefused, read_table
from vado.exchange.errors import FileTooLarge, LineTooLong, MissingColumns, NotATable, TableError, WrongEncoding

COLUMNS = ("person", "day")


def rows_of(content: bytes) -> list[Row | RefusedRow]:
    return list(read_table(io.BytesIO(content), COLUMNS))


class Endless(io.RawIOBase):
    """A file of that many bytes without a line end; it counts what was asked of it."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.given = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0, "a line was read without a bound"
        count = min(size, self.size - self.given)
        self.given += count
        return b"a" * count


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("between", [b",", b";", b"\t"])
def test_a_table_is_read(mark: bytes, end: bytes, between: bytes) -> None:
    lines = [between.join(cells) for cells in ([b"person", b"day"], [b"A", b" 1 "], ["Ñandú".encode(), b"-2"])]
    rows = rows_of(mark + b"".join(line + end for line in lines))
    assert rows == [Row(2, {"person": "A", "day": "1"}), Row(3, {"person": "Ñandú", "day": "-2"})]


def test_more_columns_than_needed_are_welcome_and_empty_lines_are_passed_over() -> None:
    assert rows_of(b"day,else,person\n1,x,A\n\n") == [Row(2, {"day": "1", "else": "x", "person": "A"})]


def test_a_quoted_cell_may_hold_the_delimiter_and_a_line_end() -> None:
    assert rows_of(b'person,day\n"A, or\nB",1\n') == [Row(3, {"person": "A, or\nB", "day": "1"})]


def test_half_a_file_loses_its_last_line_and_says_so() -> None:
    assert rows_of(b"person,day\nA,1\nB,12") == [
        Row(2, {"person": "A", "day": "1"}),
        RefusedRow(3, WhyRefused.CUT_OFF),
    ]


@pytest.mark.parametrize("line", [b"A", b"A,1,2"])
def test_a_row_of_another_length_is_refused_and_the_next_is_read(line: bytes) -> None:
    refused, read = rows_of(b"person,day\n" + line + b"\nB,2\n")
    assert refused == RefusedRow(2, WhyRefused.WRONG_NUMBER_OF_CELLS)
    assert read == Row(3, {"person": "B", "day": "2"})


def test_missing_columns_are_named() -> None:
    with pytest.raises(MissingColumns, match="day"):
        rows_of(b"person,month\nA,1\n")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"person,day",
        b"PK\x03\x04\x00\x00 a spreadsheet\n",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"person,day,day\nA,1,1\n",
    ],
)
def test_what_is_no_table_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(TableError):
        rows_of(content)


def test_a_nul_byte_ends_the_reading() -> None:
    with pytest.raises(NotATable):
        rows_of(b"person,day\nA\x00,1\n")


def test_a_quote_that_never_ends_is_no_table() -> None:
    with pytest.raises(NotATable):
        rows_of(b'person,day\n"A,1\n' + b"B,2\n" * 10)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_is_named(encoding: str) -> None:
    with pytest.raises(WrongEncoding, match=encoding.upper()):
        rows_of("person,day\nA,1\n".encode(encoding))


def test_latin_letters_name_the_line() -> None:
    with pytest.raises(WrongEncoding, match="2"):
        rows_of("person,day\nÑ,1\n".encode("latin-1"))


def test_utf_16_without_a_mark_is_no_table() -> None:
    with pytest.raises(TableError):
        rows_of("person,day\nA,1\n".encode("utf-16-le"))


def test_a_line_of_two_gigabytes_is_given_up_within_its_first_bytes() -> None:
    endless = Endless(2 * 1024**3)
    with pytest.raises(LineTooLong, match="1"):
        list(read_table(cast("BinaryIO", endless), COLUMNS))
    assert endless.given <= LONGEST_LINE_BYTES + 1


def test_a_file_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vado.exchange.csv.LARGEST_FILE_BYTES", 100)
    with pytest.raises(FileTooLarge):
        rows_of(b"person,day\n" + b"A,1\n" * 100)


@given(st.binary(max_size=400))
def test_any_bytes_end_in_rows_or_in_an_error_of_ours(content: bytes) -> None:
    for begin in (b"", b"person,day\n"):
        try:
            rows_of(begin + content)
        except TableError:
            continue


@given(st.text(max_size=200))
def test_any_text_ends_in_rows_or_in_an_error_of_ours(text: str) -> None:
    try:
        rows_of(b"person,day\n" + text.encode("utf-8", "replace"))
    except TableError:
        return
