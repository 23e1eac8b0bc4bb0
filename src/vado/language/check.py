"""Checks the product's own texts: `python -m vado.language.check PATHS` ends with 1 when a rule is broken."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from vado.language.rules import findings
from vado.language.texts import passages

READ = (".html", ".txt", ".po", ".toml", ".md")
# The rules and the glossary quote what they forbid; the vocabulary holds people's own words.
EXEMPT = frozenset({"forbidden_en.toml", "forbidden_es.toml", "vocabulary.toml", "pyproject.toml", "GLOSSARY.md"})
UNREAD_FOLDERS = frozenset({".venv", ".git", "node_modules", "__pycache__", "requirements"})


class Place(NamedTuple):
    """Words in a file that a rule would rather see otherwise."""

    path: Path
    line: int
    words: str
    prefer: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: “{self.words}” → {self.prefer} ({self.source})"


def check(paths: Iterable[Path]) -> list[Place]:
    """Everything that the rules find in these files and folders."""
    return [place for path in paths for text in _texts_in(path) for place in _places(text)]


def _texts_in(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for found in sorted(path.rglob("*")):
        is_read = found.suffix in READ and found.name not in EXEMPT and not UNREAD_FOLDERS & set(found.parts)
        if is_read and found.is_file():
            yield found


def _places(path: Path) -> Iterator[Place]:
    for passage in passages(path):
        for finding in findings(passage.words, passage.language, passage.kinds):
            line = passage.line + passage.words.count("\n", 0, finding.start)
            yield Place(path, line, finding.words, finding.prefer, finding.source)


def main(arguments: list[str]) -> int:
    """Print what was found; the answer is the exit code."""
    found = check(Path(argument) for argument in arguments)
    for place in found:
        sys.stdout.write(f"{place}\n")
    sys.stdout.write(f"{len(found)} found\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
