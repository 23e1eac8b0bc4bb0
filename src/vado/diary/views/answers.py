"""What is said after an entry, and what is said of a whole day."""

from uuid import UUID

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.facts import DayAnswer, DayStatement, Note, Use
from vado.diary.forms_messages import WHEN_MESSAGES
from vado.diary.forms_small import AnswerForm, DayStatementForm
from vado.diary.keeping import keep_edit
from vado.diary.reading import entries_on, heads_of_entry, statements_on, writing_now
from vado.diary.rules_entries import Question, next_question
from vado.diary.rules_when import WhenAnswer, WhenProblem, is_recalled, when_said
from vado.diary.timeline import Written, moment_of
from vado.diary.views.addresses import day_address, day_in
from vado.diary.views.change import gone
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, LeafError, Record


@require_POST
@opens(Drawer.DIARY, write=True)
def answer(request: HttpRequest, record: Record, leaf_id: UUID, question: str) -> HttpResponse:
    asked = next((one for one in Question if one.value == question), None)
    if asked is None:
        raise Http404
    try:
        written = heads_of_entry(record, leaf_id)[0]
    except LeafError as problem:
        return gone(request, problem)
    form = AnswerForm(request.POST)
    if not form.is_valid() or not isinstance(written.entry, Use):
        moment = moment_of(written, writing_now(record, timezone.now()).vocabulary)
        return render(request, "diary/answer.html", {"answer_form": form, "kept": moment, "question": asked})
    try:
        _keep_answer(record, written, written.entry, asked, form)
    except ChangedUnderItsId:
        messages.info(request, _("An answer from this page is kept already. Change the entry to add to it."))
    following = next_question(asked, written.entry)
    return redirect(day_address(written.entry.when.on, kept=leaf_id.hex, ask=following or "none"))


def _keep_answer(record: Record, written: Written, use: Use, asked: Question, form: AnswerForm) -> None:
    words, version_id = form.cleaned_data["words"], form.cleaned_data["version_id"]
    if words and asked is Question.KEEP:
        note = Note(when=use.when, words=words, occasion=use.occasion, recalled=use.recalled)
        _keep_beside(record, written, note, version_id)
    elif words:
        field = "note" if asked is Question.REMEMBER else "gave"
        entry = msgspec.structs.replace(use, **{field: words})
        follows = (written.leaf.version,)
        keep_edit(record, written.leaf.id, entry, version_id, follows=follows, mine=written.mine)


def _keep_beside(record: Record, written: Written, note: Note, version_id: UUID) -> None:
    """What to keep or change is a note of the same evening, as private as the entry that it is about."""
    drawer = Drawer.OWN if written.leaf.drawer is Drawer.OWN else None
    record.put(note, version_id=version_id, drawer=drawer)


@require_POST
@opens(Drawer.DIARY, write=True)
def say_of_day(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    on = day_in(day)
    form = DayStatementForm(request.POST)
    if on is None or not form.is_valid():
        raise Http404
    writing = writing_now(record, timezone.now())
    try:
        lived = when_said(WhenAnswer.THAT_DAY, on, None, writing.settings, writing.now)
    except WhenProblem as problem:
        messages.warning(request, WHEN_MESSAGES[problem.fault])
        return redirect(day_address(on))
    said = DayAnswer(form.cleaned_data["answer"])
    statement = DayStatement(when=lived, answer=said, recalled=is_recalled(lived, writing.settings, writing.now))
    _say(request, record, statement, form.cleaned_data["version_id"])
    return redirect(day_address(on))


def _say(request: HttpRequest, record: Record, statement: DayStatement, version_id: UUID) -> None:
    on = statement.when.on
    if any(isinstance(one.entry, Use) for one in entries_on(record, on)):
        messages.info(request, _("There is a use written on this day. It stays, and nothing else was added."))
        return
    before = statements_on(record, on)
    if before:
        follows = tuple(leaf.version for leaf in before if leaf.id == before[0].id)
        record.put(statement, leaf_id=before[0].id, follows=follows, version_id=version_id)
    else:
        record.put(statement, version_id=version_id)
