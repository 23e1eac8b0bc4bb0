"""The keys of the house: random, each wrapped as a row, so that rotating the practice key changes no login."""

from typing import Literal

from django.db import connection, transaction

from vado.record.errors import KeyFileProblem, WrongKey
from vado.record.keyring import Keyring, keyring
from vado.record.models import HouseKey
from vado.record.sealing import derive, new_key, seal_exactly, unseal_exactly

HouseKeyName = Literal[
    "sessions", "second_factors", "login_index", "staff", "visits", "invitations", "addresses", "gates", "signing"
]
HOUSE_KEY_NAMES: tuple[HouseKeyName, ...] = (
    "sessions",
    "second_factors",
    "login_index",
    "staff",
    "visits",
    "invitations",
    "addresses",
    "gates",
    "signing",
)

# The wrapped rows as they stand in the database, never the keys: dropping the key file's passphrase locks them too.
_rows: dict[str, tuple[int, bytes]] = {}


def house_key(name: HouseKeyName) -> bytes:
    """The key of that name, made on first use.

    Raises `WrongKey` when no epoch of the ring opens its row (another key file, or another database).
    """
    return house_key_in(keyring(), name)


def house_key_in(ring: Keyring, name: HouseKeyName) -> bytes:
    """The same, where the ring was just looked at."""
    row = _rows.get(name)
    if row is not None and row[0] in ring.epochs:
        return unwrap_house_key(ring, name, *row)
    return unwrap_house_key(ring, name, *_stored_row(ring, name))


def wrap_house_key(ring: Keyring, name: str, key: bytes) -> tuple[int, bytes]:
    """The epoch and the sealed row of a house key, under the primary practice key."""
    return ring.primary, seal_exactly(_wrapping_key(ring, ring.primary, name), key, name.encode())


def unwrap_house_key(ring: Keyring, name: str, epoch: int, sealed: bytes) -> bytes:
    """The house key in its row; raises `WrongKey`."""
    return unseal_exactly(_wrapping_key(ring, epoch, name), sealed, name.encode())


def forget_house_keys() -> None:
    """Makes the next use read the rows again (after a restore, a rotation, or an emptied database)."""
    _rows.clear()


def renew_after_migration(**_signal: object) -> None:
    """Makes the keys of the house with the tables, where there is a key file already."""
    forget_house_keys()
    if HouseKey._meta.db_table not in connection.introspection.table_names():
        return
    try:
        keyring()
    except KeyFileProblem:  # tables may be made before the key; the first use makes the keys then
        return
    for name in HOUSE_KEY_NAMES:
        house_key(name)


def _wrapping_key(ring: Keyring, epoch: int, name: str) -> bytes:
    return derive(ring.key(epoch), b"vado house key " + name.encode())


def _stored_row(ring: Keyring, name: HouseKeyName) -> tuple[int, bytes]:
    row = _read_row(name)
    if row is None:
        return _make_row(ring, name)
    _rows[name] = row
    return row


def _read_row(name: str) -> tuple[int, bytes] | None:
    found = HouseKey.objects.filter(name=name).values_list("epoch", "sealed").first()
    return (found[0], bytes(found[1])) if found else None


def _make_row(ring: Keyring, name: HouseKeyName) -> tuple[int, bytes]:
    epoch, sealed = wrap_house_key(ring, name, new_key())
    # Two processes may make it at once: the first row stays and both read it.
    HouseKey.objects.bulk_create([HouseKey(name=name, epoch=epoch, sealed=sealed)], ignore_conflicts=True)
    row = _read_row(name)
    if row is None:
        raise WrongKey
    # A row that is rolled back must not be remembered.
    transaction.on_commit(lambda: _rows.__setitem__(name, row))
    return row
