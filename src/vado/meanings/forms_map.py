"""Plain forms for the map: a thing, an arrow, words for "what if"."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vado.diary.forms_fields import LineField, RatingField, WordsField
from vado.diary.forms_kept import KeptForm
from vado.meanings.facts_map import Does, Hand, Liked, MapArrow, MapNode, NodeSort
from vado.meanings.map_words import DOES_NAMES, LIKED_NAMES, SORT_NAMES, held_names
from vado.meanings.rules_map import ArrowFault, arrow_fault

FAULT_WORDS = {
    ArrowFault.NOWHERE: _("An arrow needs a beginning and an end that are on the map. Choose both."),
    ArrowFault.RANGE: _("The least is more than the most. Change one of them, or leave both open."),
}


def _chips(label: Any, names: Mapping[Any, Any], *, open_choice: bool = False) -> forms.ChoiceField:
    choices: list[tuple[Any, Any]] = [("", _("skip"))] if open_choice else []
    choices += [(code.value, name) for code, name in names.items()]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, required=not open_choice)


class NodeForm(KeptForm):
    """One thing on the map."""

    words = LineField(
        label=_("In your words"),
        required=True,
        error_messages={"required": _("Write a word or two, and it stands on the map.")},
    )

    def __init__(self, *args: Any, names: Mapping[str, str], before: MapNode | None = None, **kwargs: Any) -> None:
        fresh = {"version_id": uuid.uuid4(), "sort": NodeSort.STATE}
        kwargs["initial"] = fresh | _said_of_node(before) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["sort"] = _chips(_("What is it?"), SORT_NAMES)
        self.fields["liked"] = _chips(_("Do you want it?"), LIKED_NAMES, open_choice=True)
        choices = [("", _("none of these, or I don't know")), *names.items()]
        label = _("Is it one of these meanings?")
        self.fields["meaning"] = forms.ChoiceField(label=label, choices=choices, required=False)

    def changes(self) -> dict[str, Any]:
        """What was said, as the fields of a node."""
        said = self.cleaned_data
        return {
            "words": said["words"],
            "sort": NodeSort(said["sort"]),
            "liked": Liked(said["liked"]) if said["liked"] else None,
            "meaning": said["meaning"],
        }


def _said_of_node(before: MapNode | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {"words": before.words, "sort": before.sort, "liked": before.liked, "meaning": before.meaning}


class ArrowForm(KeptForm):
    """One arrow: what raises or eases what, as one of you or both see it."""

    strength = RatingField(label=_("How strongly, 0 to 10"))
    strength_least = RatingField(label=_("at the least"))
    strength_most = RatingField(label=_("at the most"))
    changeable = RatingField(label=_("How easily could this change, 0 to 10"))
    since = LineField(label=_("Since when"), help_text=_("In your words: since school, since March."))
    note = WordsField(label=_("Note"), rows=2)

    def __init__(
        self,
        *args: Any,
        nodes: Mapping[str, MapNode],
        entries: Sequence[tuple[str, str]],
        hand: Hand,
        before: MapArrow | None = None,
        **kwargs: Any,
    ) -> None:
        fresh = {"version_id": uuid.uuid4(), "does": Does.RAISES, "held_by": hand}
        kwargs["initial"] = fresh | _said_of_arrow(before) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.nodes = nodes
        self.hand = hand
        self.before = before
        self._offer_ends(nodes)
        self.fields["does"] = _chips(_("What does it do?"), DOES_NAMES)
        self.fields["held_by"] = _chips(_("Who sees it so?"), held_names(hand is Hand.PERSON))
        self.fields["speaks_for"] = _entries_field(_("Days that speak for it"), entries)
        self.fields["speaks_against"] = _entries_field(_("Days that speak against it"), entries)

    def _offer_ends(self, nodes: Mapping[str, MapNode]) -> None:
        ends = [("", _("choose")), *((key, node.words) for key, node in nodes.items())]
        faults = {"required": FAULT_WORDS[ArrowFault.NOWHERE], "invalid_choice": FAULT_WORDS[ArrowFault.NOWHERE]}
        self.fields["source"] = forms.ChoiceField(label=_("This"), choices=ends, error_messages=faults)
        self.fields["target"] = forms.ChoiceField(label=_("that"), choices=ends, error_messages=faults)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and (fault := arrow_fault(self.fact(dt.date.min), self.nodes)):
            self.add_error("strength_least" if fault is ArrowFault.RANGE else "target", FAULT_WORDS[fault])
        return said

    def changes(self) -> dict[str, Any]:
        """What was said, as the fields of an arrow."""
        said = self.cleaned_data
        return {
            "source": said["source"],
            "target": said["target"],
            "does": Does(said["does"]),
            "held_by": Hand(said["held_by"]),
            "speaks_for": tuple(said["speaks_for"]),
            "speaks_against": tuple(said["speaks_against"]),
            **{name: said[name] for name in _PLAIN},
        }

    def fact(self, today: dt.date) -> MapArrow:
        """A new arrow."""
        return MapArrow(**self.changes(), by=self.hand, drawn_on=today)


_PLAIN = ("strength", "strength_least", "strength_most", "changeable", "since", "note")


def _said_of_arrow(before: MapArrow | None) -> dict[str, Any]:
    if before is None:
        return {}
    return {name: getattr(before, name) for name in before.__struct_fields__} | {
        "speaks_for": list(before.speaks_for),
        "speaks_against": list(before.speaks_against),
    }


def _entries_field(label: Any, entries: Sequence[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(entries), widget=forms.CheckboxSelectMultiple, required=False
    )


class WhatIfForm(KeptForm):
    """Room for words; nothing is worked out from them."""

    words = WordsField(
        label=_("What if this were easier?"),
        help_text=_("What else would move? Write what comes; nobody works anything out from it."),
        required=True,
        error_messages={"required": _("Write a word or two, and it is kept.")},
    )
