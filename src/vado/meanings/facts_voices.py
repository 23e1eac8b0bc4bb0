"""Two voices that may answer each other, and one page that two hands write."""

import datetime as dt
import enum
from typing import ClassVar

import msgspec

from vado.meanings.facts_map import Hand
from vado.record.facts import Drawer, Fact, register


class Side(enum.StrEnum):
    """The two sides of one person; neither is the right one."""

    WANTS_IT = "wants_it"
    WANTS_ELSE = "wants_else"


@register
class VoiceLine(Fact, frozen=True, kw_only=True):
    """What one of the two voices says, to the other or to itself."""

    kind: ClassVar[str] = "voice_line"
    drawer: ClassVar[Drawer] = Drawer.VOICES

    side: Side
    words: str
    on: dt.date
    answers: str = ""  # hex id of the line that it answers


class Section(enum.StrEnum):
    """The parts of the page on which two hands write what they think."""

    WISHES = "wishes"
    HISTORY = "history"
    LOSSES = "losses"
    BODY = "body"
    MOOD = "mood"
    CRITIC = "critic"
    DOES = "does"
    COSTS = "costs"
    STRENGTHS = "strengths"
    NOW = "now"


class PartThen(msgspec.Struct, frozen=True):
    """What stood there until a day."""

    until: dt.date
    words: str


@register
class FormulationPart(Fact, frozen=True, kw_only=True):
    """What one hand writes in one part of the page. The other's words stand beside it."""

    kind: ClassVar[str] = "formulation_part"
    drawer: ClassVar[Drawer] = Drawer.REFLECTIONS
    is_shared_writing: ClassVar[bool] = True

    section: Section
    by: Hand
    words: str
    on: dt.date
    sees_otherwise: bool = False  # says that the other sees it differently
    before: tuple[PartThen, ...] = ()
