"""The page that is always there: no login, no script, light, in both languages, with the numbers first."""

import datetime as dt
import re
from importlib import resources

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import Settings

from vado import catalogue
from vado.catalogue import Tag
from vado.catalogue.broken import BrokenCatalogue, decoded
from vado.catalogue.combinations import FILE, CombinationsFile, first_broken_row
from vado.catalogue.loading import LinesFile
from vado.safety.cards import all_rows
from vado.safety.numbers import countries_shown
from vado.safety.views.offline import kept_addresses

MOST_BYTES = 40_000
PAGES = ("/safety/", "/safety/en/", "/safety/es/", "/safety/es/steady/", "/safety/en/steady/")


def style() -> bytes:
    path = finders.find("safety/page.css")
    assert isinstance(path, str)
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


@pytest.mark.parametrize("address", PAGES)
def test_it_is_under_forty_kilobytes_without_compression(client: Client, address: str) -> None:
    page = client.get(address)
    assert len(page.content) + len(style()) < MOST_BYTES
    assert re.findall(rb'(?:src|href)="(/static/[^"]+)"', page.content) == [b"/static/safety/page.css"]


@pytest.mark.parametrize("address", PAGES)
def test_it_has_no_script_and_sets_no_cookie(client: Client, address: str) -> None:
    page = client.get(address)
    assert b"<script" not in page.content
    assert not page.cookies


