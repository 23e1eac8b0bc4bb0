"""What is kept about an import, so that it can be taken back. It is about this record alone and never exported."""

import enum
from typing import ClassVar
from uuid import UUID

from vado.record.facts import Drawer, Fact, register

ID_BYTES = 16


class ImportState(enum.StrEnum):
    """Whether what came is here."""

    IN = "in"
    TAKEN_BACK = "taken_back"


@register
class Import(Fact, frozen=True, kw_only=True):
    """The leaves that one import brought, in pieces when they are many.

    `added` are leaves that were new, as they are called in the file; `changed` leaves that were here already,
    each with the version that stood before.
    """

    kind: ClassVar[str] = "import"
    drawer: ClassVar[Drawer] = Drawer.PROFILE

    import_id: str
    state: ImportState = ImportState.IN
    added: bytes = b""
    added_as: bytes = b""
    changed: bytes = b""
    before: bytes = b""


def packed(ids: list[UUID]) -> bytes:
    """Ids one after the other."""
    return b"".join(one.bytes for one in ids)


def unpacked(ids: bytes) -> list[UUID]:
    """The ids that were packed."""
    return [UUID(bytes=ids[at : at + ID_BYTES]) for at in range(0, len(ids), ID_BYTES)]
