"""Trying passphrases: few tries, the same answer for everybody, and no stranger locks a person out."""

import re
import statistics
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from vado.people.limits import is_within_limit
from vado.people.logins import login_index
from vado.people.models import Account
from vado.people.views.accounts import SIGN_UPS_AN_HOUR

pytestmark = pytest.mark.django_db

PASSPHRASE = "four quiet words here"
TRIES = 500  # for each of the two, 1,000 in all
FULL_TRIES = 30  # for each of the two, with a hash of 100 MB
WITHIN = 0.05


class LightArgon2(Argon2PasswordHasher):
    """The real hash with little work, so that a thousand tries take seconds; the work is the same for both."""

    time_cost = 1
    memory_cost = 1024
    parallelism = 1


class CountedArgon2(Argon2PasswordHasher):
    """The hash of real use; each computation leaves what it cost: rounds, memory, lanes."""

    computed: ClassVar[list[tuple[int, int, int]]] = []

    def encode(self, password: str, salt: str) -> str:
        self.computed.append((self.time_cost, self.memory_cost, self.parallelism))
        return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        stored = self.decode(encoded)
        self.computed.append((stored["time_cost"], stored["memory_cost"], stored["parallelism"]))
        return bool(super().verify(password, encoded))


@pytest.fixture(autouse=True)
def _no_tries_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def account() -> Account:
    account = Account(login_index=login_index("río123"))
    account.set_password(PASSPHRASE)
    account.save()
    return account


def knock(client: Client, login: str, passphrase: str, address: str = "192.0.2.1") -> HttpResponse:
    answer: HttpResponse = client.post("/sign-in/", {"login": login, "password": passphrase}, REMOTE_ADDR=address)  # type: ignore[assignment]
    return answer


def test_after_five_tries_one_waits(client: Client, account: Account) -> None:
    for _try in range(5):
        knock(client, "río123", "wrong")
    assert knock(client, "río123", PASSPHRASE).status_code == 200  # not let in, although the passphrase fits


def test_a_stranger_elsewhere_locks_nobody_out(client: Client, account: Account) -> None:
    for _try in range(20):
        knock(Client(), "río123", "wrong", address="198.51.100.7")
    assert knock(client, "río123", PASSPHRASE, address="192.0.2.1").status_code == 302


def test_known_and_unknown_logins_read_the_same(client: Client, account: Account) -> None:
    known, unknown = (knock(Client(), login, "wrong") for login in ("río123", "mar456"))
    assert known.status_code == unknown.status_code
    assert _body(known, "río123") == _body(unknown, "mar456")


def test_every_try_costs_one_hash_of_the_same_work_as_in_real_use(settings: Settings, account: Account) -> None:
    """Whether the login is known, unknown, or belongs to somebody who has no passphrase."""
    assert [f"{Argon2PasswordHasher.__module__}.{Argon2PasswordHasher.__qualname__}"] == settings.PASSWORD_HASHERS
    settings.PASSWORD_HASHERS = [f"{CountedArgon2.__module__}.{CountedArgon2.__qualname__}"]
    without = Account(login_index=login_index("sol789"))
    without.set_unusable_password()
    without.save()
    costs = []
    for login in ("río123", "mar456", "sol789"):
        CountedArgon2.computed.clear()
        knock(Client(), login, "wrong")
        costs.append(list(CountedArgon2.computed))
    real = Argon2PasswordHasher
    assert costs == [[(real.time_cost, real.memory_cost, real.parallelism)]] * 3


@pytest.mark.drill
def test_known_and_unknown_logins_take_the_same_time(settings: Settings) -> None:
    """With little work in the hash, whatever else differs weighs the more: the stricter of the two."""
    settings.PASSWORD_HASHERS = [f"{LightArgon2.__module__}.{LightArgon2.__qualname__}"]
    assert _difference(settings, TRIES) < WITHIN


@pytest.mark.drill
def test_they_take_the_same_time_with_the_hash_of_real_use(settings: Settings) -> None:
    assert _difference(settings, FULL_TRIES) < WITHIN


def _difference(settings: Settings, tries: int) -> float:
    """Between the mean times of a known and an unknown login, as a share; the slowest twentieth is left out."""
    settings.ACCOUNT_RATE_LIMITS = False
    account = Account(login_index=login_index("río123"))
    account.set_password(PASSPHRASE)
    account.save()
    seconds: dict[str, list[float]] = {"río123": [], "mar456": []}
    client = Client()
    for _try in range(tries):
        for login, taken in seconds.items():
            began = time.process_time()
            knock(client, login, "wrong")
            taken.append(time.process_time() - began)
    known, unknown = (statistics.fmean(sorted(taken)[: int(tries * 0.95)]) for taken in seconds.values())
    return abs(known - unknown) / max(known, unknown)


def _body(answer: HttpResponse, login: str) -> str:
    without_token = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return without_token.replace(login, "LOGIN")


def test_a_connection_that_begins_too_many_records_waits_and_signs_in_as_ever(
    client: Client, account: Account, rf: RequestFactory
) -> None:
    for _time in range(SIGN_UPS_AN_HOUR):
        assert is_within_limit(rf.get("/"), "sign-up", "", SIGN_UPS_AN_HOUR, 60)
    page = client.post("/sign-up/", {"chosen": "ford", "passphrase": PASSPHRASE})
    assert page.status_code == 400
    assert "Wait an hour" in page.content.decode()
    assert Account.objects.count() == 1
    assert knock(client, "río123", PASSPHRASE, "127.0.0.1").status_code == 302
