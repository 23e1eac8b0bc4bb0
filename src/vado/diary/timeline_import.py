"""Brings a study's timeline followback into records of a practice of its own, with a door for its researcher.

Every id is a keyed hash of its source, and every record is made whole with its door in one transaction: killed at any
moment and started anew, it ends with the same records. Pieces of about 50 ms are followed by a rest as long as they
took, so that pages stay usable meanwhile.
"""

import datetime as dt
import hmac
import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import track

from vado.diary.rules_timeline import SOURCE, Timeline, facts_of
from vado.diary.timeline_files import Study, read_study
from vado.diary.timeline_summary import print_summary
from vado.people.access import Role
from vado.people.actions import add_staff, found_practice
from vado.people.facts import Profile
from vado.people.models import Membership, Practice
from vado.record import (
    Actor,
    Consent,
    Drawer,
    Fact,
    FirstDoor,
    NoDoor,
    Outcome,
    Purpose,
    Record,
    RecordGone,
    Sent,
    create_record,
    house_key,
    open_record,
)

PRACTICE_NAME = "CTN-0094 study data"
RESEARCHER_NAME = "Study researcher"
RESEARCH_DRAWERS = frozenset({Drawer.DIARY})
PIECE_SECONDS = 0.05
FIRST_PIECE, SMALLEST_PIECE, LARGEST_PIECE = 60, 20, 400


class Researcher(NamedTuple):
    """Who may see the study. Login and code are there when the account is new, and are shown once."""

    actor: Actor
    login: str = ""
    recovery_code: str = ""


class Kept(NamedTuple):
    """What became of one person's timeline."""

    timeline: Timeline
    record_id: UUID
    outcomes: Counter[Outcome]


class Imported(NamedTuple):
    """What became of a study."""

    researcher: Researcher
    kept: list[Kept]
    study: Study


def run(folder: Path, console: Console, *, now: dt.datetime | None = None) -> Imported:
    """Imports the folder with a progress bar and prints the summary: what `vado import tlfb FOLDER` does."""
    imported = import_timeline(
        folder,
        now=now or dt.datetime.now(dt.UTC),
        progress=lambda timelines: track(timelines, description=_("Records"), console=console),
    )
    print_summary(imported, console)
    return imported


def import_timeline(
    folder: Path,
    *,
    now: dt.datetime,
    progress: Callable[[Sequence[Timeline]], Iterable[Timeline]] = iter,
    rest: Callable[[float], None] = time.sleep,
) -> Imported:
    """Reads the folder and keeps each person's days in a record; raises `MissingFile` and `TableError`.

    Nothing is written before all three files were read.
    """
    study = read_study(folder)
    researcher = _researcher()
    pace = _Pace(rest)
    kept = [_keep(timeline, researcher.actor, pace, now) for timeline in progress(list(study.timelines.values()))]
    return Imported(researcher, kept, study)


class _Pace:
    """Sizes pieces to about 50 ms of work and rests after each of them."""

    def __init__(self, rest: Callable[[float], None]) -> None:
        self._rest = rest
        self._size = FIRST_PIECE

    def take(self, source: Iterable[Sent], keep: Callable[[Sequence[Sent]], list[Outcome]]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        waiting = iter(source)
        while True:
            began = time.perf_counter()
            piece = list(itertools.islice(waiting, self._size))
            if not piece:
                return outcomes
            outcomes += keep(piece)
            self.after(time.perf_counter() - began, len(piece))

    def after(self, took: float, count: int = 0) -> None:
        """Rests as long as it worked; the next piece is as large as 50 ms allow."""
        if count:
            fitting = int(count * PIECE_SECONDS / max(took, 0.001))
            self._size = min(max(fitting, SMALLEST_PIECE), LARGEST_PIECE)
        self._rest(took)


def _keep(timeline: Timeline, researcher: Actor, pace: _Pace, now: dt.datetime) -> Kept:
    began = time.perf_counter()
    facts = list(_all_facts(timeline))
    try:
        record = _record_of(timeline, researcher, now)
    except RecordGone:  # erased for good: what the study says of that person stays out
        return Kept(timeline, _keyed_id(f"record {timeline.participant.label}"), Counter({Outcome.ERASED: len(facts)}))
    pace.after(time.perf_counter() - began)
    sent = (_sent(record, timeline, source, fact) for source, fact in facts)
    outcomes = pace.take(sent, record.put_many)
    return Kept(timeline, record.id, Counter(outcomes))


def _all_facts(timeline: Timeline) -> Iterable[tuple[str, Fact]]:
    yield "profile", Profile(called=timeline.participant.label)
    yield from facts_of(timeline)


def _sent(record: Record, timeline: Timeline, source: str, fact: Fact) -> Sent:
    """The first version is called like its leaf: one keyed hash tells both from their source."""
    name = f"{SOURCE}|{timeline.participant.label}|{source}"
    leaf_id = record.keyed_id(name.encode(), fact.drawer)
    return Sent(fact, leaf_id, leaf_id)


def _record_of(timeline: Timeline, researcher: Actor, now: dt.datetime) -> Record:
    """The person's record, made with the researcher's door when it is not here yet; raises `RecordGone`.

    Every run is the same sign-in of theirs, so the record has one visit however often the study is brought in.
    """
    label = timeline.participant.label
    person, record_id = Actor(_keyed_id(f"person {label}"), f"import of {SOURCE}"), _keyed_id(f"record {label}")
    try:
        return open_record(person, record_id, Purpose.OWN, now=now)
    except NoDoor:
        door = FirstDoor(researcher, RESEARCH_DRAWERS, Purpose.RESEARCH, _consent(timeline, now))
        return create_record(person, now=now, record_id=record_id, first_door=door)


def _consent(timeline: Timeline, now: dt.datetime) -> Consent:
    """What stands for consent: people agreed to their trial, whose authors published the days without names."""
    return Consent(
        who=timeline.participant.label,
        recipient=RESEARCHER_NAME,
        what="Days of use as reported to the study, and study visits",
        purpose="Research with published, de-identified study data (public.ctn0094data 1.0.6, MIT licence)",
        until=None,
        revocable="Published data: nobody can be reached; the practice may close the door at any time",
        signed_name="CTN-0094 team, for the people of CTN-0027, CTN-0030 and CTN-0051",
        signed_at=now,
        language="en",
    )


@transaction.atomic
def _researcher() -> Researcher:
    practice_id = _keyed_id("practice")
    practice = Practice.objects.filter(id=practice_id).first()
    practice = practice or found_practice(name=PRACTICE_NAME, practice_id=practice_id)
    known = Membership.objects.filter(practice=practice, role=Role.RESEARCHER).order_by("pk").first()
    if known is not None:
        return Researcher(Actor(known.account_id))
    new = add_staff(practice=practice, role=Role.RESEARCHER, name=RESEARCHER_NAME, chosen="researcher")
    return Researcher(Actor(new.account.id), new.login, new.recovery_code)


def _keyed_id(name: str) -> UUID:
    """The same id at every import into this database, and telling nothing without its keys (UUIDv8)."""
    made = bytearray(hmac.digest(house_key("staff"), f"{SOURCE}|{name}".encode(), "sha256")[:16])
    made[6] = made[6] & 0x0F | 0x80
    made[8] = made[8] & 0x3F | 0x80
    return UUID(bytes=bytes(made))
