"""What the tests keep in a record: a fact of their own, so that they stand on no room above."""

import datetime as dt
from typing import ClassVar
from uuid import UUID, uuid4

from vado.record import Actor, Consent, Purpose, Record, create_record, open_record
from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived

NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)


@register
class KeptWords(Fact, frozen=True, kw_only=True):
    kind: ClassVar[str] = "kept_words_of_a_test"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    on: dt.date = NOON.date()
    words: str

    def lived(self) -> Lived:
        return Lived(on=self.on)


def somebody() -> Actor:
    return Actor(uuid4(), uuid4().hex)


def own(actor: Actor, record_id: UUID) -> Record:
    """The person's record, opened at a sign-in of its own."""
    return open_record(Actor(actor.id, uuid4().hex), record_id, Purpose.OWN, now=NOON)


def consent() -> Consent:
    """A complete one."""
    return Consent(
        who="the person",
        recipient="the therapist",
        what="the diary",
        purpose="therapy",
        until=None,
        revocable="at any time, on the page of doors",
        signed_name="the person",
        signed_at=NOON,
        language="en",
    )


def a_record(actor: Actor, *words: str) -> Record:
    record = create_record(actor, now=NOON)
    for some in words:
        record.put(KeptWords(words=some))
    return record


def words_in(record: Record) -> list[str]:
    return [leaf.fact.words for leaf in record.leaves(KeptWords)]
