"""What a person keeps for their own safety. Every line and every answer may stay open."""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import msgspec

from vado.record.facts import Drawer, Fact, Upcaster, register
from vado.safety.plain import Away

Doses = Annotated[int, msgspec.Meta(ge=0)]


@register
class Regular(Fact, frozen=True, kw_only=True):
    """One line of what is taken regularly, prescribed or not."""

    kind: ClassVar[str] = "regular"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    name: str  # the person's word
    code: str = ""  # of the catalogue of substances or medicines; empty where nothing was recognised
    class_code: str = ""  # asked once for what has no code; empty stays unknown
    prescribed: bool | None = None
    since: dt.date | None = None
    missed_doses: Doses | None = None


def _as_it_was(known: dict[str, Any]) -> dict[str, Any]:
    """The second shape only asks more: what was not asked stays open."""
    return known


@register
class AboutMe(Fact, frozen=True, kw_only=True):
    """What matters in an emergency, as far as it was said."""

    kind: ClassVar[str] = "about_me"
    drawer: ClassVar[Drawer] = Drawer.SAFETY
    shape: ClassVar[int] = 2
    upcasters: ClassVar[Mapping[int, Upcaster]] = {1: _as_it_was}

    name: str = ""  # on the emergency card, as the person wants to be called by whoever helps
    pregnant: bool | None = None
    seizures: bool | None = None
    overdose: bool | None = None
    naloxone: bool | None = None
    allergies: str = ""
    call: str = ""  # whom to call, in the person's words
    away: tuple[Away, ...] = ()  # where tolerance was lost lately
    back_on: dt.date | None = None  # the day of return, or the last day of naltrexone


@register
class SafetySettings(Fact, frozen=True, kw_only=True):
    """The country whose numbers are shown first. It is chosen, never located."""

    kind: ClassVar[str] = "safety_settings"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    country: str = ""


@register
class CardSeen(Fact, frozen=True, kw_only=True):
    """A card was shown in full for the first time, after this entry."""

    kind: ClassVar[str] = "card_seen"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    rule: str
    entry: str  # hex id of the entry it was shown after
    on: dt.date


@register
class Known(Fact, frozen=True, kw_only=True):
    """ "I know this": the line of that rule rests until a day."""

    kind: ClassVar[str] = "known"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    rule: str
    until: dt.date


@register
class OwnClass(Fact, frozen=True, kw_only=True):
    """What kind of thing a substance of the person's own is; asked once, and "I don't know" is an answer."""

    kind: ClassVar[str] = "own_class"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    word: str
    class_code: str = ""  # empty: not known


@register
class SharedCard(Fact, frozen=True, kw_only=True):
    """A card that the person chose to share. It goes where the safety plan goes, and no further."""

    kind: ClassVar[str] = "shared_card"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    rule: str
    on: dt.date


@register
class SafetyPlan(Fact, frozen=True, kw_only=True):
    """My safety plan: seven parts in the person's own words."""

    kind: ClassVar[str] = "safety_plan"
    drawer: ClassVar[Drawer] = Drawer.SAFETY

    signs: str = ""
    alone: str = ""
    places: str = ""
    people: str = ""
    lines: str = ""
    safer_place: str = ""
    reasons: str = ""
