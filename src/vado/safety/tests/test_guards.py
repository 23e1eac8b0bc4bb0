"""Tables of the guards that a clinician could sign: where each speaks, where it must not, and what if it is unknown."""

import doctest

import pytest

from vado.safety import classes, guarding, guards, plain, plan_parts, reading
from vado.safety.guards import (
    Answers,
    Ask,
    Change,
    Intent,
    Question,
    Returning,
    Speak,
    lost_tolerance,
    missed_maintenance,
    most_days,
    sudden_stop,
    tolerance_ahead,
)
from vado.safety.plain import NOTHING_KNOWN, Away, RecentDays, Standing

STOP = Speak(guards.SUDDEN_STOP)
PREGNANCY = Speak(guards.OPIOID_PREGNANCY)
DAILY, SELDOM = RecentDays(used=14, unknown=0), RecentDays(used=2, unknown=0)
NO_TO_ALL = Answers(most_days=False, shaky=False, seizure=False, pregnant=False, quickly=False)

KNOWN_DAYS = [
    # change, substance, its class, days, what the guard does
    (Change.STOP, "beer", "alcohol", DAILY, STOP),
    (Change.CUT_FAST, "spirits", "alcohol", DAILY, STOP),
    (Change.PAUSE, "wine", "alcohol", DAILY, STOP),
    (Change.STOP, "diazepam", "benzodiazepine", DAILY, STOP),
    (Change.STOP, "zolpidem", "z_drug", DAILY, STOP),
    (Change.STOP, "barbiturate", "barbiturate", DAILY, STOP),
    (Change.STOP, "ghb", "ghb", DAILY, STOP),
    (Change.STOP, "gbl", "ghb", DAILY, STOP),
    (Change.STOP, "phenibut", "gabaergic", DAILY, STOP),
    (Change.STOP, "baclofen", "gabaergic", DAILY, STOP),
    (Change.STOP, "pregabalin", "gabapentinoid", DAILY, STOP),
    (Change.STOP, "gabapentin", "gabapentinoid", DAILY, STOP),
    (Change.STOP, "beer", "alcohol", SELDOM, None),
    (Change.STOP, "diazepam", "benzodiazepine", SELDOM, None),
    (Change.KEEP, "beer", "alcohol", DAILY, None),
    (Change.SAFER, "beer", "alcohol", DAILY, None),
    (Change.STOP, "cannabis", "cannabinoid", DAILY, None),
    (Change.STOP, "cocaine", "cocaine", DAILY, None),
    (Change.STOP, "moonlight", "", DAILY, None),
]


@pytest.mark.parametrize(("change", "substance", "class_code", "days", "said"), KNOWN_DAYS)
def test_sudden_stop_when_the_days_are_known(
    change: Change, substance: str, class_code: str, days: RecentDays, said: Speak | None
) -> None:
    assert sudden_stop(Intent(change, (substance,)), {class_code: days}) == said


ALL_ASKED = (Question.MOST_DAYS, Question.SHAKY, Question.SEIZURE, Question.PREGNANT)


@pytest.mark.parametrize("days", [{}, {"alcohol": NOTHING_KNOWN}, {"alcohol": RecentDays(used=5, unknown=3)}])
def test_sudden_stop_asks_when_the_days_could_hide_it(days: dict[str, RecentDays]) -> None:
    assert sudden_stop(Intent(Change.STOP, ("beer",)), days) == Ask(guards.SUDDEN_STOP, ALL_ASKED)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (NO_TO_ALL, None),
        (Answers(), STOP),
        (Answers(most_days=True, shaky=False, seizure=False, pregnant=False), STOP),
        (Answers(most_days=None, shaky=False, seizure=False, pregnant=False), STOP),
        (Answers(most_days=False, shaky=None, seizure=False, pregnant=False), STOP),
        (Answers(most_days=False, shaky=False, seizure=None, pregnant=False), STOP),
        (Answers(most_days=False, shaky=False, seizure=False, pregnant=None), STOP),
        (Answers(most_days=False, shaky=False, seizure=True, pregnant=False), STOP),
    ],
)
def test_what_is_not_answered_counts_as_yes(answers: Answers, said: Speak | None) -> None:
    assert sudden_stop(Intent(Change.STOP, ("beer",)), {}, answers) == said


def test_what_was_said_once_is_not_asked_twice() -> None:
    standing = Standing(seizures=False, pregnant=False)
    asked = sudden_stop(Intent(Change.STOP, ("beer",)), {}, None, standing)
    assert asked == Ask(guards.SUDDEN_STOP, (Question.MOST_DAYS, Question.SHAKY))
    said = Answers(most_days=False, shaky=False)
    assert sudden_stop(Intent(Change.STOP, ("beer",)), {}, said, standing) is None


def test_an_earlier_seizure_speaks_even_when_use_is_seldom() -> None:
    assert sudden_stop(Intent(Change.STOP, ("beer",)), {"alcohol": SELDOM}, None, Standing(seizures=True)) == STOP


