"""Safety while logging: what an entry makes it necessary to read, the rules, and the first sights that are noted."""

import datetime as dt
from collections.abc import Iterator
from uuid import uuid4

from bench.figures import Figure, at_most, cpu_ms
from vado.diary.facts import Amount, Sureness, Use
from vado.diary.for_safety import note_first_sights, safety_after
from vado.people.facts import DiarySettings
from vado.record import Actor, Purpose, Record, create_record, open_record
from vado.record.lived_day import Lived
from vado.record.writing import Sent
from vado.safety.facts import AboutMe, CardSeen, Regular
from vado.safety.touching import touches

NOW = dt.datetime(2026, 11, 3, 23, tzinfo=dt.UTC)
YEARS, A_DAY = 5, 3
SUBSTANCES = ("wine", "diazepam", "cannabis")


def figures() -> Iterator[Figure]:
    """CPU time beside five years of diary, three uses a day, a list of eight lines and forty cards seen."""
    record, settings = five_years(), DiarySettings()
    for substance in ("wine", "heroin", "cannabis"):
        leaf = record.put(_use(NOW.date(), substance, 2))
        name = f"rules and cards after an entry of {substance}, {YEARS} years of diary"
        said = cpu_ms(lambda leaf=leaf: safety_after(record, leaf, leaf.fact, settings, NOW), 20)  # type: ignore[misc]
        yield at_most(name, said, "CPU ms", 5)
    noted = cpu_ms(lambda: note_first_sights(record, leaf, settings, NOW), 20)
    yield at_most("the same while keeping it, first sights noted", noted, "CPU ms", None)
    yield at_most(
        "the rule of words on a note of 60 words", cpu_ms(lambda: touches("by the river " * 20), 20), "CPU ms", 5
    )


def five_years() -> Record:
    """A record with 5,475 uses, and what safety keeps."""
    actor = Actor(uuid4(), uuid4().hex)
    record_id = create_record(actor, now=NOW).id
    record = open_record(actor, record_id, Purpose.OWN, now=NOW)
    days = [NOW.date() - dt.timedelta(days=back) for back in range(YEARS * 365)]
    record.put_many([Sent(_use(day, SUBSTANCES[hour], hour)) for day in days for hour in range(A_DAY)])
    kept = [Regular(name=f"line {number}", code="sertraline") for number in range(8)]
    seen = [CardSeen(rule=f"rule {number}", entry=uuid4().hex, on=NOW.date()) for number in range(40)]
    record.put_many([Sent(fact) for fact in (*kept, *seen, AboutMe(naloxone=True))])
    return record


def _use(day: dt.date, substance: str, hour: int) -> Use:
    return Use(
        when=Lived(on=day, at=dt.time(18 + hour, 30), zone="America/Santiago"),
        substance=substance,
        substance_code=substance,
        amount=Amount(Sureness.ABOUT, 2.0, unit="glass"),
        gave="a quiet hour",
        note="wrote this after dinner",
    )
