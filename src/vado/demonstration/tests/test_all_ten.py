"""Each of the ten has what the issue of plans and meetings names; nobody is left out."""

import datetime as dt

import pytest

from vado.demonstration.meetings import meetings_of, meetings_told
from vado.demonstration.plans import plans_of
from vado.demonstration.stories import Story, stories
from vado.meetings.facts import Agreed, Meeting, MeetingAnswers, Writer
from vado.plans.facts import Goal, UsePlan

TODAY = dt.date(2026, 11, 25)
SEVERAL_MONTHS = 77  # days from the first answers to the last: eleven weeks and what came before the first


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_goal_a_plan_of_versions_an_agreed_list_and_months_of_answers(story: Story) -> None:
    planned = [sent.fact for sent in plans_of(story, TODAY - dt.timedelta(days=1))]
    met = [each.fact for each in meetings_of(story, TODAY)]
    versions = [fact for fact in planned if isinstance(fact, UsePlan)]
    answered = [fact.when.on for fact in met if isinstance(fact, MeetingAnswers)]
    assert any(isinstance(fact, Goal) for fact in planned)
    assert max(version.version for version in versions) >= 2
    assert len({version.from_on for version in versions}) == len({(one.plan, one.version) for one in versions})
    assert sum(isinstance(fact, Agreed) for fact in met) >= 2
    assert (max(answered) - min(answered)).days >= SEVERAL_MONTHS


def test_whom_nobody_reads_writes_everything_and_the_story_says_with_whom_they_meet() -> None:
    alone = [story for story in stories() if not story.with_therapist]
    assert {story.code for story in alone} == {"owen", "yara"}
    for story in alone:
        assert {each.by for each in meetings_of(story, TODAY)} == {Writer.PERSON}
        assert "keeps" in story.story["en"].people
        assert "guarda" in story.story["es"].people


def test_all_ten_have_meetings_after_the_days_that_their_story_begins_with() -> None:
    assert set(meetings_told()) == {story.code for story in stories()}
    for story in stories():
        first = TODAY - dt.timedelta(days=story.months * 30)
        assert all(each.fact.when.on >= first for each in meetings_of(story, TODAY) if isinstance(each.fact, Meeting))
