"""A whole record out as JSON and in again: merged, harmless when done twice, and taken back on request."""

import enum
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vado.exchange.errors import UnknownImport
from vado.exchange.facts import Import, ImportState, packed, unpacked
from vado.exchange.json_file import FiledLeaf, Unread, fact_in, file_of, filed, read_file
from vado.record import Drawer, Fact, Leaf, LeafError, Outcome, Record, Sent

LEAVES_A_PIECE = 2000  # of an import's own list: a fact has its limit


class WhyNotTaken(enum.StrEnum):
    """Why a leaf of a file stayed outside."""

    UNREADABLE = "unreadable"
    WRONG_DRAWER = "wrong_drawer"
    REPEATED = "repeated"
    ERASED = "erased"
    CHANGED = "changed"


class NotTaken(NamedTuple):
    """A leaf that stayed outside."""

    leaf_id: UUID
    kind: str
    why: WhyNotTaken

    def __str__(self) -> str:
        return f"{self.kind} {self.leaf_id.hex[:8]}: {_reason(self.why)}"


class ImportReport(NamedTuple):
    """What became of a file. Without anything new there is nothing to take back, and `id` is None."""

    id: UUID | None
    new: int
    same: int
    second_heads: int
    refused: tuple[NotTaken, ...]

    def __str__(self) -> str:
        counts = _("New: %(new)d. Already here: %(same)d. Kept beside another version: %(beside)d. Not taken: %(not)d.")
        numbers = {"new": self.new, "same": self.same, "beside": self.second_heads, "not": len(self.refused)}
        return "\n".join([counts % numbers, *map(str, self.refused)])


class _Wanted(NamedTuple):
    filed: FiledLeaf
    sent: Sent


def export_json(record: Record, *, with_history: bool = False) -> bytes:
    """Everything that this door opens, in the order it was written; with history, earlier versions too.

    Leaves that could not be read are named in the file. Raises `NoDoor` for a history through a door.
    """
    heads = [leaf for leaf in record.leaves(Fact) if not isinstance(leaf.fact, Import)]
    leaves = _with_earlier(record, heads) if with_history else heads
    unread = [Unread(one.leaf_id, one.reason) for one in record.unreadable]
    return file_of([filed(leaf) for leaf in leaves], unread, with_history=with_history)


def import_json(record: Record, content: bytes) -> ImportReport:
    """Takes a file in, all of it or nothing; a leaf that does not fit is named and leaves the others be.

    Ids are kept, so that the same file twice changes nothing. Leaves of an import that was taken back come in
    under new keyed ids, since what was erased stays erased. Raises `ExchangeError` when the file is not ours.
    """
    leaves = read_file(content).leaves
    with transaction.atomic():
        here = _Here.of(record)
        wanted, refused = _sorted_out(record, here, leaves)
        new = [one for one in wanted if not here.has(one.sent)]
        outcomes = record.put_many([one.sent for one in new])
        weighed = list(zip(new, outcomes, strict=True))
        import_id = _remember(record, weighed, here.heads)
    counted = Counter(outcomes)
    refused += [_not_taken(one, outcome) for one, outcome in weighed if outcome.was_refused]
    return ImportReport(
        import_id,
        counted[Outcome.NEW],
        counted[Outcome.SAME] + len(wanted) - len(new),
        counted[Outcome.SECOND_HEAD],
        tuple(refused),
    )


def undo_import(record: Record, import_id: UUID) -> None:
    """Takes an import back: what it brought is erased, what it changed is as before. Raises `UnknownImport`."""
    pieces = [leaf for leaf in _imports(record) if leaf.fact.import_id == import_id.hex]
    if not any(leaf.fact.state is ImportState.IN for leaf in pieces):
        raise UnknownImport
    with transaction.atomic():
        for piece in pieces:
            _take_back(record, piece.fact)
            gone = msgspec.structs.replace(piece.fact, state=ImportState.TAKEN_BACK)
            record.put(gone, leaf_id=piece.id, follows=[piece.version])


def _with_earlier(record: Record, heads: Sequence[Leaf[Fact]]) -> list[Leaf[Fact]]:
    """All versions in the order they were written. Those that were set apart in another drawer stay there."""
    drawers = {leaf.id: leaf.drawer for leaf in heads}
    every = (version for leaf_id in drawers for version in record.history(leaf_id))
    return sorted((one for one in every if one.drawer is drawers[one.id]), key=lambda leaf: leaf.sequence)


class _Here(NamedTuple):
    """What stands in the record before an import: its versions, and the head of each leaf."""

    facts: Mapping[UUID, Fact]
    heads: Mapping[UUID, UUID]
    versions: Set[UUID]

    @classmethod
    def of(cls, record: Record) -> "_Here":
        leaves = list(record.leaves(Fact))
        followed = {version for leaf in leaves for version in leaf.follows}
        facts = {leaf.version: leaf.fact for leaf in leaves}
        return cls(facts, {leaf.id: leaf.version for leaf in leaves}, followed | facts.keys())

    def has(self, sent: Sent) -> bool:
        """Whether it is here already, equal as a value: a file writes 2 where a record may hold 2.0."""
        return sent.version_id is not None and self.facts.get(sent.version_id) == sent.fact


