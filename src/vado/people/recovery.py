"""The recovery code: printed at sign-up, works without e-mail, once; then a new one follows."""

import secrets

from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # 30 signs, none that looks like another
GROUPS = 7
GROUP_LENGTH = 4  # 28 signs of 30: 137 bits


def new_recovery_code() -> str:
    """A fresh code in groups, to be printed.

    >>> len(new_recovery_code())
    34
    """
    groups = ("".join(secrets.choice(ALPHABET) for _sign in range(GROUP_LENGTH)) for _group in range(GROUPS))
    return "-".join(groups)


def recovery_hash(typed: str) -> bytes:
    """What is kept of a code. It has 137 random bits, so one keyed hash is enough."""
    signs = "".join(sign for sign in typed.upper() if sign in ALPHABET)
    return keyed_hash(house_key("login_index"), b"recovery" + signs.encode())
