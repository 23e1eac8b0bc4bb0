"""Holding a record to write in it: its row is taken, the door is looked at afresh, what changed is saved at the end."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from vado.record import record_rows
from vado.record.admission import Admission, admit, noted
from vado.record.doors import Actor, Purpose
from vado.record.errors import ReadOnlyDoor
from vado.record.visits import Visit


class Hold:
    """Somebody who is in, and what they have changed so far in the record's own row."""

    def __init__(self, actor: Actor, admission: Admission, now: dt.datetime) -> None:
        self.actor = actor
        self.now = now
        self.admission = admission
        self._stored_row = admission.row
        self._is_held = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """To the end of the block the record is held, in a transaction of its own unless it is held already."""
        terms = self.admission.terms
        if not (terms.purpose is Purpose.OWN or terms.may_write):
            raise ReadOnlyDoor
        if self._is_held:
            yield
            return
        record_id = self.admission.row.id
        with transaction.atomic(), self.held(admit(self.actor, record_id, terms.purpose, self.now, lock=True)):
            yield

    @contextmanager
    def held(self, admission: Admission) -> Iterator[None]:
        """Goes on with an admission that has taken the record's row."""
        self.admission = admission
        self._stored_row = admission.row
        self._is_held = True
        try:
            yield
            self._save()
        finally:
            self._is_held = False

    def note(self, visit: Visit) -> None:
        """Adds a visit to the chain."""
        row = noted(self.admission.keys, self.admission.row, self.admission.gate, visit)
        self.admission = self.admission._replace(row=row)

    def take_sequences(self, count: int) -> int:
        """The first of so many places in the record's order."""
        first = self.admission.row.next_sequence
        row = self.admission.row._replace(next_sequence=first + count)
        self.admission = self.admission._replace(row=row)
        return first

    def _save(self) -> None:
        if self.admission.row != self._stored_row:
            record_rows.update_records([self.admission.row])
            self._stored_row = self.admission.row
