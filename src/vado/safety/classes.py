"""Which class a substance of the catalogue belongs to; a substance of a person's own has the class that they named."""

from vado import catalogue


def class_of(substance_code: str) -> str:
    """The class of a substance, or nothing for a code that the catalogue does not know.

    >>> class_of("beer"), class_of("moonlight")
    ('alcohol', '')
    """
    try:
        return catalogue.substance(substance_code).class_code
    except catalogue.UnknownSubstance:
        return ""
