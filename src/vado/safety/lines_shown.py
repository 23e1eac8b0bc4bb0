"""What was said once, as pages show it: the lines of the list, and what matters in an emergency."""

import datetime as dt
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado import catalogue
from vado.safety.classes import is_other_word, name_of
from vado.safety.facts import AboutMe, Regular
from vado.safety.forms_list import ASKED, AWAY_WORDS, AboutMeForm
from vado.safety.plain import Away, Standing
from vado.safety.reading import SafetyDrawer


def lines_shown(drawer: SafetyDrawer) -> list[dict[str, Any]]:
    """The lines of the list; a line that was written in two places at once stands there twice."""
    language = (get_language() or "en")[:2]
    return [
        {
            "id": leaf.id,
            "version": leaf.version,
            "heads": leaf.heads,
            "line": leaf.fact,
            "known_as": name_of(leaf.fact.code, language) if leaf.fact.code else "",
            "is_other_word": is_other_word(leaf.fact.name, leaf.fact.code),
            "class_name": _class_name(leaf.fact, language),
        }
        for leaf in drawer.regular
    ]


def _class_name(line: Regular, language: str) -> str:
    return catalogue.class_name(line.class_code, language) if line.class_code else ""


def away_words(standing: Standing, today: dt.date) -> list[str | Promise]:
    """Where tolerance was lost in the last four weeks, for whoever helps; naltrexone stands among what is taken."""
    away = standing.away_before(today) - ({Away.NALTREXONE} if standing.on_naltrexone else set())
    return [words for one, words in AWAY_WORDS.items() if one in away]


def about_shown(fact: AboutMe) -> list[tuple[str | Promise, str | Promise]]:
    """Each question that was answered, with its answer."""
    fields = AboutMeForm.base_fields
    answers = [(name, getattr(fact, name)) for name in ASKED]
    said: list[tuple[str, Any]] = [(name, _("Yes") if yes else _("No")) for name, yes in answers if yes is not None]
    said += [(name, getattr(fact, name)) for name in ("allergies", "call", "name")]
    said += [("away", ", ".join(str(AWAY_WORDS[one]) for one in fact.away)), ("back_on", fact.back_on or "")]
    return [(fields[name].label or "", words) for name, words in said if words]
