"""A rule as a row of the table: what it reads, when it speaks, its exact text, where it comes from."""

import datetime as dt
import enum

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vado.catalogue import Tag

Text = str | Promise


class Strength(enum.StrEnum):
    """How much is at stake; dangerous comes before unsafe where two rules speak at one time."""

    DANGEROUS = "dangerous"
    UNSAFE = "unsafe"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One rule. `now` is what to do now and comes first; `%(emergency)s` in it stands for the country's number."""

    id: str
    heading: Text
    now: Text
    why: Text = ""
    signs: tuple[Text, ...] = ()
    safer: tuple[Text, ...] = ()  # what to do, or what lowers the risk
    reads: Text = ""
    speaks: Text = ""
    source: Text = ""
    strength: Strength = Strength.DANGEROUS
    tag: Tag = Tag.UNCHECKED
    on: dt.date
    is_of_catalogue: bool = False  # its texts lie in a catalogue file in both languages

    @property
    def now_anywhere(self) -> str:
        """What to do now, without a country."""
        return filled(self.now, _("the emergency number"))

    @property
    def strength_words(self) -> str:
        """How much is at stake, in words."""
        return _("dangerous") if self.strength is Strength.DANGEROUS else _("unsafe")

    @property
    def is_to_be_verified(self) -> bool:
        """Whether a page says so beside it."""
        return self.tag is Tag.UNCHECKED

    @property
    def is_own_judgement(self) -> bool:
        """Whether a page says so beside it."""
        return self.tag is Tag.OWN_JUDGEMENT


def filled(text: Text, emergency: str) -> str:
    """A text with the emergency number in its place."""
    return str(text).replace("%(emergency)s", emergency)
