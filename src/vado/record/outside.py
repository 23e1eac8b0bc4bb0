"""Files that stand outside the database: lines only ever added, each bound to the one before."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
from django.conf import settings

from vado.record.sealing import keyed_hash

_START = bytes(32)


class _Line(msgspec.Struct, frozen=True):
    text: msgspec.Raw
    code: str


class ReadLine(NamedTuple):
    """One line as it stands in the file; `is_sound`: neither it nor the one before was altered or removed."""

    number: int
    text: bytes
    is_sound: bool


def outside_folder() -> Path:
    """Where these files are: VADO_OUTSIDE_FOLDER, else the folder of the key file."""
    named = os.environ.get("VADO_OUTSIDE_FOLDER")
    return Path(named) if named else Path(settings.KEY_FILE).parent


class BoundLines:
    """A file of bound lines under one key."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key

    def add(self, entry: object) -> None:
        """Add one line and wait until the disk has it. A line torn by a crash was never said to be kept."""
        text = msgspec.json.encode(entry)
        with self._held() as file:
            whole, previous = self._end_of(file)
            file.truncate(whole)
            file.seek(whole)
            code = keyed_hash(self._key, previous + text)
            file.write(msgspec.json.encode(_Line(msgspec.Raw(text), code.hex())) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> Iterator[ReadLine]:
        """Every whole line, the oldest first, sound or not."""
        previous = _START
        for number, raw in enumerate(self._whole_lines(), start=1):
            line = _parsed(raw)
            if line is None:
                yield ReadLine(number, b"", is_sound=False)
                continue
            text, code = bytes(line.text), line.code
            yield ReadLine(number, text, keyed_hash(self._key, previous + text).hex() == code)
            previous = _bytes_of(code)

    def _whole_lines(self) -> list[bytes]:
        if not self.path.exists():
            return []
        return self.path.read_bytes().split(b"\n")[:-1]

    def _end_of(self, file: BinaryIO) -> tuple[int, bytes]:
        everything = file.read()
        whole = everything.rfind(b"\n") + 1
        lines = everything[:whole].split(b"\n")[:-1]
        last = _parsed(lines[-1]) if lines else None
        return whole, _bytes_of(last.code) if last else _START

    @contextmanager
    def _held(self) -> Iterator[BinaryIO]:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(handle, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file


def _parsed(raw: bytes) -> _Line | None:
    try:
        return msgspec.json.decode(raw, type=_Line)
    except msgspec.MsgspecError:
        return None


def _bytes_of(code: str) -> bytes:
    try:
        return bytes.fromhex(code)
    except ValueError:
        return _START
