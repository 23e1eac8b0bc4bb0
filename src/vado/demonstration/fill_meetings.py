"""Meetings into the records of the demonstration: the person writes theirs, the therapist writes through the door."""

import datetime as dt
from uuid import UUID

from vado.demonstration.meetings import meetings_of
from vado.demonstration.stories import Story
from vado.meetings.facts import Writer
from vado.record import Actor, Purpose, open_to_write
from vado.record.writing import Sent


def fill_meetings(story: Story, record_id: UUID, person: Actor, therapist: Actor, now: dt.datetime) -> None:
    """Writes what belongs to the meetings of that person; through the door of the therapist where there is one."""
    kept = meetings_of(story, now.date())
    writers = ((Writer.PERSON, person, Purpose.OWN), (Writer.THERAPIST, therapist, Purpose.CARE))
    for writer, actor, purpose in writers:
        batch = [Sent(each.fact, each.leaf_id) for each in kept if each.by is writer]
        if batch:
            with open_to_write(actor, record_id, purpose, now=now) as record:
                record.put_many(batch)
