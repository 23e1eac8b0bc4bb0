"""Who has arrived with a request: found once, when first asked for, and kept on the request."""

import datetime as dt
from functools import cached_property
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils import timezone

from vado.people.access import Role
from vado.people.models import Account
from vado.record import Actor

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Arrival:
    """A signed-in account with its roles. `at` is the one clock reading of the request."""

    def __init__(self, account: Account, sign_in: str | None) -> None:
        self.account = account
        self.at: dt.datetime = timezone.now()
        self.actor = Actor(account.pk, sign_in)

    @property
    def own_record_id(self) -> UUID | None:
        """The person's own record; staff have none."""
        return self.account.own_record_id

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What this account does in its practices. An account with a record of its own has no role."""
        if self.account.own_record_id is not None:
            return frozenset()
        held = self.account.memberships.filter(is_ended=False)
        return frozenset(Role(role) for role in held.values_list("role", flat=True))

    @property
    def is_staff(self) -> bool:
        """Whether this account belongs to a practice."""
        return bool(self.roles)

    @cached_property
    def has_second_factor(self) -> bool:
        """Whether an authenticator is set up; signing in then asks for it, always."""
        return bool(Authenticator.objects.filter(user_id=self.account.pk, type__in=SECOND_FACTORS).exists())

    @property
    def lacks_second_factor(self) -> bool:
        """Whether somebody of a practice has none yet."""
        return self.is_staff and not self.has_second_factor


def arrival_of(request: HttpRequest) -> Arrival:
    """The arrival of a signed-in request."""
    arrival: Arrival = request.arrival  # type: ignore[attr-defined]
    return arrival
