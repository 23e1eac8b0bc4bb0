"""Names of the catalogue in the language of the page."""

import functools
from collections.abc import Mapping

from django.utils.translation import get_language

from vado import catalogue
from vado.diary.vocabulary import unit_beside


def page_language() -> str:
    """English or Spanish."""
    return (get_language() or "en")[:2]


def unit_words(code: str, number: float) -> str:
    """The unit beside that number, in the language of the page: 1 can, 2 cans."""
    return unit_beside(code, number, page_language())


def substance_names() -> Mapping[str, str]:
    """Substances by code."""
    return _substance_names(page_language())


@functools.cache
def _substance_names(language: str) -> Mapping[str, str]:
    return {substance.code: catalogue.name_of(substance.code, language, "") for substance in catalogue.substances()}
