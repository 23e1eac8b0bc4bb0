"""The tables of people. Nothing in them names anybody: logins are keyed hashes, names and sign-ins are sealed."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vado.people.access import Role


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by their login index."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(login_index=username)


class Account(AbstractBaseUser):
    """Somebody who can sign in. The login itself is kept nowhere."""

    last_login = None  # when somebody was last here is nobody's business
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login_index = models.CharField(max_length=64, unique=True)
    own_record_id = models.UUIDField(null=True, unique=True)
    is_active = models.BooleanField(default=True)
    wishes = models.BinaryField(default=b"")  # sealed: the language that follows them to another device

    USERNAME_FIELD = "login_index"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Accounts] = Accounts()

    class Meta:
        db_table = "people_account"


class Practice(models.Model):
    """A practice; its name is sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.BinaryField()

    class Meta:
        db_table = "people_practice"


class Membership(models.Model):
    """What somebody does in a practice, and the sealed name under which people meet them."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    display_name = models.BinaryField()
    is_ended = models.BooleanField(default=False)  # the line stays, so that old visits keep their name

    class Meta:
        db_table = "people_membership"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "practice", "role"], name="people_membership_once")
        ]


class Credential(models.Model):
    """The keyed hash of the recovery code in force; a code works once and is followed by a new one."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="credential")
    recovery_hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "people_credential"


class LoginSession(models.Model):
    """A login session under the hash of its cookie: a stolen row signs nobody in."""

    cookie_hash = models.CharField(primary_key=True, max_length=64)
    owner = models.CharField(max_length=64, default="", db_index=True)  # a keyed hash of the account; "" for nobody
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_login_session"


class SharedNote(models.Model):
    """A short-lived note that all workers share, such as tries to sign in. It says nothing by itself."""

    key = models.CharField(primary_key=True, max_length=64)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_shared_note"
