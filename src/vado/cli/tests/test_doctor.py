import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vado import catalogue
from vado.cli import ground_checks
from vado.cli.database_checks import check_database, check_database_settings, check_pragmas, pragmas_in_force
from vado.cli.doctor import may_serve, report
from vado.cli.fact_checks import check_facts
from vado.cli.findings import Finding, Weight, refusal
from vado.cli.situation import Situation
from vado.cli.tests.running import certificate
from vado.record.key_file import create_key_file
from vado.web.databases import postgresql, sqlite

NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def sound(tmp_path: Path) -> Situation:
    """A practice that is as it is to be: private home, key elsewhere, a valid certificate."""
    home, keys = tmp_path / "home", tmp_path / "keys"
    home.mkdir(mode=0o700)
    create_key_file(keys / "practice.key")
    cert, key = certificate(tmp_path, NOW + dt.timedelta(days=30))
    return Situation(
        home=home,
        key_file=keys / "practice.key",
        database=sqlite(home / "vado.sqlite3"),
        host="0.0.0.0",  # noqa: S104
        names=("notes.example.org",),
        tls_cert=cert,
        tls_key=key,
        is_https=True,
        are_cookies_secure=True,
    )


def _names(situation: Situation) -> set[str]:
    return {finding.name for finding in _outside(situation)}


def _outside(situation: Situation) -> list[Finding]:
    found: Iterable[Finding] = [
        *ground_checks.check_connection(situation),
        *ground_checks.check_certificate(situation, NOW),
        *ground_checks.check_key_file(situation),
        *ground_checks.check_home(situation),
        *check_database_settings(situation),
    ]
    return [finding for finding in found if finding.name != "disk"]


def test_a_sound_practice_may_serve(sound: Situation) -> None:
    assert _outside(sound) == []


def _open_to_others(path: Path) -> None:
    path.chmod(0o644)


def _missing_key(it: Situation) -> Situation:
    return replace(it, key_file=it.key_file.with_name("other.key"))


def _readable_key(it: Situation) -> Situation:
    _open_to_others(it.key_file)
    return it


def _damaged_key(it: Situation) -> Situation:
    it.key_file.write_text("{}")
    return it


def _key_beside_database(it: Situation) -> Situation:
    create_key_file(it.home / "practice.key")
    return replace(it, key_file=it.home / "practice.key")


def _key_folder_open(it: Situation) -> Situation:
    it.key_file.parent.chmod(0o777)
    return it


def _home_open(it: Situation) -> Situation:
    it.home.chmod(0o755)
    return it


def _database_open(it: Situation) -> Situation:
    database = it.home / "vado.sqlite3"
    database.touch()
    _open_to_others(database)
    return it


def _tls_key_open(it: Situation) -> Situation:
    assert it.tls_key is not None
    _open_to_others(it.tls_key)
    return it


def _expired_certificate(it: Situation) -> Situation:
    cert, key = certificate(it.home.parent, NOW - dt.timedelta(days=1))
    return replace(it, tls_cert=cert, tls_key=key)


def _no_certificate(it: Situation) -> Situation:
    assert it.tls_cert is not None
    it.tls_cert.write_text("not a certificate")
    return it


def _late_transactions(it: Situation) -> Situation:
    database: dict[str, Any] = dict(it.database)
    database["OPTIONS"] = {"timeout": 20}
    return replace(it, database=database)


