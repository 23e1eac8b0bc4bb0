"""What the doctor may find: what is wrong, how bad, and how to mend it."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


class Weight(enum.IntEnum):
    """How much a finding weighs. Only `REFUSE` keeps Vado from serving."""

    NOTE = 0
    WARN = 1
    REFUSE = 2


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it is to be."""

    name: str
    weight: Weight
    what: Text
    mend: Text


Findings = Iterator[Finding]


def refusal(name: str, what: Text, mend: Text) -> Finding:
    """Something on which Vado does not serve."""
    return Finding(name, Weight.REFUSE, what, mend)


def warning(name: str, what: Text, mend: Text) -> Finding:
    """Something to mend soon."""
    return Finding(name, Weight.WARN, what, mend)
