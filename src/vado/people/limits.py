"""How often something may be tried: counted for account and address together, in the cache that all workers share."""

import hmac

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from vado.people.logins import plain_login
from vado.record.house_keys import house_key

STEP = "second step"
STEP_TRIES, STEP_SECONDS = 5, 15 * 60
ELSEWHERE_TRIES, ELSEWHERE_SECONDS = 20, 60 * 60  # 480 of a million codes a day
KNOWN_SECONDS = 30 * 24 * 60 * 60


def is_within_limit(request: HttpRequest, act: str, whose: str, tries: int, seconds: int) -> bool:
    """Counts one try and tells whether it is still within the limit. A stranger elsewhere uses up nobody's tries."""
    return _is_counted_within(_here(request, act, whose), tries, seconds)


def may_try_second_step(request: HttpRequest, whose: str) -> bool:
    """Counts one try of the second step; its limits are for whoever knows the passphrase already.

    Five tries in a quarter of an hour from one address. All addresses together have twenty an hour, so that many of
    them guess no code; an address from which the account has come in lately is not among these, and stays free.
    """
    if not is_within_limit(request, STEP, whose, STEP_TRIES, STEP_SECONDS):
        return False
    is_known = cache.get(_here(request, "known", whose)) is not None
    return is_known or _is_counted_within(_key(STEP, whose, "elsewhere"), ELSEWHERE_TRIES, ELSEWHERE_SECONDS)


def second_step_passed(request: HttpRequest, whose: str) -> None:
    """The account has come in from here: its tries are forgotten, and the address is known for a month."""
    cache.delete(_here(request, STEP, whose))
    cache.set(_here(request, "known", whose), 1, KNOWN_SECONDS)


def _is_counted_within(key: str, tries: int, seconds: int) -> bool:
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= tries
    except ValueError:  # it ran out between the two lines: a new window begins
        return cache.add(key, 1, seconds)


def _here(request: HttpRequest, act: str, whose: str) -> str:
    return _key(act, whose, get_adapter().get_client_ip(request))


def _key(act: str, whose: str, where: str) -> str:
    plain = f"{act}|{plain_login(whose)}|{where}".encode()
    return f"limit/{hmac.digest(house_key('addresses'), plain, 'sha256').hex()}"
