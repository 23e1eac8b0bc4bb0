"""What the pages of this room share: whose record it is, and where it leads back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from vado.diary.forms_entry import Writing
from vado.diary.reading import writing_now
from vado.people.called import who
from vado.record import LeafError, Record


def now_writing(record: Record) -> Writing:
    """The moment of this request, with the person's settings and words."""
    return writing_now(record, timezone.now())


def address(record: Record, name: str, *values: object) -> str:
    """The address of a page in the person's own record, or in the one that a door leads to."""
    if record.is_own:
        return reverse(f"plans:{name}", args=values)
    return reverse(f"with-plans:{name}", args=[record.id, *values])


def common(record: Record) -> dict[str, Any]:
    """What every page of this room tells: whose it is, and what could not be read."""
    return {
        "back_to": address(record, "plan"),
        **who(record),
        # What a template asks for and does not find is logged with all that it has: nothing is left out.
        "guard": None,
        "leaf_id": None,
        "small": False,
    }


def shown(request: HttpRequest, record: Record, name: str, page: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this room."""
    return render(request, f"plans/{name}.html", common(record) | page, status=status)


def gone(request: HttpRequest, record: Record, problem: LeafError) -> HttpResponse:
    """A leaf that cannot be shown, and why; through a door nothing tells that it was ever there."""
    if not record.is_own:
        raise Http404 from problem
    return shown(request, record, "gone", {"problem": problem}, status=404)
