"""After an entry: full card at first sight, one line afterwards, and what "I know this" may put to rest."""

import datetime as dt

import pytest

from vado.record import Drawer, Leaf
from vado.safety.after import cards_for, days_since, is_break, look_back, rules_met, rules_of_step
from vado.safety.cards import card_of
from vado.safety.combining import Met
from vado.safety.facts import CardSeen, Known
from vado.safety.guards import TOLERANCE_OPIOID, TOLERANCE_OTHER
from vado.safety.plain import UNSAID, Away, Standing
from vado.safety.reading import SafetyDrawer
from vado.safety.tests.test_combining import NINE, taken
from vado.safety.tests.unsealed import leaf_of

TODAY = NINE.date()
HERE, EARLIER = "a" * 32, "b" * 32
COCAINE, OPIOID = Met("alcohol-cocaine"), Met("alcohol-opioid")


def drawer(*, seen: tuple[CardSeen, ...] = (), known: tuple[Leaf[Known], ...] = ()) -> SafetyDrawer:
    return SafetyDrawer(seen=seen, known=known)


def seen(rule: str, entry: str, days_ago: int = 0) -> CardSeen:
    return CardSeen(rule=rule, entry=entry, on=TODAY - dt.timedelta(days=days_ago))


def test_the_first_sight_of_a_pair_is_a_full_card_and_stays_so_on_its_page() -> None:
    first = cards_for([COCAINE], HERE, TODAY, drawer(), TODAY)
    same_page = cards_for([COCAINE], HERE, TODAY, drawer(seen=(seen("alcohol-cocaine", HERE),)), TODAY)
    assert [card.is_short for card in (*first, *same_page)] == [False, False]


def test_afterwards_one_line_is_enough() -> None:
    cards = cards_for([COCAINE], HERE, TODAY, drawer(seen=(seen("alcohol-cocaine", EARLIER, 1),)), TODAY)
    assert [card.is_short for card in cards] == [True]


@pytest.mark.parametrize(("until", "shown"), [(0, False), (29, False), (-1, True)])
def test_i_know_this_rests_until_its_day(until: int, shown: bool) -> None:
    known = leaf_of(Known(rule="alcohol-cocaine", until=TODAY + dt.timedelta(days=until)), Drawer.SAFETY)
    cards = cards_for([COCAINE], HERE, TODAY, drawer(known=(known,)), TODAY)
    assert bool(cards) is shown


def test_an_opioid_with_another_sedative_is_told_each_time() -> None:
    known = leaf_of(Known(rule="alcohol-opioid", until=TODAY + dt.timedelta(days=29)), Drawer.SAFETY)
    cards = cards_for([OPIOID], HERE, TODAY, drawer(known=(known,)), TODAY)
    assert [card.may_rest for card in cards] == [False]


def test_what_was_written_late_is_offered_one_time() -> None:
    late = Met("alcohol-cocaine", is_late=True)
    assert [card.is_late for card in cards_for([late], HERE, TODAY, drawer(), TODAY)] == [True]
    assert cards_for([late], HERE, TODAY, drawer(seen=(seen("alcohol-cocaine", EARLIER),)), TODAY) == []


@pytest.mark.parametrize(("days_ago", "is_short"), [(1, True), (13, True), (14, False), (200, False)])
def test_a_return_is_told_in_full_once_more_after_two_weeks(days_ago: int, is_short: bool) -> None:
    before = drawer(seen=(seen(TOLERANCE_OPIOID, EARLIER, days_ago),))
    cards = cards_for([Met(TOLERANCE_OPIOID)], HERE, TODAY, before, TODAY)
    assert [card.is_short for card in cards] == [is_short]


@pytest.mark.parametrize(
    ("days_before", "rule"),
    [(None, TOLERANCE_OPIOID), (5, TOLERANCE_OPIOID), (3, TOLERANCE_OPIOID), (2, None), (1, None), (0, None)],
)
def test_a_return_to_an_opioid(days_before: int | None, rule: str | None) -> None:
    others = [] if days_before is None else [taken("heroin", -24 * days_before - 0.5)]
    assert [met.rule for met in rules_met(taken("heroin"), others, UNSAID, NINE)] == ([rule] if rule else [])


