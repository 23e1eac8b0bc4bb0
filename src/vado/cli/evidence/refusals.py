"""What is refused of a file that somebody brings, in words for that person."""

from vado.evidence.errors import EvidenceError


class FileRefused(EvidenceError):
    """A file that is no diary; `code` says how."""

    code = "file-refused"
    message = "{reason}"


class TooManyRows(FileRefused):
    """More rows than the days of a life."""

    code = "too-many-rows"
    message = "{file} has more than {limit} rows. A diary of one person has at most one a day."


class NoColumn(FileRefused):
    """A column that is not there."""

    code = "no-column"
    message = "{file} has no column {column!r}. It has: {columns}."


class NotADate(FileRefused):
    """Something that is no date."""

    code = "not-a-date"
    message = "{value!r} is not a date. Dates are written as 2026-03-31."


class NoLabel(FileRefused):
    """A row that belongs to no phase."""

    code = "no-label"
    message = "Row {place} has nothing under {column!r}. Each row belongs to a phase."


class TwoReadings(FileRefused):
    """A number that two readers would read differently."""

    code = "two-readings"
    message = (
        "Day {place} has {value!r}, which can be read in two ways. Write no mark for thousands, a point for a fraction."
    )


class NotADiary(FileRefused):
    """Neither CSV nor JSON of the kinds that are read."""

    code = "not-a-diary"
    message = "{file} is not a diary that can be read: a .csv with a heading, or a .json with rows or with A and B."


class TwoPhasesNeeded(FileRefused):
    """Not two phases."""

    code = "two-phases-needed"
    message = "Two phases are needed; the file has: {labels}."


class DoubleColumn(FileRefused):
    """One heading over two columns that both would be read."""

    code = "double-column"
    message = "{file} has {column!r} twice. Rename or delete one of the two; neither was read."


class TooManyCells(FileRefused):
    """A row with more cells than headings."""

    code = "too-many-cells"
    message = "Line {line} of {file} has more cells than the heading. Put a cell with a comma in quotes."


class NotUtf8(FileRefused):
    """A file in another encoding."""

    code = "not-utf-8"
    message = "{file} is not in UTF-8. In a spreadsheet, save it as CSV UTF-8."
