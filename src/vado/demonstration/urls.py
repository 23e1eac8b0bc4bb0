"""The addresses of the demonstration: those of Vado, and before them the page to come in by."""

from django.urls import URLPattern, URLResolver, include, path

from vado.demonstration import views
from vado.web import urls as shell

urlpatterns: list[URLPattern | URLResolver] = [
    path("enter/", views.enter, name="enter"),
    path("enter/<slug:code>/", views.story, name="story"),
    path("enter/<slug:code>/as/", views.enter_as, name="enter-as"),
    path("", include("vado.web.urls")),
]

handler400, handler403, handler404, handler500 = (
    shell.handler400,
    shell.handler403,
    shell.handler404,
    shell.handler500,
)
