"""From a rule to the card that is shown: its row, with the number of the person's country in it."""

import functools
from collections.abc import Mapping

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vado import catalogue
from vado.safety.rows import Row, filled
from vado.safety.rows_combinations import combination_rows
from vado.safety.rows_dangers import DANGER_ROWS
from vado.safety.rows_guards import GUARD_ROWS


class Card(msgspec.Struct, frozen=True):
    """What a page shows. A short card is one line: it was shown before."""

    row: Row
    emergency: str
    is_short: bool = False
    is_late: bool = False  # too late for a warning; worth knowing for the next time
    may_rest: bool = False  # may be put away for a while by "I know this"
    may_share: bool = False  # the person may share it: on the page after an entry, never inside a form

    @property
    def now(self) -> str:
        """What to do now, with the number in it."""
        return filled(self.row.now, self.emergency)


def card_of(
    rule: str,
    country: str = "",
    *,
    is_short: bool = False,
    is_late: bool = False,
    may_rest: bool = False,
    may_share: bool = False,
) -> Card:
    """The card of a rule; raises `KeyError` for a rule that is not in the table."""
    return Card(rows_by_id()[rule], emergency_words(country), is_short, is_late, may_rest, may_share)


def emergency_words(country: str) -> str:
    """The emergency numbers of a country in a sentence, or words for them where the country is not known."""
    known = catalogue.help_in(country)
    if known is None:
        return _("the emergency number")
    numbers = _(" or ").join(known.emergency.numbers)
    return pgettext("whom to call", "%(numbers)s") % {"numbers": numbers}


@functools.cache
def rows_by_id() -> Mapping[str, Row]:
    """Every row of the table."""
    return {row.id: row for row in all_rows()}


@functools.cache
def all_rows() -> tuple[Row, ...]:
    """The whole table: guards, combinations, danger signs."""
    return (*GUARD_ROWS, *combination_rows(), *DANGER_ROWS)
