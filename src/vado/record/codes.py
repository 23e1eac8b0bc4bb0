"""Codes that somebody types in: kept only as a keyed hash, and the key behind a code is made from the code itself."""

import secrets
from uuid import UUID

from vado.record.house_keys import house_key
from vado.record.sealing import derive, keyed_hash

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without I, L, O, 0 and 1
CODE_LENGTH = 8


def new_code() -> str:
    """A fresh code of eight letters."""
    return "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))


def lookup_of(code: str, use: bytes) -> bytes:
    """By what the row of a code is found; it says nothing of the code."""
    return keyed_hash(house_key("invitations"), use + _plain(code))


def key_behind(code: str, use: bytes, row_id: UUID) -> bytes:
    """The key that only this code gives, for this row and use."""
    return derive(house_key("invitations"), use + row_id.bytes + _plain(code))


def _plain(code: str) -> bytes:
    return "".join(letter for letter in code.upper() if letter in CODE_LETTERS).encode()
