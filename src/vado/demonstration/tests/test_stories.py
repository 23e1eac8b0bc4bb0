"""The demonstration's people and their diaries."""

import datetime as dt
from collections import Counter

import pytest

from vado import catalogue
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.diary.facts import DayStatement, Use

LAST_DAY = dt.date(2026, 11, 22)


def main_class(story: Story) -> str:
    classes = {catalogue.substance(use.substance_code).class_code for use in story.uses}
    return classes.pop() if len(classes) == 1 else "several"


def test_ten_people_in_the_proportion_of_the_book() -> None:
    mainly = Counter(main_class(each) for each in stories() if each.code != "rosario")
    assert len(stories()) == 10
    assert mainly["alcohol"] == 4  # and Rosario, whose sleeping tablets are the fifth's second matter
    assert (mainly["opioid"], mainly["stimulant"], mainly["several"]) == (1, 1, 3)
    assert sum(each.known_through_a_group for each in stories()) == 1


def test_about_half_choose_moderation_and_the_others_all_kinds_of_goal() -> None:
    goals = Counter(each.goal for each in stories())
    assert 3 <= goals["moderate"] <= 5
    assert {"stop", "pause", "safer", "undecided", "only_some"} <= set(goals)


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_story_stands_in_both_languages(story: Story) -> None:
    assert set(story.story) == {"en", "es"}


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_diary_follows_its_seed(story: Story) -> None:
    once, twice = diary_of(story, LAST_DAY, seed=7), diary_of(story, LAST_DAY, seed=7)
    assert once == twice
    assert once != diary_of(story, LAST_DAY, seed=8)


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_some_days_are_unknown_and_none_lies_in_the_future(story: Story) -> None:
    diary = diary_of(story, LAST_DAY, seed=7)
    days = {lived.on for fact in diary if (lived := fact.lived())}
    assert 6 <= story.months <= 18
    assert 0.3 * story.months * 30 < len(days) < story.months * 30
    assert max(days) <= LAST_DAY


def test_fewer_days_with_wine_after_the_choir_comes_back() -> None:
    ines = next(each for each in stories() if each.code == "ines")
    diary = diary_of(ines, LAST_DAY, seed=7)
    first = LAST_DAY - dt.timedelta(days=359)
    with_wine = [(fact.when.on - first).days for fact in diary if isinstance(fact, Use)]
    before = sum(day < 150 for day in with_wine) / 150
    after = sum(day >= 230 for day in with_wine) / 130
    assert after < 0.75 * before


def test_a_day_is_never_both_used_and_nothing_used() -> None:
    for story in stories():
        diary = diary_of(story, LAST_DAY, seed=7)
        used = {fact.when.on for fact in diary if isinstance(fact, Use)}
        assert not used & {fact.when.on for fact in diary if isinstance(fact, DayStatement)}
