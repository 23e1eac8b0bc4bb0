"""Names of practices and of people who work there, sealed under a key of the house."""

from uuid import UUID

from vado.people.access import Role
from vado.people.models import Membership, Practice
from vado.record.house_keys import house_key
from vado.record.sealing import seal, unseal


def sealed_name(owner: UUID, name: str) -> bytes:
    """A name, sealed and bound to whom it belongs."""
    return seal(house_key("staff"), name.encode(), b"vado name" + owner.bytes)


def shown_name(membership: Membership) -> str:
    """How somebody who works here is shown."""
    return _plain(membership.account_id, bytes(membership.display_name))


def practice_name(practice: Practice) -> str:
    """The name of a practice."""
    return _plain(practice.id, bytes(practice.name))


def practices_where(account_id: UUID, role: Role) -> list[str]:
    """The names of the practices in which somebody has that role."""
    rows = Membership.objects.filter(account_id=account_id, role=role, is_ended=False).select_related("practice")
    return sorted(practice_name(row.practice) for row in rows)


def names_of(accounts: set[UUID]) -> dict[UUID, str]:
    """The shown names of these accounts; somebody without a role is not among them."""
    rows = Membership.objects.filter(account_id__in=accounts)
    return {row.account_id: shown_name(row) for row in rows}


def _plain(owner: UUID, sealed: bytes) -> str:
    return unseal(house_key("staff"), sealed, b"vado name" + owner.bytes).decode()
