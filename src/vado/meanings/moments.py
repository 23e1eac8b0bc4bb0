"""What is asked of each moment, in the language of the page."""

from collections.abc import Mapping

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.meanings.facts import Ended


class Asked(msgspec.Struct, frozen=True):
    """The question of one moment; `beside` is a second one that is never needed."""

    short: str | Promise
    question: str | Promise
    hint: str | Promise = ""
    beside: str | Promise = ""


ASKED: Mapping[str, Asked] = {
    "before": Asked(
        _("the hours before"),
        _("How were the hours before?"),
        _("Sleep, food, who was there, the mood of the day."),
    ),
    "event": Asked(
        _("right before"),
        _("What was happening right before?"),
        _("A message, a look, coming home, nothing at all. The smallest thing counts."),
    ),
    "body": Asked(
        _("body"),
        _("How did the body say it?"),
        _("Tight, warm, empty, restless. If the body is no good place to look today, leave it out."),
    ),
    "feeling": Asked(
        _("feeling"),
        _("What did you feel, beneath the wish?"),
        _("Two feelings at once are fine. So is “I don't know”."),
    ),
    "voice": Asked(
        _("voice"),
        _("Was there a thought or an inner voice? What did it say?"),
        _("It may allow, forbid, scold or tempt. Write it as it speaks."),
        _("Whose voice does it sound like?"),
    ),
    "need": Asked(
        _("need"),
        _("What did you need at that moment?"),
        _("Rest, company, quiet, justice, to be seen, to disappear for an hour."),
        _("When did it feel like this before? Long ago counts."),
    ),
    "urge": Asked(_("urge"), _("How high did the urge go?"), _("0 is none, 10 is the highest that you know.")),
    "choice": Asked(
        _("choice"),
        _("Were there moments when it might have gone another way?"),
        _("Moments, not mistakes. Perhaps there were none."),
        _("What helped, even a little?"),
    ),
    "act": Asked(_("what I did"), _("What did you do then?"), _("What, how much, how fast, with whom.")),
    "first": Asked(
        _("first effect"),
        _("What did it do for you?"),
        _("In the first minutes, in the first hour."),
    ),
    "later": Asked(
        _("later"),
        _("And later, and the day after?"),
        _("Body, mood, other people. What was good about it belongs here too."),
    ),
    "purpose": Asked(
        _("what it was for"),
        _("If the urge could speak, what would it say it wanted for you?"),
        _("In its own words, if it has any."),
        _("Is there another way to give yourself a little of that? At which moment?"),
    ),
}
BESIDE_NAMES: Mapping[str, str | Promise] = {
    "whose": _("whose voice"),
    "echo": _("when it felt like this before"),
    "helped": _("what helped"),
    "another": _("another way"),
}
WITHOUT_USE = Asked(
    _("what waiting did"),
    _("What did it do for you to wait?"),
    _("In the first minutes, in the first hour. If it did nothing, that counts too."),
)
ENDED_NAMES: Mapping[Ended, str | Promise] = {
    Ended.USED: _("I used"),
    Ended.USED_LESS: _("I used less than the urge asked for"),
    Ended.NOT_USED: _("I did not use"),
}


def asked_of(moment: str, ended: Ended | None) -> Asked:
    """The question of a moment, as it fits what was done."""
    return WITHOUT_USE if moment == "first" and ended is Ended.NOT_USED else ASKED[moment]
