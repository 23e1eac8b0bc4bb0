"""A passkey is a second step as good as a code; losing it keeps nobody out, and staff are never without one."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.cast import PASSPHRASE, Cast, Part
from vado.people import actions
from vado.people.models import Account

pytestmark = pytest.mark.django_db


def _give_passkey(account: Account) -> Authenticator:
    kind = Authenticator.Type.WEBAUTHN
    return Authenticator.objects.create(user=account, type=kind, data={"name": "passkey", "credential": {}})


def test_it_satisfies_the_second_step_of_staff(cast: Cast) -> None:
    _give_passkey(cast.accounts[Part.NEW_STAFF])
    assert cast.client(Part.NEW_STAFF).get("/people/").status_code == 200


def test_the_last_second_step_of_staff_stays(cast: Cast) -> None:
    kept = _give_passkey(cast.accounts[Part.NEW_STAFF])
    assert not actions.remove_passkey(account=cast.accounts[Part.NEW_STAFF], which=str(kept.pk))
    beside_a_code = _give_passkey(cast.accounts[Part.THERAPIST])
    assert actions.remove_passkey(account=cast.accounts[Part.THERAPIST], which=str(beside_a_code.pk))


def test_nobody_takes_away_the_passkey_of_another(cast: Cast) -> None:
    kept = _give_passkey(cast.person)
    assert not actions.remove_passkey(account=cast.accounts[Part.PERSON_ON_THEIR_OWN], which=str(kept.pk))
    assert actions.remove_passkey(account=cast.person, which=str(kept.pk))


def test_the_passphrase_is_asked_for_first(cast: Cast) -> None:
    client = cast.client(Part.PERSON)
    for address in ("/passkeys/", "/passkeys/add/"):
        assert client.get(address)["Location"].startswith("/sign-in/once-more/")
    client.post("/sign-in/once-more/", {"password": PASSPHRASE})
    assert client.get("/passkeys/").status_code == 200


def test_with_a_lost_phone_the_recovery_code_still_lets_in(cast: Cast) -> None:
    _give_passkey(cast.person)
    new = "six other words under the bridge"
    actions.recover(login=cast.login, code=cast.recovery_code, passphrase=new)
    assert Client().post("/sign-in/", {"login": cast.login, "password": new})["Location"] == "/me/"
