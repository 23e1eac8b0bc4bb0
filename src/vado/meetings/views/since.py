"""Since last time."""

from django.http import HttpRequest, HttpResponse

from vado.meetings.forms import TopicForm
from vado.meetings.page import since_last_time
from vado.meetings.reading import moment
from vado.meetings.views.pages import FOR, page
from vado.people.doorkeeper import opens
from vado.people.readers import readers_of
from vado.record import Drawer, Record


@opens(purpose=FOR)
def since(request: HttpRequest, record: Record) -> HttpResponse:
    """The page for two; `turned` makes it large, for a screen that both look at."""
    shown = since_last_time(record, moment(record))
    return page(
        request,
        record,
        "since",
        {
            "page": shown,
            "whose": shown.whose,
            "is_turned": "turned" in request.GET,
            "topic_form": TopicForm(),
            "readers": readers_of(record, Drawer.PLAN),
            "unreadable": record.unreadable,
        },
    )
