"""Taking everything along as a file, and bringing such a file in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado import exchange
from vado.diary.forms_words import ImportForm
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record

KINDS = {"json": "application/json", "csv": "application/zip"}
ENDINGS = {"json": "json", "csv": "zip"}


@opens(Drawer.DIARY)
def export(request: HttpRequest, record: Record) -> HttpResponse:
    form = request.POST.get("form", "")
    if request.method != "POST" or form not in KINDS:
        return render(request, "diary/export.html")
    content = exchange.export_json(record) if form == "json" else exchange.export_csv(record)
    answer = HttpResponse(content, content_type=KINDS[form])
    # The name of the file tells nothing to whoever sees the folder of downloads.
    answer["Content-Disposition"] = f'attachment; filename="notes-{timezone.now():%Y-%m-%d}.{ENDINGS[form]}"'
    return answer


@opens(Drawer.DIARY, write=True)
def import_file(request: HttpRequest, record: Record) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    page: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        try:
            page["report"] = exchange.import_json(record, form.cleaned_data["file"].read())
        except exchange.ExchangeError as problem:
            form.add_error("file", str(problem))
    return render(request, "diary/import.html", page, status=422 if form.errors else 200)


@require_POST
@opens(Drawer.DIARY, write=True)
def import_undo(request: HttpRequest, record: Record, import_id: UUID) -> HttpResponse:
    try:
        exchange.undo_import(record, import_id)
        messages.info(request, _("The import is taken back."))
    except exchange.ExchangeError as problem:
        messages.info(request, str(problem))
    return redirect("me:import")
