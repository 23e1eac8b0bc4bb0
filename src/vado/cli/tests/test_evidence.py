"""`vado evidence` from the terminal: what is read, said, drawn and refused, in both languages."""

import json
import os
import random
import time
from pathlib import Path

import pytest

from vado.cli.evidence.svg import ticks
from vado.cli.evidence.words import CAUTIONS, DEFINITIONS, FINDINGS, QUESTIONS, REFUSALS
from vado.cli.tests.evidence_terminal import csv_of, diary, run
from vado.evidence import errors
from vado.evidence.cautions import TEXTS, Caution
from vado.evidence.outcomes import DEFINITIONS as OUTCOMES

REFERENCE = Path(__file__).parents[2] / "evidence" / "tests" / "reference" / "single_case.json"
PEOPLE, LIMIT_SECONDS = 105, 10

pytestmark = pytest.mark.usefixtures("terminal")


def test_the_reference_is_verified_and_a_difference_ends_with_1(tmp_path: Path) -> None:
    assert run("verify", REFERENCE).exit_code == 0
    content = json.loads(REFERENCE.read_text())
    content["series"][0]["results"]["SingleCaseES"]["decrease"]["PND"]["est"] = 0.5
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(content))
    found = run("verify", changed)
    assert found.exit_code == 1
    assert "expected 0.5, found 0.625" in found.stdout
    counted = json.loads(run("verify", changed, "--json").stdout)
    assert (counted["counts"]["different"], counted["different"][0]["entry"]) == (1, "PND")


def test_a_diary_is_said_in_a_sentence_and_a_table(tmp_path: Path) -> None:
    found = run("compare", diary(tmp_path), "--improvement", "decrease", "--unit", "drinks a day", "--goal", "1")
    assert found.exit_code == 0, found.output
    assert found.stdout.startswith("From ")
    assert "drinks a day; could be" in found.stdout
    assert "NAP" in found.stdout
    assert str(TEXTS[Caution.MANY_INDICES]) in found.stdout
    assert "Missing by day of the week" in found.stdout


def test_what_limits_an_index_is_told_beside_its_name(tmp_path: Path) -> None:
    apart = csv_of(tmp_path / "apart.csv", "5,A\n6,A\n4,A\n0,B\n0,B\n0,B")
    shown = run("compare", apart, "--improvement", "decrease", "--goal", "9").stdout
    for names, caution in (("NAP", Caution.FULL_SEPARATION), ("PoGO", Caution.GOAL_BEHIND)):
        assert any(line.startswith(f"· {names}") and TEXTS[caution] in line for line in shown.splitlines()), names
    run("report", apart, tmp_path / "r.html", "--improvement", "decrease")
    assert str(TEXTS[Caution.FULL_SEPARATION]) in (tmp_path / "r.html").read_text()


def test_the_same_in_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")
    found = run("compare", diary(tmp_path), "--improvement", "decrease")
    assert found.stdout.startswith("De ")
    assert "Días conocidos" in found.stdout
    refused = run("compare", csv_of(tmp_path / "bad.csv", "1,A\nmucho,A\n2,B"), "--improvement", "decrease")
    assert "donde va un número" in refused.output


def test_json_carries_everything(tmp_path: Path) -> None:
    given = json.loads(run("compare", diary(tmp_path), "--improvement", "decrease", "--json").stdout)
    assert {row["name"] for row in given["effects"]} >= {"NAP", "Tau-U", "SMD", "gradual effect"}
    assert given["change"]["difference"] < 0


@pytest.mark.parametrize(
    ("rows", "heading", "options", "told"),
    [
        ("1,A\nmuch,A\n2,B", "value,phase", (), "Day 2"),
        ("1,A\ninf,A\n2,B", "value,phase", (), "Day 2"),
        ("1,A\n1e300,A\n2,B", "value,phase", (), "Day 2"),
        ("1,A\n2,A", "value,phase", (), "Two phases are needed"),
        ("1,A\n2,B\n3,A", "value,phase", (), "called A"),
        ("1,A\n2,B", "amount,phase", (), "no column value"),
        (",A\n2,B", "value,phase", (), "has no known day"),
        ("1.2,A\n0.2,B", "value,phase", ("--scale", "proportion"), "Day 1"),
        ("1,A,2026-01-01\n2,B,2026-01-01", "value,phase,date", ("--date", "date"), "twice"),
        ("1,A,soon\n2,B,2026-01-01", "value,phase,date", ("--date", "date"), "not a date"),
        ("1,A,2026-01-01\n2,B,2026-01-03\n3,A,2026-01-05", "value,phase,date", ("--date", "date"), "share the day"),
        ("1,A\n2,B", "value,phase", ("--level", "95"), "outside 0 to 1"),
        ("1,A\n2,B", "value,phase", ("--picture", "p.gif"), ".svg or .png"),
    ],
)
def test_bad_input_has_its_message(
    tmp_path: Path, rows: str, heading: str, options: tuple[str, ...], told: str
) -> None:
    found = run("compare", csv_of(tmp_path / "bad.csv", rows, heading), "--improvement", "decrease", *options)
    assert found.exit_code == 1
    assert told in found.output
    assert "Traceback" not in found.output


