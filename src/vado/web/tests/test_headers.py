"""What every answer says to the browser: nothing is stored, nothing comes from elsewhere, nobody hears of it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = ("/sign-in/", "/robots.txt", "/nothing-here/", "/me/")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Robots-Tag", "noindex"),
        ("Permissions-Policy", "geolocation=()"),
    ],
)
def test_every_answer_keeps_quiet(client: Client, address: str, name: str, value: str) -> None:
    assert value in client.get(address)[name]


@pytest.mark.parametrize(
    "part", ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]
)
def test_the_content_policy_begins_with_nothing(client: Client, part: str) -> None:
    policy = client.get("/sign-in/")["Content-Security-Policy"]
    assert part in policy
    assert "unsafe" not in policy


def test_the_language_is_switched_by_a_form(client: Client) -> None:
    client.post("/language/", {"language": "es", "next": "/sign-in/"})
    page = client.get("/sign-in/").content.decode()
    assert '<html lang="es">' in page
    assert "Salir de aquí" in page


def test_quick_exit_is_the_first_control_of_a_page(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert page.index('class="exit"') == min(page.index('class="exit"'), page.index("<a "), page.index("<button") + 8)
