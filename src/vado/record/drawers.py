"""What a drawer's key does: seals versions, names months, makes ids that tell nothing."""

import datetime as dt
from uuid import UUID

from vado.record.doors import DrawerKeys
from vado.record.facts import DRAWERS
from vado.record.sealing import Sealer, derive, keyed_hash
from vado.record.version_rows import VersionRow

TIMELESS = "timeless"  # the month of facts that belong to no day


class DrawerSet:
    """The drawer keys of one record that one door carries."""

    def __init__(self, record_id: UUID, keys: DrawerKeys) -> None:
        self.record_id = record_id
        self.keys = keys
        self.drawers = frozenset(DRAWERS[drawer] for drawer, _generation in keys)
        # All live as long as this handle, like the keys themselves.
        self._tokens: dict[tuple[int, str], bytes] = {}
        self._derived: dict[tuple[int, bytes], bytes] = {}
        self._sealers: dict[tuple[int, int], tuple[Sealer, bytes]] = {}

    def current(self, drawer: int) -> int:
        """The newest generation of a drawer's key."""
        return max(generation for named, generation in self.keys if named == drawer)

    def month_token(self, drawer: int, month: str) -> bytes:
        """Eight bytes that stand for a month of this drawer; rolling the key does not change them."""
        known = self._tokens.get((drawer, month))
        if known is None:
            known = keyed_hash(self._key_for(b"vado months", drawer), month.encode())[:8]
            self._tokens[drawer, month] = known
        return known

    def keyed_id(self, source: bytes, drawer: int) -> UUID:
        """An id from its source row: the same each time, and telling nothing without the key (UUIDv8)."""
        made = bytearray(keyed_hash(self._key_for(b"vado ids", drawer), source)[:16])
        made[6] = made[6] & 0x0F | 0x80
        made[8] = made[8] & 0x3F | 0x80
        return UUID(bytes=bytes(made))

    def seal_version(
        self, drawer: int, generation: int, leaf_id: bytes, version_id: bytes, follows: bytes, plain: bytes
    ) -> bytes:
        """The sealed bytes of one version."""
        sealer, place = self._at(drawer, generation)
        return sealer.seal(plain, place + leaf_id + version_id + follows)

    def open_version(self, row: VersionRow) -> bytes:
        """The plain bytes of one version; raises `WrongKey`."""
        sealer, place = self._at(row.drawer, row.generation)
        return sealer.unseal(row.sealed, place + row.leaf_id + row.id + row.follows)

    def _at(self, drawer: int, generation: int) -> tuple[Sealer, bytes]:
        """What seals in this drawer, and the place that is bound in."""
        found = self._sealers.get((drawer, generation))
        if found is None:
            place = b"vado leaf" + self.record_id.bytes + drawer.to_bytes(2) + generation.to_bytes(4)
            found = self._sealers[drawer, generation] = (Sealer(self.keys[drawer, generation]), place)
        return found

    def _key_for(self, use: bytes, drawer: int) -> bytes:
        if (drawer, use) not in self._derived:
            self._derived[drawer, use] = derive(self.keys[drawer, 1], use + self.record_id.bytes)
        return self._derived[drawer, use]


def month_of(on: dt.date | None) -> str:
    """The month by which a lived day is found.

    >>> month_of(dt.date(2026, 10, 31))
    '2026-10'
    """
    return TIMELESS if on is None else f"{on.year:04}-{on.month:02}"


def months_between(since: dt.date, until: dt.date) -> list[str]:
    """Every month from one day to another, both included.

    >>> months_between(dt.date(2026, 11, 30), dt.date(2027, 1, 1))
    ['2026-11', '2026-12', '2027-01']
    """
    first, last = since.year * 12 + since.month - 1, until.year * 12 + until.month - 1
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]
