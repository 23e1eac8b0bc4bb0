"""The cast: everybody who may come to Vado's door, each made by the real actions and named by their role."""

import datetime as dt
import enum
import functools
from dataclasses import dataclass, field
from uuid import UUID

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client
from django.utils import timezone

from vado.diary.rules_when import today_of
from vado.people import actions
from vado.people.access import Role, rule_for
from vado.people.facts import DiarySettings, Profile
from vado.people.models import Account, Practice
from vado.people.sessions import SessionStore
from vado.record import (
    SHAREABLE_DRAWERS,
    Actor,
    Consent,
    Drawer,
    Purpose,
    Record,
    accept_invitation,
    open_record,
    open_to_write,
)

PASSPHRASE = "five calm words by the river"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def lived_today() -> dt.date:
    """The day that the pages call today: until the day starts, in the small hours, it is still yesterday."""
    return today_of(DiarySettings(), timezone.now())


class Part(enum.StrEnum):
    """Who asks, seen from one person's record: the record of the person with a therapist."""

    ANONYMOUS = "anonymous"
    PERSON = "the person"
    PERSON_ON_THEIR_OWN = "another person"
    THERAPIST = "therapist"
    FORMER_THERAPIST = "former therapist"
    SUPERVISOR = "supervisor"
    FACILITATOR = "facilitator"
    RESEARCHER = "researcher"
    MANAGER = "manager"
    STRANGER = "stranger"
    NEW_STAFF = "staff without a second factor"


DOORS: dict[Part, tuple[Role, frozenset[Drawer]]] = {
    Part.THERAPIST: (
        Role.THERAPIST,
        SHAREABLE_DRAWERS,
    ),
    Part.FORMER_THERAPIST: (Role.THERAPIST, frozenset({Drawer.PROFILE, Drawer.DIARY})),
    Part.SUPERVISOR: (Role.SUPERVISOR, frozenset({Drawer.PLAN})),
    Part.FACILITATOR: (Role.FACILITATOR, frozenset({Drawer.PROFILE})),
    Part.RESEARCHER: (Role.RESEARCHER, frozenset({Drawer.DIARY})),
}
MAY_WRITE = frozenset({Part.THERAPIST})
ROLES: dict[Part, Role] = {
    **{part: role for part, (role, _drawers) in DOORS.items()},
    Part.MANAGER: Role.MANAGER,
    Part.STRANGER: Role.THERAPIST,
    Part.NEW_STAFF: Role.THERAPIST,
}


@dataclass
class Cast:
    """Everybody, and the one record that they ask for."""

    practice: Practice
    accounts: dict[Part, Account] = field(default_factory=dict)
    clients: dict[Part, Client] = field(default_factory=dict)
    login: str = ""  # of the person with a therapist, with the recovery code that they printed
    recovery_code: str = ""

    @property
    def person(self) -> Account:
        """The person with a therapist."""
        return self.accounts[Part.PERSON]

    @property
    def record_id(self) -> UUID:
        """The record of the person with a therapist."""
        return own_record_of(self.person)

    def client(self, part: Part) -> Client:
        """A browser in which that part is signed in."""
        if part not in self.clients:
            self.clients[part] = Client()
            if part in self.accounts:
                sign_in(self.clients[part], self.accounts[part])
        return self.clients[part]

    def open(self, part: Part = Part.PERSON) -> Record:
        """The own record of a person of the cast."""
        account = self.accounts[part]
        return open_record(Actor(account.pk), own_record_of(account), Purpose.OWN, now=timezone.now())


def make_cast() -> Cast:
    """Everybody, with their doors opened and, for the former therapist, closed."""
    cast = Cast(actions.found_practice(name="The practice by the river"))
    now = timezone.now()
    for part in (Part.PERSON_ON_THEIR_OWN, Part.PERSON):
        new = actions.sign_up(chosen="río", passphrase=None, now=now)
        cast.accounts[part], cast.login, cast.recovery_code = new.account, new.login, new.recovery_code
    for part, role in ROLES.items():
        cast.accounts[part] = _staff(cast.practice, part, role)
    for account in cast.accounts.values():
        _give_passphrase(account)
    for part, (role, drawers) in DOORS.items():
        open_door(cast.person, cast.accounts[part], role, drawers, now=now, may_write=part in MAY_WRITE)
    _close_the_former_door(cast, now)
    return cast


def own_record_of(account: Account) -> UUID:
    """The id of the person's own record."""
    if account.own_record_id is None:
        raise LookupError("staff have no record of their own")
    return account.own_record_id


def sign_in(client: Client, account: Account) -> None:
    """Gives the browser a login session."""
    client.cookies["here"] = login_session(account)


def login_session(account: Account) -> str:
    """A login session as a sign-in leaves it, without the work of the passphrase; gives its key."""
    session: SessionBase = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return session.session_key or ""


def give_second_factor(account: Account) -> str:
    """Sets up a code generator; gives its secret."""
    secret = str(generate_totp_secret())
    TOTP.activate(account, secret)
    return secret


def consent(*, until: dt.datetime | None, now: dt.datetime, signed: str = "M.", words: str = "") -> Consent:
    """A complete consent; `words` stand in each of its free fields."""
    return Consent(
        who=words or signed,
        recipient=words or "the therapist",
        what=words or "my diary",
        purpose=words or "to work on it together",
        until=until,
        revocable=words or "I can close this door at any time.",
        signed_name=words or signed,
        signed_at=now,
        language="en",
    )


def open_door(
    person: Account,
    staff: Account,
    role: Role,
    drawers: frozenset[Drawer],
    *,
    now: dt.datetime,
    until: dt.datetime | None = None,
    said: Consent | None = None,
    may_write: bool = False,
) -> UUID:
    """The person invites and the other accepts; gives the id of the door."""
    rule = rule_for(role)
    if rule is None:
        raise LookupError(f"no rule lets a {role} in")
    with open_to_write(Actor(person.pk), own_record_of(person), Purpose.OWN, now=now) as record:
        agreed = said or consent(until=until, now=now)
        code = record.make_invitation(drawers, rule.purpose, agreed, until, now=now, may_write=may_write)
    return accept_invitation(Actor(staff.pk), code, now=now).id


def write_profile(record: Record, called: str, contact: str = "") -> None:
    """The person's name and how to reach them."""
    record.put(Profile(called=called, contact=contact))


def _staff(practice: Practice, part: Part, role: Role) -> Account:
    account = actions.add_staff(practice=practice, role=role, name=f"The {part.value}", chosen="puente").account
    if part is not Part.NEW_STAFF:
        give_second_factor(account)
    return account


def _give_passphrase(account: Account) -> None:
    account.password = _hashed()
    Account.objects.filter(pk=account.pk).update(password=account.password)


@functools.cache
def _hashed() -> str:
    """Hashed once for all: it is slow on purpose."""
    return make_password(PASSPHRASE)


def _close_the_former_door(cast: Cast, now: dt.datetime) -> None:
    former = cast.accounts[Part.FORMER_THERAPIST].pk
    record = cast.open()
    for door in record.doors():
        if door.actor == former:
            record.close_door(door.id, now=now)
