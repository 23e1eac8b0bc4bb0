"""What the safety drawer holds, read once for a page and turned into the plain values of the rules."""

from collections.abc import Iterable, Sequence
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
    about: tuple[Leaf[AboutMe], ...] = ()  # more than one where it was written in two places at once
    settings: Leaf[SafetySettings] | None = None
    seen: tuple[CardSeen, ...] = ()
    known: tuple[Leaf[Known], ...] = ()
    own_classes: tuple[OwnClass, ...] = ()
    plan: Leaf[SafetyPlan] | None = None

    @property
    def about_me(self) -> AboutMe:
        """What matters in an emergency; of two versions at once nothing that a helper has to know is left out."""
        versions = [leaf.fact for leaf in self.about]
        words = {name: _each_once(getattr(one, name) for one in versions) for name in ("allergies", "call")}
        risks = {
            name: _yes_first(getattr(one, name) for one in versions) for name in ("pregnant", "seizures", "overdose")
        }
        return msgspec.structs.replace(versions[-1], **risks, **words) if versions else AboutMe()

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
        return standing_of((leaf.fact for leaf in self.regular), [leaf.fact for leaf in self.about])


def safety_of(record: Record) -> SafetyDrawer:
    """The safety drawer of this record, opened in one read."""
    if Drawer.SAFETY not in record.drawers:
        return SafetyDrawer()
    leaves: list[Leaf[Fact]] = sorted(record.leaves(_KINDS), key=lambda leaf: leaf.sequence)
    return SafetyDrawer(
        regular=tuple(_of(leaves, Regular)),
        about=tuple(_of(leaves, AboutMe)),
        settings=_last(leaves, SafetySettings),
        seen=tuple(leaf.fact for leaf in _of(leaves, CardSeen)),
        known=tuple(_of(leaves, Known)),
        own_classes=tuple(leaf.fact for leaf in _of(leaves, OwnClass)),
        plan=_last(leaves, SafetyPlan),
    )


def plan_heads(record: Record) -> list[Leaf[SafetyPlan]]:
    """The safety plan; more than one head where it was written twice at once, none where there is no plan."""
    return sorted(record.leaves(SafetyPlan), key=lambda leaf: leaf.sequence)


def standing_of(regular: Iterable[Regular], about: Sequence[AboutMe]) -> Standing:
    """What somebody said of themselves once, as the rules read it; of two versions at once the more careful counts."""
    lines = list(regular)
    missed = [line.missed_doses for line in lines if line.code in MAINTENANCE and line.missed_doses is not None]
    classes = {class_of(line.code) or line.class_code for line in lines}
    returns = [one.back_on for one in about if one.away]
    return Standing(
        class_codes=frozenset(classes - {""}),
        substance_codes=frozenset(line.code for line in lines if line.code),
        pregnant=_yes_first(one.pregnant for one in about),
        seizures=_yes_first(one.seizures for one in about),
        overdose=_yes_first(one.overdose for one in about),
        naloxone=about[-1].naloxone if about else None,
        missed_maintenance_doses=max(missed, default=None),
        away=frozenset(away for one in about for away in one.away),
        back_on=max((day for day in returns if day), default=None) if None not in returns else None,
    )


def _each_once(said: Iterable[str]) -> str:
    """Words of every version, those that are equal one time.

    >>> _each_once(["nuts", "", "shellfish", "nuts"])
    'nuts; shellfish'
    """
    return "; ".join(dict.fromkeys(filter(None, said)))


def _yes_first(answers: Iterable[bool | None]) -> bool | None:
    """Yes where one version says so, no where all that speak say so, else not said.

    >>> _yes_first([False, True]), _yes_first([None, False]), _yes_first([None]), _yes_first([])
    (True, False, None, None)
    """
    said = [answer for answer in answers if answer is not None]
    return any(said) if said else None


def _of(leaves: Iterable[Leaf[Fact]], kind: type[F]) -> list[Leaf[F]]:
    return [cast("Leaf[F]", leaf) for leaf in leaves if isinstance(leaf.fact, kind)]


def _last(leaves: Iterable[Leaf[Fact]], kind: type[F]) -> Leaf[F] | None:
    return next(reversed(_of(leaves, kind)), None)
