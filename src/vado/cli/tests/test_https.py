"""A practice as it is served to other computers: over https alone, with cookies that never travel without it."""

import datetime as dt
import http.client
import re
import ssl
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from vado.cli.tests.running import HOST, certificate, listening

FORM_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
YEAR_SECONDS = 31_536_000


class _Browser:
    """Asks over https, trusts that one certificate, and keeps its cookies."""

    def __init__(self, port: int, trusted: Path) -> None:
        context = ssl.create_default_context(cafile=str(trusted))
        self._connection = http.client.HTTPSConnection(HOST, port, timeout=30, context=context)
        self._home = f"https://{HOST}:{port}"
        self.cookies: dict[str, str] = {}  # name: the whole line

    def __enter__(self) -> "_Browser":
        return self

    def __exit__(self, *_problem: object) -> None:
        self._connection.close()

    def ask(self, path: str, said: dict[str, str] | None = None) -> http.client.HTTPResponse:
        headers = {"Cookie": "; ".join(line.partition(";")[0] for line in self.cookies.values())}
        if said is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self._home}
        method, body = ("GET", None) if said is None else ("POST", urlencode(said))
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        self.cookies |= {line.partition("=")[0]: line for line in answer.headers.get_all("Set-Cookie", [])}
        return answer


def test_a_practice_is_served_over_https_with_secure_cookies(made_practice: Path, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path, dt.datetime.now(dt.UTC) + dt.timedelta(days=30))
    command = ("serve", "--tls-cert", str(cert), "--tls-key", str(key), "--workers", "1")
    with listening(*command, home=made_practice) as port:
        with _Browser(port, cert) as browser:
            _sign_up(browser)
        _is_refused_in_clear(port)


def _sign_up(browser: _Browser) -> None:
    page = browser.ask("/sign-up/")
    assert page.status == HTTPStatus.OK
    assert int(str(page.headers["Strict-Transport-Security"]).removeprefix("max-age=")) >= YEAR_SECONDS
    token = FORM_TOKEN.search(page.read().decode())
    assert token is not None
    form = {"csrfmiddlewaretoken": token[1], "chosen": "river", "passphrase": "five calm words by the river"}
    kept = browser.ask("/sign-up/", form)
    kept.read()
    assert kept.status in {HTTPStatus.OK, HTTPStatus.FOUND}
    assert {"csrftoken", "here"} <= browser.cookies.keys()
    assert all("Secure" in line and "HttpOnly" in line for line in browser.cookies.values())
    assert browser.ask("/me/").status == HTTPStatus.OK


def _is_refused_in_clear(port: int) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/sign-up/")
        answered = connection.getresponse().status
    except (http.client.HTTPException, OSError):
        return
    finally:
        connection.close()
    raise AssertionError(f"a page was given in clear: {answered}")
