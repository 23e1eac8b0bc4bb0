"""The words of the balance, in the language of the page."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.balance.facts import Field, Kind, Whom
from vado.balance.rules import Item, Move, Moved

KIND_NAMES: Mapping[Kind, str | Promise] = {
    Kind.BENEFIT: _("What it gives"),
    Kind.HARM: _("What it costs"),
}
WHOM_NAMES: Mapping[Whom, str | Promise] = {
    Whom.ME: _("to me"),
    Whom.PEOPLE: _("to my people"),
    Whom.COMMUNITY: _("to the community"),
}
PROMPTS: Mapping[Whom, str | Promise] = {
    Whom.ME: _("Body, mind, money, law, work or study, home, sex, freedom."),
    Whom.PEOPLE: _("Partner, children, parents, friends."),
    Whom.COMMUNITY: _("Neighbours, traffic, public life."),
}
FIELD_NAMES: Mapping[Field, str | Promise] = {
    Field.STAY_GOOD: _("Good about staying as it is"),
    Field.CHANGE_GOOD: _("Good about changing"),
    Field.STAY_LESS: _("Less good about staying"),
    Field.CHANGE_LESS: _("Less good about changing"),
}
MATTERS_NAMES: Mapping[int, str | Promise] = {
    0: _("hardly"),
    1: _("a little"),
    2: _("somewhat"),
    3: _("a lot"),
    4: _("very much"),
}


_MOVED: Mapping[Move, str | Promise] = {
    Move.CAME: _("New: %(words)s."),
    Move.WENT: _("No longer there: %(words)s."),
    Move.MORE: _("Matters more than then: %(words)s."),
    Move.LESS: _("Matters less than then: %(words)s."),
}


def moved_sentence(item: Item, moved: Moved) -> str:
    """What moved, in one sentence about one item."""
    return str(_MOVED[moved.move]) % {"words": item.words}


def matters_words(matters: int | None, unsaid: str = "") -> str:
    """How much it matters, or what stands there where nothing was said."""
    return unsaid if matters is None else str(MATTERS_NAMES[matters])
