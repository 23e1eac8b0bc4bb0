"""How much of one substance on one day, told as a number only where every amount is known and of one unit."""

from collections.abc import Sequence

import msgspec

from vado.diary.facts import Amount, Sureness


class DayAmount(msgspec.Struct, frozen=True):
    """The sum of a day. `least` is None where it is not known; `most` only for a range."""

    least: float | None = None
    most: float | None = None
    unit: str = ""
    about: bool = False

    @property
    def is_known(self) -> bool:
        return self.least is not None


UNKNOWN_AMOUNT = DayAmount()


def day_amount(amounts: Sequence[Amount]) -> DayAmount:
    """The sum of the amounts; unknown as soon as one of them is, or where the units differ.

    >>> day_amount([Amount(Sureness.EXACT, 1, None, "can"), Amount(Sureness.EXACT, 2, None, "can")]).least
    3
    """
    least = [amount.least for amount in amounts if amount.least is not None]
    units = {amount.unit.casefold() for amount in amounts}
    if not amounts or len(least) < len(amounts) or len(units) > 1:
        return UNKNOWN_AMOUNT
    most = sum(amount.most if amount.most is not None else amount.least or 0 for amount in amounts)
    total = round(sum(least), 6)
    return DayAmount(
        least=total,
        most=round(most, 6) if most > total else None,
        unit=amounts[-1].unit,
        about=any(amount.sureness is not Sureness.EXACT for amount in amounts),
    )
