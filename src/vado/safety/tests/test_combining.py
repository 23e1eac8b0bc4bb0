"""Tables of the combinations: where a pair speaks, where it must not, and what if time or substance is unknown."""

import datetime as dt

import pytest

from vado import catalogue
from vado.catalogue.combinations import Pair, groups_of
from vado.safety.classes import class_of
from vado.safety.combining import Met, combined, never_rests
from vado.safety.plain import UNSAID, Standing, Taken

NINE = dt.datetime(2026, 11, 20, 21, tzinfo=dt.UTC)
PAIRS = catalogue.combinations().pairs
MEMBER = {
    "alcohol": "beer",
    "opioid": "heroin",
    "benzodiazepine": "diazepam",
    "z_drug": "zolpidem",
    "barbiturate": "barbiturate",
    "ghb": "gbl",
    "gabapentinoid": "pregabalin",
    "gabaergic": "phenibut",
    "ketamine": "ketamine",
    "dxm": "dextromethorphan",
    "antihistamine": "antihistamine",
    "tramadol": "tramadol",
    "cocaine": "crack",
    "amphetamine": "methylphenidate",
    "mdma": "mdma",
    "psychedelic": "lsd",
    "nitrite": "poppers",
    "maoi": "phenelzine",
    "ssri": "sertraline",
    "lithium": "lithium",
    "pde5": "sildenafil",
}


def taken(code: str, hours: float = 0, span: float = 0) -> Taken:
    """A substance, so many hours after nine in the evening; `span` where the time is known no better."""
    since = NINE + dt.timedelta(hours=hours)
    return Taken(code, class_of(code), since.date(), since, since + dt.timedelta(hours=span))


def rules(new: Taken, *others: Taken, standing: Standing = UNSAID, now: dt.datetime | None = None) -> list[str]:
    return [met.rule for met in combined(new, others, standing, now or new.until) if not met.is_late]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_every_pair_speaks_whichever_came_first(pair: Pair) -> None:
    one, other = (MEMBER[group] for group in pair.groups)
    assert pair.id in rules(taken(one, 1), taken(other))
    assert pair.id in rules(taken(other, 1), taken(one))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_every_pair_is_silent_when_one_of_them_is_there(pair: Pair) -> None:
    one, other = (MEMBER[group] for group in pair.groups)
    assert pair.id not in rules(taken(one, 1), taken(one))
    assert pair.id not in rules(taken(other, 1), taken("moonlight"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_every_pair_is_silent_outside_its_hours(pair: Pair) -> None:
    one, other = (MEMBER[group] for group in pair.groups)
    assert pair.id not in rules(taken(one, 24 * 20), taken(other))
    assert pair.id not in rules(taken(other, 24 * 20), taken(one))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_every_pair_reads_what_is_taken_regularly(pair: Pair) -> None:
    one, other = (MEMBER[group] for group in pair.groups)
    assert pair.id in rules(taken(one), standing=Standing(substance_codes=frozenset({other})))


HOURS = [
    # first, then after so many hours, and whether it speaks
    ("beer", "heroin", 12, True),
    ("beer", "heroin", 12.5, False),
    ("heroin", "beer", 24, True),
    ("heroin", "beer", 24.5, False),
    ("methadone", "beer", 72, True),
    ("methadone", "beer", 73, False),
    ("cocaine", "beer", 12, True),
    ("beer", "cocaine", 13, False),
    ("diazepam", "heroin", 48, True),
    ("diazepam", "heroin", 49, False),
    ("ayahuasca", "mdma", 48, True),
    ("ayahuasca", "mdma", 49, False),
    ("phenelzine", "mdma", 24 * 14, True),
]


@pytest.mark.parametrize(("first", "second", "hours", "speaks"), HOURS)
def test_each_class_has_hours_of_its_own(first: str, second: str, hours: float, speaks: bool) -> None:
    assert bool(rules(taken(second, hours), taken(first))) is speaks


def test_a_time_that_is_not_known_counts_as_near() -> None:
    some_time_yesterday = taken("heroin", -40, span=24)
    assert rules(taken("beer"), some_time_yesterday) == ["alcohol-opioid"]
    assert rules(taken("beer", 12), some_time_yesterday) == []


def test_what_is_not_listed_says_nothing() -> None:
    assert combined(taken("beer"), [taken("cannabis")], UNSAID, NINE) == []
    assert combined(taken("cannabis"), [taken("beer")], UNSAID, NINE) == []


def test_an_own_substance_has_the_class_that_was_named_or_stays_unknown() -> None:
    named = Taken("", "benzodiazepine", NINE.date(), NINE, NINE)
    unknown = Taken("", "", NINE.date(), NINE, NINE)
    assert rules(named, taken("heroin")) == ["benzodiazepine-opioid"]
    assert combined(unknown, [taken("heroin")], UNSAID, NINE) == []


@pytest.mark.parametrize(("after_hours", "is_late"), [(0, False), (12, False), (13, True), (24 * 30, True)])
def test_what_is_written_later_than_its_window_is_late(after_hours: float, is_late: bool) -> None:
    met = combined(taken("beer"), [taken("cocaine")], UNSAID, NINE + dt.timedelta(hours=after_hours))
    assert met == [Met("alcohol-cocaine", is_late=is_late)]


def test_tramadol_with_alcohol_is_one_row() -> None:
    assert rules(taken("beer"), taken("tramadol", -1)) == ["alcohol-tramadol"]


def test_dangerous_comes_before_unsafe() -> None:
    assert rules(taken("beer"), taken("cocaine", -1), taken("heroin", -1)) == ["alcohol-opioid", "alcohol-cocaine"]


def test_an_opioid_with_another_sedative_never_rests() -> None:
    never = {pair.id for pair in PAIRS if never_rests(pair)}
    sedatives = ("alcohol", "benzodiazepine", "z_drug", "barbiturate", "ghb", "gabapentinoid", "gabaergic")
    assert never >= {"-".join(sorted(("opioid", other))) for other in sedatives}
    assert "alcohol-tramadol" in never
    assert "alcohol-cocaine" not in never
    assert "alcohol-benzodiazepine" not in never


def test_the_pairs_that_were_asked_for_are_all_there() -> None:
    asked = """alcohol-opioid alcohol-benzodiazepine alcohol-ghb alcohol-ketamine alcohol-tramadol alcohol-dxm
    alcohol-antihistamine benzodiazepine-opioid ghb-opioid gabapentinoid-opioid ketamine-opioid cocaine-opioid
    benzodiazepine-ghb maoi-mdma amphetamine-maoi maoi-ssri cocaine-maoi ssri-tramadol maoi-tramadol mdma-tramadol
    amphetamine-tramadol cocaine-tramadol lithium-psychedelic alcohol-cocaine alcohol-maoi
    alcohol-gabapentinoid benzodiazepine-gabapentinoid amphetamine-opioid"""
    assert set(asked.split()) <= {pair.id for pair in PAIRS}


def test_every_member_of_a_group_is_a_substance_or_a_medicine() -> None:
    file = catalogue.combinations()
    known = {one.code for one in (*catalogue.substances(), *file.medicines)}
    assert {code for group in file.groups for code in (*group.substances, *group.longer)} <= known
    assert set(file.also) <= known
    classes = {one.class_code for one in catalogue.substances()}
    assert {code for group in file.groups for code in group.classes} <= classes
    assert groups_of("unknown_substance", "other") == frozenset()
