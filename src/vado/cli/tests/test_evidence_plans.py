"""Plans from the terminal: drawn into a file, changed only by adding, tested and marked."""

import datetime as dt
import json
from pathlib import Path

import pytest

from vado.cli.tests.evidence_terminal import csv_of, diary, run
from vado.evidence.cautions import TEXTS, Caution
from vado.evidence.plan_record import plan_as_values, plan_from_values

pytestmark = pytest.mark.usefixtures("terminal")


def _planned(folder: Path, *options: str) -> tuple[Path, dict[str, object]]:
    file = folder / "plan.json"
    found = run("plan", "--days", "63", "--seed", "7", "--begins", "2026-03-02", "--file", file, *options)
    assert found.exit_code == 0, found.output
    return file, json.loads(file.read_text())


def _followed(folder: Path, plan: dict[str, object], name: str = "one.csv", case: int = 0) -> Path:
    word = str(plan["arrangement"][case])  # type: ignore[index]
    return diary(folder, name, case + 1, word.count("A"), word.count("B"))


def test_a_plan_file_keeps_design_seed_draw_date_and_smallest_p(tmp_path: Path) -> None:
    file, plan = _planned(tmp_path)
    assert (plan["seed"], plan["begins_on"], plan["changes"]) == (7, "2026-03-02", [])
    assert plan["smallest_p"] == 1 / plan["arrangements"]  # type: ignore[operator]
    assert len(plan["arrangement"][0]) == 63  # type: ignore[index]
    assert plan["drawn_on"]
    assert file.stat().st_mode & 0o077 == 0
    assert "is there already" in run("plan", "--days", "63", "--file", file).output
    assert json.loads(json.dumps(plan_as_values(plan_from_values(plan)))) == plan


def test_the_draw_is_tested_where_there_was_one_and_said_where_there_was_none(tmp_path: Path) -> None:
    file, plan = _planned(tmp_path)
    days = _followed(tmp_path, plan)
    drawn = run("compare", days, "--improvement", "decrease", "--plan", file)
    assert "Randomisation test, difference of means" in drawn.stdout
    assert "exact over 50 arrangements" in drawn.stdout
    assert TEXTS[Caution.NOT_RANDOMISED] not in drawn.stdout
    plain = run("compare", days, "--improvement", "decrease")
    assert "Randomisation test" not in plain.stdout
    assert "No start was drawn within a person" in plain.stdout


def _dated(folder: Path, begins: dt.date, first_after: int, gap: int) -> Path:
    """63 days, falling from 5 to 2; the last `gap` days of the first phase were not written."""
    rows = [
        f"{begins + dt.timedelta(days=at)},{5 - 3 * (at >= first_after) + at % 2},{'AB'[at >= first_after]}"
        for at in range(63)
        if not first_after - gap <= at < first_after
    ]
    return csv_of(folder / "dated.csv", "\n".join(rows), "date,value,phase")


@pytest.mark.parametrize("gap", [0, 4])
def test_days_between_the_phases_are_days_of_the_plan_that_are_not_known(tmp_path: Path, gap: int) -> None:
    file, plan = _planned(tmp_path)
    first_after = str(plan["arrangement"][0]).index("B")  # type: ignore[index]
    dated = ("--improvement", "decrease", "--date", "date", "--plan", file)
    days = _dated(tmp_path, dt.date(2026, 3, 2), first_after, gap)
    found = json.loads(run("compare", days, *dated, "--json").stdout)
    assert (found["test"]["n"], found["test"]["missing"]) == (63 - gap, gap)
    assert TEXTS[Caution.NOT_RANDOMISED] not in run("compare", days, *dated).stdout
    late = _dated(tmp_path, dt.date(2026, 3, 9), first_after, gap)
    shown = run("compare", late, *dated)
    assert "begin on another date than the plan" in shown.stdout
    assert TEXTS[Caution.PLAN_CHANGED] in shown.stdout


def test_phases_that_come_back_are_put_in_the_order_of_their_dates_and_checked(tmp_path: Path) -> None:
    file, first = tmp_path / "abab.json", dt.date(2026, 3, 2)
    drawn = run("plan", "--days", "40", "--design", "abab", "--at-least", "6", "--seed", "2", "--file", file)
    assert drawn.exit_code == 0, drawn.output
    word = json.loads(file.read_text())["arrangement"][0]
    rows = [f"{first + dt.timedelta(days=at)},{5 - 3 * (letter == 'B')},{letter}" for at, letter in enumerate(word)]
    del rows[1]
    turned = csv_of(tmp_path / "days.csv", "\n".join(reversed(rows)), "date,value,phase")
    options = (turned, "--improvement", "decrease", "--date", "date", "--plan", file)
    shown = run("compare", *options).stdout
    assert "From 5 to 2 a day." in shown
    assert "At least three attempts to show an effect, at three points in time: met (3 / 3)" in shown
    assert "three or four with reservations: met (" in shown
    assert "the numbers are to be verified" in shown
    given = json.loads(run("compare", *options, "--json").stdout)
    assert (given["test"]["n"], given["test"]["missing"]) == (39, 1)
    assert given["design"][0]["standing"] == "meets"