def test_it_speaks_the_language_of_its_address_whatever_the_browser_says(client: Client) -> None:
    page = client.get("/safety/es/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="es">' in page
    assert "Nadie lee esto mientras escribes" in page
    assert "Nobody reads this" in client.get("/safety/en/", headers={"accept-language": "es"}).content.decode()


@pytest.mark.parametrize("address", ["/safety/en/steady/", "/safety/es/steady/"])
def test_a_timer_that_is_interrupted_keeps_nothing_and_begins_anew(client: Client, address: str) -> None:
    """A call or an empty battery ends it: no script counts, no form keeps, no browser ticks it again by itself."""
    main = client.get(address).content.decode().partition("<main")[2]
    assert 'type="checkbox" id="quiet" autocomplete="off"' in main
    assert not any(sign in main for sign in ("<form", "<script", "checked"))
    assert not client.cookies


def test_a_phone_of_2015_can_show_it() -> None:
    """Neither the style nor the pages lean on what such a browser does not know."""
    plain = re.sub(rb"@media \(prefers[^{]*{.*?\n}|details::details-content[^}]*}", b"", style(), flags=re.DOTALL)
    newer = (
        b"var(",
        b"grid",
        b"clamp(",
        b":is(",
        b":has(",
        b":where(",
        b"inset",
        b"@layer",
        b"@container",
        b"oklch",
        b"gap:",
    )
    assert [sign for sign in newer if sign in plain] == []


def test_every_country_stands_there_and_the_chosen_one_first(client: Client) -> None:
    client.cookies["country"] = "MX"
    page = client.get("/safety/en/").content.decode()
    assert page.index("800 911 2000") < page.index("*4141")
    assert {one.code for one in catalogue.help_lines()} >= {"US", "CA", "GB", "ES", "MX", "CL", "AR"}


def test_a_country_without_lines_changes_nothing(client: Client) -> None:
    client.cookies["country"] = "XX"
    assert client.get("/safety/").status_code == 200


@pytest.mark.parametrize(("today", "is_to_check"), [(dt.date(2026, 12, 1), False), (dt.date(2027, 2, 15), True)])
def test_an_expired_number_says_check_this_number(today: dt.date, is_to_check: bool) -> None:
    spain = next(one for one in countries_shown(today, "es") if one.code == "ES")
    assert {line.number: line.is_to_check for line in spain.lines}["024"] is is_to_check


def test_a_number_that_nobody_verified_says_so_from_the_first_day() -> None:
    chile = next(one for one in countries_shown(dt.date(2026, 11, 25), "es") if one.code == "CL")
    assert {line.number: line.is_to_check for line in chile.lines} == {
        "*4141": False,
        "600 360 7777": False,
        "1412": True,
    }


def test_numbers_are_dialled_without_spaces(client: Client) -> None:
    page = client.get("/safety/en/").content.decode()
    assert 'href="tel:8009112000"' in page
    assert 'href="tel:*4141"' in page


def test_the_worker_keeps_these_pages_and_their_style_and_nothing_else(client: Client) -> None:
    program = client.get("/safety/worker.js")
    assert program["Content-Type"].startswith("text/javascript")
    assert all(address.startswith(("/safety/en/", "/safety/es/", "/static/safety/")) for address in kept_addresses())
    assert all(address.encode() in program.content for address in kept_addresses())
    assert b'credentials: "omit"' in program.content


def test_help_is_there_while_the_key_is_locked(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALONE = True
    monkeypatch.setattr("vado.web.unlocking.is_open", lambda: False)
    client.cookies["here"] = "a session that cannot be opened now"
    assert client.get("/safety/").status_code == 200
    assert client.get("/me/").status_code == 401


def broken(content: str, shape: type[object] = LinesFile) -> str:
    with pytest.raises(BrokenCatalogue) as refused:
        decoded("lines.toml", content.encode(), shape)
    return str(refused.value)


LINE = '[[countries]]\ncode = "ES"\nnames = { en = "Spain", es = "España" }\n'


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (LINE + 'emergency = { numbers = [], source = "x", tag = "S", verify_by = 2027-01-01 }\nlines = []', "line 4"),
        (LINE + 'emergency = { numbers = ["112"], source = "x", tag = "Z", verify_by = 2027-01-01 }', "line 4"),
        (LINE + 'emergency = { numbers = ["112"], source = "x", tag = "S" }\nlines = []', "line 4"),
        ("[[countries]\ncode = 1", "line 1"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(content: str, place: str) -> None:
    assert broken(content).startswith(f"lines.toml, {place}")


def test_a_pair_of_what_is_not_there_is_refused_with_its_line() -> None:
    whole = catalogue.combinations()
    wrong = CombinationsFile(whole.groups, whole.medicines, whole.families, whole.sources, {}, (whole.pairs[0],) * 2)
    assert "twice" in first_broken_row(wrong)
    assert first_broken_row(whole) == ""
    assert FILE == "combinations.toml"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [('family = "breath"', 'family = "breeth"'), ('groups = ["alcohol", "opioid"]', 'groups = ["alcohol", "opium"]')],
)
def test_a_broken_pair_of_the_file_itself_is_refused_with_file_and_line(right: str, wrong: str) -> None:
    whole = resources.files("vado.catalogue").joinpath(FILE).read_text()
    content = whole.replace(right, wrong, 1)
    line = content.splitlines().index(wrong) + 1
    with pytest.raises(BrokenCatalogue) as refused:
        decoded(FILE, content.encode(), CombinationsFile, first_broken_row)
    assert str(refused.value).startswith(f"combinations.toml, line {line}: ")


@pytest.mark.parametrize(("language", "told"), [("en", "To be verified."), ("es", "Por verificar.")])
def test_every_row_that_nobody_checked_says_so_and_none_that_was_read_does(
    client: Client, language: str, told: str
) -> None:
    page = client.get(f"/safety/{language}/rules/").content.decode()
    for row in all_rows():
        (section,) = re.findall(rf'<section id="{row.id}".*?</section>', page, re.DOTALL)
        assert (told in section) is (row.tag is Tag.UNCHECKED), row.id


def test_what_a_source_leaves_to_be_verified_is_never_tagged_as_read_alone() -> None:
    for row in all_rows():
        if str(row.source).endswith("to be verified") and not str(row.source).count(", read"):
            assert row.tag is not Tag.READ_IN_SOURCE, row.id