BAD_SETUPS: list[tuple[str, Callable[[Situation], Situation]]] = [
    ("debug", lambda it: replace(it, is_debugging=True)),
    ("names", lambda it: replace(it, names=("*",))),
    ("names", lambda it: replace(it, names=("",))),
    ("plain-http", lambda it: replace(it, tls_cert=None, tls_key=None)),
    ("tls-pair", lambda it: replace(it, tls_key=None)),
    ("cookies", lambda it: replace(it, is_https=False)),
    ("cookies", lambda it: replace(it, are_cookies_secure=False)),
    ("demonstration", lambda it: replace(it, is_demonstration=True)),
    ("tls-key", _tls_key_open),
    ("tls-key", lambda it: replace(it, tls_key=it.home / "absent.key")),
    ("tls-cert", _expired_certificate),
    ("tls-cert", _no_certificate),
    ("key-file", _missing_key),
    ("key-file", _readable_key),
    ("key-file", _damaged_key),
    ("key-place", _key_beside_database),
    ("key-folder", _key_folder_open),
    ("home", lambda it: replace(it, home=it.home / "absent")),
    ("home-mode", _home_open),
    ("home-mode", _database_open),
    ("transactions", _late_transactions),
]


@pytest.mark.parametrize(("name", "spoil"), BAD_SETUPS, ids=lambda each: str(getattr(each, "__name__", each)))
def test_an_unsafe_set_up_is_refused_with_a_way_to_mend_it(
    sound: Situation, name: str, spoil: Callable[[Situation], Situation]
) -> None:
    found = {finding.name: finding for finding in _outside(spoil(sound))}
    assert not may_serve(list(found.values()))
    assert str(found[name].what)
    assert str(found[name].mend)


def test_a_database_on_another_computer_is_worth_a_look(sound: Situation) -> None:
    afar = replace(sound, database=postgresql("postgres://vado@db.example.org/vado"))
    near = replace(sound, database=postgresql("postgres://vado@%2Frun%2Fpostgresql/vado"))
    assert _names(afar) == {"database-host"}
    assert _names(near) == set()
    assert may_serve(_outside(afar))


@pytest.mark.parametrize(
    ("free", "weight"),
    [(10 * 1024**2, Weight.REFUSE), (500 * 1024**2, Weight.WARN), (5 * 1024**3, None)],
)
def test_a_full_disk_is_named_before_it_is_full(free: int, weight: Weight | None) -> None:
    assert [finding.weight for finding in ground_checks.check_free_space(free)] == ([weight] if weight else [])


def test_time_needs_zones_and_a_clock() -> None:
    assert not list(ground_checks.check_time(NOW))
    assert [found.weight for found in ground_checks.check_time(NOW, frozenset())] == [Weight.REFUSE]
    assert [found.weight for found in ground_checks.check_time(NOW, frozenset({"UTC"}))] == [Weight.WARN]
    assert [found.name for found in ground_checks.check_time(NOW.replace(year=1970))] == ["clock"]


def test_a_fact_whose_date_has_come_is_named_and_forbids_nothing() -> None:
    drink = catalogue.standard_drink("US")
    assert drink is not None
    before, on_the_day = (
        {str(found.what): found for found in check_facts(day)}
        for day in (drink.verify_by - dt.timedelta(days=1), drink.verify_by)
    )
    assert not any("standard drink US" in what for what in before)
    named = next(found for what, found in on_the_day.items() if "standard drink US" in what)
    assert "To be verified" in str(named.what)
    assert catalogue.source_in("en", drink.source) in str(named.mend)
    assert may_serve(list(on_the_day.values()))


@pytest.mark.django_db
def test_the_database_of_a_practice_is_in_order() -> None:
    assert list(check_database()) == []


@pytest.mark.django_db
def test_each_weak_database_setting_is_refused() -> None:
    found = pragmas_in_force()
    for name in found:
        assert [each.name for each in check_pragmas({**found, name: "off"})] == [f"database-{name}"]


@pytest.mark.django_db(transaction=True)
def test_missing_triggers_are_refused() -> None:
    from vado.record.triggers import lifted

    with lifted():
        assert [finding.name for finding in check_database()] == ["triggers"]


def test_a_finding_is_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    report([refusal("debug", "DEBUG is on.", "Set it to False.")])
    report([])
    assert len(capsys.readouterr().out.splitlines()) == 3
