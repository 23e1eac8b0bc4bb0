"""Meetings of the demonstration's people: what each wrote, and what their therapist wrote through the door."""

import datetime as dt
import functools
from importlib import resources
from typing import Annotated, Any, Literal, NamedTuple
from uuid import UUID, uuid4

import msgspec

from vado.demonstration.stories import Story
from vado.meetings.facts import (
    Agreed,
    FeltOff,
    Hope,
    Meeting,
    MeetingAnswers,
    Repair,
    ToTalkAbout,
    Went,
    Whose,
    Writer,
)
from vado.record.facts import Fact
from vado.record.lived_day import Lived, lived_at

DAYS_A_MONTH = 30
EVENING = dt.time(20, 30)
SKIPPED = "·"
Answers = Annotated[str, msgspec.Meta(pattern=r"^(\d+|·) (\d+|·) (\d+|·) (\d+|·)$")]
By = Literal["person", "therapist"]


class TopicTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to talk about."""

    days_ago: int
    words: str
    talked: bool = False


class AgreedTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that was agreed."""

    meetings_ago: int
    by: By
    whose: Literal["person", "therapist", "both"]
    words: str
    went: Literal["open", "done", "partly", "otherwise", "let_go"] = "open"


class RepairTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one of the two wrote about a strain."""

    by: By
    words: str


class StrainTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something felt off; what both wrote about it."""

    meetings_ago: int
    words: str
    would_help: str
    mended: bool = False
    repairs: tuple[RepairTold, ...] = ()


class HopesTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each wants or hopes."""

    person: str
    therapist: str


class MeetingsTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The meetings of one person. Answers are told from the oldest of them to that of the last meeting."""

    code: str
    every_days: int
    last_days_ago: int
    at: dt.time
    answers: tuple[Answers, ...]
    topics: tuple[TopicTold, ...] = ()
    agreed: tuple[AgreedTold, ...] = ()
    strains: tuple[StrainTold, ...] = ()
    hopes: HopesTold | None = None

    def days_ago(self, meetings_ago: int) -> int:
        """How many days ago that meeting was; the last one is none ago."""
        return self.last_days_ago + meetings_ago * self.every_days


class Kept(NamedTuple):
    """One fact, who writes it, and the leaf it becomes."""

    by: Writer
    fact: Fact
    leaf_id: UUID


@functools.cache
def meetings_told() -> dict[str, MeetingsTold]:
    """By the code of the story."""
    folder = resources.files("vado.demonstration") / "stories" / "meetings"
    files = (each for each in folder.iterdir() if each.name.endswith(".toml"))
    told = (msgspec.toml.decode(each.read_bytes(), type=MeetingsTold) for each in files)
    return {each.code: each for each in told}


def meetings_of(story: Story, today: dt.date) -> list[Kept]:
    """Everything that belongs to the meetings of that person, by both writers.

    Whom nobody reads through a door writes it all: they meet somebody who has no page here.
    """
    told = meetings_told()[story.code]
    on = _Days(story, told, today)
    return [*_held(on), *_answered(on), *_wanted(on), *_agreed(on), *_strained(on), *_hoped(told.hopes)]


class _Days:
    """The days of one story, counted back from today."""

    def __init__(self, story: Story, told: MeetingsTold, today: dt.date) -> None:
        self.story, self.told, self.today = story, told, today

    def ago(self, days: int, at: dt.time) -> Lived:
        return lived_at(self.today - dt.timedelta(days=days), at, self.story.zone)

    def after(self, meetings_ago: int) -> Lived:
        """The evening of that meeting."""
        return self.ago(self.told.days_ago(meetings_ago), EVENING)


def _kept(fact: Any) -> Kept:
    return Kept(getattr(fact, "by", Writer.PERSON), fact, uuid4())


def _held(on: _Days) -> list[Kept]:
    count = (on.story.months * DAYS_A_MONTH - on.told.last_days_ago) // on.told.every_days
    held = range(-1, min(count, len(on.told.answers) + 4))  # the next one too
    by = Writer.THERAPIST if on.story.with_therapist else Writer.PERSON
    return [_kept(Meeting(when=on.ago(on.told.days_ago(ago), on.told.at), by=by)) for ago in held]


def _answered(on: _Days) -> list[Kept]:
    last = len(on.told.answers) - 1
    return [_kept(_answers(said, on.after(last - place))) for place, said in enumerate(on.told.answers)]


def _answers(said: Answers, when: Lived) -> MeetingAnswers:
    heard, worked_on, way, free = (None if each == SKIPPED else int(each) for each in said.split())
    return MeetingAnswers(when=when, heard=heard, worked_on=worked_on, way=way, free_to_say_no=free)


def _wanted(on: _Days) -> list[Kept]:
    return [
        _kept(ToTalkAbout(when=on.ago(each.days_ago, EVENING), words=each.words, talked=each.talked))
        for each in on.told.topics
    ]


def _agreed(on: _Days) -> list[Kept]:
    return [
        _kept(
            Agreed(
                when=on.ago(on.told.days_ago(each.meetings_ago), on.told.at),
                words=each.words,
                whose=Whose(each.whose),
                went=Went(each.went),
                by=Writer(each.by),
            )
        )
        for each in on.told.agreed
    ]


def _strained(on: _Days) -> list[Kept]:
    kept: list[Kept] = []
    for each in on.told.strains:
        when = on.after(each.meetings_ago)
        kept.append(_kept(FeltOff(when=when, words=each.words, would_help=each.would_help, mended=each.mended)))
        strain = kept[-1].leaf_id.hex
        later = on.after(each.meetings_ago - 1)
        kept += [_kept(Repair(when=later, strain=strain, words=r.words, by=Writer(r.by))) for r in each.repairs]
    return kept


def _hoped(hopes: HopesTold | None) -> list[Kept]:
    if hopes is None:
        return []
    said = ((Writer.PERSON, hopes.person), (Writer.THERAPIST, hopes.therapist))
    return [_kept(Hope(by=by, agrees=True, words=words)) for by, words in said]
