"""A change as a sentence in natural units, in both languages: for the person in the room worth more than any index."""

import enum
import math

from vado.evidence.change import Change
from vado.evidence.terms import Natural

LARGEST_WHOLE = 1e9  # from here on in few digits

SENTENCES = {
    "en": {
        "silent": "Too few known days to say anything yet.",
        "plain": "From {before} to {after} {unit}.",
        "range": "From {before} to {after} {unit}; could be {low} to {high}.",
        "none": "From {before} to {after} {unit}; could be {low} to {high}: it could also be no change.",
        "first day": "First day after: without the change {before} {unit}, with it {after}; could be {low} to {high}.",
        "first day plain": "First day after: without the change {before} {unit}, with it {after}.",
        "model": "Without the change {before} {unit}, with it {after}; could be {low} to {high}.",
        "model plain": "Without the change {before} {unit}, with it {after}.",
    },
    "es": {
        "silent": "Aún hay muy pocos días conocidos para decir algo.",
        "plain": "De {before} a {after} {unit}.",
        "range": "De {before} a {after} {unit}; podría ser de {low} a {high}.",
        "none": "De {before} a {after} {unit}; podría ser de {low} a {high}: también podría no haber cambio.",
        "first day": "Primer día después: sin el cambio {before} {unit}, con él {after}; podría ser de {low} a {high}.",
        "first day plain": "Primer día después: sin el cambio {before} {unit}, con él {after}.",
        "model": "Sin el cambio {before} {unit}, con él {after}; podría ser de {low} a {high}.",
        "model plain": "Sin el cambio {before} {unit}, con él {after}.",
    },
}


def said(change: Change, unit: str, language: str = "en") -> str:
    """The change in one sentence; what "could be" is the level after, by the interval of the change.

    >>> from vado.evidence.change import change_in_mean
    >>> said(change_in_mean([1, 1, 0, 1, 1, 1, 0] * 4, [0, 1, 0, 0, 1, 0, 0] * 4, scale=7), "using days a week")
    'From 5 to 2 using days a week; could be 0.5 to 4.2.'
    """
    words = SENTENCES[language]
    if change.before is None or change.after is None:
        return words["silent"]
    figures = {"before": _figure(change.before, language), "after": _figure(change.after, language), "unit": unit}
    if change.low is None or change.high is None:
        return words["plain"].format(**figures)
    low, high = change.before + change.low, change.before + change.high
    if change.before >= 0 and change.after >= 0:
        low = max(low, 0.0)
    figures |= {"low": _figure(low, language), "high": _figure(high, language)}
    return words["none" if change.could_be_none else "range"].format(**figures)


class Told(enum.StrEnum):
    """What the two figures of a model are: levels before and after, or the days after without and with the change."""

    LEVELS = "levels"
    AFTER = "after"
    FIRST_DAY = "first day"


TEMPLATES = {Told.LEVELS: ("range", "plain"), Told.AFTER: ("model", "model plain"),
             Told.FIRST_DAY: ("first day", "first day plain")}  # fmt: skip


def said_by_model(
    natural: Natural, unit: str, language: str = "en", *, scale: float = 1.0, floor: bool = False,
    ceiling: float | None = None, told: Told | str = Told.AFTER,
) -> str:  # fmt: skip
    """The days after as the model has them without and with the change; with a model of levels, before and after.

    `scale` multiplies the figures, 7 for a week; `floor` keeps "could be" from going below 0, `ceiling` from above it.

    >>> said_by_model(Natural(5.0, 3.0, -2.0, -3.1, -0.8), "drinks a day")
    'Without the change 5 drinks a day, with it 3; could be 1.9 to 4.2.'
    >>> said_by_model(Natural(5.0, 3.0, -2.0, -3.1, -0.8), "using days a week", told="levels")
    'From 5 to 3 using days a week; could be 1.9 to 4.2.'
    """
    with_limits, plain = (SENTENCES[language][name] for name in TEMPLATES[Told(told)])
    shown = {"before": natural.without * scale, "after": natural.with_change * scale}
    words = plain
    if natural.low is not None and natural.high is not None:
        shown |= {"low": (natural.without + natural.low) * scale, "high": (natural.without + natural.high) * scale}
        words = with_limits
    least, most = 0.0 if floor else -math.inf, math.inf if ceiling is None else ceiling
    shown = {name: min(max(value, least), most) for name, value in shown.items()}
    return words.format(**{name: _figure(value, language) for name, value in shown.items()}, unit=unit)


def _figure(value: float, language: str) -> str:
    """One decimal, none where it is zero; a comma in Spanish."""
    if abs(value) >= LARGEST_WHOLE:
        text = f"{value:.3g}"
    else:
        text = f"{value:.1f}".removesuffix(".0")
        text = "0" if text == "-0" else text
    return text.replace(".", ",") if language == "es" else text
