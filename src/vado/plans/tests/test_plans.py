"""A plan of sentences, its versions, one sentence held against the diary, an occasion, a week."""

import datetime as dt
from uuid import UUID

from django.test import Client

from tests.signed_in import Open
from vado.plans.conditions import AtMost, DaysWithout, NotAlone, NotBefore, OnlyBetween, Per
from vado.plans.facts import LookBack, PlannedOccasion, PlanSettings, UsePlan, WeekPage
from vado.plans.tests.conftest import drank, dry, said, today

NEW = "/me/plan/new/"
ANSWERED = {"guard-asked": "1"} | {
    f"guard-{one}": "no" for one in ("most_days", "shaky", "seizure", "pregnant", "quickly")
}
FIVE = {
    "substance": "cider",
    "wants": "an hour in which nobody needs anything from me",
    "new-at_most-limit": "2",
    "new-at_most-unit": "cans",
    "new-at_most-per": "day",
    "new-days_without-days": "4",
    "new-days_without-bound": "at_least",
    "new-only_between-earliest": "18:00",
    "new-not_alone-wanted": "on",
    "new-not_before-duty": "the van",
    "new-not_before-hours": "8",
    "new-not_before-at": "03:00",
    "new-not_before-weekdays": "0",
    **ANSWERED,
    "own_sentences": "Water first.\nThe chair stays in the garage.",
}


def versions(diary: Open) -> list[UsePlan]:
    return [leaf.fact for leaf in diary().leaves(UsePlan)]


def made(person: Client, diary: Open, **words: str) -> str:
    answer = person.post(NEW, said(**{**FIVE, **words}))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_a_plan_of_five_conditions_is_read_back_in_sentences(person: Client, diary: Open) -> None:
    page = person.get(made(person, diary)).content.decode()
    plan = versions(diary)[0]
    assert [type(one) for one in plan.conditions] == [AtMost, DaysWithout, OnlyBetween, NotAlone, NotBefore]
    assert plan.conditions[0] == AtMost(token=plan.conditions[0].token, limit=2, unit="can", per=Per.DAY)
    assert plan.own_sentences == ("Water first.", "The chair stays in the garage.")
    assert "2 cans</b> on one day." in page
    assert "4 days</b> a week without." in page


def test_a_new_version_erases_none(person: Client, diary: Open) -> None:
    address = made(person, diary)
    page = person.get(f"{address}change/").content.decode()
    assert 'value="2"' in page
    token = versions(diary)[0].conditions[0].token
    changed = {**FIVE, "c0-token": token, "c0-limit": "3", "c0-unit": "cans", "c0-per": "day"}
    del changed["new-at_most-limit"]
    assert person.post(f"{address}change/", said(**changed)).status_code == 302
    assert [(one.version, one.conditions[0].limit) for one in versions(diary)] == [(1, 2.0), (2, 3.0)]  # type: ignore[union-attr]
    assert len({one.plan for one in versions(diary)}) == 1
    page = person.get(address).content.decode()
    assert "Earlier versions" in page
    assert "2 cans" in page


def test_zero_is_valid_and_means_none(person: Client, diary: Open) -> None:
    address = made(person, diary, **{"new-at_most-limit": "0"})
    assert versions(diary)[0].conditions[0].limit == 0  # type: ignore[union-attr]
    assert "none</b> on one day" in person.get(address).content.decode()


def test_a_negative_limit_is_told_and_nothing_is_lost(person: Client, diary: Open) -> None:
    answer = person.post(NEW, said(**{**FIVE, "new-at_most-limit": "-2"}))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "zero means none" in page
    assert "an hour in which nobody needs" in page
    assert versions(diary) == []


def test_a_sentence_that_is_begun_asks_for_its_other_blank(person: Client, diary: Open) -> None:
    answer = person.post(NEW, said(**{"new-at_most-limit": "2"}))
    assert "Say of what" in answer.content.decode()


