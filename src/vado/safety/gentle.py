"""One edge for every form: words of the person's own that touch suicide or overdose bring a gentle line, one time.

The page that answers says it, to whoever wrote. Where an answer sends on to another page, the login session holds until
then that it is to be said, and never a word of what was written.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from vado.record import Record
from vado.safety.touching import touch_any

TO_SAY = "gentle"
MOST_READ = 20_000  # characters of one field: more than anybody writes in one breath, and read within the page's time


def says_gently(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Remembers over a redirect that the next page has something to say."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.FOUND and _wrote_of_it(request):
            request.session[TO_SAY] = True
        return response

    return answer


def says_it_here(request: HttpRequest) -> bool:
    """Whether this page says it; asked one time, by the page that is shown."""
    if _wrote_of_it(request):
        return True
    session = getattr(request, "session", None)
    return session is not None and bool(session.pop(TO_SAY, False))


def _wrote_of_it(request: HttpRequest) -> bool:
    """Whether what the person sent into their own record touches. The pages of safety lead to help by themselves."""
    record: Record | None = getattr(request, "came_into", None)
    if request.method != "POST" or record is None or not record.is_own or _is_of_safety(request):
        return False
    return touch_any(said[:MOST_READ] for _field, values in request.POST.lists() for said in values)


def _is_of_safety(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.namespace == "safety"
