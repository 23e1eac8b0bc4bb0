"""The person's own diary, mounted under me/."""

from django.urls import path

from vado.diary.views import (
    answers,
    calendar,
    carry,
    change,
    entries,
    fill,
    keep_mine,
    lasting,
    occasion,
    own_items,
    removal,
    repeat,
    search,
)

app_name = "diary"
urlpatterns = [
    path("use/", entries.use_new, name="use-new"),
    path("use/repeat/", repeat.repeat, name="repeat"),
    path("urge/", entries.urge_new, name="urge-new"),
    path("check-in/", entries.check_in_new, name="check-in-new"),
    path("check-in/own/", own_items.own_items, name="own-items"),
    path("step/", entries.step_new, name="step-new"),
    path("note/", entries.note_new, name="note-new"),
    path("entry/back/", removal.put_it_back, name="entry-put-back"),
    path("entry/<uuid:leaf_id>/", change.entry, name="entry"),
    path("entry/<uuid:leaf_id>/change/", change.edit, name="entry-edit"),
    path("entry/<uuid:leaf_id>/choose/", change.choose, name="entry-choose"),
    path("entry/<uuid:leaf_id>/erase/", removal.remove, name="entry-remove"),
    path("entry/<uuid:leaf_id>/history/", change.history, name="entry-history"),
    path("entry/<uuid:leaf_id>/only-me/", keep_mine.keep_mine, name="entry-keep-mine"),
    path("entry/<uuid:leaf_id>/answer/<slug:question>/", answers.answer, name="entry-answer"),
    path("day/<str:day>/", occasion.day, name="day"),
    path("day/<str:day>/say/", answers.say_of_day, name="day-say"),
    path("days/", calendar.days, name="days"),
    path("days/<int:year>/<int:month>/", calendar.days, name="month"),
    path("fill/", fill.fill, name="fill"),
    path("fill/kept/", fill.filled_days, name="filled"),
    path("fill/undo/", fill.fill_undo, name="fill-undo"),
    path("anchors/", lasting.anchors, name="anchors"),
    path("words/", lasting.words, name="words"),
    path("lasting/<uuid:leaf_id>/erase/", lasting.lasting_remove, name="lasting-remove"),
    path("search/", search.search, name="search"),
    path("export/", carry.export, name="export"),
    path("import/", carry.import_file, name="import"),
    path("import/<uuid:import_id>/undo/", carry.import_undo, name="import-undo"),
]
