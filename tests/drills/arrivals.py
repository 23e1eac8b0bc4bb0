"""Coming in through the pages: login, passphrase, and the code that the phone shows."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

PERIOD_SECONDS = 30


def code_of(secret: str) -> str:
    """What the phone shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD_SECONDS)))


def sign_in(client: Client, login: str, passphrase: str) -> str:
    """Login and passphrase, through the page; gives the address that follows."""
    answer = client.post("/sign-in/", {"login": login, "password": passphrase})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def sign_in_with_code(client: Client, login: str, passphrase: str, secret: str) -> None:
    """Login, passphrase and code. A code works once; here the phone need not wait for the next one."""
    assert sign_in(client, login, passphrase) == "/sign-in/code/"
    cache.clear()
    answer = client.post("/sign-in/code/", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
