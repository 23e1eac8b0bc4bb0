"""Meetings in the person's own record, mounted under me/meetings/."""

from django.urls import path

from vado.meetings.views import agreed, answers, erasing, hopes, since, strains, topics

app_name = "meetings"
urlpatterns = [
    path("", since.since, name="since"),
    path("topic/", topics.topic_new, name="topic-new"),
    path("topic/<uuid:leaf_id>/", topics.topic_talked, name="topic-talked"),
    path("agreed/", agreed.agreed, name="agreed"),
    path("agreed/new/", agreed.agreed_new, name="agreed-new"),
    path("agreed/<uuid:leaf_id>/", agreed.agreed_change, name="agreed-change"),
    path("next/", agreed.next_meeting, name="next"),
    path("next/<uuid:leaf_id>/off/", agreed.meeting_off, name="meeting-off"),
    path("answers/", answers.answers, name="answers"),
    path("answers/<uuid:leaf_id>/only-me/", answers.answers_mine, name="answers-mine"),
    path("felt-off/", strains.felt_off, name="felt-off"),
    path("strain/<uuid:leaf_id>/", strains.strain, name="strain"),
    path("strain/<uuid:leaf_id>/repair/", strains.repair, name="repair"),
    path("strain/<uuid:leaf_id>/turn/", strains.strain_turn, name="strain-turn"),
    path("hopes/", hopes.hopes, name="hopes"),
    path("hopes/say/", hopes.hopes_say, name="hopes-say"),
    path("<uuid:leaf_id>/erase/", erasing.erase, name="erase"),
]
