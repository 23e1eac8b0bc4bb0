"""Who reads a drawer now: said beside what is written, before it is written."""

from vado.people.staff_names import names_of
from vado.record import Drawer, Record


def readers_of(record: Record, drawer: Drawer) -> list[str]:
    """The names of those whose open door shows this drawer; for the person alone, else nobody is named."""
    if not record.is_own:
        return []
    doors = [door for door in record.doors() if door.is_open and not door.is_own and drawer in door.drawers]
    names = names_of({door.actor for door in doors})
    return sorted({names[door.actor] for door in doors if door.actor in names})
