"""A word in every field of everything that can be kept, and who may read which."""

import re
import uuid
from collections.abc import Callable

import msgspec
from django.utils import timezone

from tests.cast import DOORS, Cast, Part, consent, open_door
from tests.matrix.lines import modules
from vado.record import Drawer, Fact, Purpose, Record, leave_letter, letter_boxes, make_letter_box

CANARY = re.compile(rb"canary-[a-z]+-[a-z]+")
# Words of doors, invitations and letters on their way, which lie in no drawer.
FOR_THE_PERSON = ("consent", "invited", "letterasked", "letterwords", "lettersigned")
Say = Callable[[str], str]

drawer_of: dict[str, Drawer] = {}


def write_canaries(record: Record, whose: str) -> dict[str, uuid.UUID]:
    """Facts of every slice with a word in each field; gives the leaf of each kind."""

    def say(what: str) -> str:
        return f"canary-{whose}-{what}"

    leaves: dict[str, uuid.UUID] = {}
    for module in modules():
        for fact in getattr(module, "canaries", _none)(say):
            leaves.setdefault(fact.kind, _put(record, fact, fact.drawer))
        for fact in getattr(module, "only_mine", _none)(say):
            leaves.setdefault(f"only_mine_{fact.kind}", _put(record, fact, Drawer.OWN))
    return leaves


def write_doors(cast: Cast) -> str:
    """Words in the consent of an open door, and in an invitation that waits; gives the code of the invitation."""
    now = timezone.now()
    said = consent(until=None, now=now, words="canary-person-consent")
    role, drawers = DOORS[Part.SUPERVISOR]
    open_door(cast.person, cast.accounts[Part.SUPERVISOR], role, drawers, now=now, said=said)
    _invites(cast, Part.PERSON_ON_THEIR_OWN, "other")
    return _invites(cast, Part.PERSON, "person")


def write_letters(cast: Cast) -> dict[str, str]:
    """A letter that came and a code that nobody has used, each person their own; the ids of the person's."""
    _asks_for_words(cast, Part.PERSON_ON_THEIR_OWN, "other")
    return _asks_for_words(cast, Part.PERSON, "person")


def _asks_for_words(cast: Cast, part: Part, whose: str) -> dict[str, str]:
    record, asked = cast.open(part), f"canary-{whose}-letterasked"
    words, signed = f"canary-{whose}-letterwords", f"canary-{whose}-lettersigned"
    leave_letter(make_letter_box(record, asked), words, signed, sending=uuid.uuid4(), now=timezone.now())
    came = next(box for box in letter_boxes(record) if box.has_letter)
    return {"letter_box": str(came.id), "letter_code": make_letter_box(record, asked)}


def _invites(cast: Cast, part: Part, whose: str) -> str:
    now = timezone.now()
    waits = consent(until=None, now=now, words=f"canary-{whose}-invited")
    return cast.open(part).make_invitation({Drawer.DIARY}, Purpose.CARE, waits, None, now=now)


def _none(_say: Say) -> list[Fact]:
    return []


def _put(record: Record, fact: Fact, drawer: Drawer) -> uuid.UUID:
    for word in CANARY.findall(msgspec.json.encode(fact)):
        drawer_of[word.decode().split("-")[2]] = drawer
    return record.put(fact, drawer=drawer if drawer is Drawer.OWN else None).id


def may_read(word: str, part: Part) -> bool:
    """Persons read their own words; through a door, what its drawers hold, and never what is for one alone."""
    _canary, whose, what = word.split("-")
    if part in (Part.PERSON, Part.PERSON_ON_THEIR_OWN):
        return whose == ("person" if part is Part.PERSON else "other")
    if whose != "person" or what in FOR_THE_PERSON or part is Part.FORMER_THERAPIST or part not in DOORS:
        return False
    return drawer_of[what] in DOORS[part][1]