def test_contradicting_sentences_are_named_and_both_kept(person: Client, diary: Open) -> None:
    with_days = {"new-days_with-days": "5", "new-days_with-bound": "at_least"}
    page = person.get(made(person, diary, **with_days)).content.decode()
    assert "These two ask for different things" in page
    assert len(versions(diary)[0].conditions) == 6


def test_a_plan_for_none_is_questioned_however_it_is_sent(person: Client, diary: Open, written: object) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    forged = said(**{"substance": "cider", "new-at_most-limit": "0", "new-at_most-unit": "cans"})
    answer = person.post(NEW, forged)
    assert 'id="guard"' in answer.content.decode()
    assert versions(diary) == []
    person.post(NEW, {**forged, "guard-seen": "sudden-stop", "guard-choice": "on"})
    plan = versions(diary)[0]
    address = f"/me/plan/{UUID(plan.plan)}/"
    person.post(f"{address}rest/")
    assert versions(diary)[-1].is_resting
    assert 'id="guard"' in person.post(f"{address}rest/").content.decode()
    assert versions(diary)[-1].is_resting


def test_a_limit_is_asked_about_once_where_the_diary_does_not_tell(person: Client, diary: Open) -> None:
    unanswered = {name: words for name, words in FIVE.items() if not name.startswith("guard")}
    page = person.post(NEW, said(**unanswered)).content.decode()
    assert 'name="guard-most_days"' in page
    assert "an hour in which nobody needs" in page
    assert versions(diary) == []


def test_nothing_is_held_until_the_person_picks_one_sentence(person: Client, diary: Open, written: object) -> None:
    written([drank(1, 2), drank(2, 5), dry(3)])  # type: ignore[operator]
    address = made(person, diary)
    assert "Held against the diary" not in person.get(address).content.decode()
    token = versions(diary)[0].conditions[0].token
    person.post(f"{address}hold/", {"condition": token})
    page = person.get(address).content.decode()
    assert "Held against the diary" in page
    assert "of 0 days as planned" in page  # the plan began today, and today is not written
    person.post(f"{address}hold/", {"condition": ""})
    assert next(iter(diary().leaves(PlanSettings))).fact.held_plan == ""


def test_what_went_differently_is_looked_back_on_and_then_it_stops(
    person: Client, diary: Open, written: object
) -> None:
    plan = UsePlan(
        plan="0" * 31 + "1",
        from_on=today() - dt.timedelta(days=20),
        substance="cider",
        substance_code="cider",
        conditions=(AtMost(token="few", limit=2, unit="can", per=Per.DAY),),
    )
    written([plan, drank(1, 2), drank(2, 77), dry(3)])  # type: ignore[operator]
    address = f"/me/plan/{UUID(plan.plan)}/"
    person.post(f"{address}hold/", {"condition": "few"})
    page = person.get(address).content.decode()
    assert "2 of 3 days as planned" in page
    assert "went differently from your plan" in page
    assert "77" not in page.split("went differently")[1][:200]  # no sentence sets an amount beside the planned one
    day = (today() - dt.timedelta(days=2)).isoformat()
    answer = person.post(f"/me/looking-back/{day}/", said(about="few", gave="the songs"))
    assert answer["Location"] == "/me/looking-back/kept/"
    assert next(iter(diary().leaves(LookBack))).fact.gave == "the songs"
    assert "went differently from your plan" not in person.get(address).content.decode()


def test_an_evening_is_planned_and_looked_at_kindly(person: Client, diary: Open, written: object) -> None:
    form = said(words="Ana's birthday", on=today().isoformat(), at="21:00", substance="cider", limit="3", unit="cans")
    address = person.post("/me/occasions/new/", {**form, "way_home": "the last bus"})["Location"]
    planned = next(iter(diary().leaves(PlannedOccasion))).fact
    assert (planned.how_much.least, planned.how_much.unit) == (3, "can")
    written([drank(0, 5)])  # type: ignore[operator]
    page = person.get(address).content.decode()
    assert "the last bus" in page
    assert "Beside the plan: different." in page
    assert "5 cans" not in page
    person.post("/me/changed/choose/", said(shows_amounts="on"))
    assert "5 cans" in person.get(address).content.decode()


