"""Whether words about a place, a mood or company say what a plan names: they do, they do not, or it cannot be told.

Words are compared without case, accents, articles and the s of a plural. Where they may mean the same (a synonym, a
part of a place, a slip of the pen, "outside the car", somebody else's anger) nothing is said rather than an untruth.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from vado.plans.rules_outcomes import AS_PLANNED, CANT_TELL, DIFFERENT
from vado.safety.classes import folded

Words = tuple[str, ...]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What people write when nobody was there; a plan may add words of its own.
ALONE_ENGLISH = ("alone", "on my own", "by myself", "myself", "nobody", "no one", "just me", "only me")
ALONE_SPANISH = ("a solas", "solo", "sola", "nadie", "sin nadie", "conmigo")
ONESELF = (("me",), ("yo",))  # alone by itself; beside another name it is company
SMALL = _listed("the a an at in on by my our with to of el la lo los las un una en de del al mi mis con")
# Words that turn the sense of others round.
TURNED = _listed("not no never nor without t almost anymore stop less nunca ni sin tampoco casi dejar menos ya")
# Words before a mood that leave no doubt whose it is.
OF_ONESELF = _listed(
    "i am m im was were felt feel feeling been got so very really quite bit still too today"
) | _listed("a and being un yo estaba estoy andaba me sentia siento senti muy tan bastante algo poco todavia hoy y que")
# What may stand after a mood; any other word may be what is so, like a film.
GOES_ON = _listed("about at with because since after when and but so over from that all today tonight still") | _listed(
    "por con porque desde cuando y pero de que todo toda hoy aun"
)
SEVERAL, CLAUSES = re.compile(r"[,;/\n]"), re.compile(r"[.,;:!?\n]")
HOME = _listed("home house flat apartment place casa hogar piso depa departamento apartamento")
MAY_BE_ONE = (  # words of which one may stand for another; two rooms are two places
    HOME,
    HOME | _listed("kitchen cocina"),
    HOME | _listed("bedroom bed room dormitorio cama cuarto pieza habitacion recamara"),
    HOME | _listed("sofa couch lounge living sala salon sillon"),
    HOME | _listed("bathroom toilet bano"),
    _listed("car van auto coche carro camioneta"),
    _listed("work office job shift trabajo oficina curro pega chamba laburo"),
    _listed("bar pub club disco cantina taberna boliche antro"),
    _listed("street outdoors calle"),
)
LIKE = 0.8  # letters in common from which two words may be one with a slip of the pen [D]
LONG = 4


def bare(said: str) -> Words:
    """The words that carry sense, folded.

    >>> bare("En la Cocina, (mesas)")
    ('cocina', 'mesa')
    """
    words = _folded(said)
    kept = [word for word in words if word not in SMALL] or words
    return tuple(word[:-1] if len(word) > LONG - 1 and word.endswith("s") else word for word in kept)


def named_in(words: str) -> list[Words]:
    """A blank of a plan may name several, with commas between them."""
    return [one for part in SEVERAL.split(words) if (one := bare(part))]


def place_answer(named: Sequence[Words], said: str) -> int:
    """Where it was, beside the places of a plan. More words than its own may make another place: "casa de Ana"."""
    parts = named_in(said)
    if not parts or not named:
        return CANT_TELL
    if any(part in named for part in parts):
        return DIFFERENT
    pairs = ((word, other) for one in named for part in parts for word in part for other in one)
    return CANT_TELL if any(_may_be(word, other) for word, other in pairs) else AS_PLANNED


def company_answer(alone: Sequence[Words], said: str) -> int:
    """With whom it was: an alone word by itself, beside others, or none."""
    words = bare(said)
    if not words:
        return CANT_TELL
    if words in alone or words in ONESELF:
        return DIFFERENT
    return CANT_TELL if any(_holds(words, one) for one in alone) else AS_PLANNED


def moods_in(words: str) -> list[Words]:
    """The moods of a blank, every word of them."""
    return [one for part in SEVERAL.split(words) if (one := tuple(_folded(part)))]


def says_mood(moods: Sequence[Words], texts: Iterable[str]) -> bool:
    """Whether somebody wrote of themselves that they were so; a mood denied, of another, or of a film, says nothing."""
    parts = [tuple(_folded(part)) for text in texts for part in CLAUSES.split(text)]
    return any(_is_own(words, mood) for words in parts for mood in moods if TURNED.isdisjoint(words))


def _is_own(words: Words, mood: Words) -> bool:
    at = _place_of(words, mood)
    if at is None or not OF_ONESELF.issuperset(words[:at]):
        return False
    after = words[at + len(mood) :]
    return not after or after[0] in GOES_ON


def _holds(words: Words, part: Words) -> bool:
    return _place_of(words, part) is not None


def _place_of(words: Words, part: Words) -> int | None:
    return next((at for at in range(len(words) - len(part) + 1) if words[at : at + len(part)] == part), None)


def _folded(said: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(said))


def _may_be(word: str, other: str) -> bool:
    if word == other or any(word in family and other in family for family in MAY_BE_ONE):
        return True
    return min(len(word), len(other)) >= LONG and SequenceMatcher(None, word, other).ratio() >= LIKE
