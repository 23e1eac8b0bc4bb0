"""What can be done with an urge, in the language of the page, with the person's own and with what helped them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language

from vado import catalogue
from vado.meanings.facts_wave import Helped, OwnAlternative
from vado.meanings.rules_wave import helped_first
from vado.record import Record

OFFERED_AT_AN_END = 10
FOR_A_BEGINNING = ("ten_minutes", "other_room", "text_someone", "cold_water", "surf_it", "name_it", "eat_something")


def names_of_helps(record: Record) -> dict[str, str]:
    """Every alternative by its code, and the person's own by their words."""
    language = (get_language() or "en")[:2]
    named = {one.code: one.names[language] for one in catalogue.alternatives()}
    return named | {leaf.fact.words: leaf.fact.words for leaf in record.leaves(OwnAlternative)}


def helped_so_far(record: Record) -> list[str]:
    """What has helped this person, in words."""
    names = names_of_helps(record)
    return [names.get(one, one) for one in _ranked(record, list(names))]


def _ranked(record: Record, codes: Sequence[str]) -> tuple[str, ...]:
    return helped_first(codes, (leaf.fact.what for leaf in record.leaves(Helped)))


def known_helps(record: Record) -> list[tuple[str, str]]:
    """A few to choose from at the end of a wave: what helped this person first, then some to begin with."""
    names = names_of_helps(record)
    first = [*_ranked(record, list(names)), *FOR_A_BEGINNING]
    return [(one, names.get(one, one)) for one in list(dict.fromkeys(first))[:OFFERED_AT_AN_END]]


def grouped(form: forms.Form, record: Record) -> list[dict[str, Any]]:
    """The boxes of the form, group by group; own ones first."""
    language = (get_language() or "en")[:2]
    boxes = {box.data["value"]: box for box in form["helped"]}
    own = [boxes[leaf.fact.words] for leaf in record.leaves(OwnAlternative) if leaf.fact.words in boxes]
    groups = [
        {
            "name": group.names[language],
            "boxes": [boxes[one.code] for one in catalogue.alternatives() if one.group == group.code],
        }
        for group in catalogue.alternative_groups()
    ]
    return [*([{"name": "", "boxes": own}] if own else []), *groups]
