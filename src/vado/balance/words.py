"""The words of the balance, in the language of the page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vado.balance.facts import Field, Kind, Whom
from vado.balance.rules import Item, Move, Moved

KIND_NAMES: Mapping[Kind, str | Promise] = {
    Kind.BENEFIT: gettext_lazy("What it gives"),
    Kind.HARM: gettext_lazy("What it costs"),
}
WHOM_NAMES: Mapping[Whom, str | Promise] = {
    Whom.ME: gettext_lazy("to me"),
    Whom.PEOPLE: gettext_lazy("to my people"),
    Whom.COMMUNITY: gettext_lazy("to the community"),
}
PROMPTS: Mapping[Whom, str | Promise] = {
    Whom.ME: gettext_lazy("Body, mind, money, law, work or study, home, sex, freedom."),
    Whom.PEOPLE: gettext_lazy("Partner, children, parents, friends."),
    Whom.COMMUNITY: gettext_lazy("Neighbours, traffic, public life."),
}
FIELD_NAMES: Mapping[Field, str | Promise] = {
    Field.STAY_GOOD: gettext_lazy("Good about staying as it is"),
    Field.CHANGE_GOOD: gettext_lazy("Good about changing"),
    Field.STAY_LESS: gettext_lazy("Less good about staying"),
    Field.CHANGE_LESS: gettext_lazy("Less good about changing"),
}
MATTERS_NAMES: Mapping[int, str | Promise] = {
    0: gettext_lazy("hardly"),
    1: gettext_lazy("a little"),
    2: gettext_lazy("somewhat"),
    3: gettext_lazy("a lot"),
    4: gettext_lazy("very much"),
}


def moved_sentence(item: Item, moved: Moved) -> str:
    """What moved, in one sentence about one item."""
    said = {"words": item.words}
    if moved.move is Move.CAME:
        return _("New: %(words)s.") % said
    if moved.move is Move.WENT:
        return _("No longer there: %(words)s.") % said
    if moved.move is Move.MORE:
        return _("Matters more than then: %(words)s.") % said
    return _("Matters less than then: %(words)s.") % said
