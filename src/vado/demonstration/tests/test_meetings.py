"""The meetings of the demonstration fit their stories."""

import datetime as dt

import pytest

from vado.demonstration.meetings import meetings_of
from vado.demonstration.stories import Story, stories
from vado.meetings.facts import Agreed, FeltOff, Hope, Meeting, MeetingAnswers, Repair, ToTalkAbout, Writer

TODAY = dt.date(2026, 11, 25)
WITH_MEETINGS = stories()


@pytest.mark.parametrize("story", WITH_MEETINGS, ids=lambda each: each.code)
def test_several_months_of_answers_an_agreed_list_and_a_next_meeting(story: Story) -> None:
    facts = [each.fact for each in meetings_of(story, TODAY)]
    answered = [fact.when.on for fact in facts if isinstance(fact, MeetingAnswers)]
    held = [fact.when.on for fact in facts if isinstance(fact, Meeting)]
    assert (max(answered) - min(answered)).days >= 56
    assert set(answered) <= set(held)
    assert sum(on > TODAY for on in held) == 1
    assert any(isinstance(fact, Agreed) for fact in facts)
    assert any(isinstance(fact, ToTalkAbout) and not fact.talked for fact in facts)
    assert max(answered) <= TODAY


@pytest.mark.parametrize("story", WITH_MEETINGS, ids=lambda each: each.code)
def test_a_person_writes_what_is_theirs_alone(story: Story) -> None:
    theirs = (ToTalkAbout, MeetingAnswers, FeltOff)
    assert all(each.by is Writer.PERSON for each in meetings_of(story, TODAY) if isinstance(each.fact, theirs))


def test_strains_are_mended_by_both_and_one_is_open_still() -> None:
    kept = [each for story in WITH_MEETINGS for each in meetings_of(story, TODAY)]
    strains = {each.leaf_id.hex: each.fact for each in kept if isinstance(each.fact, FeltOff)}
    for leaf, strain in strains.items():
        writers = {each.fact.by for each in kept if isinstance(each.fact, Repair) and each.fact.strain == leaf}
        assert (writers == set(Writer)) is strain.mended
    assert sum(not strain.mended for strain in strains.values()) == 1
    assert {each.fact.by for each in kept if isinstance(each.fact, Hope)} == set(Writer)
