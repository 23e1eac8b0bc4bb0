"""The key file: refused when it is unsafe, read again when it changes, locked by a passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from vado.record import KeyFileLocked, KeyFileProblem, WrongKey, WrongPassphrase
from vado.record import key_file as files
from vado.record.keyring import key_path, keyring, lock, unlock


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "keys" / "practice.key"
    monkeypatch.setenv("VADO_KEY_FILE", str(path))
    lock()
    yield path
    lock()


def test_a_new_key_file_is_for_its_owner_alone_and_never_replaced(key: Path) -> None:
    files.create_key_file(key)
    assert key.stat().st_mode & 0o777 == 0o600
    with pytest.raises(KeyFileProblem):
        files.create_key_file(key)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_file_open_to_others_is_refused_by_name(key: Path, mode: int) -> None:
    files.create_key_file(key)
    key.chmod(mode)
    with pytest.raises(KeyFileProblem, match=r"practice\.key"):
        keyring()


def test_a_missing_key_file_is_refused_by_name(key: Path) -> None:
    with pytest.raises(KeyFileProblem, match=r"practice\.key"):
        keyring()


@pytest.mark.parametrize("text", ["", "{}", "not a key", '{"format":1,"ring":{"primary":1,"epochs":{"1":"AAAA"}}}'])
def test_a_damaged_key_file_is_refused(key: Path, text: str) -> None:
    files.create_key_file(key)
    key.write_text(text)
    with pytest.raises(KeyFileProblem):
        keyring()


@pytest.mark.sqlite
def test_a_key_file_beside_the_database_is_refused(key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.create_key_file(key)
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(key.parent / "vado.sqlite3"))
    with pytest.raises(KeyFileProblem, match="folder of the database"):
        keyring()


def test_a_changed_key_file_is_read_again(key: Path) -> None:
    ring = files.create_key_file(key)
    before = keyring()
    files.replace_key_file(key, files.with_new_epoch(ring))
    assert before.key(2) == keyring().key(2)
    with pytest.raises(WrongKey):
        keyring().key(3)


def test_a_credential_file_named_in_the_environment_comes_first(key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VADO_KEY_CREDENTIAL", "/run/credentials/vado/key")
    assert key_path() == Path("/run/credentials/vado/key")


def test_a_locked_key_file_needs_its_passphrase(key: Path) -> None:
    ring = files.create_key_file(key, "a long passphrase")
    with pytest.raises(KeyFileLocked):
        keyring()
    with pytest.raises(WrongPassphrase):
        unlock("another one")
    assert unlock("a long passphrase").key(1) == ring.epochs[1]
    assert keyring().primary == 1
    lock()
    with pytest.raises(KeyFileLocked):
        keyring()