GONE = frozenset({Away.PRISON})


@pytest.mark.parametrize(
    ("code", "days_before", "back_days_ago", "away", "rule"),
    [
        # an opioid: the whole month after coming back, whatever was written meanwhile
        ("heroin", 1, 0, GONE, TOLERANCE_OPIOID),
        ("heroin", 1, 27, GONE, TOLERANCE_OPIOID),
        ("heroin", 1, 28, GONE, None),
        ("heroin", 1, None, GONE, TOLERANCE_OPIOID),
        ("heroin", 1, 0, frozenset(), None),
        *(("heroin", 1, 3, frozenset({one}), TOLERANCE_OPIOID) for one in Away),
        # alcohol, benzodiazepines, GHB: the first day with it after coming back; naltrexone is not about them
        ("beer", None, 2, GONE, TOLERANCE_OTHER),
        ("beer", 5, 2, GONE, TOLERANCE_OTHER),
        ("beer", 1, 2, GONE, None),
        ("beer", 1, None, GONE, TOLERANCE_OTHER),
        ("beer", None, 2, frozenset({Away.NALTREXONE}), None),
        ("gbl", None, 2, GONE, TOLERANCE_OTHER),
        ("cannabis", None, 2, GONE, None),
    ],
)
def test_a_return_after_a_time_away(
    code: str, days_before: int | None, back_days_ago: int | None, away: frozenset[Away], rule: str | None
) -> None:
    others = [] if days_before is None else [taken(code, -24 * days_before)]
    back_on = None if back_days_ago is None else TODAY - dt.timedelta(days=back_days_ago)
    standing = Standing(away=away, back_on=back_on)
    assert [met.rule for met in rules_met(taken(code), others, standing, NINE)] == ([rule] if rule else [])


def test_a_return_that_is_told_two_days_later_is_not_warned_of() -> None:
    assert rules_met(taken("heroin"), [], UNSAID, NINE + dt.timedelta(days=2)) == []


def test_a_return_to_alcohol_needs_something_before_the_break() -> None:
    assert rules_met(taken("beer"), [], UNSAID, NINE) == []
    assert [met.rule for met in rules_met(taken("beer"), [taken("wine", -24 * 20)], UNSAID, NINE)] == [TOLERANCE_OTHER]


def test_missed_maintenance_is_told_beside_an_opioid() -> None:
    met = rules_met(taken("methadone"), [taken("methadone", -24)], Standing(missed_maintenance_doses=2), NINE)
    assert [one.rule for one in met] == ["missed-maintenance"]


@pytest.mark.parametrize(("days", "speaks"), [(0, False), (2, False), (3, True), (60, True), (61, False)])
def test_a_step_in_a_break_from_opioids(days: int, speaks: bool) -> None:
    assert bool(rules_of_step(TODAY, [taken("heroin", -24 * days)])) is speaks


def test_how_far_back_an_entry_makes_it_necessary_to_look() -> None:
    assert look_back("cannabis", "cannabinoid").near_days == 0
    assert look_back("", "").near_days == 0
    assert look_back("heroin", "opioid").near_days >= 3
    assert look_back("beer", "alcohol").far_days == 45
    assert is_break(taken("beer"), [taken("heroin", -24)])
    assert not is_break(taken("beer"), [taken("wine", -24)])
    assert days_since(taken("beer"), [taken("wine", -48.5), taken("heroin", -24)]) == 2


def test_a_card_says_the_number_of_the_country_or_the_words_for_it() -> None:
    assert "131" in card_of("alcohol-opioid", "CL").now
    assert "the emergency number" in card_of("alcohol-opioid", "").now
    assert "the emergency number" in card_of("alcohol-opioid", "a country without lines").now
