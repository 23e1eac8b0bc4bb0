"""How often something may be tried: counted for account and address together, in the cache that all workers share."""

import hmac

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from vado.people.logins import plain_login
from vado.record.house_keys import house_key


def is_within_limit(request: HttpRequest, act: str, whose: str, tries: int, seconds: int) -> bool:
    """Counts one try and tells whether it is still within the limit. A stranger elsewhere uses up nobody's tries."""
    address = get_adapter().get_client_ip(request)
    plain = f"{act}|{plain_login(whose)}|{address}".encode()
    key = f"limit/{hmac.digest(house_key('addresses'), plain, 'sha256').hex()}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= tries
    except ValueError:  # it ran out between the two lines: a new window begins
        return cache.add(key, 1, seconds)
