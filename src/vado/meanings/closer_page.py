"""What the pages of an unwrapping show, made ready for their templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse

from vado import catalogue
from vado.diary.vocabulary import Vocabulary, name_among
from vado.meanings.facts import Unwrapping
from vado.meanings.forms_closer import MomentForm
from vado.meanings.moments import BESIDE_NAMES, ENDED_NAMES, asked_of
from vado.meanings.reading import entry_of
from vado.meanings.rules_moments import BESIDE, MOMENTS, following, is_filled, latency
from vado.meanings.wave import twelve_moments
from vado.record import Drawer, Leaf, Record


def line_page(record: Record, heads: Sequence[Leaf[Unwrapping]], vocabulary: Vocabulary) -> dict[str, Any]:
    """One unwrapping on its line of time; two edits at once stand one below the other."""
    names = vocabulary.meaning_names()
    newest = heads[-1]
    span = latency(newest.fact)
    return {
        "is_own": record.is_own,
        "record_id": record.id,
        "leaf": newest,
        "versions": [{"leaf": head, "moments": _told(head.fact, names)} for head in heads],
        "wave": twelve_moments([is_filled(newest.fact, moment) for moment in MOMENTS]),
        "entry": entry_of(record, newest.fact.entry, vocabulary),
        "is_mine": newest.drawer is Drawer.OWN,
        "latency_minutes": None if span is None else round(span.total_seconds() / 60),
        "leads_to_safety": leads_to_safety(newest.fact.meanings),
    }


def leads_to_safety(marked: Sequence[str]) -> bool:
    """Whether a meaning was marked beside which the safety pages belong."""
    return any(meaning.leads_to_safety and meaning.code in marked for meaning in catalogue.meanings())


def _told(fact: Unwrapping, names: Mapping[str, str]) -> list[dict[str, Any]]:
    return [_told_moment(fact, code, names) for code in MOMENTS]


def _told_moment(fact: Unwrapping, code: str, names: Mapping[str, str]) -> dict[str, Any]:
    asked, beside = asked_of(code, fact.ended), BESIDE.get(code, "")
    return {
        "code": code,
        "name": asked.short,
        "question": asked.question,
        "is_filled": is_filled(fact, code),
        "words": fact.words.get(code, ""),
        "beside_name": BESIDE_NAMES.get(beside, ""),
        "beside": fact.words.get(beside, ""),
        "height": fact.height if code == "urge" else None,
        "clock": {"body": fact.first_sign_at, "act": fact.acted_at}.get(code),
        "ended": ENDED_NAMES[fact.ended] if code == "act" and fact.ended else "",
        "meanings": [name_among(names, one) for one in fact.meanings] if code == "purpose" else [],
    }


def moment_page(
    leaf: Leaf[Unwrapping], form: MomentForm, *, is_short: bool, known: Sequence[str], names: Mapping[str, str]
) -> dict[str, Any]:
    """One question, where it lies on the wave, and the ways on from it."""
    place = MOMENTS.index(form.moment)
    next_moment = following(form.moment, short=is_short)
    query = "?way=short" if is_short else ""
    line = reverse("meanings:closer-line", args=[leaf.id])
    return {
        "leaf": leaf,
        "form": form,
        "way": "short" if is_short else "",
        "place": place + 1,
        "count": len(MOMENTS),
        "wave": twelve_moments([is_filled(leaf.fact, moment) for moment in MOMENTS], place),
        "skip_to": reverse("meanings:closer-moment", args=[leaf.id, next_moment]) + query if next_moment else line,
        "is_last": next_moment is None,
        "line": line,
        "known": known_first(form, known, names),
    }


def known_first(form: forms.Form, known: Sequence[str], names: Mapping[str, str]) -> dict[str, Any]:
    """What the person has named before comes first; the whole list lies beneath it."""
    if "meanings" not in form.fields:
        return {}
    known_codes = [one for one in known if one in names]
    choices = {choice.data["value"]: choice for choice in form["meanings"]}
    marked = set(form["meanings"].value() or ())
    first = [code for code in names if code in marked or code in known_codes]
    return {
        "first": [choices[code] for code in first],
        "rest": [choices[code] for code in names if code not in first],
        "own": [one for one in known if one not in names],
        "questions": [
            {"name": names[one.code], "question": one.questions} for one in catalogue.meanings() if one.code in names
        ],
    }
