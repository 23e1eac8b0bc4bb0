"""The handle on an open record: it knows who asks. The rooms above take one of these, never a person's id."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar, cast
from uuid import UUID

from django.db import transaction

from vado.record import doorkeeping, ledger, version_rows
from vado.record.admission import Admission, visit_of
from vado.record.batch import Taken, take_in
from vado.record.doors import Actor, Consent, Door, Purpose
from vado.record.drawers import DrawerSet
from vado.record.errors import NoDoor, ReadOnlyDoor, UnknownLeaf
from vado.record.facts import Drawer, Fact
from vado.record.hold import Hold
from vado.record.keys_in_hand import KeysInHand
from vado.record.leaves import Leaf, UnreadableLeaf, Wanted, fact_of, leaf_of, opened, opened_one
from vado.record.reading import heads_of, rows_of, rows_since, wanted_of
from vado.record.resealing import reseal
from vado.record.shared_writing import refuse_other_writing
from vado.record.visits import Act, Visit, visits_of
from vado.record.writing import Outcome, Sent, refusal_of

F = TypeVar("F", bound=Fact)


class Changes(NamedTuple):
    """What is new since a cursor: leaves, leaves that are there no more, and the next cursor."""

    leaves: list[Leaf[Fact]]
    removed: list[UUID]
    cursor: int


class Record:
    """An open record. Made by `create_record`, `open_record`, `open_to_write` and `open_many`, never directly.

    A write made outside `open_to_write` takes the record's row, looks at the door afresh and commits by itself.
    """

    def __init__(self, hold: Hold) -> None:
        self._hold = hold
        self._unreadable: list[UnreadableLeaf] = []

    @property
    def actor(self) -> Actor:
        """Who has opened it."""
        return self._hold.actor

    @property
    def now(self) -> dt.datetime:
        """When it was opened."""
        return self._hold.now

    @property
    def id(self) -> UUID:
        """The record's id."""
        return self._admission.row.id

    @property
    def purpose(self) -> Purpose:
        """What it was opened for."""
        return self._admission.terms.purpose

    @property
    def is_own(self) -> bool:
        """Whether the person whose record it is has opened it."""
        return self.purpose is Purpose.OWN

    @property
    def may_write(self) -> bool:
        """Whether anything can be written here: by the person, or through a door that they opened for writing too."""
        return self.is_own or self._admission.terms.may_write

    @property
    def drawers(self) -> frozenset[Drawer]:
        """The drawers that this door opens."""
        return self._admission.drawers.drawers

    @property
    def opens_until(self) -> dt.datetime | None:
        """When this door closes by itself; None where it stays open until it is closed."""
        return self._admission.terms.opens_until

    @property
    def visits_count(self) -> int:
        """How many visits the record has had, this one included."""
        return self._admission.row.visits_count

    @property
    def unreadable(self) -> tuple[UnreadableLeaf, ...]:
        """Leaves met so far that are there and could not be read: tampered with, or written by a later Vado."""
        return tuple(dict.fromkeys(self._unreadable))

    # -- reading

    def leaves(
        self, kinds: type[F] | tuple[type[F], ...], since: dt.date | None = None, until: dt.date | None = None
    ) -> Iterator[Leaf[F]]:
        """The leaves of these kinds in the order they were written, heads only; `Fact` stands for every kind.

        With both dates, opens only the months between them. A leaf that does not open is left out and named in
        `unreadable`. Facts that belong to no day ignore the dates.
        """
        wanted = wanted_of(kinds, since, until)
        rows = rows_of(self._keys, wanted)
        return cast("Iterator[Leaf[F]]", opened(self._keys, rows, wanted, self._unreadable))

    def leaf(self, leaf_id: UUID) -> Leaf[Fact]:
        """One leaf; of two heads the last one. Raises `LeafGone`, `UnknownLeaf`, `TamperedLeaf` or `NewerShape`."""
        return self.heads(leaf_id)[-1]

    def heads(self, leaf_id: UUID) -> list[Leaf[Fact]]:
        """The heads of a leaf: more than one when it was edited twice at once. Raises what `leaf` raises."""
        heads = heads_of(self._keys, leaf_id)
        return [opened_one(self._keys, row, len(heads)) for row in heads]

    def heads_of(self, kinds: type[F] | tuple[type[F], ...], leaf_id: UUID) -> list[Leaf[F]]:
        """The heads of a leaf of these kinds; one of another kind raises `UnknownLeaf` like one that is not there."""
        heads = self.heads(leaf_id)
        if not all(isinstance(head.fact, kinds) for head in heads):
            raise UnknownLeaf(leaf_id)
        return cast("list[Leaf[F]]", heads)

    def history(self, leaf_id: UUID) -> list[Leaf[Fact]]:
        """Every version of a leaf, oldest first, for the person alone: raises `NoDoor` through a door."""
        self._for_the_person()
        heads = len(heads_of(self._keys, leaf_id))
        rows = version_rows.versions_of_leaves(self.id, [leaf_id])
        return [opened_one(self._keys, row, heads) for row in rows]

    def since(self, cursor: int) -> Changes:
        """What changed after a cursor (0 at first). The sequence is taken under the record's lock: none is missed."""
        rows, gone = rows_since(self._keys, cursor)
        last = max([cursor, *(row.sequence for row in rows), *(sequence for _leaf, sequence in gone)])
        alive = {row.leaf_id for row in rows}
        if self.is_own and gone:
            known = version_rows.versions_of_leaves(self.id, [leaf for leaf, _sequence in gone])
            alive |= {row.leaf_id for row in known}
        leaves = list(opened(self._keys, rows, Wanted(()), self._unreadable))
        return Changes(leaves, [leaf for leaf, _sequence in gone if leaf.bytes not in alive], last)

    def keyed_id(self, source: bytes, drawer: Drawer) -> UUID:
        """An id for an imported row: the same for the same source, and telling nothing without the drawer's key."""
        return self._admission.drawers.keyed_id(source, drawer)

    # -- writing

    def put(
        self,
        fact: F,
        *,
        leaf_id: UUID | None = None,
        follows: Iterable[UUID] = (),
        version_id: UUID | None = None,
        drawer: Drawer | None = None,
    ) -> Leaf[F]:
        """Keeps a fact: a new leaf, or with `leaf_id` and `follows` (the heads that were seen) an edit of one.

        Sending the same `version_id` twice changes nothing. A new leaf goes to the fact's drawer, or to
        `Drawer.OWN`. Through a door that may write, facts of shared writing alone, and never over another kind.
        Raises `UnfitFact`, `LeafGone`, `UnknownLeaf`, `ChangedUnderItsId`, `NewerShape`, `TamperedLeaf`,
        `ReadOnlyDoor`, `NoDoor` (the door was closed meanwhile).
        """
        sent = Sent(fact, leaf_id, version_id, tuple(follows), drawer)
        taken = self._take_in([sent])[0]
        if taken.row is None:
            raise refusal_of(taken.place.outcome, sent)
        return cast("Leaf[F]", leaf_of(taken.row, fact, taken.place.heads))

    def put_over(self, before: Leaf[F] | None, now: F) -> None:
        """Keeps a fact in the place of one that was read, or as the first; one that is the same leaves no version."""
        if before is None:
            self.put(now)
        elif before.fact != now:
            self.put(now, leaf_id=before.id, follows=[before.version])

    def put_many(self, batch: Sequence[Sent]) -> list[Outcome]:
        """Keeps many facts in one insert and tells what became of each; one that is refused does not sink the rest."""
        return [taken.place.outcome for taken in self._take_in(batch)]

    def settle(self, heads: Sequence[Leaf[F]], version: str, *, keeps_all: bool = False) -> Leaf[F]:
        """Of edits made at once the one of this version (hex) follows all; with `keeps_all` the others become leaves.

        Those go to "only me" where they stood there. A version that is no head, or no more, settles nothing: nobody
        has chosen among those that stand. Gives the leaf that was chosen; raises what `put` raises.
        """
        named = next((head for head in heads if head.version.hex == version), None)
        chosen = named or heads[-1]
        if len(heads) == 1 or (named is None and not keeps_all):
            return chosen
        with self._hold.writing():
            for other in heads:
                if keeps_all and other is not chosen:
                    self.put(other.fact, drawer=Drawer.OWN if other.drawer is Drawer.OWN else None)
            self.put(chosen.fact, leaf_id=chosen.id, follows=[head.version for head in heads])
        return chosen

    def remove(self, leaf_id: UUID) -> None:
        """Erases a leaf and its versions, for the person alone; a tombstone keeps it from coming back.

        Raises `LeafGone`, `UnknownLeaf`, and `ReadOnlyDoor` through any door.
        """
        if not self.is_own:
            raise ReadOnlyDoor
        with self._hold.writing():
            drawer = heads_of(self._keys, leaf_id)[-1].drawer
            version_rows.delete_versions(self.id, leaf_id)
            version_rows.insert_tombstone(self.id, leaf_id, drawer, self._hold.take_sequences(1))
            transaction.on_commit(lambda: ledger.note_leaf(self.id, leaf_id))

    def move(self, leaf_id: UUID, drawer: Drawer) -> Leaf[Fact]:
        """Takes a leaf with all its versions into another drawer, `Drawer.OWN` or back; for the person alone.

        Through any other door it is gone at the next request. Raises what `leaf` raises, and `NoDoor`.
        """
        self._for_the_person()
        with self._hold.writing():
            before = heads_of(self._keys, leaf_id)[-1].drawer
            if before != drawer:
                rows = version_rows.versions_of_leaves(self.id, [leaf_id])
                reseal(self._keys, rows, drawer, itertools.count(self._hold.take_sequences(len(rows))))
                self._mark_moved(leaf_id, before, drawer)
            return self.leaf(leaf_id)

    def keep_mine(self, leaf_id: UUID, own: Iterable[Fact], without: Callable[[Fact], Fact]) -> None:
        """Keeps a part of an entry for the person alone: `own` goes to the drawer "only me", the rest stays.

        Every head stays a head, as `without` leaves it: of two edits at once neither is lost and neither tells it.
        The earlier versions, which still tell it, go to "only me" as well. Raises what `move` raises.
        """
        self._for_the_person()
        with self._hold.writing():
            reduced = [(UUID(bytes=row.id), without(fact_of(self._keys, row))) for row in heads_of(self._keys, leaf_id)]
            earlier = version_rows.versions_of_leaves(self.id, [leaf_id])
            for fact in own:
                self.put(fact, drawer=Drawer.OWN)
            for head, fact in reduced:
                self.put(fact, leaf_id=leaf_id, follows=[head])
            # They are nobody's heads any more: their place in the order stays.
            reseal(self._keys, earlier, Drawer.OWN, [row.sequence for row in earlier])

    # -- doors and visits, for the person alone

    def make_invitation(
        self,
        drawers: Iterable[Drawer],
        purpose: Purpose,
        consent: Consent,
        opens_until: dt.datetime | None,
        *,
        now: dt.datetime,
        may_write: bool = False,
    ) -> str:
        """A code of eight letters, good once and for 48 hours, that lets its bearer make a door to these drawers.

        With `may_write` facts of shared writing may be written through that door, and no other. Raises
        `OwnDrawerClosed` when the drawer "only me" is named, `NoDoor` through a door.
        """
        self._for_the_person()
        terms = doorkeeping.terms_of(purpose, drawers, consent, opens_until, now, may_write=may_write)
        with self._hold.writing():
            code = doorkeeping.invite(self._admission, terms, now)
            self._hold.note(Visit(self.actor.id, Act.INVITED, purpose, now, terms.drawers))
            return code

    def doors(self) -> list[Door]:
        """Every door to this record that is or was, with its consent; raises `NoDoor` through a door."""
        self._for_the_person()
        return doorkeeping.doors_of(self._admission, self.now)

    def close_door(self, door_id: UUID, *, now: dt.datetime) -> None:
        """Takes a door's keys away and rolls the drawers' keys; at work at the next request. Raises `NoDoor`."""
        self._for_the_person()
        with self._hold.writing():
            self._hold.admission = doorkeeping.close(self._admission, self.actor, door_id, now)

    def visits(self) -> list[Visit]:
        """Who has been here, newest first; raises `NoDoor` through a door."""
        self._for_the_person()
        keys = KeysInHand().visits
        return visits_of(keys, keys.pseudonym(self.id))

    def erase(self, *, now: dt.datetime) -> None:
        """Destroys the record: its doors, keys, leaves and tombstones. The chain of visits stays, naming nobody."""
        from vado.record.erasure import erase_record

        self._for_the_person()
        erase_record(self.id, visit_of(self._admission, self.actor, Act.ERASED, now), now)

    # -- inside this room

    @property
    def _admission(self) -> Admission:
        return self._hold.admission

    @property
    def _keys(self) -> DrawerSet:
        return self._hold.admission.drawers

    def _take_in(self, batch: Sequence[Sent]) -> list[Taken]:
        with self._hold.writing():
            self._note_shared_writing(batch)
            first = self._admission.row.next_sequence
            taken, following = take_in(self._keys, self._admission.gate, first, batch)
            self._hold.take_sequences(following - first)
            return taken

    def _note_shared_writing(self, batch: Sequence[Sent]) -> None:
        """What comes through a door is looked at here, and nowhere else; the person sees that it was written."""
        if self.is_own:
            return
        refuse_other_writing(self._keys, self.id, batch)
        self._hold.note(visit_of(self._admission, self.actor, Act.WROTE, self.now))

    def _mark_moved(self, leaf_id: UUID, before: int, drawer: Drawer) -> None:
        """For readers of the drawer it left, a moved leaf is gone like an erased one."""
        if drawer is Drawer.OWN:
            version_rows.insert_tombstone(self.id, leaf_id, before, self._hold.take_sequences(1))
        else:
            version_rows.delete_tombstone(self.id, leaf_id)

    def _for_the_person(self) -> None:
        if not self.is_own:
            raise NoDoor
