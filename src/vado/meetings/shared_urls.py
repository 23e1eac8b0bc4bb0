"""Meetings through a door for therapy, mounted under with/<record>/meetings/; writing needs a door that may write."""

from django.urls import path

from vado.meetings.views import agreed, hopes, since, strains

app_name = "meetings"
urlpatterns = [
    path("", since.since, name="since"),
    path("agreed/", agreed.agreed, name="agreed"),
    path("agreed/new/", agreed.agreed_new, name="agreed-new"),
    path("agreed/<uuid:leaf_id>/", agreed.agreed_change, name="agreed-change"),
    path("next/", agreed.next_meeting, name="next"),
    path("next/<uuid:leaf_id>/off/", agreed.meeting_off, name="meeting-off"),
    path("strain/<uuid:leaf_id>/", strains.strain, name="strain"),
    path("strain/<uuid:leaf_id>/repair/", strains.repair, name="repair"),
    path("hopes/", hopes.hopes, name="hopes"),
    path("hopes/say/", hopes.hopes_say, name="hopes-say"),
]
