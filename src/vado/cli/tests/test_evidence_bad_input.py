"""What people bring that cannot be computed, and what can: each has its words in both languages, and no warning."""

import ast
import datetime as dt
import json
import time
import tracemalloc
from pathlib import Path

import pytest

import vado.evidence
from vado.cli.evidence.words import REASONS
from vado.cli.tests.evidence_terminal import csv_of, diary, run
from vado.evidence.cautions import TEXTS, Caution

pytestmark = pytest.mark.usefixtures("terminal")
LESS = ("--improvement", "decrease")
DATED = (*LESS, "--date", "date")
HEADING = "date,value,phase"


def _dated(*rows: str) -> str:
    return "\n".join(rows)


REFUSED = [
    ("value,phase", "1,A\nmuch,A\n2,B", LESS, "Day 2 has much", "donde va un número"),
    ("value,phase", "1,A\n-inf,A\n2,B", LESS, "Day 2 has -inf", "entre -1e100 y 1e100"),
    ("value,phase", "1,A\n1e300,A\n2,B", LESS, "Day 2 has 1e+300", "entre -1e100 y 1e100"),
    ("value,phase", "1,A\n2,B\n3,A", LESS, "Two phases are called A", "Dos fases se llaman A"),
    ("value,phase", '"1,234",A\n2,B', LESS, "read in two ways", "de dos maneras"),
    ("value,phase", "1,A\n1_000,A\n2,B", LESS, "Day 2 has 1_000", "donde va un número"),
    ("value,phase,value", "1,A,7\n2,B,8", LESS, "has value twice", "dos veces"),
    ("value,phase", "1,5,A\n2,5,B", LESS, "Line 2 of days.csv has more cells", "más celdas que el encabezado"),
    ("value;phase", "1.234;A\n2;B", LESS, "read in two ways", "de dos maneras"),
    ("value,phase", "1,A\n2\n3,B", LESS, "Row 2 has nothing under phase", "La fila 2 no tiene nada en phase"),
    ("value,phase", "1,A\n,B\n,B", LESS, "has no known day", "ningún día conocido"),
    ("value,phase", "1,A\n2,A", LESS, "Two phases are needed", "Se necesitan dos fases"),
    ("value,phase", "0.4,A\n1.2,B", (*LESS, "--scale", "proportion"), "Day 2 has 1.2", "entre 0.0 y 1.0"),
    ("value,phase", "1,A\n2,B", (*LESS, "--before", "B", "--after", "A"), "begins after A", "empieza después de A"),
    (HEADING, _dated("2026-01-01,1,A", "2026-01-01,2,B"), DATED, "is there twice", "dos veces"),
    (HEADING, _dated("2026-01-01,1,A", "2026-02-30,2,B"), DATED, "is not a date", "no es una fecha"),
    (HEADING, _dated("2026-01-01,1,A", "2026-01-05,1,B", "2026-01-09,1,A"), DATED, "share the day", "comparten el día"),
    (HEADING, _dated("1026-01-01,1,A", "2026-01-05,1,B"), DATED, "Is a date mistyped?", "mal escrita"),
    (HEADING, _dated("2026-01-09,1,A", "2026-01-01,1,B"), (*DATED, "--before", "A", "--after", "B"),
     "begins after B", "empieza después de B"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "rows", "options", "english", "spanish"), REFUSED)
def test_what_cannot_be_computed_says_why_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heading: str, rows: str, options: tuple[str, ...], english: str,
    spanish: str,
) -> None:  # fmt: skip
    file = csv_of(tmp_path / "days.csv", rows, heading)
    for language, told in (("C.UTF-8", english), ("es_CL.UTF-8", spanish)):
        monkeypatch.setenv("LC_ALL", language)
        found = run("compare", file, *options)
        assert (found.exit_code, told in found.output) == (1, True), found.output


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("1,A\n2,B", TEXTS[Caution.ONE_DAY_PHASE]),
        ("1,A\n2,A\n2,B", TEXTS[Caution.TWO_DAY_BASELINE]),
        ("0,A\n" * 20 + "0,B\n" * 20, TEXTS[Caution.BOTH_ZERO]),
        ("3,A\n" * 20 + "3,B\n" * 20, TEXTS[Caution.FLAT_BASELINE]),
        ("-1,A\n-2,A\n-3,A\n-5,B\n-6,B\n-4,B", TEXTS[Caution.NEGATIVE_VALUES]),
        ("1e99,A\n2e99,A\n3e99,A\n1e98,B\n2e98,B\n3e98,B", "Days known 3 and 3"),
        ("1e-9,A\n2e-9,A\n3e-9,A\n1e-10,B\n2e-10,B\n3e-10,B", "Days known 3 and 3"),
    ],
    ids=["one day", "two days", "all zero", "all alike", "negative", "huge", "tiny"],
)
def test_days_at_the_edge_are_computed_without_a_warning_and_with_their_caution(
    tmp_path: Path, rows: str, told: str
) -> None:
    scale = ("--scale", "other") if "-" in rows.replace("e-", "") else ()
    file = csv_of(tmp_path / "days.csv", rows)
    found = run("compare", file, *LESS, *scale, "--json")
    assert found.exit_code == 0, found.output
    shown = run("compare", file, *LESS, *scale)
    assert told in shown.output
    assert "Warning" not in shown.output
    assert "NaN" not in found.stdout
    assert "Infinity" not in found.stdout


