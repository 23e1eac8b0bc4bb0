"""Whether the time of a refused sign-in tells that a login is here."""

import statistics
import time
from collections.abc import Iterator

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_settings

from bench.figures import Figure, at_most
from vado.people.logins import login_index
from vado.people.models import Account

TRIES = 500  # for each of the two, 1,000 in all
COUNTED = 0.95


class LightArgon2(Argon2PasswordHasher):
    """The real hash with little work, so that what differs besides it is not hidden by it."""

    time_cost = 1
    memory_cost = 1024
    parallelism = 1


def figures() -> Iterator[Figure]:
    """CPU of the request, the means of 500 each; the slowest twentieth of each is left out."""
    hasher = f"{LightArgon2.__module__}.{LightArgon2.__qualname__}"
    with override_settings(PASSWORD_HASHERS=[hasher], ACCOUNT_RATE_LIMITS=False):
        cache.clear()
        account = Account(login_index=login_index("lake123"))
        account.set_password("four quiet words here")
        account.save()
        known, unknown = (_mean(taken) for taken in _tries("lake123", "sea456"))
    difference = abs(known - unknown) / max(known, unknown) * 100
    yield at_most("known and unknown login, 1,000 tries, light hash", difference, "% apart", 5)
    yield at_most("a refused sign-in, light hash", known * 1000, "CPU ms", None)


def _tries(*logins: str) -> list[list[float]]:
    client = Client(headers={"host": "localhost"})
    taken: dict[str, list[float]] = {login: [] for login in logins}
    for _try in range(TRIES):
        for login, seconds in taken.items():
            began = time.process_time()
            client.post("/sign-in/", {"login": login, "password": "wrong"})
            seconds.append(time.process_time() - began)
    return list(taken.values())


def _mean(taken: list[float]) -> float:
    return statistics.fmean(sorted(taken)[: int(len(taken) * COUNTED)])