def test_an_occasion_lies_ahead(person: Client) -> None:
    past = (today() - dt.timedelta(days=1)).isoformat()
    answer = person.post("/me/occasions/new/", said(words="a concert", on=past))
    assert "That day has gone by" in answer.content.decode()
    assert "a concert" in answer.content.decode()


def test_a_week_is_kept_in_one_tap_from_ones_own_weeks(person: Client, diary: Open, written: object) -> None:
    written([drank(back) if back % 7 == 0 else dry(back) for back in range(1, 57)])  # type: ignore[operator]
    page = person.get("/me/week/").content.decode()
    assert "As my weeks usually are" in page
    assert "As on my last page" not in page
    first = person.get("/me/week/").context["first"]
    person.post(f"/me/week/{first.isoformat()}/keep/", {"like": "typical"})
    kept = next(iter(diary().leaves(WeekPage))).fact
    assert sorted(set(kept.days)) == ["cider", "without"]
    following = first + dt.timedelta(days=7)
    assert "As on my last page" in person.get(f"/me/week/{following.isoformat()}/").content.decode()
    person.post(f"/me/week/{following.isoformat()}/keep/", {"like": "last"})
    assert len(list(diary().leaves(WeekPage))) == 2
    person.post(f"/me/week/{first.isoformat()}/tear-off/")
    assert len(list(diary().leaves(WeekPage))) == 1


def test_a_week_in_own_words_is_changed_in_place(person: Client, diary: Open) -> None:
    person.post("/me/week/", said(words="a calm one", day_2="choir"))
    leaf = next(iter(diary().leaves(WeekPage)))
    assert leaf.fact.days[2] == "choir"
    person.post("/me/week/", said(words="calmer", follows=str(leaf.version)))
    assert next(iter(diary().leaves(WeekPage))).fact.words == "calmer"


def test_no_sentence_of_a_new_plan_is_filled_by_vado(person: Client, written: object) -> None:
    written([drank(back, 3) for back in range(1, 29)])  # type: ignore[operator]
    form = person.get(NEW).context["form"]
    assert all(not sentence.initial.get("limit") and not sentence.initial.get("days") for sentence in form.sentences)
    assert not form.initial.get("review_on")


def test_the_calendar_has_marks_where_the_person_turned_them_on_for_one_sentence(
    person: Client, diary: Open, written: object
) -> None:
    few = AtMost(token="few", limit=2, unit="can", per=Per.DAY)
    days = DaysWithout(token="days", days=3)
    begun = today() - dt.timedelta(days=20)
    plan = UsePlan(
        plan="0" * 31 + "1", from_on=begun, substance="cider", substance_code="cider", conditions=(few, days)
    )
    written([plan, drank(0, 2), drank(1, 5), dry(2)])  # type: ignore[operator]
    assert "beside-plan" not in person.get("/me/days/").content.decode()
    person.post(f"/me/plan/{UUID(plan.plan)}/hold/", {"condition": "few"})
    page = person.get(f"/me/days/{today().year}/{today().month}/").content.decode()
    assert page.count('class="beside-plan"') == min(today().day, 21)
    assert "; as planned" in page
    person.post(f"/me/plan/{UUID(plan.plan)}/hold/", {"condition": "days"})
    of_weeks = person.get(f"/me/days/{today().year}/{today().month}/").content.decode()
    assert 'class="beside-plan"' not in of_weeks  # a sentence about weeks marks weeks, never days
    assert "held-weeks" in of_weeks
    person.post(f"/me/plan/{UUID(plan.plan)}/hold/", {"condition": ""})
    assert "held-weeks" not in person.get("/me/days/").content.decode()
