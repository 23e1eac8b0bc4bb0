"""Imports go downwards only; the ground floor knows neither Django nor clock nor network."""

import ast
from collections.abc import Iterator

from tests.architecture.sources import Source, program

# The highest floor first. A room may import from the floors below its own, never from its own floor's neighbours.
FLOORS = (
    ("cli",),
    ("demonstration",),
    ("web",),
    ("meetings",),
    ("plans",),
    ("meanings", "balance"),
    ("diary",),
    ("safety",),
    ("exchange",),
    ("people",),
    ("record",),
    ("catalogue", "evidence", "language"),
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}
GROUND = FLOORS[-1]
FORBIDDEN_ON_THE_GROUND = frozenset({"django", "socket", "urllib", "http", "requests", "random", "secrets", "time"})

# (room, module): what a room may take from above, with the reason.
ALLOWED_UPWARDS = {
    ("", "vado.cli.commands"),  # the package names its command
}


def _imports(source: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "vado":
            yield from ((node.lineno, f"vado.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def _room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if parts[0] == "vado" and len(parts) > 1 else ""


def test_every_room_has_a_floor() -> None:
    rooms = {source.room for source in program() if source.room}
    assert rooms <= set(FLOOR_OF), f"rooms without a floor: {sorted(rooms - set(FLOOR_OF))}"


def test_imports_go_downwards() -> None:
    upwards = [
        f"{source.place}:{line} imports {module}"
        for source in program()
        if source.room
        for line, module in _imports(source)
        if (other := _room_of(module)) in FLOOR_OF
        and other != source.room
        and FLOOR_OF[other] <= FLOOR_OF[source.room]
        and (source.room, module) not in ALLOWED_UPWARDS
    ]
    assert not upwards, "\n".join(upwards)


def test_the_ground_floor_is_pure_python() -> None:
    impure = [
        f"{source.place}:{line} imports {module}"
        for source in program()
        if source.room in GROUND
        for line, module in _imports(source)
        if module.split(".")[0] in FORBIDDEN_ON_THE_GROUND
    ]
    assert not impure, "\n".join(impure)
