"""What can go wrong with a record. Each says it in words fit for the person who reads them.

RecordError
├── NoDoor                  no open door for this actor and purpose
│   └── RecordGone          the record was erased
├── ReadOnlyDoor            the door lets in to read
├── LeafError
│   ├── UnknownLeaf         no such leaf in the drawers of this door
│   ├── LeafGone            the leaf was erased
│   ├── TamperedLeaf        the sealed bytes were altered or moved
│   ├── NewerShape          written by a later Vado; kept, not editable
│   └── ChangedUnderItsId   the same version id came with other words
├── UnfitFact               the fact breaks its own type, or is too large
├── IncompleteConsent       an element of the consent is missing
├── OwnDrawerClosed         the drawer "only me" can be in no door
├── InvitationClosed        expired, used or unknown: one answer for all
├── WrongKey                no key of the ring opens this
└── KeyFileProblem          the key file is missing, open to others, misplaced or unreadable
    ├── KeyFileLocked       a passphrase is needed first
    └── WrongPassphrase     the passphrase does not open the key file
"""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RecordError(Exception):
    """Anything the record refuses. `str()` is the message in the reader's language."""

    message: str | Promise = _("The record could not do this.")

    def __str__(self) -> str:
        return str(self.message)


class NoDoor(RecordError):
    """No open door for this actor and purpose."""

    message = _("There is nothing here that you can open.")


class RecordGone(NoDoor):
    """The record was erased."""

    message = _("This record was erased.")


class ReadOnlyDoor(RecordError):
    """The door lets in to read."""

    message = _("This door is for reading. Nothing was changed.")


class LeafError(RecordError):
    """Something about one leaf; `leaf_id` names it."""

    def __init__(self, leaf_id: UUID) -> None:
        super().__init__(leaf_id)
        self.leaf_id = leaf_id


class UnknownLeaf(LeafError):
    """No such leaf in the drawers of this door."""

    message = _("This entry is not in the record.")


class LeafGone(LeafError):
    """The leaf was erased, or is out of this door's reach."""

    message = _("This entry was erased meanwhile. What you wrote is still in the form.")


class TamperedLeaf(LeafError):
    """The sealed bytes were altered or moved."""

    message = _("This entry was altered outside Vado and cannot be read. It is kept as it is.")


class NewerShape(LeafError):
    """`kind` and `shape` name what a later Vado wrote."""

    message = _("This entry was written with a later version of Vado. It is kept as it is; update Vado to read it.")

    def __init__(self, leaf_id: UUID, kind: str, shape: int) -> None:
        super().__init__(leaf_id)
        self.kind = kind
        self.shape = shape


class ChangedUnderItsId(LeafError):
    """The same version id came with other words."""

    message = _("This entry was sent before with other words. The first one is kept.")


class UnfitFact(RecordError):
    """The fact breaks its own type, or is too large."""

    message = _("This entry cannot be kept: a value does not fit, or the text is too long.")


class IncompleteConsent(RecordError):
    """`missing` names the fields that were left open."""

    message = _("The consent is not complete.")

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class OwnDrawerClosed(RecordError):
    """The drawer "only me" can be in no door."""

    message = _("What is kept for you alone can be in no door.")


class InvitationClosed(RecordError):
    """Expired, used or unknown: one answer for all."""

    message = _("This code opens nothing. It may have been used, or its time is over.")


class WrongKey(RecordError):
    """No key of the ring opens this."""

    message = _("The key does not open this. Check that the key file belongs to this database.")


class KeyFileProblem(RecordError):
    """The key file cannot be used. The message names the file and the way to mend it."""

    def __init__(self, path: object, problem: str | Promise) -> None:
        super().__init__(path)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class KeyFileLocked(KeyFileProblem):
    """A passphrase is needed first."""


class WrongPassphrase(KeyFileProblem):
    """The passphrase does not open the key file."""
