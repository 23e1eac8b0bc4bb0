"""The heart: a record is a sealed box, and a door is a key. These are the names that the rooms above may use.

They are loaded when first asked for, so that facts can be imported without Django.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vado.record.admission import note_act as note_act
    from vado.record.doorkeeping import INVITATION_LASTS as INVITATION_LASTS
    from vado.record.doorkeeping import accept_invitation as accept_invitation
    from vado.record.doors import Actor as Actor
    from vado.record.doors import Consent as Consent
    from vado.record.doors import Door as Door
    from vado.record.doors import DoorState as DoorState
    from vado.record.doors import Purpose as Purpose
    from vado.record.errors import ChangedUnderItsId as ChangedUnderItsId
    from vado.record.errors import IncompleteConsent as IncompleteConsent
    from vado.record.errors import InvitationClosed as InvitationClosed
    from vado.record.errors import KeyFileLocked as KeyFileLocked
    from vado.record.errors import KeyFileProblem as KeyFileProblem
    from vado.record.errors import LeafError as LeafError
    from vado.record.errors import LeafGone as LeafGone
    from vado.record.errors import NewerShape as NewerShape
    from vado.record.errors import NoDoor as NoDoor
    from vado.record.errors import OwnDrawerClosed as OwnDrawerClosed
    from vado.record.errors import ReadOnlyDoor as ReadOnlyDoor
    from vado.record.errors import RecordError as RecordError
    from vado.record.errors import RecordGone as RecordGone
    from vado.record.errors import TamperedLeaf as TamperedLeaf
    from vado.record.errors import UnfitFact as UnfitFact
    from vado.record.errors import UnknownLeaf as UnknownLeaf
    from vado.record.errors import WrongKey as WrongKey
    from vado.record.errors import WrongPassphrase as WrongPassphrase
    from vado.record.facts import SHAREABLE_DRAWERS as SHAREABLE_DRAWERS
    from vado.record.facts import Drawer as Drawer
    from vado.record.facts import Fact as Fact
    from vado.record.house_keys import house_key as house_key
    from vado.record.keyring import keyring as keyring
    from vado.record.leaves import Leaf as Leaf
    from vado.record.leaves import UnreadableLeaf as UnreadableLeaf
    from vado.record.leaves import WhyUnreadable as WhyUnreadable
    from vado.record.leaves import last_written as last_written
    from vado.record.leaves import one_head_each as one_head_each
    from vado.record.letters import LETTER_BOX_LASTS as LETTER_BOX_LASTS
    from vado.record.letters import Letter as Letter
    from vado.record.letters import LetterBox as LetterBox
    from vado.record.letters import drop_letter_box as drop_letter_box
    from vado.record.letters import leave_letter as leave_letter
    from vado.record.letters import letter_boxes as letter_boxes
    from vado.record.letters import make_letter_box as make_letter_box
    from vado.record.letters import take_letter as take_letter
    from vado.record.opening import FirstDoor as FirstDoor
    from vado.record.opening import OpenedRecords as OpenedRecords
    from vado.record.opening import create_record as create_record
    from vado.record.opening import open_many as open_many
    from vado.record.opening import open_record as open_record
    from vado.record.opening import open_to_write as open_to_write
    from vado.record.record import Changes as Changes
    from vado.record.record import Record as Record
    from vado.record.visits import Act as Act
    from vado.record.visits import Visit as Visit
    from vado.record.waiting import Waiting as Waiting
    from vado.record.waiting import take_back as take_back
    from vado.record.waiting import waiting_invitations as waiting_invitations
    from vado.record.writing import Outcome as Outcome
    from vado.record.writing import Sent as Sent

_WHERE = {
    "admission": ("note_act",),
    "doorkeeping": ("INVITATION_LASTS", "accept_invitation"),
    "doors": ("Actor", "Consent", "Door", "DoorState", "Purpose"),
    "errors": (
        "ChangedUnderItsId",
        "IncompleteConsent",
        "InvitationClosed",
        "KeyFileLocked",
        "KeyFileProblem",
        "LeafError",
        "LeafGone",
        "NewerShape",
        "NoDoor",
        "OwnDrawerClosed",
        "ReadOnlyDoor",
        "RecordError",
        "RecordGone",
        "TamperedLeaf",
        "UnfitFact",
        "UnknownLeaf",
        "WrongKey",
        "WrongPassphrase",
    ),
    "facts": ("SHAREABLE_DRAWERS", "Drawer", "Fact"),
    "house_keys": ("house_key",),
    "keyring": ("keyring",),
    "leaves": ("Leaf", "UnreadableLeaf", "WhyUnreadable", "last_written", "one_head_each"),
    "letters": (
        "LETTER_BOX_LASTS",
        "Letter",
        "LetterBox",
        "drop_letter_box",
        "leave_letter",
        "letter_boxes",
        "make_letter_box",
        "take_letter",
    ),
    "opening": ("FirstDoor", "OpenedRecords", "create_record", "open_many", "open_record", "open_to_write"),
    "record": ("Changes", "Record"),
    "visits": ("Act", "Visit"),
    "waiting": ("Waiting", "take_back", "waiting_invitations"),
    "writing": ("Outcome", "Sent"),
}
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
