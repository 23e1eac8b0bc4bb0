"""`vado export` and `vado import FILE`: one's own record as a file that only its owner can read, and back."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone, translation
from pytest_django import Settings

from vado.cli.copies import read_in, write_out
from vado.diary.facts import Step
from vado.diary.tests.study_files import write_study
from vado.people.actions import sign_up
from vado.people.models import Practice
from vado.record import Actor, Purpose, Record, open_record
from vado.record.lived_day import Lived

pytestmark = pytest.mark.django_db


@pytest.fixture
def own() -> Record:
    now = timezone.now()
    account = sign_up(chosen="own", passphrase=None, now=now).account
    assert account.own_record_id is not None
    return open_record(Actor(account.id), account.own_record_id, Purpose.OWN, now=now)


def keep(own: Record, words: str) -> None:
    own.put(Step(words=words, when=Lived(timezone.now().date())))


def steps(own: Record) -> list[str]:
    return [leaf.fact.words for leaf in own.leaves(Step)]


def test_a_copy_is_for_its_owner_alone_and_comes_back_once(
    own: Record, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(own, "walked home")
    copy = tmp_path / "own.json"
    write_out(copy)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert "walked home" in json.dumps(json.loads(copy.read_bytes()))
    assert "It is not sealed" in capsys.readouterr().out
    read_in(str(copy), None)
    assert capsys.readouterr().out.startswith("0 new, ")
    assert steps(own) == ["walked home"]


def test_tables_are_written_where_the_name_ends_so(own: Record, tmp_path: Path) -> None:
    keep(own, "walked home")
    write_out(tmp_path / "own.zip")
    assert (tmp_path / "own.zip").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["there.json", "own.txt"])
def test_no_file_is_written_over_and_another_ending_is_refused(
    own: Record, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.json").write_text("kept")
    with pytest.raises(SystemExit):
        write_out(tmp_path / name)
    assert capsys.readouterr().err.strip()
    assert [path.name for path in tmp_path.iterdir()] == ["there.json"]
    assert (tmp_path / "there.json").read_text() == "kept"


@pytest.mark.usefixtures("own")
def test_half_a_file_and_a_missing_one_are_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "half.json").write_text('{"format": "vado')
    for name in ("half.json", "missing.json"):
        with pytest.raises(SystemExit):
            read_in(str(tmp_path / name), None)
        assert capsys.readouterr().err.strip()


def test_without_a_record_it_says_how_to_begin_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        write_out(tmp_path / "own.json")
    assert "vado start" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "do not go beside its fictional ones"), ("es", "no van junto a las ficticias")],
)
def test_a_study_never_comes_in_beside_the_fictional_people(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    settings.HOME = tmp_path
    (tmp_path / "cast.json").write_text(json.dumps({"ines": str(uuid4())}))
    with translation.override(language), pytest.raises(SystemExit):
        read_in("tlfb", write_study(tmp_path))
    assert words in capsys.readouterr().err
    assert not Practice.objects.exists()
