"""What the fictional people keep for their safety fits the catalogue and their story."""

import pytest

from vado import catalogue
from vado.demonstration.fill_safety import safety_of_story
from vado.demonstration.stories import Story, stories
from vado.safety.cards import rows_by_id
from vado.safety.classes import class_of, name_of
from vado.safety.facts import Regular, SafetyPlan, SafetySettings, SharedCard


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.code)
def test_everybody_has_the_numbers_of_their_country_and_known_codes(story: Story) -> None:
    facts = list(safety_of_story(story))
    assert [fact.country for fact in facts if isinstance(fact, SafetySettings)] == [story.country]
    assert catalogue.help_in(story.country) is not None
    for fact in facts:
        if isinstance(fact, Regular):
            assert class_of(fact.code) or name_of(fact.code, "en") != fact.code


def test_one_person_shares_a_card_that_is_there() -> None:
    shared = [fact.rule for story in stories() for fact in safety_of_story(story) if isinstance(fact, SharedCard)]
    assert shared
    assert set(shared) <= set(rows_by_id())


def test_most_have_a_safety_plan_and_nobody_needs_one() -> None:
    plans = [any(isinstance(fact, SafetyPlan) for fact in safety_of_story(story)) for story in stories()]
    assert 5 <= sum(plans) < len(plans)
