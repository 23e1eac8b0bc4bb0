"""What the demonstration's people keep for their safety: a list, what matters in an emergency, a plan, a country."""

from collections.abc import Iterator
from importlib import resources

import msgspec

from vado.demonstration.stories import Story
from vado.record.facts import Fact
from vado.safety.facts import AboutMe, Regular, SafetyPlan, SafetySettings, SharedCard


class KeptForSafety(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's file; whatever is not in it was left open by them."""

    country: str
    regular: tuple[Regular, ...] = ()
    about: AboutMe | None = None
    plan: SafetyPlan | None = None
    shared: tuple[SharedCard, ...] = ()


def safety_of_story(story: Story) -> Iterator[Fact]:
    """The facts of that person's safety drawer; nothing for a story without a file."""
    folder = resources.files("vado.demonstration") / "stories" / "safety"
    for each in folder.iterdir():
        if each.name.endswith(f"-{story.code}.toml"):
            yield from _facts(msgspec.toml.decode(each.read_bytes(), type=KeptForSafety, strict=True))


def _facts(kept: KeptForSafety) -> Iterator[Fact]:
    yield SafetySettings(country=kept.country)
    yield from kept.regular
    yield from (fact for fact in (kept.about, kept.plan) if fact is not None)
    yield from kept.shared