def test_the_list_of_what_is_taken_regularly_counts_as_most_days() -> None:
    standing = Standing(class_codes=frozenset({"benzodiazepine"}))
    assert sudden_stop(Intent(Change.STOP, ("clonazepam",)), {}, None, standing) == STOP


def test_the_class_that_was_named_for_an_own_substance_is_read() -> None:
    intent = Intent(Change.STOP, (), class_codes=("benzodiazepine",))
    assert sudden_stop(intent, {"benzodiazepine": DAILY}) == STOP


def test_everything_means_everything() -> None:
    assert isinstance(sudden_stop(Intent(Change.STOP, everything=True), {}), Ask)
    assert sudden_stop(Intent(Change.STOP, everything=True), {"ghb": DAILY}) == STOP


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (None, Ask(guards.SUDDEN_STOP, (Question.QUICKLY,))),
        (Answers(quickly=False), None),
        (Answers(quickly=True), STOP),
        (Answers(quickly=None), STOP),
    ],
)
def test_less_speaks_when_it_comes_down_within_days(answers: Answers | None, said: Ask | Speak | None) -> None:
    assert sudden_stop(Intent(Change.LESS, ("beer",)), {"alcohol": DAILY}, answers) == said


@pytest.mark.parametrize(
    ("days", "standing", "answers", "said"),
    [
        (DAILY, Standing(pregnant=True), None, PREGNANCY),
        (DAILY, Standing(pregnant=False), None, None),
        (DAILY, Standing(), None, Ask(guards.OPIOID_PREGNANCY, (Question.PREGNANT,))),
        (DAILY, Standing(), Answers(pregnant=None), PREGNANCY),
        (DAILY, Standing(), Answers(pregnant=False), None),
        (NOTHING_KNOWN, Standing(pregnant=True), None, PREGNANCY),
        (RecentDays(used=0, unknown=0), Standing(pregnant=True), None, None),
    ],
)
def test_opioids_in_pregnancy(
    days: RecentDays, standing: Standing, answers: Answers | None, said: Ask | Speak | None
) -> None:
    assert sudden_stop(Intent(Change.STOP, ("heroin",)), {"opioid": days}, answers, standing) == said


@pytest.mark.parametrize(
    ("days", "is_most"),
    [
        ((8, 0), True),
        ((14, 0), True),
        ((7, 0), False),
        ((0, 0), False),
        ((7, 1), None),
        ((0, 14), None),
        ((2, 5), False),
    ],
)
def test_most_days_is_unknown_where_days_that_are_not_written_decide(
    days: tuple[int, int], is_most: bool | None
) -> None:
    assert most_days(RecentDays(*days)) is is_most


@pytest.mark.parametrize(
    ("class_code", "days_since", "away", "rule"),
    [
        ("opioid", 0, frozenset(), None),
        ("opioid", 2, frozenset(), None),
        ("opioid", 3, frozenset(), guards.TOLERANCE_OPIOID),
        ("opioid", 400, frozenset(), guards.TOLERANCE_OPIOID),
        ("opioid", None, frozenset(), guards.TOLERANCE_OPIOID),
        *(("opioid", 1, frozenset({away}), guards.TOLERANCE_OPIOID) for away in Away),
        ("alcohol", 13, frozenset(), None),
        ("alcohol", 14, frozenset(), guards.TOLERANCE_OTHER),
        ("benzodiazepine", 14, frozenset(), guards.TOLERANCE_OTHER),
        ("ghb", 20, frozenset(), guards.TOLERANCE_OTHER),
        ("ghb", None, frozenset(), None),
        ("ghb", None, frozenset({Away.PRISON}), guards.TOLERANCE_OTHER),
        ("alcohol", 1, frozenset({Away.NALTREXONE}), None),
        ("cannabinoid", 30, frozenset(), None),
        ("", None, frozenset(), None),
    ],
)
def test_lost_tolerance(class_code: str, days_since: int | None, away: frozenset[Away], rule: str | None) -> None:
    assert lost_tolerance(Returning(class_code, days_since, away)) == (rule and Speak(rule))


@pytest.mark.parametrize(("change", "speaks"), [(Change.STOP, True), (Change.LESS, True), (Change.KEEP, False)])
def test_a_break_from_opioids_is_told_before_it_begins(change: Change, speaks: bool) -> None:
    assert (tolerance_ahead(Intent(change, ("heroin",))) is not None) is speaks


@pytest.mark.parametrize(("missed", "speaks"), [(None, False), (0, False), (1, True), (5, True)])
def test_missed_maintenance(missed: int | None, speaks: bool) -> None:
    assert (missed_maintenance(Standing(missed_maintenance_doses=missed)) is not None) is speaks


@pytest.mark.parametrize(
    "module", [guards, plain, classes, guarding, plan_parts, reading], ids=lambda module: module.__name__
)
def test_the_examples_run(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
