"""The Python files of the house, parsed once."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "vado"


@dataclass(frozen=True)
class Source:
    """One file: where it is, the room it belongs to, its lines and its tree."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def place(self) -> str:
        """The path as a reader would write it."""
        return str(self.path.relative_to(ROOT))

    @property
    def room(self) -> str:
        """The package under src/vado; empty for the package itself."""
        parts = self.path.relative_to(PACKAGE).parts
        return parts[0] if len(parts) > 1 else ""

    @property
    def is_test(self) -> bool:
        """Whether it lies in a folder of tests."""
        return "tests" in self.path.parts


def parse(path: Path) -> Source:
    """The source of one file."""
    text = path.read_text()
    return Source(path, ast.parse(text), text.count("\n"))


@functools.cache
def program() -> tuple[Source, ...]:
    """Every file of Vado that is no test and no migration."""
    return tuple(source for source in _all(PACKAGE) if not source.is_test and "migrations" not in source.path.parts)


@functools.cache
def everything() -> tuple[Source, ...]:
    """Every file, tests included."""
    return (*_all(PACKAGE), *_all(ROOT / "tests"), *_all(ROOT / "bench"))


def _all(folder: Path) -> Iterator[Source]:
    return (parse(path) for path in sorted(folder.rglob("*.py")))
