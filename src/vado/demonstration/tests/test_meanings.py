"""What the ten people think about it makes sense for their story: whole, round, and read back without a loose end."""

import datetime as dt

import pytest

from vado import catalogue
from vado.balance.facts import Field, SideItem, WordsLeft
from vado.demonstration.meanings import meanings_of, understandings
from vado.demonstration.stories import Story, stories
from vado.meanings.facts import Unwrapping
from vado.meanings.facts_map import MapArrow, MapNode
from vado.meanings.facts_voices import Side, VoiceLine
from vado.meanings.rules_map import Map
from vado.meanings.rules_moments import BESIDE, MOMENTS, latency
from vado.meanings.rules_reading import read
from vado.record.facts import Drawer

TODAY = dt.date(2026, 11, 23)


def test_all_ten_have_an_unwrapping_a_map_and_a_balance() -> None:
    assert set(understandings()) == {story.code for story in stories()}


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_a_map_goes_round_and_has_no_loose_end(story: Story) -> None:
    sent = meanings_of(story, TODAY)
    nodes = {one.leaf_id.hex: one.fact for one in sent if isinstance(one.fact, MapNode) and one.leaf_id}
    arrows = {str(number): one.fact for number, one in enumerate(sent) if isinstance(one.fact, MapArrow)}
    reading = read(Map(nodes, arrows))
    assert reading.loops
    assert reading.without_end == ()
    assert reading.alone == ()


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_words_belong_to_moments_and_meanings_to_the_catalogue(story: Story) -> None:
    (unwrapping,) = (one.fact for one in meanings_of(story, TODAY) if isinstance(one.fact, Unwrapping))
    assert set(unwrapping.words) <= {*MOMENTS, *BESIDE.values()}
    assert set(unwrapping.meanings) <= {meaning.code for meaning in catalogue.meanings()}
    assert latency(unwrapping) is not None


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_benefits_have_as_much_room_as_harms(story: Story) -> None:
    pans = [laid.pan for laid in understandings()[story.code].items]
    assert min(pans.count(pan) for pan in set(pans)) >= 1
    assert len(set(pans)) == 2


@pytest.mark.parametrize("story", stories(), ids=lambda each: each.code)
def test_both_voices_speak_twice_and_all_four_fields_have_something(story: Story) -> None:
    sent = [one.fact for one in meanings_of(story, TODAY)]
    sides = [fact.side for fact in sent if isinstance(fact, VoiceLine)]
    assert [sides.count(side) for side in Side] == [2, 2]
    assert {fact.field for fact in sent if isinstance(fact, SideItem)} == set(Field)


def test_two_of_them_have_read_a_letter_that_no_door_shows() -> None:
    sent = [one for story in stories() for one in meanings_of(story, TODAY) if isinstance(one.fact, WordsLeft)]
    assert [one.drawer for one in sent] == [Drawer.OWN, Drawer.OWN]
