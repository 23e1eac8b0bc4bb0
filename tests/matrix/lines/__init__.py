"""What each address does for those who come in: one file for each slice, which a new slice adds beside the others.

A file has `LINES` (address -> Line) and, if its facts hold words, `canaries(say)`: one fact of each kind with a word in
every field, where `say("where")` makes the word; and `only_mine(say)` for facts that lie in the drawer "only me".
"""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

ONCE = "5f3a0000-0000-4000-8000-000000000001"  # the version id of a form that is sent one time
Form = Mapping[str, str | list[str]]


class Line(NamedTuple):
    """What one address does. In a form `{use}` is the id of the leaf of that kind; so are `{login}` and the like."""

    get: int | str = 200  # the status, or the addresses it may lead to: "/me/ /people/"
    shows: str = ""  # the canaries that the page shows to whoever comes in: "where gave"
    post: Form | None = None  # a valid form; None: nothing can be sent to this address
    then: int | str = 200  # what the valid form answers: a status, or the beginning of the address it leads to
    changes: str = ""  # the tables that it changes, and no other: "record_version"; "?" where not for everybody
    ids: Mapping[str, str] = {"leaf_id": "use"}  # for an id of the address: the leaf of that kind, or the words as such


def modules() -> Iterator[ModuleType]:
    """The files of the slices, by name."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        yield import_module(f"{__name__}.{found.name}")


def all_lines() -> dict[str, Line]:
    """The table: address -> what it does."""
    return {address: line for module in modules() for address, line in module.LINES.items()}
