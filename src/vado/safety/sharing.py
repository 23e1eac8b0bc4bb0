"""Cards that a person chose to share: shown with the safety plan, through the doors that name it."""

import datetime as dt
from uuid import UUID

import msgspec

from vado.record import Drawer, Record
from vado.safety.cards import rows_by_id
from vado.safety.facts import SafetyPlan, SharedCard
from vado.safety.rows import Row


class CardShared(msgspec.Struct, frozen=True):
    """One shared card: the row that it shows, and since when it is shared."""

    id: UUID
    row: Row
    on: dt.date


class Shown(msgspec.Struct, frozen=True):
    """What a door that names the safety plan shows of this drawer: the plan, and these cards."""

    cards: tuple[CardShared, ...]
    has_plan: bool

    @property
    def is_there(self) -> bool:
        """Whether there is anything to see."""
        return self.has_plan or bool(self.cards)


def shown_of_safety(record: Record) -> Shown | None:
    """The same for both; None through a door that does not name it."""
    if Drawer.SAFETY not in record.drawers:
        return None
    leaves = sorted(record.leaves((SharedCard, SafetyPlan)), key=lambda leaf: leaf.sequence)
    rows = rows_by_id()
    cards = [
        CardShared(leaf.id, rows[leaf.fact.rule], leaf.fact.on)
        for leaf in leaves
        if isinstance(leaf.fact, SharedCard) and leaf.fact.rule in rows
    ]
    return Shown(tuple(cards), any(isinstance(leaf.fact, SafetyPlan) for leaf in leaves))
