"""Goals: own words, any kind, nothing lost; and the guards on every way in."""

import datetime as dt
import uuid

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.plans.facts import Aim, Goal, GoalRating, GoalStatus, Readiness
from vado.plans.tests.conftest import drank, dry, said, today
from vado.safety.facts import OwnClass

NEW, PAST = "/me/goals/new/", dt.date(2020, 1, 1)


def kept(diary: Open) -> list[Goal]:
    return [leaf.fact for leaf in diary().leaves(Goal)]


def test_a_goal_in_own_words_is_not_decided_and_complete(person: Client, diary: Open) -> None:
    answer = person.post(NEW, said(words="less of the stairs"))
    assert answer.status_code == 302
    assert kept(diary) == [Goal(written_on=today(), words="less of the stairs")]
    assert "less of the stairs" in person.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("field", ["why_now", "level_2", "substance"])
def test_any_one_field_is_enough_to_keep_a_goal(person: Client, diary: Open, field: str) -> None:
    assert person.post(NEW, said(**{field: "mornings"})).status_code == 302
    (goal,) = kept(diary)
    assert "mornings" in (goal.why_now, goal.substance, *goal.levels)


@pytest.mark.parametrize("aim", list(Aim))
def test_every_kind_of_goal_is_kept(person: Client, diary: Open, aim: Aim) -> None:
    assert person.post(NEW, said(words="this", aim=aim.value)).status_code == 302
    assert kept(diary)[0].aim is aim


def test_a_form_sent_twice_is_one_goal_and_with_other_words_nothing_is_lost(person: Client, diary: Open) -> None:
    form = said(words="one")
    person.post(NEW, form)
    person.post(NEW, form)
    assert len(kept(diary)) == 1
    again = person.post(NEW, {**form, "words": "two"})
    assert "two" in again.content.decode()
    assert again.status_code == 200


def test_a_review_in_the_past_is_told_and_the_words_stay(person: Client, diary: Open) -> None:
    answer = person.post(NEW, said(words="a calm week", review_on=PAST.isoformat()))
    assert answer.status_code == 200
    assert "That day has gone by" in answer.content.decode()
    assert "a calm week" in answer.content.decode()
    assert kept(diary) == []


def test_a_hundred_kilobytes_are_told_of_and_come_back(person: Client, diary: Open) -> None:
    answer = person.post(NEW, said(words="ñ" * 100_001))
    assert "longer than" in answer.content.decode()
    assert "ñ" * 1000 in answer.content.decode()
    assert person.post(NEW, said(words="ñ" * 100_000)).status_code == 302


def test_a_sudden_stop_is_questioned_and_the_person_can_go_on(person: Client, diary: Open, written: object) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    form = said(words="no more", substance="cider", aim="stop", status="trying")
    spoken = person.post(NEW, form)
    assert spoken.status_code == 200
    assert 'id="guard"' in spoken.content.decode()
    assert "no more" in spoken.content.decode()
    assert kept(diary) == []
    seen = {"guard-seen": "sudden-stop", "guard-choice": "on"}
    assert person.post(NEW, {**form, **seen}).status_code == 302
    assert kept(diary)[0].status is GoalStatus.TRYING


def test_a_thing_of_ones_own_has_the_kind_that_was_named_for_it(person: Client, diary: Open, written: object) -> None:
    form = said(words="no more", substance="the blue one", aim="stop", status="trying")
    assert person.post(NEW, form).status_code == 302  # nobody named its kind: what is not known says nothing
    written([OwnClass(word="The blue one", class_code="benzodiazepine")])  # type: ignore[operator]
    assert 'name="guard-most_days"' in person.post(NEW, {**form, **said()}).content.decode()


def test_days_on_which_something_else_is_written_leave_a_substance_unknown(person: Client, written: object) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    form = said(words="no more", substance="GBL", aim="stop", status="trying")
    assert 'name="guard-most_days"' in person.post(NEW, form).content.decode()


def test_help_to_slow_down_can_be_kept_instead(person: Client, diary: Open, written: object) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    form = said(words="no more", substance="cider", aim="stop", status="trying")
    person.post(NEW, {**form, "guard-seen": "sudden-stop", "guard-choice": "help"})
    assert kept(diary)[0].aim is Aim.LESS
    assert "medical help" in kept(diary)[0].words


