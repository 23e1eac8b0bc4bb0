"""Words put into every field of every page are looked for in every file that is left behind."""

import base64
import logging
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.utils.module_loading import import_string
from pytest_django import Settings

from tests.drills.canaries import Canaries, Hit, files_in
from tests.drills.people_who_write import ADDRESS, DAY, ZONE, Person, Therapist
from tests.drills.writing_meanings import UNDERSTOOD, UNWRAPPED, look_closer, understand
from tests.drills.writing_meetings import MET, MINE_OF_MEETINGS, meet
from tests.drills.writing_plans import WANTED, plan_things
from tests.drills.writing_safety import ANSWERED, KEPT_OF_SAFETY, MINE_OF_SAFETY, PLANNED, stay_safe
from vado.record.facts import registered_facts
from vado.record.keyring import key_path
from vado.record.outside import outside_folder

pytestmark = [pytest.mark.drill, pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]

ISO_DAY = re.compile(rb"(19|20)\d\d-\d\d-\d\d")


@pytest.fixture
def canaries() -> Canaries:
    cache.clear()
    told = Canaries()
    for name, secret in (("day", DAY), ("zone", ZONE), ("address", ADDRESS)):
        told.add(name, secret)
    return told


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the process would put temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """The log as a practice would keep it, but of everything down to the smallest line."""
    path = tmp_path / "log" / "vado.log"
    path.parent.mkdir()
    handler = logging.FileHandler(path)
    handler.setFormatter(import_string(settings.LOGGING["formatters"]["quiet"]["()"])())
    loggers = [logging.getLogger(), logging.getLogger("django")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield path
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)
    handler.close()


def scenario(canaries: Canaries, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What the export says to the person, and what the therapist saw."""
    person = Person(canaries)
    person.sign_up()
    person.say_who(canaries.word("own item"))
    leaf_ids = person.write_every_kind()
    person.write_what_lasts()
    person.change(leaf_ids)
    look_closer(person)
    understand(person)
    therapist = Therapist(canaries)
    seen = therapist.come_in(person.invite())
    seen += meet(person, therapist.client, seen)
    seen += plan_things(person, therapist.client, seen)
    seen += stay_safe(person, therapist.client, seen)
    for page in ("/me/", "/me/days/1987/3/", f"/me/day/{DAY}/", "/doors/", "/visits/", "/me/words/"):
        assert person.client.get(page).status_code == 200, page
    told = person.take_along_and_bring_back()
    person.meet_mishaps(monkeypatch)
    return told, seen


WRITTEN = (
    {f"use.{field}" for field in ("substance", "unit", "route", "where", "with_whom", "own_meaning", "gave", "cost")}
    | {"use.wanted", "use.note", "urge.substance", "urge.what_happened", "urge.note", "check_in.note", "own item"}
    | {"step.words", "edited.words", "mine.words", "back.words", "anchor.words", "own.word", "own.units"}
    | {"keep.words", "profile.called", "profile.contact"}
    | UNWRAPPED
    | UNDERSTOOD
    | MET
    | WANTED
    | KEPT_OF_SAFETY
)
ONLY_MINE = {"use.cost", "use.with_whom", "step.words", "mine.words", "erased.words", "note.words", *MINE_OF_MEETINGS}
ONLY_MINE |= MINE_OF_SAFETY | ANSWERED
SHARED = (
    {
        "use.substance",
        "urge.what_happened",
        "check_in.note",
        "edited.words",
        "profile.called",
    }
    | MET - MINE_OF_MEETINGS
    | PLANNED
)


def test_no_word_lies_in_any_file_after_a_full_scenario(
    canaries: Canaries,
    temporary: Path,
    log_file: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told, seen = scenario(canaries, monkeypatch)
    assert mail.outbox == []  # tests collect here what Vado's own setting would drop
    assert canaries.names_in(told) >= WRITTEN
    assert not canaries.names_in(told) & ANSWERED
    assert canaries.names_in(seen) >= SHARED
    assert not canaries.names_in(seen) & ONLY_MINE
    database = Path(str(connection.settings_dict["NAME"]))
    looked_at = files_in(database.parent, key_path().parent, outside_folder(), log_file.parent, temporary)
    assert {f"{database.name}-wal", log_file.name, key_path().name} <= {path.name for path in looked_at}
    assert "RuntimeError" in log_file.read_text()
    assert canaries.hits(looked_at) == []
    assert canaries.names_in("".join(capfd.readouterr())) == set()
    assert files_in(temporary) == []
    assert _days_and_kinds_in_the_record() == []


def _days_and_kinds_in_the_record() -> list[tuple[str, bytes]]:
    """ISO days and names of kinds, as text or as msgpack writes them, in any column of the record's tables."""
    named = [bytes([0xA0 + len(kind)]) + kind.encode() for kind in registered_facts()]
    named += [kind.encode() for kind in registered_facts() if len(kind) > 4]
    found = []
    for table in (name for name in connection.introspection.table_names() if name.startswith("record_")):
        for value in _values_of(table):
            found += [(table, each.group()) for each in ISO_DAY.finditer(value)]
            found += [(table, each) for each in named if each in value]
    return found


def _values_of(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        for row in cursor.fetchall():
            yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


def test_the_search_finds_a_word_however_it_is_spelt(tmp_path: Path, canaries: Canaries) -> None:
    token = canaries.word("planted")[-32:]
    plain = token.encode()
    planted = {
        "utf-8": plain,
        "utf-16": token.encode("utf-16"),
        "base64": base64.b64encode(b"and " + plain + b" then"),
        "hex": (b"and " + plain).hex().encode(),
    }
    for name, content in planted.items():
        (tmp_path / name).write_bytes(content)
    assert set(canaries.hits(files_in(tmp_path))) == {Hit("planted", name) for name in planted}


def test_every_log_goes_through_the_one_formatter(settings: Settings) -> None:
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"quiet"}
