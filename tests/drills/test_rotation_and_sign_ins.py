"""A login session and a second factor that were made before the practice key was rotated work after it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.cast import give_second_factor
from tests.drills.arrivals import sign_in, sign_in_with_code
from vado.people import actions
from vado.people.access import Role
from vado.record.house_keys import forget_house_keys
from vado.record.keyring import key_path, keyring, lock
from vado.record.models import HouseKey
from vado.record.rotation import forget_epoch, is_finished, rotate

pytestmark = [pytest.mark.drill, pytest.mark.django_db]

PASSPHRASE = "four quiet words here"


@pytest.fixture(autouse=True)
def _own_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    cache.clear()
    shutil.copy(key_path(), tmp_path / "practice.key")
    monkeypatch.setenv("VADO_KEY_FILE", str(tmp_path / "practice.key"))
    yield
    forget_house_keys()
    lock()


def rotate_and_forget() -> None:
    """The old epoch is taken out of the key file, so that nothing can still lean on it."""
    old = keyring().primary
    rotate(rest=lambda _seconds: None)
    assert is_finished()
    forget_epoch(old)
    forget_house_keys()
    lock()
    assert keyring().primary != old
    assert set(HouseKey.objects.values_list("epoch", flat=True)) == {keyring().primary}


def test_who_is_signed_in_stays_so_and_the_login_still_fits() -> None:
    login = actions.sign_up(chosen="río", passphrase=PASSPHRASE, now=timezone.now()).login
    before, after = Client(), Client()
    sign_in(before, login, PASSPHRASE)
    assert before.get("/me/").status_code == 200
    rotate_and_forget()
    assert before.get("/me/").status_code == 200
    assert sign_in(after, login, PASSPHRASE) == "/me/"
    assert after.get("/me/").status_code == 200


def test_the_code_generator_on_the_phone_still_fits() -> None:
    practice = actions.found_practice(name="The practice by the river")
    staff = actions.add_staff(
        practice=practice, role=Role.THERAPIST, name="Ana", chosen="puente", passphrase=PASSPHRASE
    )
    secret = give_second_factor(staff.account)
    before, after = Client(), Client()
    sign_in_with_code(before, staff.login, PASSPHRASE, secret)
    assert before.get("/people/").status_code == 200
    rotate_and_forget()
    assert before.get("/people/").status_code == 200
    sign_in_with_code(after, staff.login, PASSPHRASE, secret)
    assert after.get("/people/").status_code == 200


def test_a_wrong_code_is_still_refused() -> None:
    practice = actions.found_practice(name="The practice by the river")
    staff = actions.add_staff(
        practice=practice, role=Role.THERAPIST, name="Ana", chosen="puente", passphrase=PASSPHRASE
    )
    secret = give_second_factor(staff.account)
    rotate_and_forget()
    client = Client()
    sign_in(client, staff.login, PASSPHRASE)
    wrong = str(format_hotp_value((hotp_value(secret, 1) + 1) % 1_000_000))
    assert client.post("/sign-in/code/", {"code": wrong}).status_code == 200
    assert client.get("/people/").status_code == 302
