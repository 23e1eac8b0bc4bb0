"""What a reader must know beside a number: codes for programs, plain English for people."""

import enum


class Caution(enum.StrEnum):
    """One thing that limits what a result can say. The code is stable; rooms above translate by it."""

    TOO_FEW_DAYS = "too-few-days"
    NOTHING_VARIES = "nothing-varies"
    ONE_SIDE_FLAT = "one-side-flat"
    MISSING_DIFFERS = "missing-differs"
    MANY_MISSING = "many-missing"
    DAYS_HANG_TOGETHER = "days-hang-together"
    DEPENDENCE_UNKNOWN = "dependence-unknown"

    @property
    def text(self) -> str:
        """The caution as a sentence."""
        return TEXTS[self]


TEXTS: dict[Caution, str] = {
    Caution.TOO_FEW_DAYS: "Too few known days for an estimate.",
    Caution.NOTHING_VARIES: "No day differs from another, so the days cannot show how far chance reaches.",
    Caution.ONE_SIDE_FLAT: "All days of one side are alike; its spread is set as if one more day had been otherwise.",
    Caution.MISSING_DIFFERS: "More days are missing on one side than on the other.",
    Caution.MANY_MISSING: "More than a fifth of the days are missing.",
    Caution.DAYS_HANG_TOGETHER: "A day resembles the day before it; the interval is wider for that.",
    Caution.DEPENDENCE_UNKNOWN: "How far a day resembles the day before it cannot be seen here.",
}
