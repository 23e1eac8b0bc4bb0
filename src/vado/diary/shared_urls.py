"""The diary through a door, mounted under with/<record>/: for reading."""

from django.urls import path

from vado.diary.views import calendar, change, month_list, occasion

app_name = "diary"
urlpatterns = [
    path("entry/<uuid:leaf_id>/", change.entry, name="entry"),
    path("day/<str:day>/", occasion.day, name="day"),
    path("days/", calendar.days, name="days"),
    path("days/<int:year>/<int:month>/", calendar.days, name="month"),
    path("days/<int:year>/<int:month>/list/", month_list.entries, name="entries"),
]
