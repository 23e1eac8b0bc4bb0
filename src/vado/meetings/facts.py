"""What belongs to meetings: some of it the person's alone, some written by both."""

import enum
from typing import ClassVar

from vado.diary.facts import Rating
from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived


class Writer(enum.StrEnum):
    """Who wrote it. Set by the page from who asks, never by a form."""

    PERSON = "person"
    THERAPIST = "therapist"


@register
class Meeting(Fact, frozen=True, kw_only=True):
    """One meeting, past or to come."""

    kind: ClassVar[str] = "meeting"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_shared_writing: ClassVar[bool] = True

    when: Lived
    called_off: bool = False
    by: Writer = Writer.PERSON

    def lived(self) -> Lived:
        return self.when


@register
class ToTalkAbout(Fact, frozen=True, kw_only=True):
    """What the person wants to talk about; theirs alone to write. It belongs to a day once it was talked about."""

    kind: ClassVar[str] = "to_talk_about"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_undated_while_open: ClassVar[bool] = True

    when: Lived
    words: str
    talked: bool = False  # or no longer wanted: either way it is off the list

    def lived(self) -> Lived | None:
        return self.when if self.talked else None


class Whose(enum.StrEnum):
    """Who takes it on."""

    PERSON = "person"
    THERAPIST = "therapist"
    BOTH = "both"


class Went(enum.StrEnum):
    """What came of something agreed; none of them is a failure."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    OTHERWISE = "otherwise"
    LET_GO = "let_go"


@register
class Agreed(Fact, frozen=True, kw_only=True):
    """One line of what both agreed; either may write, change and answer it."""

    kind: ClassVar[str] = "agreed"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_shared_writing: ClassVar[bool] = True

    when: Lived
    words: str
    whose: Whose = Whose.BOTH
    went: Went = Went.OPEN
    by: Writer = Writer.PERSON

    def lived(self) -> Lived:
        return self.when


@register
class MeetingAnswers(Fact, frozen=True, kw_only=True):
    """How a meeting was for the person: four lines of Vado's own, 0 to 10, each free to skip."""

    kind: ClassVar[str] = "meeting_answers"
    drawer: ClassVar[Drawer] = Drawer.MEASURES

    when: Lived
    heard: Rating | None = None
    worked_on: Rating | None = None
    way: Rating | None = None
    free_to_say_no: Rating | None = None

    def lived(self) -> Lived:
        return self.when


@register
class FeltOff(Fact, frozen=True, kw_only=True):
    """Something that felt off, and what would help. It lies in "only me" until the person lets it go.

    It belongs to no day: a strain stays open until it is mended, however long ago it was named, so a reader of some
    months is to find it, with what was written to mend it.
    """

    kind: ClassVar[str] = "felt_off"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    when: Lived
    words: str
    would_help: str = ""
    mended: bool = False  # the person says when


@register
class Repair(Fact, frozen=True, kw_only=True):
    """What one of the two wrote to mend a strain."""

    kind: ClassVar[str] = "repair"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_shared_writing: ClassVar[bool] = True

    when: Lived
    strain: str  # hex id of the leaf in which it was named
    words: str
    by: Writer = Writer.PERSON


@register
class Hope(Fact, frozen=True, kw_only=True):
    """What the person wants, or what the therapist hopes. Both are shown when both agreed, and neither before."""

    kind: ClassVar[str] = "hope"
    drawer: ClassVar[Drawer] = Drawer.PLAN
    is_shared_writing: ClassVar[bool] = True

    by: Writer = Writer.PERSON
    agrees: bool = False
    words: str = ""
