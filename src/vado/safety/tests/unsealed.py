"""Leaves for tables of pure rules, as a record would give them."""

from typing import TypeVar
from uuid import uuid4

from vado.record import Drawer, Fact, Leaf

F = TypeVar("F", bound=Fact)


def leaf_of(fact: F, drawer: Drawer) -> Leaf[F]:
    """A leaf with one version."""
    leaf_id = uuid4().bytes
    return Leaf(leaf_id, leaf_id, b"", 1, drawer, fact)
