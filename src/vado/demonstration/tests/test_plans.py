"""The goals and plans of the demonstration fit their stories."""

import datetime as dt

import pytest

from vado.demonstration.plans import plans_of, plans_told
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.plans.facts import Aim, Goal, PlanSettings, UsePlan
from vado.plans.rules_amounts import holdings_of
from vado.plans.rules_held import hold
from vado.plans.rules_known import index_of
from vado.plans.rules_outcomes import Outcome

LAST_DAY = dt.date(2026, 11, 24)
# The story's own word for what somebody wants, and the kinds of goals that it may be.
AIMS = {
    "moderate": {Aim.LESS, Aim.ONLY_SOME},
    "stop": {Aim.STOP},
    "pause": {Aim.PAUSE},
    "safer": {Aim.SAFER},
    "only_some": {Aim.ONLY_SOME},
    "undecided": {Aim.UNDECIDED},
}


def test_all_ten_have_a_goal() -> None:
    assert set(plans_told()) == {each.code for each in stories()}


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_the_first_goal_is_the_one_of_the_story_and_nothing_lies_ahead(story: Story) -> None:
    facts = [sent.fact for sent in plans_of(story, LAST_DAY)]
    goals = [fact for fact in facts if isinstance(fact, Goal)]
    assert goals[0].aim in AIMS[story.goal]
    assert all(goal.written_on <= LAST_DAY for goal in goals)
    assert all(fact.from_on <= LAST_DAY for fact in facts if isinstance(fact, UsePlan))


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_held_sentence_says_something_of_the_diary(story: Story) -> None:
    facts = [sent.fact for sent in plans_of(story, LAST_DAY)]
    settings = [fact for fact in facts if isinstance(fact, PlanSettings)]
    for one in settings:
        versions = [fact for fact in facts if isinstance(fact, UsePlan) and fact.plan == one.held_plan]
        index = index_of(diary_of(story, LAST_DAY, 7))
        first = min(version.from_on for version in versions)
        found = hold(versions, one.held_condition, index, holdings_of((), story.country), first, LAST_DAY, 0)
        assert found is not None
        assert found.counts[Outcome.AS_PLANNED] > 0
        assert found.counts[Outcome.CANT_TELL] > 0


def test_versions_of_a_plan_follow_one_another() -> None:
    plans = [
        fact for story in stories() for sent in plans_of(story, LAST_DAY) if isinstance(fact := sent.fact, UsePlan)
    ]
    assert sum(plan.version > 1 for plan in plans) >= 7
