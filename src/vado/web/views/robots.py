"""Nothing of Vado belongs into a search engine."""

from django.http import HttpRequest, HttpResponse

from vado.people.doorkeeper import public


@public
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
