"""The person's own meanings, mounted under me/."""

from django.urls import path

from vado.meanings.views import closer, hub, leaves

app_name = "meanings"
urlpatterns = [
    path("meanings/", hub.meanings, name="meanings"),
    path("meanings/leaf/<uuid:leaf_id>/erase/", leaves.remove, name="leaf-remove"),
    path("meanings/leaf/<uuid:leaf_id>/only-me/", leaves.keep_mine, name="leaf-keep-mine"),
    path("meanings/leaf/<uuid:leaf_id>/settle/", leaves.settle, name="leaf-settle"),
    path("closer/", closer.closer, name="closer"),
    path("closer/begin/", closer.begin, name="closer-new"),
    path("closer/together/", closer.together, name="closer-together"),
    path("closer/<uuid:leaf_id>/", closer.line, name="closer-line"),
    path("closer/<uuid:leaf_id>/begin/", closer.begin_at, name="closer-begin"),
    path("closer/<uuid:leaf_id>/tomorrow/", closer.tomorrow, name="closer-tomorrow"),
    path("closer/<uuid:leaf_id>/<slug:moment>/", closer.moment, name="closer-moment"),
]
