"""When something does not work, the page is calm, in both languages, and says what is safe."""

import sqlite3
from uuid import uuid4

import psycopg
import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from tests.cast import sign_in
from vado.diary.views import entries
from vado.people.actions import sign_up
from vado.web.views import mishaps

pytestmark = pytest.mark.django_db


def _answers(language: str) -> dict[int, HttpResponse]:
    request = RequestFactory(headers={"accept-language": language}).get("/")
    from django.contrib.auth.models import AnonymousUser

    request.user = AnonymousUser()
    with translation.override(language):
        return {
            400: mishaps.bad_request(request, SuspiciousOperation()),
            413: mishaps.bad_request(request, RequestDataTooBig()),
            403: mishaps.forbidden(request, PermissionDenied()),
            404: mishaps.not_found(request, Http404()),
        }


@pytest.mark.parametrize("status", [400, 403, 404, 413])
def test_each_mishap_has_its_own_words_in_both_languages(status: int) -> None:
    english, spanish = _answers("en")[status], _answers("es")[status]
    assert english.status_code == spanish.status_code == status
    assert english.content != spanish.content


def test_a_form_from_elsewhere_is_refused_without_losing_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "river"})
    assert answer.status_code == 403
    assert b"Nothing is lost" in answer.content


def test_what_broke_on_our_side_needs_no_database_and_speaks_both_languages() -> None:
    answer = mishaps.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Algo falló" in answer.content.decode()
    assert "Something broke" in answer.content.decode()


def test_an_unknown_address_is_answered_calmly(client: Client) -> None:
    answer = client.get("/nothing-here/")
    assert answer.status_code == 404
    assert b"There is nothing here" in answer.content


def test_words_sent_to_a_page_that_is_gone_come_back_to_whoever_sent_them_from_here(client: Client) -> None:
    """A door closed in mid-page; but no page of ours shows what another site sent to an address that never was."""
    account = sign_up(chosen="río", passphrase=None, now=timezone.now()).account
    sign_in(client, account)
    gone = client.post(f"/with/{uuid4()}/meetings/agreed/new/", {"words": "ask about the night shift"})
    assert gone.status_code == 404
    assert b"ask about the night shift" in gone.content
    assert b"night shift" not in client.post("/never/was/", {"words": "the night shift"}).content


@pytest.fixture
def writer() -> Client:
    """Somebody who writes, and gets the page that a browser would get when something breaks."""
    client = Client(raise_request_exception=False)
    sign_in(client, sign_up(chosen="río", passphrase=None, now=timezone.now()).account)
    return client


def _of_sqlite(name: str) -> OperationalError:
    cause = sqlite3.OperationalError(name)
    cause.sqlite_errorname = name
    return _caused_by(cause)


def _of_postgresql(cause: type[psycopg.Error]) -> OperationalError:
    return _caused_by(cause("in whatever language the server speaks"))


def _caused_by(cause: Exception) -> OperationalError:
    fault = OperationalError(str(cause))
    fault.__cause__ = cause
    return fault


REASONS = {  # what is said of each, in both languages: what happened, and what can be done
    "full": ("The disk is full", "keep it when there is room", "El disco está lleno", "guárdalo cuando haya espacio"),
    "busy": ("The database is busy", "wait a minute", "La base de datos está ocupada", "espera un minuto"),
    "out of reach": ("out of reach", "vado doctor", "fuera de alcance", "vado doctor"),
}


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (_of_sqlite("SQLITE_FULL"), "full"),
        (_of_postgresql(psycopg.errors.DiskFull), "full"),
        (_of_sqlite("SQLITE_BUSY"), "busy"),
        (_of_sqlite("SQLITE_BUSY_SNAPSHOT"), "busy"),
        (_of_sqlite("SQLITE_LOCKED"), "busy"),
        (_of_postgresql(psycopg.errors.LockNotAvailable), "busy"),
        (_of_sqlite("SQLITE_IOERR_WRITE"), "out of reach"),
        (_of_postgresql(psycopg.OperationalError), "out of reach"),
        (RuntimeError("something else"), ""),
    ],
    ids=str,
)
def test_words_that_could_not_be_kept_come_back_and_the_reason_is_said(
    writer: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception, reason: str
) -> None:
    def breaks(*_facts: object, **_more: object) -> None:
        raise fault

    monkeypatch.setattr(entries, "keep_new", breaks)
    said = {"version_id": str(uuid4()), "when": "now", "words": "a <long> walk by the river"}
    answer = writer.post("/me/note/", said)
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "a &lt;long&gt; walk by the river" in html
    assert said["version_id"] not in html
    said_of = {name: [text in html for text in texts] for name, texts in REASONS.items()}
    assert all(said_of.get(reason, [True]))
    assert not any(said[0] or said[2] for name, said in said_of.items() if name != reason)
    assert ("is not kept" in html, "no quedó guardado" in html) == (True, True)


def test_no_words_are_shown_to_somebody_who_is_not_signed_in() -> None:
    request = RequestFactory().post("/", {"words": "from another site"})
    assert b"another site" not in mishaps.broken(request).content


@pytest.mark.parametrize("language", ["en", "es"])
def test_help_is_one_tap_from_a_page_that_broke(language: str) -> None:
    page = mishaps.broken(RequestFactory().get("/")).content.decode()
    assert f'href="{reverse(f"safety:page-{language}")}"' in page
