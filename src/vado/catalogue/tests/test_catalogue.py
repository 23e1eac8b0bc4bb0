"""The catalogue is whole, in both languages, and says of each fact where it comes from."""

import datetime as dt
import math

import pytest

from vado import catalogue

LONG_AGO = dt.date(2020, 1, 1)
FAR_AHEAD = dt.date(2090, 1, 1)

MEANING_CODES = {
    "self_medication",
    "affect_regulation",
    "inner_critic",
    "rebellion",
    "trauma",
    "self_harm_suicidal",
    "identity",
    "connection",
    "reward_celebration",
    "enhancement",
    "transition_ritual",
    "emptiness_meaning",
    "biological",
    "social_structural",
    "habit",
}


def test_there_are_substances_enough_and_no_code_comes_twice() -> None:
    codes = [one.code for one in catalogue.substances()]
    assert len(codes) >= 45
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("language", ["en", "es"])
def test_everything_has_a_name_in_both_languages(language: str) -> None:
    named: list[catalogue.Named] = [
        *catalogue.substances(),
        *catalogue.units(),
        *catalogue.routes(),
        *catalogue.meanings(),
    ]
    assert [one.code for one in named if not one.names[language].strip()] == []


def test_two_substances_never_share_a_name() -> None:
    for language in ("en", "es"):
        names = [one.names[language].casefold() for one in catalogue.substances()]
        assert len(names) == len(set(names))


def test_every_substance_is_offered_known_units_and_routes() -> None:
    units = {unit.code for unit in catalogue.units()}
    routes = {route.code for route in catalogue.routes()}
    for one in catalogue.substances():
        assert set() < set(one.units) <= units, one.code
        assert set() < set(one.routes) <= routes, one.code
        assert catalogue.class_name(one.class_code, "es") != one.class_code


def test_classes_that_safety_rules_need_are_there() -> None:
    classes = {one.class_code for one in catalogue.substances()}
    assert classes >= {"alcohol", "opioid", "benzodiazepine", "z_drug", "barbiturate", "ghb", "gabapentinoid"}


def test_a_name_takes_the_form_of_the_country() -> None:
    assert catalogue.name_of("coca_paste", "es") == "Pasta base"
    assert catalogue.name_of("coca_paste", "es", "AR") == "Paco o pasta base"
    assert catalogue.name_of("coca_paste", "en", "AR") == "Coca paste"


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    with pytest.raises(catalogue.UnknownSubstance):
        catalogue.name_of("moonlight", "en")


def test_words_stand_for_known_substances_and_wait_for_natives() -> None:
    codes = {one.code for one in catalogue.substances()}
    assert set(catalogue.countries()) == {"CL", "ES", "AR", "UY", "MX", "US", "GB"}
    for country in catalogue.countries():
        known = catalogue.vocabulary(country)
        assert known is not None
        assert not known.checked_by_natives
        assert set(known.words) <= codes
        assert all(word == word.strip() != "" for words in known.words.values() for word in words)


def test_the_same_word_means_what_it_means_in_that_country() -> None:
    assert "caña" in catalogue.words("ES", "es")["beer"]
    assert "caña" not in catalogue.words("CL", "es").get("beer", ())
    assert "paco" in catalogue.words("AR", "es")["coca_paste"]
    assert all("paco" not in words for words in catalogue.words("CL", "es").values())


def test_words_stay_those_of_the_country_when_the_page_is_in_another_language() -> None:
    assert catalogue.words("CL", "en") == catalogue.words("CL", "es")


def test_without_a_country_all_words_of_the_language_are_recognised() -> None:
    assert {"chela", "birra"} <= set(catalogue.words("", "es")["beer"])
    assert "chela" not in catalogue.words("", "en")["beer"]


def test_standard_drinks_have_source_and_date() -> None:
    drinks = catalogue.standard_drinks()
    assert len({drink.country for drink in drinks}) == len(drinks) >= 12
    for drink in drinks:
        assert 8 <= drink.grams <= 20
        assert all(catalogue.source_in(language, drink.source) for language in ("en", "es"))
        assert drink.verify_by > LONG_AGO


@pytest.mark.parametrize(("country", "grams"), [("US", 14), ("GB", 8), ("ES", 10), ("MX", 13), ("CL", 14), ("AT", 20)])
def test_a_drink_differs_from_country_to_country(country: str, grams: float) -> None:
    drink = catalogue.standard_drink(country)
    assert drink is not None
    assert drink.grams == grams


def test_every_fact_says_its_source_in_both_languages() -> None:
    facts = catalogue.due(dt.date(2090, 1, 1), within_days=0)
    assert len(facts) > 80
    for fact in facts:
        assert all(catalogue.source_in(language, fact.source) for language in ("en", "es")), fact


def test_a_country_without_a_source_has_no_drink() -> None:
    assert catalogue.standard_drink("XX") is None


@pytest.mark.parametrize(
    ("volume_ml", "strength_percent", "grams"),
    [(330, 5, 13.0185), (750, 13, 76.9275), (50, 40, 15.78), (0, 40, 0), (330, 0, 0)],
)
def test_grams_of_ethanol(volume_ml: float, strength_percent: float, grams: float) -> None:
    assert catalogue.ethanol_grams(volume_ml, strength_percent) == pytest.approx(grams)


@pytest.mark.parametrize(
    ("volume_ml", "strength_percent"),
    [(-1, 5), (math.nan, 5), (math.inf, 5), (330, 101), (330, -1), (330, math.nan)],
)
def test_grams_refuse_what_no_drink_can_be(volume_ml: float, strength_percent: float) -> None:
    with pytest.raises(ValueError, match=r"volume|strength"):
        catalogue.ethanol_grams(volume_ml, strength_percent)


def test_unchecked_facts_are_due_at_any_time() -> None:
    found = {(fact.kind, fact.of): fact for fact in catalogue.due(LONG_AGO, within_days=0)}
    assert found["standard drink", "CA"].is_unchecked
    assert not found["standard drink", "CA"].is_expired
    assert ("standard drink", "US") not in found


def test_everything_is_due_in_the_end_and_the_soonest_comes_first() -> None:
    found = catalogue.due(FAR_AHEAD, within_days=0)
    lines = sum(1 + len(country.lines) for country in catalogue.help_lines())
    pairs = len(catalogue.combinations().pairs)
    assert len(found) == pairs + 1 + len(catalogue.standard_drinks()) + len(catalogue.countries()) + lines
    assert all(fact.is_expired for fact in found)
    assert [fact.verify_by for fact in found] == sorted(fact.verify_by for fact in found)


def test_a_fact_falls_due_when_its_date_comes_near() -> None:
    drink = catalogue.standard_drink("US")
    assert drink is not None
    day_before = drink.verify_by - dt.timedelta(days=1)
    assert not drink.is_to_be_verified(day_before)
    assert drink.is_to_be_verified(drink.verify_by)
    assert ("standard drink", "US") not in {(fact.kind, fact.of) for fact in catalogue.due(day_before, within_days=0)}
    assert ("standard drink", "US") in {(fact.kind, fact.of) for fact in catalogue.due(day_before, within_days=1)}


def test_the_fifteen_meanings_ask_a_question_in_both_languages() -> None:
    assert {meaning.code for meaning in catalogue.meanings()} == MEANING_CODES
    for meaning in catalogue.meanings():
        assert meaning.questions["en"].endswith("?")
        assert meaning.questions["es"].startswith("¿")


def test_one_meaning_leads_to_safety() -> None:
    assert [one.code for one in catalogue.meanings() if one.leads_to_safety] == ["self_harm_suicidal"]
