"""What a person of the tests keeps for their safety, and the pages that show it."""

from django.urls import reverse

from vado.record import Fact
from vado.safety.facts import AboutMe, Regular, SafetyPlan

OWN_PAGES = ("mine", "takes", "about", "card", "plan", "plan-write", "plan-history")
ALWAYS = tuple(f"safety:{page}{end}" for page in ("page", "steady", "rules") for end in ("", "-en", "-es"))
SAFETY_PLAN = SafetyPlan(signs="slept from eleven", alone="quiet", people="Marta 600 112 233", reasons="payday")
KEPT: tuple[Fact, ...] = (
    SAFETY_PLAN,
    Regular(name="the blue one", code="diazepam", class_code="benzodiazepine", prescribed=True, missed_doses=2),
    AboutMe(seizures=True, overdose=True, pregnant=True, naloxone=True, allergies="quiet", call="Marta 600 112 233"),
)


def safety_pages() -> dict[str, str]:
    """Every page of a person's safety that can be opened by its address alone."""
    return {f"safety-{name}": reverse(f"safety:{name}") for name in OWN_PAGES}
