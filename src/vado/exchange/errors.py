"""What can be wrong with a file that comes in. Each says it in words fit for the person who chose the file.

ExchangeError
├── FileTooLarge         more than we take at once
├── MissingFile          a file that the folder lacks
├── TableError           a table (CSV)
│   ├── NotATable        a spreadsheet, a picture, nothing at all
│   ├── WrongEncoding    not UTF-8; UTF-16 is named
│   ├── LineTooLong      a line without end
│   └── MissingColumns   names those that are missing
├── NotAnExport          not a file that Vado wrote, or half of one
├── NewerExport          written by a later Vado
└── UnknownImport        nothing to take back under this id
"""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class ExchangeError(Exception):
    """Anything about a file. `str()` is the message in the reader's language."""

    message: str | Promise = gettext_lazy("The file could not be taken in. Nothing was changed.")

    def __str__(self) -> str:
        return str(self.message)


class FileTooLarge(ExchangeError):
    """`limit_megabytes` is what we take."""

    def __init__(self, limit_megabytes: int) -> None:
        super().__init__(limit_megabytes)
        self.limit_megabytes = limit_megabytes

    def __str__(self) -> str:
        return _("The file is larger than %(limit)d MB. Nothing was taken in.") % {"limit": self.limit_megabytes}


class MissingFile(ExchangeError):
    """`name` is the file that was looked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return _("The file %(name)s is not there. Nothing was taken in.") % {"name": self.name}


class TableError(ExchangeError):
    """The file is not the table that was expected. `line` counts from 1."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line)
        self.line = line


class NotATable(TableError):
    """No table at all: a spreadsheet, a picture, an empty file."""

    message = gettext_lazy("This is not a CSV file. A spreadsheet can be saved as “CSV UTF-8”. Nothing was taken in.")


class WrongEncoding(TableError):
    """Not UTF-8; `found` names an encoding that was recognised."""

    def __init__(self, line: int = 1, found: str = "") -> None:
        super().__init__(line)
        self.found = found

    def __str__(self) -> str:
        if self.found:
            return _("The file is written in %(found)s. Save it as UTF-8. Nothing was taken in.") % {
                "found": self.found
            }
        return _("Line %(line)d is not UTF-8. Save the file as UTF-8. Nothing was taken in.") % {"line": self.line}


class LineTooLong(TableError):
    """A line longer than any table has."""

    def __str__(self) -> str:
        return _("Line %(line)d is too long for a table. Nothing was taken in.") % {"line": self.line}


class MissingColumns(TableError):
    """`columns` names what is missing."""

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__(1)
        self.columns = tuple(columns)

    def __str__(self) -> str:
        return _("These columns are missing: %(columns)s. Nothing was taken in.") % {"columns": ", ".join(self.columns)}


class NotAnExport(ExchangeError):
    """Not a file that Vado wrote, or half of one."""

    message = gettext_lazy("This is not a file that Vado wrote, or a part of it is missing. Nothing was taken in.")


class NewerExport(ExchangeError):
    """Written by a later Vado."""

    message = gettext_lazy("A later version of Vado wrote this file. Update Vado to take it in. Nothing was changed.")


class UnknownImport(ExchangeError):
    """No import of that id stands in the record."""

    message = gettext_lazy("There is no import to take back here.")
