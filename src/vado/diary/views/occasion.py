"""A day as one vertical line: what was written, in order, and what was said of the whole day."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from vado.diary.facts import DayAnswer, DayStatement, Use
from vado.diary.for_safety import safety_after
from vado.diary.forms_entry import Writing
from vado.diary.forms_small import AnswerForm, DayStatementForm
from vado.diary.reading import entries_on, statements_on, writing_now
from vado.diary.removing import removed_lately
from vado.diary.rules_entries import Question, next_question, says_nothing_used_beside_use
from vado.diary.rules_when import today_of
from vado.diary.timeline import Written, moment_of, timeline
from vado.diary.views.addresses import day_address, day_in
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Leaf, Record
from vado.safety.forms_list import class_choices


@opens(Drawer.DIARY)
def day(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    on = day_in(day)
    if on is None:
        raise Http404
    writing = writing_now(record, timezone.now())
    written, statements = entries_on(record, on), statements_on(record, on)
    page = _day_page(record, writing, on, written, statements)
    if record.is_own:
        page |= _after_keeping(request, written, writing) | _safety(request, record, written, writing)
        page["removed"] = removed_lately(record, request.session, writing.now) if "erased" in request.GET else None
    return render(request, "diary/day.html", page)


def _day_page(
    record: Record,
    writing: Writing,
    on: dt.date,
    written: Sequence[Written],
    statements: Sequence[Leaf[DayStatement]],
) -> dict[str, Any]:
    entries = [one.entry for one in written]
    today = today_of(writing.settings, writing.now)
    said = [leaf.fact for leaf in statements]
    return {
        "day": on,
        "evenings": timeline(written, writing.vocabulary, writing.settings.day_starts_at),
        "statements": [{"id": leaf.id, "answer": leaf.fact.answer} for leaf in statements],
        "says_both": says_nothing_used_beside_use(said, entries),
        "may_say": not statements and not any(isinstance(entry, Use) for entry in entries),
        "statement_form": DayStatementForm(),
        "answers": DayAnswer,
        "is_future": on > today,
        "day_before": on - dt.timedelta(days=1) if on > dt.date.min else None,
        "day_after": on + dt.timedelta(days=1) if on < today else None,
        **who(record),
    }


def _after_keeping(request: HttpRequest, written: Sequence[Written], writing: Writing) -> dict[str, Any]:
    """The thanks, what was kept, and the next question if it is a use."""
    kept = next((one for one in written if one.leaf.id == _leaf_in(request.GET.get("kept", ""))), None)
    changed = next((one for one in written if one.leaf.id == _leaf_in(request.GET.get("changed", ""))), None)
    if kept is None:
        return {"changed": changed and moment_of(changed, writing.vocabulary)}
    question = _question(request, kept)
    return {
        "kept": moment_of(kept, writing.vocabulary),
        "question": question,
        "skip_to": day_address(kept.entry.when.on, kept=kept.leaf.id.hex, ask=_following(question)),
        "answer_form": AnswerForm(),
    }


def _safety(request: HttpRequest, record: Record, written: Sequence[Written], writing: Writing) -> dict[str, Any]:
    """What safety says of the entry that was kept or changed a moment ago; to the person alone."""
    asked = _leaf_in(request.GET.get("kept", "") or request.GET.get("changed", ""))
    now = next((one for one in written if one.leaf.id == asked), None)
    if now is None:
        return {}
    said = safety_after(record, now.leaf, now.entry, writing.settings, writing.now)
    return {"safety": said, "class_choices": class_choices() if said.asks_class_of else []}


def _question(request: HttpRequest, kept: Written) -> Question | None:
    asked = request.GET.get("ask", "")
    if not isinstance(kept.entry, Use) or asked == "none":
        return None
    return Question(asked) if asked in set(Question) else next_question(None, kept.entry)


def _following(question: Question | None) -> str:
    order = list(Question)
    rest = order[order.index(question) + 1 :] if question else []
    return rest[0].value if rest else "none"


def _leaf_in(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
