"""The map read back in sentences, in the language of the page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from vado.meanings.facts_map import Does, Hand, Liked, MapArrow, NodeSort
from vado.meanings.rules_map import Map
from vado.meanings.rules_reading import Difference, Loop

SORT_NAMES: Mapping[NodeSort, str | Promise] = {
    NodeSort.SITUATION: gettext_lazy("situation"),
    NodeSort.PERSON: gettext_lazy("person"),
    NodeSort.STATE: gettext_lazy("state or feeling"),
    NodeSort.VOICE: gettext_lazy("voice"),
    NodeSort.NEED: gettext_lazy("need"),
    NodeSort.MEANING: gettext_lazy("what it is for"),
    NodeSort.USE: gettext_lazy("use"),
    NodeSort.NEAR: gettext_lazy("what it does soon"),
    NodeSort.LATER: gettext_lazy("what comes later"),
    NodeSort.STRATEGY: gettext_lazy("something that may help"),
}
LIKED_NAMES: Mapping[Liked, str | Promise] = {
    Liked.WANTED: gettext_lazy("I want it"),
    Liked.UNWANTED: gettext_lazy("I do not want it"),
    Liked.BOTH: gettext_lazy("both"),
}
DOES_NAMES: Mapping[Does, str | Promise] = {
    Does.RAISES: gettext_lazy("raises"),
    Does.EASES: gettext_lazy("eases"),
}


class Seen(NamedTuple):
    """Whose view it is: said behind an arrow, and in front of a sentence."""

    so: str | Promise
    begins: str | Promise


class Said(NamedTuple):
    """What one sign says: of two things, of one that leads to itself, and the same where the first is known already."""

    of_two: str | Promise
    of_itself: str | Promise
    onward: str | Promise
    to_itself: str | Promise


_SEEN_OWN: Mapping[Hand, Seen] = {
    Hand.PERSON: Seen(gettext_lazy("I see it so"), gettext_lazy("I see")),
    Hand.THERAPIST: Seen(gettext_lazy("my therapist sees it so"), gettext_lazy("My therapist sees")),
    Hand.BOTH: Seen(gettext_lazy("we both see it so"), gettext_lazy("We both see")),
}
_SEEN: Mapping[Hand, Seen] = {
    Hand.PERSON: Seen(gettext_lazy("the person sees it so"), gettext_lazy("The person sees")),
    Hand.THERAPIST: Seen(gettext_lazy("the therapist sees it so"), gettext_lazy("The therapist sees")),
    Hand.BOTH: Seen(gettext_lazy("both see it so"), gettext_lazy("Both see")),
}
_SAID: Mapping[Does, Said] = {
    Does.RAISES: Said(
        gettext_lazy("%(source)s raises %(target)s"),
        gettext_lazy("%(source)s feeds itself"),
        gettext_lazy("raises %(target)s"),
        gettext_lazy("feeds itself"),
    ),
    Does.EASES: Said(
        gettext_lazy("%(source)s eases %(target)s"),
        gettext_lazy("%(source)s calms itself"),
        gettext_lazy("eases %(target)s"),
        gettext_lazy("calms itself"),
    ),
}


def seen_by(hand: Hand, is_own: bool) -> Seen:
    """Whose view it is, as the one who reads would say it."""
    return (_SEEN_OWN if is_own else _SEEN)[hand]


def held_names(is_own: bool) -> Mapping[Hand, str | Promise]:
    """Who sees it so, as the one who reads would say it."""
    return {hand: seen_by(hand, is_own).so for hand in Hand}


def name_of(drawn: Map, node: str) -> str:
    """What stands there, or that it is no longer there."""
    return drawn.nodes[node].words if node in drawn.nodes else _("something that is no longer here")


def arrow_sentence(drawn: Map, arrow: MapArrow) -> str:
    """One arrow: “the voice raises the tight chest”."""
    said, ends = _SAID[arrow.does], {"source": name_of(drawn, arrow.source), "target": name_of(drawn, arrow.target)}
    return str(said.of_itself if arrow.source == arrow.target else said.of_two) % ends


def onward(drawn: Map, arrow: MapArrow) -> str:
    """The same under the thing that it leaves: “raises the tight chest”."""
    said, end = _SAID[arrow.does], {"target": name_of(drawn, arrow.target)}
    return str(said.to_itself if arrow.source == arrow.target else said.onward) % end


def strength_words(arrow: MapArrow) -> str:
    """How strongly, as it was said; nothing where nothing was said."""
    least, said, most = arrow.strength_least, arrow.strength, arrow.strength_most
    if said is not None and least is not None and most is not None:
        return _("%(said)d of 10, between %(least)d and %(most)d") % {"said": said, "least": least, "most": most}
    if least is not None and most is not None:
        return _("between %(least)d and %(most)d of 10") % {"least": least, "most": most}
    told = next((each for each in (said, least, most) if each is not None), None)
    return "" if told is None else _("%(said)d of 10") % {"said": told}


def loop_sentence(drawn: Map, loop: Loop) -> str:
    """“This goes round: the voice, the tight chest, the cider, and the voice again.”"""
    names = [name_of(drawn, drawn.arrows[key].source) for key in loop.arrows]
    return _("This goes round: %(names)s, and %(first)s once more.") % {"names": ", ".join(names), "first": names[0]}


def loop_steps(drawn: Map, loop: Loop) -> list[str]:
    """The arrows of a loop, one after the other."""
    return [arrow_sentence(drawn, drawn.arrows[key]) for key in loop.arrows]


def way_sentence(drawn: Map, way: Sequence[str]) -> str:
    """A longer way: “bad handover, by the voice and the tight chest, reaches cider”."""
    first, last = drawn.arrows[way[0]], drawn.arrows[way[-1]]
    through = [name_of(drawn, drawn.arrows[key].target) for key in way[:-1]]
    return _("%(first)s, by way of %(through)s, reaches %(last)s") % {
        "first": name_of(drawn, first.source),
        "through": get_text_list(through, pgettext("between the last two of a list", "and")),
        "last": name_of(drawn, last.target),
    }


def difference_sentence(drawn: Map, difference: Difference, is_own: bool) -> str:
    """Where two hands differ; both keep their say."""
    one, other = drawn.arrows[difference.one], drawn.arrows[difference.other]
    if difference.is_about_sign and one.held_by == other.held_by:
        return _("Both are drawn: %(one)s; %(other)s.") % {
            "one": arrow_sentence(drawn, one),
            "other": arrow_sentence(drawn, other),
        }
    return _("%(one_hand)s: %(one)s. %(other_hand)s: %(other)s.") % {
        "one_hand": seen_by(one.held_by, is_own).begins,
        "one": _with_strength(drawn, one, say=not difference.is_about_sign),
        "other_hand": seen_by(other.held_by, is_own).begins,
        "other": _with_strength(drawn, other, say=not difference.is_about_sign),
    }


def _with_strength(drawn: Map, arrow: MapArrow, *, say: bool) -> str:
    sentence = arrow_sentence(drawn, arrow)
    return f"{sentence} ({strength_words(arrow)})" if say else sentence
