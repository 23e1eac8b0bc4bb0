"""An urge that was ridden, and what helped."""

import datetime as dt
from typing import ClassVar

from vado.diary.facts import UrgeEnding
from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived


@register
class UrgeWave(Fact, frozen=True, kw_only=True):
    """The height of an urge, tapped as it rose and fell: seconds since it began, and 0 to 10."""

    kind: ClassVar[str] = "urge_wave"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    when: Lived
    began_at: dt.datetime
    taps: tuple[tuple[int, int], ...] = ()
    ending: UrgeEnding | None = None
    wanted: str = ""  # what it wanted for me
    meanings: tuple[str, ...] = ()
    is_over: bool = False

    def lived(self) -> Lived:
        return self.when


@register
class Helped(Fact, frozen=True, kw_only=True):
    """Something helped on that day: a code of the catalogue, or own words."""

    kind: ClassVar[str] = "helped"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    what: str
    on: dt.date


@register
class OwnAlternative(Fact, frozen=True, kw_only=True):
    """Something of their own that a person can do with an urge."""

    kind: ClassVar[str] = "own_alternative"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS

    words: str
