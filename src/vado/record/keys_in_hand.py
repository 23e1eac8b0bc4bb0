"""The keys of the house that one act needs: made for it, and dropped with it."""

from functools import cached_property

from vado.record.gate import GateKey
from vado.record.house_keys import house_key_in
from vado.record.keyring import keyring
from vado.record.visits import VisitKeys


class KeysInHand:
    """The ring as it stands now, and the keys of gates and visits where they are asked for."""

    def __init__(self) -> None:
        self.ring = keyring()

    @cached_property
    def gates(self) -> GateKey:
        """The key that seals gates."""
        return GateKey(house_key_in(self.ring, "gates"))

    @cached_property
    def visits(self) -> VisitKeys:
        """The keys of the chains of visits."""
        return VisitKeys.of(house_key_in(self.ring, "visits"))
