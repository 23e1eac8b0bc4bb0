"""What the safety drawer holds, read once for a page and turned into the plain values of the rules."""

from collections.abc import Iterable
from typing import TypeVar, cast

import msgspec

from vado.record import Drawer, Fact, Leaf, Record
from vado.safety.classes import class_of, folded
from vado.safety.facts import AboutMe, CardSeen, Known, OwnClass, Regular, SafetyPlan, SafetySettings
from vado.safety.plain import Standing

F = TypeVar("F", bound=Fact)
MAINTENANCE = frozenset({"methadone", "buprenorphine"})
_KINDS = (Regular, AboutMe, SafetySettings, CardSeen, Known, OwnClass, SafetyPlan)


class SafetyDrawer(msgspec.Struct, frozen=True):
    """Everything in the safety drawer of one record; empty through a door that does not name it."""

    regular: tuple[Leaf[Regular], ...] = ()
    about_me: Leaf[AboutMe] | None = None
    settings: Leaf[SafetySettings] | None = None
    seen: tuple[CardSeen, ...] = ()
    known: tuple[Leaf[Known], ...] = ()
    own_classes: tuple[OwnClass, ...] = ()
    plan: Leaf[SafetyPlan] | None = None

    @property
    def country(self) -> str:
        """The country whose numbers come first, or nothing."""
        return self.settings.fact.country if self.settings else ""

    def class_of_own(self, word: str) -> str | None:
        """The class that was named for a substance of their own; "" where it is not known, None where nobody asked."""
        said = folded(word)
        answered = [one.class_code for one in self.own_classes if folded(one.word) == said][-1:]
        listed = [leaf.fact.class_code for leaf in self.regular if folded(leaf.fact.name) == said]
        return next(filter(None, (*answered, *listed)), None if not answered else "")

    @property
    def standing(self) -> Standing:
        """What the rules read of it."""
        return standing_of((leaf.fact for leaf in self.regular), self.about_me.fact if self.about_me else AboutMe())


def safety_of(record: Record) -> SafetyDrawer:
    """The safety drawer of this record, opened in one read."""
    if Drawer.SAFETY not in record.drawers:
        return SafetyDrawer()
    leaves: list[Leaf[Fact]] = sorted(record.leaves(_KINDS), key=lambda leaf: leaf.sequence)
    return SafetyDrawer(
        regular=tuple(_of(leaves, Regular)),
        about_me=_last(leaves, AboutMe),
        settings=_last(leaves, SafetySettings),
        seen=tuple(leaf.fact for leaf in _of(leaves, CardSeen)),
        known=tuple(_of(leaves, Known)),
        own_classes=tuple(leaf.fact for leaf in _of(leaves, OwnClass)),
        plan=_last(leaves, SafetyPlan),
    )


def plan_heads(record: Record) -> list[Leaf[SafetyPlan]]:
    """The safety plan; more than one head where it was written twice at once, none where there is no plan."""
    return sorted(record.leaves(SafetyPlan), key=lambda leaf: leaf.sequence)


def standing_of(regular: Iterable[Regular], about_me: AboutMe) -> Standing:
    """What somebody said of themselves once, as the rules read it."""
    lines = list(regular)
    missed = [line.missed_doses for line in lines if line.code in MAINTENANCE and line.missed_doses is not None]
    classes = {class_of(line.code) or line.class_code for line in lines}
    return Standing(
        class_codes=frozenset(classes - {""}),
        substance_codes=frozenset(line.code for line in lines if line.code),
        pregnant=about_me.pregnant,
        seizures=about_me.seizures,
        overdose=about_me.overdose,
        naloxone=about_me.naloxone,
        missed_maintenance_doses=max(missed, default=None),
    )


def _of(leaves: Iterable[Leaf[Fact]], kind: type[F]) -> list[Leaf[F]]:
    return [cast("Leaf[F]", leaf) for leaf in leaves if isinstance(leaf.fact, kind)]


def _last(leaves: Iterable[Leaf[Fact]], kind: type[F]) -> Leaf[F] | None:
    return next(reversed(_of(leaves, kind)), None)
