"""One fact of every kind, as it is kept today."""

import datetime as dt

from vado.diary import facts
from vado.exchange.facts import Import
from vado.people.facts import DiarySettings, Profile
from vado.record.facts import Fact
from vado.record.lived_day import Lived

_WHEN = Lived(on=dt.date(2026, 11, 20), at=dt.time(22, 30), zone="America/Santiago", utc_offset_minutes=-180)

EXAMPLES: tuple[Fact, ...] = (
    facts.Use(
        when=_WHEN,
        substance="piscola",
        substance_code="alcohol",
        amount=facts.Amount(facts.Sureness.RANGE, 2, 3, "vasos"),
        intention=facts.Intention.PARTLY,
        wanted="company",
        gave="laughter",
        cost="a short night",
        meanings=("belonging",),
        occasion="evening",
        recalled=True,
    ),
    facts.Urge(when=_WHEN, substance="piscola", strength=6, ending=facts.UrgeEnding.WAITED, what_happened="a walk"),
    facts.CheckIn(when=_WHEN, mood=4, sleep=7, own_items={"hope": 5}, note="quiet"),
    facts.Step(when=_WHEN, words="called my sister"),
    facts.Note(when=_WHEN, words="it rained"),
    facts.DayStatement(when=_WHEN, answer=facts.DayAnswer.DO_NOT_KNOW, substance_codes=("alcohol",)),
    facts.Anchor(on=dt.date(2026, 11, 30), words="payday", every_month=True),
    facts.OwnWord(word="piscola", substance_code="alcohol", units=("vasos",), symbol="ring"),
    facts.OnlyMineField(leaf="0" * 32, field="note", words="mine"),
    DiarySettings(zone="America/Santiago", day_starts_at=dt.time(6), own_check_in_items=("hope",)),
    Profile(called="Rosa", contact="a letter box"),
    Import(import_id="0" * 32, added=bytes(16), added_as=bytes(16)),
)
