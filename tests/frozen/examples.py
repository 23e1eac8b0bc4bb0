"""One fact of every kind, as it is kept today."""

import datetime as dt

from tests.frozen.examples_meanings import MEANINGS
from tests.frozen.examples_of_meetings import MEETINGS
from tests.frozen.examples_of_safety import EXAMPLES_OF_SAFETY
from vado.diary import facts
from vado.exchange.facts import Import
from vado.people.facts import DiarySettings, Profile
from vado.plans import conditions as asked
from vado.plans import facts as plans
from vado.record.facts import Fact
from vado.record.lived_day import Lived

_WHEN = Lived(on=dt.date(2026, 11, 20), at=dt.time(22, 30), zone="America/Santiago", utc_offset_minutes=-180)

EXAMPLES: tuple[Fact, ...] = (
    *EXAMPLES_OF_SAFETY,
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
    plans.Goal(
        written_on=_WHEN.on,
        words="wine for company",
        aim=plans.Aim.LESS,
        substance="vino",
        substance_code="wine",
        status=plans.GoalStatus.TRYING,
        levels=("worse", "as now", "better", "good", "as I wish"),
        review_on=dt.date(2026, 12, 1),
    ),
    plans.GoalRating(goal="0" * 32, when=_WHEN, importance=8, confidence=5, progress=4, level=-1, words="so far"),
    plans.Readiness(when=_WHEN, about="the stairs", is_harm=True, ready=6, importance=9, confidence=4),
    plans.UsePlan(
        plan="0" * 32,
        version=2,
        from_on=_WHEN.on,
        substance="vino",
        substance_code="wine",
        wants="an hour of quiet",
        conditions=(
            asked.AtMost(token="a", limit=2, unit="wine_glass", per=asked.Per.WEEK),
            asked.DaysWith(token="b", days=4, at_least=True),
            asked.DaysWithout(token="c", days=3),
            asked.OnlyBetween(token="d", earliest=dt.time(18), latest=dt.time(23)),
            asked.Pace(token="e", minutes=45),
            asked.GapAfter(token="f", other="zolpidem", other_code="zolpidem", hours=12),
            asked.NeverWith(token="g", other="pills", hours=6),
            asked.NotAlone(token="h", alone_words=("with the radio",)),
            asked.NotIn(token="i", place="the kitchen table"),
            asked.NotWhen(token="j", mood="angry", mood_below=3),
            asked.NotBefore(token="k", duty="work", weekdays=(0, 1), at=dt.time(8), hours=10),
        ),
        own_sentences=("Water first.",),
        confidence=6,
    ),
    plans.PlannedOccasion(
        when=_WHEN,
        words="a birthday",
        substance="vino",
        how_much=facts.Amount(facts.Sureness.EXACT, 2, None, "wine_glass"),
        way_home="the bus",
        naloxone="in the bag",
    ),
    plans.LookBack(when=_WHEN, about="0" * 32, remember="the songs", gave="company", keep_or_change="leave earlier"),
    plans.WeekPage(when=_WHEN, days=("", "choir", "", "", "two glasses", "", ""), words="a calm one"),
    plans.PlanSettings(held_plan="0" * 32, held_condition="a", counts_without=("wine",), week_begins_on=6),
    plans.HiddenFinding(finding="days:wine", hidden_on=_WHEN.on),
    plans.UnitHolds(
        substance="vino", substance_code="wine", unit="copa", ml=150, percent=13, price=2.5, currency="EUR"
    ),
    *MEANINGS,
    *MEETINGS,
    Import(import_id="0" * 32, added=bytes(16), added_as=bytes(16)),
)
