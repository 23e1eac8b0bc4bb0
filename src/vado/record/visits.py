"""Who came in, when and for what: one chain of sealed visits for each record, without a gap."""

import datetime as dt
import enum
import hmac
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

import msgspec

from vado.record.facts import Drawer
from vado.record.models import StoredVisit
from vado.record.record_rows import VisitRow
from vado.record.sealing import Sealer, derive, keyed_hash

START_OF_CHAIN = bytes(32)


class Act(enum.StrEnum):
    """What somebody did at a record."""

    CREATED = "created"
    BROUGHT_IN = "brought_in"
    OPENED = "opened"
    LISTED = "listed"
    WROTE = "wrote"  # through a door that may write
    REFUSED = "refused"
    INVITED = "invited"
    DOOR_OPENED = "door_opened"
    DOOR_CLOSED = "door_closed"
    ASKED_FOR_WORDS = "asked_for_words"  # a box for a letter
    WORDS_LEFT = "words_left"  # by somebody who had its code; the actor is the box
    EXPORTED = "exported"
    RESTORED = "restored"
    ERASED = "erased"


class Visit(msgspec.Struct, frozen=True, omit_defaults=True):
    """One visit, as the person reads it."""

    actor: UUID
    act: Act
    purpose: str
    at: dt.datetime
    drawers: tuple[Drawer, ...] = ()
    door: UUID | None = None


class Head(NamedTuple):
    """The end of a chain: how many visits there are, and the code of the last one."""

    n: int = 0
    mac: bytes = START_OF_CHAIN


class VisitKeys:
    """Three keys from the one of the house, so that a seal, a name and a code never share one."""

    def __init__(self, naming: bytes, chaining: bytes, sealing: bytes) -> None:
        self._naming = naming
        self.chaining = chaining
        self.sealer = Sealer(sealing)

    @classmethod
    def of(cls, house_key: bytes) -> "VisitKeys":
        """The keys of the visits, from `house_key("visits")`."""
        labels = (b"vado visits naming", b"vado visits chaining", b"vado visits sealing")
        return cls(*(derive(house_key, label) for label in labels))

    def pseudonym(self, record_id: UUID) -> UUID:
        """The name of a record among the visits; it stays when the record is gone and tells nothing of it."""
        return UUID(bytes=keyed_hash(self._naming, record_id.bytes)[:16])


class Verdict(NamedTuple):
    """What a walk along one chain found; `broken_at` is the first visit that does not fit."""

    head: Head
    broken_at: int | None

    @property
    def is_sound(self) -> bool:
        return self.broken_at is None


_body = msgspec.msgpack.Encoder()
_read_body = msgspec.msgpack.Decoder(Visit)


def next_visit(keys: VisitKeys, pseudonym: UUID, head: Head, visit: Visit) -> VisitRow:
    """The row that follows `head`, not yet written; its `n` and `mac` are the chain's new head."""
    n = head.n + 1
    place = _place(pseudonym, n)
    sealed = keys.sealer.seal(_body.encode(visit), place)
    return VisitRow(pseudonym, n, sealed, _code(keys, place, head.mac, sealed))


def verify(keys: VisitKeys, pseudonym: UUID) -> Verdict:
    """Walk one chain from its first visit: every number there, every code right."""
    head = Head()
    for n, sealed, mac in _rows(pseudonym):
        expected = _code(keys, _place(pseudonym, head.n + 1), head.mac, sealed)
        if n != head.n + 1 or not hmac.compare_digest(expected, mac):
            return Verdict(head, head.n + 1)
        head = Head(n, mac)
    return Verdict(head, None)


def visits_of(keys: VisitKeys, pseudonym: UUID, newest: int | None = None) -> list[Visit]:
    """The visits of a record, the newest first; one that was altered raises `WrongKey`."""
    rows = StoredVisit.objects.filter(pseudonym=pseudonym).order_by("-n").values_list("n", "sealed")
    return [_opened(keys, pseudonym, n, bytes(sealed)) for n, sealed in rows[:newest]]


def pseudonyms() -> list[UUID]:
    """Every chain there is."""
    return list(StoredVisit.objects.order_by("pseudonym").values_list("pseudonym", flat=True).distinct())


def heads() -> Iterator[tuple[UUID, Head]]:
    """The last visit of every chain, in the order of their names."""
    newest_first = StoredVisit.objects.order_by("pseudonym", "-n").values_list("pseudonym", "n", "mac")
    before: UUID | None = None
    for pseudonym, n, mac in newest_first.iterator():
        if pseudonym != before:
            before = pseudonym
            yield pseudonym, Head(n, bytes(mac))


def _opened(keys: VisitKeys, pseudonym: UUID, n: int, sealed: bytes) -> Visit:
    return _read_body.decode(keys.sealer.unseal(sealed, _place(pseudonym, n)))


def _rows(pseudonym: UUID) -> Iterator[tuple[int, bytes, bytes]]:
    rows = StoredVisit.objects.filter(pseudonym=pseudonym).order_by("n").values_list("n", "sealed", "mac")
    for n, sealed, mac in rows.iterator():
        yield n, bytes(sealed), bytes(mac)


def _place(pseudonym: UUID, n: int) -> bytes:
    return b"vado visit" + pseudonym.bytes + n.to_bytes(8)


def _code(keys: VisitKeys, place: bytes, previous: bytes, sealed: bytes) -> bytes:
    return keyed_hash(keys.chaining, place + previous + sealed)