def test_a_comma_that_can_only_be_that_of_a_fraction_is_one(tmp_path: Path) -> None:
    file = csv_of(tmp_path / "days.csv", '"1,5",A\n"0,125",A\n"2,2500",B\n1,B')
    assert json.loads(run("compare", file, *LESS, "--json").stdout)["change"]["before"] == 0.8125


def test_a_spreadsheet_saved_in_spanish_is_read_as_it_is_meant(tmp_path: Path) -> None:
    """Semicolons between, a comma for a fraction, a mark at the start, cells left over at the end."""
    file = tmp_path / "days.csv"
    file.write_bytes(("\ufeff" + "fecha;valor;fase\r\n2026-01-01;1,5;A\r\n2026-01-02;0,125;A;;\r\n"
                      "2026-01-03;;B\r\n2026-01-04;1,234;B\r\n2026-01-05;2;B\r\n").encode())  # fmt: skip
    options = ("--value", "valor", "--phase", "fase", "--date", "fecha", "--json")
    change = json.loads(run("compare", file, *LESS, *options).stdout)["change"]
    assert (change["before"], change["after"], change["missing_after"]) == (0.8125, 1.617, 1)
    file.write_text("value\tphase\n1,5\tA\n1,5\tA\n2\tB\n3\tB")
    assert json.loads(run("compare", file, *LESS, "--json").stdout)["change"]["before"] == 1.5


def test_digits_of_other_scripts_are_numbers_and_nan_is_not_known(tmp_path: Path) -> None:
    file = csv_of(tmp_path / "days.csv", "١٢,A\nNaN,A\n12,A\n٣,B\n४,B")
    change = json.loads(run("compare", file, *LESS, "--json").stdout)["change"]
    assert (change["before"], change["after"], change["missing_before"]) == (12, 3.5, 1)


def test_another_encoding_is_refused_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding in ("cp1252", "utf-16"):
        (tmp_path / "days.csv").write_bytes("value,phase\n1,Año\n2,B".encode(encoding))
        assert "is not in UTF-8. In a spreadsheet, save it" in run("compare", tmp_path / "days.csv", *LESS).output
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")
    assert "no está en UTF-8" in run("compare", tmp_path / "days.csv", *LESS).output


def test_one_name_twice_in_a_row_of_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "days.json").write_text('[{"value": 1, "value": 2, "phase": "A"}]')
    assert "has value twice" in run("compare", tmp_path / "days.json", *LESS).output


def test_ten_million_rows_are_refused_after_a_few_and_hold_little(tmp_path: Path) -> None:
    """A file of ten million true rows, 40 MB: it is read row by row, and no further than a diary can hold."""
    file = tmp_path / "days.csv"
    with file.open("w") as written:
        written.write("value,phase\n")
        for _part in range(100):
            written.write("1,A\n" * 100_000)
    tracemalloc.start()
    begun = time.process_time()
    found = run("compare", file, *LESS)
    taken, peak = time.process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.exit_code, "more than 36525 rows" in found.output) == (1, True), found.output
    assert taken < 5
    assert peak < 30_000_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[{"value": 1, "phase": "A"}, {"value": 2}]', "Row 2 has nothing under phase"),
        ('[{"value": 1, "phase": "A"}, {"phase": null, "value": 2}]', "Row 2 has nothing under phase"),
        ("[" * 100_000 + "]" * 100_000, "not a diary"),
        (f'[{{"value": {"9" * 6_000}, "phase": "A"}}]', "not a diary"),
    ],
    ids=["no phase", "phase of nothing", "without end", "thousands of digits"],
)
def test_json_that_is_no_diary_is_refused_in_words(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "days.json").write_text(content)
    found = run("compare", tmp_path / "days.json", *LESS)
    assert (found.exit_code, told in found.output) == (1, True), found.output


def test_a_row_of_json_without_its_value_is_a_day_that_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "days.json").write_text('[{"value": 1, "phase": "A"}, {"phase": "A"}, {"phase": "B", "value": 2}]')
    assert "missing 1 and 0" in run("compare", tmp_path / "days.json", *LESS).output


