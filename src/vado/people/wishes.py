"""What follows somebody to another device, before any record is open: the language. Sealed beside the account."""

import msgspec

from vado.people.models import Account
from vado.record.errors import WrongKey
from vado.record.house_keys import house_key
from vado.record.sealing import seal, unseal


class Wishes(msgspec.Struct, frozen=True):
    """Nothing wished for is the empty word."""

    language: str = ""


def wishes_of(account: Account) -> Wishes:
    """What this account wishes; nothing where the row was altered."""
    try:
        opened = unseal(house_key("staff"), bytes(account.wishes), _bound(account)) if account.wishes else b"{}"
    except WrongKey:
        return Wishes()
    return msgspec.json.decode(opened, type=Wishes)


def sealed_wishes(account: Account, wishes: Wishes) -> bytes:
    """The wishes as they stand beside the account."""
    return seal(house_key("staff"), msgspec.json.encode(wishes), _bound(account))


def _bound(account: Account) -> bytes:
    return b"vado wishes" + account.pk.bytes