def test_ten_million_rows_are_refused_after_the_days_of_a_life(tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    with file.open("w") as written:
        written.write("value,phase\n" + "1,A\n" * 40_000)
        written.truncate(80_000_000)  # the rest of the file is never read
    begun = time.process_time()
    found = run("compare", file, "--improvement", "decrease")
    assert "more than 36525 rows" in found.output
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("results", ["[]", '{"scan": []}', '{"scan": {"decrease": {"NAP": 3}}}'])
def test_a_reference_file_of_another_shape_is_refused(tmp_path: Path, results: str) -> None:
    content = f'{{"schema_version": 1, "series": [{{"id": "x", "A": [1, 2], "B": [3], "results": {results}}}]}}'
    (tmp_path / "r.json").write_text(content)
    found = run("verify", tmp_path / "r.json")
    assert (found.exit_code, "not a reference file" in found.output) == (1, True), found.output


def test_what_is_no_diary_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in run("compare", tmp_path / "none.csv", "--improvement", "decrease").output
    assert "not a diary" in run("compare", csv_of(tmp_path / "a.txt", "1,A"), "--improvement", "decrease").output
    assert "not a diary" in run("verify", csv_of(tmp_path / "a.json", "1")).output
    assert "has neither" in run("series", tmp_path / "none").output


def test_a_plan_is_drawn_with_its_seed_and_repeats() -> None:
    first, again = (run("plan", "--days", "42", "--seed", "7", "--json").stdout for _time in range(2))
    assert first == again
    drawn = json.loads(first)
    assert 8 <= drawn["starts"][0] <= 36
    assert drawn["smallest_p"] == 1 / drawn["arrangements"]
    assert "seed" in run("plan", "--days", "42").stdout
    for kind in ("abab", "blocks", "alternating"):
        assert run("plan", "--days", "20", "--design", kind, "--at-least", "3").exit_code == 0
    assert run("plan", "--days", "10").exit_code == 1
    assert "a design is start" in run("plan", "--days", "20", "--design", "other").output


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_have_a_title_and_are_closed_to_others(tmp_path: Path, ending: str) -> None:
    picture = tmp_path / f"days.{ending}"
    assert run("compare", diary(tmp_path), "--improvement", "decrease", "--picture", picture).exit_code == 0
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG") if ending == "png" else b"<title>" in content
    assert picture.stat().st_mode & 0o077 == 0


def test_a_report_fills_what_the_data_prove_and_leaves_the_rest_open(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert run("report", diary(tmp_path), target, "--improvement", "decrease").exit_code == 0
    page = target.read_text("utf-8")
    assert page.count("class=open") == 20
    assert "A 28, B 35" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "there already" in run("report", diary(tmp_path), target, "--improvement", "decrease").output
    assert ".html or .pdf" in run("report", diary(tmp_path), tmp_path / "r.doc", "--improvement", "decrease").output


def test_a_folder_of_diaries_is_a_case_series(tmp_path: Path) -> None:
    for seed in range(5):
        diary(tmp_path, f"person-{seed}.csv", seed)
    found = run("series", tmp_path, "--pictures", tmp_path / "pictures")
    assert found.exit_code == 0, found.output
    assert "Came 5, started 5, stayed 5" in found.stdout
    assert "the next person" in found.stdout
    for told in ("Missing days: ", "Missing by day of the week, ", "Missing by third of each phase: "):
        assert told in found.stdout
    assert len(list((tmp_path / "pictures").glob("*.svg"))) == 3


def _study(folder: Path) -> Path:
    """The published study where VADO_TLFB_FOLDER names it or it lies beside the repository, else one of its size."""
    named = os.environ.get("VADO_TLFB_FOLDER")
    beside = [place / "shared" / "data" for place in Path(__file__).resolve().parents]
    for real in ([Path(named)] if named else []) + beside:
        if list(real.glob("*persons.csv")):
            return real
    chance = random.Random(9)  # noqa: S311
    names = [f"P{number:03}" for number in range(1, PEOPLE + 1)]
    heading = "person,randomised_day,first_report_day,last_report_day,last_visit_day,first_dose_day"
    ends = {name: chance.choice([40, 120, 210]) for name in names}
    csv_of(folder / "persons.csv", "\n".join(f"{name},5,-30,{end},{end},5" for name, end in ends.items()), heading)
    uses = [
        f"{name},{substance},{day}"
        for name in names
        for substance in ("opioid", "alcohol")
        for day in range(-30, ends[name])
        if chance.random() < (0.7 if day < 5 else 0.3)
    ]
    csv_of(folder / "tlfb_days.csv", "\n".join(uses), "person,substance,day")
    (folder / "README.md").write_text("# A study\n\n### What to know before computing\n- Yes or no a day.\n")
    return folder


def test_a_study_of_105_people_is_analysed_with_whole_denominators_in_10_s(tmp_path: Path) -> None:
    begun = time.process_time()
    found = run("series", _study(tmp_path), "--substance", "opioid", "--substance", "alcohol", "--each")
    taken = time.process_time() - begun
    assert found.exit_code == 0, found.output
    assert found.stdout.count("Came 105, started") == 2
    assert found.stdout.count("\nP105: ") == 2
    assert "missing days could turn it for" in found.stdout
    assert "at worst" in found.stdout
    assert "es/no a day" in found.stdout or "Yes or no a day." in found.stdout
    assert "describes, it does not prove" in found.stdout
    assert taken < LIMIT_SECONDS


def test_every_code_has_its_words() -> None:
    assert set(CAUTIONS) == {*Caution, "not-randomised-description"}
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.EvidenceError)
    ]
    codes = {kind.code for kind in kinds}
    assert codes <= set(REFUSALS)
    assert {definition.name for definition in OUTCOMES} == set(DEFINITIONS)
    assert len(QUESTIONS) == 26
    assert len(FINDINGS) == 5


@pytest.mark.parametrize(("low", "high"), [(0, 7), (-3, 3), (0, 0.02), (0, 1e6), (2, 2), (-0.7, 12.3)])
def test_scales_have_a_few_round_figures(low: float, high: float) -> None:
    found = ticks(low, high)
    assert 1 <= len(found) <= 8
    assert all(low <= value <= high for value in found)
