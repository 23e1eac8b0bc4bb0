"""The tables of people: ids, keyed hashes and sealed bytes. No name, no login and no address stands in them."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Role(models.TextChoices):
    """What somebody does in a practice."""

    THERAPIST = "therapist"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"
    RESEARCHER = "researcher"
    MANAGER = "manager"


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their login index."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account of that login index."""
        return self.get(login_index=username)


class Account(AbstractBaseUser):
    """Somebody who can sign in. A person needs no e-mail and no name; the login is kept only as a keyed hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login_index = models.CharField(max_length=64, unique=True)
    is_active = models.BooleanField(default=True)
    own_record_id = models.UUIDField(null=True, unique=True)
    recovery = models.BinaryField(default=b"")  # keyed hash of the printed recovery code
    last_login = None  # when somebody was here is nobody's business

    USERNAME_FIELD = "login_index"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        db_table = "people_account"


class Practice(models.Model):
    """A place where people work together. Its name is sealed under a key of the house."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.BinaryField()

    class Meta:
        db_table = "people_practice"


class Membership(models.Model):
    """One role of one account in one practice; the name shown to others is sealed."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    shown_name = models.BinaryField()

    class Meta:
        db_table = "people_membership"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "practice", "role"], name="people_membership_once")
        ]
