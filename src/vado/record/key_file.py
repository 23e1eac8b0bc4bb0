"""The key file: the practice key's epochs and which of them is primary, in the clear or locked by a passphrase."""

import os
import secrets
import tempfile
from pathlib import Path

import argon2.low_level
import msgspec
from django.utils.translation import gettext_lazy as _

from vado.record.errors import KeyFileLocked, KeyFileProblem, WrongKey, WrongPassphrase
from vado.record.sealing import KEY_BYTES, new_key, seal_exactly, unseal_exactly

ARGON2_MEMORY_KIB = 128 * 1024
ARGON2_PASSES = 4
_LOCK_LABEL = b"vado key file"


class Ring(msgspec.Struct, frozen=True):
    """The keys themselves: every epoch still in use, and the one that new seals are made with."""

    primary: int
    epochs: dict[int, bytes]


class Lock(msgspec.Struct, frozen=True):
    """A ring sealed under a passphrase, with the cost that was used."""

    salt: bytes
    memory_kib: int
    passes: int
    sealed: bytes


class KeyFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in the file: a ring, or a locked one."""

    format: int = 1
    ring: Ring | None = None
    lock: Lock | None = None


def new_ring() -> Ring:
    """A ring with one fresh key.

    >>> new_ring().primary
    1
    """
    return Ring(primary=1, epochs={1: new_key()})


def with_new_epoch(ring: Ring) -> Ring:
    """The ring with one more key; the primary stays until `with_primary`.

    >>> sorted(with_new_epoch(new_ring()).epochs)
    [1, 2]
    """
    return Ring(primary=ring.primary, epochs={**ring.epochs, max(ring.epochs) + 1: new_key()})


def with_primary(ring: Ring, epoch: int) -> Ring:
    """The ring with another primary; raises `WrongKey` when it has no such epoch.

    >>> with_primary(with_new_epoch(new_ring()), 2).primary
    2
    """
    if epoch not in ring.epochs:
        raise WrongKey
    return Ring(primary=epoch, epochs=ring.epochs)


def without_epoch(ring: Ring, epoch: int) -> Ring:
    """The ring without an old epoch; raises `WrongKey` for the primary one.

    >>> sorted(without_epoch(with_primary(with_new_epoch(new_ring()), 2), 1).epochs)
    [2]
    """
    if epoch == ring.primary:
        raise WrongKey
    return Ring(primary=ring.primary, epochs={n: key for n, key in ring.epochs.items() if n != epoch})


def create_key_file(path: Path, passphrase: str | None = None) -> Ring:
    """Makes a key file with a fresh key, mode 0600; raises `KeyFileProblem` when there is a file already.

    >>> folder = Path(tempfile.mkdtemp())
    >>> ring = create_key_file(folder / "practice.key")
    >>> read_key_file(folder / "practice.key") == ring
    True
    """
    ring = new_ring()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = _write_beside(path, _file_of(ring, passphrase))
    try:
        os.link(written, path)  # unlike a rename, a link never replaces a key file that is there
    except FileExistsError as problem:
        raise KeyFileProblem(path, _("there is a key file already; it was left as it is")) from problem
    finally:
        written.unlink()
    _sync_folder(path.parent)
    return ring


def replace_key_file(path: Path, ring: Ring, passphrase: str | None = None) -> None:
    """Puts another ring into the key file in one step: a reader sees the old file or the new one, whole.

    >>> folder = Path(tempfile.mkdtemp())
    >>> replace_key_file(folder / "practice.key", with_new_epoch(create_key_file(folder / "practice.key")))
    >>> sorted(read_key_file(folder / "practice.key").epochs)
    [1, 2]
    """
    written = _write_beside(path, _file_of(ring, passphrase))
    written.replace(path)
    _sync_folder(path.parent)


def read_key_file(path: Path, passphrase: str | None = None) -> Ring:
    """The ring in the file; raises `KeyFileProblem`, `KeyFileLocked` or `WrongPassphrase`."""
    file = _parse(path, _read(path))
    if file.ring is not None:
        return file.ring
    if file.lock is None:
        raise KeyFileProblem(path, _("this is not a key file of Vado"))
    if passphrase is None:
        raise KeyFileLocked(path, _("the key file is locked; start Vado with its passphrase"))
    return _unlocked(path, file.lock, passphrase)


def _read(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if mode & 0o077:
            raise KeyFileProblem(path, _("other users of this computer can read it; run: chmod 600 on this file"))
        return path.read_bytes()
    except OSError as problem:
        raise KeyFileProblem(path, _("the key file is missing or cannot be read")) from problem


def _parse(path: Path, text: bytes) -> KeyFile:
    try:
        file = msgspec.json.decode(text, type=KeyFile)
    except msgspec.MsgspecError as problem:
        raise KeyFileProblem(path, _("this is not a key file of Vado")) from problem
    if file.ring is not None and not _is_whole(file.ring):
        raise KeyFileProblem(path, _("the keys in it are damaged"))
    return file


def _is_whole(ring: Ring) -> bool:
    return ring.primary in ring.epochs and all(len(key) == KEY_BYTES for key in ring.epochs.values())


def _file_of(ring: Ring, passphrase: str | None) -> bytes:
    if passphrase is None:
        return msgspec.json.encode(KeyFile(ring=ring))
    salt = secrets.token_bytes(16)
    key = _stretched(passphrase, salt, ARGON2_MEMORY_KIB, ARGON2_PASSES)
    sealed = seal_exactly(key, msgspec.json.encode(ring), _LOCK_LABEL)
    return msgspec.json.encode(
        KeyFile(lock=Lock(salt=salt, memory_kib=ARGON2_MEMORY_KIB, passes=ARGON2_PASSES, sealed=sealed))
    )


def _unlocked(path: Path, lock: Lock, passphrase: str) -> Ring:
    key = _stretched(passphrase, lock.salt, lock.memory_kib, lock.passes)
    try:
        return msgspec.json.decode(unseal_exactly(key, lock.sealed, _LOCK_LABEL), type=Ring)
    except WrongKey as problem:
        raise WrongPassphrase(path, _("this passphrase does not open the key file")) from problem


def _stretched(passphrase: str, salt: bytes, memory_kib: int, passes: int) -> bytes:
    return argon2.low_level.hash_secret_raw(
        secret=passphrase.encode(),
        salt=salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=1,
        hash_len=KEY_BYTES,
        type=argon2.low_level.Type.ID,
    )


def _write_beside(path: Path, text: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes mode 0600
    with os.fdopen(handle, "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
