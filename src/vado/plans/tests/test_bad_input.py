"""What nobody meant to send, or what changed meanwhile: told in words, nothing lost, and the guards still speak."""

import csv
import datetime as dt
import io
import zipfile
from uuid import UUID

import pytest
from django.test import Client

from tests.signed_in import Open
from vado.diary.facts import OwnWord, Use
from vado.exchange.tables import export_csv
from vado.plans.conditions import AtMost, DaysWithout, GapAfter, Per
from vado.plans.facts import Goal, PlanSettings, UsePlan
from vado.plans.tests.conftest import drank, dry, said, today
from vado.plans.tests.test_plans import ANSWERED, FIVE, NEW, made, versions
from vado.record.lived_day import Lived

PLAN = UUID(int=1)


def held(own_thing: str) -> list[object]:
    gap = GapAfter(token="gap", other=own_thing, hours=4)
    begun = today() - dt.timedelta(days=10)
    plan = UsePlan(plan=PLAN.hex, from_on=begun, substance="cider", substance_code="cider", conditions=(gap,))
    return [plan, PlanSettings(held_plan=PLAN.hex, held_condition="gap"), drank(1), drank(2), dry(3)]


def test_a_condition_on_a_thing_that_was_erased_stays_and_is_still_held(
    person: Client, diary: Open, written: object
) -> None:
    blue = Use(when=Lived(on=today() - dt.timedelta(days=2), at=dt.time(19, 0)), substance="the blue one")
    written([OwnWord(word="the blue one"), blue, *held("the blue one")])  # type: ignore[operator]
    address = f"/me/plan/{PLAN}/"
    assert "went differently" in person.get(address).content.decode()
    record = diary()
    uses = [leaf for leaf in record.leaves(Use) if leaf.fact.substance == "the blue one"]
    for leaf in [*record.leaves(OwnWord), *uses]:
        record.remove(leaf.id)
    page = person.get(address).content.decode()
    assert "the blue one" in page
    assert "went differently" not in page


def test_a_plan_about_a_thing_that_was_erased_is_read_and_changed(person: Client, diary: Open, written: object) -> None:
    written([OwnWord(word="the blue one")])  # type: ignore[operator]
    address = made(person, diary, substance="the blue one")
    record = diary()
    for leaf in list(record.leaves(OwnWord)):
        record.remove(leaf.id)
    assert "the blue one" in person.get(address).content.decode()
    form = person.get(f"{address}change/").context["form"]
    assert form.initial["substance"] == "the blue one"


def test_a_review_of_a_plan_in_the_past_is_told_and_nothing_is_lost(person: Client, diary: Open) -> None:
    page = person.post(NEW, said(**FIVE, review_on="2020-01-01")).content.decode()
    assert "That day has gone by" in page
    assert FIVE["wants"] in page
    assert versions(diary) == []


def test_a_plan_of_a_hundred_kilobytes_is_kept_and_a_longer_one_comes_back(person: Client, diary: Open) -> None:
    long = "ñ" * 100_000
    refused = person.post(NEW, said(substance="cider", wants=long + "ñ", **ANSWERED))
    assert "longer than" in refused.content.decode()
    assert long in refused.content.decode()
    assert person.post(NEW, said(substance="cider", wants=long, **ANSWERED)).status_code == 302
    assert versions(diary)[0].wants == long


@pytest.mark.parametrize("limit", ["-1", "a lot", "1e999", "NaN"])
def test_a_limit_that_is_no_amount_is_told(person: Client, diary: Open, limit: str) -> None:
    sent = said(**{**FIVE, "new-at_most-limit": limit})
    page = person.post(NEW, sent).content.decode()
    assert FIVE["wants"] in page
    assert 'role="alert"' in page
    assert versions(diary) == []


def test_a_form_that_skips_the_guard_or_says_it_was_seen_of_another_card_is_held(
    person: Client, diary: Open, written: object
) -> None:
    written([drank(back, 6) for back in range(12)])  # type: ignore[operator]
    forged = said(words="no more", substance="cider", aim="stop", status="trying")
    for claim in ({}, {"guard-choice": "on"}, {"guard-seen": "another-card", "guard-choice": "on"}):
        assert 'id="guard"' in person.post("/me/goals/new/", {**forged, **claim}).content.decode()
    assert list(diary().leaves(Goal)) == []


def test_two_changes_of_one_plan_at_once_are_both_kept(person: Client, diary: Open) -> None:
    address = made(person, diary)
    for wants in ("here", "there"):
        follows = str(person.get(f"{address}change/").context["form"].initial.get("follows", ""))
        person.post(f"{address}change/", said(**{**FIVE, "wants": wants, "follows": follows}))
    assert {plan.wants for plan in versions(diary)} >= {"here", "there", FIVE["wants"]}


def test_conditions_are_sentences_in_the_tables_that_somebody_takes_along(diary: Open, written: object) -> None:
    few, days = AtMost(token="few", limit=2, unit="can", per=Per.DAY), DaysWithout(token="free", days=4)
    written([UsePlan(plan=PLAN.hex, from_on=today(), substance="cider", conditions=(few, days))])  # type: ignore[operator]
    packed = zipfile.ZipFile(io.BytesIO(export_csv(diary())))
    row = next(csv.DictReader(io.StringIO(packed.read("use_plan.csv").decode("utf-8-sig"))))
    assert row["conditions"] == "At most 2 cans on one day.; At least 4 days a week without."
