"""What is said, in the person's language, when an amount or a time cannot be kept as it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vado.diary.rules_how_much import AmountFault
from vado.diary.rules_when import WhenFault

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

AMOUNT_MESSAGES: Mapping[AmountFault, "str | _StrPromise"] = {
    AmountFault.NOT_A_NUMBER: _("Write the amount as a number, for example 1.5 or 1,5. Other words fit in the note."),
    AmountFault.SEVERAL_MARKS: _("Write the amount without marks between thousands, for example 1500 or 1.5."),
    AmountFault.NEGATIVE: _("An amount is more than zero. Take the minus sign away."),
    AmountFault.ZERO: _("An amount is more than zero. For a day without use there is “Nothing used”."),
    AmountFault.NOT_FINITE: _("Vado cannot keep that amount. Write a number, or choose “I don't know”."),
    AmountFault.TOO_LARGE: _("That amount is larger than Vado can keep. Look at the number and its unit."),
    AmountFault.NUMBER_THOUGH_UNKNOWN: _("There is an amount and also “I don't know”. Choose one of them."),
}

WHEN_MESSAGES: Mapping[WhenFault, "str | _StrPromise"] = {
    WhenFault.FUTURE: _("That time has not come yet. Choose now or an earlier day."),
    WhenFault.TOO_EARLY: _("A diary can go back to the year 1900. Choose a later day."),
    WhenFault.NO_DAY: _("Choose a day, or choose now."),
    WhenFault.UNKNOWN_ZONE: _("Vado does not know that time zone. Write it as in America/Santiago or Europe/Madrid."),
}
