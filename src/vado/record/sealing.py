"""Sealing: AES-256-GCM with a format byte, a random nonce, padding, and everything that must not move bound in."""

import hmac
import os
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vado.record.errors import WrongKey

KEY_BYTES = 32
STEP_BYTES = 256
_FORMAT = b"\x01"
_NONCE_BYTES = 12
_END_OF_TEXT = b"\x80"  # ISO/IEC 7816-4 padding: one mark, then zeros


def new_key() -> bytes:
    """A fresh random key of 32 bytes.

    >>> len(new_key())
    32
    """
    return os.urandom(KEY_BYTES)


def derive(key: bytes, label: bytes) -> bytes:
    """A key of 32 bytes for one use, by HKDF-Expand with SHA-256 (RFC 5869, one block: the input keys are uniform).

    >>> derive(b"k" * 32, b"one") == derive(b"k" * 32, b"two")
    False
    """
    return hmac.digest(key, label + b"\x01", sha256)


def keyed_hash(key: bytes, text: bytes) -> bytes:
    """HMAC-SHA256: 32 bytes that say nothing of the text without the key.

    >>> len(keyed_hash(b"k" * 32, b"text"))
    32
    """
    return hmac.digest(key, text, sha256)


class Sealer:
    """One key made ready for many things; making a cipher costs as much as opening a leaf."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, bound: bytes) -> bytes:
        """Like the function `seal`."""
        padded = plain + _END_OF_TEXT
        return self.seal_exactly(padded + bytes(-len(padded) % STEP_BYTES), bound)

    def unseal(self, sealed: bytes, bound: bytes) -> bytes:
        """Like the function `unseal`; raises `WrongKey`."""
        padded = self.unseal_exactly(sealed, bound).rstrip(b"\x00")
        if padded[-1:] != _END_OF_TEXT:
            raise WrongKey
        return padded[:-1]

    def seal_exactly(self, plain: bytes, bound: bytes) -> bytes:
        """Like the function `seal_exactly`."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, plain, _FORMAT + bound)

    def unseal_exactly(self, sealed: bytes, bound: bytes) -> bytes:
        """Like the function `unseal_exactly`; raises `WrongKey`."""
        if sealed[:1] != _FORMAT:
            raise WrongKey
        try:
            return self._cipher.decrypt(sealed[1:13], sealed[13:], _FORMAT + bound)
        except (InvalidTag, ValueError) as problem:
            raise WrongKey from problem


def seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """Seals `plain`, padded to a step of 256 bytes; `bound` is needed, unchanged, to open it.

    >>> key = new_key()
    >>> unseal(key, seal(key, b"a word", b"here"), b"here")
    b'a word'
    >>> len(seal(key, b"a word", b"here")) == len(seal(key, b"another word", b"here"))
    True
    """
    return Sealer(key).seal(plain, bound)


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """The plain bytes again; raises `WrongKey` when the key, one bit of `sealed` or `bound` is another.

    >>> key = new_key()
    >>> unseal(key, seal(key, b"a word", b"here"), b"there")
    Traceback (most recent call last):
    vado.record.errors.WrongKey: ...
    """
    return Sealer(key).unseal(sealed, bound)


def seal_exactly(key: bytes, plain: bytes, bound: bytes) -> bytes:
    """Like `seal` without padding, for keys, which all have one length.

    >>> len(seal_exactly(new_key(), new_key(), b""))
    61
    """
    return Sealer(key).seal_exactly(plain, bound)


def unseal_exactly(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Opens what `seal_exactly` made; raises `WrongKey`.

    >>> key = new_key()
    >>> unseal_exactly(key, seal_exactly(key, b"x" * 32, b""), b"") == b"x" * 32
    True
    """
    return Sealer(key).unseal_exactly(sealed, bound)
