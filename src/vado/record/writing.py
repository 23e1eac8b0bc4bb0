"""What a write comes to, decided from values: new, the same, a second head, refused or erased."""

import enum
import uuid
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from vado.record.drawers import DrawerSet, month_of
from vado.record.encoding import encode_fact, header_of
from vado.record.errors import ChangedUnderItsId, LeafGone, NewerShape, TamperedLeaf, UnfitFact, UnknownLeaf
from vado.record.facts import DRAWERS, Drawer, Fact, fact_type_of
from vado.record.leaves import fact_of, heads_among, plain_of
from vado.record.version_rows import NewVersion, VersionRow


class Sent(NamedTuple):
    """A fact on its way into the record, with the ids that make sending it twice harmless."""

    fact: Fact
    leaf_id: UUID | None = None
    version_id: UUID | None = None
    follows: tuple[UUID, ...] = ()
    drawer: Drawer | None = None  # `Drawer.OWN` for a new leaf that is for the person alone


class Outcome(enum.StrEnum):
    """What became of one fact."""

    NEW = "new"
    SAME = "same"
    SECOND_HEAD = "second_head"
    CHANGED_UNDER_ITS_ID = "changed_under_its_id"
    UNKNOWN_LEAF = "unknown_leaf"
    NEWER_SHAPE = "newer_shape"
    TAMPERED = "tampered"
    UNFIT = "unfit"
    ERASED = "erased"

    @property
    def was_refused(self) -> bool:
        """Whether the fact was not taken in."""
        return self not in {Outcome.NEW, Outcome.SAME, Outcome.SECOND_HEAD}


class Place(NamedTuple):
    """The outcome, and where the fact goes when it is taken in."""

    outcome: Outcome
    drawer: Drawer
    heads: int = 1


def weigh(drawers: DrawerSet, sent: Sent, plain: bytes, known: Sequence[VersionRow], *, is_buried: bool) -> Place:
    """What becomes of a fact beside the known versions of its leaf (all of them, oldest first)."""
    drawer = sent.drawer or sent.fact.drawer
    twin = next((row for row in known if sent.version_id and row.id == sent.version_id.bytes), None)
    if twin is not None:
        return Place(_twin_outcome(drawers, sent, plain, twin), DRAWERS[twin.drawer])
    heads = [row for row in heads_among(known) if row.drawer in drawers.drawers]
    if not heads:
        return Place(_first_outcome(sent, drawers, drawer, is_buried=is_buried or bool(known)), drawer)
    return _beside(drawers, sent, known, heads)


def new_version(
    drawers: DrawerSet, sent: Sent, plain: bytes, drawer: Drawer, generation: int, sequence: int
) -> NewVersion:
    """The sealed row of a fact that is taken in."""
    leaf_id, version_id = sent.leaf_id or uuid.uuid4(), sent.version_id or uuid.uuid4()
    follows = b"".join(one.bytes for one in sent.follows)
    lived = sent.fact.lived()
    return NewVersion(
        record_id=drawers.record_id,
        id=version_id,
        leaf_id=leaf_id,
        drawer=drawer,
        generation=generation,
        sequence=sequence,
        month=drawers.month_token(drawer, month_of(lived.on if lived else None)),
        follows=follows,
        is_followed=False,
        sealed=drawers.seal_version(drawer, generation, leaf_id.bytes, version_id.bytes, follows, plain),
    )


def as_known(version: NewVersion) -> VersionRow:
    """A version that was written a moment ago, as it would be read."""
    return VersionRow(
        version.id.bytes,
        version.leaf_id.bytes,
        version.drawer,
        version.generation,
        version.sequence,
        version.follows,
        version.is_followed,
        False,
        version.sealed,
    )


def _twin_outcome(drawers: DrawerSet, sent: Sent, plain: bytes, twin: VersionRow) -> Outcome:
    if twin.drawer not in drawers.drawers or (sent.leaf_id and twin.leaf_id != sent.leaf_id.bytes):
        return Outcome.CHANGED_UNDER_ITS_ID
    try:
        is_same = plain_of(drawers, twin) == plain or encode_fact(fact_of(drawers, twin)) == plain
    except TamperedLeaf:
        return Outcome.TAMPERED
    except NewerShape:
        return Outcome.CHANGED_UNDER_ITS_ID
    return Outcome.SAME if is_same else Outcome.CHANGED_UNDER_ITS_ID


def _first_outcome(sent: Sent, drawers: DrawerSet, drawer: Drawer, *, is_buried: bool) -> Outcome:
    if is_buried:
        return Outcome.ERASED
    return Outcome.UNKNOWN_LEAF if sent.follows or drawer not in drawers.drawers else Outcome.NEW


def _beside(drawers: DrawerSet, sent: Sent, known: Sequence[VersionRow], heads: Sequence[VersionRow]) -> Place:
    drawer = DRAWERS[heads[-1].drawer]
    named = {one.bytes for one in sent.follows}
    if not named <= {row.id for row in known}:
        return Place(Outcome.UNKNOWN_LEAF, drawer)
    refused = _refusal_of_edit(drawers, [row for row in heads if row.id in named])
    if refused is not None:
        return Place(refused, drawer)
    left = sum(row.id not in named for row in heads)
    return Place(Outcome.SECOND_HEAD if left else Outcome.NEW, drawer, left + 1)


def _refusal_of_edit(drawers: DrawerSet, edited: Sequence[VersionRow]) -> Outcome | None:
    try:
        headers = [header_of(plain_of(drawers, row)) for row in edited]
    except TamperedLeaf:
        return Outcome.TAMPERED
    is_newer = any((known := fact_type_of(kind)) is None or shape > known.shape for kind, shape in headers)
    return Outcome.NEWER_SHAPE if is_newer else None


def refusal_of(outcome: Outcome, sent: Sent) -> Exception:
    """What is raised where one fact alone was refused."""
    leaf_id = sent.leaf_id or uuid.UUID(int=0)
    if outcome is Outcome.UNFIT:
        return UnfitFact()
    if outcome is Outcome.NEWER_SHAPE:
        return NewerShape(leaf_id, sent.fact.kind, sent.fact.shape)
    kinds = {
        Outcome.ERASED: LeafGone,
        Outcome.CHANGED_UNDER_ITS_ID: ChangedUnderItsId,
        Outcome.TAMPERED: TamperedLeaf,
        Outcome.UNKNOWN_LEAF: UnknownLeaf,
    }
    return kinds[outcome](leaf_id)
