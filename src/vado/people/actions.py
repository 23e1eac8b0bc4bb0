"""Every change to accounts, practices and roles. Whole or not at all."""

import datetime as dt
import secrets
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction

from vado.people.access import Role
from vado.people.arrival import SECOND_FACTORS
from vado.people.late_words import forget_late_forms
from vado.people.logins import login_index, with_digits
from vado.people.models import Account, Credential, LoginSession, Membership, Practice
from vado.people.recovery import new_recovery_code, recovery_hash
from vado.people.sessions import owner_of
from vado.people.sign_ins import end_sign_ins
from vado.people.staff_names import sealed_name
from vado.people.wishes import sealed_wishes, wishes_of
from vado.record import Actor, create_record


class NewAccount(NamedTuple):
    """What somebody needs to come back. Shown once; nothing of it can be read from the database."""

    account: Account
    login: str
    recovery_code: str


@transaction.atomic
def sign_up(*, chosen: str, passphrase: str | None, now: dt.datetime) -> NewAccount:
    """A person with a record of their own. Without a passphrase only the recovery code lets them in."""
    new = _account(chosen, passphrase)
    record = create_record(Actor(new.account.id), now=now)
    new.account.own_record_id = record.id
    new.account.save(update_fields=["own_record_id"])
    return new


@transaction.atomic
def add_staff(*, practice: Practice, role: Role, name: str, chosen: str, passphrase: str | None = None) -> NewAccount:
    """Somebody who works in a practice. They need a second factor before they reach anything."""
    new = _account(chosen, passphrase)
    give_role(account=new.account, practice=practice, role=role, name=name)
    return new


def give_role(*, account: Account, practice: Practice, role: Role, name: str) -> Membership:
    """A role in a practice, with the name shown to others."""
    said = {"display_name": sealed_name(account.id, name), "is_ended": False}
    membership, _is_new = Membership.objects.update_or_create(
        account=account, practice=practice, role=role, defaults=said
    )
    return membership


@transaction.atomic
def end_role(*, account: Account, practice: Practice, role: Role) -> None:
    """Somebody no longer works here in that role; their sign-ins end, their name stays on the visits they made."""
    Membership.objects.filter(account=account, practice=practice, role=role).update(is_ended=True)
    end_sign_ins(account.pk)


def found_practice(*, name: str, practice_id: UUID | None = None) -> Practice:
    """A practice of that name."""
    chosen_id = practice_id or uuid4()
    return Practice.objects.create(id=chosen_id, name=sealed_name(chosen_id, name))


@transaction.atomic
def recover(*, login: str, code: str, passphrase: str) -> str | None:
    """A new passphrase by the recovery code, which is used up: the new code, or None when the two do not fit."""
    kept = Credential.objects.select_for_update().filter(account__login_index=login_index(login)).first()
    if kept is None or not secrets.compare_digest(bytes(kept.recovery_hash), recovery_hash(code)):
        make_password(passphrase)  # the same work for a login that is not here
        return None
    return _renewed(kept, passphrase)


@transaction.atomic
def restore_access(*, record_id: UUID) -> str:
    """A new recovery code for the person of that record, made with them present; the old one works no more."""
    kept = Credential.objects.select_for_update().get(account__own_record_id=record_id)
    code = new_recovery_code()
    kept.recovery_hash = recovery_hash(code)
    kept.save(update_fields=["recovery_hash"])
    return code


@transaction.atomic
def change_passphrase(*, account: Account, passphrase: str, but: str = "") -> None:
    """Another passphrase; the recovery code stays. Every sign-in ends but the one of that name."""
    account.set_password(passphrase)
    account.save(update_fields=["password"])
    end_sign_ins(account.pk, but=but)


@transaction.atomic
def remove_passkey(*, account: Account, which: str) -> bool:
    """One passkey less; False where it would leave somebody of a practice without a second step."""
    kept = Authenticator.objects.select_for_update().filter(user=account, type__in=SECOND_FACTORS)
    found = kept.filter(type=Authenticator.Type.WEBAUTHN, pk=int(which) if which.isdecimal() else 0)
    works_here = account.memberships.filter(is_ended=False).exists()
    if works_here and kept.count() <= found.count():
        return False
    return bool(found.delete()[0])


def keep_language(*, account: Account, language: str) -> None:
    """The language in which this account is met, on every device."""
    wishes = msgspec.structs.replace(wishes_of(account), language=language)
    if wishes != wishes_of(account):
        account.wishes = sealed_wishes(account, wishes)
        account.save(update_fields=["wishes"])


def remove_account(*, account: Account) -> None:
    """The account is gone, with its sign-ins and words on their way; its record was erased before."""
    forget_late_forms(account.pk)
    LoginSession.objects.filter(owner=owner_of(account.pk)).delete()
    account.delete()


def _account(chosen: str, passphrase: str | None) -> NewAccount:
    login, code = _free_login(chosen), new_recovery_code()
    account = Account(login_index=login_index(login))
    account.set_password(passphrase)
    account.save(force_insert=True)
    Credential.objects.create(account=account, recovery_hash=recovery_hash(code))
    return NewAccount(account, login, code)


def _free_login(chosen: str) -> str:
    while True:
        login = with_digits(chosen)
        if not Account.objects.filter(login_index=login_index(login)).exists():
            return login


def _renewed(kept: Credential, passphrase: str) -> str:
    code = new_recovery_code()
    change_passphrase(account=kept.account, passphrase=passphrase)
    if kept.account.own_record_id is not None:  # else a lost phone would keep its owner out
        Authenticator.objects.filter(user=kept.account).delete()
    kept.recovery_hash = recovery_hash(code)
    kept.save(update_fields=["recovery_hash"])
    return code
