"""How entries are shown in order: each a moment with a clock, a title, and lines in the person's words."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vado.diary.facts import Amount, CheckIn, Intention, Note, Step, Sureness, Urge, UrgeEnding, Use
from vado.diary.rules_entries import Entry, occasions
from vado.diary.vocabulary import Vocabulary, name_among
from vado.record import Drawer, Leaf


class Line(msgspec.Struct, frozen=True):
    """One field of an entry in words; `name` is the field that it comes from."""

    name: str
    label: str
    words: str
    is_mine: bool = False


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as it stands on the line of an evening."""

    id: UUID
    version: UUID
    look: str  # class of the mark
    at: dt.time | None
    on: dt.date
    title: str
    lines: tuple[Line, ...]
    is_mine: bool
    is_recalled: bool
    heads: int
    is_editable: bool


class Written(msgspec.Struct, frozen=True):
    """A leaf whose entry is whole for its reader; `mine` names the fields that nobody else sees."""

    leaf: Leaf[Any]
    entry: Entry
    mine: frozenset[str] = frozenset()


def timeline(written: Iterable[Written], vocabulary: Vocabulary, day_starts_at: dt.time) -> list[list[Moment]]:
    """The evenings of a day, each with its moments in order."""
    by_entry = {id(one.entry): one for one in written}
    groups = occasions([one.entry for one in by_entry.values()], day_starts_at)
    return [[moment_of(by_entry[id(entry)], vocabulary) for entry in group] for group in groups]


def moment_of(written: Written, vocabulary: Vocabulary) -> Moment:
    """One entry, ready to be shown."""
    entry, leaf = written.entry, written.leaf
    look, title, lines = _SHOWN[type(entry)](entry, vocabulary)
    return Moment(
        id=leaf.id,
        version=leaf.version,
        look=look,
        at=entry.when.at,
        on=entry.when.on,
        title=title,
        lines=tuple(Line(name, label, words, name in written.mine) for name, label, words in lines if words),
        is_mine=leaf.drawer is Drawer.OWN,
        is_recalled=entry.recalled,
        heads=leaf.heads,
        is_editable=leaf.editable,
    )


def amount_words(amount: Amount, vocabulary: Vocabulary) -> str:
    """An amount in words; an unknown one says nothing here."""
    if amount.least is None:
        return ""
    unit = vocabulary.unit_words(amount.unit, amount.most or amount.least)
    if amount.sureness is Sureness.RANGE and amount.most is not None:
        number = _("%(least)s to %(most)s") % {
            "least": number_shown(amount.least),
            "most": number_shown(amount.most),
        }
    else:
        number = number_shown(amount.least)
    said = f"{number} {unit}".strip()
    return _("about %(amount)s") % {"amount": said} if amount.sureness is Sureness.ABOUT else said


def number_shown(number: float) -> str:
    """A number in the writing of the reader's language, without empty decimals."""
    return number_format(f"{number:.10g}", use_l10n=True)


def dose_words(use: Use, vocabulary: Vocabulary) -> str:
    """What and how much, as on a chip: cider · 2 cans."""
    how = name_among(vocabulary.route_names(), use.route)
    return " · ".join(part for part in (use.substance, amount_words(use.amount, vocabulary), how) if part)


Shown = tuple[str, str, list[tuple[str, str, str]]]


def _use(use: Use, vocabulary: Vocabulary) -> Shown:
    meanings = vocabulary.meaning_names()
    title = " · ".join(part for part in (use.substance, amount_words(use.amount, vocabulary)) if part)
    lines = [
        ("route", _("How"), name_among(vocabulary.route_names(), use.route)),
        ("where", _("Where"), use.where),
        ("with_whom", _("With whom"), use.with_whom),
        ("intention", "", intention_words(use.intention)),
        ("wanted", _("What I wanted from it"), use.wanted),
        ("gave", _("What it did for me"), use.gave),
        ("cost", _("What it cost me"), use.cost),
        ("meanings", _("What it was for"), ", ".join(name_among(meanings, one) for one in use.meanings)),
        ("note", _("Note"), use.note),
    ]
    return "use", title, lines


def intention_words(intention: Intention | None) -> str:
    """Whether it was planned, in words; an unasked question says nothing."""
    if intention is None:
        return ""
    return {
        Intention.PLANNED: _("It was planned."),
        Intention.PARTLY: _("It was planned in part."),
        Intention.UNPLANNED: _("It was not planned."),
    }[intention]


def _urge(urge: Urge, vocabulary: Vocabulary) -> Shown:
    strength = _("Urge, %(strength)d of 10") % {"strength": urge.strength} if urge.strength is not None else _("Urge")
    title = " · ".join(part for part in (strength, urge.substance) if part)
    lines = [
        ("ending", _("What happened then"), ending_words(urge.ending)),
        ("what_happened", _("In my words"), urge.what_happened),
        ("note", _("Note"), urge.note),
    ]
    return "urge", title, lines


def ending_words(ending: UrgeEnding | None) -> str:
    """What happened after an urge, in words."""
    if ending is None:
        return ""
    return {
        UrgeEnding.STILL_HERE: _("it is still here"),
        UrgeEnding.PASSED: _("it passed"),
        UrgeEnding.WAITED: _("I waited"),
        UrgeEnding.USED_LESS: _("I used less"),
        UrgeEnding.USED: _("I used"),
    }[ending]


def _check_in(check_in: CheckIn, vocabulary: Vocabulary) -> Shown:
    said = {
        _("Mood"): check_in.mood,
        _("Sleep"): check_in.sleep,
        _("Stress"): check_in.stress,
        _("Pain"): check_in.pain,
        _("Energy"): check_in.energy,
        **check_in.own_items,
    }
    ratings = [f"{item} {rating}" for item, rating in said.items() if rating is not None]
    return (
        "check-in",
        _("How I am"),
        [("ratings", _("From 0 to 10"), ", ".join(ratings)), _note(check_in.note)],
    )


def _step(step: Step, vocabulary: Vocabulary) -> Shown:
    return "step", pgettext("something to keep", "A step"), [("words", "", step.words)]


def _written_note(note: Note, vocabulary: Vocabulary) -> Shown:
    return "note", _("Note"), [("words", "", note.words)]


def _note(words: str) -> tuple[str, str, str]:
    return ("note", _("Note"), words)


_SHOWN: Mapping[type, Callable[[Any, Vocabulary], Shown]] = {
    Use: _use,
    Urge: _urge,
    CheckIn: _check_in,
    Step: _step,
    Note: _written_note,
}
