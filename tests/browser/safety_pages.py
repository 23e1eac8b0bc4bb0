"""What a person of the tests keeps for their safety, and the pages that show it."""

import datetime as dt
from uuid import UUID

from django.urls import reverse

from vado.record import Fact, Record
from vado.safety.facts import AboutMe, Regular, SafetyPlan, SharedCard

OWN_PAGES = ("mine", "takes", "about", "card", "shared", "plan", "plan-write", "plan-history")
ALWAYS = tuple(f"safety:{page}{end}" for page in ("page", "steady", "rules") for end in ("", "-en", "-es"))
SAFETY_PLAN = SafetyPlan(signs="slept from eleven", alone="quiet", people="Marta 600 112 233", reasons="payday")
KEPT: tuple[Fact, ...] = (
    SAFETY_PLAN,
    SharedCard(rule="alcohol-opioid", on=dt.date(2026, 11, 2)),
    Regular(name="the blue one", code="diazepam", class_code="benzodiazepine", prescribed=True, missed_doses=2),
    AboutMe(seizures=True, overdose=True, pregnant=True, naloxone=True, allergies="quiet", call="Marta 600 112 233"),
)


def keep_safety(record: Record) -> dict[str, UUID]:
    """Keeps it; gives the leaf of each kind."""
    return {fact.kind: record.put(fact).id for fact in KEPT}


def safety_pages(kept: dict[str, UUID]) -> dict[str, str]:
    """Every page of a person's safety that can be opened by its address alone."""
    pages = {f"safety-{name}": reverse(f"safety:{name}") for name in OWN_PAGES}
    return {**pages, "safety-take-change": reverse("safety:take-change", args=[kept["regular"]])}
