"""Each listed pair as a row of the rule table; its texts lie in the catalogue in both languages."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import cast

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado import catalogue
from vado.catalogue.combinations import Pair, family, group, source_of
from vado.safety.rows import Row, Strength, Text

WRITTEN_ON = dt.date(2026, 11, 25)


def combination_rows() -> tuple[Row, ...]:
    """One row for each pair, in the order of the file."""
    return tuple(_row(pair) for pair in catalogue.combinations().pairs)


def _row(pair: Pair) -> Row:
    of_both = family(pair.family)
    return Row(
        id=pair.id,
        heading=_later(lambda: heading_of(pair)),
        now=_said(of_both.now),
        why=_said(of_both.why),
        signs=tuple(_said(words) for words in of_both.signs),
        safer=tuple(_said(words) for words in of_both.safer),
        reads=_later(lambda: _reads(pair)),
        speaks=_later(lambda: _("both inside their hours, or one of them taken regularly")),
        source=_said(source_of(pair)),
        strength=Strength(pair.strength),
        tag=pair.tag,
        on=WRITTEN_ON,
        is_of_catalogue=True,
    )


def heading_of(pair: Pair) -> str:
    """Both names in the language of the page: Alcohol + opioids."""
    one, other = (group(code).names[_language()] for code in pair.groups)
    return f"{one} + {_inside_a_sentence(other)}"


def _reads(pair: Pair) -> str:
    names = [(group(code).names[_language()], group(code).hours) for code in pair.groups]
    told = "; ".join(f"{name}: {hours} h" for name, hours in names)
    return _("entries of the diary and the list of what is taken regularly; an entry counts for") + f" {told}"


def _inside_a_sentence(name: str) -> str:
    is_abbreviation = len(name) > 1 and name[1].isupper()
    return name if is_abbreviation else name[:1].lower() + name[1:]


def _language() -> str:
    spoken = (get_language() or "en")[:2]
    return spoken if spoken in {"en", "es"} else "en"


def _said(words: Mapping[str, str]) -> Text:
    return _later(lambda: words[_language()])


def _later(said: Callable[[], str]) -> Text:
    return cast("Text", lazy(said, str)())
