"""What the library refuses, in words for the person who brought the numbers."""


class EvidenceError(ValueError):
    """Something that cannot be computed from what was given. `code` is stable; `values` fill the message."""

    code = "evidence"
    message = "This cannot be computed."

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message.format(**values))


class NotANumber(EvidenceError):
    """Text or a sign where a number belongs."""

    code = "not-a-number"
    message = "Day {place} has {value!r} where a number belongs. Leave a day that is not known empty."


class NotFinite(EvidenceError):
    """An infinity, or a number no diary can hold."""

    code = "not-finite"
    message = "Day {place} has {value!r}: numbers here lie between -1e100 and 1e100."


class BadLevel(EvidenceError):
    """A confidence level outside (0, 1)."""

    code = "bad-level"
    message = "The level {value!r} lies outside 0 to 1; usual is 0.95."


class NotAChoice(EvidenceError):
    """A word that is none of those to choose from."""

    code = "not-a-choice"
    message = "{value!r} is none of: {choices}."


class BadGoal(EvidenceError):
    """A goal that is no number of a day."""

    code = "bad-goal"
    message = "The goal {value!r} is no number that a day could have."


class OutsideScale(EvidenceError):
    """A value that its scale does not have."""

    code = "outside-scale"
    message = "Day {place} has {value}, which no {scale} can be: it lies between {low} and {high}."


class EmptyPhase(EvidenceError):
    """A phase without a single known day."""

    code = "empty-phase"
    message = "The phase {label!r} has no known day."


class NoPhase(EvidenceError):
    """A label that no phase has."""

    code = "no-phase"
    message = "There is no phase {label!r}. There are: {labels}."


class ReversedPhase(EvidenceError):
    """A phase that ends before it begins."""

    code = "reversed-phase"
    message = "The phase {label!r} ends on {last}, before it begins on {first}."


class OverlappingPhases(EvidenceError):
    """Two phases that share days."""

    code = "overlapping-phases"
    message = "The phases {one!r} and {other!r} share the day {day}."


class SameLabel(EvidenceError):
    """Two phases with one label."""

    code = "same-label"
    message = "Two phases are called {label!r}. Number them, such as A1 and A2."


class DoubleDate(EvidenceError):
    """One date with two values."""

    code = "double-date"
    message = "The day {day} is there twice. Say which of the two holds."


class DiaryTooLong(EvidenceError):
    """More days than a diary of one person can have."""

    code = "diary-too-long"
    message = "From {first} to {last} are {days} days; a diary holds {limit} at most. Is a date mistyped?"


class TooManyDays(EvidenceError):
    """More days than can be compared each with each."""

    code = "too-many-days"
    message = "{days} known days are more than the {limit} that are compared each with each. Choose shorter phases."


class BadDesign(EvidenceError):
    """A design in which nothing could be drawn."""

    code = "bad-design"
    message = "This design leaves nothing to draw: {reason}."


class BadPlan(EvidenceError):
    """A file that is no plan."""

    code = "bad-plan"
    message = "This is not a plan: {reason}."


class PhasesTurned(EvidenceError):
    """The phase named as the one before comes after the other."""

    code = "phases-turned"
    message = "The phase {before!r} begins after {after!r}. Name the earlier one as the one before."


class BadModel(EvidenceError):
    """A model that these days cannot carry."""

    code = "bad-model"
    message = "The days cannot carry this model: {reason}."


class NobodyToPool(EvidenceError):
    """A synthesis without a single estimate."""

    code = "nobody-to-pool"
    message = "Nobody gave an estimate with a standard error."


class BadReference(EvidenceError):
    """A reference file that is not in the schema."""

    code = "bad-reference"
    message = "This is not a reference file: {reason}."
