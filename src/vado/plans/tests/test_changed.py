"""The page of what has changed: statements with their doubt, silence, steps, hiding, levels that the person chose."""

import uuid

import pytest
from django.test import Client
from django.utils import translation

from tests.signed_in import Open
from vado.diary.facts import Step
from vado.plans.changes_page import grams_words
from vado.plans.facts import HiddenFinding, PlanSettings, UnitHolds
from vado.plans.finding_words import least_words
from vado.plans.rules_change import Counted, Measure
from vado.plans.rules_risk import MeanGrams
from vado.plans.tests.conftest import drank, dry, said

PAGE, FINDING = "/me/changed/", "/me/changed/finding/"


def months(written: object) -> None:
    facts = [drank(back, 4) if back % 7 < 5 else dry(back) for back in range(60, 100)]
    facts += [drank(back, 2) if back % 7 < 2 else dry(back) for back in range(1, 60)]
    written(facts)  # type: ignore[operator]


def test_below_the_minimum_vado_is_silent(person: Client, written: object) -> None:
    written([drank(1), dry(2)])  # type: ignore[operator]
    page = person.get(PAGE).content.decode()
    assert "until then Vado stays silent" in page
    assert "Probably" not in page.split("“Probably”")[0]
    assert person.get(PAGE).context["changes"].findings == []


def test_a_statement_has_its_doubt_and_its_days(person: Client, written: object) -> None:
    months(written)
    page = person.get(PAGE).content.decode()
    assert "Days with cider, a week" in page
    assert "Probably fewer: by" in page
    assert "56 days" in page
    assert 'role="img"' in page
    assert "<table>" in page
    for word in ("streak", "best", "worst", "relapse"):
        assert word not in page.lower()


def test_a_finding_becomes_a_step_once(person: Client, diary: Open, written: object) -> None:
    months(written)
    shown = person.get(PAGE).context
    form = {"version_id": str(shown["version_id"]), "finding": shown["changes"].findings[0].key, "do": "step"}
    person.post(FINDING, form)
    person.post(FINDING, form)
    steps = [leaf.fact for leaf in diary().leaves(Step)]
    assert len(steps) == 1
    assert "Days with cider" in steps[0].words


def test_a_finding_is_hidden_and_shown(person: Client, diary: Open, written: object) -> None:
    months(written)
    key = person.get(PAGE).context["changes"].findings[0].key
    person.post(FINDING, {"finding": key, "do": "hide"})
    changes = person.get(PAGE).context["changes"]
    assert key not in {one.key for one in changes.findings}
    assert [one.key for one in changes.hidden] == [key]
    person.post(FINDING, {"finding": key, "do": "show"})
    assert not list(diary().leaves(HiddenFinding))


def test_levels_are_shown_where_the_person_chose_them_and_never_called_safe(person: Client, written: object) -> None:
    months(written)
    assert "World Health Organization" not in person.get(PAGE).content.decode()
    person.post("/me/changed/choose/", said(risk_basis="both"))
    assert person.get(PAGE).context["changes"].risks[0].before == "can't tell"
    person.post("/me/holds/", said(unit="can", substance="cider", ml="440", percent="4,5"))
    page = person.get(PAGE)
    assert [risk.basis for risk in page.context["changes"].risks] == ["the table for men", "the table for women"]
    assert page.context["changes"].risks[0].change
    assert "not free of harm" in page.content.decode()
    assert " safe" not in page.content.decode().lower()


@pytest.mark.parametrize(
    ("grams", "language", "told"),
    [
        (
            MeanGrams(20, 18, 26.5, 27, 30),
            "en",
            "30 days, those without among them. With what is not known, 18 to 26.5 g.",
        ),
        (MeanGrams(20, 18, 26.5, 27, 30), "es", "sin consumo. Con lo que no se sabe, de 18 a 26,5 g."),
        (MeanGrams(20, 20, 20, 30, 30), "en", "30 known of 30 days, those without among them."),
    ],
)
def test_a_mean_of_grams_has_the_range_that_the_unknown_days_allow(grams: MeanGrams, language: str, told: str) -> None:
    with translation.override(language):
        assert grams_words(grams).endswith(told)


def test_the_beginning_can_be_picked_and_a_mixed_up_one_is_told(person: Client, diary: Open) -> None:
    answer = person.post("/me/changed/choose/", said(baseline_first="2026-03-01", baseline_last="2026-02-01"))
    assert "lies before the first one" in answer.content.decode()
    person.post("/me/changed/choose/", said(baseline_first="2026-02-01", baseline_last="2026-03-01"))
    assert str(next(iter(diary().leaves(PlanSettings))).fact.baseline_first) == "2026-02-01"


def test_what_a_unit_holds_is_said_whole(person: Client, diary: Open) -> None:
    assert "belong together" in person.post("/me/holds/", said(unit="can", ml="440", price="2")).content.decode()
    person.post("/me/holds/", said(unit="can", price="2", currency="€"))
    leaf = next(iter(diary().leaves(UnitHolds)))
    assert "2 €" in person.get("/me/holds/").content.decode()
    person.post(f"/me/holds/{leaf.id}/erase/")
    person.post(f"/me/holds/{uuid.uuid4()}/erase/")
    assert not list(diary().leaves(UnitHolds))


def test_a_difference_that_is_there_is_never_said_to_be_by_nothing() -> None:
    days = Measure(counted=Counted.DAYS, about="cider", values=())
    assert least_words(days, 0.03) == "<0.1"
    assert least_words(days, 0.7) == "0.7"
