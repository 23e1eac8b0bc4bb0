"""Strings put into every field of every entry are looked for in every file that the database leaves."""

import base64
import datetime as dt
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from tests.drills.writers import NOON
from vado.diary.facts import CheckIn, Note, Step, Urge, Use
from vado.record import Actor, Consent, Drawer, Purpose, accept_invitation, create_record, open_record
from vado.record.facts import Fact
from vado.record.keyring import key_path
from vado.record.lived_day import Lived

pytestmark = [pytest.mark.drill, pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]

DAY = dt.date(2031, 7, 19)  # a day that nothing else would write
ZONE = "America/Punta_Arenas"
WORDS = tuple(f"canary{uuid4().hex}" for _one in range(12))


def entries() -> list[Fact]:
    when = Lived(on=DAY, at=dt.time(21, 30), zone=ZONE)
    return [
        Use(when=when, substance=WORDS[0], where=WORDS[1], with_whom=WORDS[2], gave=WORDS[3], note=WORDS[4]),
        Urge(when=when, substance=WORDS[5], what_happened=WORDS[6]),
        CheckIn(when=when, mood=4, own_items={WORDS[7]: 3}, note=WORDS[8]),
        Step(when=when, words=WORDS[9]),
        Note(when=when, words=WORDS[10]),
    ]


def spellings(word: str) -> set[bytes]:
    """The word as it could lie in a file; base64 in its three alignments."""
    plain = word.encode()
    in_base64 = {base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)}
    return {plain, word.encode("utf-16-le"), word.encode("utf-16-be"), plain.hex().encode(), *in_base64}


def files() -> list[Path]:
    database = Path(str(connection.settings_dict["NAME"]))
    found = [path for path in database.parent.rglob("*") if path.is_file()]
    return [*found, *(path for path in key_path().parent.rglob("*") if path.is_file())]


def test_no_word_day_kind_or_zone_lies_in_any_file() -> None:
    actor, therapist = Actor(uuid4(), uuid4().hex), Actor(uuid4(), uuid4().hex)
    record = create_record(actor, now=NOON)
    for fact in entries():
        record.put(fact)
    consent = Consent(
        who=WORDS[11], recipient=WORDS[11], what=WORDS[11], purpose=WORDS[11], until=None,
        revocable=WORDS[11], signed_name=WORDS[11], signed_at=NOON, language="en",
    )  # fmt: skip
    code = record.make_invitation({Drawer.DIARY}, Purpose.CARE, consent, None, now=NOON)
    accept_invitation(therapist, code, now=NOON)
    through = open_record(therapist, record.id, Purpose.CARE, now=NOON)
    assert len(list(through.leaves((Use, Urge, CheckIn, Step, Note)))) == len(entries())
    wanted = {spelling for word in (*WORDS, DAY.isoformat(), ZONE, "check_in") for spelling in spellings(word)}
    looked_at = files()
    assert any(path.name.endswith("-wal") and path.stat().st_size for path in looked_at)
    assert [path.name for path in looked_at for one in wanted if one in path.read_bytes()] == []
