"""What happened at a record, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.record.visits import Act, Visit

ACTS: dict[Act, str | Promise] = {
    Act.CREATED: _("began this record"),
    Act.BROUGHT_IN: _("brought this record in and opened a door to it"),
    Act.OPENED: _("came in"),
    Act.LISTED: _("saw the record in a list"),
    Act.WROTE: _("wrote something of the two of you"),
    Act.REFUSED: _("tried to come in and could not"),
    Act.INVITED: _("made an invitation"),
    Act.DOOR_OPENED: _("opened a door"),
    Act.DOOR_CLOSED: _("closed a door"),
    Act.ASKED_FOR_WORDS: _("asked somebody for words"),
    Act.WORDS_LEFT: _("left words for you"),
    Act.EXPORTED: _("took a copy of everything"),
    Act.RESTORED: _("gave access back, with the person present"),
    Act.ERASED: _("erased this record"),
}


def act_words(visit: Visit) -> str | Promise:
    """What this visit was."""
    return ACTS[visit.act]
