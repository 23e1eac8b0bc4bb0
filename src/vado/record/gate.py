"""The gate of a record: which doors are live, how far the drawer keys have been rolled, who has been noted already.

It is sealed and bound to the number of visits, so an old gate put back by hand does not fit the chain any more.
"""

import datetime as dt
from uuid import UUID

import msgspec

from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash, seal, unseal

SIGN_INS_KEPT = 8
REFUSALS_AN_HOUR = 20


class Gate(msgspec.Struct, frozen=True, omit_defaults=True):
    """What must be known before any door opens."""

    doors: frozenset[UUID]
    generations: dict[int, int]
    sign_ins: tuple[bytes, ...] = ()
    refused_in_hour: int = 0
    refusals: int = 0

    def knows(self, sign_in: str | None) -> bool:
        """Whether this sign-in of the person has left its visit."""
        return sign_in is not None and _mark(sign_in) in self.sign_ins

    def with_sign_in(self, sign_in: str | None) -> "Gate":
        """The gate after the visit of this sign-in was written."""
        if sign_in is None:
            return self
        return msgspec.structs.replace(self, sign_ins=(_mark(sign_in), *self.sign_ins)[:SIGN_INS_KEPT])

    def may_note_refusal(self, now: dt.datetime) -> bool:
        """Whether one more refusal of this hour is written: a stranger must not fill the page of visits."""
        return self.refused_in_hour != _hour(now) or self.refusals < REFUSALS_AN_HOUR

    def with_refusal(self, now: dt.datetime) -> "Gate":
        """The gate after one more refusal."""
        so_far = self.refusals if self.refused_in_hour == _hour(now) else 0
        return msgspec.structs.replace(self, refused_in_hour=_hour(now), refusals=so_far + 1)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Gate).decode


def seal_gate(record_id: UUID, visits_count: int, gate: Gate) -> bytes:
    """The gate's bytes for the record's row."""
    return seal(house_key("gates"), _encode(gate), _bound(record_id, visits_count))


def open_gate(record_id: UUID, visits_count: int, sealed: bytes) -> Gate:
    """The gate of a record's row; raises `WrongKey` when row and gate do not belong together."""
    return _decode(unseal(house_key("gates"), sealed, _bound(record_id, visits_count)))


def _bound(record_id: UUID, visits_count: int) -> bytes:
    return b"vado gate" + record_id.bytes + visits_count.to_bytes(8)


def _mark(sign_in: str) -> bytes:
    return keyed_hash(house_key("gates"), sign_in.encode())[:8]


def _hour(now: dt.datetime) -> int:
    return int(now.timestamp()) // 3600
