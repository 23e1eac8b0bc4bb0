"""What a person keeps when they look closer: their own words, moment by moment."""

import datetime as dt
import enum
from typing import ClassVar

from vado.diary.facts import Rating
from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived


class Ended(enum.StrEnum):
    """What was done in the end; no answer is better than another."""

    USED = "used"
    USED_LESS = "used_less"
    NOT_USED = "not_used"


@register
class Unwrapping(Fact, frozen=True, kw_only=True):
    """One episode or urge in slow motion. Every part may stay open, and none has to come first."""

    kind: ClassVar[str] = "unwrapping"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    when: Lived
    about: str = ""
    entry: str = ""  # hex id of the diary entry that it began from
    ended: Ended | None = None
    words: dict[str, str] = {}  # by the code of a moment, or of a question beside it
    height: Rating | None = None
    first_sign_at: dt.time | None = None
    acted_at: dt.time | None = None
    meanings: tuple[str, ...] = ()  # codes of the catalogue, or own words
    waits: bool = False  # put off to another day

    def lived(self) -> Lived:
        return self.when
