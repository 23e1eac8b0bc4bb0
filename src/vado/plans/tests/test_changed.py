"""The page of what has changed: statements with their doubt, silence, steps, hiding, levels that the person chose."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from tests.signed_in import Open
from vado.diary.facts import Step
from vado.plans.changes_page import grams_words
from vado.plans.conditions import AtMost, Condition, DaysWithout, Per
from vado.plans.facts import Goal, GoalRating, HiddenFinding, PlanSettings, UnitHolds, UsePlan
from vado.plans.finding_words import least_words
from vado.plans.rules_change import Counted, Measure
from vado.plans.rules_risk import MeanGrams
from vado.plans.tests.conftest import drank, dry, said, today
from vado.record import Fact
from vado.record.lived_day import Lived

PAGE, FINDING = "/me/changed/", "/me/changed/finding/"


def months(written: object) -> None:
    facts = [drank(back, 4) if back % 7 < 5 else dry(back) for back in range(60, 100)]
    facts += [drank(back, 2) if back % 7 < 2 else dry(back) for back in range(1, 60)]
    written(facts)  # type: ignore[operator]


def test_below_the_minimum_vado_is_silent(person: Client, written: object) -> None:
    written([drank(1), dry(2)])  # type: ignore[operator]
    page = person.get(PAGE).content.decode()
    assert "until then Vado stays silent" in page
    assert "Probably" not in page.split("“Probably”")[0]
    assert person.get(PAGE).context["changes"].findings == []


def test_a_statement_has_its_doubt_and_its_days(person: Client, written: object) -> None:
    months(written)
    page = person.get(PAGE).content.decode()
    assert "Days with cider, a week" in page
    assert "Probably fewer: by" in page
    assert "56 days" in page
    assert 'role="img"' in page
    assert "<table>" in page
    for word in ("streak", "best", "worst", "relapse"):
        assert word not in page.lower()


def test_a_finding_becomes_a_step_once(person: Client, diary: Open, written: object) -> None:
    months(written)
    shown = person.get(PAGE).context
    form = {"version_id": str(shown["version_id"]), "finding": shown["changes"].findings[0].key, "do": "step"}
    person.post(FINDING, form)
    person.post(FINDING, form)
    steps = [leaf.fact for leaf in diary().leaves(Step)]
    assert len(steps) == 1
    assert "Days with cider" in steps[0].words


def test_a_finding_is_hidden_and_shown(person: Client, diary: Open, written: object) -> None:
    months(written)
    key = person.get(PAGE).context["changes"].findings[0].key
    person.post(FINDING, {"finding": key, "do": "hide"})
    changes = person.get(PAGE).context["changes"]
    assert key not in {one.key for one in changes.findings}
    assert [one.key for one in changes.hidden] == [key]
    person.post(FINDING, {"finding": key, "do": "show"})
    assert not list(diary().leaves(HiddenFinding))


def test_levels_are_shown_where_the_person_chose_them_and_never_called_safe(person: Client, written: object) -> None:
    months(written)
    assert "World Health Organization" not in person.get(PAGE).content.decode()
    person.post("/me/changed/choose/", said(risk_basis="both"))
    assert person.get(PAGE).context["changes"].risks[0].before == "can't tell"
    person.post("/me/holds/", said(unit="can", substance="cider", ml="440", percent="4,5"))
    page = person.get(PAGE)
    assert [risk.basis for risk in page.context["changes"].risks] == ["the table for men", "the table for women"]
    assert page.context["changes"].risks[0].change
    assert "not free of harm" in page.content.decode()
    assert " safe" not in page.content.decode().lower()


@pytest.mark.parametrize(
    ("grams", "language", "told"),
    [
        (
            MeanGrams(20, 18, 26.5, 27, 30),
            "en",
            "30 days, those without among them. With what is not known, 18 to 26.5 g.",
        ),
        (MeanGrams(20, 18, 26.5, 27, 30), "es", "sin consumo. Con lo que no se sabe, de 18 a 26,5 g."),
        (MeanGrams(20, 20, 20, 30, 30), "en", "30 known of 30 days, those without among them."),
    ],
)
def test_a_mean_of_grams_has_the_range_that_the_unknown_days_allow(grams: MeanGrams, language: str, told: str) -> None:
    with translation.override(language):
        assert grams_words(grams).endswith(told)


def rated(back: int, goal: str, progress: int | None = None, **said: Any) -> GoalRating:
    return GoalRating(goal=goal, when=Lived(on=today() - dt.timedelta(days=back)), progress=progress, **said)


def test_a_goal_has_its_course_by_each_thing_that_was_told_on_two_days(
    person: Client, diary: Open, written: object
) -> None:
    months(written)
    leaf = diary().put(Goal(written_on=today() - dt.timedelta(days=90), words="an hour of quiet."))
    told = rated(80, leaf.id.hex, 2, importance=9), rated(9, leaf.id.hex, 7, confidence=4), rated(9, leaf.id.hex, 6)
    for one in told:
        diary().put(one)
    changes = person.get(PAGE).context["changes"]
    (shown,) = [one for one in changes.findings if one.key.startswith("goal:")]
    assert (shown.title, shown.before, shown.after) == ("an hour of quiet: how far along, 0 to 10", "2", "6")
    assert shown.sentence.startswith("Told first on ")
    assert (shown.days, shown.top) == ("told on 2 days", 10.0)
    assert [point.value for point in shown.points if point.value is not None] == [2.0, 6.0]
    assert "an hour of quiet: how much it matters, 0 to 10" in changes.silent
    assert "an hour of quiet: how sure, 0 to 10" in changes.silent


def test_own_levels_of_a_goal_have_their_course_below_and_above_what_was_expected(
    person: Client, diary: Open, written: object
) -> None:
    months(written)
    leaf = diary().put(Goal(written_on=today() - dt.timedelta(days=90), words="quiet"))
    diary().put(rated(80, leaf.id.hex, level=-2))
    diary().put(rated(9, leaf.id.hex, level=1))
    (shown,) = [one for one in person.get(PAGE).context["changes"].findings if one.key.startswith("goal:")]
    assert (shown.before, shown.after) == ("−2", "+1")


def test_steps_are_a_number_that_grows_over_time_on_the_same_axis(person: Client, written: object) -> None:
    months(written)
    assert "steps" not in {one.key for one in person.get(PAGE).context["changes"].findings}
    written([Step(when=Lived(on=today() - dt.timedelta(days=back)), words="walked") for back in (95, 40, 40, 2)])  # type: ignore[operator]
    found = {one.key: one for one in person.get(PAGE).context["changes"].findings}
    shown, days = found["steps"], next(iter(found.values()))
    values = [point.value for point in shown.points]
    assert values == sorted(values)
    assert values[-1] == 4
    assert [point.on for point in shown.points] == [point.on for point in days.points]
    assert (shown.before, shown.after) == ("1", "4")
    person.post(FINDING, {"version_id": str(uuid.uuid4()), "finding": "steps", "do": "step"})
    after = {one.key: one for one in person.get(PAGE).context["changes"].findings}["steps"].after
    assert after == "4"  # a step about steps would count itself


def held_since(back: int, condition: Condition) -> list[Fact]:
    begun = today() - dt.timedelta(days=back)
    plan = UsePlan(plan="1" * 32, from_on=begun, substance="cider", substance_code="cider", conditions=(condition,))
    return [plan, PlanSettings(held_plan=plan.plan, held_condition=condition.token)]


def test_days_as_planned_are_set_beside_those_when_the_plan_was_new(person: Client, written: object) -> None:
    months(written)
    written(held_since(95, AtMost(token="few", limit=3, unit="can", per=Per.DAY)))  # type: ignore[operator]
    (shown,) = [one for one in person.get(PAGE).context["changes"].findings if one.key.startswith("plan_days:")]
    assert shown.title == "Days as planned, a week"
    assert float(shown.before) < float(shown.after) == 7
    assert shown.then.first == today() - dt.timedelta(days=95)
    assert "Then is when the plan was new" in str(shown.doubts[0])


def test_weeks_as_planned_and_a_plan_that_is_too_new(person: Client, written: object) -> None:
    months(written)
    written(held_since(95, DaysWithout(token="free", days=4)))  # type: ignore[operator]
    keys = [one.key.split(":")[0] for one in person.get(PAGE).context["changes"].findings]
    assert "plan_weeks" in keys
    assert "plan_days" not in keys


def test_of_a_plan_of_ten_days_nothing_is_said(person: Client, written: object) -> None:
    months(written)
    written(held_since(10, AtMost(token="few", limit=3, unit="can", per=Per.DAY)))  # type: ignore[operator]
    page = person.get(PAGE)
    assert not [one for one in page.context["changes"].findings if one.key.startswith("plan_")]


def test_the_beginning_can_be_picked_and_a_mixed_up_one_is_told(person: Client, diary: Open) -> None:
    answer = person.post("/me/changed/choose/", said(baseline_first="2026-03-01", baseline_last="2026-02-01"))
    assert "lies before the first one" in answer.content.decode()
    person.post("/me/changed/choose/", said(baseline_first="2026-02-01", baseline_last="2026-03-01"))
    assert str(next(iter(diary().leaves(PlanSettings))).fact.baseline_first) == "2026-02-01"


def test_what_a_unit_holds_is_said_whole(person: Client, diary: Open) -> None:
    assert "belong together" in person.post("/me/holds/", said(unit="can", ml="440", price="2")).content.decode()
    person.post("/me/holds/", said(unit="can", price="2", currency="€"))
    leaf = next(iter(diary().leaves(UnitHolds)))
    assert "2 €" in person.get("/me/holds/").content.decode()
    person.post(f"/me/holds/{leaf.id}/erase/")
    person.post(f"/me/holds/{uuid.uuid4()}/erase/")
    assert not list(diary().leaves(UnitHolds))


def test_a_difference_that_is_there_is_never_said_to_be_by_nothing() -> None:
    days = Measure(counted=Counted.DAYS, about="cider", values=())
    assert least_words(days, 0.03) == "<0.1"
    assert least_words(days, 0.7) == "0.7"
