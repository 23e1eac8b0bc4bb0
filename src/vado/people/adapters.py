"""What Vado asks of allauth: logins as keyed hashes, limits that lock nobody out, second-factor secrets sealed."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from vado.people.late_words import home_of
from vado.people.models import Account
from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash, seal, unseal

ISSUER = "Vado"
_BOUND = b"second factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc,unused-ignore]
    """Limits count tries for an account from one address, so a stranger elsewhere locks nobody out."""

    def get_client_ip(self, request: HttpRequest) -> str:
        return keyed_hash(house_key("addresses"), request.META["REMOTE_ADDR"].encode()).hex()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return f"{credentials.get('username', '')}:{self.get_client_ip(request)}"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(_account_of(request))

    def add_message(self, *_args: Any, **_options: Any) -> None:
        """Signing in and out needs no message."""

    def send_mail(self, *_args: Any, **_options: Any) -> None:
        """Vado sends no mail to anybody."""


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc,unused-ignore]
    """Secrets are sealed; the phone shows a fixed name, never the login's hash or the host."""

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(house_key("second_factors"), text.encode(), _BOUND)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(house_key("second_factors"), base64.b64decode(encrypted_text), _BOUND).decode()

    def get_totp_issuer(self) -> str:
        return ISSUER

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return ISSUER

    def _get_user_identifier(self, user: AbstractBaseUser) -> str:
        return ISSUER

    def _get_site_name(self) -> str:
        return ISSUER

    def generate_authenticator_name(self, _user: AbstractBaseUser, _type: object) -> str:
        """The same word for every key: pages tell them apart by their date."""
        return "passkey"

    def send_notification_mail(self, *_args: Any, **_options: Any) -> None:
        """Vado sends no mail to anybody."""


def _account_of(request: HttpRequest) -> Account:
    if not isinstance(request.user, Account):
        raise LookupError("nobody is signed in")
    return request.user


def name_of_account(_user: AbstractBaseUser) -> str:
    """What allauth may call an account: nothing that could identify it."""
    return ISSUER