def test_a_goal_that_is_only_thought_of_is_not_questioned(person: Client, diary: Open, written: object) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    assert person.post(NEW, said(words="no more", substance="cider", aim="stop")).status_code == 302
    leaf = next(iter(diary().leaves(Goal)))
    change = f"/me/goals/{leaf.id}/change/"
    form = said(words="no more", substance="cider", aim="stop", status="trying", follows=str(leaf.version))
    assert 'id="guard"' in person.post(change, form).content.decode()


def test_a_goal_may_change_and_two_changes_at_once_are_both_kept(person: Client, diary: Open) -> None:
    person.post(NEW, said(words="one"))
    leaf = next(iter(diary().leaves(Goal)))
    change = f"/me/goals/{leaf.id}/change/"
    for words in ("here", "there"):
        person.post(change, said(words=words, follows=str(leaf.version)))
    page = person.get(f"/me/goals/{leaf.id}/").content.decode()
    assert "here" in page
    assert "there" in page
    person.post(f"/me/goals/{leaf.id}/choose/", {"keep": "both"})
    assert {goal.words for goal in kept(diary)} == {"here", "there"}


def test_ratings_stay_when_the_goal_changes(person: Client, diary: Open) -> None:
    levels = {f"level_{place}": f"line {place}" for place in range(5)}
    person.post(NEW, said(words="one", **levels))
    leaf = next(iter(diary().leaves(Goal)))
    rate = f"/me/goals/{leaf.id}/rate/"
    person.post(rate, said(importance="8", confidence="3", progress="2", level="-1", words="so far"))
    person.post(f"/me/goals/{leaf.id}/change/", said(words="other", follows=str(leaf.version), status="let_go"))
    rating = next(iter(diary().leaves(GoalRating))).fact
    assert (rating.importance, rating.confidence, rating.progress, rating.level) == (8, 3, 2, -1)
    assert "so far" in person.get(f"/me/goals/{leaf.id}/").content.decode()
    assert person.post(rate, said()).status_code == 200


def test_readiness_is_about_one_thing(person: Client, diary: Open) -> None:
    assert person.post("/me/readiness/", said(about="the stairs", is_harm="harm", ready="4")).status_code == 302
    one = next(iter(diary().leaves(Readiness))).fact
    assert (one.about, one.is_harm, one.ready) == ("the stairs", True, 4)
    assert "the stairs" in person.get("/me/readiness/").content.decode()


def test_days_without_are_counted_for_those_who_chose_it(person: Client, diary: Open, written: object) -> None:
    written([dry(1), dry(2), dry(3), drank(4)])  # type: ignore[operator]
    person.post(NEW, said(words="a pause", substance="cider", aim="pause"))
    leaf = next(iter(diary().leaves(Goal)))
    address = f"/me/goals/{leaf.id}/"
    assert person.get(address).context["counted"] == ""
    person.post(f"{address}without/")
    assert person.get(address).context["counted"] == "3 days without, all in all"
    written([drank(0)])  # type: ignore[operator]
    assert person.get(address).context["counted"] == "3 days without, all in all"
    person.post(f"{address}without/")
    assert person.get(address).context["counted"] == ""


def test_a_count_is_not_offered_with_other_goals(person: Client, diary: Open) -> None:
    person.post(NEW, said(words="less", substance="cider", aim="less"))
    leaf = next(iter(diary().leaves(Goal)))
    assert "/without/" not in person.get(f"/me/goals/{leaf.id}/").content.decode()


def test_a_goal_that_is_not_there_says_so(person: Client) -> None:
    assert person.get(f"/me/goals/{uuid.uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("words", "is_touched"),
    [
        ({"words": "I want to die"}, True),
        ({"words": "dormir", "why_now": "me quiero morir"}, True),
        ({"words": "to laugh until I am dying of laughter"}, False),
    ],
)
def test_a_goal_that_touches_a_crisis_leads_gently_on_its_page(
    person: Client, words: dict[str, str], is_touched: bool
) -> None:
    page = person.post(NEW, said(**words), follow=True).content.decode()
    assert ("This sounds heavy" in page) is is_touched


def test_words_about_how_a_goal_feels_are_read_as_well(person: Client, diary: Open) -> None:
    person.post(NEW, said(words="quiet evenings"))
    (goal,) = diary().leaves(Goal)
    page = person.post(f"/me/goals/{goal.id}/rate/", said(words="I want to die"), follow=True)
    assert "This sounds heavy" in page.content.decode()
