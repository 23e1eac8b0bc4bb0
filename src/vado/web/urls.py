"""Every address of Vado. Each view carries @opens, @staff, @signed_in or @public; the start-up check refuses others."""

from django.urls import URLPattern, URLResolver, include, path

from vado.meetings.views.people import caseload
from vado.people.doorkeeper import public
from vado.people.urls import allauth_names
from vado.people.urls import urlpatterns as people_addresses
from vado.people.views import language
from vado.web.alone import enter_alone
from vado.web.views import mishaps, robots
from vado.web.views.home import first, more, today

urlpatterns: list[URLPattern | URLResolver] = [
    path("", first, name="first"),
    path("me/", today, name="today"),
    path("more/", more, name="more"),
    path("language/", public(language.choose), name="set_language"),
    path("own/<str:token>/", enter_alone, name="enter-alone"),
    path("robots.txt", robots.robots, name="robots"),
    path("me/meetings/", include("vado.meetings.urls", namespace="meetings")),
    path("with/<uuid:record_id>/meetings/", include("vado.meetings.shared_urls", namespace="with-meetings")),
    path("me/", include("vado.diary.urls", namespace="me")),
    path("with/<uuid:record_id>/", include("vado.diary.shared_urls", namespace="with")),
    path("me/", include("vado.meanings.urls")),
    path("with/<uuid:record_id>/", include("vado.meanings.shared_urls")),
    path("me/", include("vado.balance.urls")),
    path("with/<uuid:record_id>/", include("vado.balance.shared_urls")),
    path("", include("vado.balance.public_urls")),
    path("me/", include("vado.plans.urls")),
    path("with/<uuid:record_id>/", include("vado.plans.shared_urls")),
    path("", include("vado.safety.urls")),
    path("", include(([*people_addresses, path("people/", caseload, name="caseload")], "people"))),
    *allauth_names,
]

handler400 = mishaps.bad_request
handler403 = mishaps.forbidden
handler404 = mishaps.not_found
handler500 = mishaps.broken
