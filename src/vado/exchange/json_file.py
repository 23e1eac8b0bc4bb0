"""The file of a whole record: its shape, and leaves as they stand in it."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import msgspec

from vado.exchange.errors import FileTooLarge, NewerExport, NotAnExport
from vado.record.facts import Fact, fact_type_of
from vado.record.leaves import Leaf

FORMAT = "vado-record"
VERSION = 1
LARGEST_FILE_BYTES = 64 * 1024 * 1024
MEGABYTE = 1024 * 1024


class FiledLeaf(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a leaf. The fact is read by the type of its kind, one at a time."""

    id: UUID
    version: UUID
    drawer: str
    kind: str
    shape: int
    fact: msgspec.Raw
    follows: tuple[UUID, ...] = ()


class Unread(msgspec.Struct, frozen=True):
    """A leaf that is in the record and could not be read: named, so that its lack shows."""

    id: UUID
    reason: str


class RecordFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything of a record."""

    format: str
    version: int
    leaves: tuple[FiledLeaf, ...]
    with_history: bool = False
    unread: tuple[Unread, ...] = ()


class _Head(msgspec.Struct):
    format: str
    version: int


def filed(leaf: Leaf[Fact]) -> FiledLeaf:
    """A leaf for the file, with the versions that it follows, whether they stand in the file or not."""
    return FiledLeaf(
        id=leaf.id,
        version=leaf.version,
        drawer=leaf.drawer.name.lower(),
        kind=leaf.fact.kind,
        shape=leaf.fact.shape,
        fact=msgspec.Raw(msgspec.json.encode(leaf.fact)),
        follows=leaf.follows,
    )


def file_of(leaves: Sequence[FiledLeaf], unread: Sequence[Unread], *, with_history: bool) -> bytes:
    """The bytes of the file, indented to be read by people as well."""
    whole = RecordFile(
        format=FORMAT, version=VERSION, leaves=tuple(leaves), with_history=with_history, unread=tuple(unread)
    )
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def content_of(path: Path) -> bytes:
    """What stands in a file, read no further than we take; raises `FileTooLarge`, `OSError`."""
    with path.open("rb") as source:
        content = source.read(LARGEST_FILE_BYTES + 1)
    if len(content) > LARGEST_FILE_BYTES:
        raise FileTooLarge(LARGEST_FILE_BYTES // MEGABYTE)
    return content


def read_file(content: bytes) -> RecordFile:
    """The file in these bytes; raises `FileTooLarge`, `NewerExport`, `NotAnExport`."""
    if len(content) > LARGEST_FILE_BYTES:
        raise FileTooLarge(LARGEST_FILE_BYTES // MEGABYTE)
    try:
        head = msgspec.json.decode(content, type=_Head)
        if head.format != FORMAT:
            raise NotAnExport
        if head.version > VERSION:
            raise NewerExport
        return msgspec.json.decode(content, type=RecordFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise NotAnExport from problem


def fact_in(leaf: FiledLeaf) -> Fact | None:
    """The fact of a filed leaf, brought up to today's shape; None when this Vado cannot read it."""
    fact_type = fact_type_of(leaf.kind)
    if fact_type is None or not 1 <= leaf.shape <= fact_type.shape:
        return None
    try:
        if leaf.shape == fact_type.shape:
            return msgspec.json.decode(leaf.fact, type=fact_type)
        plain_map = msgspec.json.decode(leaf.fact, type=dict[str, object])
        for step in range(leaf.shape, fact_type.shape):
            plain_map = fact_type.upcasters[step](plain_map)
        return msgspec.convert(plain_map, fact_type, strict=False)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError, RecursionError):
        return None
