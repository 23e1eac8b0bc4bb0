"""Guessing the second step: few tries from one address, few from all strangers together, and its owner stays free."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.test import Client

from tests.cast import give_second_factor
from vado.people.limits import ELSEWHERE_TRIES, STEP_TRIES
from vado.people.logins import login_index
from vado.people.models import Account

pytestmark = pytest.mark.django_db
PASSPHRASE = "four quiet words here"
HALF_MINUTE = 59_000_000
AT_HOME, ON_THE_WAY = "192.0.2.1", "192.0.2.77"


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No tries yet, and half a minute that does not end."""
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter([HALF_MINUTE]))
    monkeypatch.setattr(auth.TOTP, "_mark_code_used", lambda *_code: True)
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def secret() -> str:
    """Of an account whose passphrase somebody else has come to know."""
    account = Account(login_index=login_index("río123"))
    account.set_password(PASSPHRASE)
    account.save()
    return give_second_factor(account)


def _code(secret: str, *, off_by: int = 0) -> str:
    return str(auth.format_hotp_value((auth.hotp_value(secret, HALF_MINUTE) + off_by) % 1_000_000))


def _at_second_step(address: str) -> Client:
    browser = Client(REMOTE_ADDR=address)
    browser.post("/sign-in/", {"login": "río123", "password": PASSPHRASE})
    return browser


def _comes_in(secret: str, address: str) -> bool:
    answer = _at_second_step(address).post("/sign-in/code/", {"code": _code(secret)})
    return answer.status_code == HTTPStatus.FOUND


def _guess(secret: str, address: str) -> None:
    browser = _at_second_step(address)
    for _try in range(STEP_TRIES):
        assert browser.post("/sign-in/code/", {"code": _code(secret, off_by=1)}).status_code == HTTPStatus.OK


def test_after_five_codes_one_address_waits_and_another_does_not(secret: str) -> None:
    _guess(secret, ON_THE_WAY)
    assert not _comes_in(secret, ON_THE_WAY)
    assert _comes_in(secret, AT_HOME)


def test_many_addresses_guess_no_code_and_the_owner_comes_in_where_they_did_before(secret: str) -> None:
    assert _comes_in(secret, AT_HOME)
    for place in range(ELSEWHERE_TRIES // STEP_TRIES):
        _guess(secret, f"198.51.100.{place}")
    assert not _comes_in(secret, ON_THE_WAY)
    assert _comes_in(secret, AT_HOME)