def test_phases_beyond_the_two_that_are_compared_are_named(tmp_path: Path) -> None:
    rows = "\n".join(f"{at % 3},{label}" for label in ("A1", "B1", "A2", "B2") for at in range(6))
    file = csv_of(tmp_path / "days.csv", rows)
    shown = run("compare", file, "--improvement", "decrease")
    assert "Phases of the file that are not compared here: A2, B2." in shown.stdout
    assert json.loads(run("compare", file, "--improvement", "decrease", "--json").stdout)["left_out"] == ["A2", "B2"]
    assert TEXTS[Caution.MORE_PHASES] in run("series", tmp_path).stdout


def test_a_plan_changed_after_the_start_is_kept_and_marked(tmp_path: Path) -> None:
    file, plan = _planned(tmp_path)
    first = plan["arrangement"]
    changed = run("replan", file, "--start", "29", "--why", "A funeral in the week")
    assert changed.exit_code == 0, changed.output
    kept = json.loads(file.read_text())
    assert kept["changes"][0]["earlier"] == first
    found = run("compare", diary(tmp_path), "--improvement", "decrease", "--plan", file)
    assert "Changed: A funeral in the week." in found.stdout
    assert TEXTS[Caution.PLAN_CHANGED] in found.stdout
    assert TEXTS[Caution.NOT_RANDOMISED] in found.stdout


def test_a_plan_edited_by_hand_or_not_followed_is_marked_too(tmp_path: Path) -> None:
    file, plan = _planned(tmp_path)
    days = _followed(tmp_path, plan)
    plan["arrangement"] = ["A" * 20 + "B" * 43]
    file.write_text(json.dumps(plan))
    edited = run("compare", days, "--improvement", "decrease", "--plan", file)
    assert "not the one that its seed draws" in edited.stdout
    assert "another order than the plan" in edited.stdout
    assert TEXTS[Caution.PLAN_CHANGED] in edited.stdout


def test_days_that_alternate_are_tested_by_their_draw(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    run("plan", "--days", "24", "--design", "alternating", "--seed", "3", "--file", file)
    word = json.loads(file.read_text())["arrangement"][0]
    rows = "\n".join(f"{5 if letter == 'A' else 2},{letter}" for letter in word)
    found = run("compare", csv_of(tmp_path / "days.csv", rows), "--improvement", "decrease", "--plan", file)
    assert found.exit_code == 0, found.output
    assert "From 5 to 2 a day." in found.stdout
    assert "Its phases come back" in found.stdout
    data = json.loads(
        run("compare", tmp_path / "days.csv", "--improvement", "decrease", "--plan", file, "--json").stdout
    )
    assert data["test"]["p"] < 0.001


def test_a_multiple_baseline_is_tested_over_all_its_people(tmp_path: Path) -> None:
    file, plan = _planned(tmp_path, "--cases", "3")
    (tmp_path / "days").mkdir()
    for case in range(3):
        _followed(tmp_path / "days", plan, f"p{case}.csv", case)
    found = run("series", tmp_path / "days", "--plan", file)
    assert found.exit_code == 0, found.output
    assert "Randomisation test" in found.stdout
    assert "No start was drawn" not in found.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[]", "no vado_plan 1"),
        ("not json", "no vado_plan 1"),
        ('{"vado_plan": 1}', "something is missing"),
        ('{"vado_plan": 1, "design": {"kind": "wish"}}', "its kind of design"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "plan.json"
    file.write_text(content)
    found = run("compare", diary(tmp_path), "--improvement", "decrease", "--plan", file)
    assert (found.exit_code, told in found.output) == (1, True), found.output


def test_a_change_that_does_not_fit_and_days_that_do_not_are_refused(tmp_path: Path) -> None:
    file, _plan = _planned(tmp_path)
    assert "one for each person" in run("replan", file, "--start", "99", "--why", "x").output
    assert "one letter" in run("replan", file, "--order", "ABC", "--why", "x").output
    short = diary(tmp_path, before=10, after=10)
    found = run("compare", short, "--improvement", "decrease", "--plan", file)
    assert "not those of the design" in found.output