def _sorted_out(record: Record, here: _Here, leaves: Sequence[FiledLeaf]) -> tuple[list[_Wanted], list[NotTaken]]:
    called = _Names(record)
    wanted: list[_Wanted] = []
    refused: list[NotTaken] = []
    known = set(here.versions)
    coming: set[UUID] = set()
    for leaf in leaves:
        sent = WhyNotTaken.REPEATED if leaf.version in coming else _sent(called, leaf, known)
        if isinstance(sent, WhyNotTaken):
            refused.append(NotTaken(leaf.id, leaf.kind, sent))
            continue
        wanted.append(_Wanted(leaf, sent))
        coming.add(leaf.version)
        known.update({sent.version_id} if sent.version_id else ())
    return wanted, refused


def _sent(called: "_Names", leaf: FiledLeaf, known: Set[UUID]) -> Sent | WhyNotTaken:
    """The leaf on its way in. It follows those earlier versions that are here or come with it."""
    fact = fact_in(leaf)
    if fact is None or isinstance(fact, Import):
        return WhyNotTaken.UNREADABLE
    if leaf.drawer not in {fact.drawer.name.lower(), Drawer.OWN.name.lower()}:
        return WhyNotTaken.WRONG_DRAWER
    drawer = Drawer[leaf.drawer.upper()]
    version_id = called.here(leaf.version, leaf.id, drawer)
    follows = tuple(name for one in leaf.follows if (name := called.here(one, leaf.id, drawer)) in known)
    return Sent(fact, called.here(leaf.id, leaf.id, drawer), version_id, follows, drawer)


class _Names:
    """What ids of a file are called here: the same, unless the leaf came before and was taken back."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._taken_back = Counter(
            leaf_id
            for leaf in _imports(record)
            if leaf.fact.state is ImportState.TAKEN_BACK
            for leaf_id in unpacked(leaf.fact.added)
        )

    def here(self, name: UUID, leaf_id: UUID, drawer: Drawer) -> UUID:
        times = self._taken_back[leaf_id]
        if not times:
            return name
        return self._record.keyed_id(b"import %d " % times + name.bytes, drawer)


def _remember(record: Record, weighed: Sequence[tuple[_Wanted, Outcome]], before: Mapping[UUID, UUID]) -> UUID | None:
    """Keeps which leaves came, so that they can be taken back; nothing came, nothing is kept."""
    taken = {Outcome.NEW, Outcome.SECOND_HEAD}
    came = {one.sent.leaf_id: one.filed.id for one, outcome in weighed if outcome in taken if one.sent.leaf_id}
    if not came:
        return None
    import_id = uuid.uuid4()
    ids = list(came)
    for start in range(0, len(ids), LEAVES_A_PIECE):
        record.put(_piece(import_id, ids[start : start + LEAVES_A_PIECE], came, before))
    return import_id


def _piece(import_id: UUID, ids: Sequence[UUID], came: dict[UUID, UUID], before: Mapping[UUID, UUID]) -> Import:
    added = [one for one in ids if one not in before]
    changed = [one for one in ids if one in before]
    return Import(
        import_id=import_id.hex,
        added=packed([came[one] for one in added]),
        added_as=packed(added),
        changed=packed(changed),
        before=packed([before[one] for one in changed]),
    )


def _imports(record: Record) -> list[Leaf[Import]]:
    return list(record.leaves(Import))


def _take_back(record: Record, piece: Import) -> None:
    for leaf_id in unpacked(piece.added_as):
        try:
            record.remove(leaf_id)
        except LeafError:
            continue  # erased by the person meanwhile: that is how they want it
    for leaf_id, version in zip(unpacked(piece.changed), unpacked(piece.before), strict=True):
        _put_back(record, leaf_id, version)


def _put_back(record: Record, leaf_id: UUID, version: UUID) -> None:
    try:
        heads = record.heads(leaf_id)
        before = next(leaf for leaf in record.history(leaf_id) if leaf.version == version)
    except LeafError:
        return  # erased by the person meanwhile
    record.put(before.fact, leaf_id=leaf_id, follows=[head.version for head in heads])


def _not_taken(one: _Wanted, outcome: Outcome) -> NotTaken:
    whys = {Outcome.ERASED: WhyNotTaken.ERASED, Outcome.CHANGED_UNDER_ITS_ID: WhyNotTaken.CHANGED}
    return NotTaken(one.filed.id, one.filed.kind, whys.get(outcome, WhyNotTaken.UNREADABLE))


def _reason(why: WhyNotTaken) -> str:
    return {
        WhyNotTaken.UNREADABLE: _("this version of Vado cannot read it"),
        WhyNotTaken.WRONG_DRAWER: _("it names a drawer where it does not belong"),
        WhyNotTaken.REPEATED: _("it stands in the file twice"),
        WhyNotTaken.ERASED: _("it was erased here, and stays erased"),
        WhyNotTaken.CHANGED: _("it is here with other words; those here are kept"),
    }[why]
