"""The diary through a door, mounted under with/<record>/: for reading."""

from django.urls import path

from vado.diary.views import change, occasion

app_name = "diary"
urlpatterns = [
    path("entry/<uuid:leaf_id>/", change.entry, name="entry"),
    path("day/<str:day>/", occasion.day, name="day"),
]
