"""Two voices in the order in which they spoke, and a page of two hands as of any day. Nothing is decided from them."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from vado.meanings.facts_map import Hand
from vado.meanings.facts_voices import FormulationPart, PartThen, Section, Side, VoiceLine


class Spoken(msgspec.Struct, frozen=True):
    """One line, and what it answers: the words of that line, or None where it answers nothing that is here."""

    id: str
    line: VoiceLine
    to: VoiceLine | None
    to_itself: bool


def spoken(lines: Mapping[str, VoiceLine]) -> list[Spoken]:
    """Every line as it was said; a voice may answer itself, and what answers an erased line answers nothing."""
    return [
        Spoken(key, line, to, to is not None and to.side is line.side)
        for key, line in lines.items()
        for to in [lines.get(line.answers) if line.answers != key else None]
    ]


def rewritten(part: FormulationPart, words: str, today: dt.date, *, sees_otherwise: bool) -> FormulationPart:
    """The part with new words; what stood there until today is kept with it."""
    if part.words == words or part.on == today:
        return msgspec.structs.replace(part, words=words, sees_otherwise=sees_otherwise)
    before = (*part.before, PartThen(today, part.words)) if part.words else part.before
    return msgspec.structs.replace(part, words=words, on=today, sees_otherwise=sees_otherwise, before=before)


def words_on(part: FormulationPart, day: dt.date | None) -> str:
    """What stood there on that day, or what stands there now."""
    if day is None:
        return part.words
    then = next((then for then in part.before if day < then.until), None)
    if then is not None:
        return then.words
    return part.words if part.on <= day else ""


def by_section(parts: Iterable[FormulationPart]) -> dict[Section, dict[Hand, FormulationPart]]:
    """The page: every part with what each hand wrote; of two leaves of one hand the last one written."""
    page: dict[Section, dict[Hand, FormulationPart]] = {section: {} for section in Section}
    for part in parts:
        page[part.section][part.by] = part
    return page


def days_of_writing(parts: Iterable[FormulationPart]) -> list[dt.date]:
    """The days on which somebody wrote on the page, newest first."""
    known = list(parts)
    return sorted({part.on for part in known} | {then.until for part in known for then in part.before}, reverse=True)


class Course(msgspec.Struct, frozen=True):
    """One voice over the months: what it said first and what it said last. How often it spoke is not told."""

    side: Side
    first: VoiceLine
    last: VoiceLine | None  # None where it spoke one time


def courses(lines: Iterable[VoiceLine]) -> list[Course]:
    """Both voices as far as they spoke, in the order of the sides, each by its own words."""
    said = sorted(lines, key=lambda line: line.on)  # stable: lines of one day stay as they were said
    by_side = ((side, [line for line in said if line.side is side]) for side in Side)
    return [Course(side, own[0], own[-1] if len(own) > 1 else None) for side, own in by_side if own]
