"""The sign-in page of the demonstration: come in as one of the people, as their therapist, or as a stranger."""

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from vado.demonstration.fill import cast
from vado.demonstration.stories import Story, stories
from vado.people.doorkeeper import public
from vado.people.late_words import home_of
from vado.people.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public
def enter(request: HttpRequest) -> HttpResponse:
    """Everybody one may be."""
    _only_here()
    people = [{"story": story, "telling": _telling(story)} for story in stories()]
    return render(request, "demonstration/enter.html", {"people": people, "next": request.GET.get("next", "")})


@public
def story(request: HttpRequest, code: str) -> HttpResponse:
    """One page about one of them."""
    _only_here()
    found = next((each for each in stories() if each.code == code), None)
    if found is None:
        raise Http404
    return render(request, "demonstration/story.html", {"story": found, "telling": _telling(found)})


@public
@require_POST
def enter_as(request: HttpRequest, code: str) -> HttpResponse:
    """Comes in as that one. Outside the demonstration this page does not exist."""
    _only_here()
    playing = cast()
    if code not in playing:
        raise Http404
    account = Account.objects.get(pk=playing[code])
    begin_session(request, account, backend=BACKEND)
    return redirect(home_of(account))


def _only_here() -> None:
    if not settings.DEMONSTRATION:
        raise Http404


def _telling(story: Story) -> object:
    return story.story["es" if (get_language() or "en").startswith("es") else "en"]
