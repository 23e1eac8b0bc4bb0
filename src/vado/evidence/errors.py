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
