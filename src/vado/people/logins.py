"""The login: chosen by the person, made unlike all others by three digits, kept only as a keyed hash."""

import secrets
import unicodedata

from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash

LONGEST_LOGIN = 60
DIGITS = 3


def plain_login(typed: str) -> str:
    """The login as it is compared: capitals, width and blanks around it make no difference.

    >>> plain_login("  Ｒío ")
    'río'
    """
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def login_index(typed: str) -> str:
    """The keyed hash under which an account is found."""
    return keyed_hash(house_key("login_index"), plain_login(typed).encode()).hex()


def with_digits(chosen: str) -> str:
    """The chosen login with three digits that Vado adds, so that nobody ever reads "taken"."""
    return f"{unicodedata.normalize('NFKC', chosen).strip()}{secrets.randbelow(10**DIGITS):0{DIGITS}}"
