"""The tables of the record. Only ids, counters and sealed bytes stand in them.

Nothing outside this room reads them; the hot paths use `record_rows.py` and `version_rows.py`.
"""

import uuid
from typing import ClassVar

from django.db import models


class StoredRecord(models.Model):
    """One record. Whoever writes to it takes this row first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    next_sequence = models.BigIntegerField(default=1)
    visits_count = models.IntegerField(default=0)
    visits_head = models.BinaryField()
    gate = models.BinaryField()  # sealed and bound to visits_count: live doors, generations, sign-ins seen, refusals

    class Meta:
        db_table = "record_record"


class StoredDoor(models.Model):
    """A right to come in. Its terms are sealed; the recipient's kind and key epoch tell under which key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="stored_doors")
    actor = models.UUIDField(db_index=True)
    recipient = models.SmallIntegerField(default=1)  # 1 the practice's key; 2 is kept for a user's own key
    epoch = models.IntegerField()
    terms = models.BinaryField()

    class Meta:
        db_table = "record_door"


class Wrap(models.Model):
    """One drawer key of one generation, sealed for one door."""

    pk = models.CompositePrimaryKey("door_id", "drawer", "generation")
    door = models.ForeignKey(StoredDoor, models.CASCADE, related_name="wraps")
    drawer = models.SmallIntegerField()
    generation = models.IntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "record_wrap"


class Version(models.Model):
    """One sealed version of a leaf. `month` is a keyed hash; a later version that names this one sets `is_followed`."""

    pk = models.CompositePrimaryKey("record_id", "id")
    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="versions")
    id = models.UUIDField()
    leaf_id = models.UUIDField()
    drawer = models.SmallIntegerField()
    generation = models.IntegerField()
    sequence = models.BigIntegerField()
    month = models.BinaryField(max_length=8)
    follows = models.BinaryField(default=b"")  # ids of the versions that this one follows, 16 bytes each
    is_followed = models.BooleanField(default=False)
    is_one_of_several = models.BooleanField(default=False)  # another head of the leaf stands beside it
    sealed = models.BinaryField()

    class Meta:
        db_table = "record_version"
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "sequence"], name="record_version_sequence")]
        indexes: ClassVar = [
            models.Index(fields=["month"], name="record_version_month"),
            models.Index(fields=["record", "leaf_id"], name="record_version_leaf"),
        ]


class Tombstone(models.Model):
    """A leaf that is no longer in that drawer: erased, or taken where this drawer's readers cannot see it."""

    pk = models.CompositePrimaryKey("record_id", "leaf_id")
    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="tombstones")
    leaf_id = models.UUIDField()
    drawer = models.SmallIntegerField()
    sequence = models.BigIntegerField()

    class Meta:
        db_table = "record_tombstone"


class StoredVisit(models.Model):
    """One visit in the chain of one record. No foreign key: erasing the record leaves the chain."""

    pk = models.CompositePrimaryKey("pseudonym", "n")
    pseudonym = models.UUIDField()
    n = models.IntegerField()
    sealed = models.BinaryField()
    mac = models.BinaryField()

    class Meta:
        db_table = "record_visit"


class HouseKey(models.Model):
    """A random key of the house, wrapped under the practice key of that epoch."""

    name = models.CharField(primary_key=True, max_length=40)
    epoch = models.IntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "record_house_key"


class StoredInvitation(models.Model):
    """Drawer keys waiting behind a code. Found by a keyed hash of the code, opened by the code itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="invitations")
    lookup = models.BinaryField(max_length=32, unique=True)
    sealed = models.BinaryField()
    told = models.BinaryField(default=b"")  # the same terms without any key, sealed for the person's own page

    class Meta:
        db_table = "record_invitation"


class StoredLetterBox(models.Model):
    """A box for one letter. The code puts a letter in and never opens it; the person's own drawer opens it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record = models.ForeignKey(StoredRecord, models.CASCADE, related_name="letter_boxes")
    lookup = models.BinaryField(max_length=32, unique=True)
    slot = models.BinaryField()  # behind the code: the key that seals a letter, until it was used
    generation = models.IntegerField()  # of the drawer's key that seals the opener
    opener = models.BinaryField()  # for the person: whom they asked, and the key that opens the letter
    letter = models.BinaryField(default=b"")

    class Meta:
        db_table = "record_letter_box"
