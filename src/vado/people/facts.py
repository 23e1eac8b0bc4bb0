"""What a person keeps about themselves: everything may stay open."""

import datetime as dt
from typing import ClassVar

from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import DEFAULT_DAY_STARTS_AT


@register
class Profile(Fact, frozen=True, kw_only=True):
    """The name somebody wants to be called by, and how to reach them."""

    kind: ClassVar[str] = "profile"
    drawer: ClassVar[Drawer] = Drawer.PROFILE

    called: str = ""
    contact: str = ""


@register
class DiarySettings(Fact, frozen=True, kw_only=True):
    """How the person's days are counted and what they are asked."""

    kind: ClassVar[str] = "diary_settings"
    drawer: ClassVar[Drawer] = Drawer.PROFILE

    zone: str = "UTC"
    day_starts_at: dt.time = DEFAULT_DAY_STARTS_AT
    own_check_in_items: tuple[str, ...] = ()
    vocabulary: str = ""  # country code of the words for substances
