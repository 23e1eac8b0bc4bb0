"""One fact of every kind that safety keeps, as it is kept today."""

import datetime as dt

from vado.record.facts import Fact
from vado.safety.facts import AboutMe, CardSeen, Known, OwnClass, Regular, SafetyPlan, SafetySettings, SharedCard
from vado.safety.plain import Away

EXAMPLES_OF_SAFETY: tuple[Fact, ...] = (
    Regular(
        name="diazepam",
        code="diazepam",
        class_code="benzodiazepine",
        prescribed=True,
        since=dt.date(2024, 3, 1),
        missed_doses=1,
    ),
    AboutMe(
        name="Ñusta",
        pregnant=False,
        seizures=True,
        overdose=False,
        naloxone=True,
        allergies="penicillin",
        call="Teo 555 0101",
        away=(Away.PRISON, Away.NALTREXONE),
        back_on=dt.date(2026, 11, 1),
    ),
    SafetySettings(country="CL"),
    CardSeen(rule="lost-tolerance-opioid", entry="0" * 32, on=dt.date(2026, 11, 20)),
    Known(rule="alcohol-cocaine", until=dt.date(2026, 12, 20)),
    OwnClass(word="the blue one", class_code="benzodiazepine"),
    SharedCard(rule="alcohol-opioid", on=dt.date(2026, 11, 24)),
    SafetyPlan(
        signs="four in the morning",
        alone="the dog",
        places="the stall",
        people="Teo 555 0101",
        lines="988",
        safer_place="the box to my brother",
        reasons="Sundays",
    ),
)
