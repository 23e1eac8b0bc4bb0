"""What is asked of a case series, and what is found."""

from dataclasses import dataclass
from pathlib import Path

from vado.cli.evidence.studies import Study
from vado.evidence.between_people import BetweenDifference
from vado.evidence.design_check import Finding
from vado.evidence.missing import MissingMap, Sensitivity
from vado.evidence.modelled import Modelled
from vado.evidence.moderation import Moderation
from vado.evidence.outcomes import Tally
from vado.evidence.planning import Plan
from vado.evidence.randomisation import RandomisationTest
from vado.evidence.synthesis import Synthesis


@dataclass(frozen=True)
class Asked:
    """What the options ask for."""

    improvement: str
    substances: tuple[str, ...]
    window: int
    per: float
    level: float
    pools_goals: bool = False
    in_grams: bool = False
    plan: Path | None = None
    endings: tuple[str, ...] = ("svg",)
    shows_each: bool = False


@dataclass(frozen=True)
class Counts:
    """Whole denominators: everybody who came is in each of them."""

    came: int
    started: int
    stayed: int
    answered: int


@dataclass(frozen=True)
class Tested:
    """The plan as it was followed, and the test of its draw."""

    plan: Plan
    test: RandomisationTest


@dataclass(frozen=True)
class Result:
    """One study, person by person and together; `together` is empty where nobody gave an estimate."""

    study: Study
    asked: Asked
    found: tuple[Sensitivity, ...]
    together: tuple[Synthesis, ...]
    between: tuple[BetweenDifference, ...]
    moderation: Moderation | None
    outcomes: tuple[Tally, ...]
    gaps: MissingMap
    design: tuple[Finding, ...]
    test: Tested | None
    models: tuple[Modelled | None, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many came, started, stayed, and have enough known days on both sides."""
        people = self.study.participants
        return Counts(
            came=len(people),
            started=sum(one.has_started for one in people),
            stayed=sum(one.has_stayed for one in people),
            answered=sum(not found.at_random.is_silent for found in self.found),
        )
