"""How much, as it was said: pure functions from the person's words to an amount and back to a comparison."""

import enum
import math
import re

from vado.diary.facts import Amount, Sureness

LARGEST_AMOUNT = 100_000.0  # no unit of the catalogue needs more; above it a slip of the finger is likelier
NEAR = 0.10  # two doses within a tenth of each other are one chip

_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?")
_FRACTION = re.compile(r"(?:(\d+)\s+)?(\d+)/(\d+)")
_INFINITE = {"nan", "inf", "infinity", "∞", "infinito"}


class AmountFault(enum.StrEnum):
    """Why an amount could not be read; the form says it in the person's language."""

    NOT_A_NUMBER = "not_a_number"
    SEVERAL_MARKS = "several_marks"
    NEGATIVE = "negative"
    ZERO = "zero"
    NOT_FINITE = "not_finite"
    TOO_LARGE = "too_large"
    NUMBER_THOUGH_UNKNOWN = "number_though_unknown"


class AmountProblem(ValueError):
    """An amount that cannot be kept as it stands."""

    def __init__(self, fault: AmountFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def parse_number(said: str) -> float:
    """A positive number as people write it: 1,5 and 1.5 and 1/2 and 1 1/2.

    >>> parse_number("1,5"), parse_number("1/2")
    (1.5, 0.5)
    """
    words = said.strip().replace("½", " 1/2").replace("¼", " 1/4").replace("¾", " 3/4").strip()
    if words.lstrip("+-−").strip().lower() in _INFINITE:
        raise AmountProblem(AmountFault.NOT_FINITE)
    if words[:1] in {"-", "−"}:
        raise AmountProblem(AmountFault.NEGATIVE)
    return _in_bounds(_value(words.lstrip("+").strip()))


def _value(words: str) -> float:
    if fraction := _FRACTION.fullmatch(words):
        whole, top, bottom = (int(part or 0) for part in fraction.groups())
        if bottom == 0:
            raise AmountProblem(AmountFault.NOT_FINITE)
        return whole + top / bottom
    if _NUMBER.fullmatch(words):
        return float(words.replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,' ]\d+){2,}|\d+(?: \d+)+", words):
        raise AmountProblem(AmountFault.SEVERAL_MARKS)
    raise AmountProblem(AmountFault.NOT_A_NUMBER)


def _in_bounds(value: float) -> float:
    if not math.isfinite(value):
        raise AmountProblem(AmountFault.NOT_FINITE)
    if value == 0:
        raise AmountProblem(AmountFault.ZERO)
    if value > LARGEST_AMOUNT:
        raise AmountProblem(AmountFault.TOO_LARGE)
    return value


def amount_said(sureness: Sureness, least: str, most: str, unit: str) -> Amount:
    """The amount that four answers make; blank numbers are unknown, two numbers are a range."""
    numbers = sorted(parse_number(said) for said in (least, most) if said.strip())
    if numbers and sureness is Sureness.UNKNOWN:
        raise AmountProblem(AmountFault.NUMBER_THOUGH_UNKNOWN)
    if not numbers:
        return Amount(unit=unit)
    if len(numbers) == 2 and numbers[0] != numbers[1]:
        return Amount(Sureness.RANGE, numbers[0], numbers[1], unit)
    return Amount(Sureness.ABOUT if sureness is Sureness.RANGE else sureness, numbers[0], None, unit)


def near_equal(one: Amount, other: Amount) -> bool:
    """Whether two amounts are the same dose for a person who repeats it."""
    if one.unit.casefold() != other.unit.casefold():
        return False
    return _near(one.least, other.least) and _near(one.most, other.most)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= NEAR * max(one, other)