@pytest.mark.parametrize("content", ["[" * 100_000, "9" * 6_000])
def test_a_plan_or_a_reference_that_cannot_be_read_at_all_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    assert "not a diary" in run("verify", tmp_path / "x.json").output
    assert "This is not a plan" in run("compare", diary(tmp_path), *LESS, "--plan", tmp_path / "x.json").output


def test_a_diary_with_a_gap_of_five_years_keeps_its_days_in_place(tmp_path: Path) -> None:
    rows = [f"2020-01-{day:02},3,A" for day in range(1, 21)] + [f"2025-01-{day:02},1,A" for day in range(1, 6)]
    rows += [f"2025-02-{day:02},{day % 3},B" for day in range(1, 26)]
    found = run("compare", csv_of(tmp_path / "days.csv", "\n".join(rows), HEADING), *DATED)
    assert found.exit_code == 0, found.output
    assert TEXTS[Caution.LONG_GAP] in found.output
    assert "missing 1807 and 0" in found.output


def _dated_days(first: dt.date, values: list[str], label: str) -> list[str]:
    return [f"{first + dt.timedelta(days=at)},{value},{label}" for at, value in enumerate(values)]


def test_days_between_dated_phases_keep_their_place_and_weekdays_are_true(tmp_path: Path) -> None:
    """Rising by one a day from Monday 2 March; after seventeen days without a phase the line is where it was."""
    first, later = dt.date(2026, 3, 2), dt.date(2026, 3, 30)
    before = [*map(str, range(1, 11))]
    rows = [*_dated_days(first, before, "A"), *_dated_days(later, ["", *map(str, range(30, 39))], "B")]
    file = csv_of(tmp_path / "days.csv", "\n".join(rows), HEADING)
    found = json.loads(run("compare", file, *DATED, "--json").stdout)
    terms = {term["name"]: term["estimate"] for term in found["models"][0]["fit"]["terms"]}
    assert terms["level change"] == pytest.approx(0, abs=1e-9)
    assert found["missing"]["by_weekday"][0] == [1, 4]
    shown = run("compare", file, *DATED)
    assert "Missing by day of the week, Monday to Sunday: 1/4, 0/4, 0/4, 0/2, 0/2, 0/2, 0/2." in shown.output
    undated = run("compare", file, *LESS)
    assert "Missing by day of the week, from the first day on: " in undated.output


def test_days_out_of_order_are_put_in_order_and_it_is_told(tmp_path: Path) -> None:
    rows = _dated("2026-01-03,2,B", "2026-01-01,5,A", "2026-01-02,4,A", "2026-01-04,skipped,B", "2026-01-05,1,B")
    found = run("compare", csv_of(tmp_path / "days.csv", rows, HEADING), *DATED)
    assert TEXTS[Caution.PUT_IN_ORDER] in found.output
    assert "asked and skipped 1" in found.output
    assert found.output.startswith("From 4.5 to 1.5")


@pytest.mark.parametrize(("days", "code"), [(3_000, 0), (5_000, 1)])
def test_a_diary_of_many_years_is_computed_or_refused_with_its_limit(tmp_path: Path, days: int, code: int) -> None:
    rows = "\n".join(f"{at % 3},{'AB'[at >= days // 2]}" for at in range(days))
    found = run("compare", csv_of(tmp_path / "days.csv", rows), *LESS)
    assert found.exit_code == code, found.output
    assert ("5000 known days are more than the 4000" in found.output) is bool(code)


@pytest.mark.parametrize("goal", ["nan", "inf", "1e300"])
def test_a_goal_that_no_day_could_have_is_refused(tmp_path: Path, goal: str) -> None:
    found = run("compare", diary(tmp_path), *LESS, "--goal", goal)
    assert (found.exit_code, "is no number that a day could have" in found.output) == (1, True), found.output


@pytest.mark.parametrize("option", ["--improvement", "--scale"])
def test_a_word_that_is_none_of_the_choices_names_them(tmp_path: Path, option: str) -> None:
    found = run("compare", diary(tmp_path), *LESS, option, "down")
    assert (found.exit_code, "down is none of: " in found.output) == (1, True), found.output


def test_every_reason_of_the_library_has_its_words() -> None:
    folder = Path(vado.evidence.__file__).parent
    reasons = {
        word.value.value
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "reason" and isinstance(word.value, ast.Constant)
    }
    assert len(reasons) > 25
    assert reasons <= set(REASONS)


def test_a_report_in_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    found = run("report", diary(tmp_path), tmp_path / "none" / "r.html", *LESS)
    assert "cannot be read or written" in found.output
