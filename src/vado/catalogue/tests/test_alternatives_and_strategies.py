"""What can be done with an urge, and things to try: whole in both languages, each with its place and its limits."""

import pytest

from vado import catalogue

LEAST = 60
LANGUAGES = {"en", "es"}


def test_there_are_at_least_sixty_of_each_in_both_languages() -> None:
    assert len(catalogue.alternatives()) >= LEAST
    assert len(catalogue.strategies()) >= LEAST
    for one in (*catalogue.alternatives(), *catalogue.alternative_groups(), *catalogue.traditions()):
        assert set(one.names) == LANGUAGES


def test_nine_groups_and_no_alternative_without_one() -> None:
    groups = {group.code for group in catalogue.alternative_groups()}
    assert len(groups) == 9
    assert {one.group for one in catalogue.alternatives()} == groups


@pytest.mark.parametrize("one", catalogue.strategies(), ids=lambda one: one.code)
def test_a_strategy_says_what_it_may_serve_how_to_try_it_and_when_not(one: catalogue.Strategy) -> None:
    assert set(one.names) == set(one.week) == set(one.not_when) == LANGUAGES
    assert one.serves
    assert set(one.serves) <= {meaning.code for meaning in catalogue.meanings()}
    assert one.tradition in {tradition.code for tradition in catalogue.traditions()}


@pytest.mark.parametrize("meaning", catalogue.meanings(), ids=lambda one: one.code)
def test_each_meaning_leads_to_some(meaning: catalogue.Meaning) -> None:
    assert len(catalogue.strategies_for(meaning.code)) >= 2


def test_all_eight_traditions_are_there_and_codes_are_given_one_time() -> None:
    assert {one.tradition for one in catalogue.strategies()} == {one.code for one in catalogue.traditions()}
    assert len(catalogue.traditions()) == 8
    for named in (catalogue.alternatives(), catalogue.strategies()):
        assert len({one.code for one in named}) == len(named)
