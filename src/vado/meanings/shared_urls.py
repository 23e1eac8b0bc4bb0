"""Meanings through a door, mounted under with/<record>/."""

from django.urls import path

from vado.meanings.views import closer

app_name = "with-meanings"
urlpatterns = [
    path("closer/", closer.closer, name="closer"),
    path("closer/together/", closer.together, name="closer-together"),
    path("closer/<uuid:leaf_id>/", closer.line, name="closer-line"),
]
