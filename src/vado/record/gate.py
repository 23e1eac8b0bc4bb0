"""The gate of a record: which doors are live, how far the drawer keys have been rolled, who has been noted already.

It is sealed and bound to the number of visits, so an old gate put back by hand does not fit the chain any more.
"""

import datetime as dt
from uuid import UUID

import msgspec

from vado.record.sealing import Sealer, keyed_hash

SIGN_INS_KEPT = 8
REFUSALS_AN_HOUR = 20


class Gate(msgspec.Struct, frozen=True, omit_defaults=True):
    """What must be known before any door opens."""

    doors: frozenset[UUID]
    generations: dict[int, int]
    sign_ins: tuple[bytes, ...] = ()
    refused_in_hour: int = 0
    refusals: int = 0

    def knows(self, mark: bytes | None) -> bool:
        """Whether the sign-in of that mark has left its visit."""
        return mark is not None and mark in self.sign_ins

    def with_sign_in(self, mark: bytes | None) -> "Gate":
        """The gate after the visit of this sign-in was written."""
        if mark is None:
            return self
        return msgspec.structs.replace(self, sign_ins=(mark, *self.sign_ins)[:SIGN_INS_KEPT])

    def may_note_refusal(self, now: dt.datetime) -> bool:
        """Whether one more refusal of this hour is written: a stranger must not fill the page of visits."""
        return self.refused_in_hour != _hour(now) or self.refusals < REFUSALS_AN_HOUR

    def with_refusal(self, now: dt.datetime) -> "Gate":
        """The gate after one more refusal."""
        so_far = self.refusals if self.refused_in_hour == _hour(now) else 0
        return msgspec.structs.replace(self, refused_in_hour=_hour(now), refusals=so_far + 1)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Gate).decode


class GateKey:
    """Seals and opens gates."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._sealer = Sealer(key)

    def seal(self, record_id: UUID, visits_count: int, gate: Gate) -> bytes:
        """The gate's bytes for the record's row."""
        return self._sealer.seal(_encode(gate), _bound(record_id, visits_count))

    def open(self, record_id: UUID, visits_count: int, sealed: bytes) -> Gate:
        """The gate of a record's row; raises `WrongKey` when row and gate do not belong together."""
        return _decode(self._sealer.unseal(sealed, _bound(record_id, visits_count)))

    def mark(self, sign_in: str | None) -> bytes | None:
        """By what a gate knows a sign-in; none for an opening without."""
        return None if sign_in is None else keyed_hash(self._key, sign_in.encode())[:8]


def _bound(record_id: UUID, visits_count: int) -> bytes:
    return b"vado gate" + record_id.bytes + visits_count.to_bytes(8)


def _hour(now: dt.datetime) -> int:
    return int(now.timestamp()) // 3600
