"""A guard in another room's form: it asks, shows its card one time, then stands aside."""

from django.http import QueryDict

from vado.safety.guarding import guarding
from vado.safety.guards import SUDDEN_STOP, TOLERANCE_OPIOID, Change, Intent
from vado.safety.plain import RecentDays
from vado.safety.reading import SafetyDrawer

BEER = Intent(Change.STOP, ("beer",))
DAILY = {"alcohol": RecentDays(14, 0)}


def sent(words: str) -> QueryDict:
    return QueryDict(words)


def test_it_asks_first_then_shows_the_card_then_lets_go() -> None:
    asks = guarding(BEER, {}, SafetyDrawer(), sent("goal=stop"))
    assert asks.holds
    assert asks.form is not None
    shows = guarding(BEER, {}, SafetyDrawer(), sent("guard-asked=1&guard-shaky=no"))
    assert [card.row.id for card in shows.cards] == [SUDDEN_STOP]
    assert ("guard-shaky", "no") in shows.hidden
    lets_go = guarding(BEER, {}, SafetyDrawer(), sent(f"guard-asked=1&guard-seen={SUDDEN_STOP}&guard-choice=on"))
    assert not lets_go.holds
    assert not lets_go.wants_help


def test_help_to_slow_down_can_be_chosen_instead() -> None:
    chosen = guarding(BEER, DAILY, SafetyDrawer(), sent(f"guard-seen={SUDDEN_STOP}&guard-choice=help"))
    assert not chosen.holds
    assert chosen.wants_help


def test_four_times_no_is_enough() -> None:
    answers = "&".join(f"guard-{name}=no" for name in ("most_days", "shaky", "seizure", "pregnant"))
    assert not guarding(BEER, {}, SafetyDrawer(), sent(f"guard-asked=1&{answers}")).holds


def test_two_cards_are_shown_together() -> None:
    both = guarding(Intent(Change.PAUSE, ("beer", "heroin")), DAILY, SafetyDrawer(), sent(""))
    assert [card.row.id for card in both.cards] == [SUDDEN_STOP, TOLERANCE_OPIOID]
    seen_one = guarding(
        Intent(Change.PAUSE, ("beer", "heroin")), DAILY, SafetyDrawer(), sent(f"guard-seen={SUDDEN_STOP}")
    )
    assert seen_one.holds


def test_what_no_guard_knows_is_kept_at_once() -> None:
    assert not guarding(Intent(Change.STOP, ("moonlight",)), {}, SafetyDrawer(), sent("")).holds
