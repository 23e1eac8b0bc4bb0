"""A case series from the terminal: whole denominators, goals kept apart, the demonstration's ten people."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from vado.cli.evidence import series_sources
from vado.cli.tests.evidence_terminal import csv_of, diary, run
from vado.demonstration.case_series import cases
from vado.plans.facts import Aim

pytestmark = pytest.mark.usefixtures("terminal")
PEOPLE = (
    "name,goal,started,stayed,goal_met,harms_before,harms_after,levels,moderator\n"
    "p1,less,yes,yes,yes,5,2,lower,1\n"
    "p2,less,yes,yes,,,,,2\n"
    "p3,less,yes,no,no,1,1,,4\n"
    "p4,safer,,,,,,higher,\n"
    "p5,stop,no,no,,,,,\n"
)


@pytest.fixture(autouse=True)
def _a_day_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many of the ten are known well enough moves with the calendar; a test must not."""
    monkeypatch.setattr(series_sources, "yesterday", lambda: dt.date(2026, 11, 24))


def _folder(place: Path, people: str = PEOPLE) -> Path:
    for seed in range(1, 5):
        diary(place, f"p{seed}.csv", seed)
    (place / "people.csv").write_text(people, "utf-8")
    return place


def test_the_ten_people_of_the_demonstration_are_a_series_with_whole_denominators() -> None:
    found = run("series", "--demonstration")
    assert found.exit_code == 0, found.output
    assert "Came 10, started 9, stayed 9, with enough known days 9." in found.stdout
    assert "came, did not start" in found.stdout
    assert "Those who wanted: safer" in found.stdout
    assert "People with different kinds of goals are kept apart." in found.stdout
    assert "Some of these people wanted something else than less" in found.stdout
    assert "describes, it does not prove" in found.stdout
    assert all("10, 9, 9," in line for line in found.stdout.splitlines() if line.strip().startswith("28 days"))


def test_the_demonstration_speaks_spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")
    found = run("series", "--demonstration")
    assert "Llegaron 10, empezaron 9" in found.stdout
    assert "Quienes querían: con menos riesgo" in found.stdout


def test_the_cases_are_those_of_the_plans_and_a_missing_day_stays_missing() -> None:
    found = cases(dt.date(2026, 11, 24), 7)
    assert len(found) == 10
    assert [one.name for one in found if not one.has_started] == ["Héctor"]
    assert {one.aim for one in found} == {
        Aim.LESS, Aim.STOP, Aim.UNDECIDED, Aim.SAFER, Aim.PAUSE, Aim.ONLY_SOME,
    }  # fmt: skip
    assert all(None in one.before for one in found)
    assert found == cases(dt.date(2026, 11, 24), 7), "the same day gives the same cases"


def test_each_person_is_said_in_natural_units_with_a_model(tmp_path: Path) -> None:
    shown = run("series", "--demonstration", "--each").stdout
    assert re.search(r"^Dana: From [\d.]+ to [\d.]+ days a week; could be ", shown, re.MULTILINE)
    assert "Héctor: came, did not start" in shown
    assert shown.count("hurdle: on how many days; level, trend and slope: First day after: ") >= 8
    given = json.loads(run("series", _folder(tmp_path), "--json").stdout)[0]["people"]
    assert [len(one["sentences"]) for one in given] == [2, 2, 2, 2, 1]
    assert given[0]["sentences"][1].startswith("negative binomial rate; level, trend and slope: First day after: ")


def test_people_csv_tells_who_came_and_what_they_wanted(tmp_path: Path) -> None:
    data = json.loads(run("series", _folder(tmp_path), "--json").stdout)[0]
    assert data["denominators"] == {"came": 5, "started": 4, "stayed": 3, "answered": 4}
    assert {one["goal"] for one in data["together"]} == {"less", "safer"}
    outcomes = {one["name"]: one for one in data["outcomes"]}
    assert (outcomes["own goal"]["met"], outcomes["own goal"]["not_met"], outcomes["own goal"]["came"]) == (1, 1, 5)
    assert (outcomes["fewer harms"]["met"], outcomes["fewer harms"]["not_met"]) == (1, 1)
    assert data["moderation"]["people"] == 3
    assert data["cautions"] == ["not-randomised-description"]


def test_goals_are_put_together_only_when_that_is_asked_for(tmp_path: Path) -> None:
    found = run("series", _folder(tmp_path), "--pool-goals")
    assert "pooled because that was asked for" in found.stdout
    assert "Standardised between people (REML with AR(1) errors)" in found.stdout
    assert "Replication: 4 of 4 people showed it alone" in found.stdout
    assert "For one more of the moderator" in found.stdout


def test_pictures_are_drawn_as_svg_and_png_for_each_kind_of_goal(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    assert run("series", _folder(tmp_path), "--pictures", pictures, "--png").exit_code == 0
    names = {file.name.removeprefix(f"{tmp_path.name}-".replace("_", "-")) for file in pictures.iterdir()}
    assert {name.rsplit("-", 1)[-1] for name in names} >= {"brinley.svg", "brinley.png", "tipping.svg", "less.svg"}


def test_one_case_is_a_series_of_one_and_says_so(tmp_path: Path) -> None:
    diary(tmp_path)
    found = run("series", tmp_path)
    assert found.exit_code == 0
    assert "Came 1, started 1, stayed 1" in found.stdout
    assert "nothing can be said of the next" in found.stdout


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ("goal\nless\n", "no column name"),
        ("name,goal\np1,abstinence\n", "abstinence under goal is none of: stop, pause, less"),
        ("name\np1\np1\n", "names p1 twice"),
        ("name,started\np1,perhaps\n", "perhaps under started is none of: yes, no"),
        ("name,harms_before\np1,many\n", "Day 2 has many"),
        ("name,moderator\np1,inf\n", "Day 2 has inf"),
        ("name,moderator\np1,1e400\n", "Day 2 has 1e400"),
    ],
)
def test_a_people_file_that_cannot_be_read_says_why(tmp_path: Path, people: str, told: str) -> None:
    found = run("series", _folder(tmp_path, people))
    assert (found.exit_code, told in found.output) == (1, True), found.output


def test_a_folder_or_the_demonstration_but_not_both(tmp_path: Path) -> None:
    assert "one of the two" in run("series").output
    assert "one of the two" in run("series", tmp_path, "--demonstration").output


@pytest.mark.parametrize(
    ("persons", "days", "told"),
    [
        ("P1,5,-30,x,5", "P1,opioid,1", "Day 2 has x"),
        ("P1,5,-30,40,5", "P1,opioid,soon", "Day 2 has soon"),
        ("P1,5,-30,99999999,5", "P1,opioid,1", "99999999"),
        ("P1,5,-30,40,5", "P1,alcohol,1", "Nobody reported opioid"),
    ],
)
def test_a_study_that_cannot_be_read_says_where(tmp_path: Path, persons: str, days: str, told: str) -> None:
    heading = "person,randomised_day,first_report_day,last_report_day,first_dose_day"
    csv_of(tmp_path / "persons.csv", persons, heading)
    csv_of(tmp_path / "tlfb_days.csv", days, "person,substance,day")
    found = run("series", tmp_path, "--substance", "opioid")
    assert (found.exit_code, told in found.output) == (1, True), found.output
