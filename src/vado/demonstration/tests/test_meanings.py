"""What the ten people think about it makes sense for their story: whole, round, and read back without a loose end."""

import datetime as dt

import pytest

from vado import catalogue
from vado.balance.facts import Field, SideItem, WordsLeft
from vado.demonstration.fill import SEED
from vado.demonstration.meanings import meanings_of, thoughts_of_the_therapist
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.demonstration.understandings import understandings
from vado.diary.facts import Use
from vado.meanings.facts import Ended, Unwrapping
from vado.meanings.facts_map import MapArrow, MapNode
from vado.meanings.facts_voices import FormulationPart, Section, Side, VoiceLine
from vado.meanings.rules_map import Map
from vado.meanings.rules_moments import BESIDE, MOMENTS, latency
from vado.meanings.rules_reading import read
from vado.record.facts import Drawer
from vado.record.writing import Sent

TODAY = dt.date(2026, 11, 23)


def kept(story: Story) -> list[Sent]:
    return meanings_of(story, diary_of(story, TODAY, SEED), TODAY)


def test_all_ten_have_an_unwrapping_a_map_and_a_balance() -> None:
    assert set(understandings()) == {story.code for story in stories()}


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_map_goes_round_and_has_no_loose_end(story: Story) -> None:
    sent = kept(story)
    nodes = {one.leaf_id.hex: one.fact for one in sent if isinstance(one.fact, MapNode) and one.leaf_id}
    arrows = {str(number): one.fact for number, one in enumerate(sent) if isinstance(one.fact, MapArrow)}
    reading = read(Map(nodes, arrows))
    assert reading.loops
    assert reading.without_end == ()
    assert reading.alone == ()


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_words_belong_to_moments_and_meanings_to_the_catalogue(story: Story) -> None:
    unwrappings = [one.fact for one in kept(story) if isinstance(one.fact, Unwrapping)]
    assert len(unwrappings) >= 2
    for unwrapping in unwrappings:
        assert set(unwrapping.words) <= {*MOMENTS, *BESIDE.values()}
        assert set(unwrapping.meanings) <= {meaning.code for meaning in catalogue.meanings()}
        assert latency(unwrapping) is not None


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_the_diary_says_the_same_of_that_day(story: Story) -> None:
    diary = diary_of(story, TODAY, SEED)
    used = {(fact.when.on, fact.substance) for fact in diary if isinstance(fact, Use)}
    unwrappings = [one.fact for one in kept(story) if isinstance(one.fact, Unwrapping)]
    for one in unwrappings:
        assert ((one.when.on, one.about) in used) is (one.ended is not Ended.NOT_USED)
    assert len({one.when.on for one in unwrappings}) == len(unwrappings)


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_the_page_for_two_has_both_hands_where_there_are_two(story: Story) -> None:
    theirs = [one.fact for one in thoughts_of_the_therapist(story, TODAY)]
    own = [one.fact for one in kept(story) if isinstance(one.fact, FormulationPart)]
    assert bool(theirs) is story.with_therapist
    assert {part.section for part in own} >= {Section.WISHES, Section.DOES, Section.COSTS, Section.STRENGTHS}


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_benefits_have_as_much_room_as_harms(story: Story) -> None:
    pans = [laid.pan for laid in understandings()[story.code].items]
    assert min(pans.count(pan) for pan in set(pans)) >= 1
    assert len(set(pans)) == 2


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_both_voices_speak_twice_and_all_four_fields_have_something(story: Story) -> None:
    sent = [one.fact for one in kept(story)]
    sides = [fact.side for fact in sent if isinstance(fact, VoiceLine)]
    assert [sides.count(side) for side in Side] == [2, 2]
    assert {fact.field for fact in sent if isinstance(fact, SideItem)} == set(Field)


def test_two_of_them_have_read_a_letter_that_no_door_shows() -> None:
    sent = [one for story in stories() for one in kept(story) if isinstance(one.fact, WordsLeft)]
    assert [one.drawer for one in sent] == [Drawer.OWN, Drawer.OWN]
