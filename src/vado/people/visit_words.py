"""What happened at a record, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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


MY_ACTS: dict[Act, str | Promise] = {
    Act.CREATED: pgettext_lazy("you", "began this record"),
    Act.BROUGHT_IN: pgettext_lazy("you", "brought this record in and opened a door to it"),
    Act.OPENED: pgettext_lazy("you", "came in"),
    Act.INVITED: pgettext_lazy("you", "made an invitation"),
    Act.DOOR_OPENED: pgettext_lazy("you", "opened a door"),
    Act.DOOR_CLOSED: pgettext_lazy("you", "closed a door"),
    Act.ASKED_FOR_WORDS: pgettext_lazy("you", "asked somebody for words"),
    Act.EXPORTED: pgettext_lazy("you", "took a copy of everything"),
}


def act_words(visit: Visit, *, is_mine: bool = False) -> str | Promise:
    """What this visit was. What the reader did is said to them: in Spanish the verb is another."""
    return (is_mine and MY_ACTS.get(visit.act)) or ACTS[visit.act]
