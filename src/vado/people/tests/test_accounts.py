"""Signing up, in, out and coming back."""

import pytest
from django.test import Client

from vado.people.models import Account

pytestmark = pytest.mark.django_db

PASSPHRASE = "four quiet words here"


def sign_up(client: Client, chosen: str = "río") -> tuple[str, str]:
    answer = client.post("/sign-up/", {"chosen": chosen, "passphrase": PASSPHRASE})
    assert answer.status_code == 200
    return answer.context["login"], answer.context["code"]


def test_somebody_signs_up_with_one_word_and_a_passphrase(client: Client) -> None:
    login, code = sign_up(client)
    assert login.startswith("río")
    assert login[3:].isdigit()
    assert len(code.replace("-", "")) == 28
    assert client.get("/doors/").status_code == 200


def test_they_sign_in_with_their_login_whatever_its_capitals(client: Client) -> None:
    login, _code = sign_up(client)
    client.post("/sign-out/")
    assert client.get("/doors/").status_code == 302
    answer = client.post("/sign-in/", {"login": f" {login.upper()} ", "password": PASSPHRASE})
    assert answer.status_code == 302
    assert answer["Location"] == "/me/"
    assert client.get("/doors/").status_code == 200


def test_the_recovery_code_works_once_and_gives_another(client: Client) -> None:
    login, code = sign_up(client)
    client.post("/sign-out/")
    words = {"login": login, "code": code.lower().replace("-", " "), "passphrase": "another four words now"}
    answer = client.post("/recover/", words)
    assert answer.status_code == 200
    assert answer.context["code"] != code
    assert client.post("/recover/", words).status_code == 400
    assert client.post("/sign-in/", {"login": login, "password": "another four words now"}).status_code == 302


def test_nothing_in_the_table_tells_the_login(client: Client) -> None:
    login, _code = sign_up(client)
    account = Account.objects.get()
    assert login not in str(vars(account))


def test_every_page_of_a_person_answers(client: Client) -> None:
    sign_up(client)
    for address in ("/doors/", "/doors/invite/", "/visits/", "/settings/", "/erase/", "/me/"):
        assert client.get(address).status_code == 200, address
