"""Words that nothing else would write, and a search for them in files, however they are spelt."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4


class Hit(NamedTuple):
    """A word lies in a file."""

    word: str
    file: str


class Canaries:
    """Gives out words and remembers under which name each was given."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def word(self, name: str) -> str:
        """A fresh word; its random part is what is looked for."""
        token = uuid4().hex
        self._names[token] = name
        return f"ñandú {token}"

    def add(self, name: str, secret: str) -> None:
        """Something that was made elsewhere and is as secret."""
        self._names[secret] = name

    def names_in(self, text: str) -> set[str]:
        """The names of the words that stand in a text."""
        return {name for token, name in self._names.items() if token in text}

    def hits(self, files: Iterable[Path]) -> list[Hit]:
        """Every word that lies in one of the files."""
        wanted = [(name, spellings(token)) for token, name in self._names.items()]
        return [hit for path in files for hit in _hits(wanted, path)]


def spellings(token: str) -> set[bytes]:
    """The word as it could lie in a file; base64 in its three alignments."""
    plain = token.encode()
    wide = {token.encode("utf-16-le"), token.encode("utf-16-be")}
    in_hex = {plain.hex().encode(), plain.hex().upper().encode()}
    in_base64 = {base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)}
    return {plain, plain.upper(), *wide, *in_hex, *in_base64, *(safe.translate(_URL_SAFE) for safe in in_base64)}


_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def _hits(wanted: list[tuple[str, set[bytes]]], path: Path) -> Iterator[Hit]:
    content = path.read_bytes()
    for name, spelt in wanted:
        if any(one in content for one in spelt):
            yield Hit(name, path.name)


def files_in(*folders: Path) -> list[Path]:
    """All files under the folders."""
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
